"""Every situation of an office can be found in the demonstration."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from stdnum.uy import rut as stdnum_rut

from backend.demo.billing import charge
from backend.demo.build import TODAY
from backend.demo.people import ci, rut
from backend.demo.profile import DemoProfile, read
from backend.demo.supply import Bill, Supply
from backend.demo.world import World


def of(world: World, username: str) -> list[Supply]:
    return [s for s in world.supplies if s.holder.username == username]


def paid(supply: Supply, bill: Bill) -> Decimal:
    return sum((p.amount for p in supply.payments if p.bill is bill), Decimal(0))


def test_two_hundred_customers_and_thirty_six_months(whole_world: World) -> None:
    assert len(whole_world.people) == 200
    assert len({p.name for p in whole_world.people}) == 200
    assert len({p.document_number for p in whole_world.people}) == 200
    assert len({s.number for s in whole_world.supplies}) == len(whole_world.supplies) > 205
    serials = [m.serial for s in whole_world.supplies for m in s.meters]
    assert len(set(serials)) == len(serials)


def test_the_household_has_something_of_everything(whole_world: World) -> None:
    home, flat = of(whole_world, "demo")
    assert home.next_visit is not None
    assert home.next_visit - timedelta(days=5) <= TODAY <= home.next_visit
    assert [v.quality for v in home.visits][-4:] == ["estimated"] * 4
    last, before = home.bills[-1], home.bills[-2]
    assert last.due is not None
    assert last.due < TODAY
    assert paid(home, last) == 0
    assert 0 < paid(home, before) < before.total
    assert {b.status for b in home.bills} == {"", "in_claim", "in_agreement"}
    assert all(b.claim for b in home.bills if b.status == "in_claim")
    to_pay = flat.bills[-1]
    assert to_pay.due is not None
    assert to_pay.due > TODAY
    assert paid(flat, to_pay) == 0
    assert "customer" in {v.quality for v in flat.visits[-3:]}
    (note,) = (b for b in flat.bills if b.kind == "credit_note")
    assert note.total < 0
    (wrong,) = (b for b in flat.bills if b.status == "cancelled")
    assert wrong.replaced_by is not None
    assert (wrong.replaced_by.start, wrong.replaced_by.end) == (wrong.start, wrong.end)
    assert wrong.replaced_by.total != wrong.total


def test_the_company_has_eleven_contracts(whole_world: World) -> None:
    shops = of(whole_world, "empresa")
    assert len(shops) == 11
    assert "in_process" in {b.status for s in shops for b in s.bills}


def test_the_cut_contract_has_the_debt_that_led_to_it(whole_world: World) -> None:
    (cut,) = of(whole_world, "cortado")
    assert (cut.status, cut.next_visit) == ("cut", None)
    assert cut.cut_since is not None
    assert all(v.at.date() <= cut.cut_since for v in cut.visits)
    overdue = [b for b in cut.bills if b.due and b.due < cut.cut_since and not paid(cut, b)]
    assert len(overdue) >= 4


def test_one_meter_was_changed_and_passed_its_end(whole_world: World) -> None:
    (supply,) = of(whole_world, "medidor")
    old, new = supply.meters
    assert old.removed_on == new.installed_on
    values = [v.value for v in supply.visits if v.meter is old]
    assert (99_987, 31) in list(pairwise(values))
    (changed,) = (b for b in supply.bills if len(b.stretches) == 2)
    assert [s.meter for s in changed.stretches] == [old, new]


def test_a_new_customer_has_nothing_yet(whole_world: World) -> None:
    (supply,) = of(whole_world, "nuevo")
    assert (len(supply.meters), supply.visits, supply.bills) == (1, [], [])


def test_nobody_else_is_estimated_three_times_in_a_row(whole_world: World) -> None:
    for supply in whole_world.supplies:
        if supply.holder.username != "demo":
            runs = "".join("e" if v.quality == "estimated" else "." for v in supply.visits)
            assert "eee" not in runs
    estimates = [v for s in whole_world.supplies for v in s.visits if v.quality == "estimated"]
    assert len(estimates) > 200
    assert all(v.no_read_reason and v.method for v in estimates)


def test_debts_have_several_ages(whole_world: World) -> None:
    ages = {
        (TODAY - bill.due).days // 30
        for supply in whole_world.supplies
        for bill in supply.bills
        if bill.due and bill.due < TODAY and not bill.status and not paid(supply, bill)
    }
    assert ages >= {0, 1, 2, 3}


def test_winter_takes_more_gas_than_summer(whole_world: World) -> None:
    (home, _) = of(whole_world, "demo")
    by_month = {b.end.month: b.consumption for b in home.bills if b.end}
    assert by_month[7] > 2 * by_month[1]


def test_documents_are_valid_in_form_and_not_issued(whole_world: World) -> None:
    for number, whole in (
        (1234567, "1.234.567-2"),
        (4630800, "4.630.800-6"),
        (123456, "0.123.456-1"),
    ):
        assert ci(number) == whole
    assert all(stdnum_rut.is_valid(rut(serial)) for serial in range(990_000, 990_400))
    assert stdnum_rut.is_valid(whole_world.profile.issuer.tax_number)
    for person in whole_world.people:
        digits = re.sub(r"\D", "", person.document_number)
        if person.document_type == "ci":
            assert digits.startswith("9")
            assert ci(int(digits[:-1])) == person.document_number
        else:
            assert digits[2:8] >= "990000"
            assert stdnum_rut.is_valid(digits)


def test_tiers_fixed_charge_interest_and_tax() -> None:
    profile: DemoProfile = read()
    lines = charge(
        profile.tariffs["R"], profile.terms, "m³", 39, Decimal("41.06"), Decimal("16.64")
    )
    assert [(line.kind, line.quantity, line.amount) for line in lines] == [
        ("fixed_charge", Decimal(1), Decimal("178.61")),
        ("usage", Decimal(30), Decimal("1459.68")),
        ("usage", Decimal(9), Decimal("393.19")),
        ("fee", Decimal(39), Decimal("29.14")),
        ("interest", None, Decimal("16.64")),
        ("tax", None, Decimal("457.00")),
    ]


def test_the_accent_can_be_read_on_white() -> None:
    accent = read().utility.accent
    channels = [int(accent[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    assert 1.05 / (luminance + 0.05) >= 4.5
