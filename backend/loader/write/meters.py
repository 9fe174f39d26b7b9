"""Meters and their registers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from backend.contracts.models import Contract, Meter, Register, ServiceKind
from backend.loader.rows import Entry, RefusedError, Row
from backend.loader.write.batch import Batch, Known, Values, given, text
from backend.readings.models import Reading

_NAMES = {
    "serial": "serial",
    "brand": "brand",
    "model": "model",
    "size": "size",
    "installed_on": "installed_on",
    "removed_on": "removed_on",
    "telemetered": "telemetered",
}
_REGISTER_NAMES = {
    "unit": "unit",
    "integer_digits": "integer_digits",
    "decimal_digits": "decimal_digits",
    "multiplier": "multiplier",
}


def write_meters(batch: Batch, entries: Sequence[Entry]) -> None:
    """Insert and update meters by serial and registers by meter and name."""
    contracts = batch.find(Contract, "number", (e.row["contract"] for e in entries))
    known = batch.find(Meter, "serial", (e.row["serial"] for e in entries))

    def judge(row: Row) -> Values:
        contract = contracts.get(row["contract"])
        if contract is None:
            raise RefusedError(f"there is no contract {text(row, 'contract')}", "contract")
        _check_digits(row)
        values = given(row, _NAMES) | {"contract_id": contract["id"]}
        if "installed_on" in row or row["serial"] not in known:
            values["installed_on"] = row.get("installed_on") or contract["start_date"]
        return values

    accepted = list(batch.accepted(entries, judge))
    wanted = {values["serial"]: values for _, values in accepted}
    changed = batch.upsert(Meter, wanted, known, counted=False)
    meters = batch.find(Meter, "serial", wanted)
    found = batch.find(Register, ("meter_id", "code"), (m["id"] for m in meters.values()))
    registers: dict[tuple[int, str], Values] = {}
    for entry, values in accepted:
        meter = meters[values["serial"]]
        contract = contracts[entry.row["contract"]]
        code = text(entry.row, "register") or "1"
        is_new = (meter["id"], code) not in found
        register = {"code": code} | _register(entry.row, contract, is_new=is_new)
        registers[meter["id"], register["code"]] = register | {"meter_id": meter["id"]}
    batch.upsert(Register, registers, found)
    batch.touch("meter", (row["id"] for row in meters.values()))
    shown = batch.find(Reading, ("meter_id", "id"), changed)
    batch.touch("reading", (row["id"] for row in shown.values()))


def _check_digits(row: Row) -> None:
    for name, low, high in (("integer_digits", 1, 12), ("decimal_digits", 0, 6)):
        value = row.get(name)
        if isinstance(value, int) and not low <= value <= high:
            raise RefusedError(f"must be {low} to {high}", name)
    multiplier = row.get("multiplier")
    if isinstance(multiplier, Decimal) and multiplier <= 0:
        raise RefusedError("must be more than zero", "multiplier")


def _register(row: Row, contract: Known, *, is_new: bool) -> Values:
    values = given(row, _REGISTER_NAMES)
    if is_new or "unit" in row:
        power = contract["service"] == ServiceKind.POWER
        values["unit"] = text(row, "unit") or ("kWh" if power else "m³")
    if is_new or "integer_digits" in row:
        values["integer_digits"] = row.get("integer_digits") or 5
    return values
