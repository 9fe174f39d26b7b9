"""Aportar Lectura over a fake office, and a person's hands on it."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.contracts import ReadingWindow
from desktop.domain.readings import Register
from desktop.domain.submissions import Submission
from desktop.services.results import ContractSummary, ReadingBook
from desktop.views.pages.self_reading import PAGE, SelfReadingPage
from desktop.views.widgets.digits import DigitField
from tests.support.books import NOW, FakeOffice, reading_book
from tests.support.fake_outbox import submission
from tests.support.stage import Stage, summary

# The dial showed 1317 at the last reading, which was an estimate.
ORDINARY, HIGH, MUCH, LOWER = "01397", "01457", "01717", "01300"


def in_window(opens: float = -1, closes: float = 2, **changes: object) -> ContractSummary:
    """Casa, with a window that opens and closes so many days from now."""
    one = summary()
    window = ReadingWindow(NOW + timedelta(days=opens), NOW + timedelta(days=closes))
    contract = dataclasses.replace(one.contract, reading_window=window, **changes)  # type: ignore[arg-type]
    return dataclasses.replace(one, contract=contract)


def book() -> ReadingBook:
    """The household's, whose second meter hangs on the wall."""
    found = reading_book()
    return dataclasses.replace(
        found, meters=(dataclasses.replace(found.meters[0], id="m2", serial="G4-901177"),)
    )


def kept(number: int = 1, value: str = ORDINARY) -> Submission:
    """A reading that waits in the outbox."""
    values = [{"register_id": "r1", "value": value}]
    content = {"meter_id": "m2", "values": values, "read_at": "2026-11-22T17:02:00Z"}
    return submission(number, content={**content, "confirmed": [], "photo": None, "note": ""})


class Scene:
    """The page over a fake office."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder, self.qtbot = folder, qtbot
        self.office = FakeOffice()
        self.office.readings.answer = book()
        self._stage: Stage | None = None
        self._page: SelfReadingPage | None = None

    @property
    def page(self) -> SelfReadingPage:
        assert self._page is not None
        return self._page

    @property
    def stage(self) -> Stage:
        assert self._stage is not None
        return self._stage

    @property
    def sent(self) -> list[Submission]:
        return self.office.outbox.kept

    def open(self, *contracts: ContractSummary, items: tuple[Submission, ...] = ()) -> Scene:
        self.office.outbox.kept = list(items)
        self._stage = Stage(self.folder, self.office, *(contracts or (in_window(),)))
        self._stage.shell._server_time = NOW  # what the overview's worker would have told
        page = PAGE.build(self._stage.context())
        assert isinstance(page, SelfReadingPage)
        self._page = page
        self.qtbot.addWidget(page)
        page.setFixedSize(1134, 736)
        page.show()
        page.activate("")
        self.rest()
        return self

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.stage.runner.is_busy)

    def field(self, register: str = "r1") -> DigitField:
        found = self.page.findChild(DigitField, f"reading_{register}")
        assert isinstance(found, DigitField)
        return found

    def type(self, text: str, register: str = "r1") -> None:
        field = self.field(register)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)

    def press(self, name: str) -> None:
        button = self.page.findChild(QAbstractButton, name)
        assert isinstance(button, QAbstractButton)
        assert button.isVisible(), name
        button.click()
        self.rest()

    def send(self) -> None:
        self.press("reading_send")

    def shows(self, name: str) -> bool:
        found = self.page.findChild(QWidget, name)
        return found is not None and found.isVisible()

    @property
    def said(self) -> str:
        labels = (label.text() for label in self.page.findChildren(QLabel) if label.isVisible())
        return " ".join(labels).replace("\u00a0", " ")


def in_window_of(contract_id: str) -> ContractSummary:
    """A second contract, open as well."""
    window = ReadingWindow(NOW - timedelta(days=1), NOW + timedelta(days=2))
    other = summary(contract_id, "Oficina")
    return dataclasses.replace(
        other, contract=dataclasses.replace(other.contract, reading_window=window)
    )


def with_registers(scene: Scene, *registers: Register) -> None:
    """Hang a meter with several dials on the wall."""
    found = book()
    meter = dataclasses.replace(found.meters[0], registers=registers)
    scene.office.readings.answer = dataclasses.replace(found, meters=(meter,))


def add_photo(scene: Scene, file: Path) -> None:
    """Choose a file in the dialog."""
    scene.press("reading_photo")
    dialog = scene.page.findChildren(QFileDialog, "photo_dialog")[-1]
    dialog.filesSelected.emit([str(file)])
    dialog.close()
    scene.rest()


def picture(path: Path) -> Path:
    """A small PNG."""
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGray)
    assert image.save(str(path))
    return path
