"""The columns of Consultar Consumo: readings, and the billing periods behind the chart."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.readings import Period, Reading
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.quality_words import quality_badge, source_text
from desktop.viewmodels.reading_words import observation, period_name
from desktop.viewmodels.table import Align, Column


def reading_columns(fmt: Formatter) -> tuple[Column[Reading], ...]:
    """In the order of the portal; ranks say what gives way on narrow windows."""
    translate = QCoreApplication.translate

    def mean(row: Reading) -> str:
        value = row.daily_mean
        return "" if value is None else fmt.quantity(value, row.unit, 2)

    return (
        Column(
            key="date",
            title=translate("ReadingColumns", "Fecha"),
            text=lambda row: fmt.day(fmt.local(row.read_at).date()),
            sort=lambda row: row.read_at,
            value=lambda row: fmt.local(row.read_at).date(),
        ),
        Column(
            key="meter",
            title=translate("ReadingColumns", "Medidor"),
            text=lambda row: row.meter_serial,
            sort=lambda row: row.meter_serial,
            rank=3,
        ),
        Column(
            key="value",
            title=translate("ReadingColumns", "Lectura"),
            text=lambda row: fmt.quantity(row.value, row.unit),
            sort=lambda row: row.value,
            value=lambda row: row.value,
            align=Align.END,
        ),
        Column(
            key="quality",
            title=translate("ReadingColumns", "Tipo"),
            text=lambda row: quality_badge(row.quality).text,
            sort=lambda row: quality_badge(row.quality).text,
            badge=lambda row: quality_badge(row.quality),
            tooltip=lambda row: source_text(row.source),
        ),
        Column(
            key="consumption",
            title=translate("ReadingColumns", "Consumo"),
            text=lambda row: (
                "" if row.consumption is None else fmt.quantity(row.consumption, row.unit)
            ),
            sort=lambda row: row.consumption,
            value=lambda row: row.consumption,
            align=Align.END,
        ),
        Column(
            key="days",
            title=translate("ReadingColumns", "Días"),
            text=lambda row: "" if row.days is None else str(row.days),
            sort=lambda row: row.days,
            value=lambda row: row.days,
            align=Align.END,
            rank=4,
        ),
        Column(
            key="mean",
            title=translate("ReadingColumns", "Promedio diario"),
            text=mean,
            sort=lambda row: row.daily_mean,
            align=Align.END,
            rank=2,
        ),
        Column(
            key="source",
            title=translate("ReadingColumns", "Origen"),
            text=lambda row: source_text(row.source),
            sort=lambda row: source_text(row.source),
            rank=6,
        ),
        Column(
            key="invoice",
            title=translate("ReadingColumns", "Factura"),
            text=lambda row: row.invoice_number or "",
            sort=lambda row: row.invoice_number,
            rank=5,
        ),
        Column(
            key="note",
            title=translate("ReadingColumns", "Observación"),
            text=observation,
            sort=lambda row: observation(row) or None,
            rank=1,
            stretch=3,
        ),
    )


def period_columns(fmt: Formatter) -> tuple[Column[Period], ...]:
    """The same data as the chart."""
    translate = QCoreApplication.translate

    def mean(row: Period) -> str:
        value = row.daily_mean
        return "" if value is None else fmt.quantity(value, row.unit, 2)

    def change(row: Period) -> str:
        if not row.last_year:
            return ""
        return fmt.percent(row.consumption / row.last_year - 1)

    return (
        Column(
            key="period",
            title=translate("ReadingColumns", "Período"),
            text=lambda row: period_name(row, fmt),
            sort=lambda row: row.end,
        ),
        Column(
            key="consumption",
            title=translate("ReadingColumns", "Consumo"),
            text=lambda row: fmt.quantity(row.consumption, row.unit),
            sort=lambda row: row.consumption,
            align=Align.END,
        ),
        Column(
            key="quality",
            title=translate("ReadingColumns", "Tipo"),
            text=lambda row: quality_badge(row.quality).text,
            sort=lambda row: quality_badge(row.quality).text,
            badge=lambda row: quality_badge(row.quality),
        ),
        Column(
            key="days",
            title=translate("ReadingColumns", "Días"),
            text=lambda row: str(row.days),
            sort=lambda row: row.days,
            align=Align.END,
            rank=2,
        ),
        Column(
            key="mean",
            title=translate("ReadingColumns", "Promedio diario"),
            text=mean,
            sort=lambda row: row.daily_mean,
            align=Align.END,
            rank=1,
        ),
        Column(
            key="last_year",
            title=translate("ReadingColumns", "Un año antes"),
            text=lambda row: "" if row.last_year is None else fmt.quantity(row.last_year, row.unit),
            sort=lambda row: row.last_year,
            align=Align.END,
        ),
        Column(
            key="change",
            title=translate("ReadingColumns", "Diferencia"),
            text=change,
            sort=lambda row: row.consumption / row.last_year - 1 if row.last_year else None,
            align=Align.END,
        ),
    )
