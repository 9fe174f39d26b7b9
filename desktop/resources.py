"""Where the files that ship with the app are: icons, fonts, stylesheet, translations."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Path of a shipped file, from a checkout and from a frozen bundle alike."""
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's boot loader
    base = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return base.joinpath("resources", *parts)
