"""Loses what the server says about submissions, at the edge of the server: they are decided and
committed, and the client does not hear of it.

    with running_backend(tmp_path) as server:
        server.faults.fail_after_commit(2)   # the next two answers become 500
        server.faults.drop_answers(1)        # then one connection closes without an answer
        server.faults.fail_before_commit(1)  # 503, and nothing reached the server's logic
"""

from __future__ import annotations

import json
import threading

from starlette.types import ASGIApp, Message, Receive, Scope, Send

WATCHED = ("/v1/submissions/", "/v1/blobs/")


class Faults:
    """An ASGI app around another. Counts are used up by PUTs to the watched paths, in the order:
    refused before, answered 500, answer dropped. `seen` counts those PUTs."""

    def __init__(self, app: ASGIApp | None = None) -> None:
        self.app = app
        self.seen = 0
        self.watched: tuple[str, ...] = WATCHED
        self._lock = threading.Lock()
        self._before = self._after = self._dropped = 0

    def fail_before_commit(self, count: int = 1) -> None:
        """Answer the next `count` with 503; the app does not see them."""
        with self._lock:
            self._before = count

    def fail_after_commit(self, count: int = 1) -> None:
        """Answer the next `count` with 500 once the app has answered."""
        with self._lock:
            self._after = count

    def drop_answers(self, count: int = 1) -> None:
        """Close the connection in place of the next `count` answers."""
        with self._lock:
            self._dropped = count

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        assert self.app is not None
        fault = ""
        if scope["type"] == "http" and scope["method"] == "PUT":
            fault = self._next() if scope["path"].startswith(self.watched) else ""
        if fault == "before":
            await _problem(503, "unavailable", send)
            return
        if not fault:
            await self.app(scope, receive, send)
            return
        await self.app(scope, receive, _nowhere)
        if fault == "after":
            await _problem(500, "internal", send)
        else:
            await _hang_up(receive, send)

    def _next(self) -> str:
        with self._lock:
            self.seen += 1
            for name in ("before", "after", "dropped"):
                left = getattr(self, f"_{name}")
                if left:
                    setattr(self, f"_{name}", left - 1)
                    return name
            return ""


async def _nowhere(_message: Message) -> None:
    """What the app said is lost."""


async def _problem(status: int, name: str, send: Send) -> None:
    body = {"type": f"/problems/{name}", "title": "", "status": status, "detail": ""}
    content = json.dumps(body | {"request_id": "lost"}).encode()
    headers = [
        (b"content-type", b"application/problem+json"),
        (b"content-length", str(len(content)).encode()),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": content})


async def _hang_up(receive: Receive, send: Send) -> None:
    # ASGI has no word for it; uvicorn's `send` belongs to the object that has the connection.
    send.__self__.transport.close()  # type: ignore[attr-defined]
    message: Message = {"type": ""}
    while message["type"] != "http.disconnect":
        message = await receive()
