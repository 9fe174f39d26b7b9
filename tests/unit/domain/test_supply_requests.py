"""What stands in the way of a supply request, and the days that are offered."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.supply_requests import PersonType, RequestStatus
from desktop.domain.supply_rules import (
    ChangeReason,
    DebtPolicy,
    DocumentType,
    FeeWhen,
    HolderChangeRules,
    ReconnectionRules,
    Slot,
    Terms,
)
from desktop.domain.workdays import Calendar


def rules(first: int, last: int) -> ReconnectionRules:
    slots = (Slot("morning", "08:00", "12:00"),)
    return ReconnectionRules(0, FeeWhen.NEXT_BILL, 2, first, last, 10, slots, (), "", "")


days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(days, st.integers(0, 3), st.integers(0, 6), st.sets(st.integers(0, 20), max_size=6))
def test_the_days_offered_are_working_days_in_their_order(
    today: date, first: int, more: int, off: set[int]
) -> None:
    calendar = Calendar(frozenset(today + timedelta(days=n) for n in off))
    last = first + more
    offered = rules(first, last).days(today, calendar)
    assert list(offered) == sorted(set(offered))
    assert all(calendar.is_working(day) and day >= today for day in offered)
    between = [
        today + timedelta(days=n + 1) for n in range((max(offered, default=today) - today).days)
    ]
    counted = [day for day in between if calendar.is_working(day)]
    if last:
        assert len(counted) == last
    assert [day for day in offered if day > today] == counted[max(first - 1, 0) :]


def change_rules() -> HolderChangeRules:
    reasons = (
        ChangeReason("rental", "Alquiler", ("lease", "id"), acceptance=True),
        ChangeReason("death", "Herencia", ("certificate",), acceptance=False),
    )
    types = (
        DocumentType("ci", "CI", PersonType.PERSON, "uy_ci"),
        DocumentType("rut", "RUT", PersonType.COMPANY, "uy_rut"),
    )
    terms = Terms("1", "…")
    return HolderChangeRules(
        reasons, (), types, ("id",), ("statute",), DebtPolicy.BLOCKED, True, 10, 10, 30, terms
    )


def test_documents_follow_from_reason_and_person() -> None:
    found = change_rules()
    assert found.wanted("rental", PersonType.PERSON) == ("id", "lease")
    assert found.wanted("rental", PersonType.COMPANY) == ("statute", "lease", "id")
    assert found.wanted("death", PersonType.PERSON) == ("id", "certificate")
    assert found.wanted("", PersonType.PERSON) == ("id",)
    assert [t.code for t in found.types_of(PersonType.COMPANY)] == ["rut"]


def test_what_is_over_cannot_be_taken_back() -> None:
    for status in RequestStatus:
        assert not (status.is_over and status.can_be_cancelled)
    assert not RequestStatus.IN_PROGRESS.can_be_cancelled
    assert RequestStatus.FAILED.can_be_cancelled
