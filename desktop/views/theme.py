"""Light, dark or as the system says; switchable while the app runs.

Fusion with our own palettes: its default ones fail WCAG AA, and on several Linux desktops
QStyleHints cannot make it dark. The hint only tells which of ours to wear.
"""

from __future__ import annotations

import re
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.resources import resource
from desktop.views import fonts
from desktop.views.tokens import DEFAULT_ACCENT, Tokens, dark, light, wear


class ThemeChoice(StrEnum):
    """What a person chose in the preferences."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses the app; `changed` comes after palette and stylesheet are in place."""

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        accent: str = DEFAULT_ACCENT,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._accent = accent if _is_colour(accent) else DEFAULT_ACCENT
        self._template = resource("style", "app.qss").read_text("utf-8")
        app.setStyle("Fusion")
        fonts.install(app)
        self._worn: Tokens | None = None
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    @property
    def choice(self) -> ThemeChoice:
        """What was chosen last."""
        return self._choice

    def choose(self, choice: ThemeChoice) -> None:
        """Wear another theme now."""
        self._choice = choice
        self._apply()

    def set_accent(self, colour: str) -> None:
        """Use the utility's '#rrggbb'; anything else keeps the accent as it is."""
        if _is_colour(colour):
            self._accent = colour.lower()
            self._apply()

    def _is_dark(self) -> bool:
        if self._choice is not ThemeChoice.SYSTEM:
            return self._choice is ThemeChoice.DARK
        return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark

    def _apply(self) -> None:
        wanted = (dark if self._is_dark() else light)(self._accent)
        if wanted == self._worn:
            return
        self._worn = wanted
        wear(self._app, wanted)
        self._app.setPalette(palette(wanted))
        self._app.setStyleSheet(stylesheet(self._template, wanted))
        self.changed.emit()


def _is_colour(text: str) -> bool:
    return re.fullmatch(r"#[0-9a-fA-F]{6}", text) is not None


def stylesheet(template: str, colours: Tokens) -> str:
    """`template` with every @name replaced; an unknown name raises KeyError. @marks is the
    folder of the pictures that QSS can only take from files."""
    named = colours.names()
    named["marks"] = resource("style", "dark" if colours.is_dark else "light").as_posix()
    return re.sub(r"@(\w+)", lambda found: named[found.group(1)], template)


def palette(colours: Tokens) -> QPalette:
    """Qt's roles from our tokens."""
    made = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.window),
        (role.Text, colours.text),
        (role.Button, colours.raised),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.on_accent),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.accent_fill),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Accent, colours.accent_fill),
        (role.Light, colours.surface),
        (role.Midlight, colours.hover),
        (role.Mid, colours.border),
        (role.Dark, colours.outline),
        (role.Shadow, colours.shadow),
    ):
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.disabled))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours.hover))
    return made
