"""Surfaces and the layout of a page."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.tokens import SPACE_L, SPACE_XL


class Card(QFrame):
    """A bordered surface; fill `body`."""

    def __init__(self, margin: int = SPACE_L, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(8)


def kept_narrow(widget: QWidget) -> QHBoxLayout:
    """`widget`, which has a greatest width, at the left. Put straight into a column, its height
    would be reckoned for the column's width, and wrapped lines would be cut off."""
    row = QHBoxLayout()
    row.addWidget(widget, 1)
    row.addStretch(0)
    return row


def rule() -> QFrame:
    """A hairline between two parts."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def page_layout(page: QWidget) -> QVBoxLayout:
    """The column every page is laid out in: 24 around, 16 between."""
    column = QVBoxLayout(page)
    column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
    column.setSpacing(SPACE_L)
    return column
