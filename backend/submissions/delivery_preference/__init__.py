"""How the customer wants to receive the bills."""

from __future__ import annotations

from backend.submissions.delivery_preference.effect import apply
from backend.submissions.delivery_preference.schemas import DeliveryPreference
from backend.submissions.kinds import Kind

KIND = Kind(
    name="delivery_preference",
    schema_rev=1,
    letter="F",
    payload=DeliveryPreference,
    apply=apply,
    blobs=lambda _payload: (),
)
