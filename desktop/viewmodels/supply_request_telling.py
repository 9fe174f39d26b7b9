"""What happens next with a request, and the facts about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from desktop.domain.supply_requests import (
    AcceptanceMethod,
    AcceptanceState,
    Change,
    RequestKind,
    RequestStatus,
    SupplyRequest,
    Visit,
)
from desktop.domain.supply_rules import SupplyRules
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.supply_request_words import cut_name, failure_text, fee_text
from desktop.viewmodels.table import Tone

_S = RequestStatus
_ATTENTION = (_S.PENDING_PAYMENT, _S.FAILED, _S.PENDING_ACCEPTANCE, _S.OBSERVED)


def next_tone(status: RequestStatus) -> Tone:
    """How much the next step is the person's."""
    if status in _ATTENTION:
        return Tone.ATTENTION
    if status is _S.REJECTED:
        return Tone.BAD
    return Tone.GOOD if status in (_S.EXECUTED, _S.EFFECTIVE) else Tone.INFO


def next_step(request: SupplyRequest, fmt: Formatter) -> str:
    """Who does what now."""
    if request.kind is RequestKind.RECONNECTION and request.visit is not None:
        return _of_visit(request, request.visit, fmt)
    if request.change is not None:
        return _of_change(request, request.change, fmt)
    return ""


def _of_visit(request: SupplyRequest, visit: Visit, fmt: Formatter) -> str:
    translate = QCoreApplication.translate
    status = request.status
    if status is _S.SCHEDULED and visit.scheduled is not None:
        text = translate(
            "SupplyTelling",
            "Reconexión programada para el {0} entre {1} y {2}. Debe haber un mayor de edad.",
        )
        at = visit.scheduled
        return text.format(fmt.day(at.on), at.starts, at.ends)
    if status is _S.FAILED and visit.failure is not None:
        text = translate("SupplyTelling", "No pudimos ejecutarla: {0}. Elija otro horario.")
        return text.format(failure_text(visit.failure))
    if status is _S.PENDING_PAYMENT and visit.fee is not None:
        text = translate(
            "SupplyTelling", "Pague el cargo de reconexión de {0} para que programemos la visita."
        )
        return text.format(fmt.money(visit.fee.amount))
    if status is _S.RECEIVED:
        text = translate("SupplyTelling", "Vamos a programar la visita antes del {0}.")
        return text.format(_day(request.until, fmt))
    if status is _S.PENDING_DOCUMENTS:
        return translate(
            "SupplyTelling", "Estamos revisando el certificado. Después programamos la visita."
        )
    if status is _S.IN_PROGRESS:
        return translate("SupplyTelling", "La cuadrilla está en el domicilio.")
    if status is _S.EXECUTED:
        text = translate("SupplyTelling", "El suministro se reconectó el {0}.")
        return text.format(_moment_day(request, fmt))
    return _of_both(request, fmt)


def _of_change(request: SupplyRequest, change: Change, fmt: Formatter) -> str:
    translate = QCoreApplication.translate
    status = request.status
    if status is _S.PENDING_ACCEPTANCE:
        text = translate("SupplyTelling", "Falta la conformidad del titular actual, hasta el {1}.")
        if change.asked:
            text = translate(
                "SupplyTelling",
                "Falta la conformidad del titular actual; le enviamos un correo a {0}. Puede darla "
                "hasta el {1}.",
            )
        return text.format(change.asked, _day(request.until, fmt))
    if status is _S.VERIFYING:
        return translate(
            "SupplyTelling",
            "Estamos revisando la documentación. Le informaremos por correo cuando sea efectiva.",
        )
    if status is _S.APPROVED:
        text = translate("SupplyTelling", "Aprobada. El cambio será efectivo el {0}.")
        return text.format(fmt.day(change.effective_on))
    if status is _S.EFFECTIVE:
        text = translate(
            "SupplyTelling",
            "El cambio es efectivo desde el {0}. Usted conserva sus facturas y lecturas; el nuevo "
            "titular recibió por correo el número de su contrato.",
        )
        return text.format(fmt.day(change.effective_on))
    return _of_both(request, fmt)


def _of_both(request: SupplyRequest, fmt: Formatter) -> str:
    translate = QCoreApplication.translate
    status = request.status
    if status is _S.OBSERVED:
        text = translate("SupplyTelling", "Documentación observada: {0}. Tiene hasta el {1}.")
        return text.format(request.note.rstrip("."), _day(request.until, fmt))
    if status is _S.REJECTED:
        return translate("SupplyTelling", "La empresa no la aprobó: {0}").format(request.note)
    if status is _S.EXPIRED:
        return translate("SupplyTelling", "Venció sin completarse. Puede iniciar otra.")
    if status is _S.CANCELLED:
        return translate("SupplyTelling", "Usted la anuló. Puede iniciar otra.")
    return request.note


