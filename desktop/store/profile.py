"""The folder of one account on one server, and what happens to a damaged cache in it."""

from __future__ import annotations

import shutil
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from desktop.domain.errors import Code, StoreError
from desktop.store.key_note import KeyNote

_SIDE_FILES = ("-wal", "-shm")


class Rebuilt(StrEnum):
    """Why a cache was begun anew."""

    DAMAGED = "damaged"
    KEY = "key"  # it was written under a key that is gone
    VERSION = "version"  # it was written by another version of the app


class ProfileFolder:
    """Files of one profile. Its name says nothing of the person or the server.

    Only `cache.db` is disposable; `outbox.db` beside it is not touched by anything here but
    `wipe`.
    """

    def __init__(self, root: Path, server: str, user_id: str) -> None:
        self.name = sha256(f"{server}\n{user_id}".encode()).hexdigest()[:32]
        self.path = root / self.name
        self.cache = self.path / "cache.db"
        self._quarantine = self.path / "quarantine"
        self._damaged = self.path / "cache.damaged"
        self._key_check = self.path / "cache.key-check"

    def make(self) -> None:
        """Make the folder, readable by this OS user only."""
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(Code.FILE_NOT_WRITTEN, detail=type(error).__name__) from error

    @property
    def is_damaged(self) -> bool:
        """Whether damage was found while the cache was in use."""
        return self._damaged.exists()

    def mark_damaged(self) -> None:
        """Remember that the cache is damaged, so that the next start does not trust it."""
        try:
            self._damaged.touch()
        except OSError:
            # Whoever found the damage reports it; a mark that fails only delays the healing.
            return

    def key_changed(self, key: bytes) -> bool:
        """Whether the cache was written under another key than `key`."""
        return self._note(key).is_of_another_key()

    def keep_key_check(self, key: bytes) -> None:
        """Note which key the cache is under; the note does not give the key away."""
        self._note(key).keep()

    def quarantine(self) -> None:
        """Move the cache aside, in place of any that was moved aside before.

        Raises `StoreError(STORE_BUSY)` where another program holds it.
        """
        try:
            _remove(self._quarantine)
            self._quarantine.mkdir()
            for path in self._cache_files():
                path.rename(self._quarantine / path.name)
            self._damaged.unlink(missing_ok=True)
            self._key_check.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(Code.STORE_BUSY, detail=type(error).__name__) from error

    def wipe(self) -> None:
        """Delete everything kept of this profile; raises `StoreError(STORE_BUSY)`."""
        try:
            _remove(self.path)
        except OSError as error:
            raise StoreError(Code.STORE_BUSY, detail=type(error).__name__) from error

    def wipe_but_outbox(self) -> None:
        """Delete everything but what was not sent yet; raises `StoreError(STORE_BUSY)`."""
        try:
            for path in self.path.iterdir():
                if not path.name.startswith("outbox."):
                    _remove(path)
        except FileNotFoundError:
            return
        except OSError as error:
            raise StoreError(Code.STORE_BUSY, detail=type(error).__name__) from error

    def _note(self, key: bytes) -> KeyNote:
        return KeyNote(self._key_check, key, b"which key is this cache under")

    def _cache_files(self) -> list[Path]:
        names = [self.cache.name + suffix for suffix in ("", *_SIDE_FILES)]
        return [path for name in names if (path := self.path / name).exists()]


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
