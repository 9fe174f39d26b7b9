"""The command from end to end: good rows in, bad rows named, repeating changes nothing."""

from __future__ import annotations

import csv
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.catalogue.models import Utility
from backend.contracts.models import Contract, Customer
from backend.invoices.models import Invoice, InvoiceReading, Payment, PaymentAllocation
from backend.readings.models import Quality, Reading
from tests.backend.loader.conftest import CONTRACTS, CUSTOMERS, METERS, Office

READINGS = (
    "serial;read_at;value;quality;invoice\n"
    "M1;01/09/2026;100;real;\n"
    "M1;01/10/2026;130;real;F1\n"
    "M1;01/11/2026;155;estimated;F2\n"
)
INVOICES = (
    "invoice;contract;issue_date;period_start;period_end;due_date;total\n"
    "F1;101;05/10/2026;01/09/2026;01/10/2026;20/10/2026;1.220,00\n"
    "F2;101;05/11/2026;01/10/2026;01/11/2026;20/11/2026;610,50\n"
)
LINES = (
    "invoice;position;kind;description;quantity;unit;unit_price;tax_rate;amount\n"
    "F1;1;usage;Consumo;30;m³;33,3333;22;1.000,00\n"
    "F1;2;tax;IVA;;;;22;220,00\n"
    "F2;1;usage;Consumo;25;m³;24,42;;610,50\n"
)
PAYMENTS = "receipt;invoice;paid_on;amount\nR1;F1;18/10/2026;1.220,00\nR2;F2;10/11/2026;200,00\n"
EVERYTHING = {
    "payments": PAYMENTS,
    "lines": LINES,
    "invoices": INVOICES,
    "readings": READINGS,
    "meters": METERS,
    "contracts": CONTRACTS,
    "customers": CUSTOMERS,
}


def test_a_whole_office_is_loaded_in_any_order_of_files(office: Office) -> None:
    done = office.load(**EVERYTHING)
    assert (done.status, done.said[-1]) == (0, "payments: 2 new, 0 changed, 0 as before")
    assert office.rows(Reading, "value", "consumption", "days") == [
        (Decimal(100), None, None),
        (Decimal(130), Decimal(30), 30),
        (Decimal(155), Decimal(25), 31),
    ]
    assert office.rows(Invoice, "number", "total", "paid", "open", "payment_status") == [
        ("F1", 122000, 122000, 0, "paid"),
        ("F2", 61050, 20000, 41050, "partially_paid"),
    ]
    assert office.rows(InvoiceReading, "meter_serial", "previous_value", "current_value") == [
        ("M1", Decimal(100), Decimal(130)),
        ("M1", Decimal(130), Decimal(155)),
    ]


def test_loading_twice_changes_and_publishes_nothing(office: Office) -> None:
    office.load(**EVERYTHING)
    heads = office.heads()
    done = office.load(**EVERYTHING)
    assert done.status == 0
    assert all("0 new, 0 changed" in line for line in done.said), done.said
    assert office.heads() == heads


def test_a_changed_row_is_updated_and_published_alone(office: Office) -> None:
    office.load(**EVERYTHING)
    before = office.heads()
    changed = office.load(lines=LINES.replace("Consumo;25", "Gas;25"))
    assert changed.said == ["lines: 0 new, 1 changed, 2 as before"]
    moved = {key for key, seq in office.heads().items() if seq != before[key]}
    assert [kind for kind, _ in moved] == ["invoice"]


def test_good_rows_are_loaded_and_each_bad_one_is_named(office: Office) -> None:
    office.basics()
    report = office.folder / "refused.csv"
    done = office.load(
        "--report",
        report,
        readings=(
            "serial;read_at;value;quality\n"
            "M1;01/09/2026;100;real\n"
            "M9;01/09/2026;100;real\n"
            "M1;01/10/2026;90;real\n"
            "M1;31/02/2026;120;read\n"
            "M1;01/11/2026;;real\n"
            'M1;01/12/2026;"130;real\n'
        ),
    )
    assert done.status == 1
    assert done.said[:4] == [
        "readings.csv:5: read_at: there is no day 31/02/2026",
        "readings.csv:5: quality: 'read' is none of " + ", ".join(Quality),
        "readings.csv:6: value: is required",
        "readings.csv:3: serial: there is no meter M9 with register 1",
    ]
    with report.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["file", "line", "column", "reason"]
    assert {(row[1], row[2]) for row in rows[1:]} == {
        ("3", "serial"),
        ("4", "value"),
        ("5", "read_at"),
        ("5", "quality"),
        ("6", "value"),
        ("7", ""),
    }
    assert office.rows(Reading, "value") == [(Decimal(100),)]


