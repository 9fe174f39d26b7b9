"""What of a form is kept as its draft, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.domain.drafts import DraftFile
from desktop.domain.forms import Spec, Value

if TYPE_CHECKING:
    from desktop.domain.drafts import Draft


def packed(specs: tuple[Spec, ...], values: Mapping[str, Value]) -> dict[str, Any]:
    """Everything typed but secrets; files are kept beside the content."""
    secret = {spec.name for spec in specs if spec.is_secret}
    kept = {n: v for n, v in values.items() if n not in secret and not _are_files(v)}
    return {"values": {n: list(v) if isinstance(v, tuple) else v for n, v in kept.items()}}


def unpacked(draft: Draft) -> dict[str, Value]:
    """What `packed` gave, with the files."""
    values: dict[str, Value] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in draft.content.get("values", {}).items()
    }
    for file in draft.files:
        there = values.get(file.field, ())
        values[file.field] = (*(there if _are_files(there) else ()), file)  # type: ignore[misc]
    return values


def _are_files(value: Value | tuple[()]) -> bool:
    return isinstance(value, tuple) and any(isinstance(each, DraftFile) for each in value)
