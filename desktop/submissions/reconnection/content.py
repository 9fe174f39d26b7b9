"""What a request to connect again says on the wire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Reconnection:
    """`on` and `slot` are when the person would like somebody to come; `documents` are (code,
    sha256)."""

    contact_name: str
    contact_phone: str
    on: date
    slot: str
    access_notes: str = ""
    adult: bool = False
    declared: bool = False
    fitter_number: str = ""
    documents: tuple[tuple[str, str], ...] = ()

    def content(self) -> dict[str, Any]:
        """As the outbox takes it."""
        return {
            "contact_name": self.contact_name,
            "contact_phone": self.contact_phone,
            "on": self.on.isoformat(),
            "slot": self.slot,
            "access_notes": self.access_notes,
            "adult": self.adult,
            "declared": self.declared,
            "fitter_number": self.fitter_number,
            "documents": [{"code": code, "sha256": sha} for code, sha in self.documents],
        }


def decode(content: Mapping[str, Any]) -> Reconnection:
    """What `Reconnection.content` gave."""
    return Reconnection(
        contact_name=content["contact_name"],
        contact_phone=content["contact_phone"],
        on=date.fromisoformat(content["on"]),
        slot=content["slot"],
        access_notes=content["access_notes"],
        adult=content["adult"],
        declared=content["declared"],
        fitter_number=content["fitter_number"],
        documents=tuple((d["code"], d["sha256"]) for d in content["documents"]),
    )


def summary(content: Mapping[str, Any]) -> str:
    """'03/03/2026', the day that was asked for."""
    return f"{date.fromisoformat(content['on']):%d/%m/%Y}"
