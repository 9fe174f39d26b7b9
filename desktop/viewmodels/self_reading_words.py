"""The sentences of Aportar Lectura: why not now, what is odd about a value, what was refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.readings import Register
from desktop.domain.self_readings import (
    Access,
    Admission,
    Basis,
    Course,
    Need,
    Reason,
    Verdict,
)
from desktop.viewmodels.format import Formatter


def instant_text(instant: datetime, fmt: Formatter) -> str:
    """'24/11/2026 a las 14:02'."""
    text = QCoreApplication.translate("SelfReadingWords", "{0} a las {1}")
    return text.format(fmt.day(fmt.local(instant).date()), fmt.time(instant))


def access_text(admission: Admission, fmt: Formatter) -> str:
    """Why a reading can or cannot be contributed now, and when."""
    translate, window, access = QCoreApplication.translate, admission.window, admission.access
    if window is not None and access is Access.OPEN:
        text = translate("SelfReadingWords", "Puede aportar su lectura hasta el {0}.")
        return text.format(instant_text(window.closes_at, fmt))
    if window is not None and access is Access.TOO_EARLY:
        text = translate(
            "SelfReadingWords",
            "No está en período de aportar lectura. Podrá hacerlo del {0} al {1}.",
        )
        return text.format(instant_text(window.opens_at, fmt), instant_text(window.closes_at, fmt))
    if window is not None and access is Access.TOO_LATE:
        text = translate(
            "SelfReadingWords",
            "No está en período de aportar lectura. El último cerró el {0}; el próximo aparecerá "
            "acá cuando se fije.",
        )
        return text.format(instant_text(window.closes_at, fmt))
    if admission.taken is not None:
        text = translate(
            "SelfReadingWords", "La lectura de este período ya fue tomada el {0}: {1}."
        )
        taken = admission.taken
        day = fmt.day(fmt.local(taken.read_at).date())
        return text.format(day, fmt.quantity(taken.value, taken.unit))
    return {
        Access.TELEMETERED: translate(
            "SelfReadingWords",
            "Su medidor se lee en forma remota; no es necesario aportar lectura.",
        ),
        Access.CUT: translate(
            "SelfReadingWords", "El suministro está cortado; mientras tanto no se aporta lectura."
        ),
        Access.ENDED: translate(
            "SelfReadingWords", "El contrato terminó; ya no se aportan lecturas."
        ),
        Access.NO_METER: translate(
            "SelfReadingWords", "No hay un medidor instalado en este contrato."
        ),
    }.get(
        access,
        translate("SelfReadingWords", "No hay fecha de lectura programada para este contrato."),
    )


def format_text(register: Register) -> str:
    """What to type."""
    return QCoreApplication.translate(
        "SelfReadingWords", "Ingrese solo los números negros, %n dígitos, sin decimales.", "",
        register.integer_digits,
    )  # fmt: skip


def missing_text(register: Register, count: int) -> str:
    """What is still to be typed, `count` digits being there."""
    left = register.integer_digits - count
    return QCoreApplication.translate(
        "SelfReadingWords", "Faltan %n dígitos. Incluya los ceros de la izquierda.", "", left
    )


def verdict_text(verdict: Verdict, basis: Basis, fmt: Formatter) -> str:
    """What is odd about a value, in the order of the ladder; what is good to know about an
    ordinary one, or empty."""
    unit, previous = basis.register.unit, basis.previous
    consumption = verdict.consumption if verdict.consumption is not None else Decimal(0)
    before = fmt.quantity(previous.value, unit) if previous is not None else ""
    translate = QCoreApplication.translate
    if verdict.reason is Reason.FORMAT:
        return format_text(basis.register)
    if verdict.reason is Reason.ZERO:
        return translate(
            "SelfReadingWords", "El consumo sería cero. ¿Confirma que no hubo consumo?"
        )
    if verdict.reason is Reason.LESS and verdict.course is Course.REGULARISATION:
        text = translate(
            "SelfReadingWords",
            "Es menor que la anterior ({0}), que fue estimada. Si es lo que marca el medidor, "
            "confirme: se descontarán {1}.",
        )
        return text.format(before, fmt.quantity(-consumption, unit))
    if verdict.reason is Reason.LESS:
        text = translate(
            "SelfReadingWords",
            "La lectura es menor que la anterior ({0}). Verifique el número de medidor y los "
            "dígitos. Si es correcta, agregue una foto y se enviará a revisión.",
        )
        return text.format(before)
    if verdict.reason is Reason.PLAUSIBILITY:
        return _band_text(verdict, unit, fmt)
    if verdict.reason is not None:
        return reason_text(verdict.reason, {}, fmt)
    if verdict.course is Course.ROLLOVER:
        return translate(
            "SelfReadingWords",
            "El medidor pasó por su número más alto y volvió a empezar; está tenido en cuenta.",
        )
    if verdict.course is Course.METER_CHANGE:
        return translate(
            "SelfReadingWords", "Hubo cambio de medidor; el consumo suma ambos tramos."
        )
    return ""


def _band_text(verdict: Verdict, unit: str, fmt: Formatter) -> str:
    translate, band = QCoreApplication.translate, verdict.band
    if band is None or verdict.consumption is None:
        return reason_text(Reason.PLAUSIBILITY, {}, fmt)
    if verdict.need is Need.PHOTO:
        text = translate(
            "SelfReadingWords",
            "El consumo resultante ({0}) es mucho mayor al habitual ({1} – {2}). Verifique; si es "
            "correcto, agregue una foto y se enviará a revisión.",
        )
    elif verdict.consumption > band.high:
        text = translate(
            "SelfReadingWords",
            "El consumo resultante ({0}) es mayor al habitual ({1} – {2}). Verifique; si es "
            "correcto, confirme.",
        )
    else:
        text = translate(
            "SelfReadingWords",
            "El consumo resultante ({0}) es menor al habitual ({1} – {2}). Verifique; si es "
            "correcto, confirme.",
        )
    return text.format(
        fmt.quantity(verdict.consumption, unit),
        fmt.decimal(band.low),
        fmt.quantity(band.high, unit),
    )


def reason_text(code: str, data: Mapping[str, Any], fmt: Formatter) -> str:
    """Why the utility refused a reading; `data` are the figures it gave. A reason that this app
    does not know is told with its code."""
    sentence = _REASONS.get(code)
    if sentence is not None:
        return sentence(data, fmt)
    text = QCoreApplication.translate(
        "SelfReadingWords", "La empresa no la aceptó ({0}). Consulte en atención al cliente."
    )
    return text.format(code)


Sentence = Callable[[Mapping[str, Any], Formatter], str]


def _format(_data: Mapping[str, Any], _fmt: Formatter) -> str:
    return QCoreApplication.translate(
        "SelfReadingWords", "Deben ser solo los números negros del medidor, sin decimales."
    )


def _future(_data: Mapping[str, Any], _fmt: Formatter) -> str:
    return QCoreApplication.translate("SelfReadingWords", "La fecha no puede ser futura.")


def _before_last(_data: Mapping[str, Any], _fmt: Formatter) -> str:
    return QCoreApplication.translate(
        "SelfReadingWords", "La fecha no puede ser anterior a la última lectura."
    )


def _outside(data: Mapping[str, Any], fmt: Formatter) -> str:
    translate = QCoreApplication.translate
    closes = data.get("closes_at")
    if isinstance(closes, str):
        text = translate("SelfReadingWords", "El período para aportar lectura cerró el {0}.")
        return text.format(instant_text(datetime.fromisoformat(closes), fmt))
    return translate("SelfReadingWords", "El período para aportar lectura ya cerró.")


def _less(_data: Mapping[str, Any], _fmt: Formatter) -> str:
    return QCoreApplication.translate(
        "SelfReadingWords",
        "Es menor que la lectura anterior. Verifique el número de medidor y los dígitos.",
    )


def _zero(_data: Mapping[str, Any], _fmt: Formatter) -> str:
    return QCoreApplication.translate(
        "SelfReadingWords", "El consumo sería cero y no se confirmó que no hubo consumo."
    )


def _plausibility(_data: Mapping[str, Any], _fmt: Formatter) -> str:
    return QCoreApplication.translate(
        "SelfReadingWords", "El consumo resultante se aparta mucho del habitual. Verifique."
    )


def _duplicate(_data: Mapping[str, Any], _fmt: Formatter) -> str:
    return QCoreApplication.translate(
        "SelfReadingWords", "Ya hay una lectura igual o más nueva de este período."
    )


def _decommissioned(_data: Mapping[str, Any], _fmt: Formatter) -> str:
    return QCoreApplication.translate(
        "SelfReadingWords", "Ese medidor ya no está instalado. Sincronice y vuelva a ingresarla."
    )


def _telemetered(_data: Mapping[str, Any], _fmt: Formatter) -> str:
    return QCoreApplication.translate(
        "SelfReadingWords", "Su medidor se lee en forma remota; no es necesario aportar lectura."
    )


def _ended(_data: Mapping[str, Any], _fmt: Formatter) -> str:
    return QCoreApplication.translate(
        "SelfReadingWords", "El contrato está cortado o terminó; no se aportan lecturas."
    )


def _no_window(_data: Mapping[str, Any], _fmt: Formatter) -> str:
    return QCoreApplication.translate(
        "SelfReadingWords", "No hay fecha de lectura programada para este contrato."
    )


_REASONS: Mapping[str, Sentence] = {
    Reason.FORMAT: _format,
    Reason.TIMESTAMP_FUTURE: _future,
    Reason.OUTSIDE_WINDOW: _outside,
    Reason.BEFORE_LAST: _before_last,
    Reason.ZERO: _zero,
    Reason.LESS: _less,
    Reason.PLAUSIBILITY: _plausibility,
    Reason.DUPLICATE: _duplicate,
    Reason.METER_DECOMMISSIONED: _decommissioned,
    Reason.TELEMETERED: _telemetered,
    Reason.CONTRACT_ENDED: _ended,
    Reason.NO_WINDOW: _no_window,
}
