"""How hard a life is, and what has happened in it so far."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


class Crash(BaseException):
    """The process, or the computer, is gone."""


class Violation(AssertionError):  # noqa: N818 - what the simulator looks for
    """A promise was broken."""


@dataclass(slots=True)
class Odds:
    """How likely each thing is, at each call that the app makes."""

    fault: float
    crash: float
    server: float
    person: float
    restore: float
    forgets: bool  # whether a restore may be kept from the clients

    @classmethod
    def roll(cls, rng: Random) -> Odds:
        """A life: some are calm, some are nothing but trouble."""
        return cls(
            fault=rng.choice((0.0, 0.1, 0.25, 0.45)),
            crash=rng.choice((0.0, 0.01, 0.03)),
            server=rng.choice((0.05, 0.15)),
            person=rng.choice((0.05, 0.15)),
            restore=rng.choice((0.0, 0.02, 0.05)),
            forgets=rng.random() < 0.3,
        )


@dataclass(slots=True)
class Tally:
    """What happened."""

    seeds: int = 0
    submissions: int = 0
    faults: int = 0
    crashes: int = 0
    restores: int = 0
    runs: int = 0

    def add(self, other: Tally) -> None:
        """Count another life in."""
        self.seeds += other.seeds
        self.submissions += other.submissions
        self.faults += other.faults
        self.crashes += other.crashes
        self.restores += other.restores
        self.runs += other.runs
