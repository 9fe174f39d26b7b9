"""The contributed readings of a contract: what the utility has, and what is still on its way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from desktop.domain.readings import Quality, Reading, Source
from desktop.domain.submissions import Submission, SubmissionState
from desktop.submissions.self_reading.content import SelfReading, decode
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.self_reading_state import ContributedRow
from desktop.viewmodels.submission_words import state_words
from desktop.viewmodels.table import Align, Badge, Column, Tone

KIND = "self_reading"


def own_items(items: Iterable[Submission], contract_id: str) -> tuple[Submission, ...]:
    """The contributed readings among `items` that are about one contract, newest first."""
    own = (item for item in items if item.kind == KIND and item.stream == contract_id)
    return tuple(sorted(own, key=lambda item: item.number, reverse=True))


def received_badge(readings: Iterable[Reading]) -> Badge:
    """What the utility makes of what it received."""
    translate = QCoreApplication.translate
    if any(reading.quality is Quality.QUESTIONABLE for reading in readings):
        text = translate("SelfReadingRows", "Recibida, en revisión")
        return Badge("hourglass", text, Tone.ATTENTION)
    return Badge("circle-check", translate("SelfReadingRows", "Recibida"), Tone.GOOD)


def entered_text(entered: SelfReading, readings: Iterable[Reading], fmt: Formatter) -> str:
    """'12.985 m³': what was typed, in the units that the registers had until now."""
    units = {reading.register_id: reading.unit for reading in readings}
    values = ((Decimal(one.value), units.get(one.register_id, "")) for one in entered.values)
    return " · ".join(fmt.quantity(value, unit).rstrip() for value, unit in values)


def contributed_rows(
    readings: Sequence[Reading],
    items: Sequence[Submission],
    fmt: Formatter,
    now: datetime,
    *,
    sending: str = "",
) -> tuple[ContributedRow, ...]:
    """Mirror and outbox in one list, newest first. What is in both is shown once: a row of the
    feed names the submission that it came of. `sending` is the op_id of what is on its way."""
    own = [r for r in readings if r.source is Source.CUSTOMER_PORTAL or r.origin_op_id is not None]
    mirrored = {r.origin_op_id for r in own if r.origin_op_id is not None}
    by_op_id = {item.op_id: item for item in items}
    corrected = {item.replaces for item in items if item.replaces}
    taken = [item for item in items if item.state is SubmissionState.ACCEPTED]
    newest = max(taken, key=lambda item: item.number, default=None)
    # One that was received and is not in the mirror is ahead of it, or was replaced since.
    outdated = {item.op_id for item in taken if item is not newest}
    is_ahead = newest is not None and newest.op_id not in mirrored
    shown = (
        visit
        for visit in _visits(own)
        if not (is_ahead and visit[0].origin_op_id in outdated and not visit[0].invoice_number)
    )
    rows = [_mirrored(visit, by_op_id, fmt) for visit in shown]
    for item in items:
        is_over = item.state is SubmissionState.CANCELLED or item.op_id in outdated
        is_over |= item.state is SubmissionState.REJECTED and item.op_id in corrected
        if item.op_id not in mirrored and not is_over:
            rows.append(_on_its_way(item, readings, fmt, now, sending))
    return tuple(sorted(rows, key=lambda row: row.read_at, reverse=True))


def _visits(readings: Iterable[Reading]) -> Iterable[list[Reading]]:
    """Registers that were read at the same moment belong together."""
    visits: dict[tuple[datetime, str], list[Reading]] = {}
    for reading in readings:
        visits.setdefault((reading.read_at, reading.meter_id), []).append(reading)
    return visits.values()


def _mirrored(
    visit: Sequence[Reading], items: dict[str, Submission], fmt: Formatter
) -> ContributedRow:
    translate, first = QCoreApplication.translate, visit[0]
    item = items.get(first.origin_op_id or "")
    number = item.reference if item is not None else ""
    parts = []
    if number:
        parts.append(translate("SelfReadingRows", "N° {0}").format(number))
    if first.invoice_number:
        text = translate("SelfReadingRows", "Facturada en {0}")
        parts.append(text.format(first.invoice_number))
    return ContributedRow(
        id=f"reading-{first.id}",
        read_at=first.read_at,
        meter=first.meter_serial,
        value=" · ".join(fmt.quantity(reading.value, reading.unit) for reading in visit),
        badge=received_badge(visit),
        detail=" · ".join(parts),
    )


def _on_its_way(
    item: Submission,
    readings: Sequence[Reading],
    fmt: Formatter,
    now: datetime,
    sending: str,
) -> ContributedRow:
    words = state_words(item, fmt, now, is_sending=item.op_id == sending)
    entered: SelfReading = decode(item.content)
    serials = {r.meter_id: r.meter_serial for r in readings}
    return ContributedRow(
        id=f"op-{item.op_id}",
        read_at=entered.read_at,
        meter=serials.get(entered.meter_id, ""),
        value=entered_text(entered, readings, fmt),
        badge=words.badge,
        detail=words.sentence,
        op_id=item.op_id,
    )


def contributed_columns(fmt: Formatter) -> tuple[Column[ContributedRow], ...]:
    """When, what, and what became of it."""
    translate = QCoreApplication.translate
    return (
        Column(
            key="date",
            title=translate("SelfReadingRows", "Fecha"),
            text=lambda row: fmt.day(fmt.local(row.read_at).date()),
            sort=lambda row: row.read_at,
        ),
        Column(
            key="meter",
            title=translate("SelfReadingRows", "Medidor"),
            text=lambda row: row.meter,
            sort=lambda row: row.meter,
            rank=2,
        ),
        Column(
            key="value",
            title=translate("SelfReadingRows", "Lectura"),
            text=lambda row: row.value,
            sort=lambda row: row.value,
            align=Align.END,
        ),
        Column(
            key="state",
            title=translate("SelfReadingRows", "Estado"),
            text=lambda row: row.badge.text,
            sort=lambda row: row.badge.text,
            badge=lambda row: row.badge,
            tooltip=lambda row: row.detail,
        ),
        Column(
            key="detail",
            title=translate("SelfReadingRows", "Detalle"),
            text=lambda row: row.detail,
            tooltip=lambda row: row.detail,
            stretch=4,
        ),
    )
