"""A database driver whose N-th call fails, and a disk that is full.

disk = FailingDisk(monkeypatch)   # before anything is opened
disk.fail(3)                      # the third call from now on raises
...
disk.works()                      # whether it was reached: `disk.tripped`
"""

from __future__ import annotations

import threading
from typing import Any

import pytest
import sqlcipher3.dbapi2 as real

from desktop.store.database import Database


class FailingDisk:
    """Every statement and commit of every file opened from now on is counted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str = "SQLITE_FULL") -> None:
        self.name = name
        self.tripped = ""
        self._left = 0
        self._lock = threading.Lock()
        defaults = Database.__init__.__kwdefaults__
        assert defaults is not None
        monkeypatch.setitem(defaults, "driver", _Driver(self))

    def fail(self, number: int) -> None:
        """Let call `number` from now on fail, counted from 1; those after it work again."""
        with self._lock:
            self._left, self.tripped = number, ""

    def works(self) -> None:
        """No call fails any more."""
        with self._lock:
            self._left = 0

    def call(self, what: str) -> None:
        """One call; raises where it is the one."""
        with self._lock:
            if self._left == 0:
                return
            self._left -= 1
            if self._left:
                return
            self.tripped = what
        error = real.OperationalError("made up")
        error.sqlite_errorname = self.name
        raise error


class _Driver:
    """The real driver with connections that ask `disk` first."""

    def __init__(self, disk: FailingDisk) -> None:
        self._disk = disk

    def __getattr__(self, name: str) -> Any:
        return getattr(real, name)

    def connect(self, *arguments: Any, **options: Any) -> Any:
        """A connection."""
        disk = self._disk

        class Cursor(real.Cursor):  # type: ignore[misc]
            def execute(self, sql: str, *values: Any) -> Any:
                disk.call(sql)
                return super().execute(sql, *values)

            def executemany(self, sql: str, *values: Any) -> Any:
                disk.call(sql)
                return super().executemany(sql, *values)

        class Connection(real.Connection):  # type: ignore[misc]
            def cursor(self, factory: Any = Cursor) -> Any:
                return super().cursor(factory)

            def execute(self, sql: str, *values: Any) -> Any:
                return self.cursor().execute(sql, *values)

            def commit(self) -> None:
                disk.call("COMMIT")
                super().commit()

        return real.connect(*arguments, **options, factory=Connection)
