"""Whether what a person knows about a contract shows that it is theirs."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.contracts.models import Contract, Customer, Meter
from backend.invoices.models import Invoice
from backend.registration.documents import compact, same_document
from backend.registration.rules import Proof, RegistrationRules

_AMOUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?|(\d+)\.(\d{1,2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says about a contract."""

    contract_number: str
    document_type: str
    document_number: str
    proof: Proof
    proof_value: str


@dataclass(frozen=True, slots=True)
class Proved:
    """A contract, and the customer whose it is."""

    contract: Contract
    customer: Customer


def prove(session: Session, rules: RegistrationRules, claim: Claim) -> Proved | None:
    """The contract, if everything said about it is true; nothing tells what was not."""
    found = _contract(session, claim.contract_number)
    # Everything is looked at in any case: how long it takes must not tell what was wrong.
    contract_id = found.contract.id if found else 0
    known = _is_known(session, rules, contract_id, claim)
    theirs = _is_theirs(rules, claim, found.customer if found else None)
    return found if found is not None and known and theirs else None


def is_same_name(typed: str, kept: str) -> bool:
    """Whether a name is the holder's, whatever its accents, capitals and order: a hint for the
    back office and never a reason to refuse."""
    return _words(typed) == _words(kept)


def amount_of(text: str) -> Decimal | None:
    """An amount as it is written on a bill: `1.234,50`, `1234,5`, `1234.50`; None if it is none."""
    found = _AMOUNT.fullmatch(re.sub(r"[\s$]|U\$S|UYU", "", text))
    if found is None:
        return None
    whole = (found[1] or found[3]).replace(".", "")
    return Decimal(f"{whole}.{found[2] or found[4] or '0'}")


def _contract(session: Session, typed: str) -> Proved | None:
    number = compact(typed)

    def same(column: object) -> object:
        plain = column
        for separator in (" ", ".", "-", "/"):
            plain = func.replace(plain, separator, "")
        return func.upper(plain) == number

    rows = session.execute(
        select(Contract, Customer)
        .join(Customer, Customer.id == Contract.customer_id)
        .where(same(Contract.number) | same(Contract.account_number))  # type: ignore[operator]
        .order_by(Contract.id)
        .limit(2)
    ).all()
    # An account that means two contracts means none.
    exact = [row for row in rows if compact(row[0].number) == number] or list(rows)
    return Proved(exact[0][0], exact[0][1]) if len(exact) == 1 else None


def _is_theirs(rules: RegistrationRules, claim: Claim, customer: Customer | None) -> bool:
    kind = rules.document_type(claim.document_type)
    kept_type = (customer.document_type or "") if customer else ""
    kept = (customer.document_number or "") if customer else ""
    if kind is None or not kept:
        return False
    return kept_type.casefold() == kind.code and same_document(
        kind.check, claim.document_number, kept
    )


def _is_known(session: Session, rules: RegistrationRules, contract_id: int, claim: Claim) -> bool:
    if claim.proof is Proof.METER_DIGITS:
        return _is_meter(session, rules.meter_digits, contract_id, claim.proof_value)
    invoices = session.scalars(
        select(Invoice)
        .where(Invoice.contract_id == contract_id)
        .order_by(Invoice.issue_date.desc(), Invoice.id.desc())
        .limit(rules.invoices_back)
    ).all()
    if claim.proof is Proof.LAST_INVOICE_NUMBER:
        typed = compact(claim.proof_value)
        return any(compact(invoice.number) == typed for invoice in invoices)
    amount = amount_of(claim.proof_value)
    return amount is not None and any(Decimal(i.total) / 100 == amount for i in invoices)


def _is_meter(session: Session, digits: int, contract_id: int, typed: str) -> bool:
    wanted = compact(typed)
    serials = session.scalars(
        select(Meter.serial).where(Meter.contract_id == contract_id, Meter.removed_on.is_(None))
    ).all()
    return len(wanted) >= digits and any(compact(serial).endswith(wanted) for serial in serials)


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return sorted(re.findall(r"[a-z0-9]+", "".join(c for c in plain if c.isascii())))
