"""What a customer does with a case that exists: reply, reopen, rate, give up."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from backend.cases.attaching import attach, check_files
from backend.cases.course import end, reopen, resume, say, today
from backend.cases.models import Author, Case, CaseStatus, MessageKind
from backend.cases.opening import begin
from backend.cases.rules import CaseRules
from backend.cases.sent import MessageAction, SentMessage
from backend.submissions.kinds import RejectedError, Work


def converse(work: Work, sent: SentMessage) -> dict[str, Any]:
    """Do it; raises RejectedError."""
    rules, _contract = begin(work)
    query = select(Case).where(Case.id == int(sent.case_id), Case.contract_id == work.scope_id)
    case = work.session.scalar(query.with_for_update())
    if case is None:
        raise RejectedError("unknown_case", "case_id")
    check_files(work, sent.files, rules)
    _ACTIONS[sent.action](work, case, sent, rules)
    work.session.flush()
    return {"case_id": str(case.id), "number": case.number, "status": case.status}


def _reply(work: Work, case: Case, sent: SentMessage, rules: CaseRules) -> None:
    if not case.status.is_open:
        raise RejectedError("case_closed", "case_id", number=case.number)
    _text(sent, rules, least=0 if sent.files else 1)
    _add(work, case, sent, MessageKind.MESSAGE)
    if case.status is CaseStatus.AWAITING_CUSTOMER:
        resume(work.session, case, work.now)


def _reopen(work: Work, case: Case, sent: SentMessage, rules: CaseRules) -> None:
    if case.reopened:
        raise RejectedError("already_reopened", "case_id", number=case.number)
    if case.status is not CaseStatus.RESOLVED or case.reopen_by is None:
        raise RejectedError("not_resolved", "case_id", number=case.number)
    if today(work.session, work.now) > case.reopen_by:
        raise RejectedError("reopen_late", "case_id", reopen_by=case.reopen_by.isoformat())
    _text(sent, rules, least=rules.least_length)
    _add(work, case, sent, MessageKind.REOPENING)
    reopen(work.session, case, work.now)


def _rate(_work: Work, case: Case, sent: SentMessage, _rules: CaseRules) -> None:
    if case.answered_at is None:
        raise RejectedError("not_resolved", "case_id", number=case.number)
    if case.satisfaction is not None:
        raise RejectedError("already_rated", "rating", number=case.number)
    if sent.rating is None:
        raise RejectedError("missing_field", "rating")
    case.satisfaction = sent.rating


def _cancel(work: Work, case: Case, sent: SentMessage, rules: CaseRules) -> None:
    if not case.status.is_open:
        raise RejectedError("case_closed", "case_id", number=case.number)
    _text(sent, rules, least=0)
    if sent.message.strip():
        _add(work, case, sent, MessageKind.MESSAGE)
    end(case, work.now, CaseStatus.CANCELLED)


_ACTIONS = {
    MessageAction.REPLY: _reply,
    MessageAction.REOPEN: _reopen,
    MessageAction.RATE: _rate,
    MessageAction.CANCEL: _cancel,
}


def _text(sent: SentMessage, rules: CaseRules, least: int) -> None:
    length = len(sent.message.strip())
    if length < least:
        raise RejectedError("too_short", "message", least=least)
    if length > rules.most_length:
        raise RejectedError("too_long", "message", most=rules.most_length)


def _add(work: Work, case: Case, sent: SentMessage, kind: MessageKind) -> None:
    message = say(
        case, work.now, Author.CUSTOMER, kind, sent.message.strip(), origin_op_id=work.op_id
    )
    work.session.flush()
    attach(work, message, sent.files)
