"""Pendientes de Envío: every state in its words, and what can be done about it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.contracts import ReadingWindow
from desktop.domain.errors import Code, NetworkError
from desktop.domain.submissions import (
    Submission,
    SubmissionProblem,
    SubmissionState,
)
from desktop.viewmodels.sync_state import SyncKind, SyncState
from desktop.viewmodels.tasks import Task
from desktop.views.pages.pending import PAGE, PendingPage
from tests.support.books import NOW, FakeOffice
from tests.support.fake_outbox import accepted, rejected, submission
from tests.support.papers import assert_in_order, reader, text
from tests.support.stage import Stage, summary

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has none
QUEUED = submission(1)
UNCERTAIN = dataclasses.replace(
    submission(2), state=SubmissionState.UNCERTAIN, attempts=2, first_sent_at=NOW
)
ACCEPTED = accepted(submission(3))
REJECTED = rejected(submission(4), "less_than_previous")
PARKED = dataclasses.replace(
    submission(5), state=SubmissionState.PARKED, problem=SubmissionProblem("too-often")
)
CANCELLED = submission(6, SubmissionState.CANCELLED)
ALL = (QUEUED, UNCERTAIN, ACCEPTED, REJECTED, PARKED, CANCELLED)


class Scene:
    """The page over a fake outbox, with a window that closes in `days`."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder, self.qtbot = folder, qtbot
        self.office = FakeOffice()
        self._stage: Stage | None = None
        self._page: PendingPage | None = None

    @property
    def page(self) -> PendingPage:
        assert self._page is not None
        return self._page

    @property
    def stage(self) -> Stage:
        assert self._stage is not None
        return self._stage

    def open(self, *items: Submission, days: float = 3, show: str = "") -> Scene:
        self.office.outbox.kept = list(items)
        one = summary()
        window = ReadingWindow(NOW - timedelta(days=1), NOW + timedelta(days=days))
        contract = dataclasses.replace(one.contract, reading_window=window)
        self._stage = Stage(self.folder, self.office, dataclasses.replace(one, contract=contract))
        self._stage.shell._server_time = NOW
        page = PAGE.build(self._stage.context())
        assert isinstance(page, PendingPage)
        self._page = page
        self.qtbot.addWidget(page)
        page.setFixedSize(1134, 736)
        page.show()
        page.activate(show)
        self.rest()
        return self

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.stage.runner.is_busy)

    def button(self, name: str) -> QAbstractButton:
        found = self.page.findChild(QAbstractButton, name)
        assert isinstance(found, QAbstractButton)
        return found

    def press(self, name: str) -> None:
        assert self.button(name).isVisible(), name
        self.button(name).click()
        self.rest()

    @property
    def offered(self) -> set[str]:
        names = ("edit", "cancel", "check", "retry", "discard")
        return {name for name in names if self.button(f"pending_{name}").isVisible()}

    @property
    def calls(self) -> list[str]:
        return self.office.outbox.calls

    @property
    def said(self) -> str:
        labels = (label.text() for label in self.page.findChildren(QLabel) if label.isVisible())
        return " ".join(labels).replace("\u00a0", " ")


