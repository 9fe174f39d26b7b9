"""The words for questions and claims: states, outcomes, deadlines, and why one was refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.case_rules import ClaimField
from desktop.domain.cases import Author, Case, CaseClock, CaseKind, CaseOutcome, CaseStatus
from desktop.domain.workdays import Calendar
from desktop.viewmodels.form_words import size_text
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.table import Badge, Tone


def kind_text(kind: CaseKind) -> str:
    """'Pregunta' or 'Reclamación'."""
    translate = QCoreApplication.translate
    if kind is CaseKind.QUESTION:
        return translate("CaseWords", "Pregunta")
    return translate("CaseWords", "Reclamación")


def title_text(case: Case) -> str:
    """What it is about, in a line."""
    return case.subject or case.about


def status_badge(case: Case) -> Badge:
    """How far it has come, as icon, word and tone."""
    translate, status = QCoreApplication.translate, case.status
    if status is CaseStatus.RESOLVED and case.outcome is not None:
        return _outcome_badge(case.outcome)
    icon, word, tone = {
        CaseStatus.ENTERED: ("inbox", translate("CaseWords", "Ingresada"), Tone.INFO),
        CaseStatus.IN_ANALYSIS: ("search", translate("CaseWords", "En análisis"), Tone.INFO),
        CaseStatus.AWAITING_CUSTOMER: (
            "message-circle-question",
            translate("CaseWords", "Espera su respuesta"),
            Tone.ATTENTION,
        ),
        CaseStatus.IN_INSPECTION: ("gauge", translate("CaseWords", "En inspección"), Tone.INFO),
        CaseStatus.RESOLVED: ("circle-check", translate("CaseWords", "Respondida"), Tone.GOOD),
        CaseStatus.REOPENED: ("rotate-ccw", translate("CaseWords", "Reabierta"), Tone.INFO),
        CaseStatus.CLOSED: ("check", translate("CaseWords", "Cerrada"), Tone.NEUTRAL),
        CaseStatus.CANCELLED: ("ban", translate("CaseWords", "Anulada"), Tone.NEUTRAL),
        CaseStatus.DUPLICATE: ("copy", translate("CaseWords", "Duplicada"), Tone.NEUTRAL),
        CaseStatus.ESCALATED: ("scale", translate("CaseWords", "En el regulador"), Tone.INFO),
    }[status]
    return Badge(icon, word, tone)


def _outcome_badge(outcome: CaseOutcome) -> Badge:
    translate = QCoreApplication.translate
    icon, tone = {
        CaseOutcome.ANSWERED: ("circle-check", Tone.GOOD),
        CaseOutcome.UPHELD: ("circle-check", Tone.GOOD),
        CaseOutcome.DISMISSED: ("circle-alert", Tone.NEUTRAL),
        CaseOutcome.NOT_ACTIONABLE: ("minus", Tone.NEUTRAL),
    }[outcome]
    return Badge(icon, outcome_text(outcome) or translate("CaseWords", "Respondida"), tone)


def outcome_text(outcome: CaseOutcome) -> str:
    """What was decided, in a word or two."""
    translate = QCoreApplication.translate
    return {
        CaseOutcome.ANSWERED: translate("CaseWords", "Respondida"),
        CaseOutcome.UPHELD: translate("CaseWords", "Procedente"),
        CaseOutcome.DISMISSED: translate("CaseWords", "Improcedente"),
        CaseOutcome.NOT_ACTIONABLE: translate("CaseWords", "No gestionable"),
    }[outcome]


def is_late(case: Case, today: date, calendar: Calendar) -> bool:
    """Whether the day by which the utility owed its answer is over."""
    left = case.left(today, calendar)
    return left is not None and left < 0 and case.clock is not CaseClock.PAUSED


def next_step(case: Case, fmt: Formatter, *, is_late: bool = False) -> str:
    """What happens next, and who has to do something. Once `is_late` nothing is promised again."""
    translate, status = QCoreApplication.translate, case.status
    if is_late:
        text = translate("CaseWords", "Debíamos responder antes del {0} y seguimos sin hacerlo.")
        return text.format(fmt.day(case.due_on))
    by_day = {
        CaseStatus.ENTERED: translate(
            "CaseWords", "Reclamación ingresada. N° {0}. Responderemos antes del {1}."
        ),
        CaseStatus.IN_ANALYSIS: translate(
            "CaseWords", "La estamos analizando. Responderemos antes del {1}."
        ),
        CaseStatus.IN_INSPECTION: translate(
            "CaseWords", "Haremos una inspección en el lugar. Responderemos antes del {1}."
        ),
        CaseStatus.REOPENED: translate(
            "CaseWords", "La revisamos otra vez. Responderemos antes del {1}."
        ),
        CaseStatus.ESCALATED: translate(
            "CaseWords", "Está en el organismo regulador, con el N° {0}."
        ),
        CaseStatus.CLOSED: translate("CaseWords", "Este trámite terminó."),
        CaseStatus.CANCELLED: translate("CaseWords", "Usted la dejó sin efecto."),
        CaseStatus.DUPLICATE: translate("CaseWords", "Ya estaba ingresada con otro número."),
    }
    if status is CaseStatus.ENTERED and case.kind is CaseKind.QUESTION:
        text = translate("CaseWords", "Pregunta ingresada. N° {0}. Responderemos antes del {1}.")
        return text.format(case.number, fmt.day(case.due_on))
    if status in by_day:
        return by_day[status].format(case.number, fmt.day(case.due_on))
    if status is CaseStatus.AWAITING_CUSTOMER and case.reply_by is not None:
        text = translate(
            "CaseWords",
            "Necesitamos más información antes del {0}; de lo contrario se cerrará.",
        )
        return text.format(fmt.day(case.reply_by))
    if case.reopen_by is not None:
        text = translate(
            "CaseWords", "Respondimos. Si no está conforme, puede pedir que se revise hasta el {0}."
        )
        return text.format(fmt.day(case.reopen_by))
    return translate("CaseWords", "Respondimos. La respuesta está abajo.")


def deadline_text(case: Case, today: date, calendar: Calendar) -> str:
    """The working days that are left until the deadline, whose day `next_step` names; empty once
    nothing is owed."""
    translate, left = QCoreApplication.translate, case.left(today, calendar)
    if left is None:
        return ""
    if case.clock is CaseClock.PAUSED:
        return translate("CaseWords", "En pausa: quedan %n días hábiles", "", left)
    if left < 0:
        return translate("CaseWords", "Venció hace %n días hábiles", "", -left)
    if left == 0:
        return translate("CaseWords", "Vence hoy")
    return translate("CaseWords", "Quedan %n días hábiles", "", left)


def short_deadline(case: Case, today: date, calendar: Calendar) -> str:
    """The same for a column: '7 días', 'En pausa', 'Vencida'."""
    translate, left = QCoreApplication.translate, case.left(today, calendar)
    if left is None:
        return ""
    if case.clock is CaseClock.PAUSED:
        return translate("CaseWords", "En pausa")
    if left < 0:
        return translate("CaseWords", "Vencido")
    return translate("CaseWords", "%n días hábiles", "", left)


def author_text(author: Author, utility: str) -> str:
    """Who wrote a message."""
    if author is Author.CUSTOMER:
        return QCoreApplication.translate("CaseWords", "Usted")
    return utility


def field_label(field: ClaimField | str) -> str:
    """What a claim's field is called; an unknown one by its name."""
    translate = QCoreApplication.translate
    labels: dict[str, str] = {
        ClaimField.INVOICES: translate("CaseWords", "Facturas"),
        ClaimField.CONCEPT: translate("CaseWords", "Concepto que objeta"),
        ClaimField.AMOUNT: translate("CaseWords", "Importe reclamado"),
        ClaimField.READING: translate("CaseWords", "Lectura del medidor"),
        ClaimField.READING_DATE: translate("CaseWords", "Fecha de la lectura"),
        ClaimField.PERIOD_FROM: translate("CaseWords", "Desde"),
        ClaimField.PERIOD_TO: translate("CaseWords", "Hasta"),
        ClaimField.INCIDENT: translate("CaseWords", "Qué ocurre con el medidor"),
        ClaimField.INCIDENT_DATE: translate("CaseWords", "Fecha del hecho"),
        ClaimField.ATTENTION: translate("CaseWords", "Quién lo atendió"),
        ClaimField.PERSON: translate("CaseWords", "Nombre de la persona, si lo sabe"),
        ClaimField.METER_SERIAL: translate("CaseWords", "Número del medidor instalado"),
        ClaimField.REQUEST_NUMBER: translate("CaseWords", "Número de la solicitud o del pago"),
        ClaimField.ACCOUNT: translate("CaseWords", "Cuenta bancaria para la devolución"),
        ClaimField.RECEIPT: translate("CaseWords", "Comprobante de pago"),
        ClaimField.PHOTO: translate("CaseWords", "Foto"),
        ClaimField.REPAIR_INVOICE: translate("CaseWords", "Factura de la reparación"),
    }
    return labels.get(field, str(field))


