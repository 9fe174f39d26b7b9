"""Writes the table of docs/reliability.md from the tests that are marked with what they prove.

python -m tools.faults            write the page
python -m tools.faults --check    status 1 where it is not current
"""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.fault_rows import ROWS, Row

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reliability.md"
BEGIN, END = "<!-- faults: begin -->", "<!-- faults: end -->"
TIERS = {
    "U": "a unit, or many made-up inputs",
    "S": "the simulator: network, clock, disk and crashes by a seed",
    "P": "the real client, a line that spoils answers, the real server",
    "X": "real processes and files: killed, damaged, filled, locked",
    "G": "a person at the real window",
    "D": "the real server on SQLite and on PostgreSQL, many clients at once",
    "A": "the protocol: requests as anybody could send them",
}


class Proof(NamedTuple):
    """A test that proves a row on a tier."""

    row: int
    tier: str
    path: str
    test: str


class MarkError(ValueError):
    """A marker that names no row or no tier."""


def proofs(root: Path = ROOT) -> Iterator[Proof]:
    """Every `@pytest.mark.fault(row, ..., "tier", ...)` under `tests`."""
    for path in sorted((root / "tests").rglob("test_*.py")):
        text = path.read_text("utf-8")
        if "mark.fault(" not in text:
            continue
        name = path.relative_to(root).as_posix()
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                for decorator in node.decorator_list:
                    yield from _marked(decorator, name, node.name)


def _marked(decorator: ast.expr, path: str, test: str) -> Iterator[Proof]:
    if not isinstance(decorator, ast.Call) or ast.unparse(decorator.func) != "pytest.mark.fault":
        return
    values = [ast.literal_eval(argument) for argument in decorator.args]
    numbers = [value for value in values if isinstance(value, int)]
    tiers = [value for value in values if value in TIERS]
    known = {row.number for row in ROWS}
    if not numbers or not tiers or len(numbers) + len(tiers) != len(values):
        raise MarkError(f"{path}: {test} is marked with {values}")
    if not known.issuperset(numbers):
        raise MarkError(f"{path}: {test} is marked with a row that is none: {values}")
    yield from (Proof(number, tier, path, test) for number in numbers for tier in tiers)


def table(found: Sequence[Proof]) -> str:
    """The part of the page that is made from the markers."""
    by_row: dict[int, list[Proof]] = defaultdict(list)
    for proof in found:
        by_row[proof.row].append(proof)
    holding = [row for row in ROWS if by_row[row.number]]
    whole = sum(not row.gap for row in holding)
    marked = len({(proof.path, proof.test) for proof in found})
    lines = [
        f"{len(holding)} of {len(ROWS)} rows have tests, {whole} of them without a known gap.",
        f"{marked} tests are marked.",
        "",
        "| # | What happens | What the app does | Shown by |",
        "|---|---|---|---|",
        *(_line(row, by_row[row.number]) for row in holding),
        "",
        "## What does not hold, or is not shown, yet",
        "",
        *(f"- Row {row.number}, {_inside(row.fault)}: {row.gap}" for row in ROWS if row.gap),
    ]
    return "\n".join(lines)


def _line(row: Row, found: Sequence[Proof]) -> str:
    tiers = []
    for tier in TIERS:
        tests = [proof for proof in found if proof.tier == tier]
        if tests:
            paths = sorted({proof.path.removeprefix("tests/") for proof in tests})
            tiers.append(f"{tier}: {', '.join(f'`{path}`' for path in paths)} ({len(tests)})")
    gap = " In part: see below." if row.gap else ""
    return f"| {row.number} | {row.fault} | {row.behaviour}{gap} | {'; '.join(tiers)} |"


def _inside(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:].rstrip(".")


def with_table(page: str, found: Sequence[Proof]) -> str:
    """`page` with the table as it is now."""
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    return f"{before}{BEGIN}\n{table(found)}\n{END}{after}"


def main(arguments: Sequence[str]) -> int:
    """Write the page, or check it; the exit status."""
    page = PAGE.read_text("utf-8")
    fresh = with_table(page, list(proofs()))
    if "--check" in arguments:
        return int(fresh != page)
    PAGE.write_text(fresh, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
