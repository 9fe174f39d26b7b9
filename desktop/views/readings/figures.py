"""The figures of Consultar Consumo."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.viewmodels.format import Formatter
from desktop.viewmodels.quality_words import quality_badge
from desktop.viewmodels.reading_words import period_name
from desktop.viewmodels.readings import ReadingsState
from desktop.views.tokens import Tone
from desktop.views.widgets.figures import Figure


def figures(state: ReadingsState, fmt: Formatter) -> tuple[Figure, ...]:
    """Last consumption, daily mean, against last year, last reading; dashes until known."""
    translate = QCoreApplication.translate
    labels = (
        translate("ReadingFigures", "Último consumo"),
        translate("ReadingFigures", "Promedio diario"),
        translate("ReadingFigures", "Contra un año antes"),
        translate("ReadingFigures", "Última lectura"),
    )
    return (
        _consumption(labels[0], state, fmt),
        _mean(labels[1], state, fmt),
        _against(labels[2], state, fmt),
        _reading(labels[3], state, fmt),
    )


def _consumption(label: str, state: ReadingsState, fmt: Formatter) -> Figure:
    last = state.last
    if last is None:
        return Figure("consumption", label, "–", " ")
    return Figure(
        "consumption", label, fmt.quantity(last.consumption, last.unit), period_name(last, fmt)
    )


def _mean(label: str, state: ReadingsState, fmt: Formatter) -> Figure:
    last = state.last
    if last is None or last.daily_mean is None:
        return Figure("mean", label, "–", " ")
    days = QCoreApplication.translate("ReadingFigures", "En %n días", "", last.days)
    return Figure("mean", label, fmt.quantity(last.daily_mean, last.unit, 2), days)


def _against(label: str, state: ReadingsState, fmt: Formatter) -> Figure:
    last = state.last
    if last is None or not last.last_year:
        hint = QCoreApplication.translate("ReadingFigures", "Sin dato de hace un año")
        return Figure("against", label, "–", hint if last is not None else " ")
    hint = QCoreApplication.translate("ReadingFigures", "Entonces fueron {0}")
    return Figure(
        "against",
        label,
        fmt.percent(last.consumption / last.last_year - 1),
        hint.format(fmt.quantity(last.last_year, last.unit)),
    )


def _reading(label: str, state: ReadingsState, fmt: Formatter) -> Figure:
    reading = state.last_reading
    if reading is None:
        return Figure("reading", label, "–", " ")
    badge = quality_badge(reading.quality)
    day = fmt.day(fmt.local(reading.read_at).date())
    tone = Tone(badge.tone.value)
    loud = tone is Tone.WARNING
    return Figure(
        "reading",
        label,
        fmt.quantity(reading.value, reading.unit),
        f"{badge.text} · {day}",
        Tone.TEXT,
        badge.icon if loud else "",
    )
