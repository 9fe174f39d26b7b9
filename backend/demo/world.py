"""The whole demonstration: two hundred customers, their contracts and thirty-six months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from random import Random

from backend.demo import script as scripts
from backend.demo.dial import MONTHS, Dial, month_before, new_meter, next_visit
from backend.demo.ledger import Ledger
from backend.demo.people import Town, rut
from backend.demo.profile import DemoProfile
from backend.demo.script import Script
from backend.demo.supply import Person, Supply

CUSTOMERS = 200
SHOPS = 11
_CATEGORIES = {"R": "Residencial", "P": "Servicio general"}


@dataclass(frozen=True, slots=True)
class World:
    """Everything, in an order that depends on nothing but seed and day."""

    profile: DemoProfile
    today: date
    people: tuple[Person, ...]
    supplies: tuple[Supply, ...]


def build(profile: DemoProfile, seed: int, today: date, customers: int = CUSTOMERS) -> World:
    """The world of `seed` as it stands on the morning of `today`. With fewer customers it is the
    beginning of the whole one, but for the numbers of invoices."""
    town = Town(Random(f"town {seed}"))  # noqa: S311  the same people each time is the point
    people: list[Person] = []
    supplies: list[Supply] = []
    for person, plans in islice(_cast(profile, seed, town), customers):
        people.append(person)
        for plan in plans:
            supplies.append(_supply(profile, seed, today, person, plan, len(supplies), town))
    _number(supplies)
    return World(profile, today, tuple(people), tuple(supplies))


def _cast(
    profile: DemoProfile, seed: int, town: Town
) -> Iterator[tuple[Person, tuple[Script, ...]]]:
    """Each customer with the scripts of its contracts; demonstration accounts first."""
    random = Random(f"cast {seed}")  # noqa: S311
    account = profile.utility.demo_account
    password = account[1] if account else ""

    def known(person: Person, username: str) -> Person:
        return replace(person, username=username, password=password)

    company = Person(
        code="D00002",
        name="Confiterías Aurora del Sur S.A.",
        document_type="rut",
        document_number=rut(990_000),
        email="administracion@example.com",
        phone="2908 0000",
    )
    shops = tuple(scripts.shop(index, random) for index in range(SHOPS))
    yield known(town.person(1), "demo"), (scripts.HOME, scripts.SEASIDE)
    yield known(company, "empresa"), shops
    yield known(town.person(3), "cortado"), (scripts.CUT,)
    yield known(town.person(4), "medidor"), (scripts.CHANGED,)
    yield known(town.person(5), "nuevo"), (scripts.NEW,)
    for index in range(6, CUSTOMERS + 1):
        business = town.company(index) if index % 19 == 0 else None
        plan = scripts.anybody(random, company=business is not None)
        second = (scripts.anybody(random, company=False),) if index % 40 == 0 else ()
        yield business or town.person(index), (plan, *second)


def _supply(
    profile: DemoProfile,
    seed: int,
    today: date,
    holder: Person,
    plan: Script,
    index: int,
    town: Town,
) -> Supply:
    random = Random(f"supply {seed} {index}")  # noqa: S311
    number = str(1_204_518 + index * 37)
    upcoming = next_visit(today, plan)
    first = month_before(upcoming, MONTHS + 1, upcoming.day)
    start = first - timedelta(days=random.randint(40, 5_000))
    supply = Supply(
        number=number,
        account=f"30-{number}",
        holder=holder,
        alias=plan.alias,
        tariff=profile.tariffs[plan.tariff].name,
        category=_CATEGORIES[plan.tariff],
        address=town.address(is_home=plan.tariff == "R"),
        start=start,
        next_visit=upcoming,
    )
    if plan.never_billed:
        supply.start = today - timedelta(days=6)
        supply.meters = [new_meter(random, plan.tariff, supply.start)]
        return supply
    if plan.cut_days_ago is not None:
        supply.status = "cut"
        supply.cut_since = today - timedelta(days=plan.cut_days_ago)
        supply.next_visit = None
    meter = new_meter(random, plan.tariff, start)
    dial = Dial(plan, random, profile.utility.zone_info, meter)
    anchor = (today + timedelta(days=plan.next_visit_in)).day
    periods = dial.run([month_before(upcoming, k, anchor) for k in range(MONTHS + 1, 0, -1)])
    ledger = Ledger(profile, plan, random, today, number)
    ledger.run(periods)
    supply.meters, supply.visits = dial.meters, dial.visits
    supply.bills, supply.payments = ledger.bills, ledger.payments
    return supply


def _number(supplies: list[Supply]) -> None:
    """Invoice and receipt numbers grow with time over the whole utility."""
    bills = [bill for supply in supplies for bill in supply.bills]
    for index, bill in enumerate(sorted(bills, key=lambda b: b.issue)):
        series = "A" if bill.kind == "invoice" else "NC"
        bill.number = f"{series}-{480_017 + index:07}"
    payments = [payment for supply in supplies for payment in supply.payments]
    for index, payment in enumerate(sorted(payments, key=lambda p: p.on)):
        payment.receipt = f"R-{910_233 + index:07}"
