"""Whether a reading can follow the one before it, and what went through the dial.

A value below the one before is classified, never guessed: the dial passed its end, the meter was
mounted anew, an estimate was too high, or the row is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from backend.loader.rows import RefusedError

NEAR_THE_END = Decimal("0.9")
# The most that may have passed for a wrap to be believed, as shares of the dial: at all, and
# in spite of a usual consumption that is low.
_MOST_AT_ONCE = Decimal("0.2")
_ALWAYS_POSSIBLE = Decimal("0.005")
_TIMES_USUAL = 6


class Passage(StrEnum):
    """How one value follows another."""

    FIRST = "first"
    NORMAL = "normal"
    ROLLOVER = "rollover"
    METER_CHANGE = "meter change"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Dial:
    """What must be known of a register. `multiplier` turns dial units into units."""

    integer_digits: int
    decimal_digits: int
    multiplier: Decimal

    @property
    def modulus(self) -> Decimal:
        """The first value that the dial cannot show."""
        return Decimal(10) ** self.integer_digits


@dataclass(frozen=True, slots=True)
class Shown:
    """One value with its day in the utility's zone. `usual` is the consumption a day, in dial
    units, of the stretch that ended with it."""

    value: Decimal
    day: date
    measured: bool
    mounted: bool = False
    usual: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """`consumption` in units, `days` since the reading before; both None for a first one."""

    passage: Passage
    consumption: Decimal | None
    days: int | None


def check_value(value: Decimal, dial: Dial) -> None:
    """Refuse what the dial cannot show."""
    if value < 0:
        raise RefusedError("a dial shows no negative value", "value")
    if value >= dial.modulus:
        raise RefusedError(f"the dial has {dial.integer_digits} digits", "value")
    if value != value.quantize(Decimal(1).scaleb(-dial.decimal_digits)):
        raise RefusedError(f"the dial has {dial.decimal_digits} decimals", "value")


def classify(
    before: Shown | None, now: Shown, dial: Dial, *, said_rollover: bool | None = None
) -> Verdict:
    """What happened between two values; raises RefusedError where nothing explains them.

    `said_rollover` is what the file says; None where it says nothing.
    """
    if before is None:
        return Verdict(Passage.FIRST, None, None)
    days = (now.day - before.day).days
    if now.mounted:
        return Verdict(Passage.METER_CHANGE, None, None)
    passage, difference = _passage(before, now, dial, days, said_rollover=said_rollover)
    return Verdict(passage, difference * dial.multiplier, days)


def _passage(
    before: Shown, now: Shown, dial: Dial, days: int, *, said_rollover: bool | None
) -> tuple[Passage, Decimal]:
    difference = now.value - before.value
    if said_rollover:
        if difference >= 0:
            raise RefusedError("not below the reading before, so no rollover", "is_rollover")
        return Passage.ROLLOVER, difference + dial.modulus
    if difference >= 0:
        return Passage.NORMAL, difference
    wrap = difference + dial.modulus
    if said_rollover is None and _is_wrap(before, wrap, dial, days):
        return Passage.ROLLOVER, wrap
    if now.measured and not before.measured:
        return Passage.CORRECTION, difference
    raise RefusedError(
        f"{now.value} is below the reading before ({before.value}) and neither a rollover,"
        " a meter change nor an estimate too high explains it",
        "value",
    )


def _is_wrap(before: Shown, wrap: Decimal, dial: Dial, days: int) -> bool:
    if before.value < dial.modulus * NEAR_THE_END:
        return False
    most = dial.modulus * _MOST_AT_ONCE
    if before.usual:
        usual = before.usual * max(days, 1) * _TIMES_USUAL
        most = min(most, max(usual, dial.modulus * _ALWAYS_POSSIBLE))
    return wrap <= most
