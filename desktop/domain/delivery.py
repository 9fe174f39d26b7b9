"""How a contract's bills are delivered: the requests, what is in force, and from which bill on.

Source of the states: a request is confirmed, in force from the next bill, in force, reverted, or
suspended because mails came back (domain notes 2.4). Days are those of the utility's zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from desktop.domain.money import Money


class DeliveryChannel(StrEnum):
    """How the bills come."""

    EMAIL = "email"
    PAPER = "paper"


class DeliveryStatus(StrEnum):
    """What the service says of a request."""

    UNCONFIRMED = "unconfirmed"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"
    SUSPENDED = "suspended"


class Stage(StrEnum):
    """What a person is shown for a request on a given day."""

    UNCONFIRMED = "unconfirmed"  # the link in the mail was not opened yet
    NEXT_BILL = "next_bill"  # from the next bill on
    IN_FORCE = "in_force"
    REVERTED = "reverted"  # another one took its place
    SUSPENDED = "suspended"  # mails came back: paper meanwhile


@dataclass(frozen=True, slots=True)
class Consent:
    """What the person agreed to, word by word."""

    version: str
    text: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """One request. `first_reading` is the day of the reading that the first bill charges,
    `effective_from` that bill's own day; `is_late` tells that the paper of the bill before had
    been printed already."""

    id: str
    contract_id: str
    channel: DeliveryChannel
    email: str
    second_email: str
    postal_address: str
    status: DeliveryStatus
    requested_by: str
    requested_at: datetime
    consent: Consent | None
    confirmed_at: datetime | None
    first_reading: date | None
    effective_from: date | None
    is_late: bool
    ends_on: date | None
    bounces: int
    suspended_on: date | None
    origin_op_id: str | None

    def stage(self, today: date) -> Stage:
        """What it is on `today`."""
        if self.status is DeliveryStatus.UNCONFIRMED:
            return Stage.UNCONFIRMED
        if self.status is DeliveryStatus.SUSPENDED:
            return Stage.SUSPENDED
        is_over = self.ends_on is not None and self.ends_on <= today
        if self.status is DeliveryStatus.WITHDRAWN or is_over:
            return Stage.REVERTED
        if self.effective_from is not None and today < self.effective_from:
            return Stage.NEXT_BILL
        return Stage.IN_FORCE

    @property
    def first_bill(self) -> date | None:
        """A day in the month by which the first bill is called."""
        return self.first_reading or self.effective_from


@dataclass(frozen=True, slots=True)
class DeliveryRules:
    """What the utility has decided; see the protocol. `paper_fee` is what a bill on paper costs,
    in minor units of the contract's currency."""

    consent_version: str
    consent_text: str
    cycle_days: int
    print_days: int
    issue_days: int
    paper_overlap: int
    due_notice_days: int
    bounces_to_paper: int
    link_hours: int
    paper_fee: int

    def fee(self, currency: str) -> Money:
        """What a bill on paper costs."""
        return Money(self.paper_fee, currency)


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds on a day: `now` decides about bills of today, `next` takes its place with the
    next bill, `waiting` is not confirmed, `suspended` tells why paper comes again. None is paper,
    as from the beginning."""

    now: Delivery | None = None
    next: Delivery | None = None
    waiting: Delivery | None = None
    suspended: Delivery | None = None

    @property
    def channel(self) -> DeliveryChannel:
        """How the bills of today come."""
        return self.now.channel if self.now is not None else DeliveryChannel.PAPER

    @property
    def coming(self) -> Delivery | None:
        """The request that decides about the bills to come."""
        return self.next or self.now


def newest_first(rows: Iterable[Delivery]) -> tuple[Delivery, ...]:
    """The history as it is read."""
    return tuple(sorted(rows, key=lambda row: (row.requested_at, _number(row.id)), reverse=True))


def _number(text: str) -> tuple[int, str]:
    return (int(text), "") if text.isdecimal() else (0, text)


def standing(rows: Iterable[Delivery], today: date) -> Standing:
    """What the requests of a contract come to on `today`."""
    now = following = waiting = suspended = None
    for row in reversed(newest_first(rows)):
        stage = row.stage(today)
        if stage is Stage.IN_FORCE:
            now, suspended = row, None
        elif stage is Stage.NEXT_BILL:
            following, suspended = row, None
        elif stage is Stage.UNCONFIRMED:
            waiting = row
        elif stage is Stage.SUSPENDED:
            suspended = row
    return Standing(now, following, waiting, suspended)


@dataclass(frozen=True, slots=True)
class FirstBill:
    """`reading` is the day of the reading that it charges, None where none is planned; `issued`
    its own day. `is_late` tells that the bill before is printed, but not issued yet."""

    reading: date | None
    issued: date
    is_late: bool


def first_bill(
    today: date, readings: Sequence[date], next_reading: date | None, rules: DeliveryRules
) -> FirstBill:
    """The first bill that a change of `today` still reaches; `readings` are the days on which the
    meter was read for a bill."""
    is_late = False
    cycle = timedelta(days=rules.cycle_days)
    for reading in _days(max(readings, default=None), next_reading, cycle):
        if today <= reading + timedelta(days=rules.print_days):
            return FirstBill(reading, reading + timedelta(days=rules.issue_days), is_late)
        is_late = today < reading + timedelta(days=rules.issue_days)
    return FirstBill(None, today, is_late)


def _days(last: date | None, following: date | None, cycle: timedelta) -> Iterator[date]:
    if last is not None:
        yield last
    while following is not None and following < date.max - cycle:
        yield following
        following += cycle
