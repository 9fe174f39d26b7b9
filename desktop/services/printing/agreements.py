"""Papers of agreements: what was simulated, what was agreed on, and that it was kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

from desktop.domain.agreement_plan import AgreementRules, Plan, Share
from desktop.domain.agreements import Agreement, AgreementStatus, Instalment, InstalmentStatus
from desktop.domain.contracts import Contract
from desktop.domain.invoices import Invoice
from desktop.domain.money import Money, total
from desktop.services.printing.letterhead import Figures, Letterhead, Stamp, moment
from desktop.services.printing.sheet import Sheet
from desktop.services.printing.table import Column

_STATUS = {
    AgreementStatus.REQUESTED: "Pendiente de aceptación",
    AgreementStatus.AWAITING_DOWN_PAYMENT: "Pendiente de anticipo",
    AgreementStatus.ACTIVE: "Vigente",
    AgreementStatus.FULFILLED: "Cumplido",
    AgreementStatus.BROKEN: "Caído por falta de pago",
    AgreementStatus.CANCELLED: "Anulado",
}
_INSTALMENT = {
    InstalmentStatus.PENDING: "Pendiente",
    InstalmentStatus.BILLED: "Facturada",
    InstalmentStatus.PARTIAL: "Pago parcial",
    InstalmentStatus.PAID: "Pagada",
    InstalmentStatus.OVERDUE: "Vencida",
    InstalmentStatus.CANCELLED: "Anulada",
}
_INVOICES = (Column("Factura", 3), Column("Importe incluido", 2, is_figure=True))
_SHARES = (
    Column("N°", 0.7),
    Column("Vencimiento", 1.6),
    Column("Capital", 1.8, is_figure=True),
    Column("Interés", 1.6, is_figure=True),
    Column("IVA", 1.5, is_figure=True),
    Column("Total", 1.8, is_figure=True),
)
_SCHEDULE = (*_SHARES, Column("Estado", 1.5), Column("Pagada el", 1.4))


def simulation(
    letterhead: Letterhead,
    stamp: Stamp,
    fmt: Figures,
    contract: Contract,
    invoices: Sequence[Invoice],
    plan: Plan,
    rules: AgreementRules,
    valid_until: datetime,
) -> bytes:
    """The sheet of one simulated agreement; `valid_until` is UTC."""
    sheet = Sheet(letterhead, stamp, fmt)
    sheet.remark(f"Simulación sin valor contractual, válida hasta {moment(fmt, valid_until)}.")
    sheet.contract(contract)
    base = plan.base
    sheet.figures(
        (
            ("Anticipo", fmt.money(plan.down_payment)),
            (f"{len(plan.shares)} cuotas, la primera de", fmt.money(plan.shares[0].total)),
            ("Total a pagar", fmt.money(plan.total)),
            ("Costo del acuerdo", fmt.money(plan.cost)),
        )
    )
    sheet.heading("Deuda que se financia")
    rows = [(one.number, fmt.money(one.open)) for one in invoices]
    sheet.table(_INVOICES, rows, total=("Deuda incluida", fmt.money(base.debt)))
    rates = (rules.nominal_rate, rules.effective_rate, rules.tax_rate)
    sheet.pairs(_terms(fmt, base.arrears, base.arrears_tax, plan.principal, rates))
    sheet.heading("Cuotas")
    shown = [
        [str(one.number), fmt.day(one.due), *(fmt.money(part) for part in _parts(one))]
        for one in plan.shares
    ]
    sheet.table(_SHARES, shown, total=("", "Total", *_sums(fmt, plan.shares)))
    sheet.paragraph(_breaks(rules.consecutive_unpaid, rules.total_unpaid))
    return sheet.finish()


def agreement(
    letterhead: Letterhead,
    stamp: Stamp,
    fmt: Figures,
    contract: Contract,
    found: Agreement,
    rules: AgreementRules | None,
) -> bytes:
    """The agreement as it stands, with its conditions."""
    sheet = Sheet(letterhead, stamp, fmt)
    sheet.contract(contract)
    sheet.figures(
        (
            ("Deuda incluida", fmt.money(found.debt)),
            ("Anticipo", fmt.money(found.down_payment)),
            ("Cuotas", str(len(found.instalments))),
            ("Total a pagar", fmt.money(found.total)),
        )
    )
    sheet.pairs(
        (
            ("Estado", _STATUS[found.status]),
            ("Solicitado", moment(fmt, found.requested_at)),
            ("Aceptado", fmt.day(found.accepted_on) if found.accepted_on else "–"),
            ("Anticipo pagado", _paid_on(fmt, found)),
            ("Firmó", found.signed_by or "–"),
            ("Texto aceptado, versión", found.consent_version or "–"),
        )
    )
    for text in rules.paper if rules is not None else ():
        sheet.paragraph(text)
    sheet.heading("Facturas incluidas")
    rows = [(one.number, fmt.money(one.amount)) for one in found.invoices]
    sheet.table(_INVOICES, rows, total=("Deuda incluida", fmt.money(found.debt)))
    effective = ((1 + found.nominal_rate / 1200) ** 12 - 1) * 100
    rates = (found.nominal_rate, round(effective, 2), found.tax_rate)
    sheet.pairs(_terms(fmt, found.arrears, found.arrears_tax, found.principal, rates))
    sheet.heading("Cuotas")
    _schedule(sheet, fmt, found.instalments)
    sheet.paragraph(_breaks(found.consecutive_unpaid, found.total_unpaid))
    return sheet.finish()


def fulfilment(
    letterhead: Letterhead, stamp: Stamp, fmt: Figures, contract: Contract, found: Agreement
) -> bytes:
    """That everything was paid."""
    sheet = Sheet(letterhead, stamp, fmt)
    sheet.contract(contract)
    ended = fmt.day(found.ended_on) if found.ended_on else "–"
    sheet.paragraph(
        f"Se deja constancia de que el acuerdo de pago N° {found.number}, por"
        f" {fmt.money(found.debt)} de deuda, se cumplió en su totalidad el {ended}. Las facturas"
        " incluidas quedaron pagas.",
        size=10,
    )
    sheet.figures(
        (
            ("Total pagado", fmt.money(found.total)),
            ("Anticipo", fmt.money(found.down_payment)),
            ("Cuotas", str(len(found.instalments))),
            ("Cumplido el", ended),
        )
    )
    sheet.heading("Facturas incluidas")
    rows = [(one.number, fmt.money(one.amount)) for one in found.invoices]
    sheet.table(_INVOICES, rows, total=("Deuda incluida", fmt.money(found.debt)))
    sheet.heading("Pagos")
    _schedule(sheet, fmt, found.instalments)
    return sheet.finish()


def _terms(
    fmt: Figures,
    arrears: Money,
    arrears_tax: Money,
    principal: Money,
    rates: tuple[Decimal, Decimal, Decimal],
) -> Iterable[tuple[str, str]]:
    nominal, effective, tax = (fmt.decimal(rate) for rate in rates)
    return (
        ("Recargo por mora a la fecha", fmt.money(arrears)),
        ("IVA sobre el recargo", fmt.money(arrears_tax)),
        ("Importe que se financia", fmt.money(principal)),
        ("TNA / TEA", f"{nominal} % / {effective} %"),
        ("IVA sobre los intereses", f"{tax} %"),
        ("Sistema", "Francés, cuotas mensuales"),
    )


def _schedule(sheet: Sheet, fmt: Figures, instalments: Sequence[Instalment]) -> None:
    rows = [
        [
            str(one.number),
            fmt.day(one.due_date),
            *(fmt.money(part) for part in _parts(one)),
            _INSTALMENT[one.status],
            fmt.day(one.paid_on) if one.paid_on else "",
        ]
        for one in instalments
    ]
    sheet.table(_SCHEDULE, rows, total=("", "Total", *_sums(fmt, instalments), "", ""))


def _parts(one: Share | Instalment) -> tuple[Money, Money, Money, Money]:
    return one.capital, one.interest, one.tax, one.total


def _sums(fmt: Figures, shares: Sequence[Share | Instalment]) -> list[str]:
    columns = zip(*map(_parts, shares), strict=True)
    return [fmt.money(total(column, column[0].currency)) for column in columns]


def _paid_on(fmt: Figures, found: Agreement) -> str:
    if not found.down_payment:
        return "Sin anticipo"
    if found.down_payment_paid_on is not None:
        return fmt.day(found.down_payment_paid_on)
    if found.down_payment_due is not None:
        return f"Vence el {fmt.day(found.down_payment_due)}"
    return "–"


def _breaks(consecutive: int, count: int) -> str:
    return (
        f"El acuerdo caduca si se acumulan {consecutive} cuotas impagas seguidas o {count} en"
        " total. En ese caso la deuda restante se puede exigir entera."
    )
