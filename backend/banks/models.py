"""Banks as the utility offers them now."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from backend.base import Base
from backend.columns import Id, Instant, Minor
from backend.feed.sources import entity


class Bank(Base):
    """One bank. What it is comes from the utility's rules; whether it can be used just now is the
    office's. Lists are words with a space between."""

    __tablename__ = "bank"
    __feed__ = entity("bank")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code: Mapped[str] = mapped_column(String(24), unique=True)
    name: Mapped[str] = mapped_column(String(60))
    adapter: Mapped[str] = mapped_column(String(24))
    currencies: Mapped[str] = mapped_column(String(40))
    min_amount: Mapped[int] = mapped_column(Minor)
    max_amount: Mapped[int | None] = mapped_column(Minor)
    hosts: Mapped[str] = mapped_column(String(500), default="")
    sort: Mapped[int] = mapped_column(default=0)
    is_offered: Mapped[bool] = mapped_column(default=True)
    is_enabled: Mapped[bool] = mapped_column(default=True)
    maintenance_until: Mapped[datetime | None] = mapped_column(Instant)
