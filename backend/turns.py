"""One at a time, in the order of arrival."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """Lets the threads of this process through one by one. SQLite's own waiting is polling: under
    eight writers one was seen to find the file locked for ten seconds, each time it looked."""

    def __init__(self) -> None:
        self._moved = threading.Condition()
        self._arrived = 0
        self._serving = 0
        self._owner: int | None = None

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for one's turn and keep it for the block; a thread that has it already is a bug."""
        me = threading.get_ident()
        with self._moved:
            if self._owner == me:
                raise RuntimeError("a write transaction inside another would wait for itself")
            ticket = self._arrived
            self._arrived += 1
            self._moved.wait_for(lambda: self._serving == ticket)
            self._owner = me
        try:
            yield
        finally:
            with self._moved:
                self._owner = None
                self._serving += 1
                self._moved.notify_all()
