"""Inicio's rows: the whole row is one button, painted by itself so that hundreds stay light."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.viewmodels.home import ContractRow
from desktop.views.fonts import Size, font
from desktop.views.icons import pixmap
from desktop.views.tokens import Tone, tokens
from desktop.views.widgets.labels import set_tooltip
from desktop.views.widgets.pressing import EnterPresses

ROW, HEAD = 60, 32  # heights
_WIDE = 860  # from here the address has a column of its own
_GAP = 12


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns of a row begin and end, for one width."""

    icon: QRect
    name: QRect
    address: QRect
    status: QRect
    overdue: QRect
    due: QRect
    date: QRect
    chevron: QRect

    @staticmethod
    def of(width: int, height: int) -> _Columns:
        wide = width >= _WIDE
        amount, gap = (124, _GAP) if wide else (100, 8)
        right = width - 16
        spans = []
        for span in (20, 84, amount, amount, 108 if wide else 94):
            spans.append(QRect(right - span, 0, span, height))
            right -= span + gap
        chevron, date, due, overdue, status = spans
        left = 16 + 20 + _GAP
        room = right - left
        name = QRect(left, 0, room * 38 // 100 - _GAP if wide else room, height)
        address = QRect(name.right() + _GAP, 0, right - name.right() - _GAP if wide else 0, height)
        return _Columns(
            QRect(16, 0, 20, height), name, address, status, overdue, due, date, chevron
        )


class ContractHead(QWidget):
    """The names of the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(Size.CAPTION, QFont.Weight.Medium))
        painter.setPen(QColor(tokens().muted))
        at = _Columns.of(self.width(), self.height())
        end = Qt.AlignmentFlag.AlignRight
        for rect, text, side in (
            (at.name, self.tr("Contrato"), Qt.AlignmentFlag.AlignLeft),
            (at.address, self.tr("Dirección"), Qt.AlignmentFlag.AlignLeft),
            (at.status, self.tr("Estado"), Qt.AlignmentFlag.AlignLeft),
            (at.overdue, self.tr("Vencido"), end),
            (at.due, self.tr("A vencer"), end),
            (at.date, self.tr("Vence"), end),
        ):
            if rect.width() > 0:
                painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        painter.setPen(QColor(tokens().border))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


class ContractButton(EnterPresses, QAbstractButton):
    """One row. Arrow keys move to the next; Enter, Space and a click unfold it."""

    moved = Signal(int)  # rows to go: -1, 1, or a large number towards an end

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(ROW)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._row: ContractRow | None = None

    @property
    def row(self) -> ContractRow | None:
        """What is shown."""
        return self._row

    def show_row(self, row: ContractRow) -> None:
        """Show another contract."""
        if row == self._row:
            return
        self._row = row
        self.setObjectName(f"contract_{row.id}")
        self.setAccessibleName(row.sentence(self.tr("vencido"), self.tr("a vencer")))
        set_tooltip(self, f"{row.number} · {row.address}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, ROW)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Stay as it is: the viewmodel says which row is unfolded."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Home: -100_000,
            Qt.Key.Key_End: 100_000,
            Qt.Key.Key_PageUp: -8,
            Qt.Key.Key_PageDown: 8,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._row is None:
            return
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown() or self.underMouse() or self.isChecked():
            painter.fillRect(self.rect(), QColor(self._ground()))
        self._paint_row(painter, self._row)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 6, 6)
        painter.end()

    def _ground(self) -> str:
        colours = tokens()
        if self.isDown():
            return colours.pressed
        return colours.selection if self.isChecked() else colours.hover

    def _paint_row(self, painter: QPainter, row: ContractRow) -> None:
        at = _Columns.of(self.width(), self.height())
        self._icon(painter, at.icon, row.service.icon, Tone.MUTED, 20)
        second = row.number if at.address.width() else f"{row.number} · {row.address}"
        name_width = at.name.width()
        self._text(painter, QRect(at.name.x(), 11, name_width, 20), row.title, strong=True)
        self._text(painter, QRect(at.name.x(), 31, name_width, 18), second, tone=Tone.MUTED)
        if at.address.width():
            self._text(painter, at.address, row.address)
        badge = row.status
        self._icon(painter, at.status, badge.icon, Tone(badge.tone.value), 16)
        word = at.status.adjusted(22, 0, 0, 0)
        self._text(painter, word, badge.text, tone=Tone(badge.tone.value))
        if row.overdue:
            self._text(painter, at.overdue, row.overdue, tone=Tone.DANGER, strong=True, end=True)
        else:
            self._text(painter, at.overdue, self.tr("Al día"), tone=Tone.MUTED, end=True)
        self._text(painter, at.due, row.to_be_due or "–", end=True, strong=bool(row.to_be_due))
        self._text(painter, at.date, row.next_due or "–", tone=Tone.MUTED, end=True)
        arrow = "chevron-up" if self.isChecked() else "chevron-down"
        self._icon(painter, at.chevron, arrow, Tone.MUTED, 18)

    def _icon(self, painter: QPainter, rect: QRect, name: str, tone: Tone, size: int) -> None:
        top = (self.height() - size) // 2
        picture = pixmap(name, tone, size, self.devicePixelRatioF())
        painter.drawPixmap(rect.x(), top, picture)

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        *,
        tone: Tone = Tone.TEXT,
        strong: bool = False,
        end: bool = False,
    ) -> None:
        used = font(Size.BODY, QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        painter.setFont(used)
        painter.setPen(QColor(tokens().of(tone)))
        shown = QFontMetrics(used).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        side = Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, int(flags) | int(Qt.TextFlag.TextSingleLine), shown)


class ContractList(QWidget):
    """Rows in a column, one of which may be unfolded over the `drawer` that `make_drawer`
    makes for a contract. One Tab stop; the arrows move inside."""

    toggled = Signal(str)  # contract id

    def __init__(
        self, make_drawer: Callable[[str], QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._make_drawer = make_drawer
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._pool: list[ContractButton] = []
        self._buttons: list[ContractButton] = []
        self._drawer: QWidget | None = None
        self._expanded = ""
        self._current = 0

    @property
    def buttons(self) -> Sequence[ContractButton]:
        """The rows shown, from the top."""
        return tuple(self._buttons)

    @property
    def drawer(self) -> QWidget | None:
        """What stands below the unfolded row."""
        return self._drawer

    def show_rows(self, rows: Sequence[ContractRow], expanded: str) -> None:
        """Show `rows`, the one with id `expanded` unfolded."""
        while len(self._pool) < len(rows):
            self._add_button()
        # Spare rows are hidden, not deleted: making them again is what costs while one types.
        for button in self._pool[len(rows) :]:
            button.hide()
        self._buttons = self._pool[: len(rows)]
        if expanded != self._expanded or not rows:
            self._drop_drawer()
        for button, row in zip(self._buttons, rows, strict=True):
            button.show_row(row)
            button.setChecked(row.id == expanded)
            button.show()
        self._place_drawer(expanded, [row.id for row in rows])
        self._rove(min(self._current, len(rows) - 1))

    def _add_button(self) -> None:
        button = ContractButton(self)
        self._column.insertWidget(self._column.count() - 1, button)
        self._pool.append(button)
        button.clicked.connect(lambda: self._choose(button))
        button.moved.connect(lambda steps: self._move(button, steps))

    def _choose(self, button: ContractButton) -> None:
        if button.row is not None:
            self._rove(self._buttons.index(button))
            self.toggled.emit(button.row.id)

    def _move(self, button: ContractButton, steps: int) -> None:
        target = max(0, min(len(self._buttons) - 1, self._buttons.index(button) + steps))
        self._rove(target)
        self._buttons[target].setFocus(Qt.FocusReason.TabFocusReason)

    def _rove(self, current: int) -> None:
        self._current = max(0, current)
        for i, button in enumerate(self._buttons):
            is_stop = i == self._current
            policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            if button.focusPolicy() is not policy:
                button.setFocusPolicy(policy)

    def _drop_drawer(self) -> None:
        if self._drawer is not None:
            self._column.removeWidget(self._drawer)
            self._drawer.hide()
            self._drawer.deleteLater()
            self._drawer = None
        self._expanded = ""

    def _place_drawer(self, expanded: str, ids: Sequence[str]) -> None:
        if expanded not in ids:
            return
        if self._drawer is None:
            self._drawer = self._make_drawer(expanded)
            self._expanded = expanded
        below = self._column.indexOf(self._buttons[ids.index(expanded)]) + 1
        if self._column.indexOf(self._drawer) != below:
            self._column.removeWidget(self._drawer)
            below = self._column.indexOf(self._buttons[ids.index(expanded)]) + 1
            self._column.insertWidget(below, self._drawer)
            self._drawer.show()  # now, not at the next turn: Tab may be the very next key
            previous: QWidget = self._buttons[ids.index(expanded)]
            for child in self._drawer.findChildren(QAbstractButton):
                QWidget.setTabOrder(previous, child)
                previous = child
