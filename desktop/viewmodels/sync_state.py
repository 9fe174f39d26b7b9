"""What the sync line can say, and what a sync that ended leads to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.errors import AppError, Code
from desktop.domain.freshness import Freshness

SYNC_EVERY = 5 * 60_000  # ms while all is well
RETRY_EVERY = 60_000  # ms while the server cannot be reached

_UNREACHABLE = {Code.OFFLINE, Code.CAPTIVE_PORTAL, Code.SERVER_DOWN, Code.SERVER_SLOW}


class SyncKind(StrEnum):
    """What the sync line says."""

    NEVER = "never"  # nothing was ever verified
    RUNNING = "running"
    FRESH = "fresh"
    STALE = "stale"  # verified, more than a day ago
    OFFLINE = "offline"
    PROBLEM = "problem"
    SIGN_IN = "sign_in"  # the server wants a new sign-in


@dataclass(frozen=True, slots=True)
class SyncState:
    """`done` of `total` contracts while RUNNING; `error` is how the last sync failed."""

    kind: SyncKind = SyncKind.NEVER
    done: int = 0
    total: int = 0
    error: AppError | None = None


def calm_kind(freshness: Freshness, now: datetime) -> SyncKind:
    """What to say while nothing is wrong and nothing is under way."""
    if freshness.verified_at is None:
        return SyncKind.NEVER
    return SyncKind.STALE if freshness.is_stale(now) else SyncKind.FRESH


def kind_after(connection: str, error: AppError | None) -> SyncKind | None:
    """What a failed sync leads to; None when it did not fail."""
    if connection == "auth_needed" or (error and error.code is Code.SESSION_EXPIRED):
        return SyncKind.SIGN_IN
    if error is None:
        return None
    return SyncKind.OFFLINE if error.code in _UNREACHABLE else SyncKind.PROBLEM


def next_sync(kind: SyncKind, retry_in: float | None) -> int:
    """When to sync by itself again, in ms: sooner where something waits to be sent, after
    `retry_in` seconds."""
    usual = SYNC_EVERY if kind is SyncKind.FRESH else RETRY_EVERY
    return usual if retry_in is None else min(usual, max(0, round(retry_in * 1000)) + 50)
