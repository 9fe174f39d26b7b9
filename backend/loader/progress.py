"""Progress of something long, on a terminal and nowhere else."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import TextIO

_EVERY = 0.1  # seconds between two drawings
_WIDTH = 24


class Bar:
    """One line that is drawn again: name, bar, percent, count, time left. Draws nothing where
    `stream` is no terminal, so that logs stay readable."""

    def __init__(
        self,
        stream: TextIO,
        name: str,
        things: str,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = stream
        self._name = name
        self._things = things
        self._clock = clock
        self._is_shown = stream.isatty()
        self._begun = self._drawn = clock()
        self._is_dirty = False

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.clear()

    def show(self, done: int, of: int, count: int | None = None) -> None:
        """Draw `done` of `of`, not more often than an eye can follow; `count` is the number of
        things where `done` is something else, as bytes."""
        now = self._clock()
        if not self._is_shown or (now - self._drawn < _EVERY and done < of):
            return
        self._drawn = now
        share = min(1.0, done / of) if of else 1.0
        full = round(share * _WIDTH)
        left = (now - self._begun) * (1 - share) / share if share else 0.0
        self._stream.write(
            f"\r{self._name} [{'#' * full}{'.' * (_WIDTH - full)}] {share:4.0%}"
            f"  {done if count is None else count:,} {self._things}  {_span(left)} left \x1b[K"
        )
        self._stream.flush()
        self._is_dirty = True

    def clear(self) -> None:
        """Leave the line empty, for what is printed next."""
        if self._is_dirty:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._is_dirty = False


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
