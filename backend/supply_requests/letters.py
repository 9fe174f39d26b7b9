"""What the service writes about supply requests. A letter to the new holder says nothing of the
one before: neither name nor number of the contract."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from backend.catalogue.models import Utility
from backend.contracts.models import Contract


def written(day: date) -> str:
    """22/11/2026"""
    return day.strftime("%d/%m/%Y")


class Letters:
    """Mails of one utility: pairs of a subject and a text."""

    def __init__(self, session: Session) -> None:
        self._utility = session.get_one(Utility, 1)

    def asks_to_accept(
        self, contract: Contract, name: str, link: str, until: date
    ) -> tuple[str, str]:
        """To the outgoing holder."""
        text = (
            f"Se pidió el cambio de titular del contrato {contract.number} a nombre de {name}.\n\n"
            f"Si está de acuerdo, dé su conformidad antes del {written(until)} en esta página:\n"
            f"{link}\n\nTambién puede darla en la Oficina Virtual, en Solicitudes de Suministro. "
            "Si no lo pidió, no haga nada: sin su conformidad el cambio no se hace."
        )
        return self._signed("conformidad para el cambio de titular", text)

    def tells_observed(self, number: str, detail: str, until: date) -> tuple[str, str]:
        """TIT-06, to whoever asked."""
        text = (
            f"Documentación observada en la solicitud N° {number}:\n\n{detail}\n\n"
            f"Tiene hasta el {written(until)} para enviarla de nuevo desde la Oficina Virtual."
        )
        return self._signed("documentación observada", text)

    def tells_effective(self, number: str, since: date, address: str) -> tuple[str, str]:
        """TIT-07, to the new holder."""
        text = (
            f"El suministro de {address} está a su nombre. El nuevo contrato es el N° {number}, "
            f"vigente desde el {written(since)}.\n\nPara verlo en la Oficina Virtual, regístrese "
            "con ese número, o agréguelo en «Mi cuenta» si ya tiene usuario."
        )
        return self._signed("su contrato", text)

    def tells_ended(self, contract: Contract, since: date) -> tuple[str, str]:
        """To the outgoing holder, when it is done."""
        text = (
            f"El contrato {contract.number} terminó el {written(since)} por cambio de titular. "
            "Puede seguir viendo sus facturas y lecturas en la Oficina Virtual. La última factura "
            "se hará con la lectura de la entrega."
        )
        return self._signed("su contrato terminó", text)

    def _signed(self, subject: str, text: str) -> tuple[str, str]:
        name = self._utility.name
        return f"{name}: {subject}", f"{text}\n\n{name}\n"
