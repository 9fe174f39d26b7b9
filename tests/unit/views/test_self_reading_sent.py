"""Aportar Lectura from the button on: kept, received, refused, corrected, listed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.errors import Code, StoreError
from desktop.domain.readings import Quality, Source
from desktop.domain.submissions import SubmissionState
from desktop.views.theme import Theme, ThemeChoice
from tests.support.books import NOW, REGISTER, meter_life, reading
from tests.support.fake_outbox import accepted, rejected
from tests.support.reading_scene import (
    ORDINARY,
    Scene,
    book,
    in_window,
    in_window_of,
    kept,
    with_registers,
)

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has none


@pytest.fixture
def scene(tmp_path: Path, qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(tmp_path, qtbot)
    yield made
    made.office.outbox.gate.set()
    made.stage.close()


def test_what_was_typed_goes_into_the_outbox_with_its_leading_zero(scene: Scene) -> None:
    scene.open()
    scene.type(ORDINARY)
    scene.press("reading_declare")
    scene.send()
    (one,) = scene.sent
    assert (one.kind, one.scope, one.stream) == ("self_reading", "C-17", "17")
    assert one.content["values"] == [{"register_id": "r1", "value": "01397"}]
    assert one.content["meter_id"] == "m2"
    assert "Guardada en este equipo. Se enviará al recuperar la conexión." in scene.said
    assert "El período cierra el 24/11/2026 a las 14:02." in scene.said
    assert not scene.shows("reading_form")


def test_two_enters_send_once(scene: Scene) -> None:
    scene.open()
    scene.type(ORDINARY)
    scene.press("reading_declare")
    scene.office.outbox.gate.clear()
    QTest.keyClick(scene.field(), Qt.Key.Key_Return)
    QTest.keyClick(scene.field(), Qt.Key.Key_Return)
    scene.page.form.sent.emit()
    scene.office.outbox.gate.set()
    scene.rest()
    assert len(scene.sent) == 1


def test_a_disk_that_is_full_loses_nothing_of_what_was_typed(scene: Scene) -> None:
    scene.open()
    scene.type(ORDINARY)
    scene.press("reading_declare")
    scene.office.outbox.error = StoreError(Code.DISK_FULL)
    scene.send()
    assert "disco" in scene.said
    assert scene.field().text() == ORDINARY
    scene.office.outbox.error = None
    scene.send()
    assert len(scene.sent) == 1


def test_what_was_typed_survives_another_contract_and_a_sync(scene: Scene) -> None:
    scene.open(in_window(), in_window_of("18"))
    scene.type("0139")
    scene.stage.shell.select_contract("18")
    scene.rest()
    assert scene.field().text() == ""
    scene.stage.shell.select_contract("17")
    scene.rest()
    assert scene.field().text() == "0139"
    scene.page.model.reload()
    scene.rest()
    assert scene.field().text() == "0139"


def test_every_register_has_its_field_and_all_are_needed(scene: Scene) -> None:
    night = dataclasses.replace(REGISTER, id="r2", integer_digits=6)
    with_registers(scene, REGISTER, night)
    scene.open()
    assert scene.field("r2").accessibleName() == "Lectura del registro 2, 6 dígitos"
    scene.type(ORDINARY)
    scene.press("reading_declare")
    scene.send()
    assert QApplication.focusWidget() is scene.field("r2")
    scene.type("000123", "r2")
    scene.send()
    assert [v["value"] for v in scene.sent[0].content["values"]] == [ORDINARY, "000123"]


# --- afterwards


def test_a_reading_that_was_received_says_its_number(scene: Scene) -> None:
    scene.open(items=(accepted(kept()),))
    assert "Recibida 14:02, N° L-2026-000117-3." in scene.said
    assert "Será considerada en su próxima factura, sujeta a verificación." in scene.said
    scene.press("receipt_replace")
    scene.type("01399")
    scene.press("reading_declare")
    scene.send()
    assert [s.content["values"][0]["value"] for s in scene.sent] == [ORDINARY, "01399"]


def test_what_was_sent_and_not_answered_is_not_entered_again(scene: Scene) -> None:
    waiting = dataclasses.replace(kept(), state=SubmissionState.UNCERTAIN, attempts=1)
    scene.open(items=(waiting,))
    assert "Enviada, esperando confirmación. No la ingrese de nuevo." in scene.said
    assert not scene.shows("reading_form")
    scene.office.outbox.verdict = accepted(waiting)
    scene.press("receipt_check")
    assert "Recibida 14:02" in scene.said


def test_what_waits_can_be_edited_and_cancelled(scene: Scene) -> None:
    scene.open(items=(kept(),))
    scene.press("receipt_edit")
    assert scene.field().text() == ORDINARY
    scene.type("01398")
    scene.press("reading_declare")
    scene.send()
    first, second = scene.sent
    assert (first.state, second.replaces) == (SubmissionState.CANCELLED, first.op_id)
    scene.press("receipt_cancel")
    assert scene.sent[1].state is SubmissionState.CANCELLED
    assert scene.shows("reading_form")


def test_a_refused_reading_says_why_and_opens_for_correction(scene: Scene) -> None:
    scene.open(items=(rejected(kept(), "outside_window", closes_at="2026-11-22T15:00:00Z"),))
    assert (
        "No aceptada: El período para aportar lectura cerró el 22/11/2026 a las 12:00."
        in scene.said
    )
    scene.press("self_reading_notice_action")
    assert scene.field().text() == ORDINARY
    scene.type("01396")
    scene.press("reading_declare")
    scene.send()
    assert scene.sent[1].replaces == scene.sent[0].op_id


def test_a_refused_one_is_opened_from_the_list_too(scene: Scene) -> None:
    scene.open(items=(rejected(kept(), "zero_consumption"),))
    scene.page.table.opened.emit(f"op-{scene.sent[0].op_id}")
    assert scene.field().text() == ORDINARY
    scene.press("reading_leave")
    assert scene.field().text() == ""


def test_mirror_and_outbox_are_one_list_without_doubles(scene: Scene) -> None:
    done, waits = accepted(kept()), kept(2, "01398")
    mirrored = reading(
        0, 1397, id="mine", meter_id="m2", read_at=datetime(2026, 11, 22, 17, 2, tzinfo=UTC),
        source=Source.CUSTOMER_PORTAL, quality=Quality.CUSTOMER, origin_op_id=done.op_id,
        invoice_number=None,
    )  # fmt: skip
    found = book()
    scene.office.readings.answer = dataclasses.replace(found, readings=(mirrored, *found.readings))
    scene.open(items=(done, waits))
    rows = [
        (row.value.replace("\u00a0", " "), row.badge.text) for row in scene.page.model.rows.rows
    ]
    assert sorted(rows[:2]) == [("1.397 m³", "Recibida"), ("1.398 m³", "Guardada, sin enviar")]
    assert len(rows) == 2 + sum(r.source is Source.CUSTOMER_PORTAL for r in meter_life())


def test_a_short_list_does_not_scroll_within_the_page(scene: Scene, qapp: QApplication) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    scene.open(items=(kept(),))
    table = scene.page.table
    last = len(table.rows.rows) - 1
    assert 0 < last < 7
    scene.qtbot.waitUntil(table.isVisible)
    end = table.rowViewportPosition(last) + table.rowHeight(last)
    assert table.viewport().height() == end
    theme.deleteLater()


@pytest.mark.parametrize("was_sent_here", [True, False])
def test_one_that_is_being_checked_says_so_above_as_in_the_list(
    scene: Scene, was_sent_here: bool
) -> None:
    done = accepted(kept())
    mirrored = reading(
        0, 1397, id="mine", meter_id="m2", read_at=datetime(2026, 11, 22, 17, 2, tzinfo=UTC),
        source=Source.CUSTOMER_PORTAL, quality=Quality.QUESTIONABLE, invoice_number=None,
        origin_op_id=done.op_id if was_sent_here else None,
    )  # fmt: skip
    found = book()
    scene.office.readings.answer = dataclasses.replace(found, readings=(mirrored, *found.readings))
    scene.open(items=(done,) if was_sent_here else ())
    assert scene.page.model.rows.rows[0].badge.text == "Recibida, en revisión"
    receipt = scene.page.model.state.receipt
    assert receipt is not None
    assert receipt.badge.text == "Recibida, en revisión"
    assert receipt.value.replace("\u00a0", " ") == "1.397 m³"


def test_the_same_value_again_is_refused_here_already(scene: Scene) -> None:
    mirrored = reading(
        0, 1397, id="mine", meter_id="m2", read_at=NOW - timedelta(hours=2), invoice_number=None,
        source=Source.CUSTOMER_PORTAL, quality=Quality.CUSTOMER, origin_op_id=None,
    )  # fmt: skip
    found = book()
    scene.office.readings.answer = dataclasses.replace(found, readings=(mirrored, *found.readings))
    scene.open()
    assert "Ya aportó una lectura en este período, el 22/11/2026." in scene.said
    scene.press("receipt_replace")
    scene.type(ORDINARY)
    scene.press("reading_declare")
    scene.send()
    assert "Ya hay una lectura igual o más nueva de este período." in scene.said
    assert not scene.sent
