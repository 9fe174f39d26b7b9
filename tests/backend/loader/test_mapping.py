"""Files whose columns have other names and shapes."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.models import Contract, Customer
from backend.loader.mapping import MappingError, from_options, read_mapping
from backend.readings.models import Reading
from tests.backend.loader.conftest import Office

MAPPING = """
[[table]]
file = "padron*"
name = "contracts"
[table.columns]
contract = "NRO"
customer = "NRO"
service = { value = "water" }
address = { text = "{CALLE} {PUERTA}" }
start_date = { value = "2020-01-01" }

[[table]]
file = "padron*"
name = "customers"
[table.columns]
customer = "NRO"
name = "NOMBRE"
phone = { column = "TEL", split = "/", part = 2 }
"""
PADRON = "NRO;NOMBRE;CALLE;PUERTA;TEL\n7;Ana;Colonia;12;099 1/099 2\n8;Luis;Mercedes;9;099 3\n"


def test_one_row_becomes_rows_of_several_tables(office: Office) -> None:
    mapping = office.file("mapping.toml", MAPPING)
    done = office.load("--map", mapping, office.file("padron 2026.csv", PADRON))
    assert done.status == 0, done.said
    assert office.rows(Customer, "external_id", "full_name", "phone") == [
        ("7", "Ana", "099 2"),
        ("8", "Luis", ""),
    ]
    assert office.rows(Contract, "number", "service") == [("7", "water"), ("8", "water")]


def test_columns_are_mapped_one_by_one(office: Office) -> None:
    done = office.load(
        "--map",
        "customers.customer=NRO",
        "--map",
        "customers.name=NOMBRE",
        "--map",
        "customers.phone==2900 0000",
        customers=PADRON,
    )
    assert done.status == 0
    assert office.rows(Customer, "external_id", "phone") == [("7", "2900 0000"), ("8", "2900 0000")]


def test_words_are_translated_and_problems_use_the_names_of_the_file(office: Office) -> None:
    office.basics()
    mapping = office.file(
        "words.toml",
        '[[table]]\nfile = "lecturas*"\nname = "readings"\n[table.columns]\n'
        'serial = "MEDIDOR"\nread_at = "FECHA"\nvalue = "LECTURA"\n'
        'quality = { column = "TIPO", words = { E = "estimated", R = "real" } }\n',
    )
    text = "MEDIDOR;FECHA;LECTURA;TIPO\nM1;01/09/2026;10;E\nM1;01/10/2026;20;X\n"
    done = office.load("--map", mapping, office.file("lecturas.csv", text))
    assert done.said[0].startswith("lecturas.csv:3: TIPO: 'X' is none of real")
    assert office.rows(Reading, "quality") == [("estimated",)]


def test_a_mapped_column_that_the_file_lacks_is_said(office: Office) -> None:
    done = office.load("--map", "customers.name=NOMBRE", customers="customer;name\n1;Ana\n")
    assert (done.status, done.said[0]) == (2, "customers.csv has no column NOMBRE")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", r"no \[\[table\]\]"),
        ('[[table]]\nname = "cars"\n', "none of customers"),
        ('[[table]]\nname = "customers"\ncolumns = { age = "AGE" }', "no such column"),
        ('[[table]]\nname = "customers"\ncolumns = { name = { value = 1, column = "x" } }', "one"),
        ('[[table]]\nname = "customers"\ncolumns = { name = { magic = 1 } }', "write a column"),
        ('[[table]]\nname = "customers"\ncolumns = { name = { column = "x", part = 0 } }', "part"),
        ("not toml", "mapping.toml"),
        ('[utility]\nid = "x"\n', "lacks name"),
    ],
)
def test_a_mapping_of_no_use_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "mapping.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(MappingError, match=reason):
        read_mapping(path)


@pytest.mark.parametrize("option", ["customers.name", "cars.name=X", "customers.age=X"])
def test_an_option_of_no_use_is_refused(option: str) -> None:
    with pytest.raises(MappingError, match="write TABLE"):
        from_options([option])
