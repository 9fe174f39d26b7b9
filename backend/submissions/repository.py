"""Queries about submissions."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.base import insert_missing, table_of
from backend.submissions.models import Submission


def begin(session: Session, values: dict[str, Any]) -> Submission | None:
    """Insert a submission that nobody has sent yet and return it; None where its id is known. One
    that another transaction has just begun is waited for."""
    connection = session.connection()
    table = table_of(Submission)
    statement = insert_missing(connection, table, "op_id").values(values)
    new_id = connection.execute(statement.returning(table.c.id)).scalar()
    return None if new_id is None else session.get_one(Submission, new_id)


def known(session: Session, op_id: str, user_id: int) -> Submission | None:
    """A user's own submission."""
    return session.scalar(
        select(Submission).where(Submission.op_id == op_id, Submission.user_id == user_id)
    )
