"""A server on loopback that answers each request by the next behaviour of a script.

Real sockets, so that what is tested is what `requests` and the kernel do, not what we think.
"""

from __future__ import annotations

import base64
import hashlib
import http.client
import json
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

TLS_HANDSHAKE = b"\x16"
SERVER_TIME = "2026-11-20T12:00:00Z"


@dataclass
class Exchange:
    """One request as it arrived, and the way to answer it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    sock: socket.socket
    stopping: threading.Event
    keep_open: bool = field(default=True)

    def send(self, data: bytes) -> None:
        self.sock.sendall(data)

    def wait(self, seconds: float) -> bool:
        """Do nothing for a while; true when the server is being stopped."""
        return self.stopping.wait(seconds)

    def reset(self) -> None:
        """End the connection with RST instead of FIN."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()
        self.keep_open = False

    def close(self) -> None:
        self.keep_open = False


Behaviour = Callable[[Exchange], None]


class Chaos:
    """Start with `running()`. `requests` is what arrived, in order."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._stopping = threading.Event()
        self._script: list[Behaviour] = []
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._sockets: list[socket.socket] = []
        self.otherwise: Behaviour = nothing_more  # once the script is at its end
        self.requests: list[Exchange] = []
        self.arrived = threading.Event()  # set by each request that has arrived

    @property
    def url(self) -> str:
        scheme = "https" if self._tls else "http"
        return f"{scheme}://127.0.0.1:{self._listener.getsockname()[1]}"

    def then(self, *behaviours: Behaviour) -> None:
        """Answer the next requests like this, one each."""
        with self._lock:
            self._script.extend(behaviours)

    def start(self) -> None:
        self._spawn(self._accept)

    def stop(self) -> None:
        self._stopping.set()
        # A connection of our own wakes accept(), which closing the socket would not.
        with socket.create_connection(self._listener.getsockname()):
            pass
        for sock in self._sockets:
            try:
                sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # the client has gone already
        for thread in self._threads:
            thread.join(5)
        self._listener.close()
        assert not [t for t in self._threads if t.is_alive()], "a connection was left open"

    def _spawn(self, target: Callable[[], None]) -> None:
        thread = threading.Thread(target=target, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            sock, _ = self._listener.accept()
            if self._stopping.is_set():
                sock.close()
                return
            self._sockets.append(sock)
            self._spawn(lambda sock=sock: self._serve(sock))  # type: ignore[misc]

    def _serve(self, sock: socket.socket) -> None:
        try:
            if self._tls is not None:
                sock = self._tls.wrap_socket(sock, server_side=True)
            elif sock.recv(1, socket.MSG_PEEK) == TLS_HANDSHAKE:
                with sock:
                    sock.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                    sock.recv(65536)  # what is not read would turn the end into a reset
                return
            with sock, sock.makefile("rb") as stream:
                while self._one(sock, stream):
                    pass
        except OSError:
            return  # the client has gone: tests look at what it made of that

    def _one(self, sock: socket.socket, stream: object) -> bool:
        line = stream.readline().decode()  # type: ignore[attr-defined]
        if not line:
            return False
        method, path, _ = line.split(" ")
        headers: dict[str, str] = {}
        while (row := stream.readline().decode().strip()) != "":  # type: ignore[attr-defined]
            name, _, value = row.partition(":")
            headers[name.lower()] = value.strip()
        body = stream.read(int(headers.get("content-length", 0)))  # type: ignore[attr-defined]
        exchange = Exchange(method, path, headers, body, sock, self._stopping)
        with self._lock:
            self.requests.append(exchange)
            behaviour = self._script.pop(0) if self._script else self.otherwise
        self.arrived.set()
        behaviour(exchange)
        return exchange.keep_open and not self._stopping.is_set()


@contextmanager
def running(tls: ssl.SSLContext | None = None) -> Iterator[Chaos]:
    server = Chaos(tls)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def head(exchange: Exchange, status: int, headers: dict[str, str | None]) -> bytes:
    """Status line and headers of an answer of our own server; None takes a header away."""
    found: dict[str, str | None] = {
        "X-Request-Id": exchange.headers.get("x-request-id", ""),
        "X-Server-Time": SERVER_TIME,
        "Content-Type": "application/json",
        **headers,
    }
    lines = [f"{name}: {value}" for name, value in found.items() if value is not None]
    return "\r\n".join([f"HTTP/1.1 {status} X", *lines, "", ""]).encode()


def answer(body: bytes = b"{}", status: int = 200, **headers: str | None) -> Behaviour:
    """A whole and proper answer, but for the headers given (`Content_Type="text/html"`)."""

    def behave(exchange: Exchange) -> None:
        digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
        found = {
            "Content-Length": str(len(body)),
            "Content-Digest": f"sha-256=:{digest}:",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        exchange.send(head(exchange, status, found) + body)

    return behave


def problem(
    name: str, status: int, *, headers: dict[str, str] | None = None, **extra: object
) -> Behaviour:
    """A problem document of the protocol."""

    def behave(exchange: Exchange) -> None:
        content = {"type": f"/problems/{name}", "title": name, "status": status, **extra}
        media = {"Content_Type": "application/problem+json"}
        more = {key.replace("-", "_"): value for key, value in (headers or {}).items()}
        answer(json.dumps(content).encode(), status, **media, **more)(exchange)

    return behave


def pong(exchange: Exchange) -> None:
    """What our own server says to a ping."""
    exchange.send(head(exchange, 204, {"X-Service": "oficina-virtual", "Content-Type": None}))


def portal(exchange: Exchange) -> None:
    """What a hotel's network says to everything."""
    page = b"<html>Welcome! Room number?</html>"
    headers = {"Content-Type": "text/html", "Content-Length": str(len(page))}
    lines = [f"{k}: {v}" for k, v in headers.items()]
    exchange.send("\r\n".join(["HTTP/1.1 200 OK", *lines, "", ""]).encode() + page)


