"""The history of how a contract's bills were delivered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.domain.delivery import Delivery, DeliveryChannel, Stage, newest_first
from desktop.viewmodels.delivery_state import HistoryRow
from desktop.viewmodels.delivery_words import (
    channel_icon,
    channel_text,
    destination,
    stage_badge,
)
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.table import Badge, Column, Tone


def history_rows(rows: Sequence[Delivery], address: str, today: date) -> tuple[HistoryRow, ...]:
    """Newest first; `address` is the supply's."""
    made = []
    for row in newest_first(rows):
        stage = row.stage(today)
        is_live = stage in (Stage.NEXT_BILL, Stage.IN_FORCE)
        made.append(
            HistoryRow(
                id=row.id,
                asked=row.requested_at,
                channel=channel_text(row.channel),
                icon=channel_icon(row.channel),
                where=destination(row, address),
                badge=stage_badge(stage),
                first=row.first_bill,
                until=None if is_live else row.ends_on,
            )
        )
    return tuple(made)


def history_columns(fmt: Formatter) -> tuple[Column[HistoryRow], ...]:
    """Columns of the table."""
    translate = QCoreApplication.translate
    mail = channel_text(DeliveryChannel.EMAIL)
    return (
        Column(
            key="asked",
            title=translate("DeliveryRows", "Pedido el"),
            text=lambda row: fmt.day(fmt.local(row.asked).date()),
            sort=lambda row: row.asked,
        ),
        Column(
            key="channel",
            title=translate("DeliveryRows", "Envío"),
            text=lambda row: row.channel,
            sort=lambda row: row.channel != mail,
            badge=lambda row: Badge(row.icon, row.channel, Tone.NEUTRAL),
        ),
        Column(
            key="where",
            title=translate("DeliveryRows", "Dirección"),
            text=lambda row: row.where,
            sort=lambda row: row.where,
            tooltip=lambda row: row.where,
            stretch=3,
        ),
        Column(
            key="state",
            title=translate("DeliveryRows", "Estado"),
            text=lambda row: row.badge.text,
            sort=lambda row: row.badge.text,
            badge=lambda row: row.badge,
            stretch=2,
        ),
        Column(
            key="first",
            title=translate("DeliveryRows", "Desde la factura de"),
            text=lambda row: fmt.month(row.first) if row.first is not None else "–",
            sort=lambda row: row.first,
            rank=1,
        ),
        Column(
            key="until",
            title=translate("DeliveryRows", "Hasta"),
            text=lambda row: fmt.day(row.until) if row.until is not None else "",
            sort=lambda row: row.until,
            rank=2,
        ),
    )
