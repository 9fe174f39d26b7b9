"""The app and its utility as processes, to be killed and put to sleep, and what is left of it."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from backend import models as m
from backend.database import Database
from backend.submissions.models import State
from tests.support.utility_process import DATABASE

REPOSITORY = Path(__file__).parents[2]
SEED = int(os.environ.get("KILL_SEED", "20261123"))
ACCEPTED = State.ACCEPTED
EARLY = 0.1  # share of the kills that come while the app starts


@dataclass
class Utility:
    """The server's process, its answer and its books."""

    process: subprocess.Popen[str]
    line: str
    folder: Path

    def calms_down(self) -> None:
        """No answer is lost any more."""
        self._does("calm")

    def drops_everybody(self) -> None:
        """Whoever was connected is so no more."""
        self._does("drop")

    def _does(self, what: str) -> None:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(f"{what}\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline().strip() == what

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
    """Starts of the app at one computer; `said` is everything that any of them printed. `module`
    is what is started and killed."""

    def __init__(self, folder: Path, utility: Utility, module: str = "outbox_process") -> None:
        self._folder = folder
        self._module = module
        self._utility = utility
        self._log = folder / "said.txt"
        folder.mkdir()

    def works_until_killed(self, rng: random.Random, number: int, longest: float) -> bool:
        """One start that is killed somewhere; true where that was after it had begun to work."""
        before = self._log.stat().st_size if self._log.exists() else 0
        is_early = rng.random() < EARLY
        delay = rng.random() * longest
        with (
            self._log.open("a") as log,
            self._start(self._module, number, "work", log) as process,
        ):
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

    def sleeps(self, times: int, meanwhile: Callable[[], None]) -> None:
        """One start whose computer is put to sleep so often, and works again each time."""
        with self._log.open("a") as log, self._start(self._module, 1, "work", log) as process:
            for _ in range(times):
                self._gets_on(process)
                process.send_signal(signal.SIGSTOP)
                meanwhile()
                process.send_signal(signal.SIGCONT)
            self._gets_on(process)
            process.kill()

    def _gets_on(self, process: subprocess.Popen[str]) -> None:
        """Until a few more readings were kept."""
        before = len(self.said) if self._log.exists() else 0
        until = time.monotonic() + 60
        while len(self.said) < before + 5:
            assert process.poll() is None, "the app ended by itself"
            assert time.monotonic() < until, "the app does not go on"
            _let_pass(process, 0.005)

    def comes_to_rest(self) -> str:
        """A last start that sends what is left; what it says of every submission."""
        fresh = self._folder / "calm.txt"
        with fresh.open("w") as log, self._start("outbox_process", 0, "calm", log) as process:
            assert process.wait(180) == 0
        return fresh.read_text()

    @property
    def said(self) -> list[list[str]]:
        """The complete lines; a kill may have cut the last one of a start."""
        return [words for line in self._log.read_text().splitlines() if len(words := line.split())]

    def _start(self, module: str, number: int, task: str, log: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", f"tests.support.{module}", str(self._folder)]
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


@dataclass
class Outcome:
    """What was said, by the app before the kills and at rest, and what is in the server's books.
    `states` and `references` are of each submission of the outbox."""

    said: list[list[str]]
    at_work: int
    states: dict[str, str]
    references: dict[str, str]
    decided: list[m.Submission]
    effects: list[str]
    counted: dict[str, int]

    @property
    def kept(self) -> set[str]:
        """What was acknowledged."""
        return {words[1] for words in self.said if words[0] == "kept"}

    @property
    def taken_back(self) -> set[str]:
        """What was acknowledged as cancelled."""
        return {words[1] for words in self.said if words[0] == "cancelled"}

    def is_whole(self) -> None:
        """Nothing is lost, nothing is doubled, everything is in order."""
        states, kept = self.states, self.kept
        reports = {words[1] for words in self.said if words[0] == "report"}
        assert reports <= {"None"}, "the outbox was damaged by a kill"
        assert kept, "nothing was entered before the kills"
        assert kept <= states.keys(), "an acknowledged submission is not in the outbox"
        assert set(states.values()) <= {"accepted", "cancelled"}
        assert {op_id for op_id in self.taken_back if states[op_id] != "cancelled"} == set()
        should_be_there = {op_id for op_id, state in states.items() if state == "accepted"}
        assert Counter(row.op_id for row in self.decided) == Counter(should_be_there)
        assert {row.op_id: row.reference for row in self.decided} == self.references
        assert Counter(self.effects) == Counter(should_be_there), "lost or doubled in the books"
        for scope in {row.scope_id for row in self.decided}:
            rows = [row for row in self.decided if row.scope_id == scope]
            sent = [json.loads(row.body)["payload"] for row in rows]
            values = [int(payload["values"][0]["value"]) for payload in sent]
            assert values == sorted(set(values)), "a contract's readings arrived out of order"

    def tell(self, capsys: pytest.CaptureFixture[str], kills: int, more: str = "") -> None:
        """One line of figures, for who asked for a long run."""
        if "KILLS" not in os.environ:
            return
        with capsys.disabled():
            print(
                f"\nkills={kills} at_work={self.at_work} acknowledged={len(self.kept)}"
                f" taken_back={len(self.taken_back)}"
                f" unacknowledged={len(self.states.keys() - self.kept)}"
                f" accepted={len(self.references)}"
                f" requests={self.counted['puts']} faults={self.counted['faults']}"
                f" lost={len(self.kept - self.states.keys())}"
                f" doubled={len(self.effects) - len(set(self.effects))}{more}"
            )


def killed_again_and_again(folder: Path, kills: int, module: str, longest: float) -> Outcome:
    """The app is started and killed `kills` times, at most `longest` seconds after it began to
    work, then comes to rest."""
    rng = random.Random(SEED)
    with a_utility(folder / "server") as utility:
        app = App(folder / "pc", utility, module)
        starts = range(1, kills + 1)
        at_work = sum(app.works_until_killed(rng, number, longest) for number in starts)
        return at_rest(folder, utility, app, at_work)


def at_rest(folder: Path, utility: Utility, app: App, at_work: int = 0) -> Outcome:
    """What is left once the line is good and everything was sent."""
    utility.calms_down()
    rest = app.comes_to_rest()
    counted = utility.stop()
    rows = [line.split() for line in rest.splitlines()]
    assert ["report", "None"] in rows, "the outbox was damaged"
    states = {words[1]: words[0] for words in rows if words[0] not in ("ready", "report")}
    references = {words[1]: words[2] for words in rows if words[0] == "accepted"}
    return Outcome(app.said, at_work, states, references, *books(folder / "server"), counted)


def books(folder: Path) -> tuple[list[m.Submission], list[str]]:
    """What the server decided in its order, and the op_id behind each effect in its books."""
    database = Database(f"sqlite:///{folder / DATABASE}")
    try:
        with database.reading() as session:
            decided = list(session.scalars(select(m.Submission).order_by(m.Submission.id)))
            refused = {r.op_id: (r.body, r.answer) for r in decided if r.state is not ACCEPTED}
            assert not refused, "what was in order was refused"
            effects = [
                op_id
                for table in (m.Reading, m.ReplacedReading)
                for op_id in session.scalars(select(table.origin_op_id))
                if op_id is not None
            ]
    finally:
        database.close()
    return decided, effects
