"""`/v1/submissions/{op_id}`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Request, Response

from backend.answers import StrictRoute, body_of
from backend.context import ContextDep
from backend.problems import MEDIA_TYPE, documented
from backend.submissions.schemas import Accepted, Rejected, SubmissionForm
from backend.submissions.service import SubmissionService
from backend.users.rights import CallerDep

router = APIRouter(route_class=StrictRoute, tags=["submissions"])

OpId = Annotated[
    str,
    Path(
        pattern="^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
        description="a UUID in lower case, made when the person pressed the button",
    ),
]


@router.put(
    "/v1/submissions/{op_id}",
    response_model=Accepted,
    responses=documented(
        "session-expired",
        "forbidden",
        "not-found",
        "blob-missing",
        "epoch-changed",
        "too-large",
        "submission-rejected",
        "key-reused",
    ),
)
def submit(
    form: SubmissionForm,
    body: Annotated[bytes, Depends(body_of)],
    op_id: OpId,
    request: Request,
    context: ContextDep,
    caller: CallerDep,
    if_epoch: Annotated[int | None, Header(ge=1, le=2**31 - 1)] = None,
) -> Response:
    """Send something. The same id and bytes get the same answer for ever, and one effect."""
    answer = SubmissionService(context.database, context.clock).submit(
        caller.id, op_id, body, form, epoch=if_epoch, request_id=request.state.request_id
    )
    return Response(
        answer.content,
        answer.status,
        {"Idempotency-Replayed": "true"} if answer.replayed else None,
        media_type="application/json" if answer.status == 200 else MEDIA_TYPE,
    )


@router.get(
    "/v1/submissions/{op_id}",
    response_model=Accepted | Rejected,
    responses=documented("session-expired", "not-found"),
)
def outcome(op_id: OpId, context: ContextDep, caller: CallerDep) -> Response:
    """What became of a submission. One that was never seen is not found and safe to send."""
    content = SubmissionService(context.database, context.clock).outcome(caller.id, op_id)
    return Response(content, media_type="application/json")
