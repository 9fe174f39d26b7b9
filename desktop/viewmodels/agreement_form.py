"""What is entered for a simulation: invoices, down payment, three numbers of instalments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING

from PySide6.QtCore import QCoreApplication

from desktop.domain.agreement_plan import (
    AgreementRules,
    Base,
    Obstacle,
    base_of,
    fits,
    min_down_payment,
)
from desktop.domain.form_choices import Choice, Option, Several
from desktop.domain.forms import Amount, Problem, Spec, Value, told
from desktop.domain.invoices import Invoice
from desktop.domain.money import Money
from desktop.services.results import AgreementBook
from desktop.viewmodels.agreement_words import obstacle_text
from desktop.viewmodels.format import Formatter

SCENARIOS = 3
_USUAL = (3, 6, 12)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a simulation is made of; `invoices` are those that can be chosen, the oldest first."""

    book: AgreementBook
    rules: AgreementRules
    currency: str
    invoices: tuple[Invoice, ...]

    def chosen(self, ids: tuple[str, ...]) -> tuple[Invoice, ...]:
        """The invoices with these ids."""
        return tuple(one for one in self.invoices if one.id in ids)

    def base(self, ids: tuple[str, ...]) -> Base:
        """What these invoices make, with their interest to date."""
        return base_of(self.chosen(ids), self.book.today, self.rules, self.currency)


def sheet_of(book: AgreementBook | None) -> Sheet | None:
    """None before the book was read, or where the utility offers no simulation."""
    if book is None or book.rules is None or book.contract is None:
        return None
    if not book.rules.can_simulate:
        return None
    currency = book.contract.currency
    able = [one for one in book.invoices if fits(one, currency) is None]
    able.sort(key=lambda one: (one.issue_date, one.number))
    return Sheet(book, book.rules, currency, tuple(able))


@dataclass(frozen=True, slots=True)
class _DownPayment:
    """Judges a down payment against the debt that was chosen; two alike are equal, so that a form
    knows that nothing changed."""

    least: Money
    owed: Money
    percent: str
    low: str
    high: str

    def __call__(self, value: Money, _values: Mapping[str, Value]) -> Problem | None:
        if value < self.least:
            return told(self.low)
        return None if value < self.owed else told(self.high)


def specs(sheet: Sheet, ids: tuple[str, ...], fmt: Formatter) -> tuple[Spec, ...]:
    """The parts of the form above the scenarios, for what is chosen so far."""
    translate = QCoreApplication.translate
    base = sheet.base(ids)
    least, owed = min_down_payment(base, sheet.rules), base.total
    percent = f"{sheet.rules.min_down_payment.normalize():f}"

    def text(code: Obstacle, data: Mapping[str, object]) -> str:
        return obstacle_text(code, data, sheet.currency, fmt)

    low = text(Obstacle.DOWN_PAYMENT_LOW, {"min": least.minor, "percent": percent})
    high = text(Obstacle.DOWN_PAYMENT_HIGH, {"max": max(owed.minor - 1, 0)})
    return (
        Several(
            name="invoices",
            label=translate("AgreementForm", "Facturas que incluye"),
            hint=translate(
                "AgreementForm", "Las que están en reclamo o en otro acuerdo no entran."
            ),
            options=tuple(_option(one, sheet.book.today, fmt) for one in sheet.invoices),
        ),
        Amount(
            name="down_payment",
            label=translate("AgreementForm", "Anticipo"),
            hint=low if base.debt else "",
            required=bool(sheet.rules.min_down_payment),
            currency=sheet.currency,
            check=_DownPayment(least, owed, percent, low, high) if base.debt else None,
        ),
    )


def count_specs(sheet: Sheet) -> tuple[Spec, ...]:
    """Three choices of how many instalments, to compare."""
    label = QCoreApplication.translate("AgreementForm", "Cuotas de la opción {0}")
    one = QCoreApplication.translate("AgreementForm", "1 cuota")
    many = QCoreApplication.translate("AgreementForm", "{0} cuotas")
    rules = sheet.rules
    options = tuple(
        Option(str(n), one if n == 1 else many.format(n))
        for n in range(rules.min_instalments, rules.max_instalments + 1)
    )
    return tuple(
        Choice(name=count_name(place), label=label.format(place + 1), options=options)
        for place in range(SCENARIOS)
    )


def count_name(place: int) -> str:
    """The part that holds the number of instalments of a scenario, counted from 0."""
    return f"count_{place + 1}"


def count_defaults(sheet: Sheet) -> dict[str, Value]:
    """Usual numbers, as far as the utility allows them."""
    rules = sheet.rules
    return {
        count_name(place): str(min(max(usual, rules.min_instalments), rules.max_instalments))
        for place, usual in enumerate(_USUAL)
    }


def usual_invoices(sheet: Sheet) -> tuple[str, ...]:
    """What is chosen at first: everything that is overdue, or all where nothing is."""
    today = sheet.book.today
    late = [one.id for one in sheet.invoices if one.due_terms and one.due_terms[-1].date < today]
    return tuple(late or [one.id for one in sheet.invoices])


def proposed(sheet: Sheet, ids: tuple[str, ...], fmt: Formatter) -> str:
    """The least down payment in whole units of the currency, as a person would type it."""
    least = min_down_payment(sheet.base(ids), sheet.rules).amount
    whole = least.to_integral_value(ROUND_CEILING)
    return fmt.decimal(whole, 0) if whole else ""


def _option(invoice: Invoice, today: date, fmt: Formatter) -> Option:
    translate = QCoreApplication.translate
    amount = fmt.money(invoice.open)
    if invoice.due_terms:
        due = invoice.due_terms[-1].date
        late = translate("AgreementForm", "{0} · venció el {1} · {2}")
        text = late if due < today else translate("AgreementForm", "{0} · vence el {1} · {2}")
        return Option(invoice.id, text.format(invoice.number, fmt.day(due), amount))
    return Option(invoice.id, f"{invoice.number} · {amount}")
