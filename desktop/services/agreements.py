"""Acuerdos de Pago of one contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.agreement_plan import AgreementRules
from desktop.domain.agreements import Agreement
from desktop.domain.workdays import Calendar
from desktop.services.results import AgreementBook

if TYPE_CHECKING:
    from desktop.services.clock import ServerClock
    from desktop.services.desk import Desk

KIND = "agreement_request"


class AgreementService:
    """Reads agreements from the mirror and requests from the outbox; never asks the network."""

    def __init__(self, desk: Desk, clock: ServerClock) -> None:
        self._desk = desk
        self._clock = clock

    def book(self, contract_id: str) -> AgreementBook:
        """Every agreement of a contract, the newest first, and what a new one is made of."""
        with self._desk.using() as store:
            agreements = store.mirror.of(Agreement, contract_id)
            rules = store.mirror.policy(AgreementRules)
            calendar = store.mirror.policy(Calendar)
            contract = store.contracts.get(contract_id)
            invoices = store.invoices.of(contract_id)
            freshness = store.cache.freshness(contract_id)
            items = store.outbox.items()
        return AgreementBook(
            agreements=tuple(sorted(agreements, key=lambda a: a.requested_at, reverse=True)),
            rules=rules,
            calendar=calendar or Calendar(),
            contract=contract,
            invoices=invoices,
            items=tuple(i for i in items if i.kind == KIND and i.stream == contract_id),
            today=self._clock.today(),
            now=self._clock.now(),
            freshness=freshness,
        )
