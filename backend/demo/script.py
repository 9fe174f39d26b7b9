"""What is to happen to a contract, so that every situation of an office can be seen.

Periods are counted back from the last one billed: 0 is the last, 1 the one before.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Script:
    """`next_visit_in` days, 1 to 30, until the meter is read next; `annual` m³ a year."""

    next_visit_in: int
    annual: int
    tariff: str = "R"
    alias: str = ""
    flat: bool = False  # consumption without seasons
    late_by: int = -3  # days between the due date and the payment
    unpaid: frozenset[int] = frozenset()
    partial: frozenset[int] = frozenset()
    in_process: frozenset[int] = frozenset()
    claim: frozenset[int] = frozenset()
    agreement: frozenset[int] = frozenset()
    replaced: int | None = None
    credit_after: int | None = None  # a credit note, issued after this period
    estimated: frozenset[int] = frozenset()
    own: frozenset[int] = frozenset()
    rollover: int | None = None  # the dial passes 99 999 in this period
    meter_change: int | None = None  # the meter is changed in the middle of this period
    cut_days_ago: int | None = None
    never_billed: bool = False


def periods(first: int, last: int) -> frozenset[int]:
    """Periods from `first` to `last`, both included."""
    return frozenset(range(first, last + 1))


HOME = Script(
    next_visit_in=2,
    annual=610,
    alias="Casa",
    estimated=periods(0, 3) | {17},
    own=frozenset({6, 9, 15}),
    unpaid=frozenset({0}),
    partial=frozenset({1}),
    claim=frozenset({4}),
    agreement=frozenset({14, 15, 26, 27}),
)
SEASIDE = Script(
    next_visit_in=19,
    annual=260,
    alias="Apartamento",
    own=frozenset({0, 1, 3, 5, 8}),
    estimated=frozenset({2, 12}),
    unpaid=frozenset({0}),
    replaced=7,
    credit_after=1,
)
CUT = Script(
    next_visit_in=3,
    annual=480,
    unpaid=periods(0, 4),
    late_by=24,
    agreement=frozenset({8, 9}),
    estimated=frozenset({3}),
    cut_days_ago=20,
)
CHANGED = Script(
    next_visit_in=9, annual=540, meter_change=5, rollover=21, own=frozenset({2}), late_by=-5
)
NEW = Script(next_visit_in=21, annual=300, never_billed=True)


def shop(index: int, random: Random) -> Script:
    """One of the company's eleven contracts."""
    return Script(
        next_visit_in=5 + index * 2,
        annual=random.randint(2_400, 19_000),
        tariff="P",
        alias=f"Local {index + 1}",
        flat=True,
        late_by=random.choice((-4, -2, 0, 6)),
        unpaid=frozenset({0}) if index in (2, 6) else frozenset(),
        in_process=frozenset({0}) if index == 4 else frozenset(),
        agreement=frozenset({10, 11, 12}) if index == 7 else frozenset(),
        estimated=frozenset(random.sample(range(30), 2)),
    )


_PAYERS = ("punctual",) * 15 + ("late",) * 3 + ("debtor",) * 2


def anybody(random: Random, *, company: bool) -> Script:
    """A household or a small company as most of them are."""
    payer = random.choice(_PAYERS)
    owed = random.choice((1, 1, 2, 3, 5, 8))
    estimates = {p for p in range(36) if random.random() < 0.08}
    own = {p for p in range(36) if random.random() < random.choice((0.0, 0.0, 0.05, 0.3))}
    heats = random.random() < 0.6
    annual = random.lognormvariate(6.3 if heats else 5.1, 0.35)
    return Script(
        next_visit_in=random.randint(1, 30),
        annual=round(annual * 8 if company else annual),
        tariff="P" if company else "R",
        flat=company,
        late_by={"punctual": random.randint(-9, 0), "late": random.randint(4, 33)}.get(payer, 10),
        unpaid=frozenset(range(owed)) if payer == "debtor" else frozenset(),
        partial=frozenset({owed}) if payer == "debtor" and random.random() < 0.3 else frozenset(),
        estimated=frozenset(_without_runs(estimates)),
        own=frozenset(own - estimates),
    )


def _without_runs(estimates: set[int]) -> set[int]:
    """No two estimates in a row: runs are for those whose story they are."""
    return {p for p in estimates if p - 1 not in estimates}