def facts(
    request: SupplyRequest, rules: SupplyRules | None, units: Mapping[str, str], fmt: Formatter
) -> tuple[tuple[str, str], ...]:
    """Names and values, as a person reads them; `units` of registers by their id."""
    translate = QCoreApplication.translate
    found = [
        (translate("SupplyTelling", "Número"), request.number),
        (translate("SupplyTelling", "Pedida el"), _when(request, fmt)),
    ]
    if request.visit is not None:
        found += _visit_facts(request, request.visit, rules, fmt)
    if request.change is not None:
        found += _change_facts(request, request.change, rules, units, fmt)
    return tuple((name, value) for name, value in found if value)


def _visit_facts(
    request: SupplyRequest, visit: Visit, rules: SupplyRules | None, fmt: Formatter
) -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    fee = visit.fee
    wanted = ""
    if visit.preferred_on is not None:
        wanted = f"{fmt.day(visit.preferred_on)} {slot_text(visit.preferred_slot, rules)}".strip()
    at = visit.scheduled
    return [
        (translate("SupplyTelling", "Motivo del corte"), cut_name(request.reason)),
        (
            translate("SupplyTelling", "Cargo de reconexión"),
            fee_text(fee.status, fee.amount, fmt) if fee is not None else "",
        ),
        (translate("SupplyTelling", "Contacto"), visit.contact_name),
        (translate("SupplyTelling", "Teléfono"), visit.contact_phone),
        (translate("SupplyTelling", "Horario preferido"), wanted),
        (
            translate("SupplyTelling", "Visita"),
            f"{fmt.day(at.on)} {_between(at.starts, at.ends)}" if at is not None else "",
        ),
        (
            translate("SupplyTelling", "Visitas hechas"),
            str(visit.visits) if visit.visits else "",
        ),
    ]


def _change_facts(
    request: SupplyRequest,
    change: Change,
    rules: SupplyRules | None,
    units: Mapping[str, str],
    fmt: Formatter,
) -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    part = rules.holder_change if rules is not None else None
    reason = part.reason(request.reason) if part is not None else None
    types = part.document_types if part is not None else ()
    kind = next((t.label for t in types if t.code == change.document_type), change.document_type)
    return [
        (
            translate("SupplyTelling", "Motivo"),
            reason.label if reason is not None else request.reason,
        ),
        (translate("SupplyTelling", "Nuevo titular"), change.full_name),
        (translate("SupplyTelling", "Documento"), f"{kind} {change.document}"),
        (translate("SupplyTelling", "Correo"), change.email),
        (translate("SupplyTelling", "Vigente desde"), fmt.day(change.effective_on)),
        (
            translate("SupplyTelling", "Lectura de entrega"),
            " · ".join(
                fmt.quantity(Decimal(value), units.get(register, "")).rstrip()
                for register, value in change.handover
            ),
        ),
        (
            translate("SupplyTelling", "Conformidad"),
            _acceptance(change, fmt, is_over=request.status.is_over),
        ),
    ]


def _acceptance(change: Change, fmt: Formatter, *, is_over: bool) -> str:
    translate = QCoreApplication.translate
    if change.acceptance is AcceptanceState.NOT_NEEDED:
        return translate("SupplyTelling", "No hace falta para este motivo")
    if change.acceptance is AcceptanceState.WAITING or change.accepted_at is None:
        if is_over:
            return translate("SupplyTelling", "No se dio")
        return translate("SupplyTelling", "Pendiente")
    how = {
        AcceptanceMethod.LINK: translate("SupplyTelling", "{0}, por correo"),
        AcceptanceMethod.APP: translate("SupplyTelling", "{0}, en la Oficina Virtual"),
        AcceptanceMethod.OFFICE: translate("SupplyTelling", "{0}, en una oficina"),
    }
    text = how[change.acceptance_method or AcceptanceMethod.OFFICE]
    return text.format(fmt.day(fmt.local(change.accepted_at).date()))


def slot_text(code: str, rules: SupplyRules | None) -> str:
    """'de 08:00 a 12:00'."""
    slots = rules.reconnection.slots if rules is not None and rules.reconnection else ()
    found = next((slot for slot in slots if slot.code == code), None)
    if found is None:
        return ""
    return _between(found.starts, found.ends)


def _between(starts: str, ends: str) -> str:
    return QCoreApplication.translate("SupplyTelling", "de {0} a {1}").format(starts, ends)


def _day(day: date | None, fmt: Formatter) -> str:
    return fmt.day(day) if day is not None else ""


def _when(request: SupplyRequest, fmt: Formatter) -> str:
    return fmt.stamp(request.requested_at)


def _moment_day(request: SupplyRequest, fmt: Formatter) -> str:
    at = request.closed_at or request.requested_at
    return fmt.day(fmt.local(at).date())
