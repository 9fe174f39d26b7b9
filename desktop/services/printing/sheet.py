"""A4 paper that is written from top to bottom: the sheet knows where it is and turns the page.

Lengths are in points; `y` counts from the top edge, as one reads.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import TYPE_CHECKING

from desktop.services.printing import fonts
from desktop.services.printing.barcodes import Symbology, draw
from desktop.services.printing.fonts import REGULAR, STRONG, clean, cut, lines
from desktop.services.printing.letterhead import Figures, Letterhead, Stamp
from desktop.services.printing.properties import describe
from desktop.services.printing.table import Column, Table

if TYPE_CHECKING:
    from reportlab.pdfgen.textobject import PDFTextObject

    from desktop.domain.contracts import Contract

_A4 = (595.28, 841.89)
_MARGIN = 42.0
_FOOT = 46.0  # of each page, below which nothing is written
_FOLIO_ROOM = 120  # to the left of its place, which is the right margin
_FOLIO = "folio_{0}"  # each page's form that is filled in once the number of pages is known


class Ink(Enum):
    """The colours of paper. DANGER is for what must not be overlooked."""

    TEXT = "#1b2430"
    SOFT = "#55606d"
    RULE = "#d3dae1"
    GROUND = "#f1f4f7"
    DANGER = "#a61b1b"


class Sheet:
    """Blocks follow one another; `finish` gives the file. What a block cannot hold on this page
    goes on the next, never over the foot."""

    def __init__(
        self, letterhead: Letterhead, stamp: Stamp, fmt: Figures, *, landscape: bool = False
    ) -> None:
        fonts.load()
        from reportlab.lib.colors import HexColor
        from reportlab.pdfgen.canvas import Canvas

        self.head, self.stamp, self.format = letterhead, stamp, fmt
        short, tall = _A4
        self.width, self.height = (tall, short) if landscape else _A4
        self.left, self.right = _MARGIN, self.width - _MARGIN
        self.bottom = self.height - _FOOT
        self._colours = {ink: HexColor(ink.value) for ink in Ink}
        self._accent = HexColor(letterhead.utility.accent)
        self._file = io.BytesIO()
        self.canvas = Canvas(
            self._file,
            pagesize=(self.width, self.height),
            invariant=True,  # the same paper gives the same bytes; its date is the stamp's
            pageCompression=1,
            lang=letterhead.utility.locale,
            initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs say float
        )
        describe(self.canvas, letterhead, stamp.made_at)
        self.page = 0
        self.y = 0.0
        self._begin_page()

    # --- blocks

    def heading(self, text: str) -> None:
        """The name of what follows; it stays on the page of its first lines."""
        self.keep(54)
        self.space(8)
        self.write(self.left, self.y + 10, text, 10.5, strong=True)
        self.y += 18

    def paragraph(
        self, text: str, size: float = 8.5, *, ink: Ink = Ink.TEXT, strong: bool = False
    ) -> None:
        """Text over the whole width; its line breaks are kept."""
        for line in lines(text, self.right - self.left, size, strong=strong):
            self.keep(size * 1.4)
            self.write(self.left, self.y + size, line, size, ink=ink, strong=strong)
            self.y += size * 1.4
        self.y += size * 0.5

    def remark(self, text: str, *, ink: Ink = Ink.TEXT) -> None:
        """A paragraph in a box: what a reader must not overlook."""
        size, pad = 8.5, 8.0
        broken = lines(text, self.right - self.left - 2 * pad, size)
        tall = len(broken) * size * 1.4 + 2 * pad - 2
        self.keep(tall)
        self.box(self.left, self.y, self.right - self.left, tall)
        for index, line in enumerate(broken):
            self.write(self.left + pad, self.y + pad + size * (0.9 + 1.4 * index), line, ink=ink)
        self.y += tall + 8

    def pairs(self, rows: Iterable[tuple[str, str]], columns: int = 2) -> None:
        """Names with their values below, `columns` beside one another."""
        shown = list(rows)
        room = (self.right - self.left) / columns
        for start in range(0, len(shown), columns):
            line = [
                (clean(name), lines(value, room - 12, 9.5))
                for name, value in shown[start : start + columns]
            ]
            tall = 14 + 12 * max(len(value) for _name, value in line)
            self.keep(tall)
            for index, (name, value) in enumerate(line):
                x = self.left + index * room
                self.write(x, self.y + 8, cut(name, room - 12, 7.5), 7.5, ink=Ink.SOFT)
                for place, part in enumerate(value):
                    self.write(x, self.y + 19.5 + 12 * place, part, 9.5)
            self.y += tall
        self.y += 4

    def figures(self, items: Sequence[tuple[str, str]]) -> None:
        """A strip of figures: names small, values large."""
        tall = 42.0
        self.keep(tall)
        self.box(self.left, self.y, self.right - self.left, tall)
        room = (self.right - self.left - 16) / max(len(items), 1)
        for index, (name, value) in enumerate(items):
            x = self.left + 10 + index * room
            self.write(x, self.y + 15, cut(name, room - 8, 7.5), 7.5, ink=Ink.SOFT)
            needed = fonts.width(clean(value), 12, strong=True)
            self.write(
                x, self.y + 32, value, min(12.0, 12 * (room - 8) / max(needed, 1)), strong=True
            )
        self.y += tall + 8

    def contract(self, contract: Contract) -> None:
        """Whose paper it is: holder, contract, account, address."""
        place = ", ".join(filter(None, (contract.address, contract.city)))
        self.pairs(
            (
                ("Titular", contract.holder_name),
                ("Dirección del suministro", place),
                ("N° de contrato", contract.number),
                ("N° de cuenta", contract.account_number),
            )
        )

    def table(
        self,
        columns: Sequence[Column],
        rows: Iterable[Sequence[str]],
        total: Sequence[str] = (),
        told: Callable[[int], None] = lambda _count: None,
    ) -> None:
        """Rows below their titles, which stand on each page again; `total` is the last row, in
        strong letters. `told` hears of each full page how many rows there are by now: what it
        raises ends the work."""
        Table(self, columns).write(rows, total, told)

    def barcode(self, symbology: Symbology, digits: str, caption: str = "") -> None:
        """`digits` for a scanner, and below them for a person. Raises as `barcodes.draw`."""
        tall = 92.0 if symbology is Symbology.QR else 34.0
        self.keep(tall + 34)
        if caption:
            self.write(self.left, self.y + 8, caption, 7.5, ink=Ink.SOFT)
            self.y += 12
        room = self.right - self.left
        self._set_fill(Ink.TEXT)
        at = self.height - self.y - tall
        wide = draw(self.canvas, symbology, digits, self.left, at, room, tall)
        self.y += tall
        if symbology is not Symbology.QR:
            self.write(self.left + wide / 2, self.y + 10, digits, 8.5, align="centre")
            self.y += 14
        self.y += 8

    # --- strokes

    def write(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 8.5,
        *,
        strong: bool = False,
        ink: Ink = Ink.TEXT,
        align: str = "left",
    ) -> None:
        """`text` in one line on the base line `y`; `align` is left, right or centre of `x`."""
        self.canvas.setFont(STRONG if strong else REGULAR, size)
        self._set_fill(ink)
        draw_text = {
            "right": self.canvas.drawRightString,
            "centre": self.canvas.drawCentredString,
        }.get(align, self.canvas.drawString)
        draw_text(x, self.height - y, clean(text))

    def rule(self, y: float, ink: Ink = Ink.RULE, weight: float = 0.6) -> None:
        """A line from margin to margin."""
        self.canvas.setStrokeColor(self._colours[ink])
        self.canvas.setLineWidth(weight)
        self.canvas.line(self.left, self.height - y, self.right, self.height - y)

    def box(self, x: float, y: float, wide: float, tall: float, ink: Ink = Ink.GROUND) -> None:
        """A filled box, its top left corner at (x, y)."""
        self._set_fill(ink)
        self.canvas.roundRect(x, self.height - y - tall, wide, tall, 5, stroke=0, fill=1)

    def text_object(self, ink: Ink = Ink.TEXT) -> PDFTextObject:
        """For many strings at once: four times as fast as `write`. Give it to `canvas.drawText`."""
        self._set_fill(ink)
        return self.canvas.beginText()

    # --- pages

    def space(self, points: float) -> None:
        """Leave a gap; none at the top of a page."""
        self.y += points

    def keep(self, tall: float) -> None:
        """Turn the page unless the next `tall` points fit on this one."""
        if self.y + tall > self.bottom:
            self.turn()

    def turn(self) -> None:
        """Begin another page."""
        self._end_page()
        self.canvas.showPage()
        self._begin_page()

    def finish(self) -> bytes:
        """The file."""
        self._end_page()
        self.canvas.showPage()
        for page in range(1, self.page + 1):
            self.canvas.beginForm(_FOLIO.format(page), -_FOLIO_ROOM, -4, 0, 10)
            self.canvas.setFont(REGULAR, 7)
            self.canvas.setFillColor(self._colours[Ink.SOFT])
            self.canvas.drawRightString(0, 0, f"Página {page} de {self.page}")
            self.canvas.endForm()
        self.canvas.save()
        return self._file.getvalue()

    def _begin_page(self) -> None:
        self.page += 1
        utility = self.head.utility
        self.canvas.setFillColor(self._accent)
        self.canvas.rect(0, self.height - 6, self.width, 6, stroke=0, fill=1)
        middle = self.left + (self.right - self.left) * 0.55
        room = middle - self.left
        if self.page == 1:
            self.write(self.left, 42, cut(utility.name, room, 16, strong=True), 16, strong=True)
            self.write(self.left, 55, cut(utility.legal_name, room, 7.5), 7.5, ink=Ink.SOFT)
            self.write(self.right, 40, self.head.title, 14, strong=True, align="right")
            below = " · ".join(filter(None, (self.head.number, self.head.remark)))
            self.write(self.right, 55, below, 8, ink=Ink.SOFT, align="right")
            self.rule(66)
            self.y = 78
            return
        self.write(self.left, 27, cut(utility.name, room, 9, strong=True), 9, strong=True)
        which = self.head.number or self.head.subject
        again = " · ".join(filter(None, (self.head.title, which)))
        again = cut(again, self.right - middle, 8)
        self.write(self.right, 27, again, 8, ink=Ink.SOFT, align="right")
        self.rule(34)
        self.y = 44

    def _end_page(self) -> None:
        y = self.height - 24
        self.rule(y - 11)
        self.canvas.saveState()
        self.canvas.transform(1, 0, 0, 1, self.right, self.height - y)
        self.canvas.doForm(_FOLIO.format(self.page))
        self.canvas.restoreState()
        utility = self.head.utility
        self.write(self.left, y, self.stamp.sentence(self.format), 7, ink=Ink.SOFT)
        phone = f"Atención al cliente {utility.customer_phone}" if utility.customer_phone else ""
        self.write(self.width / 2 + 60, y, phone, 7, ink=Ink.SOFT, align="centre")

    def _set_fill(self, ink: Ink) -> None:
        self.canvas.setFillColor(self._colours[ink])
