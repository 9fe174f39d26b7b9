"""Nothing that a person typed is lost or entered twice, whatever happens."""

from __future__ import annotations

import pytest

from tests.simulation.chance import Tally, Violation
from tests.simulation.life import Life
from tests.simulation.simulate import SEEDS, live, report


@pytest.mark.fault(5, 6, 7, 8, 11, 12, 15, 16, 19, 25, 29, 33, 34, 45, "S")
def test_no_life_breaks_a_promise() -> None:
    tally = live(range(SEEDS))
    assert tally.seeds == SEEDS
    # A simulator that has nothing happen in it finds nothing either.
    assert tally.submissions > 4 * SEEDS
    assert tally.faults > 10 * SEEDS
    assert tally.crashes > SEEDS
    assert tally.restores > SEEDS / 4


def test_a_seed_is_the_same_life_each_time() -> None:
    def lived() -> list[object]:
        one = Life(7)
        one.live()
        return [one.tally, one.elapsed, one.outbox.rows, one.mirror.image, one.server.books]

    assert lived() == lived()


def test_the_report_is_one_line() -> None:
    said: list[str] = []
    assert report(100, 3, said.append) == 0
    (line,) = said
    assert line.startswith("seeds=3 submissions=")
    assert " violations=0 (" in line and line.endswith(" seeds/s)")


def test_a_broken_promise_says_how_to_see_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def live(_life: Life) -> Tally:
        raise Violation("something is lost")

    monkeypatch.setattr(Life, "live", live)
    assert report(41, 3, said.append) == 1
    (text,) = said
    assert text.splitlines() == [
        "seed 41: Violation: something is lost",
        "To see it again, type",
        "    python3 run.py simulate --seeds 1 --first-seed 41",
    ]
