"""The N-th call to the file system fails, on paths under one folder.

files = FailingFiles(monkeypatch, folder)
files.fail(3)        # the third call from now on raises OSError
...
files.works()        # `files.tripped` says which call it was, "" where it was not reached
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

METHODS = (
    *("open", "replace", "rename", "unlink", "touch", "mkdir", "iterdir"),
    *("write_text", "read_text", "write_bytes", "read_bytes"),
)


class FailingFiles:
    """Counts what goes through `pathlib` and `os.fsync`. SQLite's own calls are not among it:
    see `tests.support.failing_disk`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._folder = folder
        self._left = 0
        self.tripped = ""
        for name in METHODS:
            monkeypatch.setattr(Path, name, self._counted(name, getattr(Path, name)))
        monkeypatch.setattr(os, "fsync", self._synced(os.fsync))

    def fail(self, number: int) -> None:
        """Let call `number` from now on fail, counted from 1."""
        self._left, self.tripped = number, ""

    def works(self) -> None:
        """No call fails any more."""
        self._left = 0

    def _call(self, what: str) -> None:
        if self._left:
            self._left -= 1
            if not self._left:
                self.tripped = what
                raise OSError(errno.EIO, "made up")

    def _counted(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def counted(path: Path, *arguments: Any, **options: Any) -> Any:
            if path.is_relative_to(self._folder):
                self._call(f"{name} {path.name}")
            return real(path, *arguments, **options)

        return counted

    def _synced(self, real: Callable[[int], None]) -> Callable[[int], None]:
        def counted(descriptor: int) -> None:
            self._call("fsync")
            real(descriptor)

        return counted
