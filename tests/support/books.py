"""Invoices and readings of one invented household, and an office that serves them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from desktop.domain.errors import AppError
from desktop.domain.freshness import Freshness
from desktop.domain.invoices import (
    DocumentRef,
    DueTerm,
    Invoice,
    InvoiceKind,
    InvoiceLine,
    InvoiceReading,
    LineKind,
    PaymentStatus,
    debt,
)
from desktop.domain.money import Money
from desktop.domain.readings import (
    EstimationMethod,
    Meter,
    NoReadReason,
    Quality,
    Reading,
    ReadingReason,
    Register,
    Source,
    billing_periods,
    estimates_in_a_row,
)
from desktop.services.results import BulkResult, InvoiceBook, ReadingBook
from tests.support.fake_outbox import FakeOutbox
from tests.support.fake_payments import FakeBrowser, FakePayments

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 17, 2, tzinfo=UTC)
CONTRACT = "17"


def uyu(minor: int) -> Money:
    """Hundredths of a Uruguayan peso."""
    return Money(minor, "UYU")


def month(back: int) -> date:
    """The fourth of the month `back` months before November 2026."""
    year, index = divmod(2026 * 12 + 10 - back, 12)
    return date(year, index + 1, 4)


def line(kind: LineKind, minor: int, text: str, **more: object) -> InvoiceLine:
    """A line; `more` overrides fields."""
    values: dict[str, object] = {
        "quantity": None,
        "unit": "",
        "unit_price": None,
        "price_currency": "UYU",
        "fx_rate": None,
        "tax_rate": None,
    }
    values.update(more)
    return InvoiceLine(kind=kind, description=text, amount=uyu(minor), **values)  # type: ignore[arg-type]


def invoice(
    back: int = 0,
    *,
    status: PaymentStatus = PaymentStatus.PAID,
    number: str | None = None,
    consumption: int = 128,
    open_minor: int | None = None,
    quality: Quality = Quality.REAL,
    kind: InvoiceKind = InvoiceKind.INVOICE,
    document: bool = True,
    **more: object,
) -> Invoice:
    """The invoice of the month `back` months ago; `more` overrides fields."""
    end, start = month(back), month(back + 1)
    fx = Decimal("40.25") - Decimal(back) / 20
    usage = round(consumption * Decimal("0.62") * fx * 100)
    fixed = 48_000
    tax = round((usage + fixed) * Decimal("0.22"))
    charge = usage + fixed + tax
    if kind is InvoiceKind.CREDIT_NOTE:
        charge = -charge // 4
    settled = status in (PaymentStatus.PAID, PaymentStatus.COMPENSATED, PaymentStatus.CANCELLED)
    unpaid = open_minor if open_minor is not None else (0 if settled else charge)
    name = number or f"A-{100_482 - back}"
    values: dict[str, object] = {
        "id": f"i{back}-{name}",
        "contract_id": CONTRACT,
        "number": name,
        "kind": kind,
        "issue_date": end + timedelta(days=2),
        "period_start": start,
        "period_end": end,
        "due_terms": (DueTerm(end + timedelta(days=20), uyu(charge)),),
        "period_charge": uyu(charge),
        "previous_balance": uyu(0),
        "total": uyu(charge),
        "paid": uyu(charge - unpaid if not settled or unpaid else charge),
        "open": uyu(unpaid),
        "payment_status": status,
        "lines": (
            line(LineKind.FIXED_CHARGE, fixed, "Cargo fijo mensual"),
            line(
                LineKind.USAGE,
                usage,
                "Consumo de gas natural",
                quantity=Decimal(consumption),
                unit="m³",
                unit_price=Decimal("0.62"),
                price_currency="USD",
                fx_rate=fx,
            ),
            line(LineKind.TAX, tax, "IVA", tax_rate=Decimal("0.22")),
        ),
        "readings": (
            InvoiceReading(
                meter_serial="G4-778812",
                previous_date=start,
                previous_value=Decimal(4000 - consumption),
                current_date=end,
                current_value=Decimal(4000),
                quality=quality,
                consumption=Decimal(consumption),
                unit="m³",
            ),
        ),
        "document": DocumentRef(f"d{name}", f"sha-{name}", 40_000, "application/pdf")
        if document
        else None,
        "replaced_by": None,
        "agreement_number": None,
        "claim_number": None,
    }
    values.update(more)
    return Invoice(**values)  # type: ignore[arg-type]


_USE = (128, 121, 96, 88, 143, 190, 214, 201, 160, 122, 104, 99)


def household() -> tuple[Invoice, ...]:
    """Three years, newest first: overdue, to be due, in claim, in agreement, a credit."""
    rows = [
        invoice(0, status=PaymentStatus.PENDING, consumption=128),
        invoice(1, status=PaymentStatus.PENDING, consumption=121, quality=Quality.ESTIMATED),
        invoice(2, status=PaymentStatus.PARTIALLY_PAID, consumption=96, open_minor=120_000),
        invoice(3, status=PaymentStatus.IN_CLAIM, consumption=88, claim_number="R-3321"),
        invoice(4, status=PaymentStatus.IN_AGREEMENT, consumption=143, agreement_number="77"),
        invoice(
            5,
            number="NC-2214",
            kind=InvoiceKind.CREDIT_NOTE,
            status=PaymentStatus.PENDING,
            due_terms=(),
            readings=(),
        ),
        invoice(5, consumption=190, quality=Quality.CUSTOMER),
        invoice(6, status=PaymentStatus.CANCELLED, replaced_by="A-100475", document=False),
    ]
    rows += [invoice(back, consumption=_USE[back % 12] + back) for back in range(7, 36)]
    return tuple(rows)


def many(count: int) -> tuple[Invoice, ...]:
    """`count` invoices, as a company has them."""
    return tuple(
        invoice(n % 60, number=f"B-{n:06}", consumption=50 + n % 90, id=f"m{n}")
        for n in range(count)
    )


def invoice_book(invoices: Sequence[Invoice] | None = None) -> InvoiceBook:
    """A book as the service answers it; the documents of even numbers are kept."""
    rows = tuple(household() if invoices is None else invoices)
    kept = frozenset(
        row.document.sha256 for n, row in enumerate(rows) if row.document and n % 2 == 0
    )
    fresh = Freshness(NOW - timedelta(minutes=3))
    return InvoiceBook(rows, debt(rows, TODAY, "UYU"), TODAY, NOW, fresh, kept)


REGISTER = Register("r1", "m³", 5, 0, Decimal(1))


def reading(back: int, value: int, **more: object) -> Reading:
    """A regular real reading of the month `back` months ago; `more` overrides fields."""
    day = month(back)
    values: dict[str, object] = {
        "id": f"l{back}-{value}",
        "contract_id": CONTRACT,
        "meter_id": "m1",
        "meter_serial": "G4-778812",
        "register_id": "r1",
        "value": Decimal(value),
        "unit": "m³",
        "read_at": datetime(day.year, day.month, day.day, 14, tzinfo=UTC),
        "quality": Quality.REAL,
        "source": Source.READER,
        "reason": ReadingReason.REGULAR,
        "consumption": None,
        "days": None,
        "is_rollover": False,
        "no_read_reason": None,
        "method": None,
        "invoice_number": f"A-{100_482 - back}",
    }
    values.update(more)
    return Reading(**values)  # type: ignore[arg-type]


def meter_life(months: int = 36) -> tuple[Reading, ...]:
    """Newest first: estimates at the end, own readings, a rollover and a change of meter."""
    rows: list[Reading] = []
    value = 97_000
    for back in range(months, -1, -1):
        used = _USE[back % 12] + back // 2
        if back == months:
            rows.append(reading(back, value, reason=ReadingReason.INSTALLED))
            continue
        if back == 8:
            rows += _changed_meter(back, value, used)
            value = used - 40
            continue
        value += used
        more: dict[str, object] = {"consumption": Decimal(used), "days": 30 + back % 2}
        if value >= 100_000:
            value -= 100_000
            more["is_rollover"] = True
        if back < 8:
            more |= {"meter_id": "m2", "meter_serial": "G4-901177"}
        if back in (0, 1, 14):
            more |= {
                "quality": Quality.ESTIMATED,
                "source": Source.SYSTEM,
                "no_read_reason": NoReadReason.INACCESSIBLE,
                "method": EstimationMethod.SAME_PERIOD_LAST_YEAR,
            }
        elif back in (4, 5):
            more |= {"quality": Quality.CUSTOMER, "source": Source.CUSTOMER_PORTAL}
        rows.append(reading(back, value, **more))
    return tuple(reversed(rows))


def _changed_meter(back: int, value: int, used: int) -> list[Reading]:
    day = month(back) - timedelta(days=12)
    at = datetime(day.year, day.month, day.day, 13, tzinfo=UTC)
    return [
        reading(
            back,
            value + 40,
            id="removed",
            read_at=at,
            reason=ReadingReason.REMOVED,
            source=Source.INSPECTION,
            consumption=Decimal(40),
            days=18,
            invoice_number=None,
        ),
        reading(
            back,
            0,
            id="installed",
            read_at=at,
            reason=ReadingReason.INSTALLED,
            source=Source.INSPECTION,
            meter_id="m2",
            meter_serial="G4-901177",
            invoice_number=None,
        ),
        reading(
            back,
            used - 40,
            meter_id="m2",
            meter_serial="G4-901177",
            consumption=Decimal(used - 40),
            days=12,
        ),
    ]


def reading_book(readings: Sequence[Reading] | None = None) -> ReadingBook:
    """A book as the service answers it."""
    rows = tuple(meter_life() if readings is None else readings)
    meter = Meter(
        "m1", CONTRACT, "G4-778812", "Itron", "ACD", "G4", month(36), None, False, (REGISTER,)
    )
    fresh = Freshness(NOW - timedelta(minutes=3))
    return ReadingBook(rows, billing_periods(rows), (meter,), estimates_in_a_row(rows), NOW, fresh)


@dataclass
class FakeInvoices:
    """Answers a book, or raises."""

    answer: InvoiceBook | AppError
    asked: list[str] = field(default_factory=list)

    def book(self, contract_id: str) -> InvoiceBook:
        self.asked.append(contract_id)
        if isinstance(self.answer, AppError):
            raise self.answer
        return self.answer


@dataclass
class FakeReadings:
    """Answers a book, or raises."""

    answer: ReadingBook | AppError
    asked: list[str] = field(default_factory=list)

    def book(self, contract_id: str) -> ReadingBook:
        self.asked.append(contract_id)
        if isinstance(self.answer, AppError):
            raise self.answer
        return self.answer


@dataclass
class FakeDocuments:
    """Answers bytes, or raises; `gate` holds the work back until a test opens it."""

    answer: bytes | AppError = b""
    gate: threading.Event = field(default_factory=threading.Event)
    missing: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.gate.set()

    def read(self, contract_id: str, ref: DocumentRef) -> bytes:
        self.gate.wait(10)
        if isinstance(self.answer, AppError):
            raise self.answer
        return self.answer

    def save_all(
        self,
        contract_id: str,
        invoices: Sequence[Invoice],
        folder: Path,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> BulkResult:
        written = 0
        for n, row in enumerate(invoices, 1):
            if cancelled():
                return BulkResult(written, (), True)
            if row.number not in self.missing and row.document is not None:
                written += 1
            progress(n, len(invoices))
            self.gate.wait(10)
            if isinstance(self.answer, AppError):
                raise self.answer
        return BulkResult(written, self.missing, False)


@dataclass
class FakeSync:
    """A sync that a test says is under way; `sending` is the op_id of what is on its way."""

    sending: str = ""


class FakeOffice:
    """The office as the two pages see it."""

    def __init__(
        self,
        invoices: InvoiceBook | AppError | None = None,
        readings: ReadingBook | AppError | None = None,
        document: bytes | AppError = b"",
    ) -> None:
        self.invoices = FakeInvoices(invoices or invoice_book())
        self.readings = FakeReadings(readings or reading_book())
        self.documents = FakeDocuments(document)
        self.outbox = FakeOutbox()
        self.sync = FakeSync()
        self.drafts = self.outbox.drafts
        self.browser = FakeBrowser()
        self.payments = FakePayments(NOW, lambda: getattr(self.invoices.answer, "invoices", ()))

    def close(self) -> None:
        """Nothing is open."""
