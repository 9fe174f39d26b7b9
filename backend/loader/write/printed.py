"""The readings that an invoice was made of: those that name it, or else those of its period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Column, Over, func, select

from backend.base import table_of
from backend.contracts.models import Meter, Register
from backend.invoices.models import Invoice, InvoiceReading
from backend.loader.write.batch import Batch, Known, Values, chunks
from backend.readings.models import Reading, ReadingReason

_LONGEST_PERIOD = timedelta(days=400)


def print_readings_near(
    batch: Batch, instants: Sequence[datetime], registers: Iterable[int]
) -> None:
    """Bring the invoices up to date that these readings may belong to."""
    if not instants:
        return
    reading, invoice = table_of(Reading), table_of(Invoice)
    contracts: set[int] = set()
    for chunk in chunks(sorted(registers)):
        query = select(reading.c.contract_id).where(reading.c.register_id.in_(chunk)).distinct()
        contracts.update(batch.connection.scalars(query))
    since = (min(instants) - _LONGEST_PERIOD).date()
    until = (max(instants) + _LONGEST_PERIOD).date()
    near = invoice.c.issue_date.between(since, until)
    found = batch.find(Invoice, ("contract_id", "id"), contracts, near)
    print_readings(batch, list(found.values()))


def print_readings(batch: Batch, invoices: Sequence[Known]) -> None:
    """Write the readings of these invoices; an invoice whose readings changed is published."""
    if not invoices:
        return
    stretches = _stretches(batch, invoices)
    wanted: dict[tuple[int, int], Values] = {}
    for invoice in invoices:
        for position, row in enumerate(_of(invoice, stretches, batch), start=1):
            wanted[invoice["id"], position] = row | {
                "invoice_id": invoice["id"],
                "position": position,
            }
    known = batch.find(InvoiceReading, ("invoice_id", "position"), (i["id"] for i in invoices))
    new = {key[0] for key in wanted if key not in known}
    stale = [row["id"] for key, row in known.items() if key not in wanted]
    batch.delete(InvoiceReading, stale)
    new |= {key[0] for key in known if key not in wanted}
    changed = batch.upsert(InvoiceReading, wanted, known, counted=False)
    owners = {row["invoice_id"] for row in known.values() if row["id"] in changed}
    batch.touch("invoice", new | owners)


def _of(invoice: Known, stretches: Mapping[int, Sequence[Known]], batch: Batch) -> list[Values]:
    of_contract = stretches.get(invoice["contract_id"], ())
    rows = [r for r in of_contract if r["invoice_number"] == invoice["number"]]
    if not rows and invoice["period_start"] and invoice["period_end"]:
        rows = [r for r in of_contract if _is_within(r, invoice, batch)]
    return [_printed(row, batch) for row in rows]


def _is_within(row: Known, invoice: Known, batch: Batch) -> bool:
    day = _day(row["read_at"], batch)
    return bool(invoice["period_start"] < day <= invoice["period_end"])


def _printed(row: Known, batch: Batch) -> Values:
    return {
        "meter_serial": row["serial"],
        "previous_date": _day(row["previous_at"], batch),
        "previous_value": row["previous_value"],
        "current_date": _day(row["read_at"], batch),
        "current_value": row["value"],
        "quality": row["quality"],
        "consumption": row["consumption"],
        "unit": row["unit"],
    }


def _day(instant: datetime, batch: Batch) -> date:
    return instant.astimezone(batch.setting.zone).date()


def _stretches(batch: Batch, invoices: Sequence[Known]) -> dict[int, list[Known]]:
    """Readings with the value before them, by contract, those of a billed stretch only."""
    reading, meter, register = table_of(Reading), table_of(Meter), table_of(Register)
    since, until = _span(invoices)
    found: dict[int, list[Known]] = defaultdict(list)
    for chunk in chunks(sorted({i["contract_id"] for i in invoices})):
        rows = (
            select(
                reading,
                meter.c.serial,
                register.c.unit,
                _before(reading.c.value).label("previous_value"),
                _before(reading.c.read_at).label("previous_at"),
            )
            .join_from(reading, meter, reading.c.meter_id == meter.c.id)
            .join(register, reading.c.register_id == register.c.id)
            .where(reading.c.contract_id.in_(chunk))
            .where(reading.c.read_at.between(since, until))
            .order_by(reading.c.read_at, reading.c.id)
        )
        for row in batch.connection.execute(rows).mappings():
            is_start = row["reason"] == ReadingReason.INSTALLED
            if row["previous_at"] and row["consumption"] is not None and not is_start:
                found[row["contract_id"]].append(row)
    return found


def _before(column: Column[Any]) -> Over[Any]:
    """The value of a reading's column in the reading before of the same dial."""
    reading = table_of(Reading).c
    return func.lag(column, type_=column.type).over(
        partition_by=reading.register_id, order_by=(reading.read_at, reading.id)
    )


def _span(invoices: Sequence[Known]) -> tuple[datetime, datetime]:
    """Instants between which the readings of these invoices lie."""
    first = min(i["period_start"] or i["issue_date"] - _LONGEST_PERIOD for i in invoices)
    last = max(max(i["issue_date"], i["period_end"] or i["issue_date"]) for i in invoices)
    return _noon(first - timedelta(days=3)), _noon(last + timedelta(days=3))


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
