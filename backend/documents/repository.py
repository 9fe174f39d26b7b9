"""Queries about documents."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from backend.documents.models import Document
from backend.users.models import ContractLink


def readable_by(session: Session, document_id: int, user_id: int) -> Document | None:
    """The document with its bytes, if it belongs to a contract of the user's."""
    return session.scalar(
        select(Document)
        .join(ContractLink, ContractLink.contract_id == Document.contract_id)
        .where(Document.id == document_id, ContractLink.user_id == user_id)
        .options(undefer(Document.body))
    )
