"""What a person has begun and not submitted: it outlives a page change, a lock and a crash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A file of a draft. Its bytes lie in the outbox under `sha256`; `size` counts them, `field`
    says which part of the form it belongs to, `name` is the one it had."""

    field: str
    name: str
    media_type: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Draft:
    """One form as it was last typed. `key` names the form ("self_reading", "claim:new"), `scope`
    what it is about; there is one draft of a form in a scope. `content` is JSON of the form's own
    making; `saved_at` is UTC."""

    key: str
    scope: str
    content: Mapping[str, Any]
    files: tuple[DraftFile, ...]
    saved_at: datetime
