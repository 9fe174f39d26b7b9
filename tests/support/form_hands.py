"""What hands do in forms: choose in lists, write long texts, drag files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from tests.support.dropping import drop_on
from tests.support.person import Person


def picks(person: Person, name: str, words: str) -> None:
    """Choose in a list with the keyboard."""
    box = person.part(name)
    assert isinstance(box, QComboBox)
    box.setFocus()
    steps = box.findText(words) - box.currentIndex()
    key = Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up
    for _ in range(abs(steps)):
        QTest.keyClick(box, key)
    person.waits()
    assert box.currentText() == words


def writes(person: Person, name: str, text: str) -> None:
    """Type into a text of several lines."""
    box = person.part(name)
    assert isinstance(box, QPlainTextEdit)
    box.setFocus()
    box.selectAll()
    box.insertPlainText(text)  # as an input method does: QTest knows no accents
    person.waits()


def drops(person: Person, name: str, *paths: Path) -> None:
    """Drag files onto a part of a form."""
    area = person.part(f"{name}_area").parentWidget()
    assert isinstance(area, QWidget)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    drop_on(area, data)
    person.waits()
