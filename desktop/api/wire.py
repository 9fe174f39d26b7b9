"""JSON in, domain out. An answer that is not exactly what `docs/protocol.md` says is refused whole,
with the path of what was wrong, so that nothing half-understood reaches the store.

Functions raise `NetworkError(INVALID_ANSWER)`; `decode_<entity>` take the bytes that were kept.
"""

from __future__ import annotations

import json
from datetime import datetime
from types import ModuleType
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import UNSET, Meta, Raw, Struct, UnsetType

from desktop.api import (
    agreements,
    cases,
    contracts,
    delivery,
    faq,
    invoices,
    movements,
    notices,
    payments,
    readings,
    registration,
    supply_requests,
    supply_rules,
    workdays,
)
from desktop.api.fields import Id, Instant
from desktop.api.policies import Policy
from desktop.domain.contracts import ContractLink, LinkRole
from desktop.domain.errors import Code, NetworkError
from desktop.domain.feed import Change, Me, Page, ScopeHead, fold
from desktop.domain.users import Role, User

S = TypeVar("S")

Seq = Annotated[int, Meta(ge=0, le=2**63 - 1)]

# What `msgspec` raises for bytes that are not JSON, not UTF-8, not the shape or nested too deep.
_WRONG = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


class Tokens(Struct, frozen=True, gc=False):
    """What opens the server: `expires_in` is seconds from the answer."""

    access_token: Annotated[str, Meta(min_length=1, max_length=1200)]
    expires_in: Annotated[int, Meta(ge=0, le=86400)]
    refresh_token: Annotated[str, Meta(min_length=1, max_length=1200)]


class Problem(Struct, frozen=True):
    """A problem document, as far as the app needs it."""

    type: str = ""
    reason: str = ""
    until: Instant | None = None

    @property
    def name(self) -> str:
        """The last part of `type`, by which the protocol names problems."""
        return self.type.rpartition("/")[2][:60]


class _Change(Struct, frozen=True, gc=False):
    k: Annotated[str, Meta(min_length=1, max_length=64)]
    id: Id
    seq: Seq
    body: Raw | UnsetType = UNSET
    deleted: bool | UnsetType = UNSET


class _Page(Struct, frozen=True, gc=False):
    scope: str
    epoch: int
    changes: list[_Change]
    next: Annotated[str, Meta(min_length=1, max_length=1024)]
    more: bool
    seq: Seq | UnsetType | None = UNSET
    count: Seq | UnsetType | None = UNSET
    digest: str | UnsetType | None = UNSET


class _User(Struct, frozen=True, gc=False):
    id: Id
    username: str
    full_name: str
    email: str
    role: Role


class _Scope(Struct, frozen=True, gc=False):
    scope: Annotated[str, Meta(min_length=1, max_length=64)]
    head: Seq
    kind: str
    contract_id: str | None = None
    role: LinkRole | None = None
    alias: str | None = None


class _Me(Struct, frozen=True, gc=False):
    user: _User
    scopes: list[_Scope]
    epoch: int


_decoders: dict[type, msgspec.json.Decoder[Any]] = {}


def _decode(content: bytes, kind: type[S]) -> S:
    decoder = _decoders.get(kind)
    if decoder is None:
        decoder = _decoders[kind] = msgspec.json.Decoder(kind)
    value: S = decoder.decode(content)
    return value


# Each names its entities by kind, as (struct, domain class), and its rules by area likewise.
_MODULES: tuple[ModuleType, ...] = (
    contracts,
    readings,
    invoices,
    movements,
    agreements,
    workdays,
    cases,
    delivery,
    faq,
    notices,
    registration,
    supply_requests,
    supply_rules,
    payments,
)

_ENTITIES: dict[str, Any] = {}  # kind -> struct
_POLICIES: dict[str, Any] = {}  # area -> struct
_OF_DOMAIN: dict[type, tuple[str, Any]] = {}  # domain class -> (kind or area, struct)
for _module in _MODULES:
    for _names, _found in ((_ENTITIES, "ENTITIES"), (_POLICIES, "POLICIES")):
        for _name, (_struct, _domain) in getattr(_module, _found, {}).items():
            _names[_name] = _struct
            _OF_DOMAIN[_domain] = (_name, _struct)


def _strict(content: bytes, kind: type[S], what: str) -> S:
    """Decode a small answer, refusing names that stand twice."""
    try:
        value = _decode(content, kind)
        _refuse_repeated_names(content)
    except _WRONG as error:
        raise _invalid(what, error) from error
    return value


def _refuse_repeated_names(content: bytes) -> None:
    def pairs(found: list[tuple[str, object]]) -> None:
        if len({name for name, _ in found}) != len(found):
            raise msgspec.DecodeError("a name stands twice")

    json.loads(content, object_pairs_hook=pairs)


def _invalid(path: str, error: BaseException) -> NetworkError:
    said = "nested too deep" if isinstance(error, RecursionError) else str(error)
    return NetworkError(Code.INVALID_ANSWER, detail=f"{path}: {said}"[:300])


def decode_tokens(content: bytes) -> Tokens:
    """The answer to a sign-in or a refresh."""
    return _strict(content, Tokens, "tokens")


