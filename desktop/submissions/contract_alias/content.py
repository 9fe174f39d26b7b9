"""What a new name for a contract says on the wire."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.domain.submissions import Submission

NAME = "contract_alias"


def alias_content(alias: str) -> dict[str, Any]:
    """As the outbox takes it; an empty name takes the name away."""
    return {"alias": alias.strip()}


def stream_of(contract_id: str) -> str:
    """The lane of the outbox in which one name follows another."""
    return f"{NAME}:{contract_id}"


def summary(content: Mapping[str, Any]) -> str:
    """The name itself."""
    return str(content["alias"])


def waiting(items: Iterable[Submission]) -> dict[str, str]:
    """Names that have not arrived yet, by scope; the last one given counts."""
    return {
        item.scope: summary(item.content)
        for item in sorted(items, key=lambda item: item.number)
        if item.kind == NAME and item.state.is_pending
    }
