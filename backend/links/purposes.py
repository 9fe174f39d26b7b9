"""What a link can be for: one registry. An area that gives out links is a package of `backend`
with a module `links` whose `PURPOSES` lists them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy.orm import Session

Text = Callable[[Session, str], str]
"""(session, subject): what the page says before the button is pressed."""

Accept = Callable[[Session, datetime, str], str]
"""(session, now, subject): takes effect and returns the sentence that says so."""

TypedAccept = Callable[[Session, datetime, str, Mapping[str, str]], str]
"""(session, now, subject, typed by name): as `Accept`, with what the person typed."""


class LinkRefusedError(Exception):
    """Nothing happened and the link can be used again; `sentence` tells the person why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of the page; what is typed into a secret one is not shown."""

    name: str
    label: str
    is_secret: bool = False


@dataclass(frozen=True, slots=True)
class Purpose:
    """A page with a text and a button. `accept` raises LinkRefusedError to refuse."""

    name: str
    title: str
    text: Text
    accept: Accept
    button: str = "Confirmar"


@dataclass(frozen=True, slots=True)
class FormPurpose:
    """A page that also asks for something."""

    name: str
    title: str
    text: Text
    asked: tuple[Asked, ...]
    accept: TypedAccept
    button: str = "Guardar"


AnyPurpose = Purpose | FormPurpose


@cache
def purposes() -> Mapping[str, AnyPurpose]:
    """Every purpose, by name."""
    import backend

    found: dict[str, AnyPurpose] = {}
    for package in pkgutil.iter_modules(backend.__path__):
        if not package.ispkg or package.name == "links":
            continue
        modules = importlib.import_module(f"backend.{package.name}")
        if any(module.name == "links" for module in pkgutil.iter_modules(modules.__path__)):
            listed = importlib.import_module(f"backend.{package.name}.links").PURPOSES
            found |= {purpose.name: purpose for purpose in listed}
    return found
