"""Finding contracts, meters, invoices and cases by what a person remembers of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select

from desktop.domain.cases import Case
from desktop.domain.contracts import Contract
from desktop.domain.feed import fold
from desktop.domain.invoices import Invoice
from desktop.domain.readings import Meter
from desktop.store.database import Database
from desktop.store.decoders import Decoders
from desktop.store.schema import entity, scope

# In this order where they match equally well.
_CLASSES: dict[str, type[Contract] | type[Meter] | type[Invoice] | type[Case]] = {
    "contract": Contract,
    "meter": Meter,
    "invoice": Invoice,
    "case": Case,
}
_KINDS = tuple(_CLASSES)
_PLACES = {kind: place for place, kind in enumerate(_KINDS)}


@dataclass(frozen=True, slots=True)
class Found:
    """An entity that matched, and the contract that it belongs to."""

    contract_id: str
    alias: str
    entity: Contract | Meter | Invoice | Case


class SearchStore:
    """Searches the mirror. Methods raise `StoreError`."""

    def __init__(self, database: Database, decoders: Decoders) -> None:
        self._database = database
        self._decoders = decoders

    def find(self, text: str, limit: int) -> tuple[Found, ...]:
        """What has every word of `text` in it, whatever the case and accents.

        What starts with the text comes first, then what has a word that starts with it, then the
        rest; contracts before meters before invoices before cases, and what changed last before
        the others.
        """
        words = fold(text).split()
        if not words:
            return ()
        own = and_(entity.c.search != "", entity.c.kind.in_(_KINDS))
        # A contract is also known by the name that its owner gave it.
        named = and_(scope.c.search != "", entity.c.kind == "contract")
        queries = (
            _query(entity.c.search, words, limit).where(own),
            _query(scope.c.search.concat(" ").concat(entity.c.search), words, limit).where(named),
        )
        with self._database.read() as connection:
            rows = [row for query in queries for row in connection.execute(query)]
        rows.sort(key=lambda row: (row.rank, _KINDS.index(row.kind), -row.seq))
        first = {row.number: row for row in reversed(rows)}  # the better rank of the two
        best = [row for row in rows if first[row.number] is row][:limit]
        decode = self._decoders.decode
        return tuple(Found(r.contract_id, r.alias, decode(_CLASSES[r.kind], r.body)) for r in best)


def _query(text: ColumnElement[str], words: list[str], limit: int) -> Select[Any]:
    phrase = " ".join(words)
    starts, word = func.instr(text, phrase) == 1, func.instr(text, f" {phrase}") > 0
    rank = case((starts, 0), (word, 1), else_=2)
    return (
        select(
            entity.c.number,
            entity.c.kind,
            entity.c.seq,
            entity.c.body,
            scope.c.contract_id,
            scope.c.alias,
            rank.label("rank"),
        )
        .join_from(scope, entity, entity.c.generation == scope.c.live)
        .where(scope.c.contract_id.is_not(None))
        # instr() instead of LIKE: what a person types has no wildcards to escape.
        .where(*(func.instr(text, each) > 0 for each in words))
        .order_by(rank, case(_PLACES, value=entity.c.kind), entity.c.seq.desc())
        .limit(limit)
    )
