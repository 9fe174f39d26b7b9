"""A server's change feed in memory, as `docs/protocol.md` defines it: changes while pages are
read, deletions, purged tombstones, restores from a backup. It remembers every state it was in."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from desktop.domain.contracts import ContractLink, LinkRole
from desktop.domain.feed import (
    CATALOGUE,
    Change,
    Me,
    MeUnchanged,
    Page,
    Reset,
    Revoked,
    ScopeHead,
    digest,
)
from desktop.domain.users import Role, User

START = datetime(2026, 11, 20, 12, tzinfo=UTC)
CLARA = User("7", "clara", "Clara Sosa", "clara@example.org", Role.CUSTOMER)

Key = tuple[str, str]
Contents = frozenset[tuple[str, str, int, bytes]]  # kind, id, seq, body


@dataclass
class ServedScope:
    """One scope: its counter and the latest number of each entity; a body of None is deleted."""

    seq: int = 0
    purged: int = 0  # tombstones up to this number are gone
    rows: dict[Key, tuple[int, bytes | None]] = field(default_factory=dict)

    def contents(self) -> Contents:
        """What a complete mirror has."""
        return frozenset(
            (*k, seq, body) for k, (seq, body) in self.rows.items() if body is not None
        )


class FeedServer:
    """Answers as a server would; tests change it between two answers."""

    def __init__(self, *scopes: str) -> None:
        self.epoch = 1
        self.user = CLARA
        self.scopes = {name: ServedScope() for name in scopes}
        self.history: dict[str, set[Contents]] = {name: {frozenset()} for name in scopes}
        self.now = START
        self.calls: list[str] = []

    # ---- what happens at the utility

    def put(self, scope: str, kind: str, id_: str, body: bytes) -> None:
        """Write an entity."""
        served = self.scopes[scope]
        served.seq += 1
        served.rows[kind, id_] = (served.seq, body)
        self.history[scope].add(served.contents())

    def delete(self, scope: str, kind: str, id_: str) -> None:
        """Delete an entity; nothing where there is none."""
        served = self.scopes[scope]
        if served.rows.get((kind, id_), (0, None))[1] is not None:
            served.seq += 1
            served.rows[kind, id_] = (served.seq, None)
            self.history[scope].add(served.contents())

    def purge(self, scope: str) -> None:
        """Forget every tombstone."""
        served = self.scopes[scope]
        gone = [key for key, (_, body) in served.rows.items() if body is None]
        for key in gone:
            served.purged = max(served.purged, served.rows.pop(key)[0])

    def backup(self) -> dict[str, ServedScope]:
        """A copy to restore from."""
        return copy.deepcopy(self.scopes)

    def restore(self, backup: dict[str, ServedScope], *, bump: bool = True) -> None:
        """Go back to a backup. Without `bump` the operator forgot to say so."""
        self.scopes = copy.deepcopy(backup)
        for name, served in self.scopes.items():
            self.history.setdefault(name, {frozenset()}).add(served.contents())
        self.epoch += bump

    # ---- what it answers

    def me(self, etag: str, /) -> Me | MeUnchanged:
        """`GET /v1/me`."""
        self._tick("me")
        heads = tuple(
            ScopeHead(name, served.seq, self._link(name)) for name, served in self.scopes.items()
        )
        current = repr((self.epoch, [(h.scope, h.head) for h in heads]))
        if etag == current:
            return MeUnchanged(self.now)
        return Me(self.user, heads, self.epoch, current, self.now)

    def page(self, scope: str, token: str | None, limit: int, /) -> Page | Reset | Revoked:
        """`GET /v1/scopes/{scope}/changes`."""
        self._tick(f"page {scope} {token}")
        served = self.scopes.get(scope)
        if served is None:
            return Revoked()
        position, base = 0, served.seq
        if token is not None:
            epoch, position, base = map(int, token.split("/"))
            if epoch != self.epoch:
                return Reset("epoch")
            if position > served.seq:
                return Reset("damaged-token")
        if token is not None and served.purged > max(position, base):
            return Reset("tombstones-purged")
        due = sorted((s, k, b) for k, (s, b) in served.rows.items() if s > position)
        sent = due[:limit]
        reached = sent[-1][0] if len(due) > limit else served.seq
        changes = tuple(
            Change(kind, id_, seq, body is None, body or b"", "" if body is None else id_.lower())
            for seq, (kind, id_), body in sent
            if body is not None or seq > base
        )
        more = len(due) > limit
        after = f"{self.epoch}/{reached}/{base if more else reached}"
        if more:
            return Page(scope, self.epoch, changes, after, True, None, None, None, self.now)
        live = [(kind, id_, seq) for kind, id_, seq, _ in served.contents()]
        proof = (served.seq, len(live), digest(live))
        return Page(scope, self.epoch, changes, after, False, *proof, self.now)

    def _tick(self, call: str) -> None:
        self.now += timedelta(seconds=1)
        self.calls.append(call)

    def _link(self, scope: str) -> ContractLink | None:
        if scope == CATALOGUE:
            return None
        return ContractLink(scope, scope.removeprefix("C-"), f"Casa {scope}", LinkRole.HOLDER)
