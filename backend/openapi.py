"""The OpenAPI document: FastAPI's, with problems in place of its own error form."""

from __future__ import annotations

import json
from typing import Any

from fastapi import FastAPI

from backend.problems import ProblemBody

_HEADERS = {
    "X-Request-Id": "the request's id, or one made for it",
    "X-Server-Time": "UTC, ISO 8601 with `Z`",
    "Content-Digest": "RFC 9530, `sha-256=:<base64>:`",
}


def document_problems(app: FastAPI) -> None:
    """Make `app.openapi()` say what the service really answers."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _completed(plain())
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def as_text(app: FastAPI) -> str:
    """The document as committed in `backend/openapi.json`."""
    return json.dumps(app.openapi(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _completed(document: dict[str, Any]) -> dict[str, Any]:
    schemas = document["components"]["schemas"]
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    problem = ProblemBody.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= problem.pop("$defs", {}) | {"ProblemBody": problem}
    headers = {
        name: {"description": text, "schema": {"type": "string"}} for name, text in _HEADERS.items()
    }
    for path in document["paths"].values():
        for operation in path.values():
            for answer in operation["responses"].values():
                answer.setdefault("headers", {}).update(headers)
    return document
