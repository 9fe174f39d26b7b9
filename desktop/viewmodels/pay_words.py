"""The words for paying: states of attempts, banks that cannot be chosen, what the service said."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.coupons import CouponProblem
from desktop.domain.money import Money
from desktop.domain.payments import (
    Bank,
    BankTrouble,
    NotStarted,
    Payment,
    PayState,
    Refusal,
    Review,
)
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.viewmodels.table import Badge, Tone

_STATES = {
    PayState.CREATED: ("hourglass", QT_TRANSLATE_NOOP("PayWords", "Iniciando"), Tone.INFO),
    PayState.REDIRECTED: (
        "external-link",
        QT_TRANSLATE_NOOP("PayWords", "Falta completar en el banco"),
        Tone.ATTENTION,
    ),
    PayState.PENDING: ("hourglass", QT_TRANSLATE_NOOP("PayWords", "Verificando"), Tone.INFO),
    PayState.PAID: ("circle-check", QT_TRANSLATE_NOOP("PayWords", "Aprobado"), Tone.GOOD),
    PayState.FAILED: ("circle-alert", QT_TRANSLATE_NOOP("PayWords", "Rechazado"), Tone.BAD),
    PayState.CANCELLED: ("ban", QT_TRANSLATE_NOOP("PayWords", "Cancelado"), Tone.NEUTRAL),
    PayState.EXPIRED: ("clock", QT_TRANSLATE_NOOP("PayWords", "Vencido"), Tone.NEUTRAL),
}
_IN_REVIEW = QT_TRANSLATE_NOOP("PayWords", "Recibido, en revisión")

_REVIEWS = {
    Review.LATE: QT_TRANSLATE_NOOP(
        "PayWords", "El pago llegó cuando la operación ya había vencido. La empresa lo revisa."
    ),
    Review.TWICE: QT_TRANSLATE_NOOP(
        "PayWords", "El banco informó dos cobros. La empresa devolverá o acreditará el sobrante."
    ),
    Review.SHORT: QT_TRANSLATE_NOOP(
        "PayWords", "Llegó menos de lo pedido. Lo recibido se acreditó y la empresa lo revisa."
    ),
    Review.OVER: QT_TRANSLATE_NOOP(
        "PayWords", "Llegó más de lo pedido. La empresa devolverá o acreditará el sobrante."
    ),
    Review.NOT_OWED: QT_TRANSLATE_NOOP(
        "PayWords", "Lo que pagó ya estaba saldado. La empresa devolverá o acreditará el dinero."
    ),
    Review.CURRENCY: QT_TRANSLATE_NOOP(
        "PayWords", "El banco cobró en otra moneda. La empresa lo revisa."
    ),
    Review.UNKNOWN_ORDER: QT_TRANSLATE_NOOP("PayWords", "La empresa revisa este pago."),
    Review.UNANSWERED: QT_TRANSLATE_NOOP(
        "PayWords", "El banco todavía no respondió. La empresa lo consulta; no vuelva a pagar."
    ),
}

_REFUSALS = {
    Refusal.ALREADY_OPEN: QT_TRANSLATE_NOOP(
        "PayWords", "Ya hay un pago en curso para esta factura."
    ),
    Refusal.CHANGED: QT_TRANSLATE_NOOP(
        "PayWords", "El saldo cambió desde la última actualización. Revise el importe."
    ),
    Refusal.IN_CLAIM: QT_TRANSLATE_NOOP(
        "PayWords", "La factura {0} está en reclamo y no se paga hasta que se responda."
    ),
    Refusal.IN_AGREEMENT: QT_TRANSLATE_NOOP(
        "PayWords", "Esta factura integra el acuerdo N° {0}; pague la cuota correspondiente."
    ),
    Refusal.IN_PROCESS: QT_TRANSLATE_NOOP(
        "PayWords", "La factura {0} tiene un pago en proceso; no vuelva a pagar."
    ),
    Refusal.OLDEST_FIRST: QT_TRANSLATE_NOOP("PayWords", "Primero hay que pagar la factura {0}."),
    Refusal.BANK_CLOSED: QT_TRANSLATE_NOOP(
        "PayWords", "{bank} no está disponible en este momento. Elija otro medio."
    ),
    Refusal.BANK_UNAVAILABLE: QT_TRANSLATE_NOOP(
        "PayWords", "{bank} no está disponible en este momento. Elija otro medio."
    ),
    Refusal.BANK_AMOUNT: QT_TRANSLATE_NOOP(
        "PayWords", "El importe está fuera de los límites de {bank}. Elija otro medio."
    ),
    Refusal.BANK_CURRENCY: QT_TRANSLATE_NOOP(
        "PayWords", "{bank} no recibe esta moneda. Elija otro medio."
    ),
    Refusal.NOT_OFFERED: QT_TRANSLATE_NOOP("PayWords", "Su empresa no recibe pagos por banco."),
    Refusal.OTHER: QT_TRANSLATE_NOOP(
        "PayWords", "No se puede pagar así. Sincronice y vuelva a intentar."
    ),
}

_COUPON = {
    CouponProblem.NOT_OFFERED: QT_TRANSLATE_NOOP(
        "PayWords", "Su empresa no tiene cupones para redes de cobranza."
    ),
    CouponProblem.OLD_DATA: QT_TRANSLATE_NOOP(
        "PayWords",
        "Los datos guardados son demasiado viejos para un cupón. Conéctese y sincronice.",
    ),
    CouponProblem.NOTHING_OWED: QT_TRANSLATE_NOOP("PayWords", "No hay nada que pagar."),
    CouponProblem.TOO_LARGE: QT_TRANSLATE_NOOP(
        "PayWords", "El importe no entra en un cupón. Elija menos facturas."
    ),
}


def state_badge(payment: Payment) -> Badge:
    """Icon, word and tone of an attempt; never "failed" where that is not known."""
    translate = QCoreApplication.translate
    if payment.state is PayState.PAID and payment.review is not None:
        return Badge("circle-check", translate("PayWords", _IN_REVIEW), Tone.ATTENTION)
    icon, word, tone = _STATES[payment.state]
    return Badge(icon, translate("PayWords", word), tone)


def review_text(review: Review) -> str:
    """Why the office looks at a payment, and what follows."""
    return QCoreApplication.translate("PayWords", _REVIEWS[review])


def coupon_text(problem: CouponProblem) -> str:
    """Why there is no coupon."""
    return QCoreApplication.translate("PayWords", _COUPON[problem])


def refusal_text(answer: NotStarted, bank: str) -> str:
    """Why an attempt did not begin."""
    text = QCoreApplication.translate("PayWords", _REFUSALS[answer.reason])
    return text.format(answer.about, bank=bank)


def bank_note(
    bank: Bank, trouble: BankTrouble | None, amount: Money, fmt: Formatter, now: datetime
) -> str:
    """The limits of a bank, or why it cannot be chosen."""
    translate = QCoreApplication.translate

    def money(minor: int) -> str:
        return fmt.money(Money(minor, amount.currency))

    if trouble is BankTrouble.MAINTENANCE and bank.maintenance_until is not None:
        until = fmt.moment(bank.maintenance_until, now)
        return translate("PayWords", "En mantenimiento hasta {0}").format(until)
    if trouble is BankTrouble.CLOSED:
        return translate("PayWords", "No disponible en este momento")
    if trouble is BankTrouble.CURRENCY:
        return translate("PayWords", "No recibe {0}").format(amount.currency)
    if trouble is BankTrouble.BELOW:
        return translate("PayWords", "El mínimo es {0}").format(money(bank.min_amount))
    if bank.max_amount is None:
        return translate("PayWords", "Sin máximo")
    if trouble is BankTrouble.ABOVE:
        text = translate("PayWords", "El importe supera el máximo de {0}")
        return text.format(money(bank.max_amount))
    return translate("PayWords", "Hasta {0}").format(money(bank.max_amount))


def end_text(payment: Payment, fmt: Formatter) -> tuple[str, Tone]:
    """How an attempt ended."""
    translate = QCoreApplication.translate
    if payment.state is PayState.PAID:
        if payment.review is not None:
            return review_text(payment.review), Tone.ATTENTION
        number = payment.receipts[0].number if payment.receipts else ""
        text = translate("PayWords", "Pago aprobado por {0}. Comprobante N° {1}.")
        return text.format(fmt.money(payment.amount), number), Tone.GOOD
    if payment.state is PayState.FAILED:
        text = translate(
            "PayWords", "El banco rechazó la operación: {0}. No se realizó ningún cargo."
        )
        return text.format(payment.reason or translate("PayWords", "sin motivo")), Tone.BAD
    if payment.state is PayState.EXPIRED:
        return translate("PayWords", "La operación venció sin completarse."), Tone.ATTENTION
    return (
        translate("PayWords", "El pago se canceló. No se realizó ningún cargo."),
        Tone.NEUTRAL,
    )


def waiting_text(payment: Payment, fmt: Formatter, now: datetime) -> str:
    """What to do, or not to do, while the bank has not answered."""
    translate = QCoreApplication.translate
    if payment.review is Review.UNANSWERED:
        return review_text(payment.review)
    if payment.state is PayState.PENDING:
        text = translate(
            "PayWords",
            "Su pago está siendo confirmado por {0}. Puede demorar; no vuelva a pagar.",
        )
        return text.format(payment.bank_name)
    text = translate("PayWords", "Complete el pago en {0} antes de las {1}.")
    return text.format(payment.bank_name, fmt.moment(payment.expires_at, now))
