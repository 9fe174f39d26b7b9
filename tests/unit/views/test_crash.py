"""Our mistakes reach one dialog and the log, without naming anybody."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.dialogs.reporter import CrashReporter, detail


@pytest.fixture
def reporter(qtbot: QtBot) -> Iterator[CrashReporter]:
    """Installed for one test, over a window of its own."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = CrashReporter("0.1.0", window)
    made.over(window)
    made.install()
    yield made
    made.remove()


def fault(name: str) -> BaseException:
    try:
        raise KeyError(name)
    except KeyError as cause:
        try:
            raise ValueError("cuenta de " + name) from cause
        except ValueError as error:
            return error


def dialog() -> QDialog:
    found = [w for w in QApplication.topLevelWidgets() if w.objectName() == "crash_dialog"]
    assert len(found) == 1
    shown = found[0]
    assert isinstance(shown, QDialog)
    return shown


def test_the_detail_has_kinds_and_places_but_no_names() -> None:
    text = detail(fault("María Pérez"))
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_crash.py" in text
    assert "María" not in text


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no hints
@pytest.mark.expect_logs("crash builtins.ValueError")
def test_two_faults_are_one_dialog(qtbot: QtBot, reporter: CrashReporter) -> None:
    for name in ("a", "b"):
        error = fault(name)
        with qtbot.waitSignal(reporter.crashed):
            sys.excepthook(type(error), error, error.__traceback__)
    shown = dialog()
    assert shown.isVisible()
    copy = shown.findChild(QAbstractButton, "copy_detail")
    text = shown.findChild(QPlainTextEdit, "crash_detail")
    assert copy is not None
    assert text is not None
    copy.click()
    assert QApplication.clipboard().text() == text.toPlainText()
    assert "Oficina Virtual 0.1.0" in text.toPlainText()
    shown.accept()


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no hints
@pytest.mark.expect_logs("crash builtins.ZeroDivisionError")
def test_a_fault_on_another_thread_is_shown_too(qtbot: QtBot, reporter: CrashReporter) -> None:
    with qtbot.waitSignal(reporter.crashed):
        thread = threading.Thread(target=lambda: 1 // 0)
        thread.start()
        thread.join()
    dialog().accept()
