"""`/v1/office/{act}`: the acts, for clerks."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from backend.answers import StrictRoute
from backend.context import ContextDep
from backend.office.acts import Act, OfficeRefusedError, acts, do
from backend.problems import Problem, documented
from backend.users.rights import ClerkDep

router = APIRouter(route_class=StrictRoute, tags=["office"])


def _add(act: Act) -> None:
    def endpoint(form: Any, context: ContextDep, clerk: ClerkDep) -> dict[str, Any]:
        try:
            return do(context.database, context.clock, clerk.username, act, form)
        except OfficeRefusedError as error:
            raise Problem("office-refused", error.detail, reason=error.reason) from error

    endpoint.__annotations__["form"] = act.form
    router.add_api_route(
        f"/v1/office/{act.name}",
        endpoint,
        methods=["POST"],
        name=f"office_{act.name.replace('-', '_')}",
        description=act.about,
        responses=documented("session-expired", "forbidden", "office-refused"),
    )


for _act in acts().values():
    _add(_act)
