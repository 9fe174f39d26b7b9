"""An office whose reads can be held or made to fail, around the real one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from desktop.domain.errors import Code, StoreError
from desktop.services.office import Office

_BOOKS = ("invoices", "readings", "delivery", "movements", "agreements", "cases", "faq")
_MORE = ("supply_requests", "notices", "payments")
_READS = {"contracts": ("overview",)} | dict.fromkeys((*_BOOKS, *_MORE), ("book",))


class StagedOffice:
    """The real office; `hold()` lets what pages read wait, `fail()` lets it raise."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._open = threading.Event()
        self._open.set()
        self._fails = False

    def hold(self) -> None:
        """From now on reads wait."""
        self._open.clear()

    def fail(self) -> None:
        """From now on reads raise that the local copy is damaged."""
        self._fails = True

    def release(self) -> None:
        """Let go of what waits; reads work again."""
        self._fails = False
        self._open.set()

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._office, name)
        return _Reads(found, _READS[name], self._before) if name in _READS else found

    def _before(self) -> None:
        self._open.wait()
        if self._fails:
            raise StoreError(Code.STORE_CORRUPT)


class _Reads:
    """A service some of whose methods ask first."""

    def __init__(self, service: Any, names: tuple[str, ...], ask: Callable[[], None]) -> None:
        self._service, self._names, self._ask = service, names, ask

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._service, name)
        if name not in self._names:
            return method

        def asked(*arguments: Any, **named: Any) -> Any:
            self._ask()
            return method(*arguments, **named)

        return asked
