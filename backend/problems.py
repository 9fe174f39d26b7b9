"""What goes wrong, as RFC 9457 problems. `type` is stable; everything else may change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

MEDIA_TYPE = "application/problem+json"

# name -> (status, title)
PROBLEMS: Mapping[str, tuple[int, str]] = {
    "bad-credentials": (401, "User name or password is wrong"),
    "user-locked": (423, "Too many failures; signing in is locked for a while"),
    "session-expired": (401, "The session is over; sign in again"),
    "email-unconfirmed": (403, "The user has to confirm their mail address first"),
    "forbidden": (403, "The user may not do this"),
    "scope-revoked": (403, "The user has no right to this scope"),
    "not-found": (404, "There is no such thing"),
    "blob-missing": (409, "An attachment has to be uploaded first"),
    "epoch-changed": (412, "The server was restored; read anew before sending"),
    "blob-type": (415, "An attachment of this type is not taken"),
    "blob-offset": (416, "The part does not follow what is there"),
    "blob-digest": (422, "The bytes do not have this digest"),
    "submission-rejected": (422, "The submission was refused"),
    "key-reused": (422, "The id was used for something else"),
    "password-refused": (422, "The password cannot be changed to this"),
    "contract-refused": (422, "The contract cannot be linked"),
    "invoice-changed": (409, "What is owed has changed"),
    "payment-open": (409, "Somebody is paying this already"),
    "payment-refused": (422, "This cannot be paid so"),
    "office-refused": (409, "The act cannot be done as things stand"),
    "request-refused": (409, "The request is not where this can be done"),
    "method-not-allowed": (405, "The resource has no such method"),
    "too-large": (413, "The request is too large"),
    "invalid-request": (422, "The request does not have the expected form"),
    "sync-reset": (410, "The token is of no use; begin anew"),
    "rate-limited": (429, "Too many requests; wait"),
    "client-too-old": (426, "This version of the app is no longer served"),
    "internal": (500, "The server made a mistake"),
    "unavailable": (503, "The server cannot answer now"),
}


class FieldError(BaseModel):
    """A field of the request and what is wrong with it."""

    model_config = ConfigDict(extra="forbid")

    field: str
    message: str


class ProblemBody(BaseModel):
    """An RFC 9457 problem."""

    type: str = Field(pattern="^/problems/[a-z-]+$")
    title: str
    status: int
    detail: str
    request_id: str
    until: str | None = Field(None, description="user-locked: when the lock ends, UTC")
    reason: str | None = Field(
        None, description="sync-reset, submission-rejected, password-refused, ...: why"
    )
    field: str | None = Field(None, description="submission-rejected: of the payload")
    data: dict[str, Any] | None = Field(None, description="figures for a sentence")
    op_id: str | None = Field(None, description="submission-rejected: which")
    received_at: str | None = Field(None, description="submission-rejected: when, UTC")
    epoch: int | None = Field(None, description="epoch-changed: the present one")
    errors: list[FieldError] | None = Field(None, description="invalid-request: where")


class Problem(Exception):  # noqa: N818 - an answer, not always a failure
    """Raise to answer with the problem `name`. `extra` are members of the answer."""

    def __init__(
        self,
        name: str,
        detail: str = "",
        *,
        headers: Mapping[str, str] | None = None,
        **extra: Any,
    ) -> None:
        super().__init__(name)
        self.name = name
        self.status, self.title = PROBLEMS[name]
        self.detail = detail
        self.headers = dict(headers or {})
        self.extra = extra

    def body(self, request_id: str) -> dict[str, Any]:
        """The answer's JSON object."""
        return {
            "type": f"/problems/{self.name}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "request_id": request_id,
        } | self.extra


def documented(*names: str) -> dict[int | str, dict[str, Any]]:
    """The problems that an endpoint may answer with, for its OpenAPI document. What any request
    may meet is added."""
    by_status: dict[int | str, list[str]] = {}
    for name in (*names, "invalid-request", "client-too-old", "internal", "unavailable"):
        by_status.setdefault(PROBLEMS[name][0], []).append(name)
    return {
        status: {
            "description": ", ".join(f"`{name}`" for name in of_status),
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemBody"}}},
        }
        for status, of_status in by_status.items()
    }
