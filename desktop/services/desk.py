"""What is on the desk: the store of the profile that is open, and who is using it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.domain.errors import Code, SessionError

if TYPE_CHECKING:
    from desktop.store.local import LocalStore

_PATIENCE = 0.05  # seconds between two calls to hurry up


class Desk:
    """Hands the open store to whoever works with it, and takes it away only when nobody does.

    A page that still reads while the person signs out would otherwise meet a closed file.
    """

    def __init__(self) -> None:
        self._free = threading.Condition()
        self._store: LocalStore | None = None
        self._users = 0
        self._alone = False

    @property
    def is_open(self) -> bool:
        """Whether a profile is open; long work asks this and stops when it no longer is."""
        return self._store is not None

    def lay(self, store: LocalStore) -> None:
        """Open the desk with `store`."""
        with self._free:
            if self._store is not None:
                raise RuntimeError("another profile is still open")
            self._store = store

    @contextmanager
    def using(self) -> Iterator[LocalStore]:
        """The open store. Raises `SessionError(SESSION_EXPIRED)` when nobody is signed in."""
        with self._free:
            self._free.wait_for(lambda: not self._alone)
            store = self._held()
            self._users += 1
        try:
            yield store
        finally:
            with self._free:
                self._users -= 1
                self._free.notify_all()

    @contextmanager
    def alone(self) -> Iterator[LocalStore]:
        """The open store while nobody else has it; others wait. For replacing its files."""
        with self._free:
            self._free.wait_for(lambda: not self._alone)
            store = self._held()
            self._alone = True
            self._free.wait_for(lambda: self._users == 0)
        try:
            yield store
        finally:
            with self._free:
                self._alone = False
                self._free.notify_all()

    def clear(self, hurry: Callable[[], None] = lambda: None) -> LocalStore | None:
        """Give the store to nobody from now on; return it once the last user has put it down.

        `hurry` is called while somebody still has it: it should end what they wait for.
        """
        with self._free:
            store, self._store = self._store, None
            while not self._free.wait_for(lambda: self._users == 0 and not self._alone, timeout=0):
                hurry()
                self._free.wait(_PATIENCE)
            return store

    def _held(self) -> LocalStore:
        if self._store is None:
            raise SessionError(Code.SESSION_EXPIRED, detail="nobody is signed in")
        return self._store
