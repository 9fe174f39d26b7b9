"""Payment agreements of the demonstration: one of every state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.agreements import life, postings
from backend.agreements.calendar import working_day, working_days_after
from backend.agreements.figures import Owed, Plan, base_of, min_down_payment, months_after, plan
from backend.agreements.models import (
    Agreement,
    ExitReason,
    IncludedInvoice,
    Instalment,
)
from backend.agreements.rules import AgreementRules
from backend.contracts.models import Contract
from backend.demo import profile
from backend.demo.chapters import Stage
from backend.invoices.models import Invoice, PaymentStatus
from backend.policies.rules import rules_of
from backend.submissions.references import reference

ORDER = 60

# Far above what customers will have sent, whose numbers are counted from one.
_FIRST_NUMBER = 900_001
_ANSWER = "No se aceptó porque ya tiene un acuerdo vigente por otras facturas."


def write(stage: Stage) -> None:
    """Kept, being kept with an instalment overdue, rejected; broken; requested, waiting for its
    down payment, being kept punctually."""
    with stage.database.writing() as session:
        rules = rules_of(session, AgreementRules)
        if rules is None:
            return
        teller = _Teller(stage, session, rules)
        for home in stage.contracts("demo")[:1]:
            agreed = teller.invoices(home, PaymentStatus.IN_AGREEMENT)
            teller.kept(home, agreed[:2], months_ago=25)
            teller.active(home, agreed[2:], months_ago=13, count=15, unpaid=1)
            paid = teller.invoices(home, PaymentStatus.PAID)[-1:]
            teller.rejected(home, paid, days_ago=52)
        for cut in stage.contracts("cortado"):
            teller.broken(cut, teller.invoices(cut, PaymentStatus.IN_AGREEMENT), months_ago=6)
        shops = stage.contracts("empresa")
        for shop in shops:
            agreed = teller.invoices(shop, PaymentStatus.IN_AGREEMENT)
            if agreed:
                teller.active(shop, agreed, months_ago=9, count=18, unpaid=0)
        owing = [shop for shop in shops if teller.owed(shop)]
        for shop in owing[:1]:
            teller.asked(shop, teller.owed(shop), teller.day(1), count=4)
        for shop in owing[1:2]:
            teller.waiting(shop, teller.owed(shop), days_ago=2, count=6)


@dataclass(slots=True)
class _Teller:
    stage: Stage
    session: Session
    rules: AgreementRules
    count: int = field(default=0)

    def invoices(self, contract: Contract, status: PaymentStatus) -> list[Invoice]:
        """Of a contract, the oldest first."""
        query = (
            select(Invoice)
            .where(Invoice.contract_id == contract.id, Invoice.payment_status == status)
            .order_by(Invoice.issue_date)
        )
        return list(self.session.scalars(query))

    def owed(self, contract: Contract) -> list[Invoice]:
        """What can be asked for."""
        return self.invoices(contract, PaymentStatus.PENDING)

    def day(self, days_ago: int) -> date:
        return self.stage.today - timedelta(days=days_ago)

    def asked(
        self, contract: Contract, invoices: Sequence[Invoice], on: date, count: int
    ) -> Agreement:
        """A request for these invoices as they stood on that day."""
        for invoice in invoices:
            invoice.agreement_number = None
        made = self._plan(invoices, on, count)
        zone = profile.read().utility.zone_info
        self.count += 1
        agreement = Agreement(
            contract_id=contract.id,
            number=reference("AC", on.year, _FIRST_NUMBER + self.count),
            mode=self.rules.mode,
            currency=contract.currency,
            requested_at=datetime.combine(on, time(10, 20), zone),
            debt=made.base.debt,
            arrears=made.base.arrears,
            arrears_tax=made.base.arrears_tax,
            down_payment=made.down_payment,
            nominal_rate=self.rules.nominal_rate,
            tax_rate=self.rules.tax_rate,
            consecutive_unpaid=self.rules.consecutive_unpaid,
            total_unpaid=self.rules.total_unpaid,
            consent_version=self.rules.consent_version,
            signed_by=self.session.get_one(Contract, contract.id).customer.full_name,
            instalments=[
                Instalment(
                    number=share.number,
                    due_date=share.due,
                    capital=share.capital,
                    interest=share.interest,
                    tax=share.tax,
                )
                for share in made.shares
            ],
            included=[
                IncludedInvoice(invoice=invoice, position=position, amount=invoice.total)
                for position, invoice in enumerate(invoices, start=1)
            ],
        )
        self.session.add(agreement)
        self.session.flush()
        return agreement

    def waiting(
        self, contract: Contract, invoices: Sequence[Invoice], days_ago: int, count: int
    ) -> Agreement:
        """Accepted the day after it was asked for; its down payment is still to come."""
        on = self.day(days_ago)
        agreement = self.asked(contract, invoices, on - timedelta(days=1), count)
        for invoice in invoices:
            invoice.payment_status = PaymentStatus.PENDING
        due = working_days_after(self.session, on, self.rules.days_to_pay)
        life.accept(self.session, agreement, on, due)
        return agreement

    def active(
        self,
        contract: Contract,
        invoices: Sequence[Invoice],
        months_ago: int,
        count: int,
        unpaid: int,
    ) -> Agreement:
        """Paid so far, but for the last `unpaid` instalments that fell due."""
        began = months_after(self.stage.today, -months_ago)
        agreement = self.waiting(contract, invoices, (self.stage.today - began).days, count)
        self._pay_down(agreement, began + timedelta(days=1))
        due = [one for one in agreement.instalments if one.due_date < self.stage.today]
        for one in due[: len(due) - unpaid]:
            self._pay(agreement, one)
        nights = [one.due_date + timedelta(days=1) for one in due[len(due) - unpaid :]]
        for night in (*nights, self.stage.today):
            life.grow_old(self.session, agreement, night)
        return agreement

    def kept(self, contract: Contract, invoices: Sequence[Invoice], months_ago: int) -> None:
        """Six instalments, all paid."""
        self.active(contract, invoices, months_ago, count=6, unpaid=0)

    def broken(self, contract: Contract, invoices: Sequence[Invoice], months_ago: int) -> None:
        """One instalment was paid, and then no more."""
        due = months_ago - 1
        self.active(contract, invoices, months_ago, count=10, unpaid=due - 1)

    def rejected(self, contract: Contract, invoices: Sequence[Invoice], days_ago: int) -> None:
        """Asked for, and answered two days later."""
        agreement = self.asked(contract, invoices, self.day(days_ago), count=3)
        on = self.day(days_ago - 2)
        life.cancel(self.session, agreement, on, ExitReason.REJECTED, _ANSWER)

    def _plan(self, invoices: Sequence[Invoice], on: date, count: int) -> Plan:
        owed = [
            Owed(one.total, max((term.date for term in one.due_terms), default=None))
            for one in invoices
        ]
        base = base_of(owed, on, self.rules)
        # People pay a round amount, not the least to the cent.
        down = -(-min_down_payment(base, self.rules) // 10_000) * 10_000
        made = plan(base, down, count, on, self.rules, working_day(self.session))
        if made is None:
            raise ValueError("the demonstration's debts are too small to be divided")
        return made

    def _pay_down(self, agreement: Agreement, on: date) -> None:
        life.pay_down(self.session, agreement, on, agreement.down_payment)
        postings.counter_payment(self.session, agreement, 0, on, agreement.down_payment)

    def _pay(self, agreement: Agreement, one: Instalment) -> None:
        on = one.due_date - timedelta(days=1 + one.number % 4)
        total = one.total
        life.pay(self.session, agreement, one, on, total)
        postings.counter_payment(self.session, agreement, one.number, on, total)
