"""What every test is held to: nothing of this computer's is read, nothing is left behind, and
nothing warns, neither Python nor Qt nor a log."""

from __future__ import annotations

import gc
import logging
import os
import re
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")

import pytest

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QWidget

THREAD_GRACE_SECONDS = 5


@pytest.fixture(autouse=True)
def private_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Home, XDG folders and QSettings of this test alone."""
    home = tmp_path / "home"
    for name, folder in {
        "HOME": home,
        "USERPROFILE": home,
        "XDG_CACHE_HOME": home / "cache",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_STATE_HOME": home / "state",
        "LOCALAPPDATA": home / "local",
    }.items():
        folder.mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(folder))
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QSettings

        for form in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
            QSettings.setPath(form, QSettings.Scope.UserScope, str(home / "config"))


class Warnings(logging.Handler):
    """Keeps what was logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep `record`."""
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_logged_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in a log fails the test, unless `expect_logs` names it."""
    marker = request.node.get_closest_marker("expect_logs")
    patterns = [re.compile(pattern) for pattern in (marker.args if marker else ())]
    handler = Warnings()
    root = logging.getLogger()
    root.addHandler(handler)
    yield
    root.removeHandler(handler)
    messages = [record.getMessage() for record in handler.records]
    surprising = [m for m in messages if not any(p.search(m) for p in patterns)]
    absent = [p.pattern for p in patterns if not any(p.search(m) for m in messages)]
    assert not surprising, f"logged without being expected: {surprising}"
    assert not absent, f"expected in the log but never logged: {absent}"


@pytest.fixture(autouse=True)
def no_threads_left() -> Iterator[None]:
    """A thread that outlives its test would work in the next one."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(THREAD_GRACE_SECONDS)
    names = [thread.name for thread in left if thread.is_alive()]
    assert not names, f"threads still running: {names}"


@pytest.fixture(autouse=True)
def no_qt_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """A window or timer that outlives its test would act in the next one."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("qapp")
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer

    before = {id(widget) for widget in orphan_windows()}
    with recorded_timers(QTimer) as timers:
        yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if len(orphan_windows()) > len(before):
        gc.collect()
    windows = [repr(widget) for widget in orphan_windows() if id(widget) not in before]
    running = active(timers)
    assert not windows, f"windows left behind: {windows}"
    assert not running, f"timers still running: {running}"


def orphan_windows() -> list[QWidget]:
    """Windows that nobody owns; Qt keeps a tooltip of its own."""
    from PySide6.QtWidgets import QApplication

    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
    ]


class recorded_timers:  # noqa: N801 - reads as a statement
    """Every timer started in the block."""

    def __init__(self, timer: type[QTimer]) -> None:
        self._timer = timer
        self._start: Callable[..., None] = timer.start
        self._started: weakref.WeakSet[QTimer] = weakref.WeakSet()

    def __enter__(self) -> weakref.WeakSet[QTimer]:
        started, start = self._started, self._start

        def recording(timer: QTimer, *arguments: int) -> None:
            started.add(timer)
            start(timer, *arguments)

        self._timer.start = recording  # type: ignore[method-assign]
        return started

    def __exit__(self, *_exc: object) -> None:
        self._timer.start = self._start  # type: ignore[method-assign]


def active(timers: weakref.WeakSet[QTimer]) -> list[str]:
    """The timers that will still fire."""
    import shiboken6

    valid = [timer for timer in timers if shiboken6.isValid(timer)]
    return [timer.objectName() or repr(timer) for timer in valid if timer.isActive()]
