"""A page is one file: it declares a `PAGE`, and the shell finds it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from enum import Flag, auto
from typing import Protocol

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.viewmodels.context import Context


class Roles(Flag):
    """Who sees a page in the menu."""

    CUSTOMER = auto()
    CLERK = auto()
    ALL = CUSTOMER | CLERK


@dataclass(frozen=True, slots=True)
class PageSpec:
    """`key` is the page's objectName and what links name; `title` is marked with
    QT_TRANSLATE_NOOP("PageSpec", ...) and translated when shown; `icon` names a file of
    resources/icons. A page with `per_contract` stands in the menu of each contract on Inicio;
    one `at_foot` at the foot of the sidebar, with how much waits there; one `behind_user` has
    its entry in the menu of the person's button. `entries` are parts of the page with an entry of
    their own in a contract's menu: (item_id, title), marked as `title` is."""

    order: int
    key: str
    title: str
    icon: str
    build: Callable[[Context], QWidget]
    roles: Roles = Roles.ALL
    per_contract: bool = True
    at_foot: bool = False
    behind_user: bool = False
    entries: tuple[tuple[str, str], ...] = ()


class Page(Protocol):
    """What the shell asks of a built page, besides being a QWidget."""

    def activate(self, item_id: str) -> None:
        """The page comes to the front; `item_id` names an entity to show, or is empty."""


class LivePage(QWidget):
    """A page that follows the data while it is in front. A minimised window still keeps itself up
    to date: only the shell's own hiding ends it."""

    def set_active(self, is_active: bool) -> None:
        """Begin or cease to follow the data."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.set_active(False)


def discover() -> tuple[PageSpec, ...]:
    """Every page of `views/pages`, in the menu's order."""
    from desktop.views import pages

    specs = [
        importlib.import_module(f"{pages.__name__}.{module.name}").PAGE
        for module in pkgutil.iter_modules(pages.__path__)
    ]
    return tuple(sorted(specs, key=lambda spec: spec.order))
