"""Which addresses a server may have."""

from __future__ import annotations

from urllib.parse import urlsplit

from desktop.domain.errors import Code, NetworkError

_LOOPBACK = ("localhost", "127.0.0.1", "::1")


def checked_address(server: str) -> str:
    """`server` without a trailing slash: https, or http to this computer, with nothing but host,
    port and path. Raises `NetworkError`: OFFLINE for no address, CERTIFICATE for an open one."""
    try:
        parts = urlsplit(server.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise NetworkError(Code.OFFLINE, detail="not the address of a server") from error
    if not host or port == 0 or parts.username is not None or parts.query or parts.fragment:
        raise NetworkError(Code.OFFLINE, detail="not the address of a server")
    if parts.scheme != "https" and not (parts.scheme == "http" and host in _LOOPBACK):
        raise NetworkError(Code.CERTIFICATE, detail="only https is safe")
    return server.strip().rstrip("/")
