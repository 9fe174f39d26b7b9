"""`/v1/scopes/{scope}/changes`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from backend.context import ContextDep
from backend.feed.care import keep_proof
from backend.feed.read import page
from backend.feed.schemas import ChangePage
from backend.feed.tokens import SyncReset
from backend.problems import Problem, documented
from backend.users.rights import ReadableScope

router = APIRouter(tags=["feed"])


@router.get(
    "/v1/scopes/{scope}/changes",
    response_model=ChangePage,
    responses=documented("session-expired", "scope-revoked", "sync-reset"),
)
def changes(
    context: ContextDep,
    scope_id: ReadableScope,
    token: Annotated[str | None, Query(max_length=300)] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 500,
) -> Response:
    """What changed in a scope since `token`, or everything."""
    try:
        with context.database.reading() as session:
            answer = page(session, scope_id, token, limit)
    except SyncReset as reset:
        raise Problem("sync-reset", reason=reset.reason) from reset
    if answer.fresh_proof is not None:
        keep_proof(context.database, scope_id, answer.fresh_proof)
    return Response(answer.content, media_type="application/json")
