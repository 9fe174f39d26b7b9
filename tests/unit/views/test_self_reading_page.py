"""Aportar Lectura as a person sees it: typed, judged, kept, received, refused, corrected."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.domain.contracts import ContractStatus, ReadingWindow
from desktop.domain.errors import Code, StoreError
from desktop.domain.readings import Quality, Register, Source
from desktop.domain.submissions import Submission, SubmissionState
from desktop.services.results import ContractSummary, ReadingBook
from desktop.views.pages.self_reading import PAGE, SelfReadingPage
from desktop.views.widgets.digits import DigitField
from tests.support.books import NOW, REGISTER, FakeOffice, meter_life, reading, reading_book
from tests.support.fake_outbox import accepted, rejected, submission
from tests.support.stage import Stage, summary

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has none
LAST = 1317  # m³ on the dial at the last reading, which was an estimate
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


@pytest.fixture
def scene(tmp_path: Path, qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(tmp_path, qtbot)
    yield made
    made.office.outbox.gate.set()
    made.stage.close()


# --- before typing


def test_what_is_needed_to_read_the_dial_is_there(scene: Scene) -> None:
    scene.open()
    for words in (
        "Puede aportar su lectura hasta el 24/11/2026 a las 14:02.",
        "1.317 m³",
        "04/11/2026 · Estimada",
        "G4-901177",
        "30 – 121 m³",
        "Ingrese solo los números negros, 5 dígitos, sin decimales.",
        "Opcional. JPEG o PNG, hasta 10 MiB.",
    ):
        assert words in scene.said
    assert scene.field().accessibleName() == "Lectura del medidor, 5 dígitos"


@pytest.mark.parametrize(
    ("opens", "closes", "words", "reminds"),
    [
        (5, 8, "No está en período de aportar lectura. Podrá hacerlo del 27/11/2026", True),
        (-8, -5, "El último cerró el 17/11/2026 a las 14:02", False),
    ],
)
def test_outside_its_window_the_page_says_when(
    scene: Scene, opens: int, closes: int, words: str, reminds: bool
) -> None:
    scene.open(in_window(opens, closes))
    assert words in scene.said
    assert scene.shows("reading_remind") is reminds
    assert not scene.shows("reading_form")


def test_what_stands_in_the_way_is_said(scene: Scene) -> None:
    found = book()
    remote = dataclasses.replace(found.meters[0], telemetered=True)
    scene.office.readings.answer = dataclasses.replace(found, meters=(remote,))
    scene.open()
    assert "Su medidor se lee en forma remota; no es necesario aportar lectura." in scene.said


def test_without_a_date_the_page_says_so(scene: Scene) -> None:
    scene.open(summary())
    assert "No hay fecha de lectura programada para este contrato." in scene.said


def test_a_cut_contract_gives_no_reading(scene: Scene) -> None:
    scene.open(in_window(status=ContractStatus.CUT))
    assert "El suministro está cortado" in scene.said


def test_a_reading_of_the_utility_ends_the_window(scene: Scene) -> None:
    at = NOW - timedelta(hours=2)
    taken = reading(0, 1401, id="taken", meter_id="m2", read_at=at)
    found = book()
    scene.office.readings.answer = dataclasses.replace(found, readings=(taken, *found.readings))
    scene.open()
    assert "ya fue tomada el 22/11/2026: 1.401 m³" in scene.said


def test_the_reminder_is_a_file_for_the_calendar(scene: Scene, tmp_path: Path) -> None:
    scene.open(in_window(5, 8))
    scene.press("reading_remind")
    dialog = scene.page.findChild(QFileDialog, "reminder_dialog")
    assert isinstance(dialog, QFileDialog)
    file = tmp_path / "aviso.ics"
    dialog.fileSelected.emit(str(file))
    dialog.close()
    scene.rest()
    lines = file.read_bytes().decode().split("\r\n")
    assert "DTSTART:20261127T170200Z" in lines
    assert "DTEND:20261130T170200Z" in lines
    assert "SUMMARY:Aportar lectura: Casa" in lines
    assert "Se guardó aviso.ics." in scene.said


# --- while typing


def test_consumption_and_the_next_bill_are_shown_while_typing(scene: Scene) -> None:
    scene.open()
    scene.type("0139")
    assert "Incluya los ceros de la izquierda." in scene.said
    assert not scene.shows("reading_preview")
    scene.type(ORDINARY)
    assert "Consumo: 80 m³" in scene.said
    assert "Próxima factura: unos $ 3.0" in scene.said
    assert "Es una estimación" in scene.said
    assert not scene.shows("reading_confirm")


def test_an_odd_value_needs_one_explicit_confirmation(scene: Scene) -> None:
    scene.open()
    scene.type(HIGH)
    assert "es mayor al habitual (30 – 121 m³). Verifique; si es correcto, confirme." in scene.said
    scene.press("reading_declare")
    scene.send()
    assert not scene.sent
    assert "Confirme que la lectura es correcta." in scene.said
    assert QApplication.focusWidget() is scene.page.findChild(QCheckBox, "reading_confirm")
    scene.press("reading_confirm")
    scene.send()
    (one,) = scene.sent
    assert one.content["confirmed"] == ["plausibility"]


def test_another_value_has_to_be_confirmed_anew(scene: Scene) -> None:
    scene.open()
    scene.type(HIGH)
    scene.press("reading_confirm")
    scene.type("01458")
    box = scene.page.findChild(QCheckBox, "reading_confirm")
    assert isinstance(box, QCheckBox)
    assert not box.isChecked()


def test_a_value_below_an_estimate_gives_money_back_once_confirmed(scene: Scene) -> None:
    scene.open()
    scene.type(LOWER)
    assert "que fue estimada" in scene.said
    assert "se descontarán 17 m³" in scene.said
    scene.press("reading_confirm")
    scene.press("reading_declare")
    scene.send()
    assert scene.sent[0].content["confirmed"] == ["less_than_previous"]


def test_far_too_much_needs_a_photo_of_the_dial(scene: Scene, tmp_path: Path) -> None:
    scene.open()
    scene.type(MUCH)
    scene.press("reading_confirm")
    scene.press("reading_declare")
    scene.send()
    assert "Agregue una foto del medidor" in scene.said
    assert not scene.sent
    add_photo(scene, picture(tmp_path / "medidor.png"))
    assert "medidor.png" in scene.said
    scene.send()
    assert len(scene.sent[0].content["photo"]) == 64
    assert scene.office.outbox.attached[0].field == "photo"


def test_a_file_that_is_no_photo_is_told_beside_the_button(scene: Scene, tmp_path: Path) -> None:
    scene.open()
    wrong = tmp_path / "factura.pdf"
    wrong.write_bytes(b"%PDF-1.7")
    add_photo(scene, wrong)
    assert "El archivo no es una foto JPEG o PNG." in scene.said
    add_photo(scene, picture(tmp_path / "medidor.png"))
    assert "no es una foto" not in scene.said
    scene.press("reading_photo_drop")
    assert "medidor.png" not in scene.said


def test_a_photo_that_is_too_big_is_refused(scene: Scene, tmp_path: Path) -> None:
    scene.open()
    big = tmp_path / "big.jpg"
    big.write_bytes(b"\xff\xd8\xff" + bytes(10 * 1024 * 1024))
    add_photo(scene, big)
    assert "La foto pesa más de 10 MiB." in scene.said


def test_the_declaration_is_asked_for_and_gets_the_focus(scene: Scene) -> None:
    scene.open()
    scene.type(ORDINARY)
    scene.send()
    assert not scene.sent
    assert "Falta declarar que la lectura es la del medidor." in scene.said
    assert QApplication.focusWidget() is scene.page.findChild(QCheckBox, "reading_declare")


def test_too_few_digits_put_the_focus_on_the_field(scene: Scene) -> None:
    scene.open()
    scene.type("013")
    scene.page.form.send.setFocus()
    scene.send()
    assert "Complete la lectura" in scene.said
    assert QApplication.focusWidget() is scene.field()


# --- sending


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
    assert sorted(rows[:2]) == [("01398", "Guardada, sin enviar"), ("1.397 m³", "Recibida")]
    assert len(rows) == 2 + sum(r.source is Source.CUSTOMER_PORTAL for r in meter_life())


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


# --- hands


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
    dialog.fileSelected.emit(str(file))
    dialog.close()
    scene.rest()


def picture(path: Path) -> Path:
    """A small PNG."""
    from PySide6.QtGui import QImage

    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGray)
    assert image.save(str(path))
    return path
