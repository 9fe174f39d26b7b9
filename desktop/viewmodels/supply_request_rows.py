"""Requests as rows and as details: what the service has, and what still waits on this computer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.contracts import LinkRole
from desktop.domain.submissions import Submission, SubmissionState
from desktop.domain.supply_requests import (
    AcceptanceState,
    RequestKind,
    RequestStatus,
    RequirementState,
    SupplyRequest,
)
from desktop.services.results import SupplyBook
from desktop.submissions.kinds import kind_of
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.submission_words import StateWords, kind_title, state_words
from desktop.viewmodels.supply_request_state import Act, Moment, Part, SupplyDetail, SupplyRow
from desktop.viewmodels.supply_request_telling import facts, next_step, next_tone
from desktop.viewmodels.supply_request_words import (
    kind_text,
    requirement_badge,
    status_badge,
)
from desktop.viewmodels.table import Column

_SHOWN = ("reconnection", "holder_change")
_OPEN = (RequirementState.MISSING, RequirementState.RECEIVED)


def unsent(book: SupplyBook) -> tuple[Submission, ...]:
    """What has not become a request: it waits, was refused, or has only just been taken."""
    known = {request.origin_op_id for request in book.requests}
    hidden = SubmissionState.CANCELLED
    return tuple(
        item
        for item in book.items
        if item.kind in _SHOWN and item.op_id not in known and item.state is not hidden
    )


def words_of(item: Submission, fmt: Formatter, now: datetime, *, is_sending: bool) -> StateWords:
    """The state of one that was not sent says so in plain words."""
    words = state_words(item, fmt, now, is_sending=is_sending)
    if item.state is SubmissionState.QUEUED and not is_sending:
        text = QCoreApplication.translate(
            "SupplyRows", "Guardada en este equipo, todavía NO enviada. No tiene número aún."
        )
        return StateWords(words.badge, text)
    return words


def rows(book: SupplyBook, fmt: Formatter, now: datetime, *, sending: str) -> tuple[SupplyRow, ...]:
    """The newest first; what is not sent stands on top."""
    found = []
    for item in reversed(unsent(book)):
        words = words_of(item, fmt, now, is_sending=item.op_id == sending)
        found.append(
            SupplyRow(
                id=item.op_id,
                number=item.reference,
                kind=kind_title(kind_of(item.kind)),
                asked_at=item.created_at,
                badge=words.badge,
                next_step=words.sentence,
            )
        )
    found += [
        SupplyRow(
            id=request.origin_op_id,
            number=request.number,
            kind=kind_text(request.kind),
            asked_at=request.requested_at,
            badge=status_badge(request.status),
            next_step=next_step(request, fmt),
        )
        for request in book.requests
    ]
    return tuple(found)


def detail_of_item(
    item: Submission, fmt: Formatter, now: datetime, *, is_sending: bool
) -> SupplyDetail:
    """One that is no request yet."""
    words = words_of(item, fmt, now, is_sending=is_sending)
    kind = kind_of(item.kind)
    asked = QCoreApplication.translate("SupplyRows", "Completada el")
    found = [(asked, fmt.stamp(item.created_at))]
    told = kind.summary(item.content)
    if told:
        found.append((QCoreApplication.translate("SupplyRows", "Datos"), told))
    acts: tuple[Act, ...] = (Act.PENDING,)
    if item.state is SubmissionState.QUEUED and not is_sending:
        acts = (Act.EDIT, Act.UNSEND)
    elif item.state is SubmissionState.REJECTED:
        acts = (Act.EDIT, Act.PENDING)
    return SupplyDetail(
        id=item.op_id,
        title=kind_title(kind),
        badge=words.badge,
        next_step=words.sentence,
        tone=words.badge.tone,
        facts=tuple(found),
        acts=acts,
    )


def detail_of(
    request: SupplyRequest, book: SupplyBook, role: LinkRole, fmt: Formatter
) -> SupplyDetail:
    """A request as the service has it, and what this person can do about it."""
    units = {register.id: register.unit for meter in book.meters for register in meter.registers}
    return SupplyDetail(
        id=request.origin_op_id,
        title=f"{kind_text(request.kind)} {request.number}",
        badge=status_badge(request.status),
        next_step=next_step(request, fmt),
        tone=next_tone(request.status),
        facts=facts(request, book.rules, units, fmt),
        parts=tuple(
            Part(r.label, requirement_badge(r.state), r.remark)
            for r in request.requirements
            if not (request.status.is_over and r.state in _OPEN)  # nobody looks at it any more
        ),
        history=tuple(
            Moment(fmt.stamp(step.at), status_badge(step.status), step.note)
            for step in reversed(request.history)
        ),
        acts=_acts(request, book, role),
    )


def _acts(request: SupplyRequest, book: SupplyBook, role: LinkRole) -> tuple[Act, ...]:
    found: list[Act] = []
    change = request.change
    waits = change is not None and change.acceptance is AcceptanceState.WAITING
    if role is LinkRole.HOLDER and waits and request.status is RequestStatus.PENDING_ACCEPTANCE:
        found.append(Act.ACCEPT)
    if role is not LinkRole.VIEWER:
        if request.status is RequestStatus.OBSERVED and not _is_answered(request, book):
            found.append(Act.DOCUMENTS)
        if request.status is RequestStatus.FAILED and request.kind is RequestKind.RECONNECTION:
            found.append(Act.SLOT)
    found.append(Act.PAPER)
    if role is not LinkRole.VIEWER and request.status.can_be_cancelled:
        found.append(Act.CANCEL)
    return tuple(found)


def _is_answered(request: SupplyRequest, book: SupplyBook) -> bool:
    """Whether documents for it wait on this computer."""
    return any(
        item.kind == "supply_documents" and item.state.is_pending and _about(item.content, request)
        for item in book.items
    )


def _about(content: Mapping[str, object], request: SupplyRequest) -> bool:
    return content.get("request_id") == request.id


def columns(fmt: Formatter) -> tuple[Column[SupplyRow], ...]:
    """Columns of the list."""
    translate = QCoreApplication.translate
    return (
        Column(
            key="asked",
            title=translate("SupplyRows", "Fecha"),
            text=lambda row: fmt.day(fmt.local(row.asked_at).date()),
            sort=lambda row: row.asked_at,
        ),
        Column(
            key="kind",
            title=translate("SupplyRows", "Trámite"),
            text=lambda row: row.kind,
            sort=lambda row: row.kind,
            stretch=2,
        ),
        Column(
            key="number",
            title=translate("SupplyRows", "Número"),
            text=lambda row: row.number or translate("SupplyRows", "Sin número todavía"),
            sort=lambda row: row.number,
            stretch=2,
            rank=1,
        ),
        Column(
            key="state",
            title=translate("SupplyRows", "Estado"),
            text=lambda row: row.badge.text,
            sort=lambda row: row.badge.text,
            badge=lambda row: row.badge,
            stretch=2,
        ),
        Column(
            key="next",
            title=translate("SupplyRows", "Próximo paso"),
            text=lambda row: row.next_step,
            tooltip=lambda row: row.next_step,
            stretch=4,
            rank=2,
        ),
    )
