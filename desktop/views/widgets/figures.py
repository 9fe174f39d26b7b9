"""The strip of at most four figures under a page's header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.tokens import Tone
from desktop.views.widgets.labels import ElidedLabel, IconLabel, Text


@dataclass(frozen=True, slots=True)
class Figure:
    """`label` above, `value` large, `hint` below; `icon` belongs to the tone where it means
    something, so that colour never stands alone."""

    key: str
    label: str
    value: str
    hint: str = ""
    tone: Tone = Tone.TEXT
    icon: str = ""


class FigureStrip(QWidget):
    """Equal cards in a row. Each card's objectName is 'figure_<key>'."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figures")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._cards: list[_Card] = []

    def set_figures(self, figures: Sequence[Figure]) -> None:
        """Show up to four figures; ValueError for more."""
        if len(figures) > 4:
            raise ValueError("a strip holds at most four figures")
        while len(self._cards) > len(figures):
            card = self._cards.pop()
            self._row.removeWidget(card)
            card.deleteLater()
        while len(self._cards) < len(figures):
            card = _Card()
            self._cards.append(card)
            self._row.addWidget(card, 1)
        for card, figure in zip(self._cards, figures, strict=True):
            card.show_figure(figure)
        self.setVisible(bool(figures))


class _Card(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(4)
        self._icon = IconLabel("info", size=14)
        self._label = ElidedLabel(style=Text.CAPTION, tone=Tone.MUTED)
        self._value = ElidedLabel(style=Text.TITLE)
        self._hint = ElidedLabel(style=Text.CAPTION, tone=Tone.MUTED)
        head.addWidget(self._icon)
        head.addWidget(self._label, 1)
        column.addLayout(head)
        column.addWidget(self._value)
        column.addWidget(self._hint)
        column.addStretch(1)

    def show_figure(self, figure: Figure) -> None:
        self.setObjectName(f"figure_{figure.key}")
        self.setAccessibleName(f"{figure.label}: {figure.value}. {figure.hint}".strip())
        self._icon.setVisible(bool(figure.icon))
        if figure.icon:
            self._icon.set_icon(figure.icon, figure.tone)
        self._label.setText(figure.label)
        self._value.setText(figure.value)
        self._value.set_tone(figure.tone)
        self._hint.setText(figure.hint)
        self._hint.setVisible(bool(figure.hint))
