"""`/v1/ping` and `/v1/utility`: what anyone may ask."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Response

from backend.answers import NOT_MODIFIED, tagged
from backend.catalogue.repository import utility_body
from backend.catalogue.schemas import UtilityBody
from backend.context import ContextDep
from backend.problems import Problem, documented

router = APIRouter(tags=["utility"])


@router.get("/v1/ping", status_code=204, responses=documented())
async def ping() -> Response:
    """Whether this service answers; the header tells it from a captive portal."""
    return Response(status_code=204, headers={"X-Service": "oficina-virtual"})


@router.get(
    "/v1/utility",
    response_model=UtilityBody,
    responses=documented("not-found") | NOT_MODIFIED,
)
def utility(
    context: ContextDep, if_none_match: Annotated[str | None, Header(max_length=200)] = None
) -> Response:
    """The utility's profile."""
    with context.database.reading() as session:
        body = utility_body(session)
    if body is None:
        raise Problem("not-found", "no utility has been loaded")
    return tagged(body, "application/json", if_none_match)
