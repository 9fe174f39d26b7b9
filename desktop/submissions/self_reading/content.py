"""What a contributed reading says on the wire, to and from what a person entered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class RegisterValue:
    """The digits of one register as they stand on the dial, leading zeros included."""

    register_id: str
    value: str


@dataclass(frozen=True, slots=True)
class SelfReading:
    """`read_at` is UTC; `confirmed` are the reasons that the person confirmed; `photo` is the
    sha256 of the picture that goes with it."""

    meter_id: str
    values: tuple[RegisterValue, ...]
    read_at: datetime
    confirmed: tuple[str, ...] = ()
    photo: str | None = None
    note: str = ""

    def content(self) -> dict[str, Any]:
        """As the outbox takes it."""
        return {
            "meter_id": self.meter_id,
            "values": [{"register_id": v.register_id, "value": v.value} for v in self.values],
            "read_at": f"{self.read_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
            "confirmed": list(self.confirmed),
            "photo": self.photo,
            "note": self.note,
        }


def decode(content: Mapping[str, Any]) -> SelfReading:
    """What `SelfReading.content` gave."""
    return SelfReading(
        meter_id=content["meter_id"],
        values=tuple(RegisterValue(v["register_id"], v["value"]) for v in content["values"]),
        read_at=datetime.fromisoformat(content["read_at"]),
        confirmed=tuple(content["confirmed"]),
        photo=content["photo"],
        note=content["note"],
    )


def summary(content: Mapping[str, Any]) -> str:
    """'12985', or '00120 · 00431' of a meter with two registers."""
    return " · ".join(str(value["value"]) for value in content["values"])
