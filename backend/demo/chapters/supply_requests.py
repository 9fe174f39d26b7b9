"""Reconnections and changes of holder in every state, sent and worked on as anybody's would be."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.contracts.models import Contract, CutReason
from backend.demo.chapters import Stage
from backend.demo.supply_teller import Teller
from backend.supply_requests.books import last_readings, registers_of, serving
from backend.supply_requests.charges import receive_fee
from backend.supply_requests.facts import overdue, overdue_invoices, zone
from backend.supply_requests.models import SupplyRequest
from backend.supply_requests.rules import CERTIFICATE
from backend.users.models import ContractLink, User

ORDER = 90


def write(stage: Stage) -> None:
    """Changes of holder at the company's shops and at home, reconnections at shops whose supply
    is cut and, long ago, at the account that is cut for not paying."""
    changes = (_over_and_again, _observed, _approved, _done)
    visits = (_received, _scheduled, _on_the_way, _failed, _certificate)
    with stage.database.writing() as session:
        shops = [shop for shop in _tellers(session, stage, "empresa") if not _owes(shop)]
        for teller, tale in zip(shops, changes, strict=False):
            tale(teller)
        for teller, visit in zip(reversed(shops[len(changes) :]), visits, strict=False):
            visit(teller)
        for home in [home for home in _tellers(session, stage, "demo") if not _owes(home)][:1]:
            _waiting(home)
        for teller in _tellers(session, stage, "cortado"):
            _long_ago(teller)


def _tellers(session: Session, stage: Stage, username: str) -> list[Teller]:
    """One for each contract of an account."""
    query = (
        select(User.id, Contract)
        .join(ContractLink, ContractLink.user_id == User.id)
        .join(Contract, Contract.id == ContractLink.contract_id)
        .where(User.username == username)
        .order_by(Contract.number)
    )
    return [Teller(session, stage, user, found) for user, found in session.execute(query).all()]


def _owes(teller: Teller) -> bool:
    """Whether anything told here would have been refused for it."""
    days = (teller.day(ago) for ago in (0, 2, 40))
    return any(overdue(teller.session, teller.contract.id, day) for day in days)


# ---- changes of holder ------------------------------------------------------------------------

_CODES = ("id_front", "id_back", "lease")


def _asks(teller: Teller, days_ago: int, name: str) -> str:
    digest = teller.attaches()
    day = teller.day(days_ago)
    return teller.sends(
        "holder_change",
        {
            "reason": "rental",
            "person_type": "person",
            "document_type": "ci",
            "document_number": "1.234.567-2",
            "full_name": name,
            "email": "inquilina@example.com",
            "phone": "099 000 000",
            "link": "tenant",
            "effective_on": (day + timedelta(days=14)).isoformat(),
            "handover": _handover(teller, day),
            "documents": [{"code": code, "sha256": digest} for code in _CODES],
            "terms_version": teller.terms,
        },
        days_ago,
    )


def _handover(teller: Teller, day: date) -> dict[str, Any]:
    """What the meter showed on that day: a little more than when it was read last."""
    session = teller.session
    registers = registers_of(session, serving(session, teller.contract.id))
    last = last_readings(session, [register.id for register in registers])
    values = [
        {"register_id": str(r.id), "value": str(int(last[r.id].value) + 3).zfill(5)}
        for r in registers
    ]
    place = zone(session)
    read_on = max(reading.read_at.astimezone(place).date() for reading in last.values())
    return {"on": max(day, read_on).isoformat(), "values": values, "photo": teller.attaches()}


def _waiting(teller: Teller) -> None:
    _asks(teller, 2, "Valentina Ejemplo Sosa")


def _over_and_again(teller: Teller) -> None:
    """One that expired, one that was refused, one that was taken back, and one that goes on."""
    _asks(teller, 9, "Carolina Ejemplo Viera")
    number = _asks_anew(teller, 8, "Federico Ejemplo Rivas")
    text = "El contrato de alquiler no corresponde a este inmueble."
    teller.office("reject-supply-request", 7, number=number, text=text)
    number = _asks(teller, 6, "Gimena Ejemplo Prieto")
    teller.cancels(number, 5)
    number = _asks(teller, 4, "Panadería Ejemplo")
    teller.office("accept-holder-change", 3, number=number)


def _asks_anew(teller: Teller, days_ago: int, name: str) -> str:
    """After the one before had waited in vain."""
    of_contract = select(SupplyRequest).where(SupplyRequest.contract_id == teller.contract.id)
    for request in teller.session.scalars(of_contract):
        request.until = teller.day(days_ago + 1)
    teller.office("expire-supply-requests", days_ago)
    return _asks(teller, days_ago, name)


def _observed(teller: Teller) -> None:
    number = _asks(teller, 2, "Martín Ejemplo Duarte")
    teller.office("accept-holder-change", 1, number=number)
    teller.office("accept-supply-document", 1, number=number, document="id_front")
    remark = "falta la página de las firmas"
    teller.office("observe-supply-document", 1, number=number, document="lease", remark=remark)


def _approved(teller: Teller) -> None:
    number = _asks(teller, 2, "Lucía Ejemplo Méndez")
    teller.office("accept-holder-change", 1, number=number)
    for code in _CODES:
        teller.office("accept-supply-document", 1, number=number, document=code)
    teller.office("approve-holder-change", 1, number=number)


def _done(teller: Teller) -> None:
    """The shop has another holder since some days; its history stays with the company."""
    number = _asks(teller, 20, "Sofía Ejemplo Barreto")
    teller.office("accept-holder-change", 19, number=number)
    for code in _CODES:
        teller.office("accept-supply-document", 18, number=number, document=code)
    teller.office("approve-holder-change", 18, number=number)
    teller.office("make-holder-change-effective", 6, number=number)


# ---- reconnections ----------------------------------------------------------------------------


def _visit(teller: Teller, days_ago: int, documents: tuple[str, ...] = ()) -> str:
    digest = teller.attaches() if documents else ""
    return teller.sends(
        "reconnection",
        {
            "contact_name": "Quien reciba a la cuadrilla",
            "contact_phone": "2908 0000",
            "on": teller.day(days_ago).isoformat(),
            "slot": "morning",
            "access_notes": "El medidor está en el corredor.",
            "adult": True,
            "declared": True,
            "fitter_number": "1234" if documents else "",
            "documents": [{"code": code, "sha256": digest} for code in documents],
        },
        days_ago,
    )


def _planned(teller: Teller, days_ago: int, reason: CutReason = CutReason.REQUESTED) -> str:
    teller.cuts(reason, days_ago + 3)
    number = _visit(teller, days_ago)
    on = teller.day(days_ago - 1)
    teller.office("schedule-reconnection", days_ago, number=number, on=on, slot="morning")
    return number


def _received(teller: Teller) -> None:
    teller.cuts(CutReason.CLOSED_PREMISES, 5)
    _visit(teller, 0)


def _scheduled(teller: Teller) -> None:
    teller.cuts(CutReason.REQUESTED, 5)
    number = _visit(teller, 1)
    on = teller.day(-1)
    teller.office("schedule-reconnection", 0, number=number, on=on, slot="afternoon")


def _on_the_way(teller: Teller) -> None:
    number = _planned(teller, 1)
    teller.office("start-reconnection", 0, number=number)


def _failed(teller: Teller) -> None:
    number = _planned(teller, 2)
    teller.office("fail-reconnection", 1, number=number, reason="absent")


def _certificate(teller: Teller) -> None:
    teller.cuts(CutReason.SAFETY, 6)
    number = _visit(teller, 2, (CERTIFICATE,))
    remark = "no se lee el sello del instalador"
    teller.office("observe-supply-document", 1, number=number, document=CERTIFICATE, remark=remark)


def _long_ago(teller: Teller) -> None:
    """A cut at the holder's wish, before anything was owed: a visit that nobody was at home for,
    and one that connected the supply. The cut of today stays as it is."""
    ago = _before_debt(teller)
    before = teller.cuts(CutReason.REQUESTED, ago + 2)
    number = _visit(teller, ago)
    plan = {"on": teller.day(ago - 1), "slot": "morning"}
    teller.office("schedule-reconnection", ago, number=number, **plan)
    teller.office("fail-reconnection", ago - 1, number=number, reason="inaccessible")
    words = "Pidió otra visita por teléfono."
    teller.office("close-reconnection", ago - 2, number=number, text=words)
    number = _visit(teller, ago - 2)
    plan["on"] = teller.day(ago - 3)
    teller.office("schedule-reconnection", ago - 2, number=number, **plan)
    teller.office("start-reconnection", ago - 3, number=number)
    teller.office("execute-reconnection", ago - 3, number=number)
    teller.restores(before)
    receive_fee(teller.session, teller.request(number), teller.day(ago - 20))


def _before_debt(teller: Teller) -> int:
    """So many days ago nothing was overdue that is open today."""
    open_now = overdue_invoices(teller.session, teller.contract.id, teller.stage.today)
    due = [bill.due_terms[0].date for bill in open_now]
    first = min(due, default=teller.stage.today)
    return (teller.stage.today - first).days + 40
