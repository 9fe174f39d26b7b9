"""A4 paper for the print shop: fonts, figures as Uruguay writes them, a few strokes.

Lengths are in points from the top left corner, as one reads.
"""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT, RIGHT = 42.0, WIDTH - 42.0

REGULAR, STRONG = "Inter", "Inter-SemiBold"
INK, SOFT, RULE, PAPER = (HexColor(c) for c in ("#1b2430", "#5c6876", "#d9dfe5", "#f3f6f8"))
WHITE = HexColor("#ffffff")

# Bézier curves from the tip round to the tip: x from the middle, y from the foot, of 100.
_FLAME = (
    (7, 76, 37, 62, 37, 35),
    (37, 13, 20, 0, 0, 0),
    (-20, 0, -37, 13, -37, 35),
    (-37, 52, -26, 58, -22, 74),
    (-14, 68, -12, 64, -10, 58),
    (-4, 70, 2, 84, 0, 100),
)

_FONTS = Path(__file__).parents[2] / "resources" / "fonts"


@cache
def load_fonts() -> None:
    """Make Inter known to reportlab, once in a process."""
    # Binary streams: a fifth smaller than ASCII 85, and quicker to make.
    rl_config.useA85 = 0
    pdfmetrics.registerFont(TTFont(REGULAR, str(_FONTS / "Inter-Regular.ttf")))
    pdfmetrics.registerFont(TTFont(STRONG, str(_FONTS / "Inter-SemiBold.ttf")))


def figure(value: Decimal, decimals: int = 2) -> str:
    """1.234,50"""
    text = f"{value:,.{decimals}f}"
    return text.translate(str.maketrans(",.", ".,"))


def money(value: Decimal) -> str:
    """$ 1.234,50"""
    return f"-$ {figure(-value)}" if value < 0 else f"$ {figure(value)}"


def day(value: date) -> str:
    """06/11/2026"""
    return value.strftime("%d/%m/%Y")


class Sheet:
    """One page. The same strokes give the same bytes."""

    def __init__(self, *, title: str, author: str, subject: str, language: str) -> None:
        load_fonts()
        self._buffer = io.BytesIO()
        self.canvas = Canvas(
            self._buffer,
            pagesize=A4,
            invariant=True,
            pageCompression=1,
            lang=language,
            initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs say float
        )
        self._filled: Color | None = None
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.canvas.setSubject(subject)
        self.canvas.setCreator(author)
        self.canvas.setViewerPreference("DisplayDocTitle", "true")

    def finish(self) -> bytes:
        """The PDF."""
        self.canvas.showPage()
        self.canvas.save()
        return self._buffer.getvalue()

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float = 8.5,
        *,
        strong: bool = False,
        colour: Color = INK,
        align: str = "left",
    ) -> None:
        """Write `words` with their base line at `y`; `align` is left, right or centre of `x`."""
        canvas = self.canvas
        canvas.setFont(STRONG if strong else REGULAR, size)
        self.fill(colour)
        draw = {"right": canvas.drawRightString, "centre": canvas.drawCentredString}.get(
            align, canvas.drawString
        )
        draw(x, HEIGHT - y, words)

    def fitted(
        self, x: float, y: float, words: str, width: float, size: float, *, strong: bool = False
    ) -> None:
        """Write `words` as large as `size` and smaller where they would not fit in `width`."""
        needed = pdfmetrics.stringWidth(words, STRONG if strong else REGULAR, size)
        self.text(x, y, words, min(size, size * width / needed), strong=strong)

    def fill(self, colour: Color) -> None:
        """Fill with `colour` from here on. Repeating it would be a sixth of a page's bytes."""
        if self._filled is not colour:
            self.canvas.setFillColor(colour)
            self._filled = colour

    def rule(self, y: float, colour: Color = RULE, weight: float = 0.6) -> None:
        """A line from margin to margin."""
        self.canvas.setStrokeColor(colour)
        self.canvas.setLineWidth(weight)
        self.canvas.line(LEFT, HEIGHT - y, RIGHT, HEIGHT - y)

    def box(
        self, x: float, y: float, width: float, height: float, fill: Color, radius: float = 6
    ) -> None:
        """A filled rounded box with its top left corner at (x, y)."""
        self.fill(fill)
        self.canvas.roundRect(x, HEIGHT - y - height, width, height, radius, stroke=0, fill=1)

    def flame(self, x: float, y: float, size: float, colour: Color) -> None:
        """The utility's mark: a flame in a square of `size`, top left corner at (x, y)."""
        canvas = self.canvas
        canvas.saveState()
        canvas.translate(x, HEIGHT - y - size)
        canvas.scale(size / 100, size / 100)
        for scale, fill in ((1.0, colour), (0.48, WHITE)):
            path = canvas.beginPath()
            path.moveTo(50, 100 * scale)
            for curve in _FLAME:
                path.curveTo(
                    *(50 + c * scale if i % 2 == 0 else c * scale for i, c in enumerate(curve))
                )
            path.close()
            canvas.setFillColor(fill)
            canvas.drawPath(path, stroke=0, fill=1)
        canvas.restoreState()
