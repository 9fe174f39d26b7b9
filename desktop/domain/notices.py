"""What a person should know without having asked: things computed from what is kept here, and
notices that the utility published. A source is a pure function from `Facts` to notices.

A notice's id says what it is about, and changes where that becomes news again; what was read or
told is remembered by it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar

from desktop.domain.contracts import Contract, ContractStatus
from desktop.domain.delivery import Delivery, DeliveryChannel, standing
from desktop.domain.invoices import Invoice, InvoiceKind, State
from desktop.domain.money import Money, total
from desktop.domain.readings import Meter, Reading
from desktop.domain.self_readings import Access, admission

T = TypeVar("T")

RECONNECTION = "reconnection"  # the form of that name, on the page of supply requests


class Topic(StrEnum):
    """What a person can choose to be told of."""

    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    BILL_ISSUED = "bill_issued"
    SUPPLY_CUT = "supply_cut"
    READING_WINDOW = "reading_window"
    CLAIM_ANSWERED = "claim_answered"
    INSTALMENT_DUE = "instalment_due"
    REQUEST_MOVED = "request_moved"
    DELIVERY = "delivery"
    PUBLISHED = "published"


class Event(StrEnum):
    """What happened. The page's words for it are in `viewmodels/notice_words.py`."""

    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    BILL_ISSUED = "bill_issued"
    SUPPLY_CUT = "supply_cut"
    WINDOW_OPENS = "window_opens"
    WINDOW_OPEN = "window_open"
    WINDOW_CLOSES = "window_closes"
    QUESTION_ANSWERED = "question_answered"
    CLAIM_ANSWERED = "claim_answered"
    CLAIM_ASKS = "claim_asks"  # the utility waits for something from the person
    DOWN_PAYMENT_DUE = "down_payment_due"
    INSTALMENT_DUE = "instalment_due"
    INSTALMENT_OVERDUE = "instalment_overdue"
    REQUEST_SCHEDULED = "request_scheduled"
    REQUEST_ASKS = "request_asks"
    REQUEST_FAILED = "request_failed"  # a visit came to nothing
    REQUEST_DONE = "request_done"
    REQUEST_REFUSED = "request_refused"
    DELIVERY_UNCONFIRMED = "delivery_unconfirmed"
    DELIVERY_SUSPENDED = "delivery_suspended"
    OUTAGE = "outage"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Notice:
    """`since` (UTC) is when it became news; `page` and `item_id` say where it is dealt with. The
    other members are figures for its words: an amount, a day, a moment, the number or name of
    what it is about, and the utility's own title and text. One that `is_urgent` stands on top."""

    id: str
    topic: Topic
    event: Event
    since: datetime
    contract_id: str | None = None
    page: str = ""
    item_id: str = ""
    amount: Money | None = None
    day: date | None = None
    until: datetime | None = None
    name: str = ""
    title: str = ""
    text: str = ""
    is_urgent: bool = False


class NoticeKind(StrEnum):
    """What a notice of the utility is about."""

    OUTAGE = "outage"
    SERVICE = "service"
    NEWS = "news"


@dataclass(frozen=True, slots=True)
class PublishedNotice:
    """A notice that the utility published, to everybody or to one contract. Shown until
    `ends_at`; what it tells begins at `starts_at`."""

    id: str
    contract_id: str | None
    kind: NoticeKind
    title: str
    text: str
    page: str
    published_at: datetime
    starts_at: datetime | None
    ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class NoticeRules:
    """Days beforehand in which the utility tells, where a person chose no others."""

    due_days: int = 5
    window_days: int = 1
    instalment_days: int = 5
    answered_days: int = 30


