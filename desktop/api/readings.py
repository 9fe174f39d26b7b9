"""Meters and readings as they stand on the wire, decoded strictly and turned into domain objects.

A struct names exactly the fields of `docs/protocol.md`; unknown ones are ignored. `keys()` is the
number of names in its JSON text, by which `wire` notices a name that stands twice; `search()` is
the text by which a person may look for it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from desktop.api.fields import Count, Digits, Id, Instant, Number, decimal
from desktop.domain import readings


class Register(Struct, frozen=True, gc=False):
    """One of `registers` of a meter."""

    id: Id
    unit: str
    integer_digits: Digits
    decimal_digits: Digits
    multiplier: Number


class Meter(Struct, frozen=True, gc=False):
    """Kind `meter`."""

    id: Id
    contract_id: Id
    serial: str
    brand: str
    model: str
    size: str
    installed_on: date
    removed_on: date | None
    telemetered: bool
    registers: list[Register]

    def keys(self) -> int:
        """How many names its JSON text has."""
        return 10 + 5 * len(self.registers)

    def search(self) -> str:
        """What a person may look for it by, not yet folded."""
        return f"{self.serial} {self.brand} {self.model}"

    def domain(self) -> readings.Meter:
        """The domain object."""
        return readings.Meter(
            id=self.id,
            contract_id=self.contract_id,
            serial=self.serial,
            brand=self.brand,
            model=self.model,
            size=self.size,
            installed_on=self.installed_on,
            removed_on=self.removed_on,
            telemetered=self.telemetered,
            registers=tuple(
                readings.Register(
                    r.id, r.unit, r.integer_digits, r.decimal_digits, Decimal(r.multiplier)
                )
                for r in self.registers
            ),
        )


class Reading(Struct, frozen=True, gc=False):
    """Kind `reading`."""

    id: Id
    contract_id: Id
    meter_id: Id
    meter_serial: str
    register_id: Id
    value: Number
    unit: str
    read_at: Instant
    quality: readings.Quality
    source: readings.Source
    reason: readings.ReadingReason
    consumption: Number | None
    days: Count | None
    is_rollover: bool
    no_read_reason: readings.NoReadReason | None
    method: readings.EstimationMethod | None
    invoice_number: str | None
    origin_op_id: str | None = None  # servers before submissions do not name it

    def keys(self) -> int:
        """How many names its JSON text has."""
        return 18

    def search(self) -> str:
        """What a person may look for it by, not yet folded."""
        return ""

    def domain(self) -> readings.Reading:
        """The domain object."""
        return readings.Reading(
            id=self.id,
            contract_id=self.contract_id,
            meter_id=self.meter_id,
            meter_serial=self.meter_serial,
            register_id=self.register_id,
            value=Decimal(self.value),
            unit=self.unit,
            read_at=self.read_at,
            quality=self.quality,
            source=self.source,
            reason=self.reason,
            consumption=decimal(self.consumption),
            days=self.days,
            is_rollover=self.is_rollover,
            no_read_reason=self.no_read_reason,
            method=self.method,
            invoice_number=self.invoice_number,
            origin_op_id=self.origin_op_id,
        )


ENTITIES = {"meter": (Meter, readings.Meter), "reading": (Reading, readings.Reading)}
