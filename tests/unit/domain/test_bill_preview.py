"""The next bill, foretold at the prices of the last one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.bill_preview import last_billed, preview_charge
from desktop.domain.invoices import InvoiceKind, LineKind, PaymentStatus
from tests.support.books import household, invoice, line, uyu


def test_the_same_consumption_costs_the_same() -> None:
    last = invoice(1, consumption=121)
    found = preview_charge(last, Decimal(121))
    assert found is not None
    assert found.total == last.period_charge
    assert (found.fixed, found.fx_rate) == (uyu(48_000), Decimal("40.20"))


def test_nothing_consumed_leaves_the_fixed_charge_and_its_tax() -> None:
    found = preview_charge(invoice(1), Decimal(0))
    assert found is not None
    assert (found.usage.minor, found.total) == (0, uyu(48_000 + 10_560))


def test_what_was_billed_once_is_not_foretold_again() -> None:
    plain = invoice(1)
    with_fee = invoice(
        1,
        lines=(
            *plain.lines,
            line(LineKind.FEE, 90_000, "Reconexión"),
            line(LineKind.TAX, 19_800, "IVA", tax_rate=Decimal("0.22")),
            line(LineKind.INTEREST, 3_000, "Recargo por mora"),
            line(LineKind.CREDIT, -5_000, "Bonificación"),
        ),
    )
    before, after = (preview_charge(i, Decimal(150)) for i in (plain, with_fee))
    assert before is not None
    assert after is not None
    assert abs(after.total.minor - before.total.minor) <= 1  # the tax's own rounding


def test_without_a_price_nothing_is_foretold() -> None:
    assert preview_charge(invoice(1, readings=()), Decimal(100)) is None
    assert preview_charge(invoice(1, consumption=0), Decimal(100)) is None
    assert preview_charge(invoice(1), Decimal(-1)) is None


def test_the_newest_invoice_that_charged_for_consumption_gives_the_prices() -> None:
    credit = invoice(0, kind=InvoiceKind.CREDIT_NOTE, issue_date=date(2026, 11, 30))
    cancelled = invoice(0, status=PaymentStatus.CANCELLED, issue_date=date(2026, 11, 29))
    found = last_billed((credit, cancelled, *household()))
    assert found is not None
    assert found.number == "A-100482"
    assert last_billed((credit, cancelled)) is None


@given(st.integers(1, 5000), st.integers(0, 5000), st.integers(0, 5000))
def test_more_consumption_never_costs_less(before: int, one: int, other: int) -> None:
    last = invoice(1, consumption=before)
    less, more = (preview_charge(last, Decimal(c)) for c in sorted((one, other)))
    assert less is not None
    assert more is not None
    assert less.total <= more.total
    assert more.total == more.usage + more.fixed + more.tax
