"""The words for readings: how far a value can be trusted, who took it, why it was estimated."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.readings import EstimationMethod, NoReadReason, Quality, Source
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.viewmodels.table import Badge, Tone

_BADGES = {
    Quality.REAL: ("check", QT_TRANSLATE_NOOP("QualityWords", "Real"), Tone.NEUTRAL),
    Quality.CUSTOMER: ("user", QT_TRANSLATE_NOOP("QualityWords", "Aportada"), Tone.INFO),
    Quality.ADJUSTED: ("scale", QT_TRANSLATE_NOOP("QualityWords", "Ajustada"), Tone.NEUTRAL),
    Quality.CALCULATED: (
        "circle-dot",
        QT_TRANSLATE_NOOP("QualityWords", "Calculada"),
        Tone.ATTENTION,
    ),
    Quality.ESTIMATED: (
        "triangle-alert",
        QT_TRANSLATE_NOOP("QualityWords", "Estimada"),
        Tone.ATTENTION,
    ),
    Quality.QUESTIONABLE: (
        "circle-help",
        QT_TRANSLATE_NOOP("QualityWords", "Dudosa"),
        Tone.ATTENTION,
    ),
}


def quality_badge(quality: Quality) -> Badge:
    """Real or estimated, as icon, word and tone."""
    icon, word, tone = _BADGES[quality]
    return Badge(icon, QCoreApplication.translate("QualityWords", word), tone)


def quality_mark(quality: Quality) -> str:
    """The short word above a bar of the chart, empty for a reading of the utility."""
    translate = QCoreApplication.translate
    return {
        Quality.REAL: "",
        Quality.CUSTOMER: translate("QualityWords", "propia"),
        Quality.ADJUSTED: translate("QualityWords", "ajus."),
        Quality.CALCULATED: translate("QualityWords", "calc."),
        Quality.ESTIMATED: translate("QualityWords", "est."),
        Quality.QUESTIONABLE: translate("QualityWords", "dud."),
    }[quality]


def hatched_text(quality: Quality) -> str:
    """What a hatched bar of the chart is, with its short word: 'Estimada (est.)'."""
    return f"{quality_badge(quality).text} ({quality_mark(quality)})"


def source_text(source: Source) -> str:
    """Who took the reading."""
    translate = QCoreApplication.translate
    return {
        Source.READER: translate("QualityWords", "Tomada por la empresa"),
        Source.TELEMETRY: translate("QualityWords", "Telemedición"),
        Source.CUSTOMER_PORTAL: translate("QualityWords", "Aportada por el cliente"),
        Source.CUSTOMER_PHONE: translate("QualityWords", "Aportada por teléfono"),
        Source.COUNTER: translate("QualityWords", "Aportada en el mostrador"),
        Source.INSPECTION: translate("QualityWords", "Inspección"),
        Source.SYSTEM: translate("QualityWords", "Calculada por el sistema"),
    }[source]


def no_read_text(reason: NoReadReason) -> str:
    """Why the dial could not be read, as the second half of a sentence."""
    translate = QCoreApplication.translate
    return {
        NoReadReason.INACCESSIBLE: translate("QualityWords", "no se pudo acceder al medidor"),
        NoReadReason.ABSENT: translate("QualityWords", "no había nadie en el domicilio"),
        NoReadReason.NOT_FOUND: translate("QualityWords", "no se encontró el medidor"),
        NoReadReason.UNINHABITED: translate("QualityWords", "el inmueble estaba deshabitado"),
        NoReadReason.METER_FAULT: translate("QualityWords", "el medidor no funcionaba bien"),
        NoReadReason.NO_COMMUNICATION: translate(
            "QualityWords", "el medidor no comunicó su lectura"
        ),
        NoReadReason.OTHER: translate("QualityWords", "no se pudo tomar la lectura"),
    }[reason]


def method_text(method: EstimationMethod) -> str:
    """How the estimated value came about."""
    translate = QCoreApplication.translate
    return {
        EstimationMethod.SAME_PERIOD_LAST_YEAR: translate(
            "QualityWords", "Se tomó el consumo del mismo período del año anterior."
        ),
        EstimationMethod.DAILY_MEAN: translate(
            "QualityWords",
            "Se multiplicó el promedio diario de los períodos anteriores por los días.",
        ),
    }[method]
