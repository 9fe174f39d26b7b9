"""The columns of Pendientes de Envío."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.viewmodels.table import Align, Column

if TYPE_CHECKING:
    from desktop.viewmodels.format import Formatter
    from desktop.viewmodels.pending import PendingRow


def pending_columns(fmt: Formatter) -> tuple[Column[PendingRow], ...]:
    """State first: it is what one comes for."""
    translate = QCoreApplication.translate
    return (
        Column(
            key="state",
            title=translate("PendingColumns", "Estado"),
            text=lambda row: row.badge.text,
            sort=lambda row: row.badge.text,
            badge=lambda row: row.badge,
            tooltip=lambda row: row.sentence,
            stretch=0,
        ),
        Column(
            key="kind",
            title=translate("PendingColumns", "Qué"),
            text=lambda row: row.kind,
            sort=lambda row: row.kind,
            stretch=0,
        ),
        Column(
            key="summary",
            title=translate("PendingColumns", "Contenido"),
            text=lambda row: row.summary,
            sort=lambda row: row.summary,
            tooltip=lambda row: row.summary,
        ),
        Column(
            key="contract",
            title=translate("PendingColumns", "Contrato"),
            text=lambda row: row.contract,
            sort=lambda row: row.contract,
            stretch=0,
        ),
        Column(
            key="created",
            title=translate("PendingColumns", "Ingresado"),
            text=lambda row: fmt.stamp(row.created_at),
            sort=lambda row: row.created_at,
            stretch=0,
            rank=1,
        ),
        Column(
            key="reference",
            title=translate("PendingColumns", "Número"),
            text=lambda row: row.reference,
            sort=lambda row: row.reference or None,
            align=Align.START,
            rank=2,
        ),
    )
