"""The note that tells which key a file is under: cut short, it costs nothing that was kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain.submissions import Submission
from desktop.store.outbox import Outbox
from desktop.store.outbox_file import OutboxFile
from tests.support.stores import OUTBOX_KEY, a_submission


def opened(folder: Path) -> tuple[OutboxFile, Outbox]:
    file = OutboxFile(folder, OUTBOX_KEY)
    file.open()
    return file, Outbox(file)


@pytest.fixture
def items(tmp_path: Path) -> tuple[Submission, ...]:
    """Two submissions, copied; the file is closed."""
    file, outbox = opened(tmp_path)
    kept = tuple(outbox.add(a_submission(number=number)) for number in (1, 2))
    outbox.copy()
    file.close()
    return kept


@pytest.mark.fault(33, "X")
@pytest.mark.parametrize("left", ["", "0f3a", "not ascii: ñ", "0123456789abcdef"])
def test_a_note_of_the_key_that_was_cut_short_or_is_wrong_costs_nothing(
    tmp_path: Path, items: tuple[Submission, ...], left: str
) -> None:
    (tmp_path / "outbox.key-check").write_text(left, "utf-8")
    file, outbox = opened(tmp_path)
    assert (outbox.items(), file.report) == (items, None)
    file.close()
    assert not list(tmp_path.glob("outbox.kept-*"))


@pytest.mark.expect_logs("the outbox was damaged and brought back")
@pytest.mark.fault(33, 37, "X")
@pytest.mark.parametrize("left", ["", "0f3a"])
def test_damage_beside_a_note_that_was_cut_short_is_damage_and_no_other_key(
    tmp_path: Path, items: tuple[Submission, ...], left: str
) -> None:
    content = bytearray((tmp_path / "outbox.db").read_bytes())
    content[100] ^= 1
    (tmp_path / "outbox.db").write_bytes(content)
    (tmp_path / "outbox.key-check").write_text(left, "ascii")
    file, outbox = opened(tmp_path)
    assert file.report is not None and not file.report.lost_key
    assert [item.op_id for item in outbox.items()] == [item.op_id for item in items]
    file.close()


@pytest.mark.fault(33, "X")
def test_the_note_of_the_key_is_never_there_in_part(
    tmp_path: Path, items: tuple[Submission, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "outbox.key-check"
    whole = note.read_bytes()
    seen = []

    def is_looked_at(part: Path, text: str, encoding: str) -> None:
        for length in range(len(text)):
            with part.open("w", encoding=encoding) as file:
                file.write(text[:length])
            seen.append(note.read_bytes() if note.exists() else None)
        part.write_bytes(text.encode(encoding))

    monkeypatch.setattr(Path, "write_text", is_looked_at)
    opened(tmp_path)[0].close()
    assert seen == [], "a note that is right was written again"
    note.unlink()
    opened(tmp_path)[0].close()
    assert set(seen) == {None}
    assert note.read_bytes() == whole
