"""The papers of agreements: what they say, and that their figures add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop.domain.agreement_plan import Base, plan
from desktop.domain.agreements import AgreementStatus
from desktop.domain.workdays import Calendar
from desktop.services.printing import agreements
from desktop.services.printing.letterhead import Letterhead, Stamp
from desktop.viewmodels.format import Formatter
from tests.support.agreement_samples import RULES, agreement, pesos
from tests.support.fake_office import summary
from tests.support.papers import assert_in_order, reader, text
from tests.support.stage import UTILITY

NOW = datetime(2026, 11, 16, 17, 2, tzinfo=UTC)
STAMP = Stamp(NOW, NOW, is_offline=True)
CONTRACT = summary(1).contract
FORMAT = Formatter()


def head(title: str, number: str = "") -> Letterhead:
    return Letterhead(UTILITY, title, number, "Acuerdo de pago")


def test_the_simulation_says_that_it_binds_nobody_and_until_when() -> None:
    base = Base(pesos(1_000_000), pesos(16_636), pesos(3_660))
    made = plan(base, pesos(110_000), 6, date(2026, 11, 16), RULES, Calendar().on_or_after)
    assert made is not None
    until = datetime(2026, 11, 17, 2, 59, tzinfo=UTC)
    paper = agreements.simulation(
        head("Simulación"), STAMP, FORMAT, CONTRACT, (), made, RULES, until
    )
    assert_in_order(paper, "Simulación")
    written = text(paper)
    assert "sin valor contractual, válida hasta 16/11/2026 23:59" in written
    assert "24 % / 26,82 %" in written
    assert "Generado sin conexión" in written
    for share in made.shares:
        assert FORMAT.day(share.due) in written
    for amount in (made.total, made.cost, made.principal, made.interest, made.tax):
        assert FORMAT.money(amount).replace("\u00a0", " ") in written


def test_the_agreement_has_its_conditions_its_invoices_and_its_instalments() -> None:
    found = agreement("pp..")
    paper = agreements.agreement(
        head("Acuerdo", found.number), STAMP, FORMAT, CONTRACT, found, RULES
    )
    assert_in_order(paper, f"Acuerdo {found.number}")
    written = " ".join(text(paper).split())
    for words in (*RULES.paper, "Vigente", "María Pérez", "A-11", "A-12", "10/07/2026"):
        assert words in written
    assert written.count("Pagada") >= 2
    assert "caduca si se acumulan 3 cuotas impagas seguidas o 4 en total" in written


@pytest.mark.parametrize("count", [1, 24, 120])
def test_a_long_agreement_goes_on_over_pages(count: int) -> None:
    found = agreement("." * count)
    paper = agreements.agreement(head("Acuerdo"), STAMP, FORMAT, CONTRACT, found, None)
    written = text(paper)
    assert FORMAT.day(found.instalments[-1].due_date) in written
    assert len(reader(paper).pages) == {1: 1, 24: 2, 120: 4}[count]


def test_the_certificate_is_for_one_that_was_kept() -> None:
    found = replace(agreement("pppp"), status=AgreementStatus.FULFILLED, ended_on=date(2026, 10, 9))
    paper = agreements.fulfilment(head("Constancia"), STAMP, FORMAT, CONTRACT, found)
    assert_in_order(paper, "Constancia")
    written = " ".join(text(paper).split())
    assert f"acuerdo de pago N° {found.number}" in written
    assert "se cumplió en su totalidad el 09/10/2026" in written
    # what was paid is the down payment and the instalments
    paid = (found.total, found.down_payment, found.total - found.down_payment)
    assert all(FORMAT.money(amount).replace("\u00a0", " ") in written for amount in paid)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"down_payment_paid_on": None}, "Vence el 17/06/2026"),
        ({"down_payment_paid_on": None, "down_payment_due": None}, "Anticipo pagado"),
        ({"down_payment": pesos(0)}, "Sin anticipo"),
        ({"accepted_on": None, "signed_by": ""}, "Pendiente de aceptación"),
    ],
)
def test_what_is_not_there_yet_is_said_plainly(fields: dict[str, object], told: str) -> None:
    found = replace(agreement("...."), status=AgreementStatus.REQUESTED, **fields)  # type: ignore[arg-type]
    paper = agreements.agreement(head("Acuerdo"), STAMP, FORMAT, CONTRACT, found, RULES)
    assert told in text(paper)