def raw(*pieces: bytes, then: Callable[[Exchange], None] = Exchange.close) -> Behaviour:
    """Exactly these bytes, then the end of the connection."""

    def behave(exchange: Exchange) -> None:
        for piece in pieces:
            exchange.send(piece)
        then(exchange)

    return behave


def cut(promised: dict[str, str | None], sent: bytes) -> Behaviour:
    """A proper head that promises something, part of it, and the end."""

    def behave(exchange: Exchange) -> None:
        exchange.send(head(exchange, 200, promised) + sent)
        exchange.close()

    return behave


def drip(tick: float, *, in_head: bool = False) -> Behaviour:
    """One byte at a time, without end."""

    def behave(exchange: Exchange) -> None:
        if in_head:
            exchange.send(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        else:
            exchange.send(head(exchange, 200, {"Content-Length": "50000"}))
        while not exchange.wait(tick):
            exchange.send(b"a")

    return behave


Spoil = Callable[[bytes], bytes]


def through(port: int, spoil: Spoil | None = None, *, of: str = "") -> Behaviour:
    """Ask the real server on `port`, and give its answer to a path that contains `of` spoilt, with
    length and digest that fit: only its meaning is wrong."""

    def behave(exchange: Exchange) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request(exchange.method, exchange.path, exchange.body, exchange.headers)
        response = connection.getresponse()
        body = response.read()
        headers: dict[str, str | None] = dict(response.getheaders())
        connection.close()
        if spoil is not None and of in exchange.path:
            body = spoil(body)
            digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
            headers["Content-Digest"] = headers["content-digest"] = f"sha-256=:{digest}:"
            headers["content-length"] = str(len(body))
        wanted = {k.title(): v for k, v in headers.items() if k.lower() != "date"}
        exchange.send(head(exchange, response.status, wanted) + body)

    return behave


def silence(exchange: Exchange) -> None:
    """No answer at all until the server is stopped."""
    exchange.wait(30)
    exchange.close()


def nothing_more(exchange: Exchange) -> None:
    """The script is at its end: the test expected fewer requests."""
    answer(b'{"type":"/problems/test-script-ended"}', 404, Content_Type="application/problem+json")(
        exchange
    )
