"""Invoices as they stand on the wire, decoded strictly and turned into domain objects.

A struct names exactly the fields of `docs/protocol.md`; unknown ones are ignored. `keys()` is the
number of names in its JSON text, by which `wire` notices a name that stands twice; `search()` is
the text by which a person may look for it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from desktop.api.fields import Count, Currency, Id, Minor, Number, Sha256, decimal
from desktop.domain import invoices, readings
from desktop.domain.money import Money


class DueTerm(Struct, frozen=True, gc=False):
    """One of `due_terms`; the amount is in the currency of the invoice."""

    date: date
    amount: Minor


class InvoiceLine(Struct, frozen=True, gc=False):
    """One of `lines`; the amount is in the currency of the invoice."""

    kind: invoices.LineKind
    description: str
    quantity: Number | None
    unit: str
    unit_price: Number | None
    price_currency: str
    fx_rate: Number | None
    tax_rate: Number | None
    amount: Minor


class InvoiceReading(Struct, frozen=True, gc=False):
    """One of `readings` of an invoice."""

    meter_serial: str
    previous_date: date
    previous_value: Number
    current_date: date
    current_value: Number
    quality: readings.Quality
    consumption: Number
    unit: str


class DocumentRef(Struct, frozen=True, gc=False):
    """`document` of an invoice."""

    id: Id
    sha256: Sha256
    size: Count
    media_type: str


class Invoice(Struct, frozen=True, gc=False):
    """Kind `invoice`."""

    id: Id
    contract_id: Id
    number: str
    kind: invoices.InvoiceKind
    currency: Currency
    issue_date: date
    period_start: date | None
    period_end: date | None
    due_terms: list[DueTerm]
    period_charge: Minor
    previous_balance: Minor
    total: Minor
    paid: Minor
    open: Minor
    payment_status: invoices.PaymentStatus
    lines: list[InvoiceLine]
    readings: list[InvoiceReading]
    document: DocumentRef | None
    replaced_by: str | None
    agreement_number: str | None
    claim_number: str | None

    def keys(self) -> int:
        """How many names its JSON text has."""
        inner = 2 * len(self.due_terms) + 9 * len(self.lines) + 8 * len(self.readings)
        return 21 + inner + (4 if self.document else 0)

    def search(self) -> str:
        """What a person may look for it by, not yet folded."""
        found = (self.number, self.agreement_number, self.claim_number)
        return " ".join(text for text in found if text)

    def domain(self) -> invoices.Invoice:
        """The domain object."""
        currency = self.currency
        document = self.document
        return invoices.Invoice(
            id=self.id,
            contract_id=self.contract_id,
            number=self.number,
            kind=self.kind,
            issue_date=self.issue_date,
            period_start=self.period_start,
            period_end=self.period_end,
            due_terms=tuple(
                invoices.DueTerm(t.date, Money(t.amount, currency)) for t in self.due_terms
            ),
            period_charge=Money(self.period_charge, currency),
            previous_balance=Money(self.previous_balance, currency),
            total=Money(self.total, currency),
            paid=Money(self.paid, currency),
            open=Money(self.open, currency),
            payment_status=self.payment_status,
            lines=tuple(_line(line, currency) for line in self.lines),
            readings=tuple(_billed(r) for r in self.readings),
            document=(
                invoices.DocumentRef(
                    document.id, document.sha256, document.size, document.media_type
                )
                if document
                else None
            ),
            replaced_by=self.replaced_by,
            agreement_number=self.agreement_number,
            claim_number=self.claim_number,
        )


def _line(line: InvoiceLine, currency: str) -> invoices.InvoiceLine:
    return invoices.InvoiceLine(
        line.kind,
        line.description,
        decimal(line.quantity),
        line.unit,
        decimal(line.unit_price),
        line.price_currency,
        decimal(line.fx_rate),
        decimal(line.tax_rate),
        Money(line.amount, currency),
    )


def _billed(r: InvoiceReading) -> invoices.InvoiceReading:
    return invoices.InvoiceReading(
        r.meter_serial,
        r.previous_date,
        Decimal(r.previous_value),
        r.current_date,
        Decimal(r.current_value),
        r.quality,
        Decimal(r.consumption),
        r.unit,
    )


ENTITIES = {"invoice": (Invoice, invoices.Invoice)}
