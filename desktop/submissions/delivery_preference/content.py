"""What a wish about the delivery of bills says on the wire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.domain.delivery import DeliveryChannel


@dataclass(frozen=True, slots=True)
class DeliveryPreference:
    """`email` is empty for paper; an empty `postal_address` is the supply's. `consent_version`
    names the text that the person agreed to."""

    channel: DeliveryChannel
    email: str = ""
    second_email: str = ""
    postal_address: str = ""
    consent_version: str = ""

    def content(self) -> dict[str, Any]:
        """As the outbox takes it."""
        return {
            "channel": self.channel.value,
            "email": self.email,
            "second_email": self.second_email,
            "postal_address": self.postal_address,
            "consent_version": self.consent_version,
        }


def decode(content: Mapping[str, Any]) -> DeliveryPreference:
    """What `DeliveryPreference.content` gave."""
    return DeliveryPreference(
        channel=DeliveryChannel(content["channel"]),
        email=content["email"],
        second_email=content["second_email"],
        postal_address=content["postal_address"],
        consent_version=content["consent_version"],
    )


def summary(content: Mapping[str, Any]) -> str:
    """The address that the bills are to come to; empty for the supply's own."""
    return str(content["email"] or content["postal_address"])
