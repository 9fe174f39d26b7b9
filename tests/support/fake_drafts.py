"""Drafts in memory, for tests of what a person sees; they outlive the page, not the test."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop.domain.drafts import Draft, DraftFile
from desktop.domain.errors import AppError
from desktop.domain.submissions import ATTACHMENT_TYPES, Attachment
from desktop.services.attachments import prepare

SAVED = datetime(2026, 11, 22, 17, 2, tzinfo=UTC)


@dataclass
class FakeDrafts:
    """Keeps what is given, by key and scope; `error` refuses whatever is asked."""

    kept: dict[tuple[str, str], Draft] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)
    error: AppError | None = None
    saves: int = 0

    def save(
        self,
        key: str,
        scope: str,
        content: Mapping[str, Any],
        files: Collection[DraftFile] | None = None,
    ) -> Draft:
        self._refuse()
        self.saves += 1
        old = self._one(key, scope)
        kept = old.files if files is None else tuple(files)
        self.kept[key, scope] = made = Draft(key, scope, dict(content), kept, SAVED)
        return made

    def load(self, key: str, scope: str) -> Draft | None:
        self._refuse()
        return self.kept.get((key, scope))

    def discard(self, key: str, scope: str) -> None:
        self._refuse()
        self.kept.pop((key, scope), None)

    def all(self) -> tuple[Draft, ...]:
        return tuple(self.kept.values())

    def add_file(
        self,
        key: str,
        scope: str,
        field: str,
        source: Path | bytes,
        name: str = "",
        accepts: Collection[str] = ATTACHMENT_TYPES,
    ) -> DraftFile:
        self._refuse()
        if isinstance(source, Path):
            name, source = name or source.name, source.read_bytes()
        ready = prepare(Attachment(field, source), accepts)
        made = DraftFile(field, name, ready.media_type, ready.sha256, len(ready.content))
        self.blobs[made.sha256] = ready.content
        old = self._one(key, scope)
        self.kept[key, scope] = replace(old, files=(*_without(old, made), made))
        return made

    def drop_file(self, key: str, scope: str, file: DraftFile) -> None:
        self._refuse()
        old = self._one(key, scope)
        self.kept[key, scope] = replace(old, files=_without(old, file))

    def file(self, sha256: str) -> bytes:
        return self.blobs[sha256]

    def _one(self, key: str, scope: str) -> Draft:
        return self.kept.get((key, scope)) or Draft(key, scope, {}, (), SAVED)

    def _refuse(self) -> None:
        if self.error is not None:
            raise self.error


def _without(draft: Draft, file: DraftFile) -> tuple[DraftFile, ...]:
    same = (file.field, file.sha256)
    return tuple(each for each in draft.files if (each.field, each.sha256) != same)
