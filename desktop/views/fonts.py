"""Inter, shipped with the app, in the five sizes of the design."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from desktop.resources import resource

FAMILY = "Inter"


class Size(IntEnum):
    """Pixels."""

    CAPTION = 12
    BODY = 13
    LEAD = 15
    TITLE = 20
    FIGURE = 28


def install(app: QApplication) -> None:
    """Load the shipped family and make it the app's."""
    for face in ("Regular", "Medium", "SemiBold"):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"{FAMILY}-{face}.ttf")))
    app.setFont(font())


def font(size: Size = Size.BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The family at `size`, figures of equal width so that amounts line up."""
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setWeight(weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
