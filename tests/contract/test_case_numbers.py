"""The app knows the numbers of cases that the service gives, and no others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from backend.cases.numbers import case_number
from desktop.domain.cases import is_case_number


@given(st.integers(2020, 2099), st.integers(0, 99), st.integers(1, 10**7), st.integers(1, 9))
def test_a_number_of_the_service_is_known_by_its_check_digit(
    year: int, office: int, count: int, wrong: int
) -> None:
    number = case_number(year, f"{office:02}", count)
    assert is_case_number(number)
    assert not is_case_number(number[:-1] + str((int(number[-1]) + wrong) % 10))
