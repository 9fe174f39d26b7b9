"""The link with which an outgoing holder agrees to a change."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from backend.contracts.models import Contract, SupplyPoint
from backend.links.purposes import LinkRefusedError, Purpose
from backend.supply_requests.acceptance import PURPOSE, TooLateError, accept
from backend.supply_requests.life import WrongStepError
from backend.supply_requests.models import SupplyRequest
from backend.supply_requests.words import AcceptanceMethod, AcceptanceState

_GONE = "Esta solicitud ya no espera su conformidad."


def about(session: Session, subject: str) -> str:
    """What the page says before the button."""
    request = session.get(SupplyRequest, int(subject))
    waiting = AcceptanceState.WAITING
    if request is None or request.holder is None or request.acceptance is not waiting:
        return _GONE
    contract = session.get_one(Contract, request.contract_id)
    place = session.get_one(SupplyPoint, contract.supply_point_id)
    return (
        f"Cambio de titular del contrato {contract.number}, {place.address}.\n\n"
        f"Nuevo titular: {request.holder.full_name}\n\n"
        "Con su conformidad el contrato terminará cuando el cambio sea efectivo. Usted conserva "
        "sus facturas y lecturas; el nuevo titular no las verá."
    )


def agree(session: Session, now: datetime, subject: str) -> str:
    """The holder pressed the button."""
    request = session.get(SupplyRequest, int(subject), with_for_update=True)
    if request is None:
        raise LinkRefusedError(_GONE)
    try:
        accept(session, request, AcceptanceMethod.LINK, now)
    except (WrongStepError, TooLateError) as error:
        raise LinkRefusedError(_GONE) from error
    return f"Recibimos su conformidad para la solicitud N° {request.number}. Gracias."


PURPOSES = (
    Purpose(PURPOSE, "Conformidad con el cambio de titular", about, agree, "Doy mi conformidad"),
)
