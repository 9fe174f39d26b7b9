"""What can go wrong outside our own code. Codes and data only: sentences live in `views/texts.py`.

An exception that is not an `AppError` is a bug and reaches the crash dialog.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum


class Code(StrEnum):
    """Stable name of a failure; every member has a sentence in `views/texts.py`."""

    # network
    OFFLINE = "offline"
    CAPTIVE_PORTAL = "captive_portal"
    SERVER_DOWN = "server_down"
    SERVER_SLOW = "server_slow"
    INVALID_ANSWER = "invalid_answer"
    CERTIFICATE = "certificate"
    RATE_LIMITED = "rate_limited"
    # session
    BAD_CREDENTIALS = "bad_credentials"
    USER_LOCKED = "user_locked"
    EMAIL_UNCONFIRMED = "email_unconfirmed"
    SESSION_EXPIRED = "session_expired"
    CLIENT_TOO_OLD = "client_too_old"
    # refused by the server
    NOT_FOUND = "not_found"
    FORBIDDEN = "forbidden"
    REFUSED = "refused"
    # this computer
    DISK_FULL = "disk_full"
    DISK_FAILED = "disk_failed"
    STORE_CORRUPT = "store_corrupt"
    STORE_BUSY = "store_busy"
    STORE_UNENCRYPTED = "store_unencrypted"
    KEY_LOST = "key_lost"
    FILE_NOT_WRITTEN = "file_not_written"
    # data
    NOT_CACHED = "not_cached"
    DOCUMENT_DAMAGED = "document_damaged"
    MIRROR_MISMATCH = "mirror_mismatch"


class AppError(Exception):
    """The world failed. `reference` is the request id that support can look up."""

    def __init__(
        self,
        code: Code,
        *,
        detail: str = "",
        reference: str = "",
        until: datetime | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(f"{code}: {detail}" if detail else str(code))
        self.code = code
        self.detail = detail
        self.reference = reference
        self.until = until
        self.retry_after = retry_after


class NetworkError(AppError):
    """The server could not be asked, or its answer could not be used. Trying later may help."""


class SessionError(AppError):
    """The server wants to know who is asking before it answers."""


class RefusedError(AppError):
    """The server understood and said no; asking again changes nothing."""


class StoreError(AppError):
    """The disk or the encrypted store failed."""
