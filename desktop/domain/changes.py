"""What an operation changed, so that each screen can decide whether to read again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """Scopes whose mirror moved, and the kinds of entity ('invoice', 'reading'...) in them."""

    scopes: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()

    def __or__(self, other: Changes) -> Changes:
        return Changes(self.scopes | other.scopes, self.kinds | other.kinds)

    def __bool__(self) -> bool:
        return bool(self.scopes)

    def touches(self, scope: str, *kinds: str) -> bool:
        """Whether any of `kinds` moved in `scope`."""
        return scope in self.scopes and not self.kinds.isdisjoint(kinds)
