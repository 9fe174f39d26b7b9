"""The digits of a coupon say what it is for, and their check digit shows a wrong one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.coupons import CouponError, CouponField, CouponRules, check_digit, compose
from desktop.domain.money import Money
from tests.support.fake_payments import COUPON

DIGITS = st.text("0123456789", min_size=1, max_size=40)


def test_the_digits_are_company_contract_amount_and_last_day() -> None:
    digits = compose(COUPON, "4410-2219", Money(244_000, "UYU"), date(2026, 11, 21))
    assert digits[:-1] == "7421" + "0044102219" + "000244000" + "261121"
    assert len(digits) % 2 == 0


@given(
    st.integers(1, 999_999_999),
    st.integers(0, 10**10 - 1),
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
)
def test_what_was_put_in_can_be_read_back(minor: int, contract: int, until: date) -> None:
    digits = compose(COUPON, str(contract), Money(minor, "UYU"), until)
    assert (int(digits[4:14]), int(digits[14:23])) == (contract, minor)
    assert digits[23:29] == f"{until:%y%m%d}"
    assert digits[-1] == check_digit(digits[:-1], "mod10")


@given(DIGITS, st.integers(0, 39), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(digits: str, place: int, by: int) -> None:
    at = place % len(digits)
    wrong = digits[:at] + str((int(digits[at]) + by) % 10) + digits[at + 1 :]
    assert check_digit(wrong, "mod10") != check_digit(digits, "mod10")


def test_other_rules_for_the_check() -> None:
    assert check_digit("12345", "mod11") == str(-(5 * 2 + 4 * 3 + 3 * 4 + 2 * 5 + 1 * 6) % 11 % 10)
    assert check_digit("12345", "none") == ""


def test_an_amount_that_does_not_fit_is_refused_and_not_cut() -> None:
    with pytest.raises(CouponError, match="amount"):
        compose(COUPON, "1", Money(10**9, "UYU"), date(2026, 11, 21))


def test_old_data_make_no_coupon() -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    rules = CouponRules("qr", (CouponField("amount", 9, ""),), "none", 3, 24, ())
    assert rules.is_young(now - timedelta(hours=24), now)
    assert not rules.is_young(now - timedelta(hours=24, seconds=1), now)
    assert not rules.is_young(None, now)
    assert rules.until(date(2026, 11, 29)) == date(2026, 12, 2)
