"""`python -m benchmarks.export_process product|floor xlsx|csv|pdf FILE`: one file of 20 000 lines.

The product writes an account as the app does. The floor hands the same cells, worked out
beforehand, to the library: openpyxl in its streaming mode with the number formats, the standard
library's csv, reportlab's canvas with the same font.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from benchmarks.tell import peak_memory
from desktop.domain.movements import MovementKind
from desktop.services.exports.exporter import write_tables, write_whole
from desktop.services.exports.statement import Words, one_list, sheets
from desktop.services.exports.tables import Cell, Properties, Table, Watch
from desktop.services.movements import MovementBook
from desktop.services.printing.letterhead import Letterhead, Stamp
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.movement_words import kind_text, state_text
from tests.support.accounts import book, movement
from tests.support.books import NOW, TODAY
from tests.support.stage import UTILITY

LINES = 20_000
FIRST = TODAY - timedelta(days=LINES)
WORDS = Words(kind_text, state_text)
ABOUT = Properties("Estado de cuenta", UTILITY.legal_name)


def account() -> MovementBook:
    """Bills and payments in turns, each with a text of its own."""
    rows = []
    for n in range(LINES):
        is_bill = n % 2 == 0
        kind = MovementKind.INVOICE if is_bill else MovementKind.PAYMENT
        on = TODAY - timedelta(days=(LINES - n) // 2)
        number = f"A-{n // 2:07}"
        rows.append(
            movement(
                n,
                kind,
                123_456 + n if is_bill else -(123_456 + n - 1),
                on,
                number if is_bill else f"R-{n:07}",
                due=on + timedelta(days=14) if is_bill else None,
                description=f"Factura del período {n}" if is_bill else "Pago por débito automático",
                settles=() if is_bill else (number,),
            )
        )
    return book(rows)


def product(kind: str, path: Path) -> Callable[[], object]:
    """The app's way."""
    books = [account()]
    if kind == "pdf":

        def fill(part: Path) -> None:
            from desktop.services.printing.statement import render

            head, stamp = Letterhead(UTILITY, "Estado de cuenta"), Stamp(NOW, NOW)
            part.write_bytes(render(head, stamp, Formatter(), books, FIRST, TODAY, WORDS))

        return lambda: write_whole(path, fill)
    form = sheets if kind == "xlsx" else one_list

    def work() -> object:
        tables = form(books, FIRST, TODAY, WORDS, "Generado")
        return write_tables(path, tables, ABOUT, NOW, ",", Watch())

    return work


def floor(kind: str, path: Path) -> Callable[[], object]:
    """The bare library, with the cells at hand."""
    table = one_list([account()], FIRST, TODAY, WORDS, "Generado")[0]
    rows = [tuple(row) for row in table.rows]
    writers = {"xlsx": _plain_xlsx, "csv": _plain_csv, "pdf": _plain_pdf}
    return lambda: writers[kind](path, table, rows)


def _plain_xlsx(path: Path, _table: Table, rows: Sequence[Sequence[Cell]]) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    from desktop.domain.money import Money

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Cuenta")
    for row in rows:
        cells = []
        for value in row:
            if isinstance(value, Money):
                cell = WriteOnlyCell(sheet, value=value.amount)  # type: ignore[arg-type]
                cell.number_format = "#,##0.00"
            elif value is not None and not isinstance(value, str):
                cell = WriteOnlyCell(sheet, value=value)  # type: ignore[arg-type]
                cell.number_format = "dd/mm/yyyy"
            else:
                cell = value  # type: ignore[assignment]
            cells.append(cell)
        sheet.append(cells)
    workbook.save(path)


def _plain_csv(path: Path, _table: Table, rows: Sequence[Sequence[Cell]]) -> None:
    import csv

    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


def _plain_pdf(path: Path, _table: Table, rows: Sequence[Sequence[Cell]]) -> None:
    from reportlab.pdfgen.canvas import Canvas

    from desktop.services.printing import fonts

    fonts.load()
    texts = [[str(value or "") for value in row] for row in rows]
    canvas = Canvas(str(path), pagesize=(842, 595), pageCompression=1)
    for start in range(0, len(texts), 32):
        canvas.setFont(fonts.REGULAR, 8)
        for line, row in enumerate(texts[start : start + 32]):
            for place, text in enumerate(row):
                canvas.drawString(42 + 76 * place, 540 - 14.5 * line, text)
        canvas.showPage()
    canvas.save()


def main(arguments: Sequence[str]) -> int:
    """Print milliseconds of processor time, and MiB that the work added to the peak."""
    which, kind, path = arguments
    work = (product if which == "product" else floor)(kind, Path(path))
    before, begun = peak_memory(), time.process_time()
    work()
    taken = (time.process_time() - begun) * 1000
    sys.stdout.write(f"{taken} {max(0.0, peak_memory() - before)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
