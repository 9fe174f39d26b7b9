"""The adapters that this server has, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from backend.banks.adapter import BankAdapter, Money
from backend.banks.simulator.adapter import SimulatorAdapter, parse_statement
from backend.settings import Settings


def adapters(settings: Settings) -> Mapping[str, BankAdapter]:
    """Those whose bank is configured; the simulator is one, for demonstrations and tests."""
    found: dict[str, BankAdapter] = {}
    if settings.bank_simulator:
        found["simulator"] = SimulatorAdapter(settings.bank_simulator)
    return found


_PARSERS: Mapping[str, Callable[[bytes], Iterator[Money]]] = {"simulator": parse_statement}


def parser_of(adapter: str) -> Callable[[bytes], Iterator[Money]]:
    """Reads the daily file of banks behind that adapter, also where the bank itself is not
    configured."""
    return _PARSERS[adapter]
