"""Estado de cuenta: paper and tables say the same, to the cent, for any account and period."""

from __future__ import annotations

import dataclasses
import shutil
import subprocess
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.money import Money
from desktop.domain.movements import MovementKind
from desktop.services.exports.exporter import write_tables
from desktop.services.exports.statement import Words, one_list, sheets
from desktop.services.exports.tables import Properties, StoppedError, Watch
from desktop.services.movements import MovementBook
from desktop.services.printing.letterhead import Letterhead, Stamp
from desktop.services.printing.statement import render
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.movement_words import kind_text, state_text
from tests.support.accounts import book, everything, movement, year
from tests.support.books import NOW, TODAY
from tests.support.papers import assert_in_order, pages, reader, text
from tests.support.stage import UTILITY, summary

WORDS = Words(kind_text, state_text)
HEAD = Letterhead(UTILITY, "Estado de cuenta", subject="Contrato 4410")
FIRST = TODAY - timedelta(days=365)
ABOUT = Properties("Estado de cuenta", "Gas del Sur S.A.")


def paper(*books: MovementBook, first: date = FIRST, last: date = TODAY, **more: Any) -> bytes:
    return render(HEAD, Stamp(NOW, NOW), Formatter(), books, first, last, WORDS, **more)


def words(made: bytes) -> str:
    return " ".join(text(made).split())


def test_the_number_of_an_instalment_stays_in_one_piece() -> None:
    number = "AC-2025-900003-8/12.1"
    paid = movement(1, MovementKind.PAYMENT, -5000, TODAY, number, description="Pago en oficina")
    assert number in words(paper(book([paid])))


def test_the_paper_says_the_period_its_totals_and_the_age_of_the_debt() -> None:
    made = paper(book())
    assert_in_order(made, "Estado de cuenta")
    written = words(made)
    for said in (
        "Saldo anterior $ 0,00",
        "Total del período $ 12.000,00 $ 10.000,00 $ 2.000,00",
        "Imputado a A-003",
        "Deuda por antigüedad",
        "Vencido 0 a 30 días",
        "Saldo de la cuenta",
    ):
        assert said in written
    assert "En conciliación" not in written


def test_a_period_without_lines_and_money_being_sorted_out_are_told() -> None:
    written = words(paper(book(), first=date(2001, 1, 1), last=date(2001, 2, 1)))
    assert "No hay movimientos entre 01/01/2001 y 01/02/2001." in written
    assert "En conciliación" in words(paper(book(unexplained=5)))


def test_each_contract_begins_on_a_page_of_its_own() -> None:
    other = dataclasses.replace(summary().contract, number="5500", holder_name="Otra Persona")
    made = paper(book(year(4)), book(year(4), other))
    first, second = (page.extract_text() for page in reader(made).pages)
    assert "4410-2219" in first
    assert "5500" not in first
    assert "Otra Persona" in second


def test_every_kind_of_line_has_a_name(qapp: object) -> None:
    written = words(paper(book(everything()), first=date(2020, 1, 1)))
    for kind in MovementKind:
        assert kind_text(kind) in written
    assert len(pages(paper(book(everything()), first=date(2020, 1, 1)), 40)) >= 1


def test_a_long_account_can_be_stopped() -> None:
    told: list[int] = []
    watch = Watch(lambda done, _of: told.append(done), lambda: len(told) > 3)
    with pytest.raises(StoppedError):
        paper(book(year(400)), first=date(1980, 1, 1), watch=watch)
    assert told == sorted(told)


accounts = st.lists(
    st.tuples(st.sampled_from(list(MovementKind)), st.integers(1, 10**7), st.integers(0, 700)),
    max_size=15,
).map(
    lambda rows: [
        movement(n, kind, minor if n % 3 else -minor, TODAY - timedelta(days=ago))
        for n, (kind, minor, ago) in enumerate(rows)
    ]
)


@settings(max_examples=25, deadline=None)
@given(accounts, accounts, st.integers(0, 700), st.integers(0, 700))
def test_the_sheets_reconcile_with_the_summary(
    tmp_path_factory: pytest.TempPathFactory,
    one: list[Any],
    two: list[Any],
    start: int,
    end: int,
) -> None:
    first, last = sorted((TODAY - timedelta(days=start), TODAY - timedelta(days=end)))
    other = dataclasses.replace(summary().contract, number="5500")
    books = [book(one), book(two, other)]
    path = tmp_path_factory.mktemp("s") / "a.xlsx"
    tables = sheets(books, first, last, WORDS, "Generado")
    assert write_tables(path, tables, ABOUT, NOW, ",", Watch())
    found = openpyxl.load_workbook(path)
    assert found.sheetnames == ["Resumen", "Contrato 4410-2219", "Contrato 5500"]
    summaries = [[cell.value for cell in row] for row in found["Resumen"].rows]
    at = next(n for n, row in enumerate(summaries) if row[0] == "Contrato")
    for row, whose in zip(summaries[at + 1 :], books, strict=True):
        opening, debits, credits_, closing = (Decimal(str(cell)) for cell in row[6:10])
        assert opening + debits - credits_ == closing
        sheet: list[Any] = list(found[f"Contrato {whose.contract.number}"].rows)[1:]
        before, *lines, total = sheet
        assert Decimal(str(before[7].value)) == opening
        assert sum((Decimal(str(r[5].value or 0)) for r in lines), Decimal(0)) == debits
        assert sum((Decimal(str(r[6].value or 0)) for r in lines), Decimal(0)) == credits_
        assert [Decimal(str(total[n].value)) for n in (5, 6, 7)] == [debits, credits_, closing]
        assert sum(Decimal(str(cell)) for cell in row[10:16]) == Decimal(str(row[16]))
        assert Decimal(str(row[16])) == whose.balance.amount
        for line in lines:
            assert line[0].is_date
            assert all(line[n].value is None or line[n].data_type == "n" for n in (5, 6, 7))


def test_one_list_names_the_contract_of_each_row_where_there_are_several() -> None:
    other = dataclasses.replace(summary().contract, number="5500")
    (alone,) = one_list([book()], FIRST, TODAY, WORDS, "Generado")
    assert alone.columns[0].title == "Fecha"
    assert len(list(alone.rows)) == alone.count
    (both,) = one_list([book(), book(year(2), other)], FIRST, TODAY, WORDS, "Generado")
    assert both.columns[0].title == "Contrato"
    rows = list(both.rows)
    assert len(rows) == both.count
    assert {row[0] for row in rows} == {"4410-2219", "5500"}


def test_libreoffice_adds_up_to_the_same(tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    hostile = movement(900, MovementKind.ADJUSTMENT, 123, TODAY, description='=HYPERLINK("x")')
    whole = book([*year(), hostile])
    path = tmp_path / "cuenta.xlsx"
    tables = sheets([whole], FIRST, TODAY, WORDS, "Generado")
    assert write_tables(path, tables, ABOUT, NOW, ",", Watch())
    subprocess.run(
        [
            *(office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"),
            *("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", tmp_path / "out", path),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    ours, theirs = (openpyxl.load_workbook(p) for p in (path, tmp_path / "out" / "cuenta.xlsx"))
    assert theirs.sheetnames == ours.sheetnames
    for sheet in ours.sheetnames:
        pairs = zip(ours[sheet].rows, theirs[sheet].rows, strict=True)
        for mine, its in pairs:
            assert [cell.value for cell in its][: len(mine)] == [cell.value for cell in mine]
    cell: Any = next(c for c in theirs["Contrato 4410-2219"]["E"] if "HYPER" in str(c.value))
    assert cell.data_type == "s"
    assert whole.balance == Money(200_123, "UYU")