def test_a_dry_run_finds_the_problems_and_keeps_nothing(office: Office) -> None:
    bad = CONTRACTS + "103;C9;gas;x;2020-01-01\n"
    done = office.load("--dry-run", customers=CUSTOMERS, contracts=bad, meters=METERS)
    assert done.status == 1
    assert done.said[0] == "contracts.csv:4: customer: there is no customer C9"
    assert done.said[-1] == "dry run: nothing was kept"
    assert office.rows(Contract, "number") == []


def test_nothing_usable_is_status_two(office: Office) -> None:
    assert office.load("nowhere.csv").status == 2
    assert office.load(customers="a;b\n1;2\n").said == [
        "customers.csv lacks columns of customers: customer, name"
    ]
    assert office.load(office.file("list.csv", CUSTOMERS)).status == 2
    assert office.load("--table", "customers", office.file("list.csv", CUSTOMERS)).status == 0
    with pytest.raises(SystemExit) as stopped:
        office.load("--decimal", "x", customers=CUSTOMERS)
    assert stopped.value.code == 2


def test_a_database_belongs_to_one_utility(office: Office) -> None:
    office.basics()
    path = office.folder / "profile.toml"
    path.write_text(path.read_text("utf-8").replace("coop", "other"), "utf-8")
    done = office.load(customers=CUSTOMERS)
    assert (done.status, done.said) == (2, ["this database belongs to coop, not to other"])


def test_the_limits_of_customers_readings_come_from_the_profile(office: Office) -> None:
    office.basics()
    names = ("reading_soft_low", "reading_soft_high", "reading_hard_high", "reading_grace_hours")
    assert office.rows(Utility, *names) == [(Decimal("0.5"), Decimal(2), Decimal(4), 0)]
    path = office.folder / "profile.toml"
    usual = path.read_text("utf-8")
    limits = 'soft_low = "0.25"\nsoft_high = 1.5\nhard_high = 3\ngrace_hours = 6\n'
    path.write_text(f"{usual}[utility.self_reading]\n{limits}", "utf-8")
    assert office.load(customers=CUSTOMERS).status == 0
    assert office.rows(Utility, *names) == [(Decimal("0.25"), Decimal("1.5"), Decimal(3), 6)]
    for wrong in ('soft_low = "much"', "soft_low = 1.5", "hard_high = 1", 'hard_high = "inf"',
                  "grace_hours = -1"):  # fmt: skip
        path.write_text(f"{usual}[utility.self_reading]\n{wrong}\n", "utf-8")
        done = office.load(customers=CUSTOMERS)
        assert (wrong, done.status, "self_reading" in done.said[0]) == (wrong, 2, True)


def test_a_reading_in_between_corrects_the_one_after_it(office: Office) -> None:
    office.basics()
    office.load(readings="serial;read_at;value\nM1;01/09/2026;100\nM1;01/11/2026;160\n")
    office.load(readings="serial;read_at;value\nM1;01/10/2026;130\n")
    assert sorted(office.rows(Reading, "read_at", "consumption", "days"))[1:] == [
        (office.rows(Reading, "read_at")[2][0], Decimal(30), 30),
        (office.rows(Reading, "read_at")[1][0], Decimal(30), 31),
    ]
    refused = office.load(readings="serial;read_at;value\nM1;15/10/2026;170\n")
    assert refused.said[0] == (
        "readings.csv:2: value: the reading after it (160) would be below it"
    )


def test_a_meter_change_and_a_rollover_are_charged_to_their_invoice(office: Office) -> None:
    office.load(
        customers=CUSTOMERS,
        contracts=CONTRACTS,
        meters=METERS + "M3;101;5\n",
        readings=(
            "serial;read_at;value;reason\n"
            "M1;01/09/2026;99987;\n"
            "M1;20/09/2026;31;removed\n"
            "M3;20/09/2026;2;installed\n"
            "M3;01/10/2026;12;regular\n"
        ),
        invoices=INVOICES,
    )
    assert set(office.rows(Reading, "value", "consumption", "is_rollover")) == {
        (Decimal(99987), None, False),
        (Decimal(31), Decimal(44), True),
        (Decimal(2), None, False),
        (Decimal(12), Decimal(10), False),
    }
    assert office.rows(InvoiceReading, "invoice_id", "meter_serial", "consumption") == [
        (1, "M1", Decimal(44)),
        (1, "M3", Decimal(10)),
    ]


