"""The fixtures of `tests/conftest.py` fail a test that leaves something behind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

CONFTEST = (Path(__file__).parent.parent / "conftest.py").read_text("utf-8")
INI = """
[pytest]
qt_api = pyside6
qt_log_level_fail = WARNING
filterwarnings = error
markers = expect_logs: x
"""
TESTS = """
import logging, os, threading, warnings
import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QWidget

gate = threading.Event()
kept = []
timer = QTimer()

def test_bad_thread():
    threading.Thread(target=gate.wait, args=(60,), daemon=True).start()

def test_bad_window(qapp):
    kept.append(QWidget())

def test_bad_timer(qapp):
    timer.start(60_000)

def test_bad_log():
    logging.getLogger("x").warning("odd")

@pytest.mark.expect_logs("odd")
def test_bad_silence():
    assert True

def test_bad_qt_warning(qapp):
    qWarning("odd")

def test_bad_python_warning():
    warnings.warn("odd")

@pytest.mark.expect_logs("^odd$")
def test_good(qtbot, tmp_path):
    qtbot.addWidget(QWidget())
    logging.getLogger("x").warning("odd")
    assert os.environ["HOME"] == str(tmp_path / "home")
"""


def test_each_thing_left_behind_fails_its_test_alone(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST.replace("GRACE_SECONDS = 5", "GRACE_SECONDS = 0.1"))
    pytester.makefile(".ini", pytest=INI)
    pytester.makepyfile(TESTS)
    lines = pytester.runpytest_subprocess("-rfE", "-p", "no:cacheprovider").stdout.lines
    pattern = re.compile(r"^(?:FAILED|ERROR) \S+::(test_\w+)")
    blamed = {match[1] for match in map(pattern.match, lines) if match}
    assert blamed == set(re.findall(r"test_bad_\w+", TESTS))