# --- why one was refused

Sentence = Callable[[Mapping[str, Any], Formatter], str]


def duplicate_text(number: str) -> str:
    """An open claim is about it already (REC-05)."""
    text = QCoreApplication.translate(
        "CaseWords", "Ya existe una reclamación abierta por esta factura (N° {0})."
    )
    return text.format(number)


def too_old_text(days: int) -> str:
    """The time to claim is over (REC-06)."""
    text = QCoreApplication.translate(
        "CaseWords", "La factura supera el plazo para reclamar ({0} días)."
    )
    return text.format(days)


def reason_text(code: str, data: Mapping[str, Any], fmt: Formatter) -> str:
    """Why the utility refused a question, a claim or a message; one that this app does not know
    is told with its code."""
    translate = QCoreApplication.translate
    if code == "duplicate_claim":
        return duplicate_text(str(data.get("number", "")))
    if code == "too_old":
        return too_old_text(int(data.get("days", 0)))
    if code == "file_too_large":
        return translate("CaseWords", "El archivo supera {0} MB.").format(
            size_text(int(data.get("most", 0)))
        )
    if code == "reopen_late":
        day = date.fromisoformat(str(data.get("reopen_by")))
        return translate("CaseWords", "El plazo para pedir otra revisión terminó el {0}.").format(
            fmt.day(day)
        )
    plain = _plain().get(code)
    if plain is not None:
        return plain
    text = translate("CaseWords", "La empresa no la aceptó ({0}). Consulte en atención al cliente.")
    return text.format(code)


