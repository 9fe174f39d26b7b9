"""The utility's rules, one row per area."""

from __future__ import annotations

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from backend.base import Base
from backend.columns import Id
from backend.feed.sources import entity


class Policy(Base):
    """`rules` is JSON that the area's `Rules` class has accepted. An area without a row is not
    offered by this utility."""

    __tablename__ = "policy"
    __feed__ = entity("policy")

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    area: Mapped[str] = mapped_column(String(40), unique=True)
    rules: Mapped[str] = mapped_column(Text)
