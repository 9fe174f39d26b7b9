"""Lives by the thousand: `python3 run.py simulate`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from tests.simulation.bugs import BUGS
from tests.simulation.chance import Tally
from tests.simulation.life import Life
from tests.simulation.patches import Bug

SEEDS = 2000


class FoundError(Exception):
    """A seed that broke a promise; its cause says which."""

    def __init__(self, seed: int, said: str) -> None:
        super().__init__(
            f"seed {seed}: {said}\n"
            f"To see it again, type\n"
            f"    python3 run.py simulate --seeds 1 --first-seed {seed}"
        )
        self.seed = seed


def live(seeds: Iterable[int]) -> Tally:
    """Live all of these. Raises `FoundError` at the first that breaks a promise."""
    tally = Tally()
    for seed in seeds:
        try:
            tally.add(Life(seed).live())
        except Exception as error:
            raise FoundError(seed, f"{type(error).__name__}: {error}") from error
    return tally


def hunt(bug: Bug, seeds: Iterable[int]) -> int | None:
    """The first seed that finds `bug`; None where none does."""
    with bug.planted():
        try:
            live(seeds)
        except FoundError as error:
            return error.seed
    return None


def report(first: int, count: int, say: Callable[[str], None]) -> int:
    """Live `count` seeds and say what happened in one line; the exit status."""
    begun = time.perf_counter()
    try:
        tally = live(range(first, first + count))
    except FoundError as error:
        say(str(error))
        return 1
    seconds = time.perf_counter() - begun
    say(
        f"seeds={tally.seeds} submissions={tally.submissions} faults={tally.faults} "
        f"crashes={tally.crashes} restores={tally.restores} violations=0 "
        f"({tally.runs / seconds:.0f} runs/s, {tally.seeds / seconds:.0f} seeds/s)"
    )
    return 0


def report_bugs(first: int, count: int, say: Callable[[str], None]) -> int:
    """Plant each bug and say which seed finds it; the exit status."""
    missed = 0
    for bug in BUGS:
        seed = hunt(bug, range(first, first + count))
        missed += seed is None
        said = "NOT FOUND" if seed is None else f"found by seed {seed}"
        say(f"{bug.name:50}{said}")
    say(f"bugs={len(BUGS)} missed={missed}")
    return 1 if missed else 0
