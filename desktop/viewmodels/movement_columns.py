"""The columns of Consulta de Movimientos."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.movements import Line, LineState
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.movement_words import kind_text, state_badge, state_words
from desktop.viewmodels.table import Align, Badge, Column


@dataclass(frozen=True, slots=True)
class MovementRow:
    """A line of the account with its state today."""

    line: Line
    state: LineState

    @property
    def badge(self) -> Badge:
        """Icon and tone of the state, with what a credit was used for."""
        plain = state_badge(self.state)
        return Badge(plain.icon, state_words(self.state, self.line), plain.tone)


def columns(fmt: Formatter) -> tuple[Column[MovementRow], ...]:
    """In the order of a statement; ranks say what gives way on narrow windows."""
    translate = QCoreApplication.translate
    return (
        Column(
            key="date",
            title=translate("MovementColumns", "Fecha"),
            text=lambda row: fmt.day(row.line.movement.posted_on),
            sort=lambda row: (row.line.movement.posted_on, row.line.movement.order),
        ),
        Column(
            key="due",
            title=translate("MovementColumns", "Vencimiento"),
            text=lambda row: fmt.day(row.line.movement.due_on) if row.line.movement.due_on else "",
            sort=lambda row: row.line.movement.due_on,
            rank=3,
        ),
        Column(
            key="kind",
            title=translate("MovementColumns", "Tipo"),
            text=lambda row: kind_text(row.line.movement.kind),
            sort=lambda row: kind_text(row.line.movement.kind),
        ),
        Column(
            key="reference",
            title=translate("MovementColumns", "Comprobante"),
            text=lambda row: row.line.movement.reference,
            sort=lambda row: row.line.movement.reference,
            rank=2,
        ),
        Column(
            key="description",
            title=translate("MovementColumns", "Concepto"),
            text=lambda row: row.line.movement.description,
            sort=lambda row: row.line.movement.description,
            tooltip=lambda row: row.line.movement.description,
            rank=4,
            stretch=3,
        ),
        Column(
            key="debit",
            title=translate("MovementColumns", "Debe"),
            text=lambda row: fmt.money(row.line.movement.debit) if row.line.movement.debit else "",
            sort=lambda row: row.line.movement.debit.minor or None,
            align=Align.END,
        ),
        Column(
            key="credit",
            title=translate("MovementColumns", "Haber"),
            text=lambda row: (
                fmt.money(row.line.movement.credit) if row.line.movement.credit else ""
            ),
            sort=lambda row: row.line.movement.credit.minor or None,
            align=Align.END,
        ),
        Column(
            key="balance",
            title=translate("MovementColumns", "Saldo"),
            text=lambda row: fmt.money(row.line.balance),
            sort=lambda row: row.line.balance.minor,
            align=Align.END,
        ),
        Column(
            key="state",
            title=translate("MovementColumns", "Estado"),
            text=lambda row: state_badge(row.state).text,
            sort=lambda row: state_badge(row.state).text,
            badge=lambda row: state_badge(row.state),
            tooltip=lambda row: row.badge.text,
            rank=1,
        ),
    )
