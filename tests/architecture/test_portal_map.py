"""Every sentence of the portal's guide is shown by a page, driven by a scenario and pictured."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from desktop.views import page
from tests.architecture.source import ROOT

GUIDE = ROOT / "docs" / "portal-guide.txt"
MAP = ROOT / "docs" / "portal-map.md"
BEFORE_SIGN_IN = {"sign_in", "registration"}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the map: a sentence and where it is kept."""

    sentence: str
    page: str
    test: str
    picture: str


def rows() -> list[Row]:
    """The lines of the map's table, below its head."""
    lines = [line for line in MAP.read_text("utf-8").splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    return [Row(c[0], c[1].strip("`"), c[2].strip("`"), c[3]) for c in cells]


def test_no_sentence_of_the_guide_is_missing() -> None:
    assert [row.sentence for row in rows()] == GUIDE.read_text("utf-8").splitlines()


def test_every_sentence_has_a_page_of_the_app() -> None:
    pages = {spec.key for spec in page.discover()} | BEFORE_SIGN_IN
    assert [row for row in rows() if row.page not in pages] == []


def test_every_sentence_is_driven_by_a_scenario() -> None:
    for row in rows():
        path, _, name = row.test.partition("::")
        assert path.startswith("tests/scenarios/"), row
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        assert name in {n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)}, row


def test_every_sentence_has_a_picture() -> None:
    for row in rows():
        place = row.picture.partition("(")[2].partition(")")[0]
        assert place.endswith(".png"), row
        assert (ROOT / "docs" / place).is_file(), row
