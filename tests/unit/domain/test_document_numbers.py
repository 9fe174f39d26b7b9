"""Numbers of documents: the vectors that are known, and what holds for all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.registration import documents as theirs
from desktop.domain.document_numbers import (
    ci_check_digit,
    compact,
    formatted_ci,
    is_ar_cuit,
    is_passport,
    is_uy_ci,
    passes_luhn,
)
from desktop.services.document_numbers import is_valid_document

KNOWN_CI = ("1.234.567-2", "1.111.111-1", "4.630.800-6", "8.240.581-6", "3298763-6", "123456-1")

VALID = (
    ("uy_ci", "1.234.567-2"),
    ("uy_rut", "21-100342-001-7"),
    ("ar_dni", "20.123.456"),
    ("ar_cuit", "20-05536168-2"),
    ("es_nif", "54362315K"),
    ("co_nit", "213.123.432-1"),
    ("cl_rut", "76.086.428-5"),
    ("pe_ruc", "20512333797"),
    ("py_ruc", "80028061-0"),
    ("passport", "ab 123456"),
    ("free", "X-12.34"),
)


@pytest.mark.parametrize("number", KNOWN_CI)
def test_known_identity_documents(number: str) -> None:
    assert is_uy_ci(number)


def test_a_well_known_wrong_example_is_wrong() -> None:
    assert not is_uy_ci("3298763-4")


@given(st.integers(1, 9_999_999))
def test_each_identity_document_has_exactly_one_check_digit(number: int) -> None:
    text = str(number).zfill(6)
    right = [digit for digit in range(10) if is_uy_ci(f"{text}{digit}")]
    assert right == [ci_check_digit(text)]


@given(st.integers(100_000, 9_999_999), st.integers(0, 6), st.integers(1, 9))
def test_one_wrong_digit_is_noticed_unless_its_weight_hides_it(
    number: int, place: int, change: int
) -> None:
    text = str(number).zfill(7)
    weight = (2, 9, 8, 7, 6, 3, 4)[place]
    other = (int(text[place]) + change) % 10
    changed = f"{text[:place]}{other}{text[place + 1 :]}"
    difference = weight * (other - int(text[place])) % 10
    assert is_uy_ci(changed + str(ci_check_digit(text))) == (difference == 0)


@given(st.integers(100_000, 9_999_999))
def test_how_it_is_written_does_not_matter(number: int) -> None:
    plain = f"{number}{ci_check_digit(str(number))}"
    shown = formatted_ci(plain)
    assert is_uy_ci(shown)
    assert is_uy_ci(f"  {shown} ")
    assert compact(shown) == plain
    assert formatted_ci(shown) == shown


@given(st.text(max_size=20))
def test_any_text_is_judged_without_stumbling_and_as_the_service_does(text: str) -> None:
    for check, _number in VALID:
        ours = is_valid_document(check, text)
        assert ours == theirs.is_valid(check, text), check  # type: ignore[arg-type]


@pytest.mark.parametrize(("check", "number"), VALID)
def test_both_programs_take_a_valid_number(check: str, number: str) -> None:
    assert is_valid_document(check, number)
    assert theirs.is_valid(check, number)  # type: ignore[arg-type]


@given(st.sampled_from([v for v in VALID if v[0] not in ("free", "passport")]), st.data())
def test_too_few_digits_are_never_valid(valid: tuple[str, str], data: st.DataObject) -> None:
    check, number = valid
    short = compact(number)[: data.draw(st.integers(0, 4))]
    assert not is_valid_document(check, short)


@given(st.sampled_from(("20", "23", "24", "25", "26", "27", "30", "33", "34")), st.integers(0))
def test_a_cuit_has_at_most_one_check_digit(prefix: str, number: int) -> None:
    body = f"{prefix}{number % 10**8:08}"
    assert sum(is_ar_cuit(f"{body}{digit}") for digit in range(10)) <= 1


def test_prefixes_that_the_library_does_not_know_are_taken() -> None:
    assert any(is_ar_cuit(f"25123456{n:02}{d}") for n in range(10) for d in range(10))


@given(st.from_regex(r"\A[A-Za-z0-9]{5,15}\Z"))
def test_a_passport_is_five_to_fifteen_letters_and_digits(text: str) -> None:
    assert is_passport(text) == text.isascii()
    assert not is_passport(text + "!")


@given(st.from_regex(r"\A[0-9]{1,18}\Z"))
def test_luhn_takes_one_last_digit_and_the_library_agrees(body: str) -> None:
    from stdnum import luhn

    digits = "".join(str(int(d)) for d in body)
    right = [d for d in "0123456789" if passes_luhn(digits + d)]
    assert right == [luhn.calc_check_digit(digits)]
