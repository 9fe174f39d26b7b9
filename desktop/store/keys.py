"""The keys of a profile: random, kept outside our files, made on first use."""

from __future__ import annotations

import re
import secrets as randomness
from enum import StrEnum
from typing import Protocol

from desktop.domain.errors import Code, StoreError
from desktop.store.database import KEY_BYTES


class Secrets(Protocol):
    """Where small secrets are kept; raises `StoreError(KEY_LOST)` where it fails."""

    def read(self, name: str) -> str | None:
        """The secret, or None if there is none."""

    def write(self, name: str, value: str) -> None:
        """Keep `value` under `name`."""

    def delete(self, name: str) -> None:
        """Forget `name`; no error where it is unknown."""


class KeyOf(StrEnum):
    """Which file a key is for."""

    CACHE = "store-key"
    OUTBOX = "outbox-key"


def existing_key(secrets: Secrets, profile: str, of: KeyOf = KeyOf.CACHE) -> bytes | None:
    """A key of the profile so named, or None where there is none or it is damaged."""
    value = secrets.read(_name(profile, of))
    if value is None or not re.fullmatch(rf"[0-9a-f]{{{2 * KEY_BYTES}}}", value):
        return None
    return bytes.fromhex(value)


def profile_key(secrets: Secrets, profile: str, of: KeyOf = KeyOf.CACHE) -> bytes:
    """A key of the profile so named, made if there is none.

    Raises `StoreError(KEY_LOST)` where a new key cannot be read back: data under it would be lost.
    """
    key = existing_key(secrets, profile, of)
    if key is None:
        key = randomness.token_bytes(KEY_BYTES)
        secrets.write(_name(profile, of), key.hex())
        if existing_key(secrets, profile, of) != key:
            raise StoreError(Code.KEY_LOST, detail="a new key could not be read back")
    return key


def forget_key(secrets: Secrets, profile: str, of: KeyOf = KeyOf.CACHE) -> None:
    """Forget a key: what is encrypted under it can never be read again."""
    secrets.delete(_name(profile, of))


def _name(profile: str, of: KeyOf) -> str:
    return f"{of}-{profile}"
