"""Readings: placed among those of their dial, classified, and written."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from backend.base import table_of
from backend.contracts.models import Meter, Register
from backend.loader.classify import Dial, Shown, Verdict, check_value, classify
from backend.loader.rows import Entry, RefusedError, Row
from backend.loader.write.batch import Batch, Known, Values, chunks, given, text
from backend.loader.write.printed import print_readings_near
from backend.readings.models import Quality, Reading, ReadingReason

_NAMES = {
    "read_at": "read_at",
    "value": "value",
    "quality": "quality",
    "source": "source",
    "reason": "reason",
    "no_read_reason": "no_read_reason",
    "method": "method",
    "invoice": "invoice_number",
}
_MEASURED = (Quality.REAL, Quality.CUSTOMER)
# At one instant a meter is first mounted, then read, then taken away.
_ORDER = {
    ReadingReason.INSTALLED: 0,
    ReadingReason.HANDOVER: 0,
    ReadingReason.REGULAR: 1,
    ReadingReason.REMOVED: 2,
}

Key = tuple[int, datetime, str]  # register, instant, reason


class Line:
    """The readings of one dial in order of time, those of the file among them."""

    def __init__(self, dial: Dial, batch: Batch) -> None:
        self._dial = dial
        self._zone = batch.setting.zone
        self._rows: dict[Key, Mapping[str, Any]] = {}
        self._keys: list[Key] = []  # in order of time

    def add(self, key: Key, row: Mapping[str, Any]) -> None:
        """Put a reading in its place, instead of one with the same key."""
        if key not in self._rows:
            insort(self._keys, key, key=_place)
        self._rows[key] = row

    def drop(self, key: Key, before: Mapping[str, Any] | None) -> None:
        """Take a refused reading out again and put back what was there."""
        if before is None:
            del self._rows[key]
            self._keys.remove(key)
        else:
            self._rows[key] = before

    def at(self, key: Key) -> Mapping[str, Any] | None:
        """The reading with this key."""
        return self._rows.get(key)

    def neighbours(self, key: Key) -> tuple[Key | None, Key | None]:
        """The readings just before and just after."""
        index = bisect_left(self._keys, _place(key), key=_place)
        after = self._keys[index + 1] if index + 1 < len(self._keys) else None
        return (self._keys[index - 1] if index else None), after

    def verdict(self, before: Key | None, key: Key) -> Verdict:
        """How the reading `key` follows the one `before` it."""
        row = self._rows[key]
        said = row.get("said_rollover")
        earlier = None if before is None else self._shown(self._rows[before])
        return classify(earlier, self._shown(row), self._dial, said_rollover=said)

    def _shown(self, row: Mapping[str, Any]) -> Shown:
        used, days = row.get("consumption"), row.get("days")
        return Shown(
            value=row["value"],
            day=row["read_at"].astimezone(self._zone).date(),
            measured=row.get("quality", Quality.REAL) in _MEASURED,
            mounted=row.get("reason") == ReadingReason.INSTALLED,
            usual=used / self._dial.multiplier / days if used and days else None,
        )


def _place(key: Key) -> tuple[datetime, int]:
    return key[1], _ORDER[ReadingReason(key[2])]


def write_readings(batch: Batch, entries: Sequence[Entry]) -> None:
    """Insert and update readings by register, instant and reason. Consumption, days and rollover
    of what follows a new reading are worked out again."""
    registers = _registers(batch, entries)
    placed: list[tuple[Entry, Key, Values]] = []

    def judge(row: Row) -> Values:
        register = registers.get((row["serial"], text(row, "register") or "1"))
        if register is None:
            name = f"{text(row, 'serial')} with register {text(row, 'register') or '1'}"
            raise RefusedError(f"there is no meter {name}", "serial")
        value = row["value"]
        assert isinstance(value, Decimal)
        check_value(value, _dial(register))
        values = given(row, _NAMES)
        values["reason"] = values.get("reason") or ReadingReason.REGULAR
        return values | {
            "contract_id": register["contract_id"],
            "meter_id": register["meter_id"],
            "register_id": register["id"],
        }

    for entry, values in batch.accepted(entries, judge):
        key = (values["register_id"], values["read_at"], str(values["reason"]))
        placed.append((entry, key, values))
    if not placed:
        return
    known = _known(batch, [key for _, key, _ in placed])
    by_id = {register["id"]: register for register in registers.values()}
    lines = {at: Line(_dial(by_id[at]), batch) for at in {key[0] for _, key, _ in placed}}
    for key, row in known.items():
        lines[key[0]].add(key, dict(row))
    of_file = {key for _, key, _ in placed}
    wanted: dict[Key, Values] = {}
    for entry, key, values in sorted(placed, key=lambda p: _place(p[1])):
        try:
            wanted |= _judged(lines[key[0]], key, entry.row, values, of_file)
        except RefusedError as error:
            batch.refuse(entry, error)
    _write(batch, {k: v for k, v in wanted.items() if k in of_file}, known, counted=True)
    _write(batch, {k: v for k, v in wanted.items() if k not in of_file}, known, counted=False)
    print_readings_near(batch, [key[1] for key in wanted], {k[0] for k in wanted})


def _judged(
    line: Line, key: Key, row: Row, values: Values, of_file: Collection[Key]
) -> dict[Key, Values]:
    """The reading, and the one after it where its figures change."""
    before = line.at(key)
    said = row.get("is_rollover")
    line.add(key, {**(before or {}), **values, "said_rollover": said})
    earlier, later = line.neighbours(key)
    try:
        verdict = line.verdict(earlier, key)
        found = {key: values | _figures(verdict, row)}
        line.add(key, {**(before or {}), **found[key], "said_rollover": said})
        if later is not None and later not in of_file:
            found |= _followed(line, key, later)
    except RefusedError:
        line.drop(key, before)
        raise
    return found


def _figures(verdict: Verdict, row: Row) -> Values:
    """Consumption, days and rollover: those of the file, or else the computed ones."""
    consumption, days = row.get("consumption"), row.get("days")
    return {
        "consumption": verdict.consumption if consumption is None else consumption,
        "days": verdict.days if days is None else days,
        "is_rollover": verdict.passage == "rollover",
    }


def _followed(line: Line, key: Key, later: Key) -> dict[Key, Values]:
    """New figures of the reading after `key`. One that nothing explains any more refuses `key`."""
    row = line.at(later)
    assert row is not None
    try:
        figures = _figures(line.verdict(key, later), {})
    except RefusedError as error:
        reason = f"the reading after it ({row['value']}) would be below it"
        raise RefusedError(reason, "value") from error
    kept = {name: value for name, value in row.items() if name != "id"}
    return {later: kept | figures}


def _write(
    batch: Batch, wanted: Mapping[Key, Values], known: Mapping[Key, Known], *, counted: bool
) -> None:
    changed = batch.upsert(Reading, wanted, known, counted=counted)
    new = [key for key in wanted if key not in known]
    now = _known(batch, new) if new else {}
    batch.touch("reading", changed | {now[key]["id"] for key in new})


def _dial(register: Known) -> Dial:
    return Dial(register["integer_digits"], register["decimal_digits"], register["multiplier"])


def _registers(batch: Batch, entries: Iterable[Entry]) -> dict[tuple[Any, Any], Known]:
    """Registers by serial and name, with the contract that the meter serves now."""
    meter, register = table_of(Meter), table_of(Register)
    found: dict[tuple[Any, Any], Known] = {}
    for chunk in chunks(sorted({text(e.row, "serial") for e in entries})):
        query = (
            select(register, meter.c.serial, meter.c.contract_id)
            .join_from(register, meter, register.c.meter_id == meter.c.id)
            .where(meter.c.serial.in_(chunk))
        )
        for row in batch.connection.execute(query).mappings():
            found[row["serial"], row["code"]] = row
    return found


def _known(batch: Batch, keys: Sequence[Key]) -> dict[Key, Known]:
    """The stored readings of these dials between the first and the last instant, and those just
    before and just after."""
    reading = table_of(Reading)
    since, until = min(key[1] for key in keys), max(key[1] for key in keys)
    found: dict[Key, Known] = {}
    for chunk in chunks(sorted({key[0] for key in keys})):
        of_dials = reading.c.register_id.in_(chunk)
        queries = (
            select(reading).where(of_dials, reading.c.read_at.between(since, until)),
            _nearest(func.max(reading.c.read_at), of_dials, reading.c.read_at < since),
            _nearest(func.min(reading.c.read_at), of_dials, reading.c.read_at > until),
        )
        for query in queries:
            for row in batch.connection.execute(query).mappings():
                found[row["register_id"], row["read_at"], str(row["reason"])] = row
    return found


def _nearest(at: ColumnElement[Any], *where: ColumnElement[bool]) -> Select[Any]:
    """For each dial the readings at the instant `at` of those that `where` leaves."""
    reading = table_of(Reading)
    near = (
        select(reading.c.register_id, at.label("at"))
        .where(*where)
        .group_by(reading.c.register_id)
        .subquery()
    )
    same = (reading.c.register_id == near.c.register_id) & (reading.c.read_at == near.c.at)
    return select(reading).join(near, same)
