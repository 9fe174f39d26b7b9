"""The four faces of a page: loading, empty, error and its content."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.labels import IconLabel, Label, Text
from desktop.views.widgets.skeleton import SkeletonRows

WAIT_BEFORE_LOADING = 150  # ms; what comes sooner must not flicker


class Message(QWidget):
    """An icon, a sentence, what it means, and the next step."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._icon = IconLabel("inbox", Tone.MUTED, 40)
        self._title = Label(style=Text.HEADING, wrap=True)
        self._text = Label(tone=Tone.MUTED, wrap=True)
        self._button = Button(f"{name}_action", "", Kind.SECONDARY)
        self._action: Callable[[], None] | None = None
        self._button.clicked.connect(self._run)
        for label in (self._title, self._text):
            label.setAlignment(centre)
        column.addStretch(2)
        column.addWidget(self._icon, 0, centre)
        column.addSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(8)
        column.addWidget(self._button, 0, centre)
        column.addStretch(3)

    def tell(
        self,
        icon_name: str,
        title: str,
        text: str = "",
        action_text: str = "",
        action: Callable[[], None] | None = None,
        tone: Tone = Tone.MUTED,
    ) -> None:
        """Fill in; without `action` there is no button."""
        self._icon.set_icon(icon_name, tone)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._button.set_text(action_text)
        self._button.setVisible(action is not None)
        self._action = action
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def _run(self) -> None:
        if self._action is not None:
            self._action()


class PageStates(QWidget):
    """Shows `content`, or what stands in its place. Starts with the content."""

    def __init__(
        self, content: QWidget, skeleton: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._stack = QStackedLayout(self)
        self._content = content
        self._blank = QWidget()
        self._skeleton = QWidget()
        self._skeleton.setObjectName("skeleton")
        top = QVBoxLayout(self._skeleton)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(skeleton or SkeletonRows())
        top.addStretch(1)
        self._empty = Message("empty_state")
        self._error = Message("error_state")
        for face in (content, self._blank, self._skeleton, self._empty, self._error):
            self._stack.addWidget(face)
        self._timer = QTimer(self, singleShot=True, interval=WAIT_BEFORE_LOADING)
        self._timer.timeout.connect(self._show_skeleton)

    @property
    def face(self) -> str:
        """Which one is shown: 'content', 'loading', 'empty' or 'error'."""
        shown = self._stack.currentWidget()
        if shown is self._content:
            return "content"
        if shown is self._empty:
            return "empty"
        return "error" if shown is self._error else "loading"

    def show_content(self) -> None:
        """The page's own content."""
        self._turn_to(self._content)

    def show_loading(self) -> None:
        """Nothing for 150 ms, then skeleton rows."""
        if self.face != "loading":
            self._turn_to(self._blank)
            self._timer.start()

    def show_empty(
        self,
        icon_name: str,
        title: str,
        text: str = "",
        action_text: str = "",
        action: Callable[[], None] | None = None,
    ) -> None:
        """Why there is nothing, and the next step."""
        self._empty.tell(icon_name, title, text, action_text, action)
        self._turn_to(self._empty)

    def show_error(
        self, title: str, text: str, action_text: str = "", action: Callable[[], None] | None = None
    ) -> None:
        """What failed, and a way out; see `texts.describe`."""
        self._error.tell("circle-alert", title, text, action_text, action, Tone.DANGER)
        self._turn_to(self._error)

    def _turn_to(self, face: QWidget) -> None:
        self._timer.stop()
        self._stack.setCurrentWidget(face)

    def _show_skeleton(self) -> None:
        self._stack.setCurrentWidget(self._skeleton)
