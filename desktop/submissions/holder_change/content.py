"""What a change of holder says on the wire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.domain.supply_requests import PersonType


@dataclass(frozen=True, slots=True)
class Handover:
    """What the dials showed on a day: digits as they stand there, by register id; `photo` is the
    sha256 of a picture."""

    on: date
    values: tuple[tuple[str, str], ...]
    photo: str | None = None


@dataclass(frozen=True, slots=True)
class HolderChange:
    """Who is to be the holder, why, since when, and what proves it; `documents` are (code,
    sha256)."""

    reason: str
    person_type: PersonType
    document_type: str
    document_number: str
    full_name: str
    born_on: date | None
    email: str
    phone: str
    other_phone: str
    postal_address: str
    representative_name: str
    representative_document: str
    link: str
    effective_on: date
    handover: Handover | None
    assumes_debt: bool
    documents: tuple[tuple[str, str], ...]
    terms_version: str

    def content(self) -> dict[str, Any]:
        """As the outbox takes it."""
        handover = None
        if self.handover is not None:
            values = [{"register_id": at, "value": value} for at, value in self.handover.values]
            on = self.handover.on.isoformat()
            handover = {"on": on, "values": values, "photo": self.handover.photo}
        return {
            "reason": self.reason,
            "person_type": self.person_type.value,
            "document_type": self.document_type,
            "document_number": self.document_number,
            "full_name": self.full_name,
            "born_on": self.born_on.isoformat() if self.born_on is not None else None,
            "email": self.email,
            "phone": self.phone,
            "other_phone": self.other_phone,
            "postal_address": self.postal_address,
            "representative_name": self.representative_name,
            "representative_document": self.representative_document,
            "link": self.link,
            "effective_on": self.effective_on.isoformat(),
            "handover": handover,
            "assumes_debt": self.assumes_debt,
            "documents": [{"code": code, "sha256": sha} for code, sha in self.documents],
            "terms_version": self.terms_version,
        }


def decode(content: Mapping[str, Any]) -> HolderChange:
    """What `HolderChange.content` gave."""
    dial = content["handover"]
    handover = None
    if dial is not None:
        values = tuple((v["register_id"], v["value"]) for v in dial["values"])
        handover = Handover(date.fromisoformat(dial["on"]), values, dial["photo"])
    born = content["born_on"]
    texts = (
        "reason document_type document_number full_name email phone other_phone postal_address "
        "representative_name representative_document link assumes_debt terms_version"
    )
    return HolderChange(
        person_type=PersonType(content["person_type"]),
        born_on=date.fromisoformat(born) if born else None,
        effective_on=date.fromisoformat(content["effective_on"]),
        handover=handover,
        documents=tuple((d["code"], d["sha256"]) for d in content["documents"]),
        **{name: content[name] for name in texts.split()},
    )


def summary(content: Mapping[str, Any]) -> str:
    """Whose name it is to be in."""
    return str(content["full_name"])
