"""Whatever the office and the days do to an agreement, no money appears or is lost."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from backend import models as m
from backend.agreements import life, postings
from backend.agreements.figures import Owed, Plan, base_of, plan
from backend.agreements.models import AgreementStatus, ExitReason, InstalmentStatus
from backend.agreements.office import night
from backend.database import Database
from backend.feed.hook import PublishingSession
from backend.invoices.models import PaymentStatus
from backend.movements.books import follow
from tests.backend.agreements.conftest import DUE, weekday
from tests.support.agreement_rules import RULES
from tests.support.backend_books import Books

TODAY = date(2026, 3, 2)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("days"), st.integers(1, 70)),
        st.tuples(st.just("down"), st.integers(1, 50_000)),
        st.tuples(st.just("pay"), st.integers(1, 6)),
        st.tuples(st.just("part"), st.integers(1, 80_000)),
        st.tuples(st.sampled_from(["accept", "cancel"]), st.just(0)),
    ),
    max_size=14,
)


class Account:
    """A contract with three invoices of 1 220.00 and one requested agreement over them."""

    def __init__(self, database: Database, count: int, down: int) -> None:
        self.database, self.today, self.received = database, TODAY, 0
        books = Books(database)
        books.utility()
        self.home = books.contract()
        invoices = books.invoices(self.home, 3, document=None)
        base = base_of([Owed(122_000, DUE)] * 3, TODAY, RULES)
        made = plan(base, down, count, TODAY, RULES, weekday)
        assert made is not None
        with database.writing() as session:
            follow(session.connection(), session.touch, invoices=invoices)
            self.agreement_id = self._keep(session, made, invoices)

    def _keep(self, session: PublishingSession, made: Plan, invoices: list[int]) -> int:
        agreement = m.Agreement(
            contract_id=self.home.id,
            number="AC-1",
            mode=RULES.mode,
            currency="UYU",
            requested_at=session.clock.now(),
            debt=made.base.debt,
            arrears=made.base.arrears,
            arrears_tax=made.base.arrears_tax,
            down_payment=made.down_payment,
            nominal_rate=RULES.nominal_rate,
            tax_rate=RULES.tax_rate,
            consecutive_unpaid=RULES.consecutive_unpaid,
            total_unpaid=RULES.total_unpaid,
            instalments=[
                m.Instalment(
                    number=one.number,
                    due_date=one.due,
                    capital=one.capital,
                    interest=one.interest,
                    tax=one.tax,
                )
                for one in made.shares
            ],
            included=[
                m.IncludedInvoice(invoice_id=one, position=place, amount=122_000)
                for place, one in enumerate(invoices, start=1)
            ],
        )
        session.add(agreement)
        session.flush()
        return agreement.id

    def step(self, what: str, how: int) -> None:
        """Try it; what the state does not allow changes nothing."""
        with self.database.writing() as session:
            one = session.get_one(m.Agreement, self.agreement_id)
            try:
                with session.begin_nested():
                    self._do(session, one, what, how)
            except life.NotPossibleError:
                session.expire_all()

    def _do(self, session: Session, one: m.Agreement, what: str, how: int) -> None:
        if what == "days":
            self.today += timedelta(days=how)
            night(session, self.today)
        elif what == "accept":
            life.accept(session, one, self.today, self.today + timedelta(days=7))
        elif what == "cancel":
            life.cancel(session, one, self.today, ExitReason.CUSTOMER_REQUEST)
        elif what == "down":
            minor = min(how, life.down_payment_open(one))
            life.pay_down(session, one, self.today, minor)
            postings.counter_payment(session, one, 0, self.today, minor)
            self.received += minor
        else:
            number = how if what == "pay" else 1
            share = one.instalments[min(number, len(one.instalments)) - 1]
            minor = share.open if what == "pay" else min(how, share.open)
            life.pay(session, one, share, self.today, minor)
            postings.counter_payment(session, one, share.number, self.today, minor)
            self.received += minor

    def check(self) -> None:
        """The ledger, the invoices and the agreement tell one story."""
        with self.database.reading() as session:
            one = session.get_one(m.Agreement, self.agreement_id)
            invoices = [included.invoice for included in one.included]
            balance = sum(line.debit - line.credit for line in session.scalars(select(m.Movement)))
            down = one.down_payment - one.down_payment_paid if one.down_payment_paid else 0
            posted = sum(share.open for share in one.instalments if share.is_posted)
            assert all(row.paid + row.open == row.total for row in invoices)
            shares = sum(share.paid for share in one.instalments)
            assert shares + one.down_payment_paid == self.received
            if one.status is AgreementStatus.ACTIVE:
                assert balance == posted
                assert {row.payment_status for row in invoices} == {PaymentStatus.IN_AGREEMENT}
            elif one.status is AgreementStatus.AWAITING_DOWN_PAYMENT:
                assert balance == down
            else:
                assert balance == sum(row.open for row in invoices)
            if one.status is AgreementStatus.FULFILLED:
                assert {share.status for share in one.instalments} == {InstalmentStatus.PAID}
                assert sum(row.open for row in invoices) == 0
            if one.status in (AgreementStatus.BROKEN, AgreementStatus.CANCELLED):
                assert PaymentStatus.IN_AGREEMENT not in {row.payment_status for row in invoices}
                back = max(0, life.repaid(one) - one.arrears - one.arrears_tax)
                assert sum(row.paid for row in invoices) == min(back, one.debt)


@given(STEPS, st.integers(2, 6), st.sampled_from([0, 37_052, 120_000]))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_no_money_appears_or_is_lost(
    sqlite_file: Path, tmp_path: Path, steps: list[tuple[str, int]], count: int, down: int
) -> None:
    path = tmp_path / "life.db"
    for old in tmp_path.glob("life.db*"):
        old.unlink()
    shutil.copyfile(sqlite_file, path)
    database = Database(f"sqlite:///{path}")
    try:
        account = Account(database, count, down)
        account.check()
        for what, how in [("accept", 0), *steps] if len(steps) % 3 else steps:
            account.step(what, how)
            account.check()
    finally:
        database.close()
