"""What every answer carries, whichever endpoint made it, and what every request must respect."""

from __future__ import annotations

import base64
import hashlib
import logging
import re
import traceback
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path

import sqlalchemy.exc
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend.clock import Clock, iso
from backend.feed.wire import encode
from backend.problems import MEDIA_TYPE, Problem
from backend.settings import Settings

log = logging.getLogger("backend")

_HERE = str(Path(__file__).parent)
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)
_CLIENT = re.compile(r"oficina/(\d{1,4})\.(\d{1,4})\.(\d{1,4})\b", re.ASCII)


class Envelope:
    """ASGI middleware: request id, server time, digest, length; answers failures as problems.

    Answers are kept back until they are whole. They are small, and so an endpoint that breaks
    half way still gives a well-formed problem.
    """

    def __init__(
        self,
        app: ASGIApp,
        settings: Settings,
        clock: Clock,
        limits: Mapping[str, int] | None = None,
    ) -> None:
        """`limits` are bytes of a body by the beginning of the path, where not the usual one."""
        self._app = app
        self._settings = settings
        self._clock = clock
        self._limits = dict(limits or {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        offered = headers.get("x-request-id", "")
        request_id = offered if _REQUEST_ID.fullmatch(offered) else str(uuid.uuid4())
        scope.setdefault("state", {})["request_id"] = request_id
        answer = _Answer()
        try:
            self._refuse_old(headers)
            body = await _read(receive, self._limit(scope["path"]))
            await self._app(scope, _replay(body, receive), answer.take)
        except Problem as problem:
            answer = await _of_problem(problem, request_id, scope)
        except sqlalchemy.exc.OperationalError as error:
            _log_failure(request_id, scope, error)
            unavailable = Problem("unavailable", headers={"Retry-After": "5"})
            answer = await _of_problem(unavailable, request_id, scope)
        except Exception as error:  # noqa: BLE001 - whatever broke, the client gets the request id
            _log_failure(request_id, scope, error)
            answer = await _of_problem(Problem("internal"), request_id, scope)
        await self._send(answer, request_id, send)

    def _limit(self, path: str) -> int:
        long = (limit for start, limit in self._limits.items() if path.startswith(start))
        return next(long, self._settings.body_limit)

    def _refuse_old(self, headers: Headers) -> None:
        oldest = self._settings.min_client
        match = _CLIENT.match(headers.get("x-client", ""))
        if oldest and match and tuple(map(int, match.groups())) < oldest:
            raise Problem("client-too-old", f"at least {'.'.join(map(str, oldest))} is needed")

    async def _send(self, answer: _Answer, request_id: str, send: Send) -> None:
        body = bytes(answer.body)
        headers = MutableHeaders(raw=answer.headers)
        headers["X-Request-Id"] = request_id
        headers["X-Server-Time"] = iso(self._clock.now())
        headers["Cache-Control"] = "no-store"
        headers["X-Content-Type-Options"] = "nosniff"
        digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
        headers["Content-Digest"] = f"sha-256=:{digest}:"
        if answer.status in (204, 304):
            del headers["Content-Length"]  # RFC 9110, 8.6: there is no content to measure
        else:
            headers["Content-Length"] = str(len(body))
        await send({"type": "http.response.start", "status": answer.status, "headers": headers.raw})
        await send({"type": "http.response.body", "body": body})


class _Answer:
    """What the app inside has sent so far."""

    def __init__(self) -> None:
        self.status = 500
        self.headers: list[tuple[bytes, bytes]] = []
        self.body = bytearray()

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = list(message.get("headers", ()))
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")


async def _of_problem(problem: Problem, request_id: str, scope: Scope) -> _Answer:
    answer = _Answer()
    await response(problem, request_id)(scope, _nothing, answer.take)
    return answer


def response(problem: Problem, request_id: str) -> Response:
    """The HTTP answer for a problem."""
    return Response(
        encode(problem.body(request_id)), problem.status, problem.headers, media_type=MEDIA_TYPE
    )


async def _nothing() -> Message:
    return {"type": "http.disconnect"}


async def _read(receive: Receive, limit: int) -> bytes:
    body = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            break
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > limit:
            raise Problem("too-large", f"at most {limit} bytes")
    return bytes(body)


def _replay(body: bytes, receive: Receive) -> Receive:
    messages: Iterable[Message] = iter(({"type": "http.request", "body": body},))

    async def again() -> Message:
        for message in messages:
            return message
        return await receive()

    return again


def _log_failure(request_id: str, scope: Scope, error: Exception) -> None:
    # Neither the message of the exception nor the URL: both may hold what a person typed.
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames[:-1] if frame.filename.startswith(_HERE)] + frames[-1:]
    where = " < ".join(f"{f.filename}:{f.lineno}:{f.name}" for f in reversed(ours))
    route = getattr(scope.get("route"), "path", "-")
    log.error("request %s %s failed: %s at %s", request_id, route, type(error).__qualname__, where)
