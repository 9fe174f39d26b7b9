"""What stands in the way of a request, and the way out of each. Nothing here reads the books."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from backend.contracts.models import ContractStatus, CutReason
from backend.supply_requests.rules import (
    CERTIFICATE,
    ChangeReason,
    CutRule,
    DebtPolicy,
    HolderChangeRules,
    PersonType,
    ReconnectionRules,
)


class WayOut(StrEnum):
    """What the person can do about it."""

    PAY = "pay"  # or an agreement
    ATTACH = "attach"
    CORRECT = "correct"
    REQUEST = "request"  # look at the one that is under way
    RECONNECT = "reconnect"
    OFFICE = "office"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Block:
    """`code` is the reason of a refusal, `field` the payload's, `data` figures for a sentence."""

    code: str
    way_out: WayOut
    field: str | None = None
    data: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Account:
    """How a contract stands. `overdue` are minor units that are in no agreement that is kept and
    in no claim; `under_way` is the number of an unfinished request of the same kind."""

    status: ContractStatus
    cut: CutReason | None
    overdue: int
    currency: str
    under_way: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a reconnection asks for beside the contact."""

    documents: Collection[str]
    fitter_number: str
    is_declared: bool
    on: date
    slot: str


def reconnection_blocks(
    account: Account,
    rules: ReconnectionRules,
    visit: Visit | None = None,
    days: tuple[date, date] | None = None,
) -> list[Block]:
    """Everything that stands in the way, the most fundamental first. Without a `visit` only what
    can be known before the form is filled in; `days` are the first and the last one offered."""
    found = list(_standing(account))
    if found:
        return found
    cut = cut_rule(rules, account.cut)
    if account.cut is CutReason.FRAUD:
        found.append(Block("fraud_file", WayOut.OFFICE, data={"text": cut.text}))
    elif not cut.online:
        found.append(Block("office_only", WayOut.OFFICE, data={"text": cut.text}))
    if account.under_way:
        found.append(Block("under_way", WayOut.REQUEST, data={"number": account.under_way}))
    if account.overdue > 0:
        found.append(_debt(account))
    if visit is not None:
        found += _of_visit(cut, rules, visit, days)
    return found


def _standing(account: Account) -> list[Block]:
    if account.status is ContractStatus.ENDED:
        return [Block("contract_ended", WayOut.OFFICE)]
    if account.status is not ContractStatus.CUT or account.cut is None:
        return [Block("not_cut", WayOut.NONE)]
    return []


def cut_rule(rules: ReconnectionRules, reason: CutReason | None) -> CutRule:
    """How this cut is undone; one that the utility says nothing about is not taken online."""
    known = next((cut for cut in rules.cuts if cut.reason is reason), None)
    return known or CutRule(reason=reason or CutReason.NON_PAYMENT, online=False)


def cut_documents(cut: CutRule) -> list[str]:
    """Codes of the documents that a reconnection needs."""
    return [*([CERTIFICATE] if cut.certificate else []), *cut.documents]


def _of_visit(
    cut: CutRule, rules: ReconnectionRules, visit: Visit, days: tuple[date, date] | None
) -> list[Block]:
    found = []
    if cut.certificate and not visit.fitter_number.strip():
        found.append(Block("fitter_missing", WayOut.CORRECT, "fitter_number"))
    found += _missing(cut_documents(cut), visit.documents)
    if visit.slot not in {slot.code for slot in rules.slots}:
        found.append(Block("slot_unknown", WayOut.CORRECT, "slot"))
    if days is not None and not days[0] <= visit.on <= days[1]:
        data = {"first": days[0].isoformat(), "last": days[1].isoformat()}
        found.append(Block("day_not_offered", WayOut.CORRECT, "on", data))
    if not visit.is_declared:
        found.append(Block("declaration_missing", WayOut.CORRECT, "declared"))
    return found


def _missing(wanted: Collection[str], given: Collection[str]) -> list[Block]:
    return [
        Block("document_missing", WayOut.ATTACH, "documents", {"document": code})
        for code in wanted
        if code not in given
    ]


def _debt(account: Account) -> Block:
    data = {"amount": account.overdue, "currency": account.currency}
    return Block("overdue_debt", WayOut.PAY, data=data)


@dataclass(frozen=True, slots=True)
class Change:
    """What a change of holder asks for. `is_same_holder` tells that the document is the present
    holder's; `has_reading` that every register's value was given, `is_below` that one of them is
    below the last one known, and `read_on` is its day."""

    reason: str
    person_type: PersonType
    document_type: str
    is_valid_document: bool
    is_same_holder: bool
    link: str
    documents: Collection[str]
    effective_on: date
    terms_version: str
    assumes_debt: bool
    has_representative: bool
    has_reading: bool
    read_on: date | None
    last_read_on: date | None
    is_below: bool
    has_photo: bool


def holder_change_blocks(
    account: Account, rules: HolderChangeRules, today: date, change: Change | None = None
) -> list[Block]:
    """Everything that stands in the way, the most fundamental first."""
    if account.status is ContractStatus.ENDED:
        return [Block("contract_ended", WayOut.OFFICE)]
    found = []
    if account.status is ContractStatus.PENDING:
        found.append(Block("contract_pending", WayOut.OFFICE))
    if account.status is ContractStatus.CUT:
        # The new contract would begin with a cut that tells of the holder before.
        found.append(Block("contract_cut", WayOut.RECONNECT))
    if account.under_way:
        found.append(Block("under_way", WayOut.REQUEST, data={"number": account.under_way}))
    takes_over = change is not None and change.assumes_debt
    may_take_over = rules.debt is DebtPolicy.ASSUMED and (change is None or takes_over)
    if account.overdue > 0 and not may_take_over:
        found.append(_debt(account))
    if change is not None:
        found += _of_change(rules, today, change)
    return found


def _of_change(rules: HolderChangeRules, today: date, change: Change) -> list[Block]:
    found = []
    reason = change_reason(rules, change.reason)
    if reason is None:
        found.append(Block("reason_unknown", WayOut.CORRECT, "reason"))
    known = {d.code for d in rules.document_types if d.person_type is change.person_type}
    if change.document_type not in known:
        found.append(Block("document_type_unknown", WayOut.CORRECT, "document_type"))
    elif not change.is_valid_document:
        found.append(Block("document_invalid", WayOut.CORRECT, "document_number"))
    elif change.is_same_holder:
        found.append(Block("same_holder", WayOut.CORRECT, "document_number"))
    if change.person_type is PersonType.COMPANY and not change.has_representative:
        found.append(Block("representative_missing", WayOut.CORRECT, "representative_name"))
    if change.link not in {link.code for link in rules.links}:
        found.append(Block("link_unknown", WayOut.CORRECT, "link"))
    last = today + timedelta(days=rules.max_days_ahead)
    if not today <= change.effective_on <= last:
        data = {"first": today.isoformat(), "last": last.isoformat()}
        found.append(Block("day_not_offered", WayOut.CORRECT, "effective_on", data))
    found += _of_reading(rules, today, change)
    if reason is not None:
        found += _missing(change_documents(rules, reason, change.person_type), change.documents)
    if change.terms_version != rules.terms.version:
        found.append(Block("terms_changed", WayOut.CORRECT, "terms_version"))
    return found


def _of_reading(rules: HolderChangeRules, today: date, change: Change) -> list[Block]:
    if not change.has_reading or change.read_on is None:
        if rules.needs_reading:
            return [Block("reading_missing", WayOut.CORRECT, "handover")]
        return []
    last = change.last_read_on
    if change.read_on > today or (last is not None and change.read_on < last):
        data = {"first": last.isoformat() if last else None, "last": today.isoformat()}
        return [Block("reading_day", WayOut.CORRECT, "handover", data)]
    if change.is_below and not change.has_photo:
        return [Block("reading_below", WayOut.ATTACH, "handover")]
    return []


def change_reason(rules: HolderChangeRules, code: str) -> ChangeReason | None:
    """The reason of this code."""
    return next((reason for reason in rules.reasons if reason.code == code), None)


def change_documents(
    rules: HolderChangeRules, reason: ChangeReason, person_type: PersonType
) -> list[str]:
    """Codes of the documents that a change needs, each once."""
    of_person = {
        PersonType.PERSON: rules.person_documents,
        PersonType.COMPANY: rules.company_documents,
    }
    return list(dict.fromkeys((*of_person[person_type], *reason.documents)))
