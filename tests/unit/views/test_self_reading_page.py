"""Aportar Lectura as a person sees it: what is said before and while one types."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.contracts import ContractStatus
from desktop.domain.readings import Quality
from tests.support.books import NOW, reading
from tests.support.reading_scene import (
    HIGH,
    LOWER,
    MUCH,
    ORDINARY,
    Scene,
    add_photo,
    book,
    in_window,
    picture,
)
from tests.support.stage import summary

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has none


@pytest.fixture
def scene(tmp_path: Path, qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(tmp_path, qtbot)
    yield made
    made.office.outbox.gate.set()
    made.stage.close()


def test_what_is_needed_to_read_the_dial_is_there(scene: Scene) -> None:
    scene.open()
    for words in (
        "Puede aportar su lectura hasta el 24/11/2026 a las 14:02.",
        "1.317 m³",
        "04/11/2026 · Estimada",
        "G4-901177",
        "30 – 121 m³",
        "Ingrese solo los números negros, 5 dígitos, sin decimales.",
        "Opcional. JPEG o PNG, hasta 10 MB.",
    ):
        assert words in scene.said
    assert scene.field().accessibleName() == "Lectura del medidor, 5 dígitos"


def test_whoever_opens_the_page_can_type_at_once(scene: Scene) -> None:
    scene.open()
    assert QApplication.focusWidget() is scene.field()


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
    assert scene.shows("reading_ask") is not reminds
    assert not scene.shows("reading_form")


def test_what_stands_in_the_way_is_said(scene: Scene) -> None:
    found = book()
    remote = dataclasses.replace(found.meters[0], telemetered=True)
    scene.office.readings.answer = dataclasses.replace(found, meters=(remote,))
    scene.open()
    assert "Su medidor se lee en forma remota; no es necesario aportar lectura." in scene.said


def test_without_a_date_the_page_says_so_and_whom_to_ask(scene: Scene) -> None:
    scene.open(summary())
    assert "No hay fecha de lectura programada para este contrato." in scene.said
    with scene.qtbot.waitSignal(scene.stage.shell.page_requested) as wanted:
        scene.press("reading_ask")
    assert wanted.args == ["cases", "question"]


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


@pytest.mark.parametrize(
    ("digits", "says"),
    [
        ("01317", "El consumo sería cero. ¿Confirma que no hubo consumo?"),
        ("01337", "El consumo resultante (20 m³) es menor al habitual (30 – 121 m³)."),
        (MUCH, "El consumo resultante (400 m³) es mucho mayor al habitual (30 – 121 m³)."),
        (LOWER, "La lectura es menor que la anterior (1.317 m³). Verifique el número de medidor"),
    ],
)
def test_what_is_odd_about_a_value_is_said_below_the_dial(
    scene: Scene, digits: str, says: str
) -> None:
    found = book()
    last = max(found.readings, key=lambda one: one.read_at)
    read = tuple(
        dataclasses.replace(one, quality=Quality.REAL) if one is last else one
        for one in found.readings
    )
    scene.office.readings.answer = dataclasses.replace(found, readings=read)
    scene.open()
    scene.type(digits)
    label = scene.page.findChild(QLabel, "reading_message")
    assert isinstance(label, QLabel)
    assert says in label.text().replace("\u00a0", " ")


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
    assert scene.office.outbox.files == [scene.sent[0].content["photo"]]


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
    assert "La foto pesa más de 10 MB." in scene.said


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
