"""Encodings, delimiters, workbooks: what offices really send."""

from __future__ import annotations

import tracemalloc
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from backend.contracts.models import Customer
from backend.loader.sources import SourceError, open_sheets
from backend.readings.models import Reading
from tests.backend.loader.conftest import CONTRACTS, CUSTOMERS, METERS, Office

ROWS = "customer{0}name\nC1{0}Íñigo Muñoz\n"


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encoding_and_delimiter_are_recognised(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    path = tmp_path / "customers.csv"
    path.write_bytes(ROWS.format(delimiter).encode(encoding))
    with open_sheets(path) as (sheet,):
        assert sheet.header == ["customer", "name"]
        assert list(sheet.rows) == [(2, ["C1", "Íñigo Muñoz"])]
        assert sheet.delimiter == delimiter


def test_lines_are_counted_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b'a,b\r\n1,"two\r\nlines"\r\n\r\n3,"x"y\r\n4,5\r\n')
    with open_sheets(path) as (sheet,):
        rows = list(sheet.rows)
        assert [line for line, _ in rows] == [2, 4, 6]
        assert [(p.line, p.column) for p in sheet.broken] == [(5, "")]


def test_a_header_of_no_use_is_said(office: Office) -> None:
    done = office.load(customers="customer;name;name;age\nC1;Ana;Ana;3\n")
    assert done.said == ["customers.csv has the column name twice"]
    done = office.load(customers="Customer;NAME;age\nC1;Ana;3\n")
    assert (done.status, done.said[0]) == (0, "customers.csv: not used: age")
    done = office.load(customers="customer;name\nC1;Ana;x\n")
    assert done.said[0] == "customers.csv:2: has 3 cells where the header has 2"


def test_a_workbook_has_a_table_on_each_sheet(office: Office) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, text in (("customers", CUSTOMERS), ("contracts", CONTRACTS), ("meters", METERS)):
        sheet = book.create_sheet(name)
        for line in text.splitlines():
            sheet.append(line.split(";"))
    readings = book.create_sheet("readings")
    readings.append(["serial", "read_at", "value"])
    readings.append(["M1", datetime(2026, 9, 1, 9, 30), 100])  # noqa: DTZ001
    readings.append(["M1", datetime(2026, 10, 1), 130.0])  # noqa: DTZ001
    readings.append(["M1", "01/11/2026", "1.234"])
    path = office.folder / "office.xlsx"
    book.save(path)
    done = office.load(path)
    assert done.status == 1
    assert done.said[0] == (
        "office.xlsx[readings]:4: value: '1.234' may be 1234 or 1.234:"
        " say --decimal , or --decimal ."
    )
    assert office.rows(Reading, "value", "consumption") == [
        (Decimal(100), None),
        (Decimal(130), Decimal(30)),
    ]


def test_formula_looking_text_is_kept_as_text(office: Office) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["customer", "name"])
    sheet.append(["C1", "=cmd|' /C calc'!A0"])
    sheet["B2"].data_type = "s"
    path = office.folder / "customers.xlsx"
    book.save(path)
    assert office.load(path, customers=CUSTOMERS.replace("Ana Paz", "@SUM(1)")).status == 0
    names = {name for (name,) in office.rows(Customer, "full_name")}
    assert names <= {"=cmd|' /C calc'!A0", "@SUM(1)", "Luis Gil"}


@pytest.mark.parametrize("content", [b"not a zip", b"PK\x03\x04broken"])
def test_a_broken_workbook_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "customers.xlsx"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"customers\.xlsx"), open_sheets(path):
        pass


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    def peak(rows: int) -> int:
        path = tmp_path / f"customers{rows}.csv"
        path.write_text("customer;name\n" + "C1;Ana Paz\n" * rows, "utf-8")
        tracemalloc.start()
        with open_sheets(path) as (sheet,):
            assert sum(1 for _ in sheet.rows) == rows
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    small, large = peak(20_000), peak(60_000)
    assert large < small * 1.2
