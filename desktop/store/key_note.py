"""A note beside an encrypted file that tells which key it is under, without giving the key away.

It only tells a file of another key from a damaged one, once the file could not be opened: a note
that is missing, or was cut short when the process ended, says nothing.
"""

from __future__ import annotations

import hmac
from hashlib import sha256
from pathlib import Path

from desktop.domain.errors import Code, StoreError

_LENGTH = 16  # hex digits


class KeyNote:
    """The note at `path`; `purpose` is bytes of its own for each kind of file."""

    def __init__(self, path: Path, key: bytes, purpose: bytes) -> None:
        self._path = path
        self._digits = hmac.new(key, purpose, sha256).hexdigest()[:_LENGTH]

    def is_of_another_key(self) -> bool:
        """Whether it was written under another key. Raises `StoreError(STORE_BUSY)`."""
        kept = self._kept()
        return len(kept) == _LENGTH and kept != self._digits

    def keep(self) -> None:
        """Write it where it is not there yet. Raises `StoreError`."""
        if self._kept() == self._digits:
            return
        part = self._path.with_name(f"{self._path.name}.part")
        try:
            part.write_text(self._digits, "ascii")
            part.replace(self._path)
        except OSError as error:
            raise StoreError(Code.FILE_NOT_WRITTEN, detail=type(error).__name__) from error

    def _kept(self) -> str:
        try:
            return self._path.read_text("ascii")
        except (FileNotFoundError, UnicodeDecodeError):
            return ""
        except OSError as error:  # held by another program, or not ours to read
            raise StoreError(Code.STORE_BUSY, detail=type(error).__name__) from error
