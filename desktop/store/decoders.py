"""What the store needs in order to read a body: the one decoder of the wire, passed in."""

from __future__ import annotations

from typing import Protocol, TypeVar

T = TypeVar("T")


class Decoders(Protocol):
    """Bytes of a body, as the server sent them, to the domain object of a class. The module
    `desktop.api.wire` is one."""

    def kind_of(self, entity: type, /) -> str:
        """The feed's kind of a domain class; for rules, their area."""

    def decode(self, entity: type[T], body: bytes, /) -> T:
        """A body as the entity of that class."""

    def decode_policy(self, rules: type[T], body: bytes, /) -> T:
        """A body of kind 'policy' as the rules of that class."""
