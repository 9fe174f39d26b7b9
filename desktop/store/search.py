"""Finding contracts, meters and invoices by what a person remembers of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, case, func, literal, or_, select

from desktop.domain.contracts import Contract
from desktop.domain.feed import fold
from desktop.domain.invoices import Invoice
from desktop.domain.readings import Meter
from desktop.store.database import Database
from desktop.store.decoders import Decoders
from desktop.store.schema import entity, scope

_KINDS = ("contract", "meter", "invoice")  # in this order where they match equally well


@dataclass(frozen=True, slots=True)
class Found:
    """An entity that matched, and the contract that it belongs to."""

    contract_id: str
    alias: str
    entity: Contract | Meter | Invoice


class SearchStore:
    """Searches the mirror. Methods raise `StoreError`."""

    def __init__(self, database: Database, decoders: Decoders) -> None:
        self._database = database
        self._decode: dict[str, Callable[[bytes], Contract | Meter | Invoice]] = {
            "contract": decoders.decode_contract,
            "meter": decoders.decode_meter,
            "invoice": decoders.decode_invoice,
        }

    def find(self, text: str, limit: int) -> tuple[Found, ...]:
        """What has every word of `text` in it, whatever the case and accents.

        What starts with the text comes first, then what has a word that starts with it, then the
        rest; contracts before meters before invoices, and newer invoices first.
        """
        words = fold(text).split()
        if not words:
            return ()
        # A contract is also known by the name that its owner gave it.
        own_name = case((entity.c.kind == "contract", scope.c.search), else_="")
        where = [or_(_has(entity.c.search, w), _has(own_name, w)) for w in words]
        query = (
            select(scope.c.contract_id, scope.c.alias, entity.c.kind, entity.c.body)
            .join_from(scope, entity, entity.c.generation == scope.c.live)
            .where(scope.c.contract_id.is_not(None), entity.c.kind.in_(_KINDS), and_(*where))
            .order_by(
                _rank(own_name, entity.c.search, " ".join(words)),
                case({kind: place for place, kind in enumerate(_KINDS)}, value=entity.c.kind),
                entity.c.seq.desc(),
            )
            .limit(limit)
        )
        with self._database.read() as connection:
            rows = connection.execute(query).all()
        return tuple(
            Found(row.contract_id, row.alias, self._decode[row.kind](row.body)) for row in rows
        )


def _has(column: ColumnElement[str], word: str) -> ColumnElement[bool]:
    # instr() instead of LIKE: what a person types has no wildcards to escape.
    return func.instr(column, literal(word)) > 0


def _rank(
    own_name: ColumnElement[str], search: ColumnElement[str], text: str
) -> ColumnElement[int]:
    starts = or_(func.instr(own_name, text) == 1, func.instr(search, text) == 1)
    word = or_(_has(own_name, f" {text}"), _has(search, f" {text}"))
    return case((starts, 0), (word, 1), else_=2)