def _plain() -> dict[str, str]:
    translate = QCoreApplication.translate
    choice = translate("CaseWords", "Una de las opciones ya no está disponible. Elíjala de nuevo.")
    short = translate("CaseWords", "El texto es más corto o más largo de lo permitido.")
    missing = translate("CaseWords", "Falta un dato que este trámite necesita.")
    return {
        "format": translate("CaseWords", "Uno de los datos no tiene la forma esperada."),
        "not_offered": translate("CaseWords", "La empresa no recibe trámites por este medio."),
        "unknown_subtype": choice,
        "unknown_choice": choice,
        "unknown_invoice": translate("CaseWords", "La factura no es de este contrato."),
        "unknown_case": translate("CaseWords", "Ese trámite no es de este contrato."),
        "not_declared": translate("CaseWords", "Falta la declaración de veracidad."),
        "missing_field": missing,
        "missing_document": translate("CaseWords", "Falta adjuntar un documento."),
        "too_short": short,
        "too_long": short,
        "in_future": translate("CaseWords", "La fecha no puede ser futura."),
        "period_backwards": translate("CaseWords", "El período termina antes de empezar."),
        "too_many_files": translate("CaseWords", "Hay más archivos de los permitidos."),
        "case_closed": translate(
            "CaseWords", "Ese trámite ya terminó. Si hace falta, ingrese uno nuevo."
        ),
        "not_resolved": translate("CaseWords", "Ese trámite todavía no tiene respuesta."),
        "already_reopened": translate("CaseWords", "Ese trámite ya se revisó una vez más."),
        "already_rated": translate("CaseWords", "Ya nos dio su opinión sobre este trámite."),
    }
