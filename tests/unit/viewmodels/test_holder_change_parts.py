"""Cambio de Titular: every rule of every part is told beside it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from backend.contracts.models import ContractStatus
from desktop.api.supply_rules import SupplyRules
from desktop.domain.contracts import ContractLink, LinkRole
from desktop.domain.drafts import DraftFile
from desktop.domain.form_choices import Files
from desktop.domain.forms import ProblemCode, Spec, Value
from desktop.domain.freshness import Freshness
from desktop.domain.invoices import Debt
from desktop.domain.money import Money
from desktop.domain.readings import Meter, Quality, Reading, ReadingReason, Register, Source
from desktop.domain.supply_requests import PersonType
from desktop.domain.workdays import Calendar
from desktop.services.results import ContractSummary, SupplyBook
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.holder_change_parts import Parts
from desktop.viewmodels.supply_form import Sheet
from tests.contract.test_supply_blocks import contract
from tests.support.supply_rules import supply_rules

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
REGISTER = Register("1", "m³", 5, 0, Decimal(1))
FILE = DraftFile("photo", "foto.jpg", "image/jpeg", "a" * 64, 10)


def sheet(owed: int = 0, **rules: Any) -> Sheet:
    found = supply_rules(holder_change=rules)
    decoded = msgspec.json.decode(found.model_dump_json(), type=SupplyRules).domain()
    zero, debt = Money(0, "UYU"), Money(owed, "UYU")
    meter = Meter("1", "1", "M1", "", "", "", date(2020, 1, 1), None, False, (REGISTER,))
    last = Reading(
        id="9",
        contract_id="1",
        meter_id="1",
        meter_serial="M1",
        register_id="1",
        value=Decimal(220),
        unit="m³",
        read_at=datetime(2026, 2, 20, 15, tzinfo=UTC),
        quality=Quality.REAL,
        source=Source.READER,
        reason=ReadingReason.REGULAR,
        consumption=None,
        days=None,
        is_rollover=False,
        no_read_reason=None,
        method=None,
        invoice_number=None,
    )
    book = SupplyBook(
        requests=(),
        rules=decoded,
        calendar=Calendar(),
        overdue=debt,
        meters=(meter,),
        last={"1": last},
        items=(),
        today=TODAY,
        now=NOW,
        freshness=Freshness(NOW),
    )
    link = ContractLink("C-1", "1", "", LinkRole.HOLDER)
    nothing = Debt(debt, zero, zero, zero, None)
    active = contract(ContractStatus.ACTIVE, None)
    return Sheet(ContractSummary(link, active, nothing, 0, 0), book, "Ana", "ana@example.org")


def document(code: str, label: str) -> Spec:
    return Files(name=f"doc_{code}", label=label, most=1)


def parts(values: dict[str, Value] | None = None, owed: int = 0, **rules: Any) -> Parts:
    made = sheet(owed, **rules)
    assert made.book.rules is not None and made.book.rules.holder_change is not None
    return Parts(made, made.book.rules.holder_change, Formatter(), values or {}, document)


def spec(name: str, values: dict[str, Value] | None = None) -> Spec:
    found = parts(values).by_step().values()
    return next(each for of_step in found for each in of_step if each.name == name)


RIGHT: dict[str, Value] = {"reason": "purchase", "person_type": "person", "email": "b@example.net"}


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("reason", "", ProblemCode.REQUIRED),
        ("reason", "because", ProblemCode.CHOICE),
        ("link", "friend", ProblemCode.CHOICE),
        ("person_document", ("ci", ""), ProblemCode.REQUIRED),
        ("person_document", ("ci", "1.234.567-8"), ProblemCode.DOCUMENT),
        ("person_document", ("rut", "211003420017"), ProblemCode.CHOICE),
        ("full_name", "B", ProblemCode.TOO_SHORT),
        ("full_name", "B" * 121, ProblemCode.TOO_LONG),
        ("born_on", "03/03/2026", ProblemCode.TOO_LATE),
        ("email", "bruno", ProblemCode.EMAIL),
        ("email_again", "c@example.net", ProblemCode.DIFFERENT),
        ("phone", "12", ProblemCode.PHONE),
        ("phone", "", ProblemCode.REQUIRED),
        ("doc_deed", (), ProblemCode.REQUIRED),
        ("effective_on", "01/03/2026", ProblemCode.TOO_EARLY),
        ("effective_on", "02/04/2026", ProblemCode.TOO_LATE),
        ("dial_1", "", ProblemCode.REQUIRED),
        ("dial_1", "0047", ProblemCode.DIGITS),
        ("dial_1", "00100", ProblemCode.TOLD),
        ("read_on", "19/02/2026", ProblemCode.TOO_EARLY),
        ("read_on", "03/03/2026", ProblemCode.TOO_LATE),
        ("terms", False, ProblemCode.UNTICKED),
    ],
)
def test_what_is_wrong_is_told(name: str, value: Value, code: ProblemCode) -> None:
    values = RIGHT | {name: value}
    problem = spec(name, values).problem(value, values)
    assert problem is not None and problem.code is code


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("person_document", ("ci", "1234567-2")),
        ("person_document", ("passport", "AB12345")),
        ("email_again", "b@example.net"),
        ("born_on", ""),
        ("other_phone", ""),
        ("effective_on", "01/04/2026"),
        ("dial_1", "00220"),
        ("read_on", "20/02/2026"),
        ("terms", True),
    ],
)
def test_what_is_right_passes(name: str, value: Value) -> None:
    values = RIGHT | {name: value}
    assert spec(name, values).problem(value, values) is None


def test_a_value_below_the_last_one_passes_with_a_photo() -> None:
    values: dict[str, Value] = RIGHT | {"dial_1": "00100", "photo": (FILE,)}
    assert spec("dial_1", values).problem("00100", values) is None


def test_a_company_has_a_representative_and_its_own_documents() -> None:
    values: dict[str, Value] = {"reason": "rental", "person_type": PersonType.COMPANY.value}
    names = [step.names for step in parts(values).steps()]
    assert "representative_name" in names[1] and "born_on" not in names[1]
    assert names[2] == ("doc_statute", "doc_power", "doc_lease")
    wrong = ("rut", "211003420018")
    problem = spec("company_document", values).problem(wrong, values)
    assert problem is not None and problem.code is ProblemCode.DOCUMENT


def test_debt_is_taken_over_only_where_the_utility_lets_it_be() -> None:
    offered = parts(owed=500, debt="assumed").steps()[0].names
    assert "assumes_debt" in offered
    assert "assumes_debt" not in parts(owed=500).steps()[0].names
    assert "assumes_debt" not in parts(owed=0, debt="assumed").steps()[0].names


def test_a_reading_that_is_not_needed_may_be_left_out() -> None:
    found = parts(needs_reading=False).by_step()["handover"]
    dial = next(each for each in found if each.name == "dial_1")
    assert dial.problem("", {}) is None
