"""The list of Preguntas y Reclamaciones: what the utility has, and what is still on its way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.domain.case_rules import CaseRules
from desktop.domain.cases import Case, CaseKind, CaseStatus
from desktop.domain.submissions import Submission, SubmissionState
from desktop.services.results import CaseBook
from desktop.viewmodels.case_words import (
    is_late,
    kind_text,
    short_deadline,
    status_badge,
    title_text,
)
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.submission_words import state_words
from desktop.viewmodels.table import Badge, Column, Tone

PENDING = "op:"  # a row of the outbox: the op_id follows


class Chip(StrEnum):
    """Which rows are shown."""

    ALL = "all"
    OPEN = "open"
    WAITING = "waiting"
    ANSWERED = "answered"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A row. `case` is None for one that is still on its way; `item` is what was sent."""

    id: str
    badge: Badge
    number: str
    kind: str
    title: str
    about: str
    at: datetime
    deadline: str
    chip: Chip
    is_late: bool = False
    case: Case | None = None
    item: Submission | None = None


def case_rows(
    book: CaseBook, fmt: Formatter, now: datetime, *, sending: str
) -> tuple[CaseRow, ...]:
    """The newest first. What was accepted and is in the mirror already stands there once."""
    known = {case.origin_op_id for case in book.cases}
    rows = [_of_case(case, book) for case in book.cases]
    for item in book.items:
        if item.kind == "case_message" or item.op_id in known:
            continue
        if item.state is not SubmissionState.CANCELLED:
            is_sending = item.op_id == sending
            rows.append(_of_item(item, book.rules, fmt, now, is_sending=is_sending))
    return tuple(sorted(rows, key=lambda row: row.at, reverse=True))


def _of_case(case: Case, book: CaseBook) -> CaseRow:
    return CaseRow(
        id=case.id,
        badge=status_badge(case),
        number=case.number,
        kind=kind_text(case.kind),
        title=title_text(case),
        about=case.type or case.about,
        at=case.opened_at,
        deadline=short_deadline(case, book.today, book.calendar),
        chip=_chip(case),
        is_late=is_late(case, book.today, book.calendar),
        case=case,
    )


def _chip(case: Case) -> Chip:
    if case.status is CaseStatus.AWAITING_CUSTOMER:
        return Chip.WAITING
    if case.status.is_open:
        return Chip.OPEN
    return Chip.ANSWERED if case.status is CaseStatus.RESOLVED else Chip.ENDED


def _of_item(
    item: Submission, rules: CaseRules | None, fmt: Formatter, now: datetime, *, is_sending: bool
) -> CaseRow:
    content = item.content
    is_question = item.kind == "question"
    about = title = ""
    if is_question:
        title = str(content["subject"])
        topics = rules.topics if rules is not None else ()
        about = next((t.label for t in topics if t.code == content["topic"]), "")
    else:
        found = rules.subtype(str(content["subtype"])) if rules is not None else None
        if found is not None:
            about, title = found[0].label, found[1].label
    return CaseRow(
        id=f"{PENDING}{item.op_id}",
        badge=state_words(item, fmt, now, is_sending=is_sending).badge,
        number=item.reference,
        kind=kind_text(CaseKind.QUESTION if is_question else CaseKind.CLAIM),
        title=title,
        about=about,
        at=item.created_at,
        deadline="",
        chip=Chip.OPEN,
        item=item,
    )


def counts(rows: Sequence[CaseRow]) -> tuple[tuple[Chip, int], ...]:
    """How many rows each chip would show."""
    return tuple((chip, sum(shows(chip, row) for row in rows)) for chip in Chip)


def shows(chip: Chip, row: CaseRow) -> bool:
    """Whether `chip` lets `row` through; what waits for the customer is open too."""
    if chip is Chip.OPEN:
        return row.chip in (Chip.OPEN, Chip.WAITING)
    return chip in (Chip.ALL, row.chip)


def case_columns(fmt: Formatter) -> tuple[Column[CaseRow], ...]:
    """State first: it is what one comes for."""
    translate = QCoreApplication.translate
    without = translate("CaseColumns", "Sin número todavía")
    return (
        Column(
            key="state",
            title=translate("CaseColumns", "Estado"),
            text=lambda row: row.badge.text,
            sort=lambda row: row.badge.text,
            badge=lambda row: row.badge,
            stretch=2,
        ),
        Column(
            key="title",
            title=translate("CaseColumns", "Asunto"),
            text=lambda row: row.title,
            sort=lambda row: row.title.casefold(),
            tooltip=lambda row: row.title,
            stretch=4,
        ),
        Column(
            key="kind",
            title=translate("CaseColumns", "Tipo"),
            text=lambda row: row.kind,
            sort=lambda row: row.kind,
            rank=4,
        ),
        Column(
            key="number",
            title=translate("CaseColumns", "Número"),
            text=lambda row: row.number or without,
            sort=lambda row: row.number or None,
            rank=3,
            stretch=2,
        ),
        Column(
            key="at",
            title=translate("CaseColumns", "Ingresada"),
            text=lambda row: fmt.day(fmt.local(row.at).date()),
            sort=lambda row: row.at,
            rank=2,
        ),
        Column(
            key="deadline",
            title=translate("CaseColumns", "Plazo"),
            text=lambda row: row.deadline,
            sort=lambda row: row.case.due_on if row.case and row.deadline else None,
            badge=lambda row: (
                Badge("circle-alert", row.deadline, Tone.BAD) if row.is_late else None
            ),
            rank=1,
        ),
    )
