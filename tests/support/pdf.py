"""Small PDFs to look at."""

from __future__ import annotations

import io

from reportlab.pdfgen import canvas


def pdf(*pages: str, size: tuple[int, int] = (595, 842)) -> bytes:
    """A PDF with one line of text on each of `pages`."""
    out = io.BytesIO()
    drawing = canvas.Canvas(out, pagesize=size)
    for text in pages:
        drawing.drawString(72, size[1] - 72, text)
        drawing.showPage()
    drawing.save()
    return out.getvalue()
