"""Column types that keep the same value on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Enum, Integer, String, TypeDecorator

# SQLite numbers rows by itself only where the type is exactly INTEGER.
Id = BigInteger().with_variant(Integer(), "sqlite")
Minor = BigInteger()


def plain(value: Decimal) -> str:
    """Decimal notation without an exponent, scale kept: Decimal('1E+2') is '100'."""
    return format(value, "f")


class Exact(TypeDecorator[Decimal]):
    """A decimal kept as text: SQLite has no decimal type, and PostgreSQL's numeric would be
    read back with another scale than SQLite's."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, _dialect: Dialect) -> str | None:
        """Decimal to text; a NaN, or a float (which has no `is_finite`), is the caller's bug."""
        if value is None:
            return None
        if not value.is_finite():
            raise TypeError("not a finite decimal")
        return plain(value)

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> Decimal | None:
        """Text to the same decimal."""
        return None if value is None else Decimal(value)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, in UTC on both engines."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuses naive datetimes, which nobody can place."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("an instant needs a zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def words(kind: type[StrEnum]) -> Enum:
    """The lower-case words of `kind` as text; a word that is not in it is refused on writing."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        validate_strings=True,
        length=32,
        values_callable=lambda enum: [member.value for member in enum],
    )
