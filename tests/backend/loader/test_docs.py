"""The operator's page says what the loader does."""

from __future__ import annotations

from pathlib import Path

from backend.loader.docs import with_tables
from backend.loader.tables import TABLES
from backend.readings.models import Quality, Source

PAGE = Path(__file__).parents[3] / "docs" / "operators" / "loading.md"


def test_the_page_is_current() -> None:
    page = PAGE.read_text("utf-8")
    assert with_tables(page) == page, "run python -m backend.loader.docs on the page"
    for table in TABLES:
        assert f"### {table.name}\n" in page


def test_the_words_of_the_tables_are_those_of_the_models() -> None:
    readings = next(t for t in TABLES if t.name == "readings")
    for name, words in (("quality", Quality), ("source", Source)):
        column = readings.column(name)
        assert column is not None
        assert set(column.words) == {str(word) for word in words}
