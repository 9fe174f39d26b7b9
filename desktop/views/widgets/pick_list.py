"""Lines to choose from by typing: the command palette and the list of contracts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.views.fonts import Size, font
from desktop.views.icons import pixmap
from desktop.views.tokens import Tone, tokens
from desktop.views.widgets.fields import SearchField

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
LINE = 44  # height


@dataclass(frozen=True, slots=True)
class Line:
    """`hint` stands at the right: a shortcut, or a state."""

    title: str
    subtitle: str = ""
    icon: str = ""
    hint: str = ""
    hint_tone: Tone = Tone.MUTED


class _Lines(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.title, line.subtitle, line.hint) if part)
        return None

    def show(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        return QSize(200, LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        colours = tokens()
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection if is_chosen else colours.hover))
            painter.drawRoundedRect(area.adjusted(4, 1, -4, -1), 6, 6)
        if is_chosen:  # a bar as well, so that the choice does not rest on a faint tint
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRect(area.x() + 4, area.y() + 8, 3, LINE - 16), 1, 1)
        left = area.x() + 16
        if line.icon:
            ratio = painter.device().devicePixelRatioF()
            picture = pixmap(line.icon, Tone.ACCENT if is_chosen else Tone.MUTED, 16, ratio)
            painter.drawPixmap(left, area.y() + (LINE - 16) // 2, picture)
            left += 28
        right = area.right() - 16
        right = self._hint(painter, QRect(left, area.y(), right - left, LINE), line)
        self._words(painter, QRect(left, area.y(), right - left, LINE), line)
        painter.restore()

    def _hint(self, painter: QPainter, room: QRect, line: Line) -> int:
        if not line.hint:
            return room.right()
        small = font(Size.CAPTION)
        painter.setFont(small)
        painter.setPen(QColor(tokens().of(line.hint_tone)))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(side), line.hint)
        return room.right() - QFontMetrics(small).horizontalAdvance(line.hint) - 12

    def _words(self, painter: QPainter, room: QRect, line: Line) -> None:
        side = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        half = LINE // 2
        title = font(Size.BODY, QFont.Weight.Medium)
        top = QRect(room.x(), room.y() + 4, room.width(), half - 3)
        painter.setFont(title)
        painter.setPen(QColor(tokens().text))
        cut = Qt.TextElideMode.ElideRight
        shown = QFontMetrics(title).elidedText(line.title, cut, room.width())
        painter.drawText(top if line.subtitle else room, side, shown)
        if line.subtitle:
            small = font(Size.CAPTION)
            painter.setFont(small)
            painter.setPen(QColor(tokens().muted))
            bottom = QRect(room.x(), room.y() + half, room.width(), half - 4)
            shown = QFontMetrics(small).elidedText(line.subtitle, cut, room.width())
            painter.drawText(bottom, side, shown)


class PickList(QWidget):
    """A search field over a list. The focus stays in the field; arrows move in the list and
    Enter chooses."""

    asked = Signal(str)
    chosen = Signal(int)  # row

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 4)
        column.setSpacing(8)
        self.field = SearchField(f"{name}_field", label)
        self.field.textChanged.connect(self.asked)
        self.field.installEventFilter(self)
        self._lines = _Lines(self)
        self.view = QListView()
        self.view.setObjectName(f"{name}_list")
        self.view.setAccessibleName(label)
        self.view.setModel(self._lines)
        self.view.setItemDelegate(_Painter(self.view))
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(lambda index: self.chosen.emit(index.row()))
        column.addWidget(self.field)
        column.addWidget(self.view, 1)

    def show_lines(self, lines: Sequence[Line], current: int = 0) -> None:
        """Show `lines` with row `current` chosen."""
        self._lines.show(lines)
        if lines:
            self.view.setCurrentIndex(self._lines.index(max(0, min(current, len(lines) - 1)), 0))

    @property
    def lines(self) -> Sequence[Line]:
        """What can be chosen from."""
        return self._lines.lines

    @property
    def current(self) -> int:
        """The row that Enter would choose, -1 for none."""
        return self.view.currentIndex().row()

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """Arrow keys and Enter in the field are meant for the list."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            count = len(self.lines)
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: 6,
                Qt.Key.Key_PageUp: -6,
            }
            key = Qt.Key(event.key())
            if key in steps and count:
                row = self.current + steps[key]
                row = row % count if abs(steps[key]) == 1 else max(0, min(count - 1, row))
                self.view.setCurrentIndex(self._lines.index(row, 0))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.current >= 0 and not event.isAutoRepeat():
                    self.chosen.emit(self.current)
                return True
        return super().eventFilter(watched, event)
