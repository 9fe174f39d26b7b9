"""The sentences about supply requests: states, what blocks them, what comes next, refusals."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.contracts import CutReason
from desktop.domain.money import Money
from desktop.domain.supply_blocks import Block, BlockCode
from desktop.domain.supply_requests import (
    FailureReason,
    FeeStatus,
    RequestKind,
    RequestStatus,
    RequirementState,
)
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.table import Badge, Tone


def kind_text(kind: RequestKind) -> str:
    """What it is called."""
    translate = QCoreApplication.translate
    if kind is RequestKind.RECONNECTION:
        return translate("SupplyWords", "Reconexión")
    return translate("SupplyWords", "Cambio de titular")


def status_badge(status: RequestStatus) -> Badge:
    """A state as icon, word and tone."""
    translate = QCoreApplication.translate
    s = RequestStatus
    return {
        s.RECEIVED: Badge("inbox", translate("SupplyWords", "Ingresada"), Tone.INFO),
        s.PENDING_PAYMENT: Badge(
            "banknote", translate("SupplyWords", "Pendiente de pago"), Tone.ATTENTION
        ),
        s.PENDING_DOCUMENTS: Badge(
            "file-text", translate("SupplyWords", "En verificación"), Tone.INFO
        ),
        s.SCHEDULED: Badge("calendar-clock", translate("SupplyWords", "Programada"), Tone.INFO),
        s.IN_PROGRESS: Badge("plug-zap", translate("SupplyWords", "En ejecución"), Tone.INFO),
        s.EXECUTED: Badge("circle-check", translate("SupplyWords", "Ejecutada"), Tone.GOOD),
        s.FAILED: Badge("triangle-alert", translate("SupplyWords", "Visita fallida"), Tone.BAD),
        s.PENDING_ACCEPTANCE: Badge(
            "hourglass", translate("SupplyWords", "Falta la conformidad"), Tone.ATTENTION
        ),
        s.VERIFYING: Badge("search", translate("SupplyWords", "En verificación"), Tone.INFO),
        s.OBSERVED: Badge("triangle-alert", translate("SupplyWords", "Observada"), Tone.ATTENTION),
        s.APPROVED: Badge("badge-check", translate("SupplyWords", "Aprobada"), Tone.GOOD),
        s.EFFECTIVE: Badge("circle-check", translate("SupplyWords", "Efectiva"), Tone.GOOD),
        s.REJECTED: Badge("circle-alert", translate("SupplyWords", "Rechazada"), Tone.BAD),
        s.EXPIRED: Badge("clock", translate("SupplyWords", "Vencida"), Tone.NEUTRAL),
        s.CANCELLED: Badge("ban", translate("SupplyWords", "Anulada"), Tone.NEUTRAL),
        s.CLOSED: Badge("check", translate("SupplyWords", "Cerrada"), Tone.NEUTRAL),
    }[status]


def requirement_badge(state: RequirementState) -> Badge:
    """How a document stands."""
    translate = QCoreApplication.translate
    return {
        RequirementState.MISSING: Badge(
            "circle-alert", translate("SupplyWords", "Falta"), Tone.ATTENTION
        ),
        RequirementState.RECEIVED: Badge(
            "hourglass", translate("SupplyWords", "En revisión"), Tone.INFO
        ),
        RequirementState.ACCEPTED: Badge(
            "circle-check", translate("SupplyWords", "Aceptado"), Tone.GOOD
        ),
        RequirementState.OBSERVED: Badge(
            "triangle-alert", translate("SupplyWords", "Observado"), Tone.BAD
        ),
    }[state]


def cut_text(reason: CutReason) -> str:
    """Why supply was cut."""
    translate = QCoreApplication.translate
    return {
        CutReason.NON_PAYMENT: translate("SupplyWords", "Falta de pago"),
        CutReason.REQUESTED: translate("SupplyWords", "A pedido del titular"),
        CutReason.SAFETY: translate("SupplyWords", "Fuga o seguridad"),
        CutReason.FRAUD: translate("SupplyWords", "Irregularidad en el suministro"),
        CutReason.UNFIT_INSTALLATION: translate("SupplyWords", "Instalación no apta"),
        CutReason.CLOSED_PREMISES: translate("SupplyWords", "Inmueble cerrado"),
    }[reason]


def cut_name(code: str) -> str:
    """The same by its word on the wire; one that this app does not know as it is."""
    known = {reason.value: reason for reason in CutReason}
    return cut_text(known[code]) if code in known else code


def failure_text(reason: FailureReason) -> str:
    """Why a visit came to nothing, as the end of a sentence."""
    translate = QCoreApplication.translate
    return {
        FailureReason.ABSENT: translate("SupplyWords", "no había nadie en el domicilio"),
        FailureReason.INACCESSIBLE: translate("SupplyWords", "no se pudo llegar al medidor"),
        FailureReason.NOT_FOUND: translate("SupplyWords", "no se encontró el domicilio"),
        FailureReason.UNINHABITED: translate("SupplyWords", "el inmueble está deshabitado"),
        FailureReason.UNFIT_INSTALLATION: translate(
            "SupplyWords", "la instalación no está en condiciones"
        ),
        FailureReason.OTHER: translate("SupplyWords", "otro motivo"),
    }[reason]


def fee_text(status: FeeStatus, amount: Money, fmt: Formatter) -> str:
    """What becomes of the fee (RCX-02)."""
    translate = QCoreApplication.translate
    text = {
        FeeStatus.DUE: translate("SupplyWords", "{0}, se paga antes de la visita"),
        FeeStatus.PAID: translate("SupplyWords", "{0}, pagado"),
        FeeStatus.NEXT_BILL: translate("SupplyWords", "{0}, en su próxima factura"),
        FeeStatus.CHARGED: translate("SupplyWords", "{0}, cargado en su cuenta"),
    }[status]
    return text.format(fmt.money(amount))


def block_text(block: Block, kind: RequestKind, fmt: Formatter) -> str:
    """Why a request cannot be made now, and what to do."""
    translate = QCoreApplication.translate
    if block.code is BlockCode.OVERDUE_DEBT and block.amount is not None:
        text = translate(
            "SupplyWords",
            "Para solicitar la reconexión debe regularizar la deuda de {0}.",
        )
        if kind is RequestKind.HOLDER_CHANGE:
            text = translate(
                "SupplyWords",
                "El contrato registra deuda vencida por {0}. Regularícela para cambiar el titular.",
            )
        return text.format(fmt.money(block.amount))
    if block.code is BlockCode.UNDER_WAY:
        text = translate("SupplyWords", "Ya tiene una reconexión en curso (N° {0}).")
        if kind is RequestKind.HOLDER_CHANGE:
            text = translate("SupplyWords", "Ya tiene un cambio de titular en curso (N° {0}).")
        return text.format(block.number)
    if block.text:
        return block.text
    return _plain(block.code)


def _plain(code: BlockCode) -> str:
    translate = QCoreApplication.translate
    return {
        BlockCode.NOT_OFFERED: translate(
            "SupplyWords", "La empresa no toma este trámite por acá. Preséntese en una oficina."
        ),
        BlockCode.ONLY_LOOKING: translate(
            "SupplyWords", "Su usuario puede consultar este contrato, pero no pedir trámites."
        ),
        BlockCode.CONTRACT_ENDED: translate(
            "SupplyWords",
            "El contrato está dado de baja. Para tener el servicio solicite un contrato nuevo.",
        ),
        BlockCode.CONTRACT_PENDING: translate(
            "SupplyWords", "El contrato todavía no está activo. Consulte en una oficina."
        ),
        BlockCode.CONTRACT_CUT: translate(
            "SupplyWords", "El suministro está cortado. Solicite primero la reconexión."
        ),
        BlockCode.NOT_CUT: translate("SupplyWords", "El contrato no registra corte de suministro."),
        BlockCode.FRAUD_FILE: translate(
            "SupplyWords",
            "Hay un expediente abierto por este suministro. Preséntese en una oficina.",
        ),
        BlockCode.OFFICE_ONLY: translate(
            "SupplyWords", "Por el motivo del corte, la reconexión se gestiona en una oficina."
        ),
        BlockCode.UNSENT: translate(
            "SupplyWords",
            "Ya tiene una solicitud guardada en este equipo, todavía NO enviada.",
        ),
    }.get(code, "")


def reason_text(code: str, data: Mapping[str, Any], fmt: Formatter) -> str:
    """Why the utility did not take a request that was sent."""
    translate = QCoreApplication.translate
    if code == "overdue_debt":
        text = translate("SupplyWords", "el contrato registra deuda vencida por {0}.")
        amount = Money(int(data.get("amount", 0)), str(data.get("currency", "")))
        return text.format(fmt.money(amount))
    if code == "under_way":
        text = translate("SupplyWords", "ya hay una solicitud en curso (N° {0}).")
        return text.format(data.get("number", ""))
    if code == "day_not_offered":
        text = translate("SupplyWords", "elija un día entre el {0} y el {1}.")
        return text.format(_day(data.get("first"), fmt), _day(data.get("last"), fmt))
    if code in ("fraud_file", "office_only") and data.get("text"):
        return str(data["text"])
    return _refusals().get(code) or translate("SupplyWords", "motivo {0}.").format(code)


def _refusals() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "not_offered": translate("SupplyWords", "la empresa no toma este trámite por acá."),
        "contract_ended": translate("SupplyWords", "el contrato está dado de baja."),
        "contract_pending": translate("SupplyWords", "el contrato todavía no está activo."),
        "contract_cut": translate(
            "SupplyWords", "el suministro está cortado: solicite primero la reconexión."
        ),
        "not_cut": translate("SupplyWords", "el contrato no registra corte de suministro."),
        "fraud_file": translate("SupplyWords", "hay un expediente abierto por este suministro."),
        "office_only": translate("SupplyWords", "este trámite se hace en una oficina."),
        "fitter_missing": translate("SupplyWords", "falta el número del instalador matriculado."),
        "document_missing": translate("SupplyWords", "falta un documento obligatorio."),
        "slot_unknown": translate("SupplyWords", "el horario elegido ya no se ofrece."),
        "declaration_missing": translate("SupplyWords", "falta aceptar la declaración."),
        "reason_unknown": translate("SupplyWords", "el motivo elegido ya no se ofrece."),
        "link_unknown": translate("SupplyWords", "el vínculo elegido ya no se ofrece."),
        "document_type_unknown": translate(
            "SupplyWords", "el tipo de documento no corresponde al nuevo titular."
        ),
        "document_invalid": translate(
            "SupplyWords", "el número de documento no es válido para el tipo seleccionado."
        ),
        "same_holder": translate(
            "SupplyWords", "el documento del nuevo titular no puede ser igual al del actual."
        ),
        "representative_missing": translate("SupplyWords", "falta el representante de la empresa."),
        "reading_missing": translate("SupplyWords", "falta la lectura de la entrega."),
        "reading_day": translate("SupplyWords", "la fecha de la lectura no es posible."),
        "reading_below": translate(
            "SupplyWords", "la lectura es menor que la anterior: adjunte una foto del medidor."
        ),
        "terms_changed": translate(
            "SupplyWords", "las condiciones cambiaron: léalas y envíe de nuevo."
        ),
        "not_observed": translate("SupplyWords", "la solicitud ya no espera documentos."),
        "not_wanted": translate("SupplyWords", "uno de los documentos ya estaba aceptado."),
        "too_late": translate("SupplyWords", "venció el plazo."),
        "wrong_step": translate("SupplyWords", "la solicitud cambió de estado."),
        "format": translate("SupplyWords", "hay un dato con un formato que no se acepta."),
    }


def _day(text: object, fmt: Formatter) -> str:
    return fmt.day(date.fromisoformat(str(text))) if text else ""
