"""What a form types is kept soon, in order, and not once it was handed over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.drafts import Draft, DraftFile
from desktop.domain.errors import AppError, Code, StoreError
from desktop.services.attachments import FileProblem
from desktop.viewmodels.drafting import Drafting
from tests.support.books import FakeOffice
from tests.support.fake_drafts import FakeDrafts
from tests.support.stage import Stage

FORM = "claim:new"


class Form:
    """A form's viewmodel, as far as its drafts go."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.stage = Stage(folder, FakeOffice())
        self.qtbot = qtbot
        self.drafting = Drafting(self.stage.context(), FORM, self.stage.shell)
        self.errors: list[AppError] = []
        self.drafting.failed.connect(self.errors.append)

    @property
    def drafts(self) -> FakeDrafts:
        return self.stage.office.drafts

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.stage.runner.is_busy)

    def text(self, scope: str = "C-1") -> str | None:
        draft = self.drafts.kept.get((FORM, scope))
        return None if draft is None else draft.content.get("text")


@pytest.fixture
def form(tmp_path: Path, qtbot: QtBot) -> Iterator[Form]:
    made = Form(tmp_path, qtbot)
    yield made
    made.stage.close()


def test_typing_is_kept_by_itself_and_not_with_every_key(form: Form) -> None:
    for end in range(1, 6):
        form.drafting.changed("C-1", {"text": "aeiou"[:end]})
    form.drafting.changed("C-2", {"text": "x"})
    form.qtbot.waitUntil(lambda: form.text() == "aeiou" and form.text("C-2") == "x")
    form.rest()
    assert form.drafts.saves == 2


def test_leaving_a_page_or_the_app_keeps_it_at_once(form: Form) -> None:
    form.drafting.changed("C-1", {"text": "a"})
    form.drafting.flush()
    form.rest()
    assert form.text() == "a"
    form.drafting.changed("C-1", {"text": "ab"})
    form.stage.events.leaving.emit()
    form.rest()
    assert form.text() == "ab"
    form.drafting.flush()
    form.rest()
    assert form.drafts.saves == 2, "nothing new, nothing saved"


def test_what_was_kept_is_asked_for_by_its_scope(form: Form) -> None:
    form.drafts.save(FORM, "C-1", {"text": "a"})
    found: list[Draft | None] = []
    form.drafting.load("C-1", found.append)
    form.drafting.load("C-2", found.append)
    form.rest()
    assert found[0] is not None and found[0].content == {"text": "a"}
    assert found[1] is None


def test_what_is_discarded_does_not_come_back(form: Form) -> None:
    form.drafting.changed("C-1", {"text": "a"})
    form.drafting.flush()
    form.drafting.changed("C-1", {"text": "ab"})
    form.drafting.discard("C-1")
    form.drafting.flush()
    form.rest()
    assert form.drafts.kept == {}


def test_what_is_handed_over_does_not_come_back_as_a_draft(form: Form) -> None:
    form.drafting.changed("C-1", {"text": "a"})
    name = form.drafting.hand_over("C-1")
    assert name == (FORM, "C-1")
    form.rest()
    assert form.text() == "a", "until the outbox has it, it is a draft"
    form.drafts.kept.pop(name)  # as the outbox does
    form.drafting.changed("C-1", {"text": "ab"})
    form.drafting.changed("C-2", {"text": "another contract's"})
    form.drafting.flush()
    form.rest()
    assert form.text() is None and form.text("C-2") == "another contract's"
    form.drafting.sent("C-1")
    form.drafting.changed("C-1", {"text": "the next one"})
    form.drafting.flush()
    form.rest()
    assert form.text() == "the next one"


def test_what_was_typed_while_sending_failed_is_kept(form: Form) -> None:
    form.drafting.hand_over("C-1")
    form.drafting.changed("C-1", {"text": "ab"})
    form.drafting.not_sent("C-1")
    form.drafting.flush()
    form.rest()
    assert form.text() == "ab"
    form.drafting.hand_over("C-1")
    form.drafting.not_sent("C-1")
    form.drafting.flush()
    form.rest()
    assert form.drafts.saves == 1, "as it was"


def test_a_disk_that_fails_is_told(form: Form) -> None:
    form.drafts.error = StoreError(Code.DISK_FULL)
    form.drafting.changed("C-1", {"text": "a"})
    form.drafting.flush()
    form.rest()
    assert [error.code for error in form.errors] == [Code.DISK_FULL]


def test_a_file_is_kept_or_said_to_be_none(form: Form, tmp_path: Path) -> None:
    done: list[DraftFile] = []
    refused: list[FileProblem] = []
    pdf, text = tmp_path / "nota.pdf", tmp_path / "nota.txt"
    pdf.write_bytes(b"%PDF-1.4")
    text.write_text("hola")
    for path in (pdf, text):
        form.drafting.add_file("C-1", "proof", path, done=done.append, refused=refused.append)
    form.rest()
    assert refused == [FileProblem.WRONG_TYPE]
    assert [file.name for file in done] == ["nota.pdf"]
    assert form.drafts.kept[FORM, "C-1"].files == (done[0],)
    form.drafting.drop_file("C-1", done[0])
    form.rest()
    assert form.drafts.kept[FORM, "C-1"].files == ()
