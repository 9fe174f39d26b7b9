"""A reading that the customer took."""

from __future__ import annotations

from backend.submissions.kinds import Kind
from backend.submissions.self_reading.effect import apply
from backend.submissions.self_reading.schemas import SelfReading

KIND = Kind(
    name="self_reading",
    schema_rev=1,
    letter="L",
    payload=SelfReading,
    apply=apply,
    blobs=lambda reading: (reading.photo,) if reading.photo else (),
)
