"""The app is killed again and again while a person enters readings and it sends them, to a server
that loses answers: nothing that was acknowledged is lost, nothing is entered twice. Once without
a window, as fast as it goes, and once as it is built for a person, with drafts.

`KILLS=200` in the environment makes it longer. The moments come from `KILL_SEED`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.killing import App, a_utility, at_rest, killed_again_and_again

KILLS = int(os.environ.get("KILLS", "8"))
WINDOW_KILLS = int(os.environ.get("KILLS", "4"))  # a start with a window takes a few seconds
LONGEST = 0.8  # seconds of work before a kill
LONGEST_WITH_WINDOW = 2.0


@pytest.mark.fault(7, 33, "X")
def test_kills_lose_nothing_acknowledged_and_double_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = killed_again_and_again(tmp_path, KILLS, "outbox_process", LONGEST)
    outcome.is_whole()
    outcome.tell(capsys, KILLS)


@pytest.mark.fault(7, 33, "X")
def test_killed_with_its_window_it_loses_no_draft_either(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = killed_again_and_again(tmp_path, WINDOW_KILLS, "window_process", LONGEST_WITH_WINDOW)
    outcome.is_whole()
    drafted: dict[str, int] = {}
    found = 0
    for words in outcome.said:
        if words[0] == "drafted":
            drafted[words[1]] = int(words[2])
        elif words[0] == "stands":
            scope, begun, entered = words[1], int(words[2]), int(words[3])
            assert max(begun, entered) >= drafted.get(scope, 0), "an acknowledged draft is lost"
            assert not begun or begun == entered + 1, "what was submitted is a draft again"
            found += begun > 0
    assert drafted
    saves = sum(words[0] == "drafted" for words in outcome.said)
    outcome.tell(capsys, WINDOW_KILLS, f" drafts_saved={saves} drafts_found_again={found}")


@pytest.mark.fault(44, "X")
def test_a_computer_that_sleeps_settles_what_was_uncertain(tmp_path: Path) -> None:
    with a_utility(tmp_path / "server") as utility:
        app = App(tmp_path / "pc", utility)
        app.sleeps(3, utility.drops_everybody)
        outcome = at_rest(tmp_path, utility, app)
    outcome.is_whole()
