"""One notice: what it is about, what it says, and the way there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.viewmodels.notices import NoticeRow
from desktop.views.tokens import Tone, tokens
from desktop.views.widgets.buttons import Button, IconButton, Kind
from desktop.views.widgets.card import rule
from desktop.views.widgets.labels import IconLabel, Label, Text


class _Dot(QWidget):
    """Marks what was not seen; the title is strong as well, so that it does not rest on it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(10, 20)
        self.is_on = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.is_on:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().accent))
        painter.drawEllipse(QRectF(1, 6, 8, 8))
        painter.end()


class NoticeLine(QWidget):
    """A row of the list; rows are made once and shown again with other notices."""

    opened = Signal(str)
    turned = Signal(str)

    def __init__(self, index: int) -> None:
        super().__init__()
        self.setObjectName(f"notice_row_{index}")
        self._id = ""
        self._dot = _Dot()
        self._icon = IconLabel("info", size=20)
        self._title = Label(style=Text.STRONG, wrap=True)
        self._text = Label(wrap=True)
        self._about = Label(style=Text.CAPTION, tone=Tone.MUTED, wrap=True)
        self._open = Button(f"notice_open_{index}", "", Kind.SECONDARY)
        self._turn = IconButton(f"notice_turn_{index}", "check", "")
        self._open.clicked.connect(lambda: self.opened.emit(self._id))
        self._turn.clicked.connect(lambda: self.turned.emit(self._id))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addWidget(self._about)
        row = QHBoxLayout()
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(12)
        row.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._open, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignVCenter)
        self._rule = rule()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._rule)

    def show_row(self, row: NoticeRow, *, is_last: bool) -> None:
        """Show another notice."""
        self._id = row.id
        self._dot.is_on = not row.is_read
        self._dot.update()
        self._icon.set_icon(row.icon, Tone(row.tone.value))
        self._title.setText(row.title)
        self._title.set_tone(Tone.MUTED if row.is_read else Tone.TEXT)
        self._text.setText(row.text)
        self._text.setVisible(bool(row.text))
        self._about.setText(f"{row.about} · {row.when}")
        self._open.set_text(row.action)
        self._open.setAccessibleDescription(row.title)
        self._open.setVisible(bool(row.action))
        turn = self.tr("Marcar como leído")
        if row.is_read:
            turn = self.tr("Marcar como no leído")
        self._turn.set_face("rotate-ccw" if row.is_read else "check", turn)
        self._turn.setAccessibleDescription(row.title)
        state = self.tr("Leído") if row.is_read else self.tr("Sin leer")
        self.setAccessibleName(f"{state}: {row.title}")
        self._rule.setVisible(not is_last)
