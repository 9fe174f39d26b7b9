"""Rules as typed values, and the areas there are.

An area is a package of `backend` with a module `rules` whose `RULES` is a subclass of `Rules`. A
utility's profile sets it in its table `[utility.policies.<area>]`. Everybody who is signed in may
read the rules: secrets belong into the settings.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.policies.models import Policy


class Rules(BaseModel):
    """Base of an area's rules; `area` is their name on the wire and in profiles."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    area: ClassVar[str]


R = TypeVar("R", bound=Rules)


@cache
def areas() -> Mapping[str, type[Rules]]:
    """Every area's rules, by name."""
    import backend

    found: dict[str, type[Rules]] = {}
    for package in pkgutil.iter_modules(backend.__path__):
        if not package.ispkg or package.name == "policies":
            continue
        modules = importlib.import_module(f"backend.{package.name}")
        if any(module.name == "rules" for module in pkgutil.iter_modules(modules.__path__)):
            rules: type[Rules] = importlib.import_module(f"backend.{package.name}.rules").RULES
            found[rules.area] = rules
    return found


def rules_of(session: Session, kind: type[R]) -> R | None:
    """The utility's rules of an area; None where it does not offer what they are about."""
    text = session.scalar(select(Policy.rules).where(Policy.area == kind.area))
    return None if text is None else kind.model_validate_json(text)


def set_rules(session: Session, every: Mapping[str, Rules]) -> None:
    """Make these the utility's rules; areas that are not named are no longer offered."""
    kept = {row.area: row for row in session.scalars(select(Policy))}
    for area, rules in every.items():
        text = rules.model_dump_json()
        row = kept.pop(area, None)
        if row is None:
            session.add(Policy(area=area, rules=text))
        elif row.rules != text:
            row.rules = text
    for row in kept.values():
        session.delete(row)


def read_rules(data: Mapping[str, Any]) -> dict[str, Rules]:
    """Tables of a profile as rules; raises ValueError with the area and what is wrong there."""
    unknown = sorted(set(data).difference(areas()))
    if unknown:
        raise ValueError(f"unknown policies: {', '.join(unknown)}")
    return {area: areas()[area].model_validate(rules) for area, rules in data.items()}
