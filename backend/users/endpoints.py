"""`/v1/session` and `/v1/me`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Request, Response

from backend.answers import NOT_MODIFIED, StrictRoute, tagged
from backend.context import ContextDep
from backend.feed.models import FeedMeta, Scope
from backend.feed.wire import CATALOGUE, CATALOGUE_NAME, encode, scope_name
from backend.problems import Problem, documented
from backend.users import repository
from backend.users.rights import CallerDep
from backend.users.schemas import Me, Person, Refresh, ScopeHead, SignIn, Tokens
from backend.users.service import SessionService

router = APIRouter(route_class=StrictRoute, tags=["session"])


@router.post(
    "/v1/session",
    responses=documented("bad-credentials", "user-locked", "email-unconfirmed", "rate-limited"),
)
def sign_in(form: SignIn, request: Request, context: ContextDep) -> Tokens:
    """Sign in with a user name and a password."""
    address = request.client.host if request.client else ""
    context.sign_in_limiter.check(address)
    service = SessionService(context.database, context.settings, context.clock)
    try:
        return service.sign_in(form.username, form.password, form.device)
    except Problem:
        context.sign_in_limiter.failed(address)
        raise


@router.post("/v1/session/refresh", responses=documented("session-expired"))
def refresh(form: Refresh, context: ContextDep) -> Tokens:
    """New tokens for a refresh token, which is used up by this."""
    service = SessionService(context.database, context.settings, context.clock)
    return service.refresh(form.refresh_token, form.device)


@router.delete("/v1/session", status_code=204, responses=documented("session-expired"))
def sign_out(context: ContextDep, caller: CallerDep) -> None:
    """End the session and its refresh tokens."""
    SessionService(context.database, context.settings, context.clock).sign_out(caller.access_token)


@router.get("/v1/me", response_model=Me, responses=documented("session-expired") | NOT_MODIFIED)
def me(
    context: ContextDep,
    caller: CallerDep,
    if_none_match: Annotated[str | None, Header(max_length=200)] = None,
) -> Response:
    """Who is signed in, and how far each scope has come."""
    with context.database.reading() as session:
        links = repository.links(session, caller.id)
        catalogue = session.get(Scope, CATALOGUE)
        epoch = session.get_one(FeedMeta, 1).epoch
    scopes = [
        ScopeHead(
            scope=scope_name(row.link.contract_id),
            head=row.head,
            kind="contract",
            contract_id=str(row.link.contract_id),
            role=row.link.role,
            alias=row.link.alias,
        )
        for row in links
    ]
    scopes.append(
        ScopeHead(
            scope=CATALOGUE_NAME,
            head=catalogue.seq if catalogue else 0,
            kind="catalogue",
            contract_id=None,
            role=None,
            alias=None,
        )
    )
    person = Person(
        id=str(caller.id),
        username=caller.username,
        full_name=caller.full_name,
        email=caller.email,
        role=caller.role,
    )
    answer = Me(user=person, scopes=scopes, epoch=epoch)
    return tagged(encode(answer.model_dump()), "application/json", if_none_match)
