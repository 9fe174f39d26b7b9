"""How a model says what the feed shows of it. Models declare `__feed__`; nobody else names it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Entities of `kind` that embed a row: those whose column `column` holds the row's id."""

    kind: str
    column: str


@dataclass(frozen=True, slots=True)
class Source:
    """What to publish when a row of a model is touched.

    `itself` is the kind that the row is an entity of; `owner` names the kind and the row's own
    attribute with the id of the entity that embeds it; `embedded_in` are looked up by id, and only
    for rows that existed before: nobody can embed a row that is being made without being touched.
    """

    itself: str | None = None
    owner: tuple[str, str] | None = None
    embedded_in: tuple[Found, ...] = ()


def entity(kind: str, *, also: tuple[str, str] | None = None) -> Source:
    """The rows are entities of `kind`; `also` is a kind and its column that embed them."""
    return Source(itself=kind, embedded_in=_found(also))


def part(
    kind: str, *, by: str = "", through: str = "", also: tuple[str, str] | None = None
) -> Source:
    """The rows are part of entities of `kind`: of the one that the attribute `by` names, or of
    those whose column `through` names the row."""
    owner = (kind, by) if by else None
    reverse = _found((kind, through)) if through else ()
    return Source(owner=owner, embedded_in=(*reverse, *_found(also)))


def _found(pair: tuple[str, str] | None) -> tuple[Found, ...]:
    return (Found(*pair),) if pair else ()
