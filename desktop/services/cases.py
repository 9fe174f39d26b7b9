"""Preguntas y Reclamaciones of one contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.case_rules import CaseRules
from desktop.domain.cases import Case
from desktop.domain.workdays import Calendar
from desktop.services.results import CaseBook

if TYPE_CHECKING:
    from desktop.services.clock import ServerClock
    from desktop.services.desk import Desk

KINDS = ("question", "claim", "case_message")
BEGUN = ("question", "claim")  # keys of drafts that can be gone on with


class CaseService:
    """Reads the mirror and the outbox; never asks the network."""

    def __init__(self, desk: Desk, clock: ServerClock) -> None:
        self._desk = desk
        self._clock = clock

    def book(self, contract_id: str) -> CaseBook:
        """Every case of a contract, and what can be asked and claimed."""
        with self._desk.using() as store:
            cases = store.mirror.of(Case, contract_id)
            rules = store.mirror.policy(CaseRules)
            calendar = store.mirror.policy(Calendar)
            invoices = store.invoices.of(contract_id)
            meters = store.contracts.meters(contract_id)
            freshness = store.cache.freshness(contract_id)
            items = store.outbox.items()
            scopes = {link.scope for link in store.cache.links() if link.contract_id == contract_id}
            drafts = store.drafts.all()
        return CaseBook(
            cases=tuple(sorted(cases, key=lambda c: (c.opened_at, c.number), reverse=True)),
            rules=rules,
            calendar=calendar or Calendar(),
            invoices=invoices,
            meters=tuple(meter for meter in meters if meter.removed_on is None),
            items=tuple(i for i in items if i.kind in KINDS and i.stream == stream_of(contract_id)),
            today=self._clock.today(),
            now=self._clock.now(),
            freshness=freshness,
            drafts=tuple(
                draft
                for draft in drafts
                if draft.key in BEGUN and draft.scope.partition(":")[0] in scopes
            ),
        )


def stream_of(contract_id: str) -> str:
    """The lane of the outbox in which one message follows another."""
    return f"cases:{contract_id}"
