"""From what a library or a problem document says to the app's own errors."""

from __future__ import annotations

import errno
import http.client
import socket
import ssl
from collections.abc import Iterator
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from requests.exceptions import RequestException
from urllib3.exceptions import HTTPError

from desktop.domain.errors import AppError, Code, NetworkError, RefusedError, SessionError

if TYPE_CHECKING:
    from desktop.api.connections import Call
    from desktop.api.wire import Problem

# Everything that sending a request or reading its answer may raise for reasons of the network.
WORLD = (RequestException, HTTPError, http.client.HTTPException, OSError)

LONGEST_WAIT = 3600.0  # seconds; a server that asks for more is not believed

_NO_WAY_OUT = {
    errno.ENETUNREACH,
    errno.EHOSTUNREACH,
    errno.ENETDOWN,
    errno.EHOSTDOWN,
    errno.EADDRNOTAVAIL,
    10050,  # the same in Winsock's numbers
    10051,
    10065,
}

_PROBLEMS: dict[str, tuple[type[AppError], Code]] = {
    "bad-credentials": (SessionError, Code.BAD_CREDENTIALS),
    "user-locked": (SessionError, Code.USER_LOCKED),
    "email-unconfirmed": (SessionError, Code.EMAIL_UNCONFIRMED),
    "session-expired": (SessionError, Code.SESSION_EXPIRED),
    "client-too-old": (RefusedError, Code.CLIENT_TOO_OLD),
    "forbidden": (RefusedError, Code.FORBIDDEN),
    "not-found": (RefusedError, Code.NOT_FOUND),
    "rate-limited": (NetworkError, Code.RATE_LIMITED),
    "internal": (NetworkError, Code.SERVER_DOWN),
    "unavailable": (NetworkError, Code.SERVER_DOWN),
}
NAMED = _PROBLEMS.keys()  # problems that have a code of their own


def lost(error: BaseException, call: Call, reference: str, *, answered: bool) -> NetworkError:
    """What it means that `call` broke. `answered` is true once the answer had begun."""
    if call.cut_by == "deadline":
        return NetworkError(Code.SERVER_SLOW, detail="deadline", reference=reference)
    if call.cut_by:
        return NetworkError(Code.OFFLINE, detail=call.cut_by, reference=reference)
    code, detail = _judge(tuple(_chain(error)), answered=answered)
    return NetworkError(code, detail=detail, reference=reference)


def _judge(chain: tuple[BaseException, ...], *, answered: bool) -> tuple[Code, str]:
    def has(*kinds: type[BaseException]) -> bool:
        return any(isinstance(e, kinds) for e in chain)

    if has(ssl.SSLError) and not has(ssl.SSLEOFError, ssl.SSLZeroReturnError):
        return Code.CERTIFICATE, _first_text(chain, ssl.SSLError)
    if has(socket.gaierror):
        return Code.OFFLINE, "name not found"
    if any(isinstance(e, OSError) and e.errno in _NO_WAY_OUT for e in chain):
        return Code.OFFLINE, "no route"
    if has(ConnectionRefusedError):
        return Code.SERVER_DOWN, "refused"
    names = {type(e).__name__ for e in chain}
    if "ConnectTimeoutError" in names:
        return Code.OFFLINE, "nobody answers at the address"
    if has(TimeoutError) or "ReadTimeoutError" in names:
        return Code.SERVER_SLOW, "no data"
    if answered:
        return Code.INVALID_ANSWER, "cut short"
    if has(ConnectionError, ssl.SSLError):
        return Code.SERVER_DOWN, "closed without an answer"
    return Code.INVALID_ANSWER, type(chain[-1]).__name__


def _chain(error: BaseException) -> Iterator[BaseException]:
    """`error` and everything it was made of; the libraries nest in four different ways."""
    todo, seen = [error], set[int]()
    while todo:
        current = todo.pop(0)
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        nested = [current.__cause__, current.__context__, getattr(current, "reason", None)]
        todo += [e for e in (*nested, *current.args) if isinstance(e, BaseException)]


def _first_text(chain: tuple[BaseException, ...], kind: type[BaseException]) -> str:
    found = next(e for e in chain if isinstance(e, kind))
    return str(getattr(found, "verify_message", "") or getattr(found, "reason", "") or found)


class ProblemError(RefusedError):
    """A refusal whose problem has no code of its own: `sync-reset`, `submission-rejected`, and
    what newer servers say. `reason` is the problem's own field, `content` the whole document;
    `replayed` is true where the server had said so before."""

    def __init__(
        self, problem: str, reason: str, reference: str, content: bytes, *, replayed: bool
    ) -> None:
        super().__init__(Code.REFUSED, detail=f"{problem} {reason}".strip(), reference=reference)
        self.problem = problem
        self.reason = reason
        self.content = content
        self.replayed = replayed


def refused(
    problem: Problem,
    *,
    status: int,
    reference: str,
    retry_after: float | None,
    content: bytes = b"",
    replayed: bool = False,
) -> AppError:
    """The error that a problem document stands for."""
    kind: type[AppError]
    if status >= 500:
        kind, code = NetworkError, Code.SERVER_DOWN
    elif problem.name in _PROBLEMS:
        kind, code = _PROBLEMS[problem.name]
    else:
        return ProblemError(problem.name, problem.reason, reference, content, replayed=replayed)
    return kind(
        code,
        detail=problem.name,
        reference=reference,
        until=problem.until,
        retry_after=retry_after,
    )


def retry_after(value: str | None, server_time: datetime | None) -> float | None:
    """Seconds to wait from a `Retry-After` header, 0 to an hour; None if absent or unreadable.

    A date is read against the server's own clock, as this computer's may be wrong.
    """
    if not value:
        return None
    if value.strip().isdecimal():
        seconds = float(value.strip()[:12])
    else:
        try:
            when = parsedate_to_datetime(value)
        except ValueError:
            return None
        if server_time is None or when.tzinfo is None:
            return None
        seconds = (when - server_time) / timedelta(seconds=1)
    return min(max(seconds, 0.0), LONGEST_WAIT)
