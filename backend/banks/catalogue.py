"""Brings the banks of the utility's rules into the books."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.banks.models import Bank
from backend.payments.rules import BankRules


def bring_in(session: Session, rules: Sequence[BankRules]) -> None:
    """Make these the banks on offer, in this order. A bank that was once paid through stays, as
    payments name it, but is no longer offered."""
    kept = {bank.code: bank for bank in session.scalars(select(Bank))}
    for sort, rule in enumerate(rules):
        values = {
            "name": rule.name,
            "adapter": rule.adapter,
            "currencies": " ".join(rule.currencies),
            "min_amount": rule.min_amount,
            "max_amount": rule.max_amount,
            "hosts": " ".join(rule.hosts),
            "sort": sort,
            "is_offered": True,
        }
        bank = kept.pop(rule.code, None)
        if bank is None:
            session.add(Bank(code=rule.code, **values))
            continue
        for name, value in values.items():
            if getattr(bank, name) != value:
                setattr(bank, name, value)
    for bank in kept.values():
        bank.is_offered = False
    session.flush()
