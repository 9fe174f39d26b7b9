"""The words for readings: how far a value can be trusted, who took it, why it was estimated."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.readings import EstimationMethod, NoReadReason, Quality, Source
from desktop.viewmodels.table import Badge, Tone


def quality_badge(quality: Quality) -> Badge:
    """Real or estimated, as icon, word and tone."""
    tr = QCoreApplication.translate
    badges = {
        Quality.REAL: ("check", tr("QualityWords", "Real"), Tone.NEUTRAL),
        Quality.CUSTOMER: ("user", tr("QualityWords", "Aportada"), Tone.INFO),
        Quality.ADJUSTED: ("scale", tr("QualityWords", "Ajustada"), Tone.NEUTRAL),
        Quality.CALCULATED: ("circle-dot", tr("QualityWords", "Calculada"), Tone.ATTENTION),
        Quality.ESTIMATED: ("triangle-alert", tr("QualityWords", "Estimada"), Tone.ATTENTION),
        Quality.QUESTIONABLE: ("circle-help", tr("QualityWords", "Dudosa"), Tone.ATTENTION),
    }
    return Badge(*badges[quality])


def quality_mark(quality: Quality) -> str:
    """The short word above a bar of the chart, empty for a reading of the utility."""
    tr = QCoreApplication.translate
    return {
        Quality.REAL: "",
        Quality.CUSTOMER: tr("QualityWords", "propia"),
        Quality.ADJUSTED: tr("QualityWords", "ajus."),
        Quality.CALCULATED: tr("QualityWords", "calc."),
        Quality.ESTIMATED: tr("QualityWords", "est."),
        Quality.QUESTIONABLE: tr("QualityWords", "dud."),
    }[quality]


def source_text(source: Source) -> str:
    """Who took the reading."""
    tr = QCoreApplication.translate
    return {
        Source.READER: tr("QualityWords", "Tomada por la empresa"),
        Source.TELEMETRY: tr("QualityWords", "Telemedición"),
        Source.CUSTOMER_PORTAL: tr("QualityWords", "Aportada por el cliente"),
        Source.CUSTOMER_PHONE: tr("QualityWords", "Aportada por teléfono"),
        Source.COUNTER: tr("QualityWords", "Aportada en el mostrador"),
        Source.INSPECTION: tr("QualityWords", "Inspección"),
        Source.SYSTEM: tr("QualityWords", "Calculada por el sistema"),
    }[source]


def no_read_text(reason: NoReadReason) -> str:
    """Why the dial could not be read, as the second half of a sentence."""
    tr = QCoreApplication.translate
    return {
        NoReadReason.INACCESSIBLE: tr("QualityWords", "no se pudo acceder al medidor"),
        NoReadReason.ABSENT: tr("QualityWords", "no había nadie en el domicilio"),
        NoReadReason.NOT_FOUND: tr("QualityWords", "no se encontró el medidor"),
        NoReadReason.UNINHABITED: tr("QualityWords", "el inmueble estaba deshabitado"),
        NoReadReason.METER_FAULT: tr("QualityWords", "el medidor no funcionaba bien"),
        NoReadReason.NO_COMMUNICATION: tr("QualityWords", "el medidor no comunicó su lectura"),
        NoReadReason.OTHER: tr("QualityWords", "no se pudo tomar la lectura"),
    }[reason]


def method_text(method: EstimationMethod) -> str:
    """How the estimated value came about."""
    tr = QCoreApplication.translate
    return {
        EstimationMethod.SAME_PERIOD_LAST_YEAR: tr(
            "QualityWords", "Se tomó el consumo del mismo período del año anterior."
        ),
        EstimationMethod.DAILY_MEAN: tr(
            "QualityWords",
            "Se multiplicó el promedio diario de los períodos anteriores por los días.",
        ),
    }[method]