def decode_problem(content: bytes) -> Problem:
    """A problem document; one that cannot be read has no name."""
    try:
        return _decode(content, Problem)
    except _WRONG:
        return Problem()


def decode_me(content: bytes, etag: str, server_time: datetime) -> Me:
    """Who asks, and what they may read."""
    found = _strict(content, _Me, "me")
    user = found.user
    return Me(
        user=User(user.id, user.username, user.full_name, user.email, user.role),
        scopes=tuple(ScopeHead(s.scope, s.head, _link(s)) for s in found.scopes),
        epoch=found.epoch,
        etag=etag,
        server_time=server_time,
    )


def _link(scope: _Scope) -> ContractLink | None:
    if scope.kind != "contract":
        return None
    if scope.contract_id is None or scope.role is None:
        raise NetworkError(Code.INVALID_ANSWER, detail=f"me: scope {scope.scope}: no contract")
    return ContractLink(scope.scope, scope.contract_id, scope.alias or "", scope.role)


def decode_page(content: bytes, scope: str, server_time: datetime) -> Page:
    """A page of the feed of `scope`, every body of a known kind proven to be readable.

    Raises INVALID_ANSWER also for a page of another scope: a server's mistake must not show one
    person's data to another.
    """
    try:
        page = _decode(content, _Page)
        if not content.isascii():
            content.decode()  # bodies of unknown kinds are kept as they are, but as UTF-8
    except _WRONG as error:
        raise _invalid("page", error) from error
    if page.scope != scope:
        raise NetworkError(Code.INVALID_ANSWER, detail=f"page: scope {page.scope[:64]}")
    ends = (page.seq, page.count, page.digest)
    if not page.more and any(not isinstance(v, int | str) for v in ends):
        raise NetworkError(Code.INVALID_ANSWER, detail="page: the last one proves nothing")
    names = 5 + sum(v is not UNSET for v in ends)
    changes: list[Change] = []
    for index, change in enumerate(page.changes):
        try:
            made, count = _change(change)
        except _WRONG as error:
            path = f"changes[{index}] {change.k} {change.id}"
            raise _invalid(path, error) from error
        changes.append(made)
        names += count
    # A name ends in `":`. Where there are as many as the structs hold, none stands twice; the
    # slow proof is for pages with unknown fields, or with `":` or space before a colon in a text.
    if content.count(b'":') != names or any(s in content for s in _SPACED):
        try:
            _refuse_repeated_names(content)
        except _WRONG as error:
            raise _invalid("page", error) from error
    return Page(
        scope=page.scope,
        epoch=page.epoch,
        changes=tuple(changes),
        next=page.next,
        more=page.more,
        seq=None if page.more else _known(page.seq),
        count=None if page.more else _known(page.count),
        digest=None if page.more else _known(page.digest),
        server_time=server_time,
    )


_SPACED = (b" :", b"\t:", b"\n:", b"\r:")


def _known(value: S | UnsetType) -> S:
    assert not isinstance(value, UnsetType)
    return value


def _change(change: _Change) -> tuple[Change, int]:
    """The change, and how many names it has on the wire."""
    names = 3 + (change.body is not UNSET) + (change.deleted is not UNSET)
    if change.deleted is True:
        if isinstance(change.body, Raw) and bytes(change.body) != b"null":
            raise msgspec.ValidationError("deleted, and yet it has a body")
        return Change(change.k, change.id, change.seq, True, b"", ""), names
    if not isinstance(change.body, Raw):
        raise msgspec.ValidationError("no body")
    kind = _ENTITIES.get(change.k)
    body = bytes(change.body)
    search = ""
    if kind is not None:
        entity = _decode(body, kind)
        if entity.id != change.id and change.k != "utility":
            raise msgspec.ValidationError("the body is of another entity - at `$.id`")
        names += entity.keys()
        search = _folded(entity.search())
    elif change.k == "policy":
        policy = _decode(body, Policy)
        if policy.id in _POLICIES:
            _decode(bytes(policy.rules), _POLICIES[policy.id])
    return Change(change.k, change.id, change.seq, False, body, search), names


def _folded(text: str) -> str:
    return text.lower() if text.isascii() else fold(text)  # the same for ASCII, and far quicker


def kind_of(entity: type) -> str:
    """The feed's kind of a domain class; for rules, their area."""
    return _OF_DOMAIN[entity][0]


def decode(entity: type[S], body: bytes) -> S:
    """A kept body as the domain object of class `entity`."""
    kind, struct = _OF_DOMAIN[entity]
    made: S = _kept(body, struct, kind).domain()
    return made


def decode_policy(rules: type[S], body: bytes) -> S:
    """A kept body of kind `policy` as the rules of class `rules`."""
    area, struct = _OF_DOMAIN[rules]
    made: S = _kept(bytes(_kept(body, Policy, "policy").rules), struct, area).domain()
    return made


def _kept(body: bytes, kind: type[S], what: str) -> S:
    try:
        return _decode(body, kind)
    except _WRONG as error:
        raise _invalid(what, error) from error


def encode(values: object) -> bytes:
    """A request's body."""
    return msgspec.json.encode(values)
