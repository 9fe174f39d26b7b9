"""The change feed as the app knows it: what a server says moved, page by page.

`docs/protocol.md` has the wire form. Bodies stay the bytes that the server sent: they are decoded
when they are read, so a newer app can read what an older one kept.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from desktop.domain.contracts import ContractLink
from desktop.domain.users import User

if TYPE_CHECKING:
    from collections.abc import Iterable

CATALOGUE = "G"  # the scope of what belongs to everybody


@dataclass(frozen=True, slots=True)
class Change:
    """One entity as of number `seq` of its scope. A deletion has neither body nor `search`.

    `search` is the text by which a person may find the entity, already folded; empty for kinds
    that nobody looks for.
    """

    kind: str
    id: str
    seq: int
    deleted: bool
    body: bytes
    search: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a scope's feed, in the order of `seq`. `seq`, `count` and `digest` (of every
    live entity of the scope) come with the last page only; `server_time` is UTC."""

    scope: str
    epoch: int
    changes: tuple[Change, ...]
    next: str
    more: bool
    seq: int | None
    count: int | None
    digest: str | None
    server_time: datetime


@dataclass(frozen=True, slots=True)
class Reset:
    """Instead of a page (410): the token is of no use, begin anew without one."""

    reason: str


@dataclass(frozen=True, slots=True)
class Revoked:
    """Instead of a page (403 `scope-revoked`): the scope may no longer be read."""


@dataclass(frozen=True, slots=True)
class ScopeHead:
    """How far a scope has got at the server. `link` is None for the catalogue."""

    scope: str
    head: int
    link: ContractLink | None


@dataclass(frozen=True, slots=True)
class Me:
    """Who asks, and every scope that they may read. `server_time` is UTC."""

    user: User
    scopes: tuple[ScopeHead, ...]
    epoch: int
    etag: str
    server_time: datetime


@dataclass(frozen=True, slots=True)
class MeUnchanged:
    """Nothing moved since the `Me` whose etag was sent. `server_time` is UTC."""

    server_time: datetime


@dataclass(frozen=True, slots=True)
class Staged:
    """Pages already kept out of sight: the next one is asked for with `token`. `full` stages
    replace what is visible, others are applied to it."""

    token: str
    epoch: int
    full: bool


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far the mirror has got in one scope.

    `epoch`, `seq` and `verified_at` (server time, UTC) are of what is visible, `epoch` is None
    where nothing is; without a `token` the scope has to be read anew. `head` is the last one told
    by `Me`.
    """

    scope: str
    head: int
    token: str | None = None
    epoch: int | None = None
    seq: int = 0
    verified_at: datetime | None = None
    staged: Staged | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    """What the mirror knows when a sync starts; `etag`, `epoch` and the heads are of one `Me`."""

    user_id: str | None
    etag: str | None
    epoch: int | None
    cursors: tuple[Cursor, ...]


def digest(entities: Iterable[tuple[str, str, int]]) -> str:
    """Digest of live entities given as (kind, id, seq) in any order, as the last page has it."""
    rows = sorted((kind.encode(), id_.encode(), seq) for kind, id_, seq in entities)
    return digest_of_lines(b"".join(b"%s:%s:%d\n" % row for row in rows))


def digest_of_lines(lines: bytes) -> str:
    """Digest of sorted lines `<kind>:<id>:<seq>\\n`, one for each live entity."""
    return "sha256:" + sha256(lines).hexdigest()


def fold(text: str) -> str:
    """`text` as it is compared in a search: lower case, without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))
