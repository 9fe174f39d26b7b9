"""The words for invoices: states, kinds, and the sentences that explain a change."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from desktop.domain.invoices import Cause, Difference, Invoice, InvoiceKind, LineKind, State
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.table import Badge, Tone


def state_badge(state: State) -> Badge:
    """Icon, word and tone of a state."""
    tr = QCoreApplication.translate
    badges = {
        State.OVERDUE: ("circle-alert", tr("InvoiceWords", "Vencida"), Tone.BAD),
        State.PENDING: ("clock", tr("InvoiceWords", "Pendiente"), Tone.INFO),
        State.IN_PROCESS: ("hourglass", tr("InvoiceWords", "Pago en proceso"), Tone.INFO),
        State.PARTIALLY_PAID: ("circle-dot", tr("InvoiceWords", "Pago parcial"), Tone.ATTENTION),
        State.IN_CLAIM: ("megaphone", tr("InvoiceWords", "En reclamo"), Tone.ATTENTION),
        State.IN_AGREEMENT: ("handshake", tr("InvoiceWords", "En acuerdo"), Tone.ATTENTION),
        State.CREDIT: ("wallet", tr("InvoiceWords", "Saldo a favor"), Tone.GOOD),
        State.COMPENSATED: ("scale", tr("InvoiceWords", "Compensada"), Tone.NEUTRAL),
        State.CANCELLED: ("ban", tr("InvoiceWords", "Anulada"), Tone.NEUTRAL),
        State.PAID: ("circle-check", tr("InvoiceWords", "Pagada"), Tone.GOOD),
    }
    return Badge(*badges[state])


def kind_text(kind: InvoiceKind) -> str:
    """'Factura', 'Nota de crédito', 'Nota de débito'."""
    tr = QCoreApplication.translate
    return {
        InvoiceKind.INVOICE: tr("InvoiceWords", "Factura"),
        InvoiceKind.CREDIT_NOTE: tr("InvoiceWords", "Nota de crédito"),
        InvoiceKind.DEBIT_NOTE: tr("InvoiceWords", "Nota de débito"),
    }[kind]


def line_kind_text(kind: LineKind) -> str:
    """What a line charges for, in a word or two."""
    tr = QCoreApplication.translate
    return {
        LineKind.FIXED_CHARGE: tr("InvoiceWords", "Cargo fijo"),
        LineKind.USAGE: tr("InvoiceWords", "Consumo"),
        LineKind.FEE: tr("InvoiceWords", "Cargo"),
        LineKind.INTEREST: tr("InvoiceWords", "Intereses"),
        LineKind.ADJUSTMENT: tr("InvoiceWords", "Ajuste"),
        LineKind.CREDIT: tr("InvoiceWords", "Crédito"),
        LineKind.TAX: tr("InvoiceWords", "Impuesto"),
    }[kind]


def month_of(invoice: Invoice, fmt: Formatter) -> str:
    """The month a person calls the invoice by: where its period ends."""
    return fmt.month(invoice.period_end or invoice.issue_date)


def headline(invoice: Invoice, before: Invoice, fmt: Formatter) -> str:
    """How this period's charge compares with the one before, in one sentence."""
    tr = QCoreApplication.translate
    month = month_of(before, fmt)
    change = invoice.period_charge - before.period_charge
    if not change:
        return tr("InvoiceWords", "El cargo del período es igual al de {month}.").format(
            month=month
        )
    if change.minor > 0:
        text = tr("InvoiceWords", "El cargo del período es {amount} mayor que el de {month}.")
    else:
        text = tr("InvoiceWords", "El cargo del período es {amount} menor que el de {month}.")
    amount = fmt.money(change if change.minor > 0 else -change)
    return text.format(amount=amount, month=month)


def sentence(difference: Difference, before: Invoice, fmt: Formatter) -> str:
    """Why part of the charge changed: 'Consumió 12 m³ más que en octubre de 2026'."""
    tr = QCoreApplication.translate
    rose = difference.amount.minor > 0
    if difference.cause is Cause.CONSUMPTION:
        return _consumption(difference, month_of(before, fmt), fmt)
    if difference.cause is Cause.UNIT_PRICE:
        text = (
            tr("InvoiceWords", "El precio medio por {unit} subió de {before} a {after}")
            if rose
            else tr("InvoiceWords", "El precio medio por {unit} bajó de {before} a {after}")
        )
        return text.format(
            unit=difference.unit,
            before=_rate(difference.before, fmt),
            after=_rate(difference.after, fmt),
        )
    if difference.cause is Cause.FX_RATE:
        text = (
            tr("InvoiceWords", "El tipo de cambio subió de {before} a {after}")
            if rose
            else tr("InvoiceWords", "El tipo de cambio bajó de {before} a {after}")
        )
        return text.format(before=_rate(difference.before, fmt), after=_rate(difference.after, fmt))
    return {
        (Cause.FIXED_CHARGE, True): tr("InvoiceWords", "Subieron los cargos fijos"),
        (Cause.FIXED_CHARGE, False): tr("InvoiceWords", "Bajaron los cargos fijos"),
        (Cause.TAX, True): tr("InvoiceWords", "Más impuestos"),
        (Cause.TAX, False): tr("InvoiceWords", "Menos impuestos"),
        (Cause.OTHER_CHARGES, True): tr("InvoiceWords", "Más por otros cargos o menos descuentos"),
        (Cause.OTHER_CHARGES, False): tr("InvoiceWords", "Menos otros cargos o más descuentos"),
    }[difference.cause, rose]


def _consumption(difference: Difference, month: str, fmt: Formatter) -> str:
    tr = QCoreApplication.translate
    change = (difference.after or Decimal(0)) - (difference.before or Decimal(0))
    if not change:
        return tr("InvoiceWords", "El consumo cayó en otros tramos de la tarifa")
    text = (
        tr("InvoiceWords", "Consumió {quantity} más que en {month}")
        if change > 0
        else tr("InvoiceWords", "Consumió {quantity} menos que en {month}")
    )
    return text.format(quantity=fmt.quantity(abs(change), difference.unit), month=month)


def _rate(value: Decimal | None, fmt: Formatter) -> str:
    return fmt.decimal(round(value or Decimal(0), 4))
