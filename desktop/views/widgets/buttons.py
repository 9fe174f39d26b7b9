"""Buttons in the three weights of the design, and the one that is only an icon."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop.views.icons import icon
from desktop.views.tokens import Tone
from desktop.views.widgets.labels import repolish, set_tooltip
from desktop.views.widgets.pressing import EnterPresses


class Kind(StrEnum):
    """PRIMARY at most once on a page; QUIET for links and ways out."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"


_TONES = {Kind.PRIMARY: Tone.ON_ACCENT, Kind.SECONDARY: Tone.TEXT, Kind.QUIET: Tone.ACCENT}


class Button(EnterPresses, QPushButton):
    """A button with words. `name` is its objectName."""

    def __init__(
        self,
        name: str,
        text: str,
        kind: Kind = Kind.SECONDARY,
        icon_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self._icon_name = icon_name
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        if icon_name:
            self.setIconSize(QSize(20, 16))
        self._wear(kind)

    def set_kind(self, kind: Kind) -> None:
        """Change the weight, where something else matters more just now."""
        if self.property("kind") != kind:
            self._wear(kind)
            repolish(self)

    def _wear(self, kind: Kind) -> None:
        self.setProperty("kind", kind)
        if self._icon_name:
            self.setIcon(icon(self._icon_name, _TONES[kind]))

    def set_text(self, text: str) -> None:
        """Change the words, also for a screen reader."""
        self.setText(text)
        self.setAccessibleName(text)


class IconButton(EnterPresses, QToolButton):
    """A button without words: `text` is its tooltip and its name for a screen reader."""

    def __init__(
        self,
        name: str,
        icon_name: str,
        text: str,
        tone: Tone = Tone.MUTED,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setIconSize(QSize(16, 16))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tone = tone
        self.set_face(icon_name, text)

    def set_face(self, icon_name: str, text: str) -> None:
        """Change icon and name."""
        self.setIcon(icon(icon_name, self._tone))
        self.setAccessibleName(text)
        set_tooltip(self, text)
