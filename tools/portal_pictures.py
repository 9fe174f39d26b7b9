"""`python -m tools.portal_pictures DIR`: take the pictures that the docs name from those in DIR.

`python3 run.py shots DIR` makes DIR. Few colours are kept: enough to recognise a page.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

DOCS = Path(__file__).resolve().parent.parent / "docs"
_LINK = re.compile(r"\(pictures/([a-z_]+-[a-z_]+)\.png\)")
_COLOURS = 64


def named() -> list[str]:
    """Names of the pictures in the map, each once."""
    return sorted(set(_LINK.findall((DOCS / "portal-map.md").read_text("utf-8"))))


def main(arguments: Sequence[str]) -> int:
    """Copy each of them, light theme."""
    if len(arguments) != 1:
        sys.exit("usage: python -m tools.portal_pictures DIR")
    for name in named():
        with Image.open(Path(arguments[0]) / f"{name}-light.png") as picture:
            small = picture.convert("RGB").quantize(_COLOURS)
            small.save(DOCS / "pictures" / f"{name}.png", optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
