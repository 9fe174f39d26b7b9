"""The one way to the server: every request of the app goes through `Transport`.

`requests` as it comes follows redirects with the caller's headers, believes the environment,
accepts bodies that were cut and inflates without end (48 kB to 50 MB, measured). All of that is
closed here, and `tests/unit/api/test_transport.py` keeps it closed.
"""

from __future__ import annotations

import platform
import threading
import time
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from requests import Request

from desktop import __version__
from desktop.api import body, failures
from desktop.api.address import checked_address
from desktop.api.body import Unusable
from desktop.api.connections import Adapter, Call
from desktop.api.wire import Problem, decode_problem
from desktop.domain.errors import AppError, Code, NetworkError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from requests import PreparedRequest, Response

JSON = "application/json"
PROBLEM = "application/problem+json"
REPLAYED = "Idempotency-Replayed"
# The only problems of a HEAD: it has no body to name them in.
_OF_HEAD = {401: "session-expired", 403: "forbidden", 404: "not-found", 429: "rate-limited"}
MARKER = "oficina-virtual"
_WITH_BODY = (200, 201, 202)


@dataclass(frozen=True, slots=True)
class Limits:
    """Ceilings of one call: seconds to connect to an address, without a byte, and in all; bytes
    of an answer, inflated, and of a document."""

    connect: float = 5.0
    read: float = 20.0
    wall: float = 60.0
    answer: int = 8 * 1024 * 1024
    document: int = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """A complete 2xx or 304 of our own server. `server_time` is UTC."""

    status: int
    body: bytes
    etag: str
    server_time: datetime
    request_id: str
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_replayed(self) -> bool:
        """Whether the server repeats what it decided before."""
        return self.headers.get(REPLAYED) == "true"


class _Suspect(Unusable):
    """Not an answer of our server: perhaps somebody on the way answered in its place."""


