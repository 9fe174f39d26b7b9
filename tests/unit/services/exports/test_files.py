"""Files that a person takes away: read again by other programs they say the same."""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import Code, StoreError
from desktop.domain.money import Money
from desktop.services.exports.exporter import write_tables
from desktop.services.exports.spreadsheet import printable, sheet_name
from desktop.services.exports.tables import Cell, Column, Kind, Properties, Table, Watch

NOW = datetime(2026, 11, 23, 17, 2, tzinfo=UTC)
ABOUT = Properties("Estado de cuenta", "Gas del Plata S.A.", "Contrato 1")
COLUMNS = (
    Column("Fecha", Kind.DATE),
    Column("Concepto"),
    Column("Debe", Kind.MONEY),
    Column("Consumo", Kind.NUMBER),
)
SINISTER = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x","y")', "'=1", "- no")

Row = tuple[date, str, Money, Decimal]


def table(rows: Sequence[Sequence[Cell]], name: str = "Contrato 1", **more: object) -> Table:
    return Table(name, COLUMNS, rows, len(rows), **more)  # type: ignore[arg-type]


def written(path: Path, *tables: Table, mark: str = ",") -> Path:
    assert write_tables(path, tables, ABOUT, NOW, mark, Watch())
    return path


texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=20
) | st.sampled_from(SINISTER)
rows = st.lists(
    st.tuples(
        st.dates(date(1990, 1, 1), date(2100, 1, 1)),
        texts,
        st.integers(-(10**11), 10**11).map(lambda minor: Money(minor, "UYU")),
        st.integers(0, 10**6).map(Decimal),
    ),
    max_size=8,
)


@settings(max_examples=40, deadline=None)
@given(rows)
def test_an_excel_file_comes_back_with_its_types_and_totals(
    tmp_path_factory: pytest.TempPathFactory, given_rows: list[Row]
) -> None:
    path = written(tmp_path_factory.mktemp("x") / "a.xlsx", table(given_rows))
    found = openpyxl.load_workbook(path).worksheets[0]
    back: list[Any] = list(found.iter_rows(min_row=2, values_only=False))
    assert len(back) == len(given_rows)
    for cells, row in zip(back, given_rows, strict=True):
        day, text, debit, usage = cells
        assert day.is_date
        assert day.value.date() == row[0]
        assert (text.data_type, text.value) == ("s", row[1])
        assert debit.data_type == "n"
        assert Decimal(str(debit.value)) == row[2].amount
        assert debit.number_format == "#,##0.00"
        assert Decimal(str(usage.value)) == row[3]
    total = sum(Decimal(str(cells[2].value)) for cells in back)
    assert total == sum((row[2].amount for row in given_rows), Decimal(0))


@settings(max_examples=40, deadline=None)
@given(rows, st.sampled_from([",", "."]))
def test_a_csv_file_comes_back_with_its_totals(
    tmp_path_factory: pytest.TempPathFactory, given_rows: list[Row], mark: str
) -> None:
    path = written(tmp_path_factory.mktemp("c") / "a.csv", table(given_rows), mark=mark)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        titles, *back = csv.reader(file, delimiter=";" if mark == "," else ",")
    assert titles == [column.title for column in COLUMNS]
    for cells, row in zip(back, given_rows, strict=True):
        assert datetime.strptime(cells[0], "%d/%m/%Y").replace(tzinfo=UTC).date() == row[0]
        assert (cells[1][1:] if cells[1].startswith("'") else cells[1]) == row[1]
        assert not cells[1].startswith(("=", "+", "-", "@", "\t", "\r"))
        assert Decimal(cells[2].replace(mark, ".")) == row[2].amount


@pytest.mark.parametrize("text", SINISTER)
def test_text_is_never_a_formula(tmp_path: Path, text: str) -> None:
    made = table([(None, text, Money(1, "UYU"), None)], facts=((text, text),), total=(text,))
    path = written(tmp_path / "a.xlsx", made)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    held = [cell for row in sheet.iter_rows() for cell in row if cell.value == text]
    assert len(held) == 4
    for cell in held:
        assert cell.data_type == "s"
        assert cell.quotePrefix == (not text.startswith("'"))
    plain = written(tmp_path / "a.csv", made).read_text("utf-8-sig")
    for field in next(iter(csv.reader([plain.splitlines()[0]], delimiter=";"))):
        assert field.startswith("'")


