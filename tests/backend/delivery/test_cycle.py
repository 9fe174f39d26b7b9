"""From which bill on a change counts: the same in the service and in the app."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from backend.delivery.cycle import FirstBill, first_bill

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
PRINT, ISSUE = 2, 4


def of(today: date, last: date | None, following: date | None, cycle: int = 30) -> FirstBill:
    return first_bill(today, last, following, cycle_days=cycle, print_days=PRINT, issue_days=ISSUE)


@given(DAYS, st.none() | DAYS, st.none() | DAYS, st.integers(1, 120))
def test_the_first_bill_is_not_printed_yet_and_none_before_it_could_be_reached(
    today: date, last: date | None, following: date | None, cycle: int
) -> None:
    found = of(today, last, following, cycle)
    if found.reading is None:
        assert following is None
        assert found.issued == today
        return
    assert today <= found.reading + timedelta(days=PRINT)
    assert found.issued == found.reading + timedelta(days=ISSUE)
    if found.reading not in (last, following):
        before = found.reading - timedelta(days=cycle)
        assert today > before + timedelta(days=PRINT)
        assert following is not None
        assert (found.reading - following).days % cycle == 0


def test_one_that_is_printed_but_not_issued_is_told_of() -> None:
    reading = date(2026, 3, 10)
    days = {offset: of(reading + timedelta(days=offset), None, reading) for offset in range(7)}
    assert [days[o].reading == reading for o in range(7)] == [True] * 3 + [False] * 4
    assert [o for o in range(7) if days[o].is_late] == [3]


def test_the_last_reading_counts_until_its_bill_is_printed() -> None:
    last, following = date(2026, 3, 10), date(2026, 4, 9)
    assert of(date(2026, 3, 12), last, following).reading == last
    assert of(date(2026, 3, 15), last, following) == FirstBill(
        following, date(2026, 4, 13), is_late=False
    )
