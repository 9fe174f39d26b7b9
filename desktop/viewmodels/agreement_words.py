"""The words for agreements: states, what breaks them, and why one was refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.agreement_plan import Obstacle
from desktop.domain.agreements import (
    Agreement,
    AgreementStatus,
    ExitReason,
    Instalment,
    InstalmentStatus,
)
from desktop.domain.money import Money
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.table import Badge, Tone


def status_badge(status: AgreementStatus) -> Badge:
    """Icon, word and tone of an agreement's state."""
    translate = QCoreApplication.translate
    return {
        AgreementStatus.REQUESTED: Badge(
            "hourglass", translate("AgreementWords", "Pendiente de aceptación"), Tone.ATTENTION
        ),
        AgreementStatus.AWAITING_DOWN_PAYMENT: Badge(
            "clock", translate("AgreementWords", "Pendiente de anticipo"), Tone.ATTENTION
        ),
        AgreementStatus.ACTIVE: Badge(
            "handshake", translate("AgreementWords", "Vigente"), Tone.INFO
        ),
        AgreementStatus.FULFILLED: Badge(
            "badge-check", translate("AgreementWords", "Cumplido"), Tone.GOOD
        ),
        AgreementStatus.BROKEN: Badge(
            "circle-alert", translate("AgreementWords", "Caído"), Tone.BAD
        ),
        AgreementStatus.CANCELLED: Badge(
            "ban", translate("AgreementWords", "Anulado"), Tone.NEUTRAL
        ),
    }[status]


def instalment_badge(status: InstalmentStatus) -> Badge:
    """Icon, word and tone of an instalment's state."""
    translate = QCoreApplication.translate
    return {
        InstalmentStatus.PENDING: Badge(
            "clock", translate("AgreementWords", "Pendiente"), Tone.NEUTRAL
        ),
        InstalmentStatus.BILLED: Badge(
            "receipt-text", translate("AgreementWords", "Facturada"), Tone.INFO
        ),
        InstalmentStatus.PARTIAL: Badge(
            "circle-dot", translate("AgreementWords", "Pago parcial"), Tone.ATTENTION
        ),
        InstalmentStatus.PAID: Badge(
            "circle-check", translate("AgreementWords", "Pagada"), Tone.GOOD
        ),
        InstalmentStatus.OVERDUE: Badge(
            "circle-alert", translate("AgreementWords", "Vencida"), Tone.BAD
        ),
        InstalmentStatus.CANCELLED: Badge(
            "minus", translate("AgreementWords", "Anulada"), Tone.NEUTRAL
        ),
    }[status]


def exit_text(reason: ExitReason) -> str:
    """Why it ended without being kept."""
    translate = QCoreApplication.translate
    return {
        ExitReason.COMPLETED: translate("AgreementWords", "Se pagaron todas las cuotas."),
        ExitReason.NON_PAYMENT: translate("AgreementWords", "Quedaron cuotas sin pagar."),
        ExitReason.REJECTED: translate("AgreementWords", "La empresa no aceptó la solicitud."),
        ExitReason.NOT_ESTABLISHED: translate(
            "AgreementWords", "El anticipo no se pagó en plazo y el acuerdo quedó sin efecto."
        ),
        ExitReason.CUSTOMER_REQUEST: translate("AgreementWords", "Se anuló a su pedido."),
        ExitReason.ACCOUNT_FINALISED: translate(
            "AgreementWords", "Se anuló porque el contrato terminó."
        ),
        ExitReason.RAISED_IN_ERROR: translate(
            "AgreementWords", "Se anuló porque se había hecho por error."
        ),
        ExitReason.CREDIT_BALANCE: translate(
            "AgreementWords", "Se anuló porque ya no quedaba deuda."
        ),
        ExitReason.OTHER: translate("AgreementWords", "Lo anuló la empresa."),
    }[reason]


def breaks_text(consecutive: int, count: int) -> str:
    """What would break it, in words with figures."""
    text = QCoreApplication.translate(
        "AgreementWords",
        "El acuerdo caduca si se acumulan {0} cuotas impagas seguidas, o {1} en total. Entonces"
        " la deuda restante se puede exigir entera.",
    )
    return text.format(consecutive, count)


def overdue_text(one: Instalment, agreement: Agreement, fmt: Formatter) -> str:
    """ACU-03: an instalment is late, and how many break the agreement."""
    text = QCoreApplication.translate(
        "AgreementWords",
        "Cuota {0} vencida el {1}. Si acumula {2} cuotas impagas el acuerdo caducará.",
    )
    return text.format(one.number, fmt.day(one.due_date), agreement.consecutive_unpaid)


def until_text(left: int) -> str:
    """How near the end is, for an agreement with something overdue."""
    translate = QCoreApplication.translate
    if left == 0:
        return translate(
            "AgreementWords", "Ya acumula las cuotas impagas que hacen caducar el acuerdo."
        )
    if left == 1:
        return translate("AgreementWords", "Con una cuota impaga más, el acuerdo caduca.")
    return translate("AgreementWords", "Con {0} cuotas impagas más, el acuerdo caduca.").format(
        left
    )


def awaiting_text(agreement: Agreement, fmt: Formatter) -> str:
    """ACU-04: until when the down payment is to be made."""
    translate = QCoreApplication.translate
    if agreement.down_payment_due is None:
        return ""
    text = translate(
        "AgreementWords",
        "El acuerdo quedará vigente al acreditarse el anticipo de {0}, a más tardar el {1}.",
    )
    return text.format(fmt.money(agreement.down_payment), fmt.day(agreement.down_payment_due))


