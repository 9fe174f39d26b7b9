"""What an agreement owes, what comes next, and how far it is from breaking."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain.agreement_debts import to_pay
from desktop.domain.agreements import AgreementStatus, InstalmentStatus
from tests.support.agreement_samples import CAPITAL, INTEREST, TAX, agreement, pesos

SHARE = CAPITAL + INTEREST + TAX
EARLY, LATE = date(2026, 6, 30), date(2026, 10, 11)


def test_the_total_is_the_down_payment_and_every_instalment() -> None:
    found = agreement("pp..")
    assert found.total == pesos(44_000 + 4 * SHARE)
    assert found.principal == pesos(4 * CAPITAL)
    assert found.interest == pesos(4 * INTEREST)
    assert found.tax == pesos(4 * TAX)
    assert found.paid_instalments == 2


@pytest.mark.parametrize(
    ("states", "status", "owed"),
    [
        ("pp..", AgreementStatus.ACTIVE, 2 * SHARE),
        ("ph..", AgreementStatus.ACTIVE, 2 * SHARE + SHARE - SHARE // 2),
        ("pppp", AgreementStatus.FULFILLED, 0),
        ("pooc", AgreementStatus.BROKEN, 0),
    ],
)
def test_what_is_still_to_be_paid(states: str, status: AgreementStatus, owed: int) -> None:
    assert agreement(states, status=status).open == pesos(owed)


def test_a_down_payment_that_is_awaited_counts_as_open() -> None:
    waiting = agreement(
        "..", status=AgreementStatus.AWAITING_DOWN_PAYMENT, down_payment_paid=pesos(0)
    )
    assert waiting.open == pesos(44_000 + 2 * SHARE)
    assert waiting.next_instalment is None


def test_the_last_day_is_not_overdue() -> None:
    first = agreement("....").instalments[0]
    assert first.state(date(2026, 7, 10)) is InstalmentStatus.PENDING
    assert first.state(date(2026, 7, 11)) is InstalmentStatus.OVERDUE
    assert agreement("p...").instalments[0].state(LATE) is InstalmentStatus.PAID


@pytest.mark.parametrize(
    ("states", "today", "left"),
    [
        ("....", EARLY, 3),
        ("p...", LATE, 0),  # the second, the third and the fourth
        ("pp..", LATE, 1),
        ("p.p.", LATE, 2),
        (".p.p.", LATE, 2),
        ("..p..", LATE, 1),  # three are overdue by then, and four would break it
    ],
)
def test_how_many_more_unpaid_instalments_break_it(states: str, today: date, left: int) -> None:
    assert agreement(states).until_broken(today) == left


def test_an_ended_agreement_has_nothing_overdue() -> None:
    assert agreement("pooc", status=AgreementStatus.BROKEN).overdue(LATE) == ()


def test_what_is_paid_now_is_the_overdue_or_the_next() -> None:
    names = [one.item.label for one in to_pay(agreement("p..."), LATE, "anticipo")]
    assert names == [f"AC-2026-000007-1 · {n}/4" for n in (2, 3, 4)]
    (coming,) = to_pay(agreement("p..."), EARLY, "anticipo")
    assert (coming.item.id, coming.item.amount, coming.is_overdue) == ("7002", pesos(SHARE), False)
    assert to_pay(agreement("pppp", status=AgreementStatus.FULFILLED), LATE, "anticipo") == ()


def test_first_the_down_payment_is_paid() -> None:
    waiting = agreement(
        "..", status=AgreementStatus.AWAITING_DOWN_PAYMENT, down_payment_paid=pesos(4_000)
    )
    (down,) = to_pay(waiting, LATE, "anticipo")
    assert (down.item.id, down.item.amount, down.is_overdue) == ("7000", pesos(40_000), True)
    assert down.item.label == "AC-2026-000007-1 · anticipo"
