"""Values of a body as docs/protocol.md writes them, and the bytes of a page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from sqlalchemy import Connection, Row

from backend.columns import plain

# A row whose columns are named, not typed.
AnyRow: TypeAlias = Row[*tuple[Any, ...]]

CATALOGUE = 0
CATALOGUE_NAME = "G"


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity as it stands: `scope_id` says who may see it, `body` what they see."""

    id: int
    scope_id: int
    body: dict[str, Any]


Builder = Callable[[Connection, Sequence[int]], Iterable[Entity]]


def day(value: date | None) -> str | None:
    """YYYY-MM-DD."""
    return None if value is None else value.isoformat()


def number(value: Decimal | None) -> str | None:
    """A decimal string without an exponent."""
    return None if value is None else plain(value)


def encode(body: dict[str, Any]) -> bytes:
    """Compact UTF-8 JSON; keys stay in the order of the protocol."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def grouped(rows: Iterable[AnyRow], key: str) -> dict[int, list[AnyRow]]:
    """Rows by the integer column `key`, each list in the order read."""
    groups: dict[int, list[AnyRow]] = {}
    for row in rows:
        groups.setdefault(getattr(row, key), []).append(row)
    return groups


def scope_name(scope_id: int) -> str:
    """`G` for the catalogue, `C-<id>` for a contract."""
    return CATALOGUE_NAME if scope_id == CATALOGUE else f"C-{scope_id}"


def scope_id_of(name: str) -> int | None:
    """The number of a scope; None for a name that no scope can have."""
    if name == CATALOGUE_NAME:
        return CATALOGUE
    digits = name.removeprefix("C-")
    canonical = digits.isascii() and digits.isdigit() and not digits.startswith("0")
    return int(digits) if name.startswith("C-") and canonical and len(digits) < 19 else None
