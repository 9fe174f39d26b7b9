"""What the store needs in order to read a body: the one decoder of the wire, passed in."""

from __future__ import annotations

from typing import Protocol

from desktop.domain.contracts import Contract
from desktop.domain.invoices import Invoice
from desktop.domain.readings import Meter, Reading
from desktop.domain.users import Utility


class Decoders(Protocol):
    """Bytes of a body, as the server sent them, to the entity. The module `desktop.api.wire`
    is one."""

    def decode_contract(self, body: bytes, /) -> Contract:
        """A body of kind 'contract'."""

    def decode_meter(self, body: bytes, /) -> Meter:
        """A body of kind 'meter'."""

    def decode_reading(self, body: bytes, /) -> Reading:
        """A body of kind 'reading'."""

    def decode_invoice(self, body: bytes, /) -> Invoice:
        """A body of kind 'invoice'."""

    def decode_utility(self, body: bytes, /) -> Utility:
        """A body of kind 'utility'."""
