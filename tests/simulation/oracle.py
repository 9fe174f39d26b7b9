"""What must be true, whatever happened."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from desktop.domain.submissions import DEPENDENCY, TOO_OFTEN, Submission, SubmissionState
from desktop.services.results import SyncOutcome
from tests.simulation.chance import Violation

if TYPE_CHECKING:
    from tests.simulation.life import Life
    from tests.simulation.person import Memory

_OPEN = (SubmissionState.QUEUED, SubmissionState.UNCERTAIN)


class Oracle:
    """Watches a life. `memories` is what the person was told."""

    def __init__(self, life: Life) -> None:
        self._life = life
        self.memories: dict[str, Memory] = {}
        self.parked: set[str] = set()  # at any time: they left the order of their stream
        self._before: set[str] = set()

    def after_write(self, name: str, args: tuple[Any, ...]) -> None:
        """After each write of the app."""
        life = self._life
        if name in ("stage", "swap"):
            scope = args[0].scope
            if life.mirror.visible(scope) not in life.server.history[scope]:
                raise Violation(f"{scope} shows what never was")
        elif name == "park":
            self.parked.add(args[0])
        elif name == "strike":
            self.parked.update(args[0])
            if not life.passed:
                raise Violation("counted against it while nothing passed")

    def after_run(self, outcome: SyncOutcome) -> None:
        """After each sync."""
        life = self._life
        if life.mirror.mismatches and not life.server.forgot:
            raise Violation("the mirror had to heal although the server was honest")
        accepted = self._in(SubmissionState.ACCEPTED)
        if life.is_calm and outcome.error is None and not life.server.forgot:
            for op_id in accepted - self._before:
                if op_id not in self._echoes():
                    raise Violation("what was sent is not read back")
        self._before = accepted

    def is_over(self) -> bool:
        """Whether nothing is left to be done."""
        life = self._life
        return not any(kept.item.state in _OPEN for kept in life.outbox.rows.values()) and all(
            life.mirror.visible(name) == served.contents()
            for name, served in life.server.scopes.items()
        )

    def judge(self) -> None:
        """After the calm."""
        life = self._life
        for name, served in life.server.scopes.items():
            if life.mirror.visible(name) != served.contents():
                raise Violation(f"{name} is not what the server has")
        effects = life.server.books.effects
        self._judge_memories(effects)
        for kept in life.outbox.rows.values():
            self._judge_item(kept.item, kept.item.op_id in effects)
        if not life.server.forgot:
            self._judge_order(effects)

    def _judge_memories(self, effects: list[str]) -> None:
        life = self._life
        if len(set(effects)) != len(effects):
            raise Violation("something took effect twice")
        for op_id in effects:
            if op_id not in life.outbox.rows:
                raise Violation("something took effect that nobody sent")
        for op_id, memory in self.memories.items():
            kept = life.outbox.rows.get(op_id)
            if kept is None or kept.item.payload != memory.body:
                raise Violation("something is lost that was said to be kept")
            if memory.cancelled and op_id in effects:
                raise Violation("something took effect that was cancelled")

    def _judge_item(self, item: Submission, took_effect: bool) -> None:
        fate = item.content
        match item.state:
            case SubmissionState.ACCEPTED:
                if not took_effect:
                    raise Violation("the server does not have what it accepted")
                if item.op_id not in self._echoes():
                    raise Violation("what was accepted is not shown")
            case SubmissionState.REJECTED:
                if took_effect or not fate.get("refuse"):
                    raise Violation("refused without the server's word")
            case SubmissionState.PARKED:
                self._judge_parked(item, took_effect)
            case SubmissionState.CANCELLED:
                memory = self.memories.get(item.op_id)
                if memory is None:
                    return  # the process ended before the person was told
            case _:
                raise Violation(f"it stays {item.state} for ever")

    def _judge_parked(self, item: Submission, took_effect: bool) -> None:
        fate, code = item.content, item.problem and item.problem.code
        stumbled = self._life.network.stumbles.get(item.op_id, 0)
        may_wait = {
            TOO_OFTEN: bool(fate.get("poison")) or (stumbled > 0 and item.attempts >= 3),
            DEPENDENCY: bool(item.follows) and not took_effect,
            "forbidden": bool(fate.get("forbid")) and not took_effect,
        }
        if not may_wait.get(code or "", False):
            raise Violation(f"set aside without a reason: {code}")

    def _judge_order(self, effects: list[str]) -> None:
        last: dict[str, int] = {}
        for op_id in effects:
            item = self._life.outbox.rows[op_id].item
            for name in item.follows:
                if name not in effects[: effects.index(op_id)]:
                    raise Violation("it took effect before what it depends on")
            if self._left_the_order(item):
                continue
            if item.number < last.get(item.stream, 0):
                raise Violation("out of the order of its stream")
            last[item.stream] = item.number

    def _left_the_order(self, item: Submission) -> bool:
        """Set aside once, or waiting for what was: others of its stream may go first."""
        rows = self._life.outbox.rows
        return item.op_id in self.parked or any(
            self._left_the_order(rows[name].item) for name in item.follows if name in rows
        )

    def _in(self, state: SubmissionState) -> set[str]:
        rows = self._life.outbox.rows.items()
        return {op_id for op_id, kept in rows if kept.item.state is state}

    def _echoes(self) -> set[str]:
        mirror = self._life.mirror
        return {
            json.loads(body)["origin_op_id"]
            for name in mirror.image.scopes
            for kind, _id, _seq, body in mirror.visible(name)
            if kind == "reading"
        }