USUALLY_OFF = frozenset({Topic.BILL_ISSUED})


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person wants to be told of, and how many days before."""

    topics: frozenset[Topic] = frozenset(Topic) - USUALLY_OFF
    rules: NoticeRules = field(default_factory=NoticeRules)


class Reader(Protocol):
    """Everything of a class that is kept here."""

    def __call__(self, entity: type[T], /) -> Sequence[T]:
        """Of all contracts, and of the catalogue."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What sources look at: `now` is server time in UTC, `today` the utility's date; `contracts`
    are this person's; `waiting` are the contracts for which a reading waits to be sent."""

    now: datetime
    today: date
    contracts: Sequence[Contract]
    every: Reader
    choices: Choices
    waiting: frozenset[str] = frozenset()


Source = Callable[[Facts], Iterator[Notice]]


def noon(day: date) -> datetime:
    """An instant of `day`, to put notices of days and of moments in one order."""
    return datetime.combine(day, time(12), UTC)


def by_contract(rows: Sequence[T], contract_id: Callable[[T], str]) -> Mapping[str, list[T]]:
    """`rows` sorted out by the contract that they belong to."""
    found: dict[str, list[T]] = {}
    for row in rows:
        found.setdefault(contract_id(row), []).append(row)
    return found


def bills(facts: Facts) -> Iterator[Notice]:
    """Overdue in all, due soon one by one, and what was just issued."""
    rules = facts.choices.rules
    invoices = by_contract(facts.every(Invoice), lambda invoice: invoice.contract_id)
    for contract in facts.contracts:
        of_contract = invoices.get(contract.id, [])
        late = [i for i in of_contract if i.state(facts.today) is State.OVERDUE]
        payable = [i for i in late if i.open.currency == contract.currency]
        if payable:
            newest = max(payable, key=lambda i: (i.due_terms[-1].date, i.id))
            yield Notice(
                id=f"overdue:{contract.id}:{newest.id}",
                topic=Topic.OVERDUE,
                event=Event.OVERDUE,
                since=noon(newest.due_terms[-1].date + timedelta(days=1)),
                contract_id=contract.id,
                page="invoices",
                item_id=newest.id if len(payable) == 1 else "",
                amount=total((i.open for i in payable), contract.currency),
                day=min(i.due_terms[-1].date for i in payable),
                is_urgent=True,
            )
        for invoice in of_contract:
            yield from _due_soon(invoice, facts.today, rules.due_days)
            if invoice.kind is InvoiceKind.INVOICE and _is_new(invoice.issue_date, facts.today):
                yield Notice(
                    id=f"issued:{invoice.id}",
                    topic=Topic.BILL_ISSUED,
                    event=Event.BILL_ISSUED,
                    since=noon(invoice.issue_date),
                    contract_id=invoice.contract_id,
                    page="invoices",
                    item_id=invoice.id,
                    amount=invoice.total,
                    day=invoice.due_date,
                    name=invoice.number,
                )


_NEWS = 7  # days that a new bill is news


def _is_new(day: date, today: date) -> bool:
    return timedelta(0) <= today - day <= timedelta(days=_NEWS)


def _due_soon(invoice: Invoice, today: date, days: int) -> Iterator[Notice]:
    due = invoice.next_due(today)
    if due is None or invoice.state(today) not in (State.PENDING, State.PARTIALLY_PAID):
        return
    if due - today <= timedelta(days=days):
        yield Notice(
            id=f"due:{invoice.id}:{due.isoformat()}",
            topic=Topic.DUE_SOON,
            event=Event.DUE_SOON,
            since=noon(due - timedelta(days=days)),
            contract_id=invoice.contract_id,
            page="invoices",
            item_id=invoice.id,
            amount=invoice.open,
            day=due,
            name=invoice.number,
        )


def cuts(facts: Facts) -> Iterator[Notice]:
    """Supply that is cut, for as long as it is."""
    for contract in facts.contracts:
        if contract.status is ContractStatus.CUT and contract.cut is not None:
            yield Notice(
                id=f"cut:{contract.id}:{contract.cut.since.isoformat()}",
                topic=Topic.SUPPLY_CUT,
                event=Event.SUPPLY_CUT,
                since=noon(contract.cut.since),
                contract_id=contract.id,
                page="supply_requests",
                item_id=RECONNECTION,
                day=contract.cut.since,
                is_urgent=True,
            )


