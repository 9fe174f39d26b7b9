"""The simulator finds the mistakes that it is there for."""

from __future__ import annotations

import pytest

from tests.simulation.bugs import BUGS
from tests.simulation.patches import Bug
from tests.simulation.simulate import SEEDS, hunt


def test_there_are_many_and_they_differ() -> None:
    assert len({bug.name for bug in BUGS}) == len(BUGS) >= 40


@pytest.mark.parametrize("bug", BUGS, ids=[bug.name for bug in BUGS])
def test_a_planted_mistake_is_found(bug: Bug) -> None:
    assert hunt(bug, range(SEEDS)) is not None


def test_no_mistake_stays_planted() -> None:
    bug = BUGS[0]
    assert hunt(bug, range(1)) == 0
    assert hunt(Bug("none", (), ()), range(20)) is None
