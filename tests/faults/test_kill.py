"""The app is killed again and again while a person enters readings and it sends them, to a server
that loses answers: nothing that was acknowledged is lost, nothing is entered twice.

`KILLS=200` in the environment makes it longer. The moments come from `KILL_SEED`.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from backend import models as m
from backend.database import Database
from tests.support.utility_process import DATABASE

REPOSITORY = Path(__file__).parents[2]
KILLS = int(os.environ.get("KILLS", "8"))
SEED = int(os.environ.get("KILL_SEED", "20261123"))
LONGEST = 0.8  # seconds of work before a kill
EARLY = 0.1  # share of the kills that come while the app starts


@dataclass
class Utility:
    """The server's process, its answer and its books."""

    process: subprocess.Popen[str]
    line: str
    folder: Path

    def calms_down(self) -> None:
        """No answer is lost any more."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write("calm\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline().strip() == "calm"

    def stop(self) -> dict[str, int]:
        """End it; what it counted."""
        out, _ = self.process.communicate(timeout=30)
        counted: dict[str, int] = json.loads(out)
        return counted


@contextmanager
def a_utility(folder: Path) -> Iterator[Utility]:
    """The server, for as long as the block."""
    command = [sys.executable, "-m", "tests.support.utility_process", str(folder), str(SEED)]
    with subprocess.Popen(
        command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield Utility(process, process.stdout.readline(), folder)
        finally:
            if process.poll() is None:
                process.kill()


class App:
    """Starts of the app at one computer; `said` is everything that any of them printed."""

    def __init__(self, folder: Path, utility: Utility) -> None:
        self._folder = folder
        self._utility = utility
        self._log = folder / "said.txt"
        folder.mkdir()

    def works_until_killed(self, rng: random.Random, number: int) -> bool:
        """One start that is killed somewhere; true where that was after it had begun to work."""
        before = self._log.stat().st_size if self._log.exists() else 0
        is_early = rng.random() < EARLY
        delay = rng.random() * LONGEST
        with self._log.open("a") as log, self._start(number, "work", log) as process:
            until = time.monotonic() + 60
            while not is_early and self._log.stat().st_size == before:
                assert process.poll() is None, "the app ended by itself"
                assert time.monotonic() < until, "the app did not start"
                _let_pass(process, 0.005)
            _let_pass(process, delay)
            assert process.poll() is None, "the app ended by itself"
            process.kill()
        assert process.returncode == -signal.SIGKILL
        return not is_early

    def comes_to_rest(self) -> str:
        """A last start that sends what is left; what it says of every submission."""
        fresh = self._folder / "calm.txt"
        with fresh.open("w") as log, self._start(0, "calm", log) as process:
            assert process.wait(180) == 0
        return fresh.read_text()

    @property
    def said(self) -> list[list[str]]:
        """The complete lines; a kill may have cut the last one of a start."""
        return [words for line in self._log.read_text().splitlines() if len(words := line.split())]

    def _start(self, number: int, task: str, log: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.support.outbox_process", str(self._folder)]
        process = subprocess.Popen(
            [*command, str(SEED + number), task],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=log,  # type: ignore[call-overload]
            text=True,
        )
        assert process.stdin is not None
        process.stdin.write(self._utility.line)
        process.stdin.close()
        return process  # type: ignore[no-any-return]


def _let_pass(process: subprocess.Popen[str], seconds: float) -> None:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return


@pytest.mark.fault(7, 33, "X")
def test_kills_lose_nothing_acknowledged_and_double_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rng = random.Random(SEED)
    with a_utility(tmp_path / "server") as utility:
        app = App(tmp_path / "pc", utility)
        at_work = sum(app.works_until_killed(rng, number) for number in range(1, KILLS + 1))
        utility.calms_down()
        rest = app.comes_to_rest()
        counted = utility.stop()
    kept = {words[1] for words in app.said if words[0] == "kept"}
    taken_back = {words[1] for words in app.said if words[0] == "cancelled"}
    rows = [line.split() for line in rest.splitlines()]
    assert ["report", "None"] in rows, "the outbox was damaged"
    states = {words[1]: words[0] for words in rows if words[0] not in ("ready", "report")}
    references = {words[1]: words[2] for words in rows if words[0] == "accepted"}
    decided, effects = books(tmp_path / "server")

    assert kept, "nothing was entered before the kills"
    assert kept <= states.keys(), "an acknowledged submission is not in the outbox"
    assert set(states.values()) <= {"accepted", "cancelled"}
    assert {op_id for op_id in taken_back if states[op_id] != "cancelled"} == set()
    should_be_there = {op_id for op_id, state in states.items() if state == "accepted"}
    assert Counter(row.op_id for row in decided) == Counter(should_be_there)
    assert {row.op_id: row.reference for row in decided} == references
    assert Counter(effects) == Counter(should_be_there), "lost or doubled in the books"
    for scope in {row.scope_id for row in decided}:
        sent = [json.loads(row.body)["payload"] for row in decided if row.scope_id == scope]
        values = [int(payload["values"][0]["value"]) for payload in sent]
        assert values == sorted(set(values)), "a contract's readings arrived out of order"
    if "KILLS" in os.environ:
        with capsys.disabled():
            print(
                f"\nkills={KILLS} at_work={at_work} acknowledged={len(kept)}"
                f" taken_back={len(taken_back)} unacknowledged={len(states.keys() - kept)}"
                f" accepted={len(should_be_there)}"
                f" requests={counted['puts']} faults={counted['faults']}"
                f" lost={len(kept - states.keys())} doubled={len(effects) - len(set(effects))}"
            )


def books(folder: Path) -> tuple[list[m.Submission], list[str]]:
    """What the server decided in its order, and the op_id behind each effect in its books."""
    database = Database(f"sqlite:///{folder / DATABASE}")
    try:
        with database.reading() as session:
            decided = list(session.scalars(select(m.Submission).order_by(m.Submission.id)))
            assert {row.state.value for row in decided} <= {"accepted"}
            effects = [
                op_id
                for table in (m.Reading, m.ReplacedReading)
                for op_id in session.scalars(select(table.origin_op_id))
                if op_id is not None
            ]
    finally:
        database.close()
    return decided, effects
