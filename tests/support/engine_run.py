"""One run of the sync engine, fed event by event, and the answers to feed it with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desktop.domain.changes import Changes
from desktop.domain.contracts import ContractLink, LinkRole
from desktop.domain.errors import AppError
from desktop.domain.feed import (
    Change,
    Cursor,
    Me,
    MeUnchanged,
    Page,
    Reset,
    Resume,
    Revoked,
    ScopeHead,
)
from desktop.domain.users import Role, User
from desktop.services.results import SyncOutcome
from desktop.services.sync import events as ev
from desktop.services.sync.engine import step
from desktop.services.sync.state import Policy, State

HERE = datetime(2026, 11, 20, 11, 59, 30, tzinfo=UTC)  # this computer's clock
SERVER = datetime(2026, 11, 20, 12, tzinfo=UTC)
LATER = SERVER + timedelta(seconds=5)
OLD = SERVER - timedelta(days=2)
CLARA = User("7", "clara", "Clara Sosa", "clara@example.org", Role.CUSTOMER)
MOVED = Changes(frozenset({"C-1"}), frozenset({"invoice"}))
LINKS = Changes(frozenset({"C-1"}), frozenset({"link"}))


def me(epoch: int = 1, **heads: int) -> Me:
    """`/v1/me` with scopes named without their dash: C1=4."""
    scopes = tuple(
        ScopeHead(name, head, ContractLink(name, name[2:], "", LinkRole.HOLDER))
        for name, head in ((key.replace("C", "C-"), head) for key, head in heads.items())
    )
    return Me(CLARA, scopes, epoch, "etag-2", SERVER)


def complete(scope: str = "C-1", seq: int = 4, epoch: int = 1) -> Cursor:
    return Cursor(scope, seq, f"live-{seq}", epoch, seq, OLD)


def resume(*cursors: Cursor) -> Resume:
    return Resume("7", "etag-1", 1, cursors)


def page(
    scope: str = "C-1", *, more: bool = False, epoch: int = 1, seqs: tuple[int, ...] = (1, 2)
) -> Page:
    changes = tuple(Change("invoice", str(n), n, False, b"{}", "") for n in seqs)
    head = max(seqs, default=0)
    after = f"after-{head}"
    if more:
        return Page(scope, epoch, changes, after, True, None, None, None, LATER)
    return Page(scope, epoch, changes, after, False, head, len(seqs), "sha256:0", LATER)


class EngineRun:
    """Feeds events to the engine and keeps what it asked for last."""

    def __init__(self, *cursors: Cursor, policy: Policy | None = None) -> None:
        self.state = State(policy=policy or Policy())
        self.effects: tuple[ev.Effect, ...] = ()
        self.tell(ev.Started(resume(*cursors)))

    def tell(self, event: ev.Event) -> tuple[ev.Effect, ...]:
        self.state, self.effects = step(self.state, event)
        return self.effects

    def me(self, answer: Me | MeUnchanged) -> tuple[ev.Effect, ...]:
        return self.tell(ev.MeAnswered(self.state.ticket, answer, HERE))

    def known(self, answer: Me) -> tuple[ev.Effect, ...]:
        """`/v1/me` answered and kept."""
        self.me(answer)
        return self.tell(ev.MeKept(Changes()))

    def answer(self, answer: Page | Reset | Revoked) -> tuple[ev.Effect, ...]:
        return self.tell(ev.PageAnswered(self.state.ticket, answer))

    def pages(self, *pages: Page) -> tuple[ev.Effect, ...]:
        for each in pages:
            self.answer(each)
            self.tell(ev.PageStored(Changes() if each.more else MOVED))
        return self.effects

    def fail(self, error: AppError, chance: float = 0.5) -> tuple[ev.Effect, ...]:
        return self.tell(ev.RequestFailed(self.state.ticket, error, chance))

    def fail_for_good(self, error: AppError) -> tuple[ev.Effect, ...]:
        for _ in range(self.state.policy.retries):
            self.fail(error)
            self.tell(ev.Waited())
        return self.fail(error)

    def fetched(self) -> tuple[str, str | None]:
        """Scope and token of the page that is asked for."""
        last = self.effects[-1]
        assert isinstance(last, ev.FetchPage), last
        return last.scope, last.token

    @property
    def outcome(self) -> SyncOutcome:
        last = self.effects[-1]
        assert isinstance(last, ev.Done), last
        return last.outcome
