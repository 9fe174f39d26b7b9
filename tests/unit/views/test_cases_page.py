"""Preguntas y Reclamaciones as a person sees it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain.cases import CaseClock, CaseKind, CaseOutcome, CaseStatus, ClaimedInvoice
from desktop.domain.submissions import SubmissionState
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Kind
from tests.support.books import household, uyu
from tests.support.case_scene import NOW, TODAY, Scene, a_case
from tests.support.fake_outbox import rejected

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WHY = "La lectura facturada no es la mía."


@pytest.fixture
def scene(tmp_path: Path, qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(tmp_path, qtbot)
    yield made
    made.stage.close()


def fill_claim(scene: Scene, invoice: str = "") -> None:
    scene.press("cases_claim")
    scene.pick("claim_form_type", "Facturación")
    scene.pick("claim_form_subtype", "Disconformidad con la lectura facturada")
    scene.press(f"claim_form_invoices_{invoice or household()[0].id}")
    scene.write("claim_form_description", WHY)
    scene.write("claim_form_contact_name", "Lucía")
    scene.write("claim_form_contact_phone", "099 123 456")
    scene.press("claim_form_truthful")


def test_nothing_yet_offers_to_ask(scene: Scene) -> None:
    scene.open()
    assert "Todavía no hay preguntas ni reclamaciones." in scene.said
    scene.press("empty_state_action")
    assert scene.shows("question_face")
    assert "Responderemos en 5 días hábiles." in scene.said


def test_where_it_is_not_offered_the_page_says_so(scene: Scene) -> None:
    scene.cases.rules = None
    scene.open()
    assert "La empresa no recibe preguntas ni reclamaciones por acá." in scene.said
    for name in ("cases_ask", "cases_claim", "cases_chip_open", "cases_search"):
        assert not scene.part(name).isVisible(), name


def test_filters_count_what_they_let_through(scene: Scene) -> None:
    scene.open(
        a_case(),
        a_case(id="10", status=CaseStatus.AWAITING_CUSTOMER),
        a_case(id="11", status=CaseStatus.RESOLVED, outcome=CaseOutcome.UPHELD),
        a_case(id="12", status=CaseStatus.CLOSED, kind=CaseKind.QUESTION),
    )
    counts = {chip.value: n for chip, n in scene.page.model.state.counts}
    assert counts == {"all": 4, "open": 2, "waiting": 1, "answered": 1, "ended": 1}
    scene.press("cases_chip_waiting")
    assert [row.id for row in scene.page.model.rows.rows] == ["10"]


def test_the_panel_tells_deadline_amount_and_thread(scene: Scene) -> None:
    scene.open(a_case(amount_held=uyu(122000)), item="9")
    for words in (
        "Reclamación 2026-00-000001-1",
        "Reclamación ingresada. N° 2026-00-000001-1. Responderemos antes del 29/11/2026.",
        "Quedan 5 días hábiles",
        "Mientras se resuelve, el importe reclamado ($ 1.220,00) no será exigible.",
        "La lectura no es esa.",
        "Si no está conforme puede recurrir a URSEA",
    ):
        assert words in scene.said


def test_an_overdue_answer_is_told_as_such(scene: Scene) -> None:
    late = a_case(status=CaseStatus.IN_ANALYSIS, due_on=TODAY - timedelta(days=5))
    scene.open(late, item="9")
    assert "Debíamos responder antes del 17/11/2026 y seguimos sin hacerlo." in scene.said
    assert "Responderemos" not in scene.said
    assert scene.part("case_deadline").property("tone") == Tone.DANGER


def test_one_thing_stands_out_at_a_time(scene: Scene) -> None:
    def weight(name: str) -> object:
        return scene.part(name).property("kind")

    scene.open(a_case())
    assert weight("cases_claim") == Kind.PRIMARY
    scene.page.model.show_row("9")
    assert (weight("cases_claim"), weight("case_send")) == (Kind.SECONDARY, Kind.PRIMARY)


def test_a_narrow_list_keeps_the_deadline(scene: Scene) -> None:
    scene.open(a_case())
    table, columns = scene.page.list_face.table, scene.page.model.rows.columns
    scene.page.setFixedSize(792, 640)  # what a window of 1024 leaves
    shown = [c.key for n, c in enumerate(columns) if not table.isColumnHidden(n)]
    assert {"state", "title", "deadline"} <= set(shown)
    assert "kind" not in shown


@pytest.mark.parametrize("mode", ["question", "claim"])
def test_a_form_says_which_contract_it_is_about(scene: Scene, mode: str) -> None:
    scene.open(item=mode)
    face = scene.part(f"{mode}_face")
    about = face.findChild(QLabel, "page_contract")
    assert about is not None and about.isVisible()
    assert scene.stage.shell.contract is not None
    assert scene.stage.shell.contract.contract.number in about.text()
    back, title = scene.part(f"{mode}_back"), face.findChild(QLabel, "page_title")
    assert title is not None
    assert back.mapTo(face, QPoint()).x() < title.mapTo(face, QPoint()).x()


def test_a_claim_is_sent_only_once_its_reason_is_chosen(scene: Scene) -> None:
    scene.open(item="claim")
    assert not scene.shows("claim_send")
    assert "Según el tipo y el motivo le pedimos lo que hace falta." in scene.said
    scene.pick("claim_form_type", "Medidor")
    scene.pick("claim_form_subtype", "Incidencia en el medidor")
    assert scene.shows("claim_send")


def test_the_type_drives_what_is_asked(scene: Scene) -> None:
    scene.open()
    scene.press("cases_claim")
    assert not scene.shows("claim_form_description")
    scene.pick("claim_form_type", "Medidor")
    scene.pick("claim_form_subtype", "Incidencia en el medidor")
    assert scene.shows("claim_form_incident")
    assert "el costo de la verificación es del cliente" in scene.said
    scene.pick("claim_form_type", "Suministro")
    box = scene.part("claim_form_subtype")
    assert isinstance(box, QComboBox)
    assert "Daños" in [box.itemText(n) for n in range(box.count())]


def test_what_is_missing_is_said_and_nothing_is_sent(scene: Scene) -> None:
    scene.open()
    scene.press("cases_claim")
    scene.pick("claim_form_type", "Suministro")
    scene.pick("claim_form_subtype", "Daños")
    scene.press("claim_send")
    assert scene.problem("claim_form_repair_invoice") == (
        "Falta adjuntar: Factura de la reparación."
    )
    assert scene.problem("claim_form_incident_date") == "Falta completar este dato."
    assert scene.problem("claim_form_truthful") == "Marque la casilla para continuar."
    assert scene.sent == []


def test_a_claim_is_sent_once_and_shown_without_number(scene: Scene) -> None:
    scene.open()
    fill_claim(scene)
    field = scene.part("claim_form_contact_phone")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)
    scene.rest()
    (one,) = scene.sent
    assert one.kind == "claim"
    assert one.content["subtype"] == "wrong_reading"
    assert one.content["invoices"] == [household()[0].id]
    assert one.content["reading"] is None
    assert "Guardado en este equipo, sin número hasta que se envíe." in scene.said


def test_an_invoice_that_is_claimed_already_is_not_claimed_again(scene: Scene) -> None:
    invoice = household()[0]
    scene.open(a_case(invoices=(ClaimedInvoice(invoice.id, invoice.number, uyu(1)),)))
    fill_claim(scene)
    scene.press("claim_send")
    assert scene.problem("claim_form_invoices") == (
        "Ya existe una reclamación abierta por esta factura (N° 2026-00-000001-1)."
    )
    assert scene.sent == []


def test_a_claim_made_elsewhere_meanwhile_is_told_in_the_form_that_is_open(scene: Scene) -> None:
    invoice = household()[0]
    scene.open()
    fill_claim(scene)
    scene.cases.cases = (a_case(invoices=(ClaimedInvoice(invoice.id, invoice.number, uyu(1)),)),)
    scene.page.model.reload()
    scene.rest()
    scene.press("claim_send")
    assert "Ya existe una reclamación abierta" in scene.problem("claim_form_invoices")
    assert scene.sent == []


def test_an_old_invoice_chosen_elsewhere_is_told_to_be_too_old(scene: Scene) -> None:
    old = household()[-1]
    assert old.issue_date < TODAY - timedelta(days=180)
    scene.open(item=f"claim:wrong_reading:{old.id}")
    scene.press("claim_send")
    assert scene.problem("claim_form_invoices") == (
        "La factura supera el plazo para reclamar (180 días)."
    )


def test_a_claim_begun_elsewhere_does_not_touch_the_one_that_is_being_written(
    scene: Scene,
) -> None:
    scene.open()
    fill_claim(scene)
    scene.page.activate("claim:PAGO_NO_IMPUTADO:P-7")
    scene.rest()
    assert scene.page.model.composing.claim.text("request_number") == "P-7"
    scene.press("claim_back")
    scene.press("cases_claim")
    box = scene.part("claim_form_description")
    assert isinstance(box, QPlainTextEdit)
    assert box.toPlainText() == WHY


def test_a_refused_claim_is_corrected_and_sent_in_its_place(scene: Scene) -> None:
    scene.open()
    fill_claim(scene)
    scene.press("claim_send")
    scene.office.outbox.kept[0] = rejected(scene.sent[0], "unknown_choice")
    old = scene.sent[0].op_id
    scene.open(item=old)
    box = scene.part("claim_form_description")
    assert isinstance(box, QPlainTextEdit)
    assert box.toPlainText() == WHY
    scene.press("claim_form_truthful")
    scene.press("claim_send")
    assert [item.replaces for item in scene.sent if item.state is SubmissionState.QUEUED] == [old]


def test_a_queued_one_can_be_taken_back(scene: Scene) -> None:
    scene.open()
    fill_claim(scene)
    scene.press("claim_send")
    scene.press("case_cancel")
    assert [item.state for item in scene.sent] == [SubmissionState.CANCELLED]
    assert "Todavía no hay preguntas ni reclamaciones." in scene.said


def test_answers_unfold_while_the_subject_is_typed(scene: Scene, qtbot: QtBot) -> None:
    scene.open(item="question")
    scene.write("question_form_subject", "pagué dos veces")
    qtbot.waitUntil(lambda: scene.shows("question_answers"))
    scene.press("question_answer_1")
    assert "Sí." in scene.said
    scene.write("question_form_subject", "otra cosa")
    qtbot.waitUntil(lambda: not scene.shows("question_answers"))


def test_a_reply_waits_in_the_thread_until_it_arrives(scene: Scene) -> None:
    scene.open(a_case(status=CaseStatus.AWAITING_CUSTOMER, reply_by=TODAY), item="9")
    scene.press("case_send")
    assert scene.problem("case_reply_message") == "Falta completar este dato."
    scene.write("case_reply_message", "Ahí va.")
    scene.press("case_send")
    (one,) = scene.sent
    assert dict(one.content) == {
        "case_id": "9",
        "action": "reply",
        "message": "Ahí va.",
        "files": [],
    }
    assert "Guardada, sin enviar" in scene.said
    assert not scene.shows("case_give_up")


def test_what_is_typed_to_one_case_is_not_shown_with_another(scene: Scene) -> None:
    scene.open(a_case(), a_case(id="10", number="2026-00-000002-0"), item="9")
    scene.write("case_reply_message", "Para la primera.")
    scene.page.model.show_row("10")
    scene.rest()
    box = scene.part("case_reply_message")
    assert isinstance(box, QPlainTextEdit)
    assert box.toPlainText() == ""
    scene.page.model.show_row("9")
    scene.rest()
    assert box.toPlainText() == "Para la primera."


def test_an_answer_is_rated_and_may_be_looked_at_again(scene: Scene) -> None:
    answered = a_case(
        status=CaseStatus.RESOLVED,
        outcome=CaseOutcome.DISMISSED,
        clock=CaseClock.STOPPED,
        answered_at=NOW,
        reopen_by=TODAY + timedelta(days=9),
    )
    scene.open(answered, item="9")
    assert "puede pedir que se revise hasta el 01/12/2026" in scene.said
    scene.write("case_reply_message", "corto")
    scene.press("case_send")
    assert scene.problem("case_reply_message") == "Escriba al menos 20 caracteres (lleva 5)."
    scene.press("case_rate_5")
    assert scene.sent[0].content["rating"] == 5
    assert not scene.shows("case_rating")


def test_the_dossier_has_fonts_language_and_title(scene: Scene, tmp_path: Path) -> None:
    import pypdf

    scene.open(a_case(amount_held=uyu(122000)), item="9")
    for name, title in (("case_dossier", "Expediente"), ("case_receipt", "Constancia de ingreso")):
        scene.press(name)
        path = tmp_path / "paper.pdf"
        path.write_bytes(scene.page.model.papers.state.data)
        reader = pypdf.PdfReader(path)
        assert reader.metadata is not None
        assert reader.metadata.title == f"{title} N° 2026-00-000001-1"
        assert str(reader.root_object["/Lang"]) == "es-UY"
        text = reader.pages[0].extract_text()
        assert "La lectura no es esa." in text
        assert "URSEA" in text
        assert "· Lucía Pérez" in text  # whoever reads the paper is not "usted"
        assert "Usted" not in text
        scene.page.model.papers.close()


def test_every_subtype_asks_for_what_the_utility_requires_and_no_more(scene: Scene) -> None:
    scene.open()
    scene.press("cases_claim")
    form = scene.page.model.composing.claim
    always = {"type", "subtype", "description", "claimant", "contact_name", "contact_phone"}
    for kind in scene.cases.rules.types if scene.cases.rules else ():
        for subtype in kind.subtypes:
            form.edit("type", kind.code)
            form.edit("subtype", subtype.code)
            required = {spec.name for spec in form.specs if spec.required}
            asked = {spec.name for spec in form.specs} - always - {"files", "truthful"}
            assert required - always - {"truthful"} == set(subtype.required)
            assert asked == set(subtype.asked)


def test_endless_words_do_not_widen_the_panel(scene: Scene) -> None:
    scene.open(a_case(contact_name="x" * 400), item="9")
    panel = scene.part("case_detail_scroll")
    content = scene.part("case_thread").parentWidget()
    assert content is not None
    assert content.width() <= panel.width()


def test_a_refused_message_comes_back_into_the_box(scene: Scene) -> None:
    scene.open(a_case(), item="9")
    scene.write("case_reply_message", "Ahí va.")
    scene.press("case_send")
    scene.office.outbox.kept[0] = rejected(scene.sent[0], "too_many_files")
    old = scene.sent[0].op_id
    scene.open(a_case(), item=old)
    assert "Hay más archivos de los permitidos." in scene.said
    box = scene.part("case_reply_message")
    assert isinstance(box, QPlainTextEdit)
    assert box.toPlainText() == "Ahí va."
    scene.press("case_send")
    assert [item.replaces for item in scene.sent if item.state is SubmissionState.QUEUED] == [old]


def test_what_was_begun_is_offered_from_the_list(scene: Scene) -> None:
    scene.open(item="claim:PAGO_NO_IMPUTADO:P-7")
    scene.write("claim_form_description", WHY)
    scene.press("claim_back")
    assert "Tiene un trámite sin terminar (14:02)." in scene.said
    scene.press("cases_begun_action")
    assert scene.page.model.composing.claim.text("request_number") == "P-7"
    assert scene.page.model.composing.claim.text("description") == WHY
    scene.press("claim_discard")
    assert WHY in scene.page.model.composing.claim.text("description")  # asked once more
    scene.press("claim_discard")
    scene.press("claim_back")
    assert "sin terminar" not in scene.said
