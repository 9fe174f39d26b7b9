"""Streams of the outbox that met trouble and wait. They live as long as the process does."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lane:
    """How often in a row a stream failed, and from when on it is tried again (monotonic
    seconds)."""

    failures: int
    due: float


class Lanes:
    """The lanes between two runs. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._lanes: dict[str, Lane] = {}
        self._begun: dict[str, Lane] = {}  # as the run that is under way found them
        self._freed: set[str] = set()

    def begin(self) -> Mapping[str, Lane]:
        """The lanes as a run begins."""
        with self._lock:
            self._freed.clear()
            self._begun = dict(self._lanes)
            return self._begun

    def end(self, lanes: Mapping[str, Lane]) -> None:
        """The lanes as a run ends, but for those that were freed and have not failed since."""
        with self._lock:
            self._lanes = {
                stream: lane
                for stream, lane in lanes.items()
                if stream not in self._freed or lane != self._begun.get(stream)
            }

    def free(self, stream: str) -> None:
        """Let a stream be tried at once."""
        with self._lock:
            self._lanes.pop(stream, None)
            self._freed.add(stream)
