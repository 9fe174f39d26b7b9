"""A random name for this installation, by which a server tells a person's sessions apart."""

from __future__ import annotations

import re
import secrets
from pathlib import Path

from desktop.domain.errors import Code, StoreError


def device_id(folder: Path) -> str:
    """32 hex digits kept in `folder`, made on the first call and whenever the file is damaged.

    Raises `StoreError(FILE_NOT_WRITTEN)`.
    """
    path = folder / "device"
    try:
        kept = path.read_text("ascii").strip() if path.exists() else ""
    except UnicodeDecodeError:
        kept = ""
    except OSError as error:
        raise StoreError(Code.FILE_NOT_WRITTEN, detail=type(error).__name__) from error
    if re.fullmatch(r"[0-9a-f]{32}", kept):
        return kept
    made = secrets.token_hex(16)
    try:
        part = path.with_name("device.part")
        part.write_text(made, "ascii")
        part.replace(path)
    except OSError as error:
        raise StoreError(Code.FILE_NOT_WRITTEN, detail=type(error).__name__) from error
    return made
