"""`/v1/documents/{id}`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Path, Response

from backend.answers import NOT_MODIFIED, tagged
from backend.context import ContextDep
from backend.documents.repository import readable_by
from backend.problems import Problem, documented
from backend.users.rights import CallerDep

router = APIRouter(tags=["documents"])


@router.get(
    "/v1/documents/{document_id}",
    response_class=Response,
    responses=documented("session-expired", "not-found")
    | NOT_MODIFIED
    | {200: {"description": "The bytes as the utility issued them", "content": {"*/*": {}}}},
)
def document(
    context: ContextDep,
    caller: CallerDep,
    document_id: Annotated[str, Path(pattern="^[1-9][0-9]{0,17}$")],
    if_none_match: Annotated[str | None, Header(max_length=200)] = None,
) -> Response:
    """A document of one of the caller's contracts. One of another's is not found."""
    with context.database.reading() as session:
        found = readable_by(session, int(document_id), caller.id)
    if found is None:
        raise Problem("not-found")
    return tagged(found.body, found.media_type, if_none_match, tag=found.sha256)