@pytest.fixture
def scene(tmp_path: Path, qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(tmp_path, qtbot)
    yield made
    made.stage.close()


def test_a_narrow_list_tells_submissions_apart_with_their_states_whole(scene: Scene) -> None:
    scene.open(*ALL)
    table, columns = scene.page.table, scene.page.model.rows.columns
    keys = [column.key for column in columns]
    whole = table.columnWidth(keys.index("state"))
    scene.page.setFixedSize(560, 640)
    shown = [key for n, key in enumerate(keys) if not table.isColumnHidden(n)]
    assert {"state", "kind", "summary"} <= set(shown)
    assert table.columnWidth(keys.index("state")) == whole


def test_with_nothing_to_send_the_page_says_so(scene: Scene) -> None:
    scene.open()
    assert "No hay nada pendiente de envío." in scene.said
    with scene.qtbot.waitSignal(scene.stage.shell.page_requested) as asked:
        scene.press("empty_state_action")
    assert asked.args == ["home", ""]


def test_what_waits_stands_before_what_is_settled(scene: Scene) -> None:
    scene.open(*ALL)
    shown = [row.badge.text for row in scene.page.model.rows.rows]
    assert shown == [
        *("Requiere su atención", "Esperando confirmación", "Guardada, sin enviar"),
        *("Anulada", "No aceptada", "Recibida"),
    ]
    assert {row.contract for row in scene.page.model.rows.rows} == {"Casa"}


def test_only_what_is_on_its_way_is_said_to_be_sent(scene: Scene) -> None:
    waits, goes = submission(1), submission(2)
    scene.open(waits, goes)
    shell = scene.stage.shell
    shell._sync_task = Task()
    scene.office.sync.sending = goes.op_id
    shell._set_sync(SyncState(SyncKind.RUNNING))
    shown = [row.badge.text for row in scene.page.model.rows.rows]
    assert shown == ["Enviando…", "Guardada, sin enviar"]
    scene.page.model.show_row(goes.op_id)
    assert scene.offered == set(), "too late to change it"
    scene.page.model.show_row(waits.op_id)
    assert scene.offered == {"edit", "cancel"}
    scene.office.sync.sending = ""
    shell._set_sync(SyncState(SyncKind.RUNNING, 1, 2))
    shown = [row.badge.text for row in scene.page.model.rows.rows]
    assert shown == ["Guardada, sin enviar", "Guardada, sin enviar"]
    shell.cancel_sync()


@pytest.mark.parametrize(
    ("item", "words", "offered"),
    [
        (QUEUED, "Guardada en este equipo.", {"edit", "cancel"}),
        (UNCERTAIN, "Enviada, esperando confirmación. No la ingrese de nuevo.", {"check"}),
        (ACCEPTED, "Recibida 14:02, N° L-2026-000117-3.", set()),
        (REJECTED, "No aceptada: Es menor que la lectura anterior.", {"edit"}),
        (PARKED, "Requiere su atención. El servidor falló varias veces", {"retry", "discard"}),
        (CANCELLED, "Anulada. No se envió.", set()),
    ],
    ids=lambda value: value.state if isinstance(value, Submission) else "",
)
def test_each_state_says_what_it_means_and_offers_what_makes_sense(
    scene: Scene, item: Submission, words: str, offered: set[str]
) -> None:
    scene.open(*ALL, show=item.op_id)
    assert words in scene.said
    assert scene.offered == offered
    assert item.op_id in scene.said
    assert item.payload_sha256 in scene.said


def test_a_click_on_a_row_opens_it(scene: Scene) -> None:
    scene.open(*ALL)
    scene.page.table.opened.emit(UNCERTAIN.op_id)
    assert "No la ingrese de nuevo." in scene.said
    QTest.keyClick(scene.page.split, Qt.Key.Key_Escape)
    assert not scene.page.split.is_open


def test_editing_goes_to_the_page_it_was_made_on(scene: Scene) -> None:
    scene.open(*ALL, show=REJECTED.op_id)
    assert scene.button("pending_edit").text() == "Corregir y enviar"
    with scene.qtbot.waitSignal(scene.stage.shell.page_requested) as asked:
        scene.press("pending_edit")
    assert asked.args == ["self_reading", REJECTED.op_id]


def test_cancelling_is_seen_at_once(scene: Scene) -> None:
    scene.open(QUEUED, show=QUEUED.op_id)
    scene.press("pending_cancel")
    assert "Anulada. No se envió." in scene.said
    assert not scene.offered


def test_checking_now_tells_what_the_server_says(scene: Scene) -> None:
    scene.open(UNCERTAIN, show=UNCERTAIN.op_id)
    scene.press("pending_check")
    assert "El servidor todavía no lo tiene. Se envía de nuevo ahora." in scene.said
    scene.office.outbox.verdict = accepted(UNCERTAIN)
    scene.press("pending_check")
    assert "Recibida 14:02" in scene.said


def test_checking_without_a_network_says_why_and_changes_nothing(scene: Scene) -> None:
    scene.open(UNCERTAIN, show=UNCERTAIN.op_id)
    scene.office.outbox.error = NetworkError(Code.OFFLINE)
    scene.press("pending_check")
    scene.office.outbox.error = None
    assert scene.page.told.isVisible()
    assert "No la ingrese de nuevo." in scene.said


def test_retrying_puts_it_back_into_the_queue(scene: Scene) -> None:
    scene.open(PARKED, show=PARKED.op_id)
    scene.press("pending_retry")
    assert scene.calls[-1] == "retry 05"
    assert "Guardada en este equipo." in scene.said


def test_giving_up_takes_a_typed_word(scene: Scene) -> None:
    scene.open(PARKED, show=PARKED.op_id)
    scene.press("pending_discard")
    field = scene.page.findChild(QLineEdit, "discard_word")
    assert isinstance(field, QLineEdit)
    assert "Para confirmar escriba DESCARTAR." in scene.said
    QTest.keyClicks(field, "descarta")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not scene.button("discard_sure").isEnabled()
    assert not any(call.startswith("discard") for call in scene.calls)
    QTest.keyClicks(field, "r")
    scene.press("discard_sure")
    assert scene.calls[-1] == "discard 05"
    assert "Anulada" in scene.said


def test_the_word_is_not_asked_for_after_a_change_of_mind(scene: Scene) -> None:
    scene.open(PARKED, show=PARKED.op_id)
    scene.press("pending_discard")
    scene.press("discard_back")
    assert "DESCARTAR" not in scene.said
    assert not any(call.startswith("discard") for call in scene.calls)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0.5, "el período cierra el 23/11/2026 02:02 y todavía no se envió. Conéctese."),
        (-0.5, "el período cerró el 22/11/2026 02:02 antes de que se pudiera enviar."),
    ],
)
def test_a_window_that_closes_is_warned_about(scene: Scene, days: float, words: str) -> None:
    scene.open(QUEUED, days=days)
    assert words in scene.said


