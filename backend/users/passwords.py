"""Passwords are kept as argon2id hashes."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from backend.settings import PasswordCost


@lru_cache(maxsize=4)
def _hasher(cost: PasswordCost) -> PasswordHasher:
    return PasswordHasher(time_cost=cost.passes, memory_cost=cost.memory_kib, parallelism=1)


@lru_cache(maxsize=4)
def _nobody(cost: PasswordCost) -> str:
    return _hasher(cost).hash("nobody has this password")


def hash_password(password: str, cost: PasswordCost | None = None) -> str:
    """The argon2id hash of `password`, with its salt."""
    return _hasher(cost or PasswordCost()).hash(_composed(password))


def is_password(kept: str | None, password: str, cost: PasswordCost) -> bool:
    """Whether `password` belongs to the hash. Without one it takes as long to say no: the time
    must not tell which user names exist."""
    hasher = _hasher(cost)
    try:
        hasher.verify(kept or _nobody(cost), _composed(password))
    except VerifyMismatchError:
        return False
    return kept is not None


def _composed(password: str) -> str:
    # One keyboard sends "é" as one character, another as two.
    return unicodedata.normalize("NFC", password)