def test_a_sheet_has_its_facts_its_titles_in_sight_and_a_filter(tmp_path: Path) -> None:
    lines = [(date(2026, 1, n), "Pago", Money(n, "UYU"), Decimal("1.5")) for n in range(1, 5)]
    facts: tuple[tuple[str, Cell], ...] = (("Titular", "Ana"), ("Saldo", Money(-250, "UYU")))
    total: tuple[Cell, ...] = (None, "Total", Money(10, "UYU"))
    path = written(tmp_path / "a.xlsx", table(lines, facts=facts, total=total))
    book = openpyxl.load_workbook(path)
    assert (book.properties.title, book.properties.creator) == (ABOUT.title, ABOUT.author)
    assert book.properties.created.replace(tzinfo=UTC) == NOW
    sheet = book["Contrato 1"]
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:D8"
    assert [cell.value for cell in sheet[1]][:2] == ["Titular", "Ana"]
    assert sheet["B2"].value == -2.5
    assert [cell.value for cell in sheet[4]] == [column.title for column in COLUMNS]
    assert [cell.alignment.horizontal for cell in sheet[4]] == ["right", None, "right", "right"]
    assert sheet["D5"].number_format == "#,##0.###"
    assert sheet["C9"].value == Decimal("0.1").__float__()
    assert sheet["C9"].font.bold


def test_each_table_has_a_sheet_whatever_they_are_called(tmp_path: Path) -> None:
    names = ["A/B: *", "a b", "", "x" * 40, "x" * 50, "Hoja"]
    path = written(tmp_path / "a.xlsx", *(table([], name) for name in names))
    found = openpyxl.load_workbook(path).sheetnames
    assert len({name.casefold() for name in found}) == len(names)
    assert all(len(name) <= 31 for name in found)


@given(st.lists(st.text(max_size=40), max_size=12))
def test_names_of_sheets_never_clash(wanted: list[str]) -> None:
    taken: set[str] = set()
    names = [sheet_name(name, taken) for name in wanted]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(name and len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_who_stops_it_has_nothing_of_it_and_what_was_there(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(b"before")
    told: list[tuple[int, int]] = []
    watch = Watch(lambda done, of: told.append((done, of)), lambda: len(told) > 2)

    def many() -> Iterator[Row]:
        for n in range(1, 5001):
            yield date(2026, 1, 1), "Pago", Money(n, "UYU"), Decimal(n)

    made = Table("Uno", COLUMNS, many(), 5000)
    assert not write_tables(path, [made], ABOUT, NOW, ",", watch)
    assert path.read_bytes() == b"before"
    assert [found.name for found in tmp_path.iterdir() if found.is_file()] == [path.name]
    assert told[0] == (0, 5000)
    assert told == sorted(told)


def test_progress_ends_with_everything(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    lines = [(date(2026, 1, 1), "Pago", Money(n, "UYU"), None) for n in range(350)]
    watch = Watch(lambda done, of: told.append((done, of)))
    assert write_tables(tmp_path / "a.csv", [table(lines)], ABOUT, NOW, ",", watch)
    assert (told[0], told[-1]) == ((0, 350), (350, 350))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as raised:
        write_tables(tmp_path / "no" / "a.csv", [table([])], ABOUT, NOW, ",", Watch())
    assert raised.value.code is Code.FILE_NOT_WRITTEN


@given(st.text())
def test_what_no_file_can_hold_is_left_out(text: str) -> None:
    printable(text).encode()


def test_libreoffice_reads_the_same_totals(tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    lines = [
        (date(2026, 1, 1 + n % 28), SINISTER[n % len(SINISTER)], Money(n * 101, "UYU"), Decimal(n))
        for n in range(60)
    ]
    path = written(tmp_path / "a.xlsx", table(lines))
    subprocess.run(
        [
            *(office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"),
            *("--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true"),
            *("--outdir", tmp_path, path),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        _titles, *back = csv.reader(file, delimiter=";")
    assert [row[1] for row in back] == [row[1] for row in lines]
    amounts = [Decimal(row[2].replace(",", "")) for row in back]
    assert sum(amounts) == sum((row[2].amount for row in lines), Decimal(0))
    assert [row[0] for row in back] == [f"{row[0]:%d/%m/%Y}" for row in lines]
