"""Every screen in a language that is 40 % longer: nothing untranslated, nothing cut off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from desktop.views.widgets.labels import ElidedLabel
from tests.support.backend import RunningBackend
from tests.support.person import Person
from tools import translations

SIZES = ((1366, 768), (1024, 700))


@pytest.fixture
def pseudo(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """The app's texts stretched and bracketed, installed under the app's own."""
    source = tmp_path / "oficina_qps.ts"
    translations.write_pseudo(source)
    translator = QTranslator()
    assert translator.load(str(source.with_suffix(".qm")))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_screen_cuts_a_longer_language(
    person: Person, server: RunningBackend, size: tuple[int, int], pseudo: None
) -> None:
    person.opens_the_app()
    window = person.desktop.window
    window.resize(*size)
    problems = list(_problems(window, "sign-in"))
    person.types(translations.pseudo("Nombre de usuario"), "ana")
    person.types(translations.pseudo("Contraseña"), "secreta")
    person.hits(Qt.Key.Key_Return)
    person.waits_until(lambda: person.desktop.shell.overview is not None)
    person.waits()
    for key in [spec.key for spec in person.desktop.specs] + ["preferences", "help"]:
        window.show_page(key)
        person.waits()
        problems += _problems(window, key)
    assert not problems, "\n".join(problems)


def _problems(window: QWidget, screen: str) -> Iterator[str]:
    spanish = {translations.text(message) for message in translations.messages()}
    shown: list[QLabel | QAbstractButton] = [
        *window.findChildren(QLabel),
        *window.findChildren(QAbstractButton),
    ]
    for widget in shown:
        text = widget.text()
        if not text or not widget.isVisible() or not window.isVisible():
            continue
        if text in spanish:
            yield f"{screen}: «{text}» is not translated"
        if _is_cut(widget):
            wide = widget.sizeHint().width()
            yield f"{screen}: «{text}» has {widget.width()} px and needs {wide}"


def _is_cut(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, ElidedLabel) or not isinstance(widget, QLabel | QPushButton):
        return False  # they say what is missing in a tooltip, or draw it themselves
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    return widget.sizeHint().width() > widget.width() + 1
