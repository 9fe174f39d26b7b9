"""Filters in a row: one of them is always on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QWidget,
)

from desktop.views.fonts import font
from desktop.views.icons import pixmap
from desktop.views.tokens import Tone, tokens
from desktop.views.widgets.pressing import EnterPresses

_HEIGHT, _PAD, _MARK, _GAP = 32, 12, 14, 6


class _Chip(EnterPresses, QAbstractButton):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setCheckable(True)
        self.setFont(font())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._count = ""
        self._is_terse = False

    def be_terse(self, *, terse: bool) -> None:
        """Leave the count out where there is no room for it."""
        if terse != self._is_terse:
            self._is_terse = terse
            self.updateGeometry()
            self.update()

    def show_count(self, text: str, count: int | None) -> None:
        self.setText(text)
        self._count = "" if count is None else str(count)
        self.setAccessibleName(f"{text} {self._count}".strip())
        self.updateGeometry()
        self.update()

    def width_with(self, *, count: bool) -> int:
        """Pixels needed, with or without the count."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2 * _PAD
        if self._count and count:
            width += metrics.horizontalAdvance(self._count) + 6
        return width + (_MARK + 4 if self.isChecked() else 0)

    def sizeHint(self) -> QSize:
        return QSize(self.width_with(count=not self._is_terse), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        super().nextCheckState()
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        worn = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on, has_focus = self.isChecked(), self.hasFocus()
        pill = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = worn.focus if has_focus else (worn.accent if is_on else worn.border)
        painter.setPen(QPen(QColor(edge), 2 if has_focus else 1))
        ground = worn.accent_tint if is_on else (worn.hover if self.underMouse() else worn.surface)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        left = _PAD
        if is_on:
            mark = pixmap("check", Tone.ACCENT, _MARK, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(left - 2, (self.height() - _MARK) // 2), mark)
            left += _MARK + 2
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(worn.accent if is_on else worn.text))
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), flags, self.text())
        if self._count and not self._is_terse:
            left += self.fontMetrics().horizontalAdvance(self.text()) + 6
            painter.setPen(QColor(worn.accent if is_on else worn.muted))
            painter.drawText(self.rect().adjusted(left, 0, 0, 0), flags, self._count)
        painter.end()


class ChipBar(QWidget):
    """`picked` carries the key of the chip that a person turned on."""

    picked = QtSignal(str)

    def __init__(
        self,
        name: str,
        label: str,
        chips: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the chips give way
        self._group = QButtonGroup(self)
        self._texts = dict(chips)
        self._chips: dict[str, _Chip] = {}
        for key, text in chips:
            chip = _Chip(f"{name}_{key}")
            chip.show_count(text, None)
            chip.toggled.connect(self._fit)
            chip.clicked.connect(lambda _on=False, k=key: self.picked.emit(k))
            self._chips[key] = chip
            self._group.addButton(chip)
            row.addWidget(chip)
        row.addStretch(1)

    def pick(self, key: str) -> None:
        """Turn a chip on without telling."""
        self._chips[key].setChecked(True)

    def set_counts(self, counts: dict[str, int]) -> None:
        """How many rows each chip would show."""
        for key, chip in self._chips.items():
            chip.show_count(self._texts[key], counts.get(key))
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._width(count=True), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(count=False), _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _width(self, *, count: bool) -> int:
        widths = [chip.width_with(count=count) for chip in self._chips.values()]
        return sum(widths) + _GAP * (len(widths) - 1)

    def _fit(self) -> None:
        terse = self.width() < self._width(count=True)
        for chip in self._chips.values():
            chip.be_terse(terse=terse)
            chip.updateGeometry()
        self.updateGeometry()
