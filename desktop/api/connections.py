"""Sockets that another thread can cut, so that neither a dripping server nor a request under way
when the app is closed holds anything up."""

from __future__ import annotations

import socket
import ssl
import threading
from typing import TYPE_CHECKING, Any

from requests.adapters import HTTPAdapter
from urllib3 import PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

if TYPE_CHECKING:
    from collections.abc import Mapping

_current = threading.local()


class Call:
    """One request under way. `cut_by` tells why it was cut; empty while it was not."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._handle: socket.socket | None = None
        self.cut_by = ""
        self.reused = False  # the request went out on a connection that had been idle

    def __enter__(self) -> Call:
        _current.call = self
        return self

    def __exit__(self, *_: object) -> None:
        _current.call = None
        with self._lock:
            if self._handle is not None:
                self._handle.close()
                self._handle = None

    def hold(self, sock: socket.socket) -> None:
        """Remember the connection behind `sock`.

        A duplicate is kept because TLS takes the first object apart, and because `http.client`
        closes its own before the last answer of a connection is read.
        """
        with self._lock:
            if self._handle is not None:
                self._handle.close()
            self._handle = socket.fromfd(sock.fileno(), sock.family, sock.type)
            if self.cut_by:
                _shut(self._handle)

    def cut(self, reason: str) -> None:
        """End the connection from any thread; whoever reads from it gets an error at once."""
        with self._lock:
            self.cut_by = self.cut_by or reason
            if self._handle is not None:
                _shut(self._handle)


def _shut(handle: socket.socket) -> None:
    try:
        handle.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # not connected any more: there is nothing left to wait for


class _Cuttable(HTTPConnection):
    """Tells the call under way on this thread which socket it is on."""

    def _new_conn(self) -> socket.socket:
        call: Call | None = getattr(_current, "call", None)
        try:
            found = socket.getaddrinfo(self._dns_host, self.port, 0, socket.SOCK_STREAM)
        except (socket.gaierror, UnicodeError) as error:
            failure = error if isinstance(error, socket.gaierror) else socket.gaierror(str(error))
            raise NameResolutionError(self.host, self, failure) from error
        failures: list[OSError] = []
        for family, kind, protocol, _, address in found:
            sock = socket.socket(family, kind, protocol)
            try:
                sock.settimeout(self.timeout)
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                if call is not None:
                    call.hold(sock)
                sock.connect(address)
            except OSError as error:
                sock.close()
                failures.append(error)
                if call is not None and call.cut_by:
                    break
            else:
                return sock
        # A refusal says more than a family that this computer has no route for.
        worst = min(failures, key=lambda e: not isinstance(e, ConnectionRefusedError))
        if isinstance(worst, TimeoutError):
            raise ConnectTimeoutError(self, "connect timed out") from worst
        raise NewConnectionError(self, str(worst)) from worst

    def request(self, *args: Any, **kwargs: Any) -> None:
        call: Call | None = getattr(_current, "call", None)
        if call is not None and self.sock is not None:
            call.reused = True
            call.hold(self.sock)
        super().request(*args, **kwargs)


class _CuttableTls(_Cuttable, HTTPSConnection):
    pass


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Cuttable


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _CuttableTls


class Adapter(HTTPAdapter):
    """Cuttable connections, and the operating system's trust in place of a bundled list."""

    def __init__(self, *, tls: bool) -> None:
        self._context: ssl.SSLContext | None = _system_trust() if tls else None
        super().__init__(pool_connections=2, pool_maxsize=10, max_retries=0)

    def init_poolmanager(
        self, connections: int, maxsize: int, block: bool = False, **pool_kwargs: Any
    ) -> None:
        if self._context is not None:
            pool_kwargs["ssl_context"] = self._context
        self.poolmanager = PoolManager(
            num_pools=connections, maxsize=maxsize, block=block, **pool_kwargs
        )
        self.poolmanager.pool_classes_by_scheme = {"http": _Pool, "https": _TlsPool}

    def cert_verify(self, conn: Any, *_: object) -> None:
        conn.cert_reqs = "CERT_REQUIRED"  # and no bundle: the system decides whom to trust

    def proxy_headers(self, proxy: str) -> Mapping[str, str]:  # type: ignore[override]
        raise AssertionError(f"no proxy is configured, yet one is asked for: {proxy!r}")


def _system_trust() -> ssl.SSLContext:
    import truststore  # only where TLS is spoken: it loads the platform's certificate interface

    context: ssl.SSLContext = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
