"""The mail that asks whether an address is right, and what follows from its link."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from backend.catalogue.models import Utility
from backend.contracts.models import Contract
from backend.delivery.changes import confirm
from backend.delivery.models import Delivery, DeliveryStatus
from backend.delivery.rules import DeliveryRules
from backend.links.issuing import address, issue, withdraw
from backend.links.purposes import LinkRefusedError
from backend.mail.outbound import queue
from backend.policies.rules import rules_of

PURPOSE = "confirm-delivery"

_MONTHS = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "setiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
_GONE = "Esta solicitud ya no está pendiente: puede ver la que vale en la Oficina Virtual."


def ask(
    session: Session, row: Delivery, contract: Contract, rules: DeliveryRules, now: datetime
) -> None:
    """Send the link to the address; links of earlier requests are of no use any more."""
    for earlier in _earlier(session, row):
        withdraw(session, PURPOSE, earlier)
    token = issue(session, now, PURPOSE, str(row.id), timedelta(hours=rules.link_hours))
    name = session.get_one(Utility, 1).name
    text = (
        f"Hola:\n\nPidió recibir por mail las facturas del contrato {contract.number} en esta"
        f" dirección.\n\nConfirme que es suya abriendo este enlace dentro de las próximas"
        f" {rules.link_hours} horas:\n\n{address(token)}\n\nHasta que lo haga, las facturas siguen"
        f" llegando como hasta ahora. Si no lo pidió usted, no haga nada.\n\n{name}\n"
    )
    queue(session, now, to=row.email, subject=f"{name}: confirme su dirección", text=text)


def about(session: Session, subject: str) -> str:
    """What the page of the link says."""
    row = session.get(Delivery, int(subject))
    if row is None or row.status is not DeliveryStatus.UNCONFIRMED:
        return _GONE
    number = session.get_one(Contract, row.contract_id).number
    return f"Las facturas del contrato {number} se enviarán por mail a {row.email}."


def accept(session: Session, now: datetime, subject: str) -> str:
    """The address is right; the sentence says from which bill on. Raises LinkRefusedError."""
    row = session.get(Delivery, int(subject), with_for_update=True)
    rules = rules_of(session, DeliveryRules)
    if row is None or rules is None or row.status is not DeliveryStatus.UNCONFIRMED:
        raise LinkRefusedError(_GONE)
    confirm(session, row, rules, now)
    first = row.first_reading or row.effective_from
    told = f"A partir de la factura de {month(first)} la recibirá en {row.email}."
    if row.is_late:
        told = f"Para esta factura ya se emitió el papel; el cambio rige desde la próxima. {told}"
    return told


def month(day: date | None) -> str:
    """'diciembre de 2026'."""
    return "" if day is None else f"{_MONTHS[day.month - 1]} de {day.year}"


def _earlier(session: Session, row: Delivery) -> list[str]:
    query = session.query(Delivery.id).filter(
        Delivery.contract_id == row.contract_id, Delivery.id != row.id
    )
    return [str(found) for (found,) in query]
