"""Rules of fields: what is right passes as meant, what could be misread is refused."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.form_choices import Choice, Document, Files, Option, Several, Tick
from desktop.domain.form_parsing import is_email, is_phone, parse_number
from desktop.domain.forms import (
    Amount,
    Day,
    Digits,
    Email,
    Password,
    ProblemCode,
    Quantity,
    Spec,
    Text,
    Value,
    first_problem,
    told,
)
from desktop.domain.money import Money

AMOUNT = Amount(name="amount", label="Importe", currency="UYU")


def code(spec: Spec, value: Value, **values: Value) -> str:
    found = spec.problem(value, {spec.name: value, **values})
    return found.code if found is not None else ""


def grouped(number: Decimal) -> str:
    return f"{number:,.2f}".translate(str.maketrans(",.", ".,"))


@given(st.integers(1, 10**12))
def test_an_amount_written_as_in_the_country_is_read_to_the_cent(minor: int) -> None:
    written = grouped(Decimal(minor).scaleb(-2))
    for text in (written, written.replace(".", ""), f"$ {written} "):
        assert AMOUNT.problem(text, {}) is None
        assert AMOUNT.read(text) == Money(minor, "UYU")


@pytest.mark.parametrize(
    "text", ["12.5", "1.23", "1,234.50", "12,345", "1.2345", "1..234", "1,2,3"]
)
def test_an_amount_with_its_marks_elsewhere_is_refused_and_not_guessed(text: str) -> None:
    assert code(AMOUNT, text) == ProblemCode.MARKS


@pytest.mark.parametrize("text", ["doce", "1e5", "--1", "٣", ",", "12 pesos"])
def test_what_is_no_number_is_no_amount(text: str) -> None:
    assert code(AMOUNT, text) in (ProblemCode.NUMBER, ProblemCode.MARKS)


@given(st.text(max_size=12))
def test_any_text_is_either_read_or_refused(text: str) -> None:
    if AMOUNT.problem(text, {}) is None and text.strip():
        assert AMOUNT.read(text).minor > 0


def test_bounds_of_amounts_are_judged_in_money() -> None:
    bounded = Amount(
        name="a", label="", currency="UYU", least=Money(500, "UYU"), most=Money(1000, "UYU")
    )
    answers = [code(bounded, text) for text in ("4,99", "5", "10,00", "10,01", "-5", "0")]
    small, large = ProblemCode.TOO_SMALL, ProblemCode.TOO_LARGE
    assert answers == [small, "", "", large, small, small]


def test_a_quantity_has_no_more_decimals_than_its_unit() -> None:
    whole = Quantity(name="q", label="", digits=0)
    assert (code(whole, "1.317"), whole.read("1.317")) == ("", Decimal(1317))
    assert code(whole, "12,5") == ProblemCode.MARKS
    assert parse_number("12,5", digits=1) == Decimal("12.5")


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_date_is_read_as_written_and_kept_within_its_bounds(day: date, last: date) -> None:
    spec = Day(name="d", label="", first=last - timedelta(days=30), last=last)
    text = f"{day:%d/%m}/{day.year:04}"
    assert spec.read(text) == day
    wanted = ProblemCode.TOO_LATE if day > last else ""
    if day < last - timedelta(days=30):
        wanted = ProblemCode.TOO_EARLY
    assert code(spec, text) == wanted


@pytest.mark.parametrize("text", ["31/02/2026", "2026-11-22", "1/1/26", "00/10/2026", "mañana"])
def test_a_date_that_is_none_is_refused(text: str) -> None:
    assert code(Day(name="d", label=""), text) == ProblemCode.DATE


@pytest.mark.parametrize("text", ["ana@correo.com.uy", "a.b+c@x-y.org", " ana@correo.com "])
def test_mail_can_be_sent_there(text: str) -> None:
    assert is_email(text)


@pytest.mark.parametrize(
    "text",
    ["ana", "ana@correo", "@correo.com", "ana@@correo.com", "ana@correo.c", "a na@x.com",
     ".ana@x.com", "a..b@x.com", "ana@-x.com", f"{'a' * 250}@x.com", "añá@x.com"],
)  # fmt: skip
def test_mail_cannot_be_sent_there(text: str) -> None:
    assert not is_email(text)


def test_telephones() -> None:
    assert is_phone("+598 99 123 456")
    assert is_phone("(02) 900-1234")
    assert not is_phone("12345")
    assert not is_phone("0800 GAS 123")
    assert not is_phone("1" * 16)


def test_what_is_repeated_must_be_the_same() -> None:
    again = Email(name="again", label="", same_as="email")
    assert code(again, "a@b.uy", email=" a@b.uy") == ""
    assert code(again, "a@b.com", email="a@b.uy") == ProblemCode.DIFFERENT
    secret = Password(name="again", label="", same_as="password")
    assert code(secret, "x ", password="x") == ProblemCode.DIFFERENT


def test_lengths_count_what_is_meant() -> None:
    text = Text(name="t", label="", least=5, most=8)
    assert code(text, "   uno   ") == ProblemCode.TOO_SHORT
    assert code(text, "  cinco  ") == ""
    assert code(text, "demasiado") == ProblemCode.TOO_LONG
    assert code(Digits(name="d", label="", least=4, most=4), "00٣1") == ProblemCode.DIGITS


def test_what_is_required_must_be_there_and_what_is_not_may_be_left_out() -> None:
    options = (Option("a", "A"),)
    for spec in (
        Text(name="t", label=""),
        Day(name="t", label=""),
        AMOUNT,
        Choice(name="t", label="", options=options),
        Several(name="t", label="", options=options),
        Document(name="t", label="", types=options),
        Files(name="t", label=""),
    ):
        assert code(spec, spec.empty) == ProblemCode.REQUIRED
        optional = dataclasses.replace(spec, required=False)
        assert code(optional, optional.empty) == ""
    assert code(Tick(name="t", label=""), False) == ProblemCode.UNTICKED


def test_only_what_is_offered_can_be_chosen() -> None:
    options = (Option("a", "A"), Option("b", "B"), Option("c", "C"))
    assert code(Choice(name="t", label="", options=options), "x") == ProblemCode.CHOICE
    several = Several(name="t", label="", options=options, least=2, most=2)
    assert [code(several, v) for v in (("a",), ("a", "b"), ("a", "b", "c"), ("a", "x"))] == [
        ProblemCode.TOO_FEW,
        "",
        ProblemCode.TOO_MANY,
        ProblemCode.CHOICE,
    ]


def test_a_document_is_judged_by_who_knows_its_kind() -> None:
    spec = Document(
        name="d", label="", types=(Option("CI", "CI"),), is_valid=lambda k, n: (k, n) == ("CI", "1")
    )
    assert [code(spec, ("CI", n)) for n in (" 1 ", "2")] == ["", ProblemCode.DOCUMENT]
    assert code(spec, ("RUT", "1")) == ProblemCode.CHOICE


def test_files_are_limited_in_number_and_size() -> None:
    spec = Files(name="f", label="", most=2, size=100)
    refusals = [spec.refuses(size, count) for size, count in ((100, 1), (101, 0), (1, 2))]
    assert [r.code if r else "" for r in refusals] == [
        "",
        ProblemCode.FILE_SIZE,
        ProblemCode.TOO_MANY,
    ]


def test_a_rule_of_the_form_comes_after_those_of_the_kind() -> None:
    def no_bananas(text: str, _values: object) -> object:
        return told("Sin bananas.") if "banana" in text else None

    spec = Text(name="t", label="", least=3, check=no_bananas)  # type: ignore[arg-type]
    assert [code(spec, v) for v in ("ba", "banana", "manzana")] == [
        ProblemCode.TOO_SHORT,
        ProblemCode.TOLD,
        "",
    ]


def test_the_first_problem_is_the_topmost() -> None:
    specs = (Text(name="a", label=""), Text(name="b", label=""), AMOUNT)
    found = first_problem(specs, {"a": "x", "amount": "12.5"})
    assert found is not None
    assert found[0].name == "b"
