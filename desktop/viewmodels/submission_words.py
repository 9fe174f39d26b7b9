"""The words for what was submitted. They matter: nothing is called sent before it is accepted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.submissions import (
    DEPENDENCY,
    TOO_OFTEN,
    UNREADABLE,
    OutboxReport,
    Submission,
    SubmissionProblem,
    SubmissionState,
)
from desktop.submissions.kinds import SubmissionKind, kind_of
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.reason_words import reason_text
from desktop.viewmodels.table import Badge, Tone


@dataclass(frozen=True, slots=True)
class StateWords:
    """A state as badge, and as the sentence that says what it means for the person."""

    badge: Badge
    sentence: str


def kind_title(kind: SubmissionKind) -> str:
    """What it is called in lists."""
    return QCoreApplication.translate("Submissions", kind.title)


def state_words(
    item: Submission, fmt: Formatter, now: datetime, *, is_sending: bool = False
) -> StateWords:
    """What became of a submission so far. `is_sending` tells whether this one is on its way to
    the server at the moment."""
    translate = QCoreApplication.translate
    state = item.state
    if state is SubmissionState.QUEUED:
        if is_sending:
            return StateWords(_sending(), translate("SubmissionWords", "Enviando…"))
        return StateWords(
            Badge("save", translate("SubmissionWords", "Guardada, sin enviar"), Tone.INFO),
            translate(
                "SubmissionWords",
                "Guardada en este equipo. Se enviará al recuperar la conexión.",
            ),
        )
    if state is SubmissionState.UNCERTAIN:
        if is_sending:
            return StateWords(_sending(), translate("SubmissionWords", "Enviando…"))
        return StateWords(
            Badge(
                "hourglass", translate("SubmissionWords", "Esperando confirmación"), Tone.ATTENTION
            ),
            translate(
                "SubmissionWords", "Enviada, esperando confirmación. No la ingrese de nuevo."
            ),
        )
    if state is SubmissionState.ACCEPTED:
        return StateWords(
            Badge("circle-check", translate("SubmissionWords", "Recibida"), Tone.GOOD),
            _received(item, fmt, now),
        )
    return _not_taken(item, fmt)


def _not_taken(item: Submission, fmt: Formatter) -> StateWords:
    translate = QCoreApplication.translate
    if item.state is SubmissionState.REJECTED:
        text = translate("SubmissionWords", "No aceptada: {0}")
        return StateWords(
            Badge("circle-alert", translate("SubmissionWords", "No aceptada"), Tone.BAD),
            text.format(problem_text(item.problem, fmt, item.kind)),
        )
    if item.state is SubmissionState.PARKED:
        text = translate("SubmissionWords", "Requiere su atención. {0}")
        return StateWords(
            Badge(
                "triangle-alert",
                translate("SubmissionWords", "Requiere su atención"),
                Tone.ATTENTION,
            ),
            text.format(problem_text(item.problem, fmt, item.kind)).strip(),
        )
    return StateWords(
        Badge("ban", translate("SubmissionWords", "Anulada"), Tone.NEUTRAL),
        translate("SubmissionWords", "Anulada. No se envió."),
    )


def problem_text(
    problem: SubmissionProblem | None, fmt: Formatter, kind: str = "self_reading"
) -> str:
    """Why it, which is of `kind`, was refused or waits for the person."""
    translate = QCoreApplication.translate
    if problem is None:
        return ""
    own = {
        DEPENDENCY: translate("SubmissionWords", "Depende de otro envío que no llegó a destino."),
        TOO_OFTEN: translate(
            "SubmissionWords",
            "El servidor falló varias veces con este envío. Reintente más tarde o exporte el "
            "comprobante.",
        ),
        "key-reused": translate(
            "SubmissionWords", "El servidor ya tiene otro envío con esta identificación."
        ),
        "invalid-request": translate(
            "SubmissionWords", "El servidor no pudo leer este envío. Actualice la aplicación."
        ),
        UNREADABLE: translate(
            "SubmissionWords",
            "El servidor respondió algo que esta versión no entiende. Actualice la aplicación.",
        ),
        "blob-type": translate(
            "SubmissionWords", "El servidor no acepta archivos de este tipo. Elija otra foto."
        ),
        "blob-digest": translate("SubmissionWords", "La foto llegó dañada al servidor. Reintente."),
        "too-large": translate(
            "SubmissionWords", "El envío es demasiado grande. Elija una foto más chica."
        ),
        "scope-revoked": translate(
            "SubmissionWords", "Su usuario ya no puede operar sobre este contrato."
        ),
        "forbidden": translate(
            "SubmissionWords", "Su usuario ya no puede operar sobre este contrato."
        ),
        "not-found": translate(
            "SubmissionWords", "El servidor no reconoce este envío para su usuario."
        ),
    }
    return own.get(problem.code) or reason_text(kind, problem.code, problem.data, fmt)


def deadline_text(
    item: Submission, closes_at: datetime | None, fmt: Formatter, now: datetime
) -> str:
    """Until when it has to arrive, for what was not sent yet; empty where that does not matter."""
    waits = item.state in (SubmissionState.QUEUED, SubmissionState.PARKED)
    if closes_at is None or not waits or not kind_of(item.kind).has_window:
        return ""
    text = QCoreApplication.translate("SubmissionWords", "El período cierra el {0} a las {1}.")
    if closes_at < now:
        text = QCoreApplication.translate("SubmissionWords", "El período cerró el {0} a las {1}.")
    return text.format(fmt.day(fmt.local(closes_at).date()), fmt.time(closes_at))


def damage_text(report: OutboxReport) -> str:
    """What happened to the outbox on this computer, and what it means for the person."""
    translate = QCoreApplication.translate
    if report.lost_key:
        text = translate(
            "SubmissionWords",
            "El sistema perdió la llave de los envíos guardados y no se pueden leer. Revise si "
            "alguno falta; el archivo se conservó como {0}.",
        )
        return text.format(report.kept_as)
    text = translate(
        "SubmissionWords",
        "El archivo de envíos estaba dañado y se recuperaron %n envíos de su copia.",
        "",
        report.restored,
    )
    if report.unsure:
        text += " " + translate(
            "SubmissionWords", "El estado de %n se comprueba con el servidor.", "", report.unsure
        )
    return text


def _sending() -> Badge:
    return Badge(
        "refresh-cw", QCoreApplication.translate("SubmissionWords", "Enviando…"), Tone.INFO
    )


def _received(item: Submission, fmt: Formatter, now: datetime) -> str:
    moment = fmt.moment(item.received_at, now) if item.received_at is not None else ""
    text = QCoreApplication.translate("SubmissionWords", "Recibida {0}, N° {1}.")
    return text.format(moment, item.reference)
