"""Where a reader stands, as an opaque token.

The digest only detects damage: rights are checked on every call, and nothing in a token is secret.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from dataclasses import dataclass
from enum import StrEnum

_FORM = re.compile(r"v1\|(\d{1,18})\|(\d{1,18})\|(\d{1,18})\|(\d{1,18})\|(\d{1,9})", re.ASCII)
_MAC_BYTES = 16


class ResetReason(StrEnum):
    """Why a reader has to begin anew."""

    EPOCH = "epoch"
    TOMBSTONES_PURGED = "tombstones-purged"
    SCHEMA = "schema"
    DAMAGED_TOKEN = "damaged-token"  # noqa: S105 - a word of the protocol


class SyncReset(Exception):  # noqa: N818 - an answer to the reader, not a failure
    """The token is of no use."""

    def __init__(self, reason: ResetReason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Position:
    """Everything up to `seq` was given. `base` was the head when the reader began: tombstones up
    to it are of no interest to somebody who started with nothing."""

    epoch: int
    scope_id: int
    seq: int
    base: int
    schema_rev: int

    def encode(self, secret: bytes) -> str:
        """As a URL-safe token."""
        fields = (self.epoch, self.scope_id, self.seq, self.base, self.schema_rev)
        payload = "|".join(("v1", *map(str, fields))).encode()
        return base64.urlsafe_b64encode(_mac(payload, secret) + payload).rstrip(b"=").decode()


def decode(token: str, secret: bytes) -> Position:
    """The position that `token` was made of; any other text raises `SyncReset(DAMAGED_TOKEN)`."""
    if token.endswith("="):  # tokens are given without padding, and have one spelling each
        raise SyncReset(ResetReason.DAMAGED_TOKEN)
    try:
        padded = token.encode("ascii") + b"=" * (-len(token) % 4)
        raw = base64.b64decode(padded, altchars=b"-_", validate=True)
    except (UnicodeEncodeError, binascii.Error) as error:
        raise SyncReset(ResetReason.DAMAGED_TOKEN) from error
    mac, payload = raw[:_MAC_BYTES], raw[_MAC_BYTES:]
    match = _FORM.fullmatch(payload.decode("latin-1"))
    if match is None or not hmac.compare_digest(mac, _mac(payload, secret)):
        raise SyncReset(ResetReason.DAMAGED_TOKEN)
    return Position(*map(int, match.groups()))


def _mac(payload: bytes, secret: bytes) -> bytes:
    return hmac.digest(secret, b"feed|" + payload, hashlib.sha256)[:_MAC_BYTES]
