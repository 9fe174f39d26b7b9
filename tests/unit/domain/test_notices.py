"""Each source of notices: when it tells, when it stops, and when it tells anew."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contracts import ContractStatus, Cut, CutReason, ReadingWindow
from desktop.domain.invoices import DueTerm, Invoice, PaymentStatus
from desktop.domain.notice_sources import SOURCES
from desktop.domain.notices import (
    Choices,
    Event,
    Facts,
    Notice,
    NoticeKind,
    NoticeRules,
    PublishedNotice,
    Topic,
    wanted,
)
from desktop.domain.readings import Meter, Reading, ReadingReason, Source
from tests.support.books import CONTRACT, NOW, REGISTER, TODAY, invoice, reading
from tests.support.stage import summary

T = TypeVar("T")
ALL = frozenset(Topic)
METER = Meter("m1", CONTRACT, "G4-1", "", "", "", date(2019, 3, 1), None, False, (REGISTER,))
WINDOW = ReadingWindow(NOW - timedelta(days=1), NOW + timedelta(days=4))


def told(
    *rows: object,
    today: date = TODAY,
    now: datetime = NOW,
    rules: NoticeRules | None = None,
    waiting: bool = False,
    topics: frozenset[Topic] = ALL,
    **contract: Any,
) -> tuple[Notice, ...]:
    """What is told of `rows`; `contract` overrides fields of the one contract."""
    own = dataclasses.replace(summary().contract, **contract)

    def every(entity: type[T]) -> Sequence[T]:
        return [row for row in rows if isinstance(row, entity)]

    facts = Facts(
        now=now,
        today=today,
        contracts=(own,),
        every=every,
        choices=Choices(topics, rules or NoticeRules()),
        waiting=frozenset({CONTRACT}) if waiting else frozenset(),
    )
    return wanted(SOURCES, facts)


def due(day: date, **more: Any) -> Invoice:
    bill = invoice(status=PaymentStatus.PENDING, **more)
    return dataclasses.replace(
        bill, issue_date=TODAY - timedelta(days=90), due_terms=(DueTerm(day, bill.total),)
    )


def events(notices: Sequence[Notice]) -> list[Event]:
    return [notice.event for notice in notices]


@given(st.integers(-30, 60), st.integers(0, 30))
def test_a_bill_is_told_of_from_the_chosen_day_on_and_then_as_overdue(days: int, lead: int) -> None:
    found = told(due(TODAY + timedelta(days=days)), rules=NoticeRules(due_days=lead))
    expected = [Event.OVERDUE] if days < 0 else [Event.DUE_SOON] if days <= lead else []
    assert events(found) == expected


def test_what_is_paid_or_in_a_claim_is_not_told_of() -> None:
    for status in (PaymentStatus.PAID, PaymentStatus.IN_CLAIM, PaymentStatus.IN_AGREEMENT):
        bill = dataclasses.replace(due(TODAY), payment_status=status)
        assert told(bill) == ()


def test_debt_is_one_notice_that_is_news_again_with_each_bill_more() -> None:
    first = due(TODAY - timedelta(days=40), number="A-1")
    second = due(TODAY - timedelta(days=9), number="A-2")
    (before,) = told(first)
    (after,) = told(first, second)
    assert (before.item_id, after.item_id) == (first.id, "")
    assert after.amount == first.open + second.open
    assert after.day == TODAY - timedelta(days=40)
    assert before.id != after.id


def test_a_new_bill_is_news_for_a_week() -> None:
    for age, expected in ((0, [Event.BILL_ISSUED]), (7, [Event.BILL_ISSUED]), (8, [])):
        bill = dataclasses.replace(
            due(TODAY + timedelta(days=20)), issue_date=TODAY - timedelta(days=age)
        )
        assert events(told(bill)) == expected


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (-30, []),
        (-20, [Event.WINDOW_OPENS]),
        (1, [Event.WINDOW_OPEN]),
        (100, [Event.WINDOW_CLOSES]),
        (121, []),
    ],
)
def test_a_window_opens_soon_is_open_closes_soon_and_is_over(
    hours: int, expected: list[Event]
) -> None:
    now = WINDOW.opens_at + timedelta(hours=hours)
    assert events(told(METER, now=now, reading_window=WINDOW)) == expected


def own_reading() -> Reading:
    made = reading(0, 12_300)
    return dataclasses.replace(
        made, read_at=NOW, source=Source.CUSTOMER_PORTAL, reason=ReadingReason.REGULAR
    )


def test_a_window_is_not_told_of_once_a_reading_was_given_or_waits() -> None:
    assert told(METER, own_reading(), reading_window=WINDOW) == ()
    assert told(METER, reading_window=WINDOW, waiting=True) == ()
    assert told(dataclasses.replace(METER, telemetered=True), reading_window=WINDOW) == ()


def test_a_cut_is_told_of_with_the_way_to_reconnect() -> None:
    cut = Cut(TODAY - timedelta(days=3), CutReason.NON_PAYMENT)
    (notice,) = told(status=ContractStatus.CUT, cut=cut)
    assert (notice.page, notice.item_id, notice.is_urgent) == (
        "supply_requests",
        "reconnection",
        True,
    )


def published(number: str = "1", **changes: Any) -> PublishedNotice:
    usual = PublishedNotice(number, None, NoticeKind.NEWS, "Novedad", "Texto.", "", NOW, None, None)
    return dataclasses.replace(usual, **changes)


def test_what_was_published_is_told_until_it_is_over_and_only_to_whom_it_is_for() -> None:
    assert events(told(published())) == [Event.PUBLISHED]
    assert events(told(published(kind=NoticeKind.OUTAGE))) == [Event.OUTAGE]
    assert told(published(ends_at=NOW)) == ()
    assert events(told(published(ends_at=NOW + timedelta(seconds=1)))) == [Event.PUBLISHED]
    assert events(told(published(contract_id=CONTRACT))) == [Event.PUBLISHED]
    assert told(published(contract_id="18")) == ()


def test_urgent_ones_stand_on_top_then_the_newest() -> None:
    old = published("1", published_at=NOW - timedelta(days=60))
    new = published("2", published_at=NOW - timedelta(days=1))
    late = due(TODAY - timedelta(days=40))
    assert told(old, new, late)[0].event is Event.OVERDUE
    assert [n.id for n in told(old, new)] == ["published:2", "published:1"]


@given(st.sets(st.sampled_from(Topic)))
def test_only_what_was_chosen_is_told(topics: set[Topic]) -> None:
    rows = (due(TODAY), due(TODAY - timedelta(days=40), number="A-9"), published(), METER)
    found = told(*rows, topics=frozenset(topics), reading_window=WINDOW)
    assert {notice.topic for notice in found} <= topics
    everything = told(*rows, reading_window=WINDOW)
    assert found == tuple(n for n in everything if n.topic in topics)


def test_ids_are_all_different() -> None:
    rows = (due(TODAY), due(TODAY, number="A-9"), published("1"), published("2"), METER)
    ids = [notice.id for notice in told(*rows, reading_window=WINDOW)]
    assert len(ids) == len(set(ids)) == 5
