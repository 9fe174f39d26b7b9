"""Cells: what is read, and what is refused with a reason rather than guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.loader.rows import RefusedError
from backend.loader.tables import Column, Kind
from backend.loader.values import Cell, Manner, parse_decimal, read_value

MONTEVIDEO = ZoneInfo("America/Montevideo")


def read(kind: Kind, cell: Cell, folder: Path = Path()) -> object:
    return read_value(Column("x", kind, "", words=("real",)), cell, Manner(MONTEVIDEO, folder))


@pytest.mark.parametrize(
    ("text", "mark", "stated", "value"),
    [
        ("1234", None, False, "1234"),
        ("1.234,56", None, False, "1234.56"),
        ("1,234.56", None, False, "1234.56"),
        ("12,5", None, False, "12.5"),
        ("0,125", None, False, "0.125"),
        ("1234.567", None, False, "1234.567"),
        ("1.234.567", None, False, "1234567"),
        ("-1 234,5", ",", True, "-1234.5"),
        ("1.234", ",", True, "1234"),
        ("1.234", ".", True, "1.234"),
        ("1.234", ".", False, "1.234"),
        ("933,125", ",", False, "933.125"),
    ],
)
def test_a_number_with_one_meaning_is_read(
    text: str, mark: str | None, stated: bool, value: str
) -> None:
    assert parse_decimal(text, mark, is_stated=stated) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "mark", "stated", "reason"),
    [
        ("1.234", None, False, "may be 1234 or 1.234"),
        ("1,234", None, False, "may be 1.234 or 1234"),
        ("1.234", ",", False, "may be 1234 or 1.234"),
        ("12.5", ",", True, "decimal mark ','"),
        ("1.23.456", None, False, "is no number"),
        ("1e5", None, False, "is no number"),
        ("NaN", None, False, "is no number"),
        ("12 m3", ",", True, "is no number"),
        ("=1+1", None, False, "is no number"),
    ],
)
def test_a_number_with_two_meanings_or_none_is_refused(
    text: str, mark: str | None, stated: bool, reason: str
) -> None:
    with pytest.raises(RefusedError, match=reason):
        parse_decimal(text, mark, is_stated=stated)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, max_value=10**9))
def test_what_a_spanish_office_writes_is_read_back(value: Decimal) -> None:
    written = f"{value:,.2f}".translate(str.maketrans(",.", ".,"))
    assert parse_decimal(written, None, is_stated=False) == value


def test_days_come_first_and_years_are_whole() -> None:
    assert read(Kind.DATE, "05/11/2026") == date(2026, 11, 5)
    assert read(Kind.DATE, "2026-11-05") == date(2026, 11, 5)
    assert read(Kind.DATE, datetime(2026, 11, 5, 0, 0)) == date(2026, 11, 5)  # noqa: DTZ001
    for wrong in ("11/25/2026", "05/11/26", "5 nov 2026", "2026-02-30"):
        with pytest.raises(RefusedError):
            read(Kind.DATE, wrong)


def test_an_instant_is_meant_in_the_zone_of_the_utility() -> None:
    noon = datetime(2026, 11, 5, 15, tzinfo=UTC)
    for same in ("05/11/2026", "2026-11-05 12:00", "2026-11-05T15:00:00+00:00", date(2026, 11, 5)):
        assert read(Kind.INSTANT, same) == noon
    with pytest.raises(RefusedError, match="no date and time"):
        read(Kind.INSTANT, "2026-11-05 25:00")


def test_text_stays_text() -> None:
    assert read(Kind.TEXT, "=HYPERLINK(1)") == "=HYPERLINK(1)"
    assert read(Kind.TEXT, 1204518.0) == "1204518"
    assert read(Kind.TEXT, "  ") is None
    for wrong in ("a\x00b", "a\ufffdb", "x" * 201):
        with pytest.raises(RefusedError):
            read(Kind.TEXT, wrong)


def test_words_and_yes_or_no_are_taken_from_their_lists() -> None:
    assert read(Kind.WORD, "Real") == "real"
    assert read(Kind.BOOLEAN, "Sí") is True
    assert read(Kind.BOOLEAN, False) is False
    with pytest.raises(RefusedError, match="none of real"):
        read(Kind.WORD, "estimada")
    with pytest.raises(RefusedError, match="neither yes nor no"):
        read(Kind.BOOLEAN, "2")


def test_a_document_is_a_pdf_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.pdf").write_bytes(b"%PDF-1.7 x")
    (tmp_path / "in" / "b.pdf").write_bytes(b"<html>")
    (tmp_path / "secret.pdf").write_bytes(b"%PDF-1.7 y")
    assert read(Kind.FILE, "a.pdf", tmp_path / "in") == b"%PDF-1.7 x"
    for wrong, reason in (
        ("b.pdf", "no PDF"),
        ("../secret.pdf", "outside"),
        ("/etc/hostname", "outside"),
        ("none.pdf", "No such file"),
    ):
        with pytest.raises(RefusedError, match=reason):
            read(Kind.FILE, wrong, tmp_path / "in")
