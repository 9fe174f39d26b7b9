"""Whatever stands between us and the server, the app gets a whole answer or one of its errors."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from desktop.api.connections import Call
from desktop.api.transport import Limits, Transport
from desktop.domain.errors import AppError, Code, NetworkError, RefusedError, SessionError
from tests.support import chaos
from tests.support.chaos import Behaviour, Chaos, answer, cut, drip, pong, problem, raw

SMALL = Limits(answer=100_000, document=200_000)
IMPATIENT = Limits(connect=0.3, read=0.3, wall=0.6)


@pytest.fixture
def server() -> Iterator[Chaos]:
    with chaos.running() as found:
        yield found


@pytest.fixture
def transport(server: Chaos) -> Iterator[Transport]:
    found = Transport(server.url, limits=SMALL)
    yield found
    found.close()


def failure(ask: Callable[[], object]) -> AppError:
    with pytest.raises(AppError) as caught:
        ask()
    return caught.value


def test_a_whole_answer_comes_as_it_was_sent(server: Chaos, transport: Transport) -> None:
    server.then(answer(b'{"a":1}', ETag='"x"'))
    found = transport.get("/v1/me", query={"token": "a&b"}, token="secret", etag='"w"')
    assert (found.status, found.body, found.etag) == (200, b'{"a":1}', '"x"')
    assert found.server_time == datetime(2026, 11, 20, 12, tzinfo=UTC)
    sent = server.requests[0]
    assert sent.path == "/v1/me?token=a%26b"
    assert sent.headers["authorization"] == "Bearer secret"
    assert sent.headers["if-none-match"] == '"w"'
    assert sent.headers["x-client"].startswith("oficina/")
    assert sent.headers["x-request-id"] == found.request_id


def test_each_request_has_its_own_id(server: Chaos, transport: Transport) -> None:
    server.then(answer(), answer())
    assert transport.get("/v1/me").request_id != transport.get("/v1/me").request_id


def test_an_idle_connection_is_used_again_after_every_kind_of_success(
    server: Chaos, transport: Transport
) -> None:
    server.then(pong, answer(status=304, Content_Length=None), answer(), answer())
    transport.ping()
    transport.get("/v1/me", etag='"w"')
    transport.get("/v1/me")
    transport.get("/v1/me")
    assert len({id(request.sock) for request in server.requests}) == 1


def test_compressed_and_chunked_answers_are_put_together(
    server: Chaos, transport: Transport
) -> None:
    packed = gzip.compress(b'{"a":2}')
    chunks = b"".join(b"%x\r\n%b\r\n" % (1, packed[i : i + 1]) for i in range(len(packed)))
    server.then(
        answer(packed, Content_Encoding="gzip"),
        lambda e: e.send(
            chaos.head(e, 200, {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"})
            + chunks
            + b"0\r\n\r\n"
        ),
    )
    assert transport.get("/v1/me").body == b'{"a":2}'
    assert transport.get("/v1/me").body == b'{"a":2}'


BODY = b'{"changes":[]}'
BOMB = gzip.compress(b" " * 5_000_000)

SPOILT: dict[str, tuple[Behaviour, ...]] = {
    "closed in the middle of the body": (cut({"Content-Length": "500"}, BODY),),
    "reset in the middle of the body": (
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{", then=chaos.Exchange.reset),
        pong,
    ),
    "chunk cut": (cut({"Transfer-Encoding": "chunked"}, b"100\r\n{"),),
    "last chunk missing": (cut({"Transfer-Encoding": "chunked"}, b"2\r\n{}\r\n"),),
    "end told by closing only": (cut({}, BODY),),
    "length is no number": (answer(BODY, Content_Length="twelve"),),
    "wrong digest": (
        answer(BODY, Content_Digest="sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"),
    ),
    "unreadable digest": (answer(BODY, Content_Digest="sha-256=:a:"),),
    "gzip bomb": (answer(BOMB, Content_Encoding="gzip"),),
    "gzip cut": (answer(BOMB[:-9], Content_Encoding="gzip"),),
    "gzip with more behind it": (answer(gzip.compress(b"{}") + b"x", Content_Encoding="gzip"),),
    "no gzip at all": (answer(BODY, Content_Encoding="gzip"),),
    "an encoding not asked for": (answer(BODY, Content_Encoding="br"),),
    "a length beyond the ceiling": (cut({"Content-Length": "2000000000"}, b"{"),),
    "more than the ceiling without saying": (
        lambda e: e.send(
            chaos.head(e, 200, {"Transfer-Encoding": "chunked"})
            + b"".join(b"ffff\r\n" + b" " * 0xFFFF + b"\r\n" for _ in range(3))
        ),
    ),
    "html from our own server": (answer(b"<html>", Content_Type="text/html"), pong),
    "another request's answer": (answer(BODY, X_Request_Id="somebody-else"), pong),
    "no server time": (answer(BODY, X_Server_Time=None), pong),
    "a redirect, and yet the ping passes": (
        answer(b"", 302, Location="http://127.0.0.1:1/"),
        pong,
    ),
    "a 404 in somebody's own words": (answer(b"nope", 404, Content_Type="text/plain"), pong),
    "no http": (raw(b"SSH-2.0-OpenSSH_9.2\r\n"),),
    "endless headers": (raw(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 300 + b"\r\n"),),
}


@pytest.mark.parametrize("behaviours", SPOILT.values(), ids=SPOILT.keys())
@pytest.mark.fault(2, 3, 24, "P")
def test_a_spoilt_answer_is_invalid(
    server: Chaos, transport: Transport, behaviours: tuple[Behaviour, ...]
) -> None:
    server.then(*behaviours)
    error = failure(lambda: transport.get("/v1/me", token="secret"))
    assert error.code is Code.INVALID_ANSWER
    assert isinstance(error, NetworkError)
    assert len(server.requests) == len(behaviours)


def test_after_a_spoilt_answer_the_next_request_is_fine(
    server: Chaos, transport: Transport
) -> None:
    server.then(cut({"Content-Length": "500"}, BODY), answer(BODY))
    failure(lambda: transport.get("/v1/me"))
    assert transport.get("/v1/me").body == BODY


@pytest.mark.parametrize(
    "first",
    [
        chaos.portal,
        answer(b"", 302, X_Request_Id=None, Location="http://login.hotel.example/"),
        answer(b'{"ok":true}', X_Request_Id=None, X_Server_Time=None),
    ],
    ids=["html", "redirect", "json of somebody else"],
)
@pytest.mark.fault(21, "P")
def test_a_captive_portal_is_named_and_told_no_secret(
    server: Chaos, transport: Transport, first: Behaviour
) -> None:
    server.then(first, chaos.portal)
    assert failure(lambda: transport.get("/v1/me", token="secret")).code is Code.CAPTIVE_PORTAL
    ping = server.requests[1]
    assert ping.path == "/v1/ping"
    assert "authorization" not in ping.headers
    assert len(server.requests) == 2  # the redirect was not followed


@pytest.mark.fault(21, "P")
def test_511_is_a_captive_portal(server: Chaos, transport: Transport) -> None:
    server.then(answer(b"", 511, Content_Type="text/html"))
    assert failure(lambda: transport.get("/v1/me")).code is Code.CAPTIVE_PORTAL


def test_a_document_has_its_own_type_and_ceiling(server: Chaos, transport: Transport) -> None:
    content = b"%PDF" + b"x" * 150_000
    server.then(answer(content, Content_Type="application/pdf"), answer(), pong)
    assert transport.document("/v1/documents/1", "application/pdf", token="t").body == content
    error = failure(lambda: transport.document("/v1/documents/1", "application/pdf", token="t"))
    assert error.code is Code.INVALID_ANSWER


@pytest.mark.parametrize(
    ("behaviour", "kind", "code"),
    [
        (problem("bad-credentials", 401), SessionError, Code.BAD_CREDENTIALS),
        (problem("user-locked", 423), SessionError, Code.USER_LOCKED),
        (problem("session-expired", 401), SessionError, Code.SESSION_EXPIRED),
        (problem("forbidden", 403), RefusedError, Code.FORBIDDEN),
        (problem("not-found", 404), RefusedError, Code.NOT_FOUND),
        (problem("client-too-old", 426), RefusedError, Code.CLIENT_TOO_OLD),
        (problem("invalid-request", 422), RefusedError, Code.REFUSED),
        (problem("never-heard-of", 409), RefusedError, Code.REFUSED),
        (problem("rate-limited", 429), NetworkError, Code.RATE_LIMITED),
        (problem("internal", 500), NetworkError, Code.SERVER_DOWN),
        (problem("unavailable", 503), NetworkError, Code.SERVER_DOWN),
        (answer(b"<html>", 502, Content_Type="text/html"), NetworkError, Code.SERVER_DOWN),
        (answer(b"", 429, Content_Type="text/plain"), NetworkError, Code.RATE_LIMITED),
    ],
)
def test_a_refusal_keeps_its_meaning_and_its_reference(
    server: Chaos, transport: Transport, behaviour: Behaviour, kind: type[AppError], code: Code
) -> None:
    server.then(behaviour)
    error = failure(lambda: transport.get("/v1/me"))
    assert (type(error) is kind or isinstance(error, kind)) and error.code is code
    assert error.reference == server.requests[0].headers["x-request-id"]
    assert len(server.requests) == 1  # nothing is tried again behind the caller's back


def test_a_locked_user_is_told_until_when(server: Chaos, transport: Transport) -> None:
    server.then(problem("user-locked", 423, until="2026-11-20T12:15:00Z"))
    error = failure(lambda: transport.post("/v1/session", b"{}"))
    assert error.until == datetime(2026, 11, 20, 12, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0),
        ("Fri, 20 Nov 2026 12:01:30 GMT", 90.0),
        ("Fri, 20 Nov 2020 12:01:30 GMT", 0.0),
        ("999999999999999999999", 3600.0),
        ("-5", None),
        ("soon", None),
        ("Fri, 99 Nov 2026 12:01:30 GMT", None),
        (None, None),
    ],
)
@pytest.mark.fault(19, "U")
def test_how_long_to_wait_is_read_with_care(
    server: Chaos, transport: Transport, value: str | None, seconds: float | None
) -> None:
    server.then(problem("rate-limited", 429, headers={"Retry-After": value} if value else {}))
    assert failure(lambda: transport.get("/v1/me")).retry_after == seconds


@pytest.mark.fault(22, "P")
def test_nobody_listening_is_a_server_that_is_down(server: Chaos) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    transport = Transport(f"http://127.0.0.1:{port}", limits=IMPATIENT)
    assert failure(lambda: transport.get("/v1/me")).code is Code.SERVER_DOWN
    transport.close()


@pytest.mark.fault(22, "P")
def test_a_name_that_does_not_exist_is_being_offline() -> None:
    transport = Transport("https://oficina.invalid", limits=IMPATIENT)
    assert failure(lambda: transport.get("/v1/me")).code is Code.OFFLINE
    transport.close()


def test_a_server_that_hangs_up_without_a_word_is_down(server: Chaos, transport: Transport) -> None:
    server.then(chaos.Exchange.close)
    assert failure(lambda: transport.get("/v1/me")).code is Code.SERVER_DOWN
    assert len(server.requests) == 1


@pytest.mark.fault(22, "P")
def test_a_connection_that_went_stale_while_idle_is_not_the_persons_problem(
    server: Chaos, transport: Transport
) -> None:
    server.then(answer(), chaos.Exchange.reset, answer(b'{"a":1}'))
    transport.get("/v1/me")
    assert transport.get("/v1/me").body == b'{"a":1}'


@pytest.mark.parametrize(
    "behaviour",
    [chaos.silence, drip(0.02), drip(0.02, in_head=True)],
    ids=["silence", "drip", "drip in the headers"],
)
@pytest.mark.fault(22, 23, "P")
def test_a_slow_server_is_given_up_in_time(server: Chaos, behaviour: Behaviour) -> None:
    server.then(behaviour)
    transport = Transport(server.url, limits=IMPATIENT)
    assert failure(lambda: transport.get("/v1/me")).code is Code.SERVER_SLOW
    transport.close()


@pytest.mark.fault(22, "P")
def test_nobody_answering_at_the_address_is_given_up_in_time() -> None:
    # A listener with a full queue drops what knocks, as a firewall does.
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        knocks = [socket.socket() for _ in range(3)]
        for knock in knocks:
            knock.setblocking(False)
            knock.connect_ex(full.getsockname())
        transport = Transport(f"http://127.0.0.1:{full.getsockname()[1]}", limits=IMPATIENT)
        assert failure(lambda: transport.get("/v1/me")).code is Code.OFFLINE
        transport.close()
        for knock in knocks:
            knock.close()


@pytest.mark.parametrize("end", ["close", "cut"])
def test_a_request_under_way_ends_at_once_when_the_app_does(server: Chaos, end: str) -> None:
    transport = Transport(server.url)  # with the real, patient limits
    server.then(chaos.silence)
    errors: list[AppError] = []
    worker = threading.Thread(
        target=lambda: errors.append(failure(lambda: transport.get("/v1/me")))
    )
    worker.start()
    assert server.arrived.wait(5)
    started = time.monotonic()
    getattr(transport, end)()
    worker.join(5)
    assert time.monotonic() - started < 5  # where the limits would allow 20
    assert errors[0].code is Code.OFFLINE
    transport.close()


def test_a_connection_made_after_the_cut_is_cut_too() -> None:
    """The app may be closed between the decision to ask and the first packet."""
    ours, theirs = socket.socketpair()
    with ours, theirs, Call() as call:
        theirs.settimeout(5)
        call.cut("closed")
        call.hold(ours)
        assert theirs.recv(1) == b""


def test_a_closed_transport_asks_nobody(server: Chaos, transport: Transport) -> None:
    transport.close()
    transport.close()
    assert failure(lambda: transport.get("/v1/me")).code is Code.OFFLINE
    assert server.requests == []


def test_after_a_cut_the_next_request_works(server: Chaos, transport: Transport) -> None:
    transport.cut()
    server.then(answer(BODY))
    assert transport.get("/v1/me").body == BODY


@pytest.mark.fault(54, "P")
def test_the_environment_has_no_say(
    server: Chaos, transport: Transport, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    netrc = f"{tmp_path}/netrc"
    with open(netrc, "w") as file:  # noqa: PTH123
        file.write("machine 127.0.0.1 login thief password thief\n")
    monkeypatch.setenv("NETRC", netrc)
    server.then(answer(Set_Cookie="a=b"), answer())
    transport.get("/v1/me", token="ours")
    transport.get("/v1/me")
    assert server.requests[0].headers["authorization"] == "Bearer ours"
    assert "authorization" not in server.requests[1].headers
    assert "cookie" not in server.requests[1].headers


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://oficina.example", Code.CERTIFICATE),
        ("ftp://oficina.example", Code.CERTIFICATE),
        ("oficina.example", Code.OFFLINE),
        ("https://", Code.OFFLINE),
        ("https://user:pass@oficina.example", Code.OFFLINE),
        ("https://oficina.example/?a=b", Code.OFFLINE),
        ("https://oficina.example:99999", Code.OFFLINE),
        ("https://[::1", Code.OFFLINE),
        ("", Code.OFFLINE),
    ],
)
def test_an_address_that_is_open_or_none_is_refused(address: str, code: Code) -> None:
    assert failure(lambda: Transport(address)).code is code