def reading_windows(facts: Facts) -> Iterator[Notice]:
    """A window that opens soon, is open, or closes soon, unless a reading was given."""
    lead = timedelta(days=facts.choices.rules.window_days)
    if all(contract.reading_window is None for contract in facts.contracts):
        return
    meters = by_contract(facts.every(Meter), lambda meter: meter.contract_id)
    readings = by_contract(facts.every(Reading), lambda reading: reading.contract_id)
    for contract in facts.contracts:
        window = contract.reading_window
        if window is None or contract.id in facts.waiting:
            continue
        admitted = admission(
            contract, meters.get(contract.id, ()), readings.get(contract.id, ()), facts.now
        )
        event, since = Event.WINDOW_OPEN, window.opens_at
        if admitted.access is Access.TOO_EARLY and window.opens_at - facts.now <= lead:
            event, since = Event.WINDOW_OPENS, window.opens_at - lead
        elif admitted.access is not Access.OPEN or admitted.contributed:
            continue
        elif window.closes_at - facts.now <= lead:
            event, since = Event.WINDOW_CLOSES, window.closes_at - lead
        yield Notice(
            id=f"{event}:{contract.id}:{window.opens_at:%Y%m%d}",
            topic=Topic.READING_WINDOW,
            event=event,
            since=since,
            contract_id=contract.id,
            page="self_reading",
            until=window.opens_at if event is Event.WINDOW_OPENS else window.closes_at,
        )


def delivery(facts: Facts) -> Iterator[Notice]:
    """An address that was not confirmed, and one that sends mails back."""
    rows = by_contract(facts.every(Delivery), lambda row: row.contract_id)
    for contract in facts.contracts:
        holds = standing(rows.get(contract.id, ()), facts.today)
        if holds.waiting is not None and holds.waiting.channel is DeliveryChannel.EMAIL:
            yield Notice(
                id=f"confirm:{holds.waiting.id}",
                topic=Topic.DELIVERY,
                event=Event.DELIVERY_UNCONFIRMED,
                since=holds.waiting.requested_at,
                contract_id=contract.id,
                page="delivery",
                name=holds.waiting.email,
            )
        elif holds.suspended is not None and holds.suspended.suspended_on is not None:
            yield Notice(
                id=f"bounced:{holds.suspended.id}",
                topic=Topic.DELIVERY,
                event=Event.DELIVERY_SUSPENDED,
                since=noon(holds.suspended.suspended_on),
                contract_id=contract.id,
                page="delivery",
                name=holds.suspended.email,
                is_urgent=True,
            )


def published(facts: Facts) -> Iterator[Notice]:
    """What the utility published and is not over."""
    own = {contract.id for contract in facts.contracts}
    for row in facts.every(PublishedNotice):
        is_over = row.ends_at is not None and row.ends_at <= facts.now
        if is_over or (row.contract_id is not None and row.contract_id not in own):
            continue
        is_outage = row.kind is NoticeKind.OUTAGE
        yield Notice(
            id=f"published:{row.id}",
            topic=Topic.PUBLISHED,
            event=Event.OUTAGE if is_outage else Event.PUBLISHED,
            since=row.published_at,
            contract_id=row.contract_id,
            page=row.page,
            until=row.starts_at,
            title=row.title,
            text=row.text,
            is_urgent=is_outage,
        )


def wanted(sources: Sequence[Source], facts: Facts) -> tuple[Notice, ...]:
    """What every source has to say of the topics that were chosen: urgent ones first, then the
    newest. Two sources that tell the same are one notice."""
    found = {n.id: n for source in sources for n in source(facts)}
    chosen = [n for n in found.values() if n.topic in facts.choices.topics]
    chosen.sort(key=lambda notice: notice.id)
    chosen.sort(key=lambda notice: (notice.is_urgent, notice.since), reverse=True)
    return tuple(chosen)
