"""Which address may be opened as a bank's page. Whatever is not plainly right is refused."""

from __future__ import annotations

import re
from collections.abc import Collection

_LONGEST = 500

# Scheme, host and port are read by this and by nothing else: parsers differ over what is odd, and
# a browser must not see another host than we do. No user, no escapes in the host, no backslash.
_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<host>[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)"
    r"(?::(?P<port>[0-9]{1,5}))?(?:/[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?",
    re.ASCII,
)
_LOOPBACK = "127.0.0.1"


def is_bank_page(url: str, hosts: Collection[str], *, is_demo: bool) -> bool:
    """Whether `url` is a page of a bank whose pages are at `hosts`. Without encryption only this
    computer itself is opened, and only for a demonstration."""
    found = _ADDRESS.fullmatch(url) if len(url) <= _LONGEST else None
    if found is None:
        return False
    scheme, host, port = found["scheme"], found["host"], found["port"]
    if scheme == "http":
        return is_demo and host == _LOOPBACK and port is not None and 1024 <= int(port) <= 65535
    return host in hosts and ".." not in host and port in (None, "443")
