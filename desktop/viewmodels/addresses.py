"""Which servers the app may talk to."""

from __future__ import annotations

from urllib.parse import urlsplit


def server_address(text: str) -> str | None:
    """`text` as an address without path: https anywhere, http on this computer only. None where
    it is neither."""
    stripped = text.strip()
    try:
        parts = urlsplit(stripped if "://" in stripped else f"https://{stripped}")
        port = parts.port
    except ValueError:
        return None
    host = parts.hostname
    if not host or parts.username or parts.path not in ("", "/") or parts.query or parts.fragment:
        return None
    if " " in host or not (parts.scheme == "https" or (parts.scheme == "http" and _is_here(host))):
        return None
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + (f":{port}" if port else "")


def _is_here(host: str) -> bool:
    from ipaddress import ip_address

    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