def test_payments_of_one_receipt_settle_several_invoices(office: Office) -> None:
    office.load(**EVERYTHING)
    office.load(payments=PAYMENTS + "R3;F2;12/11/2026;410,50\nR3;F1;12/11/2026;0,01\n")
    assert office.rows(Payment, "reference", "amount")[-1] == ("R3", 41051)
    assert len(office.rows(PaymentAllocation, "id")) == 4
    assert office.rows(Invoice, "open", "payment_status") == [(-1, "partially_paid"), (0, "paid")]
    other = office.load(
        invoices=INVOICES.replace("F1;101", "F9;102"),
        payments="receipt;invoice;paid_on;amount\nR3;F9;12/11/2026;1\n",
    )
    assert "payments.csv:2: receipt: a receipt settles invoices of one contract" in other.said


def test_decisions_of_the_utility_stay_when_payments_arrive(office: Office) -> None:
    office.basics()
    office.load(
        invoices=(
            "invoice;contract;issue_date;total;payment_status;claim_number\n"
            "F1;101;05/10/2026;100;in_claim;7\nF2;101;05/11/2026;100;cancelled;\n"
        )
    )
    office.load(payments="receipt;invoice;paid_on;amount\nR1;F1;18/10/2026;40\n")
    assert office.rows(Invoice, "open", "payment_status") == [(6000, "in_claim"), (0, "cancelled")]


def test_amounts_finer_than_the_currency_are_refused(office: Office) -> None:
    office.basics()
    done = office.load(
        invoices="invoice;contract;issue_date;total\nF1;101;05/10/2026;100,005\n",
    )
    assert done.said[0] == "invoices.csv:2: total: 100.005 has more decimals than UYU has"


def test_lines_that_do_not_add_up_are_said(office: Office) -> None:
    done = office.load(**(EVERYTHING | {"lines": LINES.replace("220,00", "219,99")}))
    assert done.status == 1
    assert "invoice F1: its lines add up to 121999 minor units, its total is 122000" in done.said


def test_columns_that_a_file_lacks_stay_as_they_are(office: Office) -> None:
    office.load(**EVERYTHING)
    office.load(
        customers="customer;name;email\nC1;Ana Paz;ana@example.com\n",
        contracts="contract;customer;service;address;start_date;account_number;currency\n"
        "101;C1;gas;Colonia 1200;2020-01-01;A-7;USD\n",
        meters="serial;contract;integer_digits;unit;installed_on\nM1;101;6;kWh;02/02/2022\n",
        invoices=INVOICES.replace("due_date", "due_date;previous_balance")
        .replace("20/10/2026;", "20/10/2026;;")
        .replace("20/11/2026;", "20/11/2026;12,50;"),
        payments=PAYMENTS,  # in the contract's currency, which is another one now
    )
    before = office.heads()
    office.load(
        customers="customer;name\nC1;Ana Paz\n",
        contracts="contract;customer;service;address;start_date\n"
        "101;C1;gas;Colonia 1200;2020-01-01\n",
        meters="serial;contract\nM1;101\n",
        invoices="invoice;contract;issue_date;total\nF2;101;05/11/2026;610,50\n",
        payments=PAYMENTS,
    )
    assert office.heads() == before
    assert office.rows(Contract, "account_number", "currency")[0] == ("A-7", "USD")


def test_two_customers_never_share_a_document(office: Office) -> None:
    twice = (
        "customer;name;document_type;document_number\n"
        "C1;Ana;ci;1.234.567-2\nC2;Luis;ci;1.234.567-2\nC3;Eva;;\n"
    )
    done = office.load(customers=twice)
    assert done.said[0] == "customers.csv:3: document_number: customer C1 has the same document"
    assert office.load(customers=twice).status == 1
    assert office.rows(Customer, "external_id") == [("C1",), ("C3",)]


def test_a_database_that_cannot_be_reached_is_said_in_one_line(office: Office) -> None:
    office.url = f"sqlite:///{office.folder}/none/x.db"
    done = office.load(customers=CUSTOMERS)
    assert (done.status, len(done.said)) == (2, 1)


_texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=st.lists(st.lists(_texts, min_size=1, max_size=6), max_size=6))
def test_no_file_makes_the_command_fail(
    rows: list[list[str]], office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    if "postgres" in office.url:
        return
    path = office.folder / "customers.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["customer", "name", "email"], *rows])
    done = office.load(path)
    assert done.status in (0, 1, 2)
