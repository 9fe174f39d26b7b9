"""Answers that endpoints build in the same way."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

NOT_MODIFIED: dict[int | str, dict[str, Any]] = {
    304: {"description": "Nothing moved since the `ETag` in `If-None-Match`"}
}


def tagged(
    content: bytes, media_type: str, if_none_match: str | None, tag: str | None = None
) -> Response:
    """`content` with an `ETag` (by default its own digest), or 304 where the client has it."""
    etag = f'"{tag or hashlib.sha256(content).hexdigest()[:32]}"'
    offered = {part.strip().removeprefix("W/") for part in (if_none_match or "").split(",")}
    if etag in offered or "*" in offered:
        return Response(status_code=304, headers={"ETag": etag})
    return Response(content, media_type=media_type, headers={"ETag": etag})


async def body_of(request: Request) -> bytes:
    """The body as it came, for endpoints that need its very bytes."""
    return await request.body()


class _StrictRequest(Request):
    async def json(self) -> Any:
        """The body's JSON. Python's parser takes the last of two equal keys and knows NaN; two
        parsers that read one body differently are a hole, so both are refused."""
        if not hasattr(self, "_strict"):
            text = await self.body()
            try:
                self._strict = json.loads(
                    text, object_pairs_hook=_without_twins, parse_constant=_refuse
                )
            except (UnicodeDecodeError, RecursionError, _RefusedError) as error:
                raise json.JSONDecodeError(type(error).__name__, "", 0) from error
        return self._strict


class _RefusedError(Exception):
    """Python's parser would take it; RFC 8259 leaves it undefined or forbids it."""


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _RefusedError
    return found


def _refuse(_constant: str) -> Any:
    raise _RefusedError


class StrictRoute(APIRoute):
    """A route whose JSON bodies have one meaning only."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """FastAPI's handler, given a strict request."""
        handler = super().get_route_handler()

        async def strict(request: Request) -> Response:
            return await handler(_StrictRequest(request.scope, request.receive))

        return strict
