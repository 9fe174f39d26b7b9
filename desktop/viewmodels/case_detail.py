"""One question or claim for the panel: its facts, what happens next, and its thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.case_rules import ClaimField
from desktop.domain.cases import Attachment, Author, Case, CaseKind, MessageKind
from desktop.domain.submissions import Submission, SubmissionState
from desktop.services.results import CaseBook
from desktop.viewmodels.case_rows import CaseRow
from desktop.viewmodels.case_words import (
    author_text,
    deadline_text,
    field_label,
    is_late,
    next_step,
    outcome_text,
)
from desktop.viewmodels.form_words import weight_text
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.submission_words import state_words
from desktop.viewmodels.table import Badge


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file of a message; `attachment` is None where the utility does not have it yet."""

    name: str
    weight: str
    attachment: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the thread. `badge` is shown for what is still on its way."""

    id: str
    who: str
    is_own: bool
    at: str
    heading: str
    text: str
    files: tuple[FileLine, ...] = ()
    badge: Badge | None = None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """All that the panel shows. `op_id` names a submission that waits on this computer."""

    row: CaseRow
    title: str
    step: str
    deadline: str
    held: str
    facts: tuple[tuple[str, str], ...]
    thread: tuple[Entry, ...]
    regulator: str
    is_late: bool = False  # the utility's answer is overdue
    can_reply: bool = False
    can_reopen: bool = False
    can_rate: bool = False
    can_give_up: bool = False
    has_paper: bool = False
    op_id: str = ""
    can_edit: bool = False
    can_cancel: bool = False

    @property
    def can_write(self) -> bool:
        """Whether there is a box to write in below the thread."""
        return self.can_reply or self.can_reopen


@dataclass(frozen=True, slots=True)
class Teller:
    """Makes details of one book."""

    book: CaseBook
    fmt: Formatter
    utility: str
    now: datetime
    sending: str  # op_id of what is on its way

    def detail(self, row: CaseRow) -> CaseDetail:
        """Of a row of the list."""
        if row.case is not None:
            return self._of_case(row, row.case)
        assert row.item is not None
        return self._of_item(row, row.item)

    def _of_case(self, row: CaseRow, case: Case) -> CaseDetail:
        book, translate = self.book, QCoreApplication.translate
        waiting = [i for i in book.items if _is_about(i, case) and not _is_in(i, case)]
        waiting = [i for i in waiting if i.state is not SubmissionState.CANCELLED]
        is_busy = any(i.state.is_pending or i.state is SubmissionState.ACCEPTED for i in waiting)
        number = translate("CaseDetail", "{0} {1}").format(row.kind, case.number)
        rules = book.rules
        regulator = ""
        if rules is not None and case.may_go_to_regulator:
            text = translate("CaseDetail", "Si no está conforme puede recurrir a {0}.")
            regulator = text.format(rules.regulator_text.strip().rstrip(".") or rules.regulator)
        return CaseDetail(
            row=row,
            title=number,
            step=next_step(case, self.fmt, is_late=is_late(case, book.today, book.calendar)),
            deadline=deadline_text(case, book.today, book.calendar),
            held=self._held(case),
            facts=self._facts(case),
            thread=(
                *(self._entry(case, n) for n in range(len(case.messages))),
                *(self._waiting(item) for item in waiting),
            ),
            regulator=regulator,
            is_late=is_late(case, book.today, book.calendar),
            can_reply=case.can_reply(),
            can_reopen=case.can_reopen(book.today) and not is_busy,
            can_rate=case.can_rate() and not is_busy,
            can_give_up=case.status.is_open and not is_busy,
            has_paper=True,
        )

    def _held(self, case: Case) -> str:
        if not case.amount_held:
            return ""
        text = QCoreApplication.translate(
            "CaseDetail",
            "Mientras se resuelve, el importe reclamado ({0}) no será exigible.",
        )
        if case.amount_claimed not in (None, case.amount_held):
            text = QCoreApplication.translate(
                "CaseDetail",
                "Mientras se resuelve, el saldo de las facturas reclamadas ({0}) no será exigible.",
            )
        return text.format(self.fmt.money(case.amount_held))

    def _facts(self, case: Case) -> tuple[tuple[str, str], ...]:
        translate, fmt = QCoreApplication.translate, self.fmt
        facts: list[tuple[str, str]] = []
        if case.kind is CaseKind.CLAIM:
            facts.append((translate("CaseDetail", "Trámite"), f"{case.type} · {case.about}"))
        else:
            facts.append((translate("CaseDetail", "Tema"), case.about))
            facts.append((translate("CaseDetail", "Respuesta"), case.channel))
        moment = fmt.moment(case.opened_at, self.now)
        facts.append((translate("CaseDetail", "Ingresada"), moment))
        if case.outcome is not None and case.kind is CaseKind.CLAIM:
            facts.append((translate("CaseDetail", "Resultado"), outcome_text(case.outcome)))
        if case.invoices:
            numbers = ", ".join(one.number for one in case.invoices)
            facts.append((translate("CaseDetail", "Facturas"), numbers))
        if case.amount_claimed is not None:
            facts.append((field_label(ClaimField.AMOUNT), fmt.money(case.amount_claimed)))
        facts += [(field_label(one.field), self._value(one.value)) for one in case.details]
        if case.contact_name:
            phone = case.contact_phone.replace(" ", "\u00a0")
            who = " · ".join(filter(None, (case.contact_name, phone, case.claimant)))
            facts.append((translate("CaseDetail", "Contacto"), who))
        if case.satisfaction is not None:
            text = translate("CaseDetail", "{0} de 5").format(case.satisfaction)
            facts.append((translate("CaseDetail", "Su opinión"), text))
        return tuple(facts)

    def _value(self, value: str) -> str:
        """Days are kept as on the wire and shown as people write them."""
        try:
            return self.fmt.day(datetime.fromisoformat(value).date())
        except ValueError:
            return value

    def _entry(self, case: Case, place: int) -> Entry:
        message = case.messages[place]
        return Entry(
            id=message.id,
            who=author_text(message.author, self.utility),
            is_own=message.author is Author.CUSTOMER,
            at=self.fmt.moment(message.at, self.now),
            heading=_heading(message.kind, case),
            text=message.body,
            files=tuple(
                FileLine(one.name, weight_text(one.document.size, self.fmt), one)
                for one in message.attachments
            ),
        )

    def _waiting(self, item: Submission) -> Entry:
        """What was sent about a case and is not in its thread yet."""
        content = item.content
        words = state_words(item, self.fmt, self.now, is_sending=item.op_id == self.sending)
        return Entry(
            id=item.op_id,
            who=author_text(Author.CUSTOMER, ""),
            is_own=True,
            at=self.fmt.moment(item.created_at, self.now),
            heading=_action_text(content),
            text=str(content.get("message", "")),
            files=_sent_files(item),
            badge=words.badge,
            sentence=words.sentence,
        )

    def _of_item(self, row: CaseRow, item: Submission) -> CaseDetail:
        translate, content = QCoreApplication.translate, item.content
        words = state_words(item, self.fmt, self.now, is_sending=item.op_id == self.sending)
        step = words.sentence
        is_queued = item.state is SubmissionState.QUEUED
        if is_queued and item.op_id != self.sending:
            step = translate(
                "CaseDetail", "Guardado en este equipo, sin número hasta que se envíe."
            )
        is_question = item.kind == "question"
        about = translate("CaseDetail", "Trámite")
        if is_question:
            about = translate("CaseDetail", "Tema")
        text = content["message"] if is_question else content["description"]
        can = item.state in (SubmissionState.QUEUED, SubmissionState.REJECTED)
        entry = Entry(
            id=item.op_id,
            who=author_text(Author.CUSTOMER, ""),
            is_own=True,
            at=self.fmt.moment(item.created_at, self.now),
            heading="",
            text=str(text),
            files=_sent_files(item),
        )
        return CaseDetail(
            row=row,
            title=translate("CaseDetail", "{0} sin número todavía").format(row.kind),
            step=step,
            deadline="",
            held="",
            facts=((about, row.about or row.title),),
            thread=(entry,),
            regulator="",
            op_id=item.op_id,
            can_edit=can,
            can_cancel=is_queued and item.op_id != self.sending,
        )


def _is_about(item: Submission, case: Case) -> bool:
    return item.kind == "case_message" and item.content.get("case_id") == case.id


def _is_in(item: Submission, case: Case) -> bool:
    """Whether the mirror shows already what came of it."""
    if any(message.origin_op_id == item.op_id for message in case.messages):
        return True
    is_taken = item.state is SubmissionState.ACCEPTED
    action = item.content.get("action")
    return is_taken and (
        (action == "rate" and case.satisfaction is not None)
        or (action == "cancel" and not case.status.is_open)
    )


def _heading(kind: MessageKind, case: Case) -> str:
    translate = QCoreApplication.translate
    if kind is MessageKind.ANSWER and case.kind is CaseKind.CLAIM:
        return translate("CaseDetail", "Respuesta de la empresa")
    return {
        MessageKind.OPENING: translate("CaseDetail", "Ingreso"),
        MessageKind.INFORMATION_REQUEST: translate(
            "CaseDetail", "Pedido de información: el plazo queda en pausa"
        ),
        MessageKind.STATUS: translate("CaseDetail", "Novedad"),
        MessageKind.ANSWER: translate("CaseDetail", "Respuesta"),
        MessageKind.REOPENING: translate("CaseDetail", "Pedido de nueva revisión"),
    }.get(kind, "")


def _action_text(content: object) -> str:
    translate = QCoreApplication.translate
    action = content.get("action") if isinstance(content, dict) else None
    return {
        "reopen": translate("CaseDetail", "Pedido de nueva revisión"),
        "rate": translate("CaseDetail", "Su opinión"),
        "cancel": translate("CaseDetail", "Dejar sin efecto"),
    }.get(str(action), "")


def _sent_files(item: Submission) -> tuple[FileLine, ...]:
    return tuple(FileLine(str(one["name"]), "") for one in item.content.get("files", ()))
