"""What the utility's people do with cases."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select

from backend.cases.course import end, pause, resolve, resume, say
from backend.cases.models import (
    Author,
    Case,
    CaseClock,
    CaseKind,
    CaseOutcome,
    CaseStatus,
    MessageKind,
)
from backend.cases.rules import CaseRules
from backend.cases.telling import write
from backend.office.acts import Act, Desk, OfficeRefusedError
from backend.policies.rules import rules_of

Number = Annotated[
    str, Field(max_length=40, pattern=r"^[^\x00]*$", description="the case's number")
]
Words = Annotated[
    str,
    Field(
        min_length=1, max_length=4000, pattern=r"^[^\x00]*$", description="what the customer reads"
    ),
]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")

    number: Number


class TakeCase(_Form):
    """Begin to look at it."""


class AskAboutCase(_Form):
    """Ask the customer for something; the clock stands meanwhile."""

    text: Words


class InspectCase(_Form):
    """Send somebody to look at it on the spot."""

    text: Words


class AnswerCase(_Form):
    """Answer it; a question has no outcome of its own."""

    text: Words
    outcome: Annotated[CaseOutcome, Field(description="what was decided")] = CaseOutcome.ANSWERED


class CloseCase(_Form):
    """End it: after its answer, for want of one of the customer's, or as a duplicate."""

    text: Annotated[
        str, Field(max_length=4000, pattern=r"^[^\x00]*$", description="what the customer reads")
    ] = ""
    duplicate: Annotated[bool, Field(description="it was there already")] = False


class NoteCase(_Form):
    """Write something down that no customer sees."""

    text: Annotated[
        str,
        Field(
            min_length=1, max_length=4000, pattern=r"^[^\x00]*$", description="for the office only"
        ),
    ]


class EscalateCase(_Form):
    """The customer went to the regulator with it."""

    text: Words


def _case(desk: Desk, number: str) -> Case:
    case = desk.session.scalar(select(Case).where(Case.number == number).with_for_update())
    if case is None:
        raise OfficeRefusedError("unknown-case", number)
    return case


def _open_case(desk: Desk, number: str) -> Case:
    case = _case(desk, number)
    if not case.status.is_open:
        raise OfficeRefusedError("case-closed", f"{number} is {case.status}")
    return case


def _rules(desk: Desk) -> CaseRules:
    rules = rules_of(desk.session, CaseRules)
    if rules is None:
        raise OfficeRefusedError("not-offered", "the utility has no rules for cases")
    return rules


def _told(case: Case) -> dict[str, Any]:
    return {"number": case.number, "status": case.status, "due_on": case.due_on.isoformat()}


def _status(desk: Desk, case: Case, kind: MessageKind, text: str) -> None:
    say(case, desk.now, Author.UTILITY, kind, text, clerk=desk.clerk)


def _write(desk: Desk, case: Case, text: str) -> None:
    rules = rules_of(desk.session, CaseRules)
    if rules is not None:
        write(desk.session, desk.now, case, rules, text)


def _take(desk: Desk, form: TakeCase) -> dict[str, Any]:
    case = _open_case(desk, form.number)
    if case.clock is CaseClock.PAUSED:
        resume(desk.session, case, desk.now)
    case.status, case.assigned_to = CaseStatus.IN_ANALYSIS, desk.clerk
    return _told(case)


def _ask(desk: Desk, form: AskAboutCase) -> dict[str, Any]:
    case = _open_case(desk, form.number)
    _status(desk, case, MessageKind.INFORMATION_REQUEST, form.text)
    pause(desk.session, case, desk.now, _rules(desk).reply_days)
    _write(desk, case, form.text)
    return _told(case)


def _inspect(desk: Desk, form: InspectCase) -> dict[str, Any]:
    case = _open_case(desk, form.number)
    if case.clock is CaseClock.PAUSED:
        resume(desk.session, case, desk.now)
    case.status = CaseStatus.IN_INSPECTION
    _status(desk, case, MessageKind.STATUS, form.text)
    _write(desk, case, form.text)
    return _told(case)


def _answer(desk: Desk, form: AnswerCase) -> dict[str, Any]:
    case = _open_case(desk, form.number)
    is_question = case.kind is CaseKind.QUESTION
    if is_question != (form.outcome is CaseOutcome.ANSWERED):
        raise OfficeRefusedError("wrong-outcome", f"{form.outcome} for a {case.kind}")
    _status(desk, case, MessageKind.ANSWER, form.text)
    resolve(desk.session, case, desk.now, form.outcome, _rules(desk))
    _write(desk, case, form.text)
    return _told(case)


def _close(desk: Desk, form: CloseCase) -> dict[str, Any]:
    case = _case(desk, form.number)
    if case.status in (CaseStatus.CLOSED, CaseStatus.CANCELLED, CaseStatus.DUPLICATE):
        raise OfficeRefusedError("case-closed", f"{form.number} is {case.status}")
    may_end = case.status in (CaseStatus.RESOLVED, CaseStatus.AWAITING_CUSTOMER)
    if not may_end and not form.duplicate:
        raise OfficeRefusedError("not-answered", f"{form.number} is {case.status}")
    if form.text:
        _status(desk, case, MessageKind.STATUS, form.text)
    end(case, desk.now, CaseStatus.DUPLICATE if form.duplicate else CaseStatus.CLOSED)
    return _told(case)


def _note(desk: Desk, form: NoteCase) -> dict[str, Any]:
    case = _case(desk, form.number)
    say(
        case,
        desk.now,
        Author.UTILITY,
        MessageKind.NOTE,
        form.text,
        clerk=desk.clerk,
        is_internal=True,
    )
    return _told(case)


def _escalate(desk: Desk, form: EscalateCase) -> dict[str, Any]:
    case = _case(desk, form.number)
    if case.status in (CaseStatus.CANCELLED, CaseStatus.DUPLICATE, CaseStatus.ESCALATED):
        raise OfficeRefusedError("case-closed", f"{form.number} is {case.status}")
    case.status, case.closed_at, case.reopen_by = CaseStatus.ESCALATED, None, None
    _status(desk, case, MessageKind.STATUS, form.text)
    return _told(case)


ACTS = (
    Act("take-case", TakeCase, _take, "Begin to look at a question or claim"),
    Act("ask-about-case", AskAboutCase, _ask, "Ask the customer; the clock stands meanwhile"),
    Act("inspect-case", InspectCase, _inspect, "Announce an inspection on the spot"),
    Act("answer-case", AnswerCase, _answer, "Answer a question, decide a claim"),
    Act("close-case", CloseCase, _close, "End a case"),
    Act("note-case", NoteCase, _note, "Write an internal note, which no customer sees"),
    Act("escalate-case", EscalateCase, _escalate, "Mark that it went to the regulator"),
)