def broken_text(agreement: Agreement, fmt: Formatter) -> str:
    """ACU-05: what follows from having broken it."""
    text = QCoreApplication.translate(
        "AgreementWords", "Acuerdo caído el {0}: la deuda restante es exigible."
    )
    return text.format(fmt.day(agreement.ended_on) if agreement.ended_on else "–")


def remarks(agreement: Agreement, today: date, fmt: Formatter) -> list[tuple[str, Tone]]:
    """What has to be known of an agreement, the most pressing first."""
    translate = QCoreApplication.translate
    status = agreement.status
    found: list[tuple[str, Tone]] = []
    if status is AgreementStatus.REQUESTED:
        text = translate(
            "AgreementWords",
            "La empresa todavía no respondió. Mientras tanto puede pagar las facturas por"
            " separado.",
        )
        found.append((text, Tone.ATTENTION))
    elif status is AgreementStatus.AWAITING_DOWN_PAYMENT:
        found.append((awaiting_text(agreement, fmt), Tone.ATTENTION))
    elif status is AgreementStatus.BROKEN:
        found.append((broken_text(agreement, fmt), Tone.BAD))
    elif status is AgreementStatus.CANCELLED and agreement.exit_reason is not None:
        found.append((exit_text(agreement.exit_reason), Tone.NEUTRAL))
    late = agreement.overdue(today)
    found.extend((overdue_text(one, agreement, fmt), Tone.BAD) for one in late)
    if late:
        found.append((until_text(agreement.until_broken(today)), Tone.BAD))
    if agreement.note:
        text = translate("AgreementWords", "Respuesta de la empresa: {0}")
        found.append((text.format(agreement.note), Tone.INFO))
    if status.is_under_way:
        text = breaks_text(agreement.consecutive_unpaid, agreement.total_unpaid)
        found.append((text, Tone.NEUTRAL))
    return found


def obstacle_text(code: str, data: Mapping[str, Any], currency: str, fmt: Formatter) -> str:
    """Why there is no agreement, and the way out; empty for a code that is none of these."""
    translate = QCoreApplication.translate

    def money(name: str) -> str:
        return fmt.money(Money(int(data.get(name, 0)), currency))

    number = data.get("number", "")
    texts = {
        Obstacle.CONTRACT_ENDED: translate(
            "AgreementWords", "El contrato terminó. Consulte su deuda en una oficina."
        ),
        Obstacle.NOT_HOLDER: translate(
            "AgreementWords", "Solo el titular del contrato puede solicitar un acuerdo."
        ),
        Obstacle.ACTIVE: translate(
            "AgreementWords",
            "Ya tiene un acuerdo en curso para este contrato. Puede simular, pero no solicitar"
            " otro hasta que termine.",
        ),
        Obstacle.BROKEN: translate(
            "AgreementWords",
            "Tiene acuerdos anteriores que cayeron. Para uno nuevo debe ir a una oficina.",
        ),
        Obstacle.NO_INVOICE: translate("AgreementWords", "Elija al menos una factura."),
        Obstacle.IN_CLAIM: translate("AgreementWords", "No puede incluir facturas en reclamo."),
        Obstacle.IN_AGREEMENT: translate(
            "AgreementWords", "La factura {0} ya está en un acuerdo."
        ).format(number),
        Obstacle.NOT_PAYABLE: translate(
            "AgreementWords", "La factura {0} está paga o su pago está en curso."
        ).format(number),
        Obstacle.DEBT_LOW: translate(
            "AgreementWords", "La deuda mínima para un acuerdo es {0}."
        ).format(money("min")),
        Obstacle.DEBT_HIGH: translate(
            "AgreementWords", "Por el monto de la deuda debe gestionarlo en una oficina."
        ),
        Obstacle.INSTALMENTS: translate("AgreementWords", "Elija entre {0} y {1} cuotas.").format(
            data.get("min", ""), data.get("max", "")
        ),
        Obstacle.DOWN_PAYMENT_LOW: translate(
            "AgreementWords", "El anticipo mínimo es {0} ({1}\u00a0%)."
        ).format(money("min"), str(data.get("percent", "")).replace(".", ",")),
        Obstacle.DOWN_PAYMENT_HIGH: translate(
            "AgreementWords", "El anticipo tiene que ser menor que la deuda: hasta {0}."
        ).format(money("max")),
        Obstacle.INSTALMENT_LOW: translate(
            "AgreementWords", "Cada cuota tiene que ser de {0} o más. Elija menos cuotas."
        ).format(money("min")),
    }
    return texts.get(Obstacle(code), "") if code in set(Obstacle) else ""


def reason_text(code: str, data: Mapping[str, Any], fmt: Formatter) -> str:
    """Why the utility refused a request."""
    translate = QCoreApplication.translate
    own = {
        "not_offered": translate(
            "AgreementWords", "La empresa ya no toma solicitudes de acuerdo por acá."
        ),
        "simulation_expired": translate(
            "AgreementWords",
            "La simulación valía solo hasta el final de su día. Simule de nuevo y solicítelo.",
        ),
        "consent_outdated": translate(
            "AgreementWords",
            "El texto de aceptación cambió. Actualice, lea el nuevo y solicítelo otra vez.",
        ),
        "figures_differ": translate(
            "AgreementWords",
            "Los importes cambiaron desde la simulación. Actualice y simule de nuevo.",
        ),
        "format": translate(
            "AgreementWords", "La solicitud no se pudo leer. Simule de nuevo y solicítelo."
        ),
    }
    told = own.get(code) or obstacle_text(code, data, str(data.get("currency", "")), fmt)
    if told:
        return told
    text = translate("AgreementWords", "La empresa no lo aceptó ({0}).")
    return text.format(code)
