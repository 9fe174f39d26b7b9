"""The sentences about readings: what a period was, why a value was estimated, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.readings import Period, Quality, Reading, ReadingReason
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.quality_words import method_text, no_read_text, quality_badge


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a reading is as it is; `advice` is what a person may do about it, or empty."""

    title: str
    sentences: tuple[str, ...]
    advice: str


def period_name(period: Period, fmt: Formatter) -> str:
    """'05/10 – 04/11/2026'."""
    start, end = fmt.local(period.start).date(), fmt.local(period.end).date()
    return f"{fmt.short_day(start)} – {fmt.day(end)}"


def bar_text(period: Period, fmt: Formatter) -> str:
    """One period in words: what the cursor of the chart says."""
    translate = QCoreApplication.translate
    parts = [
        period_name(period, fmt),
        fmt.quantity(period.consumption, period.unit),
        quality_badge(period.quality).text,
    ]
    if period.last_year is not None:
        text = translate("ReadingWords", "un año antes {0}")
        parts.append(text.format(fmt.quantity(period.last_year, period.unit)))
    if period.meter_changed:
        parts.append(translate("ReadingWords", "hubo cambio de medidor"))
    return " · ".join(parts)


def observation(reading: Reading) -> str:
    """What the table says beside a reading, empty for an ordinary one."""
    translate = QCoreApplication.translate
    if reading.reason is ReadingReason.INSTALLED:
        return translate("ReadingWords", "Medidor instalado")
    if reading.reason is ReadingReason.REMOVED:
        return translate("ReadingWords", "Medidor retirado")
    if reading.reason is ReadingReason.HANDOVER:
        return translate("ReadingWords", "Entrega del inmueble")
    parts = []
    if reading.is_rollover:
        parts.append(translate("ReadingWords", "El medidor dio la vuelta"))
    if reading.no_read_reason is not None:
        text = no_read_text(reading.no_read_reason)
        parts.append(text[:1].upper() + text[1:])
    return ". ".join(parts)


def explain_reading(reading: Reading, period: Period | None, fmt: Formatter) -> Explanation | None:
    """What is special about a reading; None for an ordinary one. `period` is the one it ends."""
    translate = QCoreApplication.translate
    sentences: list[str] = []
    advice = ""
    title = translate("ReadingWords", "Sobre esta lectura")
    if not reading.quality.is_measured:
        sentences += _why_not_measured(reading)
        if reading.quality is Quality.ESTIMATED:
            title = translate("ReadingWords", "¿Por qué es estimada?")
            advice = translate(
                "ReadingWords",
                "Facilite el acceso al medidor en la próxima visita, o aporte su lectura cuando "
                "el período esté abierto.",
            )
    if reading.quality is Quality.CUSTOMER:
        title = translate("ReadingWords", "Lectura aportada por usted")
        sentences.append(
            translate("ReadingWords", "La empresa la aceptó y el período se facturó con ella.")
        )
    if reading.is_rollover:
        sentences.append(
            translate(
                "ReadingWords",
                "El medidor llegó a su número más alto y volvió a empezar desde cero; "
                "el consumo ya lo tiene en cuenta.",
            )
        )
    sentences += _meter_change(reading, period, fmt)
    return Explanation(title, tuple(sentences), advice) if sentences else None


def _why_not_measured(reading: Reading) -> list[str]:
    translate = QCoreApplication.translate
    if reading.quality is Quality.ADJUSTED:
        return [translate("ReadingWords", "La empresa corrigió el valor después de revisarlo.")]
    if reading.quality is Quality.QUESTIONABLE:
        return [translate("ReadingWords", "El valor no pasó los controles y la empresa lo revisa.")]
    if reading.no_read_reason is None:
        first = translate(
            "ReadingWords", "Lectura estimada. Se ajustará con la próxima lectura real."
        )
    else:
        text = translate(
            "ReadingWords", "Lectura estimada: {0}. Se ajustará con la próxima lectura real."
        )
        first = text.format(no_read_text(reading.no_read_reason))
    return [first, method_text(reading.method)] if reading.method is not None else [first]


def _meter_change(reading: Reading, period: Period | None, fmt: Formatter) -> list[str]:
    translate = QCoreApplication.translate
    day = fmt.day(fmt.local(reading.read_at).date())
    if reading.reason is ReadingReason.INSTALLED:
        text = translate("ReadingWords", "El medidor {0} se instaló el {1}; cuenta desde {2}.")
        value = fmt.quantity(reading.value, reading.unit)
        return [text.format(reading.meter_serial, day, value)]
    if reading.reason is ReadingReason.HANDOVER:
        text = translate("ReadingWords", "Con {0} comenzó su contrato, el {1}.")
        return [text.format(fmt.quantity(reading.value, reading.unit), day)]
    if reading.reason is ReadingReason.REMOVED:
        text = translate("ReadingWords", "El medidor {0} se retiró el {1} marcando {2}.")
        value = fmt.quantity(reading.value, reading.unit)
        return [text.format(reading.meter_serial, day, value)]
    if period is not None and period.meter_changed:
        return [
            translate(
                "ReadingWords",
                "Hubo cambio de medidor en el período; el consumo suma ambos tramos.",
            )
        ]
    return []
