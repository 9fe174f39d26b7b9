"""From periods to invoices and payments: who paid what, and what was still owed each time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from backend.demo.billing import charge, to_cent, with_tax
from backend.demo.dial import Period
from backend.demo.profile import DemoProfile
from backend.demo.script import Script
from backend.demo.supply import Bill, Line, Payment

_CHANNELS = ("web_bank", "web_bank", "collection_network", "direct_debit", "card", "counter")
_APART = ("cancelled", "in_claim", "in_agreement")


class Ledger:
    """The account of one contract, written in the order of time up to `today`."""

    def __init__(
        self, profile: DemoProfile, script: Script, random: Random, today: date, reference: str
    ) -> None:
        self.bills: list[Bill] = []
        self.payments: list[Payment] = []
        self._profile = profile
        self._script = script
        self._random = random
        self._today = today
        self._reference = reference
        self._channel = random.choice(_CHANNELS)

    def run(self, periods: Sequence[Period]) -> None:
        """Bill every period that has been issued by today, and pay as the script says."""
        for period in periods:
            issue = period.end + timedelta(days=self._profile.terms.days_to_issue)
            if issue > self._today:
                continue
            if period.ago == self._script.replaced:
                self._replaced(period, issue)
            else:
                self._pay(self._bill(period, issue, self._script.tariff), period.ago)
            if period.ago == self._script.credit_after:
                self._credit(issue + timedelta(days=9))

    def balance(self, day: date) -> Decimal:
        """What was unpaid before `day`, of what can be asked for invoice by invoice."""
        owed = sum(
            (b.total for b in self.bills if b.issue < day and b.status not in _APART), Decimal(0)
        )
        paid = (p for p in self.payments if p.on < day and p.bill.status not in _APART)
        return owed - sum((p.amount for p in paid), Decimal(0))

    def _overdue(self, day: date) -> Decimal:
        late = [b for b in self.bills if b.due and b.due < day and b.status not in _APART]
        paid = (p.amount for p in self.payments if p.on < day and any(p.bill is b for b in late))
        return sum((b.total for b in late), Decimal(0)) - sum(paid, Decimal(0))

    def _bill(self, period: Period, issue: date, tariff: str) -> Bill:
        terms = self._profile.terms
        interest = to_cent(max(self._overdue(issue), Decimal(0)) * terms.late_interest_rate / 100)
        bill = Bill(
            kind="invoice",
            issue=issue,
            start=period.start,
            end=period.end,
            due=_working_day(issue + timedelta(days=terms.days_to_pay)),
            lines=charge(
                self._profile.tariffs[tariff],
                terms,
                self._profile.unit,
                sum(s.consumption for s in period.stretches),
                self._profile.fx_before(period.end),
                interest,
            ),
            stretches=period.stretches,
            previous_balance=self.balance(issue),
            status=self._status(period.ago),
        )
        if bill.status == "in_claim":
            bill.claim = f"{issue.year}-03-{self._reference[-5:]}{period.ago}"
        if bill.status == "in_agreement":
            bill.agreement = f"AC-{self._today.year - 1}-{self._reference[-4:]}"
        self.bills.append(bill)
        for visit in period.visits:
            if visit.reason != "installed":
                visit.bill = bill
        return bill

    def _status(self, ago: int) -> str:
        if ago in self._script.claim:
            return "in_claim"
        if ago in self._script.agreement:
            return "in_agreement"
        return "in_process" if ago in self._script.in_process else ""

    def _replaced(self, period: Period, issue: date) -> None:
        """Billed by the wrong tariff, then again by the right one a week later."""
        wrong = self._bill(period, issue, "P")
        wrong.status = "cancelled"
        right = self._bill(period, issue + timedelta(days=7), self._script.tariff)
        wrong.replaced_by = right
        self._pay(right, period.ago)

    def _credit(self, issue: date) -> None:
        """A credit note nobody has used yet: the customer has a balance in favour."""
        name = "Bonificación por demora en la atención de un reclamo"
        lines = with_tax([Line("credit", name, Decimal("-372.50"))], self._profile.terms)
        taxed = tuple(replace(line, tax_rate=self._profile.terms.tax_rate) for line in lines)
        self.bills.append(
            Bill(
                "credit_note", issue, None, None, None, taxed, previous_balance=self.balance(issue)
            )
        )

    def _pay(self, bill: Bill, ago: int) -> None:
        if bill.status or bill.due is None or ago in self._script.unpaid:
            return
        on = bill.due + timedelta(days=self._script.late_by + self._random.randint(-2, 2))
        if on <= bill.issue or on >= self._today:
            return
        share = Decimal("0.6") if ago in self._script.partial else Decimal(1)
        self.payments.append(Payment(bill, on, to_cent(bill.total * share), self._channel))


def _working_day(day: date) -> date:
    """`day`, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
