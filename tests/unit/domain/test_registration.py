"""What a registration has to hold, whatever is typed; app and service judge alike."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from backend.registration import documents, passwords
from backend.registration import rules as theirs
from backend.registration.proofs import amount_of, is_same_name
from backend.registration.schemas import RegistrationForm
from desktop.domain.registration import ContractMask, PasswordPolicy, is_username

POLICIES = st.builds(
    PasswordPolicy,
    min_length=st.integers(8, 20),
    lower=st.booleans(),
    upper=st.booleans(),
    digit=st.booleans(),
    symbol=st.booleans(),
)


def of_service(policy: PasswordPolicy) -> theirs.PasswordPolicy:
    return theirs.PasswordPolicy(
        min_length=policy.min_length,
        lower=policy.lower,
        upper=policy.upper,
        digit=policy.digit,
        symbol=policy.symbol,
    )


@given(POLICIES, st.text(max_size=30), st.text(max_size=12))
@example(PasswordPolicy(8), "ana.perez 1", "Ana.Perez")
def test_app_and_service_find_the_same_missing(
    policy: PasswordPolicy, password: str, username: str
) -> None:
    assert policy.lacks(password, username) == passwords.lacks(
        of_service(policy), password, username
    )


@given(POLICIES, st.text(max_size=10))
def test_a_password_with_everything_lacks_nothing(policy: PasswordPolicy, more: str) -> None:
    assert policy.lacks("aA1!" * 5 + more, "") == ()


@given(POLICIES, st.text(max_size=30))
def test_what_is_missing_can_be_added(policy: PasswordPolicy, password: str) -> None:
    cure = {"length": "x" * 20, "lower": "a", "upper": "A", "digit": "1", "symbol": "!"}
    for code in policy.lacks(password):
        password += cure[code]
    assert policy.lacks(password) == ()


@given(
    st.integers(1, 10), st.integers(0, 10), st.text(max_size=15), st.sampled_from(["none", "luhn"])
)
def test_the_contracts_mask_is_the_same_on_both_sides(
    least: int, more: int, text: str, check: str
) -> None:
    ours = ContractMask(least, least + more, check)
    mask = theirs.ContractMask.model_validate(
        {"min_digits": least, "max_digits": least + more, "check": check}
    )
    assert ours.fits(text) == documents.is_contract_number(mask, text)


@given(st.from_regex(r"\A[0-9]{5,9}\Z"), st.sampled_from([" ", ".", "-", "/", ""]))
def test_separators_in_a_contracts_number_do_not_matter(number: str, mark: str) -> None:
    mask = ContractMask(5, 9)
    assert mask.fits(mark.join(number)) == mask.fits(number)


@given(st.text(max_size=45))
@example("ana.perez")
@example("Ana_2-x")
def test_a_name_that_the_app_takes_is_one_for_the_service(text: str) -> None:
    import re

    (pattern,) = (
        meta.pattern
        for meta in RegistrationForm.model_fields["username"].metadata
        if getattr(meta, "pattern", None)
    )
    assert is_username(text) == (re.fullmatch(pattern.strip("^$"), text.strip()) is not None)


@given(st.integers(0, 10**9))
def test_an_amount_is_read_however_a_bill_writes_it(cents: int) -> None:
    amount = Decimal(cents) / 100
    grouped = f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))
    for text in (grouped, f"$ {grouped}", grouped.replace(".", ""), f"{amount:.2f}"):
        assert amount_of(text) == amount, text


def test_what_could_be_two_amounts_is_the_one_of_the_country_or_none() -> None:
    assert amount_of("1.234") == 1234
    assert amount_of("1.234,5") == Decimal("1234.5")
    for text in ("", "abc", "1,234,567", "1.23.4", "-5", "12.345.67", "1e3", "١٢"):
        assert amount_of(text) is None, text


@given(st.permutations(["Ana", "María", "Pérez"]), st.booleans())
def test_order_accents_and_capitals_of_a_name_do_not_matter(parts: list[str], up: bool) -> None:
    typed = " ".join(parts)
    assert is_same_name(typed.upper() if up else typed, "ana maria PEREZ")
    assert not is_same_name(typed, "Ana Pérez")
