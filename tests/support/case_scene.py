"""Questions and claims over a fake office, and a person's hands on the page."""

from __future__ import annotations

import dataclasses
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

import backend.demo
from desktop.api.cases import CaseRules as WireRules
from desktop.domain.case_rules import CaseRules
from desktop.domain.cases import (
    Author,
    Case,
    CaseClock,
    CaseKind,
    CaseStatus,
    ClaimedInvoice,
    Message,
    MessageKind,
)
from desktop.domain.faq import FaqArticle
from desktop.domain.freshness import Freshness
from desktop.domain.submissions import Submission
from desktop.domain.workdays import Calendar
from desktop.services.results import CaseBook
from desktop.views.pages.cases import PAGE, CasesPage
from tests.support.books import CONTRACT, NOW, TODAY, FakeOffice, household, uyu
from tests.support.stage import Stage

__all__ = ["NOW", "TODAY", "Scene", "a_case", "rules"]


def rules() -> CaseRules:
    """The demonstration utility's."""
    path = Path(backend.demo.__file__).with_name("uy_gas.toml")
    data = tomllib.loads(path.read_text("utf-8"))["utility"]["policies"]["cases"]
    for kind in data["types"]:
        for subtype in kind["subtypes"]:
            usual = {"required": [], "optional": [], "disputes": False, "note": ""}
            subtype |= {k: v for k, v in usual.items() if k not in subtype}
    return msgspec.convert(data, WireRules).domain()


def a_case(**changes: Any) -> Case:
    """A claim of a week ago with a week to go."""
    opened = NOW - timedelta(days=7)
    invoice = household()[0]
    usual = Case(
        id="9",
        contract_id=CONTRACT,
        number="2026-00-000001-1",
        kind=CaseKind.CLAIM,
        code="wrong_reading",
        type="Facturación",
        about="Disconformidad con la lectura facturada",
        subject="",
        status=CaseStatus.ENTERED,
        outcome=None,
        channel="",
        claimant="Titular",
        contact_name="Lucía Pérez",
        contact_phone="099 123 456",
        details=(),
        amount_claimed=None,
        amount_held=uyu(0),
        opened_at=opened,
        days=15,
        due_on=TODAY + timedelta(days=7),
        clock=CaseClock.RUNNING,
        days_left=None,
        reply_by=None,
        answered_at=None,
        reopen_by=None,
        closed_at=None,
        reopened=False,
        satisfaction=None,
        invoices=(ClaimedInvoice(invoice.id, invoice.number, uyu(0)),),
        messages=(
            Message("31", opened, Author.CUSTOMER, MessageKind.OPENING, "La lectura no es esa."),
        ),
        origin_op_id=None,
    )
    return dataclasses.replace(usual, **changes)


@dataclasses.dataclass
class FakeCases:
    """Gives the same book, with what the outbox holds."""

    office: FakeOffice
    cases: tuple[Case, ...] = ()
    rules: CaseRules | None = None

    def book(self, contract_id: str) -> CaseBook:
        return CaseBook(
            cases=self.cases if contract_id == CONTRACT else (),
            rules=self.rules,
            calendar=Calendar(),
            invoices=household(),
            meters=(),
            items=tuple(self.office.outbox.kept),
            today=TODAY,
            now=NOW,
            freshness=Freshness(NOW),
            drafts=tuple(
                one
                for one in reversed(self.office.drafts.all())
                if one.key in ("question", "claim")
            ),
        )


class FakeFaq:
    """Knows one answer."""

    def find(self, text: str, limit: int = 20) -> tuple[FaqArticle, ...]:
        if "dos veces" not in text:
            return ()
        return (FaqArticle("1", "twice", "Pagos", 1, "¿Pagó dos veces?", "Sí.", (), "", TODAY),)


class Scene:
    """The page over a fake office."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder, self.qtbot = folder, qtbot
        self.office = FakeOffice()
        self.cases = FakeCases(self.office, rules=rules())
        self.office.cases = self.cases  # type: ignore[attr-defined]
        self.office.faq = FakeFaq()  # type: ignore[attr-defined]
        self._stage: Stage | None = None

    @property
    def stage(self) -> Stage:
        assert self._stage is not None
        return self._stage

    @property
    def sent(self) -> list[Submission]:
        return self.office.outbox.kept

    def open(self, *cases: Case, item: str = "") -> Scene:
        self.cases.cases = cases
        if self._stage is None:
            self._stage = Stage(self.folder, self.office)
            self._stage.shell._server_time = NOW
        page = PAGE.build(self._stage.context())
        assert isinstance(page, CasesPage)
        self.page = page
        self.qtbot.addWidget(page)
        page.setFixedSize(1134, 736)
        page.show()
        page.activate(item)
        self.rest()
        return self

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.stage.runner.is_busy)

    def part(self, name: str) -> QWidget:
        found = self.page.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    def press(self, name: str) -> None:
        shown = [b for b in self.page.findChildren(QAbstractButton, name) if b.isVisible()]
        assert len(shown) == 1, name
        shown[0].click()
        self.rest()

    def pick(self, name: str, words: str) -> None:
        box = self.part(name)
        assert isinstance(box, QComboBox)
        box.setCurrentText(words)
        assert box.currentText() == words
        self.rest()

    def write(self, name: str, text: str) -> None:
        field = self.part(name)
        if isinstance(field, QLineEdit):
            field.selectAll()
            field.insert(text)
            field.textEdited.emit(field.text())
        else:
            assert isinstance(field, QPlainTextEdit)
            field.setPlainText(text)
        self.rest()

    def shows(self, name: str) -> bool:
        found = self.page.findChild(QWidget, name)
        return found is not None and found.isVisible()

    def problem(self, name: str) -> str:
        label = self.part(f"{name}_problem")
        assert isinstance(label, QLabel)
        return label.text() if label.isVisible() else ""

    @property
    def said(self) -> str:
        labels = [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]
        words = [b.text() for b in self.page.findChildren(QAbstractButton) if b.isVisible()]
        return "\n".join((*labels, *words)).replace("\u00a0", " ")


def day_before(days: int) -> date:
    """That many days ago."""
    return TODAY - timedelta(days=days)
