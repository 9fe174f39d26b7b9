"""Acts of the back office: one registry for the API and the command line.

An area that has acts is a package of `backend` with a module `office` whose `ACTS` lists them.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import BaseModel
from sqlalchemy.orm import Session

from backend.clock import Clock
from backend.database import Database
from backend.office.models import OfficeEvent


class OfficeRefusedError(Exception):
    """The act cannot be done; `reason` is a stable code, `detail` says more to the clerk."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Desk:
    """Where an act is done: in this transaction, at this instant, by this clerk."""

    session: Session
    now: datetime
    clerk: str


@dataclass(frozen=True, slots=True)
class Act:
    """`name` is a verb and a noun (`answer-case`), `form` what the clerk fills in, flat fields
    only; `run` does it and tells what became of it, or raises OfficeRefusedError."""

    name: str
    form: type[BaseModel]
    run: Callable[[Desk, Any], dict[str, Any]]
    about: str


@cache
def acts() -> Mapping[str, Act]:
    """Every act, by name."""
    import backend

    found: list[Act] = []
    for package in pkgutil.iter_modules(backend.__path__):
        if not package.ispkg or package.name == "office":
            continue
        modules = importlib.import_module(f"backend.{package.name}")
        if any(module.name == "office" for module in pkgutil.iter_modules(modules.__path__)):
            found += importlib.import_module(f"backend.{package.name}.office").ACTS
    return {act.name: act for act in sorted(found, key=lambda act: act.name)}


def do(database: Database, clock: Clock, clerk: str, act: Act, form: BaseModel) -> dict[str, Any]:
    """Do one act in one transaction, and write down that it was done."""
    with database.writing() as session:
        desk = Desk(session, clock.now(), clerk)
        told = act.run(desk, form)
        session.add(
            OfficeEvent(at=desk.now, clerk=clerk, act=act.name, form=form.model_dump_json())
        )
    return told
