"""What was typed on Aportar Lectura before the app ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.drafts import Draft, DraftFile
from desktop.domain.errors import Code, StoreError
from tests.support.books import CONTRACT, NOW
from tests.support.fake_outbox import accepted
from tests.support.reading_scene import MUCH, ORDINARY, Scene, add_photo, kept, picture

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has none

KEY = ("self_reading", f"C-{CONTRACT}")
CONTENT = {"texts": {"r1": ORDINARY}, "is_declared": True, "of another version": 1}
WORDS = "Recuperamos lo que estaba completando el 22/11/2026 a las 14:02."


@pytest.fixture
def scene(tmp_path: Path, qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(tmp_path, qtbot)
    yield made
    made.stage.close()


def begun(scene: Scene, **changes: object) -> None:
    draft = Draft(*KEY, CONTENT, (), NOW)
    scene.office.drafts.kept[KEY] = replace(draft, **changes)  # type: ignore[arg-type]


def test_it_is_there_again_and_can_be_sent(scene: Scene) -> None:
    begun(scene)
    scene.open()
    assert scene.field().text() == ORDINARY
    assert WORDS in scene.said
    scene.send()
    assert scene.sent[0].content["values"][0]["value"] == ORDINARY
    assert scene.office.drafts.kept == {}
    assert WORDS not in scene.said


def test_it_can_be_thrown_away(scene: Scene) -> None:
    begun(scene)
    scene.open()
    scene.press("self_reading_recovered_action")
    assert scene.field().text() == ""
    assert WORDS not in scene.said
    assert scene.office.drafts.kept == {}


def test_what_was_typed_for_an_earlier_period_is_not_offered_for_this_one(scene: Scene) -> None:
    begun(scene, saved_at=NOW - timedelta(days=1, seconds=1))
    scene.open()
    assert scene.field().text() == ""
    assert "Recuperamos" not in scene.said
    assert scene.office.drafts.kept == {}


def test_a_reading_that_was_given_meanwhile_ends_the_draft(scene: Scene) -> None:
    begun(scene)
    scene.open(items=(accepted(kept()),))
    assert scene.shows("reading_receipt")
    assert "Recuperamos" not in scene.said
    assert scene.office.drafts.kept == {}


def test_emptying_the_form_leaves_no_draft(scene: Scene) -> None:
    scene.open()
    scene.type("0139")
    scene.page.model.drafts.kept.flush()
    scene.rest()
    assert scene.office.drafts.kept[KEY].content["texts"] == {"r1": "0139"}
    for end in ("013", ""):
        scene.page.model.type("r1", end)
    scene.page.hide()
    scene.rest()
    assert scene.office.drafts.kept == {}


def test_the_picture_comes_back_and_another_takes_its_place(scene: Scene, tmp_path: Path) -> None:
    scene.open()
    scene.type(MUCH)
    add_photo(scene, picture(tmp_path / "uno.png"))
    (first,) = scene.office.drafts.kept[KEY].files
    assert first.name == "uno.png"
    add_photo(scene, picture(tmp_path / "dos.png"))  # the same under another name
    scene.page.hide()
    scene.rest()
    assert [file.name for file in scene.office.drafts.kept[KEY].files] == ["dos.png"]
    scene.page.show()
    scene.press("reading_photo_drop")
    assert scene.office.drafts.kept[KEY].files == ()


def test_a_kept_picture_is_shown_and_sent(scene: Scene) -> None:
    photo = DraftFile("photo", "medidor.png", "image/png", "ab" * 32, 100)
    begun(scene, files=(photo,))
    scene.open()
    assert "medidor.png" in scene.said
    scene.send()
    assert scene.sent[0].content["photo"] == "ab" * 32
    assert scene.office.outbox.files == ["ab" * 32]


def test_a_disk_that_keeps_nothing_is_told_and_the_form_stays(scene: Scene) -> None:
    scene.open()
    scene.office.drafts.error = StoreError(Code.DISK_FULL)
    scene.type(ORDINARY)
    scene.page.model.drafts.kept.flush()
    scene.rest()
    assert "disco" in scene.said
    assert scene.field().text() == ORDINARY
