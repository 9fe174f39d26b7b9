"""Text that is always plain: QLabel guesses rich text, and a customer's name may look like it."""

from __future__ import annotations

import re
from enum import Enum

from PySide6 import QtGui
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QSystemTrayIcon, QWidget

from desktop.views.fonts import Size, font
from desktop.views.icons import pixmap
from desktop.views.tokens import Tone


def breakable(text: str, most: int = 32) -> str:
    """`text` whose words of more than `most` characters may be broken: a label is as wide as its
    longest one."""
    return re.sub(rf"(\S{{{most}}})(?=\S)", "\\1\u200b", text)


class Text(Enum):
    """Sizes and weights in use."""

    CAPTION = (Size.CAPTION, QFont.Weight.Normal)
    BODY = (Size.BODY, QFont.Weight.Normal)
    STRONG = (Size.BODY, QFont.Weight.DemiBold)
    LEAD = (Size.LEAD, QFont.Weight.Normal)
    HEADING = (Size.LEAD, QFont.Weight.DemiBold)
    TITLE = (Size.TITLE, QFont.Weight.DemiBold)
    FIGURE = (Size.FIGURE, QFont.Weight.DemiBold)


class Label(QLabel):
    """Plain text; with `wrap` it breaks lines."""

    def __init__(
        self,
        text: str = "",
        style: Text = Text.BODY,
        tone: Tone = Tone.TEXT,
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(*style.value))
        self.setWordWrap(wrap)
        self.setProperty("tone", tone)
        self.setText(text)

    def set_tone(self, tone: Tone) -> None:
        """Change the colour's meaning."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            repolish(self)


class ElidedLabel(Label):
    """One line that gives way with an ellipsis and tells the whole text in its tooltip."""

    def __init__(
        self,
        text: str = "",
        style: Text = Text.BODY,
        tone: Tone = Tone.TEXT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, style, tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """One line: breaks become blanks."""
        super().setText(" ".join(text.split()) if "\n" in text else text)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), mode, self.contentsRect().width())
        flags = int(self.alignment()) | int(Qt.TextFlag.TextSingleLine)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            flags,
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )
        painter.end()

    def _tell(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()
        set_tooltip(self, "" if fits else self.text())


class IconLabel(QWidget):
    """An icon by itself, decorative unless it is given an accessible name."""

    def __init__(
        self, name: str, tone: Tone = Tone.MUTED, size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._tone = name, tone
        self.setFixedSize(size, size)

    def set_icon(self, name: str, tone: Tone | None = None) -> None:
        """Show another icon, in the same tone unless told."""
        self._name, self._tone = name, tone or self._tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(0, 0, pixmap(self._name, self._tone, self.width(), ratio))
        painter.end()


def set_tooltip(widget: QWidget | QSystemTrayIcon, text: str) -> None:
    """A tooltip that shows `text` as it is, whatever it looks like."""
    if QtGui.Qt.mightBeRichText(text):
        import html

        text = f"<qt>{html.escape(text)}</qt>"
    widget.setToolTip(text)


def repolish(widget: QWidget) -> None:
    """Let the stylesheet look again at a widget whose properties changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
