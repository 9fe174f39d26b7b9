"""A person at the app: types, clicks and reads the real widgets, waits for what a person waits for.

person.opens_the_app()
person.signs_in("ana", "secreta")
person.goes_to("Mis Facturas")
person.sees("Vencida")
"""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.app import Desktop, Options, build
from desktop.services.ports import Browser
from tests.support.offices import FakeKeyring

PATIENCE = 15_000  # ms

W = TypeVar("W", bound=QWidget)


class Person:
    """One person at one computer; `keyring` and `folder` are what stays when the app is closed."""

    def __init__(self, qtbot: QtBot, folder: Path, server: str) -> None:
        self._qtbot = qtbot
        self.folder = folder
        self.server = server
        self.keyring = FakeKeyring()
        self.browser: Browser | None = None  # None: the system's
        self._desktop: Desktop | None = None
        self._times_lost = 0

    @property
    def desktop(self) -> Desktop:
        """The running app."""
        assert self._desktop is not None, "the app is not open"
        return self._desktop

    # ---- the app ----------------------------------------------------------------------------

    def opens_the_app(self) -> None:
        """Start it and wait until it has looked for a kept session."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.folder.mkdir(exist_ok=True)
        options = Options(self.folder, server=self.server, language="es", theme="light")
        self._desktop = build(app, options, secrets=self.keyring, browser=self.browser)
        self._desktop.show()
        self.waits_until(lambda: bool(self.desktop.specs) and not self.is_waiting)

    def closes_the_app(self) -> None:
        """Close the window, as its frame's button does."""
        if self._desktop is not None:
            self._desktop.window.close()
            self._desktop.close()
            self._desktop.window.deleteLater()
            self._desktop.deleteLater()
            self._desktop = None

    def loses_power(self) -> None:
        """The computer goes out: what goes on is what the disk and the keyring held at this
        instant, nothing that the app did while it was closed."""
        self._times_lost += 1
        held = self.folder.with_name(f"{self.folder.name}-{self._times_lost}")
        shutil.copytree(self.folder, held)
        keyring = copy.deepcopy(self.keyring)
        self.closes_the_app()
        self.folder, self.keyring = held, keyring

    @property
    def is_waiting(self) -> bool:
        """Whether the app is at work in the background."""
        return self.desktop.runner.is_busy

    def waits_until(self, holds: Callable[[], bool]) -> None:
        """Fails after `PATIENCE`."""
        self._qtbot.waitUntil(holds, timeout=PATIENCE)

    def waits(self) -> None:
        """Until the app is at rest."""
        self.waits_until(lambda: not self.is_waiting)

    # ---- hands ------------------------------------------------------------------------------

    def signs_in(self, username: str, password: str) -> None:
        """Fill in the form and press Enter; ends when the office is open and at rest."""
        self.tries_to_sign_in(username, password)
        self.sees("Inicio")
        self.waits()

    def tries_to_sign_in(self, username: str, password: str) -> None:
        """Fill in the form and press Enter."""
        self.types("Nombre de usuario", username)
        self.types("Contraseña", password)
        QTest.keyClick(self._field("Contraseña"), Qt.Key.Key_Return)
        self.waits()

    def types(self, field: str, text: str) -> None:
        """Replace what stands in the field of that accessible name."""
        widget = self._field(field)
        widget.setFocus()
        widget.selectAll()
        QTest.keyClicks(widget, text)

    def presses(self, words: str) -> None:
        """Click the visible button that says, or is named, `words`."""
        button = self.button(words)
        assert button.isEnabled(), f"«{words}» cannot be pressed"
        at = button.rect().center()
        if isinstance(button, QCheckBox):
            at.setX(12)  # on the box: the row may be wider than its words
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=at)
        self.waits()

    def hits(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Strike a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.desktop.window, key, modifier)
        self.waits()

    def goes_to(self, page: str) -> None:
        """Choose a page in the sidebar."""
        menu = next(b for b in self._all(QAbstractButton) if b.accessibleName().startswith(page))
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton)
        self.waits()

    def chooses(self, text: str) -> None:
        """Click the row of the page's table that shows `text`, which opens its detail."""
        table = self.table
        for row in range(table.model().rowCount()):
            for column in range(table.model().columnCount()):
                index = table.model().index(row, column)
                if text in str(index.data() or ""):
                    table.scrollTo(index)
                    place = table.visualRect(index).center()
                    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
                    table.selectionModel().setCurrentIndex(
                        index, QItemSelectionModel.SelectionFlag.NoUpdate
                    )
                    self.waits()
                    return
        raise AssertionError(f"no row shows «{text}»")

    # ---- eyes -------------------------------------------------------------------------------

    def sees(self, *texts: str) -> None:
        """Wait until each text can be read somewhere in the window."""
        for text in texts:
            try:
                self.waits_until(lambda text=text: text in self.screen)  # type: ignore[misc]
            except Exception as error:
                raise AssertionError(f"«{text}» is not on the screen:\n{self.screen}") from error

    def does_not_see(self, text: str) -> None:
        """Nothing in the window says that now."""
        assert text not in self.screen, f"«{text}» is on the screen:\n{self.screen}"

    @property
    def screen(self) -> str:
        """Everything that can be read in the window, without the no-break spaces."""
        words = [label.text() for label in self._all(QLabel)]
        words += [button.text() for button in self._all(QAbstractButton)]
        words += [button.accessibleName() for button in self._all(QAbstractButton)]
        words += [edit.text() for edit in self._all(QLineEdit)]
        for table in self._all(QTableView):
            model = table.model()
            for row in range(model.rowCount()):
                cells = (model.index(row, c).data() for c in range(model.columnCount()))
                words.append(" | ".join(str(cell) for cell in cells if cell))
        return "\n".join(words).replace("\u00a0", " ").replace("\u202f", " ")

    @property
    def table(self) -> QTableView:
        """The table of the page in front."""
        return next(iter(self._all(QTableView)))

    @property
    def rows(self) -> int:
        """How many rows that table has."""
        return self.table.model().rowCount()

    def pdf_text(self) -> str:
        """The words of the first page of the document in front."""
        documents = [d for d in self.desktop.window.findChildren(QPdfDocument) if d.pageCount()]
        assert documents, "no document is open"
        return documents[-1].getAllText(0).text().replace("\u00a0", " ")

    def button(self, words: str) -> QAbstractButton:
        """The visible button that says, or is named, `words`."""
        for button in self._all(QAbstractButton):
            if words in (button.text().replace("&", ""), button.accessibleName()):
                return button
        raise AssertionError(f"no button says «{words}»:\n{self.screen}")

    @property
    def focus(self) -> QWidget:
        """Where keys go."""
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    def field_text(self, name: str) -> str:
        """What stands in the field of that accessible name."""
        return self._field(name).text()

    def part(self, name: str) -> QWidget:
        """A part of the window by its object name."""
        self.waits_until(lambda: self.desktop.window.findChild(QWidget, name) is not None)
        found = self.desktop.window.findChild(QWidget, name)
        assert found is not None
        return found

    def action(self, name: str) -> QAction:
        """A menu's action by its object name."""
        found = self.desktop.window.findChild(QAction, name)
        assert found is not None, f"no action {name}"
        return found

    def _field(self, name: str) -> QLineEdit:
        for field in self._all(QLineEdit):
            if field.accessibleName() == name:
                return field
        raise AssertionError(f"no field is named «{name}»:\n{self.screen}")

    def _all(self, kind: type[W]) -> Iterator[W]:
        for widget in self.desktop.window.findChildren(kind):
            if widget.isVisible():
                yield widget
