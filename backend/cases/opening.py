"""From what a customer sends to a case with its number and deadline."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from backend.cases.attaching import attach, check_files
from backend.cases.course import deadline, disputing, hold, say, today
from backend.cases.models import OPEN, Author, Case, CaseInvoice, CaseKind, MessageKind
from backend.cases.numbers import case_number
from backend.cases.rules import DOCUMENTS, CaseRules, ClaimField, Named, Subtype
from backend.cases.sent import Claim, Question, SentFile
from backend.contracts.models import Contract
from backend.invoices.models import Invoice
from backend.policies.rules import rules_of
from backend.submissions.kinds import RejectedError, Work


def ask(work: Work, question: Question) -> dict[str, Any]:
    """Open a question; raises RejectedError."""
    rules, contract = begin(work)
    topic = _named(rules.topics, question.topic, "topic")
    _length(question.subject, 1, rules.subject_length, "subject")
    _length(question.message, rules.least_length, rules.most_length, "message")
    channel = _named(rules.channels, question.channel, "channel")
    check_files(work, question.files, rules)
    case = _new(work, contract, CaseKind.QUESTION, rules.question_days)
    case.code, case.about = topic.code, topic.label
    case.subject, case.channel = question.subject.strip(), channel.label
    return _open(work, case, rules, question.message, question.files)


def claim(work: Work, sent: Claim) -> dict[str, Any]:
    """Open a claim; raises RejectedError."""
    rules, contract = begin(work)
    found = rules.subtype(sent.subtype)
    if found is None:
        raise RejectedError("unknown_subtype", "subtype")
    kind, subtype = found
    if not sent.truthful:
        raise RejectedError("not_declared", "truthful")
    _length(sent.description, rules.least_length, rules.most_length, "description")
    claimant = _named(rules.claimants, sent.claimant, "claimant")
    if not sent.contact_name.strip():
        raise RejectedError("missing_field", "contact_name")
    day = today(work.session, work.now)
    _check_fields(sent, subtype, day)
    check_files(work, sent.files, rules)
    invoices = _invoices(work, sent, rules, day)
    _refuse_duplicate(work, sent, subtype, invoices)
    case = _new(work, contract, CaseKind.CLAIM, subtype.days)
    case.code, case.type, case.about = subtype.code, kind.label, subtype.label
    case.claimant = claimant.label
    case.contact_name = sent.contact_name.strip()
    case.contact_phone = sent.contact_phone.strip()
    case.amount_claimed = sent.amount if ClaimField.AMOUNT in _asked(subtype) else None
    case.details = json.dumps(_details(sent, subtype, rules), ensure_ascii=False)
    disputing(case, invoices)
    return _open(work, case, rules, sent.description, sent.files, disputes=subtype.disputes)


def begin(work: Work) -> tuple[CaseRules, Contract]:
    """The rules, and the contract, locked: of two claims sent at once the second sees the first.
    Raises RejectedError where the utility takes no cases."""
    contract = work.session.get_one(Contract, work.scope_id, with_for_update={"key_share": True})
    rules = rules_of(work.session, CaseRules)
    if rules is None:
        raise RejectedError("not_offered")
    return rules, contract


def _new(work: Work, contract: Contract, kind: CaseKind, days: int) -> Case:
    return Case(
        contract_id=contract.id,
        number=work.op_id,  # until its row has an id, of which the number is made
        kind=kind,
        currency=contract.currency,
        opened_at=work.now,
        days=days,
        due_on=deadline(work.session, work.now, days),
        origin_op_id=work.op_id,
    )


def _open(
    work: Work,
    case: Case,
    rules: CaseRules,
    text: str,
    files: list[SentFile],
    *,
    disputes: bool = False,
) -> dict[str, Any]:
    work.session.add(case)
    work.session.flush()
    case.number = case_number(today(work.session, work.now).year, rules.office, case.id)
    if disputes:
        hold(case)
    message = say(
        case,
        work.now,
        Author.CUSTOMER,
        MessageKind.OPENING,
        text.strip(),
        origin_op_id=work.op_id,
    )
    attach(work, message, files)
    work.session.flush()
    return {
        "case_id": str(case.id),
        "number": case.number,
        "due_on": case.due_on.isoformat(),
        "amount_held": case.amount_held,
    }


def _named(options: tuple[Named, ...], code: str, field: str) -> Named:
    found = next((option for option in options if option.code == code), None)
    if found is None:
        raise RejectedError("unknown_choice", field)
    return found


def _length(text: str, least: int, most: int, field: str) -> None:
    length = len(text.strip())
    if length < least:
        raise RejectedError("too_short", field, least=least)
    if length > most:
        raise RejectedError("too_long", field, most=most)


def _asked(subtype: Subtype) -> tuple[ClaimField, ...]:
    return (*subtype.required, *subtype.optional)


def _check_fields(sent: Claim, subtype: Subtype, day: date) -> None:
    kinds = {file.kind for file in sent.files}
    for field in subtype.required:
        value = field.value in kinds if field in DOCUMENTS else getattr(sent, field.value)
        if value is None or not str(value).strip() or value in ([], False):
            reason = "missing_document" if field in DOCUMENTS else "missing_field"
            raise RejectedError(reason, field.value)
    for name in ("reading_date", "incident_date", "period_from", "period_to"):
        given = getattr(sent, name)
        if given is not None and given > day:
            raise RejectedError("in_future", name)
    if sent.period_from and sent.period_to and sent.period_to < sent.period_from:
        raise RejectedError("period_backwards", "period_to")


def _invoices(work: Work, sent: Claim, rules: CaseRules, day: date) -> list[Invoice]:
    ids = sorted({int(one) for one in sent.invoices})
    query = select(Invoice).where(Invoice.id.in_(ids), Invoice.contract_id == work.scope_id)
    found = list(work.session.scalars(query.order_by(Invoice.id).with_for_update()))
    if len(found) != len(ids):
        raise RejectedError("unknown_invoice", "invoices")
    oldest = day - timedelta(days=rules.claim_days)
    for invoice in found:
        if invoice.issue_date < oldest:
            raise RejectedError("too_old", "invoices", number=invoice.number, days=rules.claim_days)
    return found


def _refuse_duplicate(work: Work, sent: Claim, subtype: Subtype, invoices: list[Invoice]) -> None:
    """One open claim of a subtype for each invoice, and one dispute of it."""
    query = (
        select(Case)
        .where(Case.contract_id == work.scope_id, Case.kind == CaseKind.CLAIM)
        .where(Case.status.in_(OPEN), Case.code == sent.subtype)
    )
    if invoices:
        ids = [invoice.id for invoice in invoices]
        query = (
            select(Case)
            .join(CaseInvoice, CaseInvoice.case_id == Case.id)
            .where(Case.status.in_(OPEN), CaseInvoice.invoice_id.in_(ids))
        )
        if not subtype.disputes:
            query = query.where(Case.code == sent.subtype)
    for other in work.session.scalars(query):
        if invoices or _says_the_same(sent, other):
            raise RejectedError("duplicate_claim", "invoices", number=other.number)


def _says_the_same(sent: Claim, other: Case) -> bool:
    """Without an invoice two claims are the same where they tell of the same thing."""
    opening = other.messages[0].body if other.messages else ""
    return opening.strip() == sent.description.strip()


def _details(sent: Claim, subtype: Subtype, rules: CaseRules) -> dict[str, str]:
    chosen = {
        ClaimField.INCIDENT: rules.incidents,
        ClaimField.ATTENTION: rules.attentions,
    }
    found: dict[str, str] = {}
    for field in _asked(subtype):
        if field in DOCUMENTS or field in (ClaimField.INVOICES, ClaimField.AMOUNT):
            continue
        value = getattr(sent, field.value)
        if value is None or not str(value).strip():
            continue
        if field in chosen:
            value = _named(chosen[field], value, field.value).label
        found[field.value] = str(value).strip()
    return found
