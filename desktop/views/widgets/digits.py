"""The black digits of a meter: one box each, one field for the keyboard and a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegularExpressionValidator,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.fonts import Size, font
from desktop.views.tokens import tokens
from desktop.views.widgets.fields import Field

BOX = QSize(34, 44)
_GAP = 6


class DigitField(Field):
    """A line edit drawn as boxes: typing, pasting, erasing, undoing and selecting are Qt's own.
    `typed` comes with what a person entered; `refused` when it was more than fits."""

    typed = Signal(str)
    refused = Signal()

    def __init__(self, name: str, label: str, digits: int, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent)
        self.digits = digits
        self.setMaxLength(digits)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))
        self.setFrame(False)
        self.setFont(font(Size.TITLE, QFont.Weight.DemiBold))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())
        self.setProperty("role", "digits")
        self.textEdited.connect(self.typed)
        self.selectionChanged.connect(self.update)
        self.cursorPositionChanged.connect(lambda _old, _new: self.update())

    def sizeHint(self) -> QSize:
        return QSize(self.digits * (BOX.width() + _GAP) - _GAP + 4, BOX.height() + 4)

    def set_digits(self, text: str) -> None:
        """Show what is kept; the cursor stays where it is."""
        if text != self.text():
            self.setText(text)

    def paste_digits(self) -> None:
        """Put in what the clipboard holds: blanks and marks of thousands are left out, decimals
        too; what has more digits than the meter is refused."""
        text = QGuiApplication.clipboard().text().strip()
        whole, _mark, _decimals = text.partition(",")
        found = "".join(c for c in whole if c.isascii() and c.isdigit())
        if not found or len(found) > self.digits:
            self.refused.emit()
            return
        if len(found) == self.digits:
            self.selectAll()
        self.insert(found)
        self.typed.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_digits()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.paste_digits)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click puts the cursor into the box under it."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setCursorPosition(self._box_at(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        first = self.selectionStart()
        selected = range(first, self.selectionEnd()) if first >= 0 else range(0)
        # The cursor after the last digit stands in the last box.
        at = min(self.cursorPosition(), self.digits - 1)
        for index in range(self.digits):
            is_current = self.hasFocus() and (index == at or index in selected)
            self._paint_box(painter, index, is_current=is_current, is_chosen=index in selected)
        painter.end()

    def _paint_box(
        self, painter: QPainter, index: int, *, is_current: bool, is_chosen: bool
    ) -> None:
        colours, box = tokens(), self._box(index)
        edge = colours.outline
        if self.property("invalid"):
            edge = colours.danger
        if is_current:
            edge = colours.focus
        painter.setPen(QPen(QColor(edge), 2 if is_current or self.property("invalid") else 1))
        painter.setBrush(QColor(colours.selection if is_chosen else colours.surface))
        painter.drawRoundedRect(box, 6, 6)
        text = self.text()
        if index < len(text):
            painter.setPen(QColor(colours.text if self.isEnabled() else colours.disabled))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text[index])
        elif is_current and index == len(text):
            painter.setPen(QPen(QColor(colours.text), 1))
            x, middle = box.center().x(), box.center().y()
            painter.drawLine(x, middle - 10, x, middle + 10)

    def _box(self, index: int) -> QRect:
        return QRect(QPoint(2 + index * (BOX.width() + _GAP), 2), BOX)

    def _box_at(self, point: QPoint) -> int:
        index = (point.x() - 2) // (BOX.width() + _GAP)
        return max(0, min(index, len(self.text())))
