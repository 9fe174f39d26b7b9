"""A form as a person fills it in: what is said, where the focus goes, what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.domain.errors import AppError, Code, NetworkError
from desktop.domain.form_choices import Choice, Document, Files, Option, Several, Tick
from desktop.domain.forms import Amount, Day, Email, Password, Spec, Text
from desktop.domain.money import Money
from desktop.viewmodels.form import FormModel
from desktop.views.widgets.form import FormView
from desktop.views.widgets.form_files import FilesControl
from tests.support.books import FakeOffice
from tests.support.dropping import drop_on
from tests.support.reading_scene import picture
from tests.support.stage import Stage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform

SCOPE = "C-1"
TOPICS = (Option("bill", "Facturación"), Option("meter", "Medidor"))
SPECS: tuple[Spec, ...] = (
    Choice(name="topic", label="Tema", options=TOPICS),
    Text(name="subject", label="Asunto", most=20),
    Text(name="body", label="Mensaje", least=5, most=40, lines=4),
    Amount(name="amount", label="Importe", currency="UYU", required=False),
    Day(name="day", label="Fecha", required=False, last=date(2026, 11, 22)),
    Files(name="files", label="Adjuntos", required=False, least=0, most=2),
)


class Scene:
    """A form over a fake office."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder, self.qtbot = folder, qtbot
        self.office = FakeOffice()
        self.stage = Stage(folder, self.office)
        self.owner = QWidget()
        qtbot.addWidget(self.owner)
        self.sent: list[object] = []
        self.failures: list[object] = []
        self.open()

    def open(self, specs: tuple[Spec, ...] = SPECS, key: str = "question") -> None:
        """Show a form anew, as a page does that is built again."""
        self.model = FormModel(self.stage.context(), key, self.owner)
        self.model.failed.connect(self.failures.append)
        self.view = FormView(self.model, "question")
        self.qtbot.addWidget(self.view)
        self.view.resize(640, 700)
        self.model.begin(SCOPE, specs)
        self.view.submitted.connect(self.send)
        self.view.show()
        self.rest()

    def send(self) -> None:
        self.model.enqueue("question", SCOPE, SCOPE, self._payload, self.sent.append)

    def _payload(self) -> dict[str, object]:
        files = [file.sha256 for file in self.model.files("files")]
        return {"subject": self.model.text("subject"), "files": files}

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.stage.runner.is_busy)

    def line(self, name: str) -> QLineEdit:
        found = self.view.findChild(QLineEdit, f"question_{name}")
        assert isinstance(found, QLineEdit)
        return found

    def type(self, name: str, text: str) -> None:
        field = self.view.findChild(QWidget, f"question_{name}")
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)

    def choose(self, name: str, label: str) -> None:
        box = self.view.findChild(QComboBox, f"question_{name}")
        assert isinstance(box, QComboBox)
        box.setCurrentText(label)

    def fill(self) -> None:
        self.choose("topic", "Facturación")
        self.type("subject", "Mi factura")
        self.type("body", "No entiendo un cargo.")

    def problem(self, name: str) -> str:
        label = self.view.findChild(QLabel, f"question_{name}_problem")
        assert isinstance(label, QLabel)
        return label.text() if label.isVisible() else ""

    @property
    def files(self) -> FilesControl:
        found = self.view.findChild(FilesControl)
        assert isinstance(found, FilesControl)
        return found

    def drop(self, *paths: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        drop_on(self.files, data)
        self.rest()


@pytest.fixture
def scene(tmp_path: Path, qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(tmp_path, qtbot)
    yield made
    made.stage.close()


def test_what_is_missing_is_said_beside_it_and_the_focus_goes_to_the_first(scene: Scene) -> None:
    scene.choose("topic", "Medidor")
    scene.type("body", "hola")
    scene.send()
    assert scene.problem("topic") == ""
    assert scene.problem("subject") == "Falta completar este dato."
    assert scene.problem("body") == "Escriba al menos 5 caracteres (lleva 4)."
    assert QApplication.focusWidget() is scene.line("subject")
    assert scene.line("subject").accessibleDescription() == "Falta completar este dato."
    assert scene.sent == []


def test_a_problem_is_said_when_the_field_is_left_and_goes_when_it_is_mended(scene: Scene) -> None:
    scene.type("amount", "12.5")
    assert scene.problem("amount") == ""
    scene.line("subject").setFocus()
    assert scene.problem("amount") == "Escríbalo así: 1.234,50."
    scene.type("amount", "12,5")
    assert scene.problem("amount") == ""
    assert scene.model.money("amount") == Money(1250, "UYU")


def test_an_untouched_field_is_left_in_peace(scene: Scene) -> None:
    scene.line("subject").setFocus()
    scene.line("amount").setFocus()
    assert scene.problem("subject") == ""


def test_enter_sends_and_a_second_enter_does_not(scene: Scene) -> None:
    scene.fill()
    field = scene.line("subject")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)
    scene.rest()
    assert len(scene.sent) == len(scene.office.outbox.kept) == 1
    assert scene.line("subject").text() == ""


def test_ctrl_enter_sends_from_a_text_and_enter_breaks_the_line(scene: Scene) -> None:
    scene.fill()
    box = scene.view.findChild(QPlainTextEdit, "question_body")
    assert isinstance(box, QPlainTextEdit)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert scene.sent == []
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    scene.rest()
    assert len(scene.sent) == 1


def test_escape_loses_nothing(scene: Scene) -> None:
    scene.fill()
    for name in ("subject", "amount"):
        QTest.keyClick(scene.line(name), Qt.Key.Key_Escape)
    assert scene.line("subject").text() == "Mi factura"
    assert scene.view.isVisible()


def test_what_was_typed_is_there_again_after_the_app_went_away(scene: Scene) -> None:
    scene.fill()
    scene.model.flush()
    scene.rest()
    scene.open()
    assert scene.line("subject").text() == "Mi factura"
    assert scene.model.text("topic") == "bill"
    assert scene.model.recovered_at is not None
    scene.model.discard()
    scene.rest()
    scene.open()
    assert scene.line("subject").text() == ""


def test_where_the_disk_does_not_take_it_everything_stays(scene: Scene) -> None:
    scene.fill()
    scene.office.outbox.error = NetworkError(Code.DISK_FULL)
    scene.send()
    scene.rest()
    assert isinstance(scene.failures[0], AppError)
    assert scene.line("subject").text() == "Mi factura"
    assert not scene.model.is_sending


def test_other_parts_take_their_place_and_what_was_typed_comes_back_with_them(
    scene: Scene,
) -> None:
    scene.fill()
    scene.model.set_specs(SPECS[:1] + SPECS[2:])
    assert scene.view.row_of("subject") is None
    scene.model.set_specs(SPECS)
    assert scene.line("subject").text() == "Mi factura"


def test_a_day_is_picked_in_the_calendar_within_its_bounds(scene: Scene) -> None:
    scene.model.edit("day", "02/11/2026")
    button = scene.view.findChild(QWidget, "question_day_calendar")
    assert isinstance(button, QWidget)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    calendar = scene.view.findChild(QCalendarWidget, "question_day_days")
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate().toPython() == date(2026, 11, 2)
    assert calendar.maximumDate().toPython() == date(2026, 11, 22)
    calendar.clicked.emit(calendar.selectedDate().addDays(3))
    assert scene.line("day").text() == "05/11/2026"
    assert scene.model.day("day") == date(2026, 11, 5)


def test_files_are_judged_one_by_one_when_they_are_dropped(scene: Scene, tmp_path: Path) -> None:
    assert "Hasta 2 archivos PDF, JPG, PNG de hasta 10 MB cada uno." in _said(scene.view)
    good, text, big = picture(tmp_path / "a.png"), tmp_path / "b.pdf", tmp_path / "c.pdf"
    text.write_text("not a document")
    with big.open("wb") as file:
        file.truncate(10 * 1024 * 1024 + 1)
    scene.drop(big, text, good)
    assert [line.file.name for line in scene.files.lines] == ["a.png"]
    assert scene.problem("files").splitlines() == [
        "c.pdf: El archivo supera 10 MB.",
        "b.pdf: Formato no permitido. Formatos: PDF, JPG, PNG.",
    ]
    scene.fill()
    assert scene.problem("files"), "what was refused is still said"
    scene.send()
    scene.rest()
    (one,) = scene.office.outbox.kept
    assert len(one.content["files"]) == 1


def test_no_more_files_than_allowed_and_del_takes_one_out(scene: Scene, tmp_path: Path) -> None:
    paths = []
    for number in range(3):
        image = QImage(8 + number, 8, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.darkGray)
        paths.append(tmp_path / f"{number}.png")
        assert image.save(str(paths[-1]))
    scene.drop(*paths)
    assert len(scene.files.lines) == 2
    assert scene.problem("files") == "Puede agregar hasta 2."
    first = scene.files.lines[0]
    first.button.setFocus()
    QTest.keyClick(first.button, Qt.Key.Key_Delete)
    scene.rest()
    assert [line.file.name for line in scene.files.lines] == ["1.png"]
    assert scene.problem("files") == ""


def test_a_picture_can_be_pasted(scene: Scene) -> None:
    image = QImage(9, 9, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    QGuiApplication.clipboard().setImage(image)
    scene.files.button.setFocus()
    QTest.keyClick(scene.files.button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    scene.rest()
    assert [line.file.name for line in scene.files.lines] == ["Imagen pegada.png"]
    QGuiApplication.clipboard().clear()


def test_secrets_are_never_kept(scene: Scene) -> None:
    specs: tuple[Spec, ...] = (
        Text(name="user", label="Usuario"),
        Password(name="password", label="Contraseña"),
    )
    scene.open(specs, key="registration")
    scene.type("user", "ana")
    scene.type("password", "secreta")
    scene.model.flush()
    scene.rest()
    assert "secreta" not in str(scene.office.drafts.kept)
    assert "ana" in str(scene.office.drafts.kept)
    assert scene.line("password").echoMode() is QLineEdit.EchoMode.Password


def test_every_kind_has_a_name_for_screen_readers_and_can_be_reached(scene: Scene) -> None:
    specs: tuple[Spec, ...] = (
        *SPECS,
        Email(name="email", label="Correo"),
        Password(name="password", label="Contraseña"),
        Several(name="several", label="Facturas", options=TOPICS),
        Document(name="document", label="Número de documento", types=TOPICS),
        Tick(name="tick", label="Acepto"),
    )
    scene.open(specs)
    reached = 0
    for widget in scene.view.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), widget.objectName()
            reached += 1
    assert reached >= 14


def test_boxes_and_pairs_give_their_values(scene: Scene) -> None:
    specs: tuple[Spec, ...] = (
        Several(name="several", label="Facturas", options=TOPICS),
        Document(name="document", label="Número de documento", types=TOPICS),
        Tick(name="tick", label="Acepto"),
    )
    scene.open(specs)
    scene.send()
    assert scene.problem("tick") == "Marque la casilla para continuar."
    for name in ("several_meter", "tick"):
        box = scene.view.findChild(QCheckBox, f"question_{name}")
        assert isinstance(box, QCheckBox)
        box.click()
    scene.type("document", "1234")
    scene.choose("document_type", "Medidor")
    assert scene.model.chosen("several") == ("meter",)
    assert scene.model.chosen("document") == ("meter", "1234")
    assert scene.model.ticked("tick")
    assert scene.problem("tick") == ""


def test_what_the_service_refuses_is_said_until_it_is_changed(scene: Scene) -> None:
    scene.fill()
    scene.model.refuse("subject", "Ese asunto ya existe.")
    assert scene.problem("subject") == "Ese asunto ya existe."
    scene.type("amount", "5")
    assert scene.problem("subject") == "Ese asunto ya existe."
    scene.type("subject", "Otro")
    assert scene.problem("subject") == ""


def _said(view: QWidget) -> str:
    return " ".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())
