"""The one way to put a utility's data into the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from backend.banks.catalogue import bring_in
from backend.base import table_of
from backend.catalogue.models import Utility
from backend.database import Database
from backend.feed.hook import PublishingSession
from backend.invoices.models import Invoice, InvoiceLine
from backend.loader.profile import ProfileError, UtilityProfile
from backend.loader.rows import Entry, Problem
from backend.loader.tables import BY_NAME
from backend.loader.write.batch import Batch, Counts, Setting
from backend.loader.write.contracts import write_contracts
from backend.loader.write.customers import write_customers
from backend.loader.write.invoices import write_invoices
from backend.loader.write.lines import write_lines
from backend.loader.write.meters import write_meters
from backend.loader.write.payments import write_payments
from backend.loader.write.readings import write_readings
from backend.payments.rules import PaymentRules
from backend.policies.rules import set_rules

BATCH = 1000
"""Most rows of one transaction: locks are held shortly, and a crash loses little."""

_WRITERS: dict[str, Callable[[Batch, Sequence[Entry]], None]] = {
    "customers": write_customers,
    "contracts": write_contracts,
    "meters": write_meters,
    "readings": write_readings,
    "invoices": write_invoices,
    "lines": write_lines,
    "payments": write_payments,
}


class Writer:
    """Writes typed rows into `database`. `refuse` hears of each row that cannot be written; a
    dry run finds the same problems and keeps nothing."""

    def __init__(
        self, database: Database, refuse: Callable[[Problem], None], *, dry_run: bool = False
    ) -> None:
        self.counts = {name: Counts() for name in BY_NAME}
        self._database = database
        self._refuse = refuse
        self._trial: PublishingSession | None = None
        if dry_run:
            self._trial = PublishingSession(database.engine_for_writing, database.clock)

    def set_utility(self, profile: UtilityProfile) -> None:
        """Make the database this utility's, or bring its profile up to date."""
        username, password = profile.demo_account or (None, None)
        values = {
            "code": profile.id,
            "name": profile.name,
            "legal_name": profile.legal_name,
            "country": profile.country,
            "zone": profile.zone,
            "locale": profile.locale,
            "currency": profile.currency,
            "accent": profile.accent,
            "emergency_phone": profile.emergency_phone,
            "customer_phone": profile.customer_phone,
            "regulator": profile.regulator,
            "is_demo": profile.is_demo,
            "demo_username": username,
            "demo_password": password,
            "estimates_in_a_row": profile.estimates_in_a_row,
            "reading_soft_low": profile.self_reading.soft_low,
            "reading_soft_high": profile.self_reading.soft_high,
            "reading_hard_high": profile.self_reading.hard_high,
            "reading_grace_hours": profile.self_reading.grace_hours,
        }
        with self._transaction() as session:
            row = session.get(Utility, 1)
            set_rules(session, profile.policies)
            payments = profile.policies.get(PaymentRules.area)
            bring_in(session, payments.banks if isinstance(payments, PaymentRules) else ())
            if row is None:
                session.add(Utility(id=1, **values))
                session.flush()
                return
            if row.code != profile.id:
                raise ProfileError(f"this database belongs to {row.code}, not to {profile.id}")
            for name, value in values.items():
                if getattr(row, name) != value:
                    setattr(row, name, value)

    def write(self, *tables: tuple[str, Sequence[Entry]]) -> None:
        """Write rows of one or several tables, in this order, in one transaction."""
        with self._transaction() as session:
            setting = self._setting(session)
            for name, entries in tables:
                batch = Batch(session, setting, self._refuse)
                _WRITERS[name](batch, entries)
                self.counts[name] += batch.counts

    def unbalanced(self) -> list[str]:
        """Invoices whose lines do not add up to their total, in words."""
        invoice, line = table_of(Invoice), table_of(InvoiceLine)
        charged = func.sum(line.c.amount)
        query = (
            select(invoice.c.number, invoice.c.total, charged)
            .join_from(invoice, line, line.c.invoice_id == invoice.c.id)
            .group_by(invoice.c.id, invoice.c.number, invoice.c.total)
            .having(charged != invoice.c.total)
            .order_by(invoice.c.number)
        )
        with self._transaction() as session:
            rows = session.connection().execute(query).all()
        return [
            f"invoice {number}: its lines add up to {int(lines)} minor units, its total is {total}"
            for number, total, lines in rows
        ]

    @property
    def zone(self) -> ZoneInfo:
        """The utility's zone; ProfileError where the database has no utility yet."""
        with self._transaction() as session:
            return self._setting(session).zone

    def close(self) -> None:
        """End a dry run and undo all of it; nothing to do otherwise."""
        if self._trial is not None:
            self._trial.rollback()
            self._trial.close()
            self._trial = None

    @contextmanager
    def _transaction(self) -> Iterator[PublishingSession]:
        # A dry run is one transaction: its contracts must find the customers before them.
        if self._trial is not None:
            yield self._trial
            return
        with self._database.writing() as session:
            assert isinstance(session, PublishingSession)
            yield session

    @staticmethod
    def _setting(session: PublishingSession) -> Setting:
        utility = session.get(Utility, 1)
        if utility is None:
            raise ProfileError("the database has no utility yet: give --profile FILE.toml")
        return Setting(ZoneInfo(utility.zone), utility.currency)
