"""The words for invoices: states, kinds, and the sentences that explain a change."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from desktop.domain.explanation import Cause, Difference
from desktop.domain.invoices import Invoice, InvoiceKind, LineKind, State
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.viewmodels.table import Badge, Tone

# A list of hundreds of rows asks for these a thousand times: only the word asked for is translated.
_STATES = {
    State.OVERDUE: ("circle-alert", QT_TRANSLATE_NOOP("InvoiceWords", "Vencida"), Tone.BAD),
    State.PENDING: ("clock", QT_TRANSLATE_NOOP("InvoiceWords", "Pendiente"), Tone.INFO),
    State.IN_PROCESS: (
        "hourglass",
        QT_TRANSLATE_NOOP("InvoiceWords", "Pago en proceso"),
        Tone.INFO,
    ),
    State.PARTIALLY_PAID: (
        "circle-dot",
        QT_TRANSLATE_NOOP("InvoiceWords", "Pago parcial"),
        Tone.ATTENTION,
    ),
    State.IN_CLAIM: ("megaphone", QT_TRANSLATE_NOOP("InvoiceWords", "En reclamo"), Tone.ATTENTION),
    State.IN_AGREEMENT: (
        "handshake",
        QT_TRANSLATE_NOOP("InvoiceWords", "En acuerdo"),
        Tone.ATTENTION,
    ),
    State.CREDIT: ("wallet", QT_TRANSLATE_NOOP("InvoiceWords", "Saldo a favor"), Tone.GOOD),
    State.COMPENSATED: ("scale", QT_TRANSLATE_NOOP("InvoiceWords", "Compensada"), Tone.NEUTRAL),
    State.CANCELLED: ("ban", QT_TRANSLATE_NOOP("InvoiceWords", "Anulada"), Tone.NEUTRAL),
    State.PAID: ("circle-check", QT_TRANSLATE_NOOP("InvoiceWords", "Pagada"), Tone.GOOD),
}
_KINDS = {
    InvoiceKind.INVOICE: QT_TRANSLATE_NOOP("InvoiceWords", "Factura"),
    InvoiceKind.CREDIT_NOTE: QT_TRANSLATE_NOOP("InvoiceWords", "Nota de crédito"),
    InvoiceKind.DEBIT_NOTE: QT_TRANSLATE_NOOP("InvoiceWords", "Nota de débito"),
}


def state_badge(state: State) -> Badge:
    """Icon, word and tone of a state."""
    icon, word, tone = _STATES[state]
    return Badge(icon, QCoreApplication.translate("InvoiceWords", word), tone)


def kind_text(kind: InvoiceKind) -> str:
    """'Factura', 'Nota de crédito', 'Nota de débito'."""
    return QCoreApplication.translate("InvoiceWords", _KINDS[kind])


def line_kind_text(kind: LineKind) -> str:
    """What a line charges for, in a word or two."""
    translate = QCoreApplication.translate
    return {
        LineKind.FIXED_CHARGE: translate("InvoiceWords", "Cargo fijo"),
        LineKind.USAGE: translate("InvoiceWords", "Consumo"),
        LineKind.FEE: translate("InvoiceWords", "Cargo"),
        LineKind.INTEREST: translate("InvoiceWords", "Intereses"),
        LineKind.ADJUSTMENT: translate("InvoiceWords", "Ajuste"),
        LineKind.CREDIT: translate("InvoiceWords", "Crédito"),
        LineKind.TAX: translate("InvoiceWords", "Impuesto"),
    }[kind]


def month_of(invoice: Invoice, fmt: Formatter) -> str:
    """The month a person calls the invoice by: where its period ends."""
    return fmt.month(invoice.period_end or invoice.issue_date)


def headline(invoice: Invoice, before: Invoice, fmt: Formatter) -> str:
    """How this period's charge compares with the one before, in one sentence."""
    translate = QCoreApplication.translate
    month = month_of(before, fmt)
    change = invoice.period_charge - before.period_charge
    if not change:
        return translate("InvoiceWords", "El cargo del período es igual al de {month}.").format(
            month=month
        )
    if change.minor > 0:
        text = translate(
            "InvoiceWords", "El cargo del período es {amount} mayor que el de {month}."
        )
    else:
        text = translate(
            "InvoiceWords", "El cargo del período es {amount} menor que el de {month}."
        )
    amount = fmt.money(change if change.minor > 0 else -change)
    return text.format(amount=amount, month=month)


def sentence(difference: Difference, before: Invoice, fmt: Formatter) -> str:
    """Why part of the charge changed: 'Consumió 12 m³ más que en octubre de 2026'."""
    translate = QCoreApplication.translate
    rose = difference.amount.minor > 0
    if difference.cause is Cause.CONSUMPTION:
        return _consumption(difference, month_of(before, fmt), fmt)
    if difference.cause is Cause.UNIT_PRICE:
        text = (
            translate("InvoiceWords", "El precio medio por {unit} subió de {before} a {after}")
            if rose
            else translate("InvoiceWords", "El precio medio por {unit} bajó de {before} a {after}")
        )
        return text.format(
            unit=difference.unit,
            before=_rate(difference.before, fmt),
            after=_rate(difference.after, fmt),
        )
    if difference.cause is Cause.FX_RATE:
        text = (
            translate("InvoiceWords", "El tipo de cambio subió de {before} a {after}")
            if rose
            else translate("InvoiceWords", "El tipo de cambio bajó de {before} a {after}")
        )
        return text.format(before=_rate(difference.before, fmt), after=_rate(difference.after, fmt))
    return {
        (Cause.FIXED_CHARGE, True): translate("InvoiceWords", "Subieron los cargos fijos"),
        (Cause.FIXED_CHARGE, False): translate("InvoiceWords", "Bajaron los cargos fijos"),
        (Cause.TAX, True): translate("InvoiceWords", "Más impuestos"),
        (Cause.TAX, False): translate("InvoiceWords", "Menos impuestos"),
        (Cause.OTHER_CHARGES, True): translate(
            "InvoiceWords", "Más por otros cargos o menos descuentos"
        ),
        (Cause.OTHER_CHARGES, False): translate(
            "InvoiceWords", "Menos otros cargos o más descuentos"
        ),
    }[difference.cause, rose]


def _consumption(difference: Difference, month: str, fmt: Formatter) -> str:
    translate = QCoreApplication.translate
    change = (difference.after or Decimal(0)) - (difference.before or Decimal(0))
    if not change:
        return translate("InvoiceWords", "El consumo cayó en otros tramos de la tarifa")
    text = (
        translate("InvoiceWords", "Consumió {quantity} más que en {month}")
        if change > 0
        else translate("InvoiceWords", "Consumió {quantity} menos que en {month}")
    )
    return text.format(quantity=fmt.quantity(abs(change), difference.unit), month=month)


def _rate(value: Decimal | None, fmt: Formatter) -> str:
    return fmt.decimal(round(value or Decimal(0), 4))
