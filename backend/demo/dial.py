"""What the dials showed: thirty-six months of visits to one contract's meters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from backend.demo.script import Script
from backend.demo.supply import Meter, Stretch, Visit

MONTHS = 36
# Share of a year's gas that each month takes in Montevideo, January first: winter is in July.
SEASON = (0.035, 0.034, 0.042, 0.065, 0.105, 0.145, 0.165, 0.145, 0.105, 0.070, 0.048, 0.041)
_MAKERS = (("Rioplat", "R4"), ("Metrum", "BK-40"), ("Aforo", "Domus"))
_ROLLOVER_FROM, _ROLLOVER_BY = 99_987, 44


@dataclass(frozen=True, slots=True)
class Period:
    """One billing period: the visits that bound it and those of a meter change within."""

    ago: int
    start: date
    end: date
    visits: tuple[Visit, ...]
    stretches: tuple[Stretch, ...]


def month_before(day: date, months: int, anchor: int) -> date:
    """The visit `months` before the one in the month of `day`; Sundays move to Monday."""
    index = day.year * 12 + day.month - 1 - months
    planned = date(index // 12, index % 12 + 1, min(anchor, 27))
    return planned + timedelta(days=1) if planned.weekday() == 6 else planned


def next_visit(today: date, script: Script) -> date:
    """The first planned visit that has not been made by the morning of `today`."""
    around = today + timedelta(days=script.next_visit_in)
    planned = (month_before(around, months, around.day) for months in (1, 0, -1))
    return next(day for day in planned if day >= today)


def new_meter(random: Random, tariff: str, installed_on: date) -> Meter:
    """A meter of a size that fits the tariff."""
    brand, model = random.choice(_MAKERS)
    size = "G16" if tariff == "P" else random.choice(("G1.6", "G2.5", "G4"))
    return Meter(
        f"{brand[:2].upper()}{random.randrange(10**7):07}", brand, model, size, installed_on
    )


class Dial:
    """Follows a contract's meters from visit to visit."""

    def __init__(self, script: Script, random: Random, zone: ZoneInfo, meter: Meter) -> None:
        self.meters = [meter]
        self.visits: list[Visit] = []
        self._script = script
        self._random = random
        self._zone = zone
        self._billed: list[int] = []  # consumption of the periods so far
        # Of the present meter, not reduced to its digits: what it shows, what was last noted.
        self._true = 0
        self._noted = 0

    def run(self, ends: list[date]) -> list[Period]:
        """Visit on each of `ends`, oldest first; one period between each two."""
        last = len(ends) - 2
        uses = [self._use(end, last - index) for index, end in enumerate(ends[1:])]
        self._true = self._first_value(uses)
        self._visit(ends[0], self._true, "real")
        return [
            self._period(last - index, ends[index], end, uses[index])
            for index, end in enumerate(ends[1:])
        ]

    def _use(self, end: date, ago: int) -> int:
        if ago == self._script.rollover:
            return _ROLLOVER_BY
        share = SEASON[(end - timedelta(days=15)).month - 1]
        if self._script.flat:
            share = share * 0.35 + 0.65 / 12
        return max(1, round(self._script.annual * share * self._random.gauss(1, 0.09)))

    def _first_value(self, uses: list[int]) -> int:
        ago = self._script.rollover
        if ago is None:
            return self._random.randint(180, 38_000)
        return _ROLLOVER_FROM - sum(uses[: len(uses) - 1 - ago])

    def _period(self, ago: int, start: date, end: date, use: int) -> Period:
        before = len(self.visits)
        opening = self.visits[-1]
        stretches: list[Stretch] = []
        if ago == self._script.meter_change:
            stretches.append(self._change(opening, start + (end - start) / 2, use // 2))
            opening = self.visits[-1]
            use -= use // 2
        self._true += use
        value, quality = self._seen(ago, use)
        self._visit(end, value, quality)
        stretches.append(_stretch(opening, self.visits[-1], self._zone))
        self._billed.append(sum(s.consumption for s in stretches))
        return Period(ago, start, end, tuple(self.visits[before:]), tuple(stretches))

    def _seen(self, ago: int, use: int) -> tuple[int, str]:
        """The value noted at the end of a period and how it came about. An estimate never goes
        beyond the dial, so that the next true reading has something left to charge."""
        if ago in self._script.own:
            return self._true, "customer"
        if ago not in self._script.estimated:
            return self._true, "real"
        guess = self._billed[-12] if len(self._billed) >= 12 else (self._billed or [use])[-1]
        return min(self._noted + guess, self._true), "estimated"

    def _change(self, opening: Visit, day: date, use: int) -> Stretch:
        """The old meter's last value and the new one's first, on the same visit."""
        old = self.meters[-1]
        self._true += use
        self._visit(day, self._true, "real", reason="removed", hour=10)
        stretch = _stretch(opening, self.visits[-1], self._zone)
        old.removed_on = day
        self.meters.append(new_meter(self._random, self._script.tariff, day))
        self._true = 2
        self._visit(day, self._true, "real", reason="installed", hour=11)
        return stretch

    def _visit(
        self, day: date, value: int, quality: str, *, reason: str = "regular", hour: int = 0
    ) -> None:
        random = self._random
        self._noted = value
        at = time(hour or random.randint(8, 17), random.randrange(60))
        if quality == "customer":
            at = time(random.randint(18, 22), random.randrange(60))
        source = {"real": "reader", "customer": "customer_portal"}.get(quality, "system")
        estimated = quality == "estimated"
        year_known = len(self._billed) >= 12
        self.visits.append(
            Visit(
                meter=self.meters[-1],
                at=datetime.combine(day, at, self._zone).astimezone(UTC),
                value=value % self.meters[-1].modulus,
                quality=quality,
                source=source,
                reason=reason,
                no_read_reason=random.choice(("inaccessible", "absent")) if estimated else None,
                method=("same_period_last_year" if year_known else "daily_mean")
                if estimated
                else None,
            )
        )


def _stretch(opening: Visit, closing: Visit, zone: ZoneInfo) -> Stretch:
    meter = closing.meter
    return Stretch(
        meter=meter,
        start=opening.at.astimezone(zone).date(),
        previous=opening.value,
        end=closing.at.astimezone(zone).date(),
        current=closing.value,
        quality=closing.quality,
        consumption=(closing.value - opening.value) % meter.modulus,
    )
