"""Who asks, and what they may see. Whatever is not granted by a link is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Path
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from backend.context import ContextDep
from backend.feed.wire import CATALOGUE, scope_id_of
from backend.problems import Problem
from backend.users import repository
from backend.users.models import Role
from backend.users.service import digest_of

_bearer = HTTPBearer(auto_error=False, description="Access token of `POST /v1/session`")


@dataclass(frozen=True, slots=True)
class Caller:
    """The user whom an access token speaks for."""

    id: int
    username: str
    full_name: str
    email: str
    role: Role
    access_token: str


def signed_in(
    context: ContextDep,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> Caller:
    """The caller, or `session-expired`."""
    if credentials is None:
        raise Problem("session-expired")
    token = credentials.credentials
    with context.database.reading() as session:
        user = repository.user_of_access(session, digest_of(token), context.clock.now())
    if user is None:
        raise Problem("session-expired")
    return Caller(user.id, user.username, user.full_name, user.email, user.role, token)


CallerDep = Annotated[Caller, Depends(signed_in)]


def clerk(caller: CallerDep) -> Caller:
    """The caller, if they work for the utility; otherwise `forbidden`."""
    if caller.role is not Role.CLERK:
        raise Problem("forbidden")
    return caller


ClerkDep = Annotated[Caller, Depends(clerk)]


def readable_scope(
    scope: Annotated[str, Path(max_length=32, description="`G` or `C-<contract id>`")],
    context: ContextDep,
    caller: CallerDep,
) -> int:
    """The scope's number, if the caller may read it; otherwise `scope-revoked`, also for scopes
    that do not exist: the difference is nobody's business."""
    scope_id = scope_id_of(scope)
    if scope_id == CATALOGUE:
        return scope_id
    if scope_id is not None:
        with context.database.reading() as session:
            if repository.has_link(session, caller.id, scope_id):
                return scope_id
    raise Problem("scope-revoked")


ReadableScope = Annotated[int, Depends(readable_scope)]
