"""What a kind of submission is, and the ones there are: each is a folder here with a `KIND`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import BaseModel
from sqlalchemy.orm import Session

Payload = TypeVar("Payload", bound=BaseModel)


class RejectedError(Exception):
    """The business says no, for good. `reason` is a stable code, `field` the payload's field that
    it is about, `data` the figures for a sentence."""

    def __init__(self, reason: str, field: str | None = None, **data: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field
        self.data = data


@dataclass(frozen=True, slots=True)
class Work:
    """The transaction in which a submission takes effect. `now` is when it arrived, in UTC; the
    user's right to the scope has been checked."""

    session: Session
    op_id: str
    user_id: int
    scope_id: int
    now: datetime


@dataclass(frozen=True, slots=True)
class Kind(Generic[Payload]):
    """`apply` validates and takes effect; it returns the `result` of the answer, or raises
    RejectedError and leaves nothing. References begin with `letter`, unless what was made has a
    number of its own, which `number` finds in the result. `blobs` are the digests of the
    attachments that have to be there first."""

    name: str
    schema_rev: int
    letter: str
    payload: type[Payload]
    apply: Callable[[Work, Payload], dict[str, Any]]
    blobs: Callable[[Payload], Sequence[str]]
    number: Callable[[Mapping[str, Any]], str] = lambda _result: ""


@cache
def discover() -> Mapping[str, Kind[Any]]:
    """Every kind, by name."""
    from backend import submissions

    kinds: list[Kind[Any]] = [
        importlib.import_module(f"{submissions.__name__}.{module.name}").KIND
        for module in pkgutil.iter_modules(submissions.__path__)
        if module.ispkg
    ]
    return {kind.name: kind for kind in kinds}
