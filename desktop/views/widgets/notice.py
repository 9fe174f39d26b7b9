"""The bar inside a page that says what happened and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, IconButton
from desktop.views.widgets.labels import IconLabel, Label, repolish
from desktop.views.widgets.speech import announce

_ICONS = {
    Tone.DANGER: "circle-alert",
    Tone.WARNING: "triangle-alert",
    Tone.SUCCESS: "circle-check",
    Tone.ACCENT: "info",
    Tone.MUTED: "info",
}


@dataclass(frozen=True, slots=True)
class Notice:
    """`action` runs when the button named `action_text` is pressed. A notice that `stays` has no
    cross: it goes when its cause does."""

    text: str
    tone: Tone = Tone.ACCENT
    icon: str = ""
    action_text: str = ""
    action: Callable[[], None] | None = None
    stays: bool = False


class NoticeBar(QFrame):
    """Hidden until it has something to say; never over the content, never modal."""

    dismissed = Signal()

    def __init__(self, name: str = "notice", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "notice")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        self._icon = IconLabel("info", size=18)
        self._text = Label(wrap=True)
        self._button = Button(f"{name}_action", "")
        self._close = IconButton(f"{name}_close", "x", self.tr("Cerrar aviso"))
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._notice: Notice | None = None
        self._button.clicked.connect(self._run)
        self._close.clicked.connect(self._dismiss)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What is shown, None while hidden."""
        return self._notice

    def show_notice(self, notice: Notice) -> None:
        """Show `notice` in place of what was there, and tell screen readers."""
        is_new = self._notice is None or self._notice.text != notice.text
        self._notice = notice
        self._icon.set_icon(notice.icon or _ICONS.get(notice.tone, "info"), notice.tone)
        self._text.setText(notice.text)
        self._button.set_text(notice.action_text)
        self._button.setVisible(notice.action is not None)
        self._close.setVisible(not notice.stays)
        self.setAccessibleName(notice.text)
        self.setProperty("tone", notice.tone)
        repolish(self)
        self.show()
        if is_new:
            announce(self, notice.text)

    def clear(self) -> None:
        """Hide: what it told is over."""
        self._notice = None
        self.hide()

    def _run(self) -> None:
        if self._notice is not None and self._notice.action is not None:
            self._notice.action()

    def _dismiss(self) -> None:
        self.clear()
        self.dismissed.emit()
