"""Signing out with something unsent, how much waits, and what befell it, in the whole window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel

from desktop.domain.errors import Code, StoreError
from desktop.domain.submissions import OutboxReport
from desktop.viewmodels.shell import Stage as Where
from tests.support.fake_office import PROFILE
from tests.support.fake_outbox import FakeOutbox, accepted, submission
from tests.support.shell_stage import Stage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has none
Make = Callable[..., Stage]


def signed_in(stage: Make, *waiting: int) -> Stage:
    outbox = FakeOutbox(kept=[submission(number) for number in waiting])
    on = stage(kept=PROFILE, outbox=outbox)
    on.show()
    on.start()
    return on


def button(on: Stage, name: str) -> QAbstractButton:
    found = on.window.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton), name
    return found


def leave(on: Stage) -> None:
    on.window.actions_.sign_out.trigger()
    on.quiet()


def where(on: Stage) -> Where:
    return on.shell.stage


def asked(on: Stage) -> str:
    label = on.window.findChild(QLabel, "leaving_title")
    return label.text() if label is not None and label.isVisible() else ""


def test_with_nothing_unsent_nobody_is_asked(stage: Make) -> None:
    on = signed_in(stage)
    leave(on)
    assert not asked(on)
    assert where(on) is Where.SIGN_IN
    assert on.office.calls[-1] == "sign_out"


def test_what_is_unsent_is_asked_about_and_kept_by_enter(stage: Make) -> None:
    on = signed_in(stage, 1, 2)
    leave(on)
    assert asked(on) == "Tiene 2 envíos que todavía no fueron recibidos."
    assert where(on) is Where.OPEN
    assert QApplication.focusWidget() is button(on, "leaving_keep")
    QTest.keyClick(button(on, "leaving_keep"), Qt.Key.Key_Return)
    on.quiet()
    assert where(on) is Where.SIGN_IN
    assert on.office.calls[-1] == "sign_out"


@pytest.mark.parametrize("way", ["leaving_stay", "escape"])
def test_one_can_stay(stage: Make, way: str) -> None:
    on = signed_in(stage, 1)
    leave(on)
    if way == "escape":
        QTest.keyClick(button(on, "leaving_keep"), Qt.Key.Key_Escape)
    else:
        button(on, way).click()
    on.quiet()
    assert not asked(on)
    assert where(on) is Where.OPEN


def test_losing_it_takes_two_presses(stage: Make) -> None:
    on = signed_in(stage, 1)
    leave(on)
    button(on, "leaving_discard").click()
    on.quiet()
    assert where(on) is Where.OPEN
    assert button(on, "leaving_discard").text() == "Sí, perder lo que no se envió"
    button(on, "leaving_discard").click()
    on.quiet()
    assert where(on) is Where.SIGN_IN
    assert on.office.calls[-1] == "sign_out and discard"


def test_the_receipts_can_be_taken_along(stage: Make, tmp_path: Path) -> None:
    on = signed_in(stage, 1)
    leave(on)
    button(on, "leaving_export").click()
    dialog = on.window.findChild(QFileDialog, "export_receipts_dialog")
    assert isinstance(dialog, QFileDialog)
    file = tmp_path / "mine.json"
    dialog.fileSelected.emit(str(file))
    dialog.close()
    on.quiet()
    assert file.is_file()
    assert where(on) is Where.OPEN


def test_an_outbox_that_cannot_be_read_is_not_taken_for_empty(stage: Make) -> None:
    on = signed_in(stage)
    on.office.outbox.failing = StoreError(Code.STORE_CORRUPT)
    leave(on)
    assert asked(on) == "No se pudo comprobar si quedan envíos sin recibir."
    assert where(on) is Where.OPEN


def test_the_sidebar_counts_what_waits(stage: Make) -> None:
    on = signed_in(stage, 1, 2)
    entry = button(on, "menu_pending")
    assert entry.text() == entry.accessibleName() == "Pendientes de envío (2)"
    on.office.outbox.put(accepted(submission(1)))
    on.shell.sync_now()
    on.quiet()
    assert entry.text() == "Pendientes de envío (1)"
    on.office.outbox.put(accepted(submission(2)))
    on.shell.sync_now()
    on.quiet()
    assert entry.text() == "Pendientes de envío"
    entry.click()
    assert on.window.pages.key == "pending"


def test_what_was_only_begun_is_asked_about_too(stage: Make) -> None:
    on = signed_in(stage, 1, 2)
    for number in range(3):
        on.office.drafts.save("claim:new", f"C-{number}", {})
    leave(on)
    assert asked(on) == (
        "Tiene 2 envíos que todavía no fueron recibidos. Tiene 3 borradores sin enviar."
    )
    on.window.close()


def test_a_draft_alone_is_reason_enough_to_ask(stage: Make) -> None:
    on = signed_in(stage)
    on.office.drafts.save("claim:new", "C-1", {})
    on.office.drafts.save("claim:new", "C-2", {})
    leave(on)
    assert asked(on) == "Tiene 2 borradores sin enviar."
    assert where(on) is Where.OPEN


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (OutboxReport(3, 1, False, "outbox.kept-1.db"), "se recuperaron 3 envíos de su copia."),
        (OutboxReport(0, 0, True, "outbox.kept-1.db"), "se conservó como outbox.kept-1.db."),
    ],
)
def test_damage_on_this_computer_is_told_on_any_page_until_it_was_seen(
    stage: Make, report: OutboxReport, words: str
) -> None:
    outbox = FakeOutbox(kept=[submission(1)], damage=report)
    on = stage(kept=PROFILE, outbox=outbox)
    on.show()
    on.start()
    assert words in (on.window.notice.notice.text if on.window.notice.notice else "")
    button(on, "window_notice_close").click()
    on.quiet()
    on.shell.events.outbox_changed.emit()
    on.quiet()
    assert on.window.notice.notice is None
    outbox.damage = OutboxReport(2, 0, False, "outbox.kept-2.db")
    on.shell.events.outbox_changed.emit()
    on.quiet()
    button(on, "window_notice_action").click()
    on.quiet()
    assert on.window.pages.key == "pending"
