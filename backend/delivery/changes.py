"""How one way of receiving the bills takes the place of another."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.catalogue.models import Utility
from backend.contracts.models import Contract
from backend.delivery.cycle import first_bill
from backend.delivery.models import Delivery, DeliveryStatus
from backend.delivery.rules import DeliveryRules
from backend.readings.models import Reading, ReadingReason


def history(session: Session, contract_id: int) -> list[Delivery]:
    """Every request of a contract, the oldest first."""
    query = select(Delivery).where(Delivery.contract_id == contract_id).order_by(Delivery.id)
    return list(session.scalars(query))


def standing(rows: list[Delivery], today: date) -> Delivery | None:
    """The request that decides about the bills to come; None is paper, as from the beginning."""
    for row in reversed(rows):
        is_over = row.ends_on is not None and row.ends_on <= today
        if row.status is DeliveryStatus.CONFIRMED and not is_over:
            return row
    return None


def today_of(session: Session, now: datetime) -> date:
    """The utility's date."""
    return now.astimezone(ZoneInfo(session.get_one(Utility, 1).zone)).date()


def confirm(session: Session, row: Delivery, rules: DeliveryRules, now: datetime) -> None:
    """Let `row` be in force from the first bill that it still reaches; what was in force ends
    with that bill."""
    today = today_of(session, now)
    contract = session.get_one(Contract, row.contract_id)
    first = first_bill(
        today,
        _last_reading(session, contract.id),
        contract.next_read_date,
        cycle_days=rules.cycle_days,
        print_days=rules.print_days,
        issue_days=rules.issue_days,
    )
    rows = history(session, row.contract_id)
    row.status, row.confirmed_at = DeliveryStatus.CONFIRMED, now
    row.first_reading, row.effective_from, row.is_late = first.reading, first.issued, first.is_late
    for other in rows:
        if other is row or other.status is not DeliveryStatus.CONFIRMED:
            continue
        if other.effective_from is not None and other.effective_from >= first.issued:
            other.status, other.ends_on = DeliveryStatus.WITHDRAWN, today
        elif other.ends_on is None or other.ends_on > first.issued:
            other.ends_on = first.issued


def suspend(row: Delivery, today: date) -> None:
    """The address sends everything back: paper again, from the next bill."""
    row.status, row.suspended_on = DeliveryStatus.SUSPENDED, today
    row.ends_on = today


def is_known(rows: list[Delivery], email: str) -> bool:
    """Whether this address was confirmed before for the contract, and mails arrived since."""
    for row in reversed(rows):
        if row.email.casefold() == email.casefold() and row.confirmed_at is not None:
            return row.status is not DeliveryStatus.SUSPENDED
    return False


def _last_reading(session: Session, contract_id: int) -> date | None:
    query = select(func.max(Reading.read_at)).where(
        Reading.contract_id == contract_id, Reading.reason == ReadingReason.REGULAR
    )
    latest = session.scalar(query)
    zone = ZoneInfo(session.get_one(Utility, 1).zone)
    return None if latest is None else latest.astimezone(zone).date()
