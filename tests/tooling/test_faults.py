"""The page on faults says what the tests prove, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.fault_rows import ROWS
from tools.faults import PAGE, TIERS, MarkError, main, proofs, table, with_table


def test_the_page_is_current() -> None:
    page = PAGE.read_text("utf-8")
    assert with_table(page, list(proofs())) == page, "run python -m tools.faults"
    assert main(["--check"]) == 0


def test_every_row_has_a_test_or_says_why_not() -> None:
    proven = {proof.row for proof in proofs()}
    assert [row.number for row in ROWS] == list(range(1, 57))
    assert [row.number for row in ROWS if not row.gap and row.number not in proven] == []


def test_a_row_without_a_test_is_not_claimed() -> None:
    found = list(proofs())
    payments = [row for row in ROWS if row.number in (48, 49, 50, 51)]
    assert not {proof.row for proof in found} & {row.number for row in payments}
    page = table(found)
    for row in payments:
        assert f"| {row.number} |" not in page
        assert f"- Row {row.number}, " in page


def test_the_page_explains_every_letter() -> None:
    page = PAGE.read_text("utf-8")
    for letter, meaning in TIERS.items():
        assert f"| {letter} | {meaning} |" in page


def test_a_mark_is_found_with_its_rows_and_tiers(tmp_path: Path) -> None:
    sample(tmp_path, '6, 7, "P", "X"')
    found = {(proof.row, proof.tier, proof.test) for proof in proofs(tmp_path)}
    assert found == {(row, tier, "test_it") for row in (6, 7) for tier in ("P", "X")}


@pytest.mark.parametrize("arguments", ['99, "P"', "6", '"P"', '6, "Z"', ""])
def test_a_mark_that_means_nothing_is_refused(tmp_path: Path, arguments: str) -> None:
    sample(tmp_path, arguments)
    with pytest.raises(MarkError):
        list(proofs(tmp_path))


def sample(folder: Path, arguments: str) -> None:
    """A test of that mark."""
    (folder / "tests").mkdir()
    text = f"import pytest\n\n\n@pytest.mark.fault({arguments})\ndef test_it() -> None:\n    ...\n"
    (folder / "tests" / "test_sample.py").write_text(text)
