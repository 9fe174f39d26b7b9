"""The books of the demonstration add up, contract by contract."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from backend.base import table_of
from backend.database import Database
from backend.demo import profile, world
from backend.demo.build import TODAY, Recipe
from backend.demo.supply import Bill, Supply
from backend.demo.world import World
from backend.feed.models import FeedEntry
from backend.loader.classify import Dial, Shown, classify

Bodies = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="session")
def contracts(demo: Database) -> list[Bodies]:
    """What the feed shows of each contract: bodies by kind."""
    entry = table_of(FeedEntry)
    found: dict[int, Bodies] = defaultdict(lambda: defaultdict(list))
    with demo.reading() as session:
        query = select(entry.c.scope_id, entry.c.kind, entry.c.body).order_by(entry.c.seq)
        for scope, kind, body in session.execute(query.where(~entry.c.deleted)):
            found[scope][kind].append(json.loads(body))
    return [bodies for scope, bodies in sorted(found.items()) if scope]


def invoices(contracts: list[Bodies], kind: str = "invoice") -> Iterator[dict[str, Any]]:
    return (i for bodies in contracts for i in bodies["invoice"] if i["kind"] == kind)


def test_lines_add_up_to_the_total_and_tax_is_on_the_rest(contracts: list[Bodies]) -> None:
    count = 0
    for bodies in contracts:
        for invoice in bodies["invoice"]:
            lines = invoice["lines"]
            assert sum(line["amount"] for line in lines) == invoice["total"], invoice["number"]
            net = sum(line["amount"] for line in lines if line["kind"] != "tax")
            (tax,) = (line["amount"] for line in lines if line["kind"] == "tax")
            exact = Decimal(net) * Decimal("0.22")
            assert tax == int(exact.quantize(Decimal(1), ROUND_HALF_UP))
            count += 1
    assert count > 500


def test_a_priced_line_is_quantity_times_price_times_rate(contracts: list[Bodies]) -> None:
    for invoice in invoices(contracts):
        for line in invoice["lines"]:
            if line["unit_price"] is None:
                continue
            exact = Decimal(line["quantity"]) * Decimal(line["unit_price"])
            exact *= Decimal(line["fx_rate"]) * 100
            assert line["amount"] == int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def test_what_the_readings_say_is_what_the_lines_charge(contracts: list[Bodies]) -> None:
    for invoice in invoices(contracts):
        used = sum(Decimal(r["consumption"]) for r in invoice["readings"])
        charged = sum(Decimal(i["quantity"]) for i in invoice["lines"] if i["kind"] == "usage")
        assert used == charged, invoice["number"]
        assert invoice["readings"][0]["previous_date"] == invoice["period_start"]
        assert invoice["readings"][-1]["current_date"] == invoice["period_end"]


def test_open_is_total_less_paid(contracts: list[Bodies]) -> None:
    states = set()
    for bodies in contracts:
        for invoice in bodies["invoice"]:
            states.add(invoice["payment_status"])
            if invoice["payment_status"] == "cancelled":
                assert (invoice["open"], invoice["paid"]) == (0, 0)
                continue
            assert invoice["open"] == invoice["total"] - invoice["paid"]
            assert (invoice["payment_status"] == "paid") == (invoice["open"] == 0)
    assert states >= {"paid", "pending", "partially_paid", "in_claim", "in_agreement", "cancelled"}


def test_periods_follow_one_another(contracts: list[Bodies]) -> None:
    for bodies in contracts:
        valid = [
            i
            for i in bodies["invoice"]
            if i["kind"] == "invoice" and i["payment_status"] != "cancelled"
        ]
        valid.sort(key=lambda i: i["period_start"])
        for before, after in pairwise(valid):
            assert before["period_end"] == after["period_start"]
            assert before["issue_date"] < after["issue_date"]
        assert len(valid) in (0, 35, 36)


def test_the_earlier_balance_is_what_was_unpaid_when_it_was_issued(whole_world: World) -> None:
    apart = ("cancelled", "in_claim", "in_agreement")

    def unpaid(supply: Supply, bill: Bill) -> Decimal:
        owed = Decimal(0)
        for other in supply.bills:
            if other.issue < bill.issue and other.status not in apart:
                paid = [p for p in supply.payments if p.bill is other and p.on < bill.issue]
                owed += other.total - sum((p.amount for p in paid), Decimal(0))
        return owed

    some = 0
    for supply in whole_world.supplies[:40]:
        for bill in supply.bills:
            assert bill.previous_balance == unpaid(supply, bill), bill.number
            some += bill.previous_balance > 0
    assert some > 20


def test_nothing_lies_in_the_future_and_nobody_pays_too_much(whole_world: World) -> None:
    now = Recipe().start
    for supply in whole_world.supplies:
        assert all(bill.issue <= TODAY for bill in supply.bills)
        assert all(visit.at < now for visit in supply.visits)
        for payment in supply.payments:
            assert payment.bill.issue <= payment.on < TODAY
            assert 0 < payment.amount <= payment.bill.total


def test_every_reading_can_follow_the_one_before_it(whole_world: World) -> None:
    dial = Dial(5, 0, Decimal(1))
    for supply in whole_world.supplies:
        for meter in supply.meters:
            visits = [v for v in supply.visits if v.meter is meter]
            for before, now in pairwise(visits):
                shown = [
                    Shown(Decimal(v.value), v.at.date(), v.quality != "estimated")
                    for v in (before, now)
                ]
                assert classify(shown[0], shown[1], dial).consumption is not None


@settings(max_examples=12, deadline=None)
@given(st.dates(date(2024, 1, 1), date(2031, 12, 31)), st.integers(0, 10_000))
def test_the_story_holds_on_any_day(today: date, seed: int) -> None:
    made = world.build(profile.read(), seed, today, customers=6)
    for supply in made.supplies:
        assert supply.next_visit is None or today <= supply.next_visit
        billed = [b for b in supply.bills if b.kind == "invoice" and b.status != "cancelled"]
        assert len(billed) >= 34 or not supply.visits
        for before, after in pairwise(billed):
            assert before.end == after.start
        assert all(s.consumption >= 0 for b in billed for s in b.stretches)
