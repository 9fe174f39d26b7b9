"""The colours of the light and the dark theme, and the measures both share."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

from PySide6.QtWidgets import QApplication

from desktop.views.contrast import accent_for

DEFAULT_ACCENT = "#1b6ca8"

SPACE_XS, SPACE_S, SPACE_M, SPACE_L, SPACE_XL, SPACE_XXL = 4, 8, 12, 16, 24, 32
RADIUS = 8
CONTROL = 32  # height of a control, pixels
SIDEBAR, SIDEBAR_COLLAPSED = 232, 60
COLLAPSE_UNDER = 900  # window width, pixels


class Tone(StrEnum):
    """What a colour says; `_tint` backgrounds exist for all but TEXT, MUTED and ON_ACCENT."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    DANGER = "danger"
    WARNING = "warning"
    SUCCESS = "success"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme. Text colours reach 4.5:1 on window, surface, raised and sidebar; `outline`
    (edges of controls), `focus` and `accent_fill` reach 3:1."""

    is_dark: bool
    window: str
    surface: str
    raised: str
    sidebar: str
    hover: str
    pressed: str
    border: str
    outline: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_fill: str
    accent_tint: str
    on_accent: str
    focus: str
    selection: str
    danger: str
    danger_tint: str
    warning: str
    warning_tint: str
    success: str
    success_tint: str
    skeleton: str
    shadow: str

    def of(self, tone: str) -> str:
        """Colour of a `Tone`."""
        return str(getattr(self, tone))

    def tint(self, tone: str) -> str:
        """Background for text of a `Tone`."""
        return str(getattr(self, f"{tone}_tint", self.hover))

    def names(self) -> dict[str, str]:
        """Every colour by its name, for the stylesheet."""
        return {f.name: str(getattr(self, f.name)) for f in fields(self) if f.name != "is_dark"}


def light(accent: str = DEFAULT_ACCENT) -> Tokens:
    """The light theme with an accent made of the utility's colour."""
    own = accent_for(accent, ("#ffffff", "#f5f6f8", "#eceef2"))
    return Tokens(
        is_dark=False,
        window="#f5f6f8",
        surface="#ffffff",
        raised="#ffffff",
        sidebar="#eceef2",
        hover="#e9ecf0",
        pressed="#dde1e7",
        border="#dce0e6",
        outline="#7e8692",
        text="#1a1e24",
        muted="#566070",
        disabled="#98a0ab",
        accent=own.text,
        accent_fill=own.fill,
        accent_tint=own.tint,
        on_accent=own.on_fill,
        focus=own.text,
        selection=own.tint,
        danger="#b3261e",
        danger_tint="#fbe9e7",
        warning="#7d5200",
        warning_tint="#fdf1d8",
        success="#1a6937",
        success_tint="#e4f3e8",
        skeleton="#e6e9ee",
        shadow="#1a1e24",
    )


def dark(accent: str = DEFAULT_ACCENT) -> Tokens:
    """The dark theme with an accent made of the utility's colour."""
    own = accent_for(accent, ("#1e2126", "#17191d", "#282c33", "#131518"))
    return Tokens(
        is_dark=True,
        window="#17191d",
        surface="#1e2126",
        raised="#282c33",
        sidebar="#131518",
        hover="#2a2e35",
        pressed="#343941",
        border="#31363e",
        outline="#7f8894",
        text="#e7e9ed",
        muted="#a8b0bb",
        disabled="#6a727d",
        accent=own.text,
        accent_fill=own.fill,
        accent_tint=own.tint,
        on_accent=own.on_fill,
        focus=own.text,
        selection=own.tint,
        danger="#f28b82",
        danger_tint="#3c2322",
        warning="#e8b552",
        warning_tint="#362c17",
        success="#74c48f",
        success_tint="#1c3225",
        skeleton="#2a2e35",
        shadow="#000000",
    )


_PROPERTY = "oficina_tokens"
_LIGHT = light()


def wear(app: QApplication, tokens: Tokens) -> None:
    """Make `tokens` what the app is painted with; `theme.Theme` calls this."""
    app.setProperty(_PROPERTY, tokens)


def tokens() -> Tokens:
    """What the app is painted with now, as QApplication.palette() is; light until it is set.
    A widget that paints itself asks at each paint, so that a change of theme reaches it."""
    app = QApplication.instance()
    worn = app.property(_PROPERTY) if app is not None else None
    return worn if isinstance(worn, Tokens) else _LIGHT
