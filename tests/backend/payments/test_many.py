"""Many payments at once through a bad bank: a few here, ten thousand by `many.py` itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.payments.learning import Taken
from tests.backend.payments import many
from tests.backend.payments.many import World


@pytest.mark.parametrize("seed", [1])
def test_money_is_credited_once_whatever_the_bank_says_and_when(tmp_path: Path, seed: int) -> None:
    world = World(tmp_path, seed)
    report = world.live(50)
    world.database.close()
    assert report.broken == []
    assert report.crashes
    assert {"paid", "expired", "failed"} <= set(report.states)


def test_a_service_that_forgets_what_it_has_taken_would_be_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The proof can fail: money that is taken as known is missing afterwards."""
    world = World(tmp_path, 3)
    monkeypatch.setattr("backend.payments.learning.take", lambda *_: Taken.KNOWN)
    monkeypatch.setattr("backend.payments.reconcile.take", lambda *_: Taken.KNOWN)
    monkeypatch.setattr(many, "reconcile", lambda *_: None)
    report = world.live(15)
    world.database.close()
    assert "what we know is the bank's file" in report.broken
