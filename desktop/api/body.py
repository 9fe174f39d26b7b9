"""Reads an answer's body in pieces, up to a ceiling, and proves that it came whole."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from requests import Response

_PIECE = 65536
_GZIP = 16 + zlib.MAX_WBITS
_SHA256 = re.compile(r"(?:^|,)\s*sha-256=:([A-Za-z0-9+/=]+):\s*(?:,|$)")


class Unusable(Exception):  # noqa: N818 - told to `transport` only, which makes an AppError of it
    """The answer is not what the protocol promises."""


def read(response: Response, cap: int) -> bytes:
    """The body, inflated, at most `cap` bytes. Raises `Unusable`, or what the network raises."""
    headers = response.headers
    length = headers.get("Content-Length")
    if length is None and "chunked" not in headers.get("Transfer-Encoding", "").lower():
        raise Unusable("an end of the body that cannot be told from a cut")
    if length is not None and not length.isdecimal():
        raise Unusable("a Content-Length that is no number")
    if length is not None and int(length) > cap:
        raise Unusable("more than may be read")
    # urllib3 checks Content-Length and the last chunk; inflating is ours, for the ceiling's sake.
    pieces = response.raw.stream(_PIECE, decode_content=False)
    encoding = headers.get("Content-Encoding", "identity").strip().lower()
    if encoding == "identity":
        sent = content = _joined(pieces, cap)
    elif encoding == "gzip":
        sent = _joined(pieces, cap)
        content = _inflated(sent, cap)
    else:
        raise Unusable("an encoding that was not asked for")
    _check_digest(headers, sent, content)
    return content


def _joined(pieces: Iterable[bytes], cap: int) -> bytes:
    kept: list[bytes] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > cap:
            raise Unusable("more than may be read")
        kept.append(piece)
    return b"".join(kept)


def _inflated(sent: bytes, cap: int) -> bytes:
    inflater = zlib.decompressobj(_GZIP)
    try:
        content = inflater.decompress(sent, cap + 1)
    except zlib.error as error:
        raise Unusable("damaged compression") from error
    if len(content) > cap:
        raise Unusable("more than may be read")
    if not inflater.eof or inflater.unused_data:
        raise Unusable("damaged compression")
    return content


def _check_digest(headers: Mapping[str, str], sent: bytes, content: bytes) -> None:
    """RFC 9530 counts the bytes as sent; a proxy that compresses on the way leaves the digest of
    what it was given, and that proves the content as well."""
    found = _SHA256.search(headers.get("Content-Digest", ""))
    if found is None:
        return
    try:
        expected = base64.b64decode(found[1], validate=True)
    except binascii.Error as error:
        raise Unusable("a Content-Digest that cannot be read") from error
    if hashlib.sha256(sent).digest() == expected:
        return
    if sent is content or hashlib.sha256(content).digest() != expected:
        raise Unusable("a body that does not match its Content-Digest")
