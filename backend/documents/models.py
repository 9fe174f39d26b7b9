"""Documents as the utility issued them."""

from __future__ import annotations

import hashlib

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, deferred, mapped_column

from backend.base import Base
from backend.columns import Id
from backend.feed.sources import part


class Document(Base):
    """Bytes with their digest. Owned by a contract, which decides who may read them."""

    __tablename__ = "document"
    __table_args__ = (UniqueConstraint("contract_id", "sha256"),)
    __feed__ = part("invoice", through="document_id")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"))
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    media_type: Mapped[str] = mapped_column(String(80), default="application/pdf")
    body: Mapped[bytes] = deferred(mapped_column(LargeBinary))

    @classmethod
    def of(cls, contract_id: int, body: bytes, media_type: str = "application/pdf") -> Document:
        """A document with its size and digest filled in."""
        return cls(
            contract_id=contract_id,
            sha256=hashlib.sha256(body).hexdigest(),
            size=len(body),
            media_type=media_type,
            body=body,
        )
