"""A block of cells as text that spreadsheets and mail programs take over cell by cell."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

from desktop.viewmodels.table import Index, RowTableModel

_FORMULA = ("=", "+", "@")  # '-' begins negative amounts, which are no formula


def block(
    model: RowTableModel[Any], indexes: Sequence[Index], columns: Sequence[int], *, headers: bool
) -> list[list[str]]:
    """The selected cells in the visual order of `columns`; cells between them are empty."""
    chosen = {(index.row(), index.column()) for index in indexes}
    used = [
        c for c in columns if not model.columns[c].is_check and any(c == cell[1] for cell in chosen)
    ]
    grid = [[model.columns[c].title for c in used]] if headers else []
    grid.extend(
        [_cell(model, row, c) if (row, c) in chosen else "" for c in used]
        for row in sorted({cell[0] for cell in chosen})
    )
    return grid


def as_tsv(grid: Sequence[Sequence[str]]) -> str:
    """Tabs and line ends; a cell that a spreadsheet would calculate gets an apostrophe."""
    return "\n".join("\t".join(_plain(cell) for cell in row) for row in grid)


def as_html(grid: Sequence[Sequence[str]]) -> str:
    """A table whose cells are text, whatever they look like."""
    rows = "".join(
        "<tr>"
        + "".join(f"<td style='mso-number-format:\"\\@\"'>{html.escape(c)}</td>" for c in row)
        + "</tr>"
        for row in grid
    )
    return f"<table>{rows}</table>"


def _cell(model: RowTableModel[Any], row: int, column: int) -> str:
    declared = model.columns[column]
    badge = declared.badge(model.rows[row]) if declared.badge else None
    return badge.text if badge else model.cell(row, column)


def _plain(cell: str) -> str:
    text = " ".join(cell.replace("\u00a0", " ").split())
    return f"'{text}" if text.startswith(_FORMULA) else text
