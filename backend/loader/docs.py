"""Writes the tables into the operator's page: `python -m backend.loader.docs PAGE`."""

from __future__ import annotations

import sys
from pathlib import Path

from backend.loader.tables import TABLES, Column, Kind, Table

BEGIN = "<!-- tables: written by `python -m backend.loader.docs docs/operators/loading.md` -->"
END = "<!-- end of tables -->"


def with_tables(page: str) -> str:
    """`page` with what lies between the two marks written anew."""
    before, found, rest = page.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not found or not ended:
        raise ValueError("the page lacks the marks between which the tables stand")
    tables = "\n".join(_table(table) for table in TABLES)
    return f"{before}{BEGIN}\n\n{tables}\n{END}{after}"


def _table(table: Table) -> str:
    lines = [
        f"### {table.name}",
        "",
        table.meaning,
        "",
        f"Two rows with the same {_listed(table.key)} are the same row.",
        "",
        "| column | | what it is | how it is written |",
        "|---|---|---|---|",
    ]
    lines += [_row(column) for column in table.columns]
    return "\n".join(lines) + "\n"


def _row(column: Column) -> str:
    need = "required" if column.required else ""
    written = str(column.kind)
    if column.kind is Kind.WORD:
        written = ", ".join(f"`{word}`" for word in column.words)
    elif column.kind is Kind.TEXT:
        written = f"text, up to {column.longest} characters"
    if column.default is not None:
        default = "no" if column.default is False else column.default
        written += f"; `{default}` if empty"
    return f"| `{column.name}` | {need} | {column.meaning} | {written} |"


def _listed(names: tuple[str, ...]) -> str:
    quoted = [f"`{name}`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(with_tables(path.read_text("utf-8")), "utf-8")