class Transport:
    """HTTP to one server. Thread-safe; every method raises only `AppError` for what the world
    does. `close()` cuts what is under way."""

    def __init__(self, server: str, *, limits: Limits | None = None) -> None:
        """`server` is an address like `https://oficina.example.uy`; plain http is for this
        computer only. Raises `NetworkError` for an address that cannot be used."""
        self._base = checked_address(server)
        self._limits = limits or Limits()
        self._adapter = Adapter(tls=self._base.startswith("https:"))
        self._calls: set[Call] = set()
        self._lock = threading.Lock()
        self._closed = False

    def get(
        self,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        token: str = "",
        etag: str = "",
    ) -> Answer:
        """Ask for JSON. `etag` makes the question conditional; the answer may be a 304 then."""
        headers = {"If-None-Match": etag} if etag else {}
        return self._guarded("GET", path, query, None, token, headers, JSON, self._limits.answer)

    def post(self, path: str, payload: bytes, *, token: str = "") -> Answer:
        """Send JSON, get JSON."""
        headers = {"Content-Type": JSON}
        cap = self._limits.answer
        return self._guarded("POST", path, None, payload, token, headers, JSON, cap)

    def delete(self, path: str, *, token: str) -> Answer:
        """Ask the server to end something."""
        return self._guarded("DELETE", path, None, None, token, {}, JSON, self._limits.answer)

    def put(
        self, path: str, payload: bytes, *, media_type: str, headers: Mapping[str, str], token: str
    ) -> Answer:
        """Send bytes of `media_type`, get JSON."""
        sent = {"Content-Type": media_type, **headers}
        cap = self._limits.answer
        return self._guarded("PUT", path, None, payload, token, sent, JSON, cap)

    def head(self, path: str, *, token: str) -> Answer:
        """Ask for headers."""
        return self._guarded("HEAD", path, None, None, token, {}, JSON, 0)

    def document(self, path: str, media_type: str, *, token: str) -> Answer:
        """The bytes of a document of `media_type`."""
        cap = self._limits.document
        return self._guarded("GET", path, None, None, token, {}, media_type, cap)

    def ping(self) -> None:
        """Return if our server answers. Raises CAPTIVE_PORTAL if somebody else does."""
        try:
            self._exchange("GET", "/v1/ping", None, None, {}, "", 65536, ping=True)
        except Unusable as error:
            raise NetworkError(Code.CAPTIVE_PORTAL, detail=str(error)) from error

    def cut(self) -> None:
        """End the requests under way as if the network had gone. Later ones work."""
        with self._lock:
            calls = list(self._calls)
        for call in calls:
            call.cut("cut")

    def close(self) -> None:
        """Cut requests under way and drop idle connections. Later calls fail as if offline."""
        with self._lock:
            self._closed = True
        self.cut()
        self._adapter.close()

    def _guarded(
        self,
        method: str,
        path: str,
        query: Mapping[str, str] | None,
        payload: bytes | None,
        token: str,
        headers: dict[str, str],
        media_type: str,
        cap: int,
    ) -> Answer:
        if token:
            headers["Authorization"] = f"Bearer {token}"
        try:
            return self._exchange(method, path, query, payload, headers, media_type, cap)
        except _Suspect as suspect:
            # No token goes out with the ping: whoever answers it learns nothing.
            self.ping()
            raise NetworkError(Code.INVALID_ANSWER, detail=str(suspect)) from suspect
        except Unusable as error:
            raise NetworkError(Code.INVALID_ANSWER, detail=str(error)) from error

    def _exchange(
        self,
        method: str,
        path: str,
        query: Mapping[str, str] | None,
        payload: bytes | None,
        headers: Mapping[str, str],
        media_type: str,
        cap: int,
        *,
        ping: bool = False,
    ) -> Answer:
        reference = str(uuid.uuid4())
        sent = {
            "Accept": f"{media_type}, {PROBLEM}" if media_type else "*/*",
            "Accept-Encoding": "gzip",
            "User-Agent": f"oficina/{__version__}",
            "X-Client": f"oficina/{__version__} ({platform.system().lower()})",
            "X-Request-Id": reference,
            **headers,
        }
        url = self._base + path
        request = Request(method, url, headers=sent, params=query, data=payload).prepare()
        # A second go is for a connection that the server closed while it was idle; every call of
        # the protocol may be repeated.
        while True:
            with Call() as call:
                self._enter(call)
                try:
                    return self._once(request, call, reference, media_type, cap, ping=ping)
                except _StaleConnection:
                    self._adapter.poolmanager.clear()
                finally:
                    self._leave(call)

    def _once(
        self,
        request: PreparedRequest,
        call: Call,
        reference: str,
        media_type: str,
        cap: int,
        *,
        ping: bool,
    ) -> Answer:
        limits = self._limits
        timer = threading.Timer(limits.wall, call.cut, ("deadline",))
        timer.daemon = True
        timer.start()
        answered = False
        started = time.monotonic()
        try:
            response = self._adapter.send(
                request, stream=True, timeout=(limits.connect, limits.read), proxies={}
            )
            answered = True
            try:
                return self._judged(response, reference, media_type, cap, ping=ping)
            finally:
                response.close()
        except Unusable as error:
            if call.cut_by:  # headers that were cut look like few headers
                raise failures.lost(error, call, reference, answered=answered) from error
            raise
        except failures.WORLD as error:
            stale = call.reused and not answered and not call.cut_by
            if stale and time.monotonic() - started < limits.read:
                raise _StaleConnection from error
            raise failures.lost(error, call, reference, answered=answered) from error
        finally:
            timer.cancel()
            timer.join()

    def _judged(
        self, response: Response, reference: str, media_type: str, cap: int, *, ping: bool
    ) -> Answer:
        status, headers = response.status_code, response.headers
        if ping:
            if status != 204 or headers.get("X-Service") != MARKER:
                raise Unusable("an answer to the ping that is not our server's")
            response.raw.drain_conn()
            return Answer(status, b"", "", datetime.now(UTC), reference)
        when = instant(headers.get("X-Server-Time", ""))
        is_ours = when is not None and headers.get("X-Request-Id") == reference
        kind = headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if status == 511:
            raise NetworkError(Code.CAPTIVE_PORTAL, detail="511", reference=reference)
        if status >= 400:
            raise self._refusal(response, kind, when, reference, is_ours=is_ours)
        if not is_ours or when is None:
            raise _Suspect("an answer without our server's marks")
        etag = headers.get("ETag", "")
        if status in (204, 304):
            response.raw.drain_conn()  # nothing to read, but the connection goes back to the pool
            return Answer(status, b"", etag, when, reference, headers)
        if response.request.method == "HEAD":
            return Answer(status, b"", etag, when, reference, headers)
        if status not in _WITH_BODY or kind != media_type:
            raise _Suspect(f"status {status} and media type {kind[:60]!r}")
        return Answer(status, body.read(response, cap), etag, when, reference, headers)

    def _refusal(
        self,
        response: Response,
        kind: str,
        when: datetime | None,
        reference: str,
        *,
        is_ours: bool,
    ) -> AppError:
        status = response.status_code
        wait = failures.retry_after(response.headers.get("Retry-After"), when)
        if is_ours and response.request.method == "HEAD" and status < 500:
            named = Problem(type=f"/{_OF_HEAD.get(status, '')}")
            return failures.refused(named, status=status, reference=reference, retry_after=wait)
        if is_ours and kind == PROBLEM:
            content = body.read(response, self._limits.answer)
            return failures.refused(
                decode_problem(content),
                status=status,
                reference=reference,
                retry_after=wait,
                content=content,
                replayed=response.headers.get(REPLAYED) == "true",
            )
        if status >= 500:  # a gateway in front of the server speaks for it in its own words
            return NetworkError(
                Code.SERVER_DOWN, detail=str(status), reference=reference, retry_after=wait
            )
        if status == 429:
            return NetworkError(
                Code.RATE_LIMITED, detail="429", reference=reference, retry_after=wait
            )
        raise _Suspect(f"status {status} and media type {kind[:60]!r}")

    def _enter(self, call: Call) -> None:
        with self._lock:
            if self._closed:
                raise NetworkError(Code.OFFLINE, detail="closed")
            self._calls.add(call)

    def _leave(self, call: Call) -> None:
        with self._lock:
            self._calls.discard(call)


class _StaleConnection(Exception):  # noqa: N818 - a signal between two methods above
    pass


def instant(text: str) -> datetime | None:
    """An ISO 8601 instant with a zone, as UTC; None where `text` is none."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    return when.astimezone(UTC) if when.tzinfo is not None else None
