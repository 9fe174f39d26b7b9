"""The utility's own profile."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.base import Base
from backend.columns import Exact, Id
from backend.feed.sources import entity


class Utility(Base):
    """One row: a database serves one utility. `code` is the profile's public id (`uy_gas`).

    Of a reading that a customer gives: `reading_soft_low` to `reading_soft_high` times the usual
    consumption is taken as it is, beyond that it needs the customer's word, and above
    `reading_hard_high` it is refused. `reading_grace_hours` after the window has closed it may
    still arrive."""

    __tablename__ = "utility"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)
    __feed__ = entity("utility")

    id: Mapped[int] = mapped_column(Id, primary_key=True, autoincrement=False, default=1)
    code: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(120))
    legal_name: Mapped[str] = mapped_column(String(160))
    country: Mapped[str] = mapped_column(String(2))
    zone: Mapped[str] = mapped_column(String(64))
    locale: Mapped[str] = mapped_column(String(16))
    currency: Mapped[str] = mapped_column(String(3))
    accent: Mapped[str] = mapped_column(String(7), default="#1f5fa8")
    emergency_phone: Mapped[str] = mapped_column(String(40), default="")
    customer_phone: Mapped[str] = mapped_column(String(40), default="")
    regulator: Mapped[str] = mapped_column(String(80), default="")
    is_demo: Mapped[bool] = mapped_column(default=False)
    demo_username: Mapped[str | None] = mapped_column(String(80))
    demo_password: Mapped[str | None] = mapped_column(String(80))
    estimates_in_a_row: Mapped[int] = mapped_column(default=3)
    reading_soft_low: Mapped[Decimal] = mapped_column(Exact, default=Decimal("0.5"))
    reading_soft_high: Mapped[Decimal] = mapped_column(Exact, default=Decimal(2))
    reading_hard_high: Mapped[Decimal] = mapped_column(Exact, default=Decimal(4))
    reading_grace_hours: Mapped[int] = mapped_column(default=0)