def test_without_hurry_nothing_is_warned_about(scene: Scene) -> None:
    scene.open(QUEUED, ACCEPTED)
    assert not scene.page.notice.isVisible()


def test_the_receipts_can_be_kept_as_a_file(scene: Scene, tmp_path: Path) -> None:
    scene.open(*ALL)
    scene.press("pending_export")
    dialog = scene.page.findChild(QFileDialog, "export_receipts_dialog")
    assert isinstance(dialog, QFileDialog)
    file = tmp_path / "comprobantes.json"
    dialog.fileSelected.emit(str(file))
    dialog.close()
    scene.rest()
    assert file.is_file()
    assert "Se guardó comprobantes.json." in scene.said


def test_the_receipts_are_a_paper_that_can_be_read_and_found_again(
    scene: Scene, tmp_path: Path
) -> None:
    scene.open(*ALL)
    scene.press("pending_export")
    dialog = scene.page.findChild(QFileDialog, "export_receipts_dialog")
    assert isinstance(dialog, QFileDialog)
    assert dialog.defaultSuffix() == "pdf"
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.defaultSuffix() == "json"
    file = tmp_path / "comprobantes.pdf"
    dialog.fileSelected.emit(str(file))
    dialog.close()
    scene.rest()
    paper = file.read_bytes()
    assert_in_order(paper, "Comprobantes de envío")
    written = " ".join(text(paper).split())
    for item in ALL:
        assert item.op_id in written and item.payload_sha256 in written
    assert "L-2026-000117-3" in written
    assert "Recibido 22/11/2026 14:02" in written, "a paper is read on another day"
    assert "Guardada en este equipo." in written
    assert "No aceptada: Es menor que la lectura anterior." in written
    assert written.index(CANCELLED.op_id) < written.index(QUEUED.op_id), "the newest first"
    assert text(paper).count("Lectura del medidor · Casa") == len(ALL)


def test_a_receipt_is_not_torn_over_two_pages(scene: Scene, tmp_path: Path) -> None:
    items = [submission(number) for number in range(1, 30)]
    scene.open(*items)
    file = tmp_path / "comprobantes.pdf"
    scene.page.model.export(file)
    scene.rest()
    shown = [page.extract_text() for page in reader(file.read_bytes()).pages]
    assert len(shown) > 3
    for page in shown:
        whole = page.replace("\u00a0", " ")
        assert whole.count("Lectura del medidor · Casa") == whole.count("Huella (SHA-256)") > 0


def test_what_another_page_sent_appears_by_itself(scene: Scene) -> None:
    scene.open(QUEUED)
    scene.office.outbox.put(accepted(QUEUED))
    scene.stage.events.outbox_changed.emit()
    scene.rest()
    assert [row.badge.text for row in scene.page.model.rows.rows] == ["Recibida"]
