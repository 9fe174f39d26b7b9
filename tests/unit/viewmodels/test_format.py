"""Money, dates and quantities as each country writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.money import Money
from desktop.viewmodels.format import Formatter

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("locale", "amount", "text"),
    [
        ("es-UY", Money(123450, "UYU"), f"${NBSP}1.234,50"),
        ("es-UY", Money(-123450, "UYU"), f"-${NBSP}1.234,50"),
        ("es-UY", Money(5, "UYU"), f"${NBSP}0,05"),
        ("es-UY", Money(123450, "USD"), f"US${NBSP}1.234,50"),
        ("es-AR", Money(123456789, "ARS"), f"${NBSP}1.234.567,89"),
        ("es-ES", Money(123450, "EUR"), f"1.234,50{NBSP}€"),
        ("es-ES", Money(-99, "EUR"), f"-0,99{NBSP}€"),
        ("es-CL", Money(1234, "CLP"), "$1.234"),
        ("es-CL", Money(-1234567, "CLP"), "-$1.234.567"),
        ("es-UY", Money(1500, "XTS"), f"XTS{NBSP}15,00"),
    ],
)
def test_money_stands_as_the_country_writes_it(locale: str, amount: Money, text: str) -> None:
    assert Formatter(locale).money(amount) == text


def test_a_rise_has_its_sign_and_no_change_has_none() -> None:
    fmt = Formatter()
    assert fmt.signed_money(Money(34500, "UYU")) == f"+${NBSP}345,00"
    assert fmt.signed_money(Money(-34500, "UYU")) == f"-${NBSP}345,00"
    assert fmt.signed_money(Money(0, "UYU")) == f"${NBSP}0,00"


@given(st.integers(-(10**17), 10**17), st.sampled_from(["UYU", "CLP", "EUR", "KWD"]))
def test_no_cent_is_lost_on_screen(minor: int, currency: str) -> None:
    text = Formatter("es-ES").money(Money(minor, currency))
    digits = "".join(c for c in text if c.isdigit())
    assert int(digits) == abs(minor)
    assert text.startswith("-") == (minor < 0)


@pytest.mark.parametrize(
    ("value", "text"),
    [("128", "128"), ("128.50", "128,5"), ("1E+3", "1.000"), ("0.000", "0"), ("-2.5", "-2,5")],
)
def test_a_quantity_has_as_many_digits_as_it_needs(value: str, text: str) -> None:
    assert Formatter().quantity(Decimal(value), "m³") == f"{text}{NBSP}m³"


def test_a_mean_keeps_its_digits_so_that_columns_line_up() -> None:
    assert Formatter().quantity(Decimal("3.9"), "m³", 2) == f"3,90{NBSP}m³"


@pytest.mark.parametrize(
    ("change", "text"), [("0.12", "+12"), ("-0.045", "-4"), ("0.001", "0"), ("-0.001", "0")]
)
def test_a_change_that_rounds_to_nothing_has_no_sign(change: str, text: str) -> None:
    assert Formatter().percent(Decimal(change)) == f"{text}{NBSP}%"


def test_months_are_words_of_the_language() -> None:
    assert Formatter("es-UY").month(date(2026, 11, 4)) == "noviembre de 2026"
    assert Formatter("es-AR").month(date(2026, 11, 4)) == "noviembre de 2026"
    assert Formatter("en-US").month(date(2026, 11, 4)) == "November 2026"
    assert Formatter("es-UY").short_month(date(2026, 11, 4)) == "nov 26"


def test_an_instant_is_told_in_the_utility_s_zone() -> None:
    fmt = Formatter("es-UY", "America/Montevideo")
    midnight = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)  # 22:30 of the day before there
    assert fmt.time(midnight) == "22:30"
    assert fmt.moment(midnight, datetime(2026, 11, 23, 2, 0, tzinfo=UTC)) == "22:30"
    later = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)  # already the 23rd there
    assert fmt.moment(midnight, later) == "22/11/2026 22:30"
