"""What the back office did, and when."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from backend.base import Base
from backend.columns import Id, Instant


class OfficeEvent(Base):
    """One act. `clerk` is a user name, or `operator` for the command line; `form` is what was
    asked, as JSON."""

    __tablename__ = "office_event"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    clerk: Mapped[str] = mapped_column(String(80))
    act: Mapped[str] = mapped_column(String(60))
    form: Mapped[str] = mapped_column(Text)
