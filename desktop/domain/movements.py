"""The account of a contract: its lines, the running balance, what is still open, and how old.

A credit goes first to the debits that it names. What is left of a payment goes to the oldest
debits that are no invoices (the utility says itself which invoices a payment settles), what is
left of a move into an agreement to the oldest invoices; anything else stays a credit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.domain.invoices import State
from desktop.domain.money import Money, total


class MovementKind(StrEnum):
    """What a line is. AGREEMENT moves debt into an agreement, or back."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    DEBIT_NOTE = "debit_note"
    PAYMENT = "payment"
    PAYMENT_REVERSAL = "payment_reversal"
    INTEREST = "interest"
    COMPENSATION = "compensation"
    DEPOSIT = "deposit"
    REFUND = "refund"
    AGREEMENT = "agreement"
    AGREEMENT_INSTALMENT = "agreement_instalment"
    ADJUSTMENT = "adjustment"
    RECONNECTION_CHARGE = "reconnection_charge"


_DOCUMENTS = (MovementKind.INVOICE, MovementKind.DEBIT_NOTE)


@dataclass(frozen=True, slots=True)
class MovementRules:
    """What the utility allows: months of a statement, and the last day of each step of age of a
    debt, the last step being open."""

    default_months: int
    max_months: int
    ageing_days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Movement:
    """One line: either a debit or a credit, never below zero. `order` sorts the lines of a day.
    `settles` are the references of the debits that a credit was given for."""

    id: str
    contract_id: str
    order: int
    kind: MovementKind
    posted_on: date
    due_on: date | None
    reference: str
    description: str
    debit: Money
    credit: Money
    invoice_id: str | None
    settles: tuple[str, ...]

    @property
    def amount(self) -> Money:
        """What it adds to the balance."""
        return self.debit - self.credit

    @property
    def due(self) -> date:
        """When a debit is late if it is not paid on that day."""
        return self.due_on or self.posted_on


@dataclass(frozen=True, slots=True)
class Line:
    """A movement in its account: the balance after it, and how much of it is still `open`: owed
    of a debit, not yet used of a credit."""

    movement: Movement
    balance: Money
    open: Money

    @property
    def is_open(self) -> bool:
        """Whether anything of it is owed, or can still be used."""
        return bool(self.open)

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been paid before `today`."""
        return bool(self.open and self.movement.debit) and self.movement.due < today


class LineState(StrEnum):
    """What a person is shown for a line. Of a credit: USED, or CREDIT while any of it is left."""

    PENDING = "pending"
    PARTIAL = "partial"
    OVERDUE = "overdue"
    IN_PROCESS = "in_process"
    IN_CLAIM = "in_claim"
    IN_AGREEMENT = "in_agreement"
    SETTLED = "settled"
    CREDIT = "credit"
    USED = "used"


def line_state(line: Line, today: date, invoice: State | None = None) -> LineState:
    """The state of a line on `today`; `invoice` is that of the invoice it asks for, if known."""
    if line.movement.credit:
        return LineState.CREDIT if line.open else LineState.USED
    if invoice is not None and invoice.is_apart:
        return LineState(invoice.value)
    if not line.open:
        return LineState.SETTLED
    if line.is_overdue(today):
        return LineState.OVERDUE
    return LineState.PARTIAL if line.open < line.movement.debit else LineState.PENDING


def account(movements: Iterable[Movement], currency: str) -> tuple[Line, ...]:
    """Every line in the order of the account, which is that of days, and of `order` in a day.
    Movements in another currency are left out: an account has one."""
    rows = sorted(
        (m for m in movements if m.debit.currency == currency),
        key=lambda m: (m.posted_on, m.order, m.id),
    )
    still = _settle(rows)
    balance, lines = 0, []
    for row in rows:
        balance += row.debit.minor - row.credit.minor
        lines.append(Line(row, Money(balance, currency), Money(still[row.id], currency)))
    return tuple(lines)


def _settle(rows: Sequence[Movement]) -> Mapping[str, int]:
    """What is open of each movement by id, in minor units."""
    still = {row.id: row.debit.minor or row.credit.minor for row in rows}
    debits = sorted((r for r in rows if r.debit), key=lambda r: (r.due, r.posted_on, r.order))
    given = [row for row in rows if row.credit]
    by_reference: dict[str, list[Movement]] = {}
    for row in debits:
        by_reference.setdefault(row.reference, []).append(row)

    def give(credit: Movement, to: Iterable[Movement]) -> None:
        for debit in to:
            share = min(still[credit.id], still[debit.id])
            still[credit.id] -= share
            still[debit.id] -= share

    for row in given:
        for reference in row.settles:
            give(row, by_reference.get(reference, ()))
    others = [row for row in debits if row.kind not in _DOCUMENTS]
    for row in given:
        if row.kind is MovementKind.AGREEMENT:
            give(row, debits)
        elif row.kind is MovementKind.PAYMENT:
            give(row, others)
    return still


@dataclass(frozen=True, slots=True)
class Statement:
    """The lines from `first` to `last`, both inclusive, with what was owed before and after."""

    first: date
    last: date
    opening: Money
    closing: Money
    debits: Money
    credits: Money
    lines: tuple[Line, ...]


def statement(lines: Sequence[Line], first: date, last: date, currency: str) -> Statement:
    """The part of an account that a person asked for."""
    before = [line for line in lines if line.movement.posted_on < first]
    within = [line for line in lines if first <= line.movement.posted_on <= last]
    opening = before[-1].balance if before else Money(0, currency)
    return Statement(
        first=first,
        last=last,
        opening=opening,
        closing=within[-1].balance if within else opening,
        debits=total((line.movement.debit for line in within), currency),
        credits=total((line.movement.credit for line in within), currency),
        lines=tuple(within),
    )


@dataclass(frozen=True, slots=True)
class Ageing:
    """What is owed by how late it is: `overdue` has one amount for each step of the rules and one
    beyond the last. Together less `credit` (positive) that is the balance of the account."""

    to_be_due: Money
    overdue: tuple[Money, ...]
    credit: Money

    @property
    def late(self) -> Money:
        """Everything that is overdue."""
        return total(self.overdue, self.credit.currency)

    @property
    def balance(self) -> Money:
        """What is owed in all, less the credit."""
        return self.to_be_due + self.late - self.credit


def ageing(lines: Iterable[Line], today: date, steps: Sequence[int], currency: str) -> Ageing:
    """Sort what is open by the days since it was due, as of `today`. Due today is not late."""
    to_be_due, credit = 0, 0
    overdue = [0] * (len(steps) + 1)
    for line in lines:
        if line.movement.credit:
            credit += line.open.minor
        elif line.is_overdue(today):
            days = (today - line.movement.due).days
            place = next((n for n, step in enumerate(steps) if days <= step), len(steps))
            overdue[place] += line.open.minor
        else:
            to_be_due += line.open.minor
    return Ageing(
        Money(to_be_due, currency),
        tuple(Money(minor, currency) for minor in overdue),
        Money(credit, currency),
    )


def months_before(day: date, months: int) -> date:
    """The day after the same day `months` earlier: a year back from 22/11/2026 is 23/11/2025."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    same = min(day.day, (following - timedelta(days=1)).day)
    return date(year, month + 1, same) + timedelta(days=1)


def is_too_long(first: date, last: date, months: int) -> bool:
    """Whether a period is longer than `months`."""
    return first < months_before(last, months)
