"""Finding anything in the mirror by a piece of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.cases import Case
from desktop.domain.contracts import Contract
from desktop.domain.readings import Meter
from desktop.services.results import Hit, HitKind

if TYPE_CHECKING:
    from desktop.domain.invoices import Invoice
    from desktop.services.desk import Desk


class SearchService:
    """Searches the mirror; never asks the network."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        """Contracts, meters, invoices and cases that have every word of `text`, best first."""
        with self._desk.using() as store:
            found = store.search.find(text, limit)
        return tuple(_hit(f.contract_id, f.alias, f.entity) for f in found)


def _hit(contract_id: str, alias: str, entity: Contract | Meter | Invoice | Case) -> Hit:
    if isinstance(entity, Contract):
        title = alias or entity.number
        where = f"{entity.address}, {entity.city}" if entity.city else entity.address
        return Hit(HitKind.CONTRACT, contract_id, entity.id, title, where)
    if isinstance(entity, Meter):
        maker = f"{entity.brand} {entity.model}".strip()
        return Hit(HitKind.METER, contract_id, entity.id, entity.serial, maker or alias)
    if isinstance(entity, Case):
        about = entity.subject or entity.about
        return Hit(HitKind.CASE, contract_id, entity.id, entity.number, about)
    return Hit(HitKind.INVOICE, contract_id, entity.id, entity.number, alias)
