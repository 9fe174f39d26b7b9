"""Barcodes as the utility gives their digits: nothing is computed here, least of all check digits,
as each collector has a scheme of its own."""

from __future__ import annotations

from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_WIDEST = 1.0  # points of a narrow bar; 0.72 (a quarter of a millimetre) is what scanners ask for
_QUIET = 10  # narrow bars of white at each side
_QR_QUIET = 4  # modules


class Symbology(StrEnum):
    """How the digits are drawn."""

    CODE128 = "code128"
    I2OF5 = "i2of5"
    QR = "qr"


def draw(
    canvas: Canvas, symbology: Symbology, digits: str, x: float, y: float, room: float, tall: float
) -> float:
    """Draw `digits` with the lower left corner at (x, y), at most `room` wide; how wide it is,
    quiet zones included. A QR code is `tall` x `tall`.

    Raises ValueError for what the symbology cannot hold: an odd count or letters in I2OF5.
    """
    if symbology is Symbology.QR:
        return _draw_qr(canvas, digits, x, y, tall)
    if symbology is Symbology.I2OF5 and (len(digits) % 2 or not digits.isdecimal()):
        raise ValueError("interleaved 2 of 5 takes an even count of digits")
    narrow = _WIDEST
    bars = _bars(symbology, digits, narrow, tall)
    if bars.width > room:
        narrow *= room / bars.width
        bars = _bars(symbology, digits, narrow, tall)
    bars.drawOn(canvas, x, y)
    return float(bars.width)


def _bars(symbology: Symbology, digits: str, narrow: float, tall: float):  # type: ignore[no-untyped-def]  # reportlab types its barcodes not at all
    from reportlab.graphics.barcode.code128 import Code128
    from reportlab.graphics.barcode.common import I2of5

    quiet = _QUIET * narrow
    if symbology is Symbology.CODE128:
        return Code128(digits, barWidth=narrow, barHeight=tall, quiet=1, lquiet=quiet, rquiet=quiet)
    return I2of5(
        digits,
        barWidth=narrow,
        barHeight=tall,
        ratio=2.5,
        checksum=0,
        bearers=0,
        quiet=1,
        lquiet=quiet,
        rquiet=quiet,
    )


def _draw_qr(canvas: Canvas, text: str, x: float, y: float, side: float) -> float:
    from reportlab.graphics.barcode.qr import QrCodeWidget

    # only its matrix: reportlab's own way of drawing it names a font that is not embedded
    code = QrCodeWidget(text, barLevel="M").qr  # type: ignore[attr-defined]  # the stubs omit it
    code.make()
    rows = [[bool(module) for module in row] for row in code.modules]
    step = side / (len(rows) + 2 * _QR_QUIET)
    for line, row in enumerate(rows):
        bottom = y + side - (_QR_QUIET + line + 1) * step
        at = 0
        for is_dark, run in groupby(row):
            count = len(list(run))
            if is_dark:
                left = x + (_QR_QUIET + at) * step
                canvas.rect(left, bottom, count * step, step, stroke=0, fill=1)
            at += count
    return side
