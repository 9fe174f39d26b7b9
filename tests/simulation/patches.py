"""Putting a bug into the production code, and taking it out again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from desktop.services.sync import engine
from desktop.services.sync import events as ev

Wrap = Callable[[Any], Any]  # from the right function to the wrong one


@dataclass(frozen=True, slots=True)
class Bug:
    """A mistake that somebody could make. `where` says what is replaced: an owner and a name, or
    the event whose handler it is."""

    name: str
    where: tuple[tuple[Any, str] | type[ev.Event], ...]
    wrap: tuple[Wrap, ...]

    @contextmanager
    def planted(self) -> Iterator[None]:
        """The bug for the length of a block."""
        with ExitStack() as stack:
            for where, wrap in zip(self.where, self.wrap, strict=True):
                stack.enter_context(_replaced(where, wrap))
            yield


@contextmanager
def _replaced(where: tuple[Any, str] | type[ev.Event], wrap: Wrap) -> Iterator[None]:
    if isinstance(where, tuple):
        owner, name = where
        right = getattr(owner, name)
        setattr(owner, name, wrap(right))
        try:
            yield
        finally:
            setattr(owner, name, right)
        return
    handler, phases = engine._HANDLERS[where]
    engine._HANDLERS[where] = (wrap(handler), phases)
    try:
        yield
    finally:
        engine._HANDLERS[where] = (handler, phases)
