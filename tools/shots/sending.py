"""What a person sends, so that Pendientes de Envío has something to show."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from desktop.domain.self_readings import admission, basis
from desktop.services.office import Office
from desktop.services.results import ContractSummary

_KIND = "self_reading"
_FAR_TOO_LITTLE = -5000


def give_readings(office: Office, summary: ContractSummary, now: datetime) -> None:
    """One that the utility takes and one that it refuses, sent; worker."""
    contract_id = summary.contract.id
    for more in (2, _FAR_TOO_LITTLE):
        content = _content(office, summary, now, more)
        office.outbox.enqueue(_KIND, summary.link.scope, contract_id, content)
        office.sync.run(lambda _done, _total: None, lambda: False)


def keep_one(office: Office, summary: ContractSummary, now: datetime) -> str:
    """One that waits for the next sync; its op_id. Worker."""
    content = _content(office, summary, now, 4)
    item = office.outbox.enqueue(_KIND, summary.link.scope, summary.contract.id, content)
    return item.op_id


def _content(office: Office, summary: ContractSummary, now: datetime, more: int) -> dict[str, Any]:
    """So much more than the last reading shows."""
    book = office.readings.book(summary.contract.id)
    admitted = admission(summary.contract, book.meters, book.readings, now)
    meter = admitted.meter
    assert meter is not None, "the demonstration has a meter to read"
    values = []
    for register in meter.registers:
        before = basis(register, meter, book.readings, now, admitted.window).previous
        value = max(1, int(before.value) + more) if before is not None else 1
        digits = f"{value:0{register.integer_digits}}"
        values.append({"register_id": register.id, "value": digits})
    return {
        "meter_id": meter.id,
        "values": values,
        "read_at": f"{now:%Y-%m-%dT%H:%M:00Z}",
        "confirmed": ["plausibility"],
        "photo": None,
        "note": "",
    }
