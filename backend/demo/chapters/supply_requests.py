"""Reconnections and changes of holder in every state, sent and worked on as anybody's would be."""

from __future__ import annotations

import hashlib
import json
import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from backend.blobs.models import Blob, BlobPart
from backend.clock import Clock, iso
from backend.contracts.models import (
    ConnectedState,
    Contract,
    ContractStatus,
    CutReason,
    SupplyPoint,
)
from backend.demo.chapters import Stage
from backend.office.acts import acts, do
from backend.policies.rules import rules_of
from backend.submissions.schemas import SubmissionForm
from backend.submissions.service import SubmissionService
from backend.supply_requests.books import last_readings, registers_of, serving
from backend.supply_requests.charges import receive_fee
from backend.supply_requests.facts import overdue, overdue_invoices, zone
from backend.supply_requests.life import step
from backend.supply_requests.models import SupplyRequest
from backend.supply_requests.rules import CERTIFICATE, SupplyRequestRules
from backend.supply_requests.words import Status
from backend.users.models import User

ORDER = 90
_CLERK = "mostrador"
_PAPER = b"%PDF-1.4\n% a document of the demonstration\n%%EOF\n"


class _Then(Clock):
    """Stands where the story is told."""

    def __init__(self, at: datetime) -> None:
        super().__init__(at, monotonic=lambda: 0.0)


@dataclass(frozen=True, slots=True)
class _Cut:
    """How a contract and its supply point stood."""

    status: ContractStatus
    since: date | None
    reason: CutReason | None
    place: ConnectedState


@dataclass(frozen=True, slots=True)
class _Teller:
    """Sends in somebody's name, and does what the office does, days ago."""

    stage: Stage
    user_id: int
    contract: Contract

    @property
    def rules(self) -> SupplyRequestRules:
        """The utility's."""
        with self.stage.database.reading() as session:
            found = rules_of(session, SupplyRequestRules)
        if found is None:
            raise ValueError("the demonstration takes no supply requests")
        return found

    def day(self, days_ago: int) -> date:
        """So many days before the demonstration's; below zero after it."""
        return self.stage.today - timedelta(days=days_ago)

    def at(self, days_ago: int, hour: int = 0) -> datetime:
        """So many days ago, `hour` hours from now."""
        return self.stage.now - timedelta(days=days_ago) + timedelta(hours=hour)

    def sends(self, kind: str, payload: dict[str, Any], days_ago: int) -> str:
        """Send it; its number. One that is refused is a mistake of this chapter."""
        name = f"{kind} {self.contract.number} {days_ago}"
        op_id = str(uuid.uuid5(uuid.NAMESPACE_OID, name))
        at = self.at(days_ago)
        form = {
            "kind": kind,
            "schema": 1,
            "scope": f"C-{self.contract.id}",
            "created_at": iso(at),
            "payload": payload,
        }
        body = json.dumps(form).encode()
        answer = SubmissionService(self.stage.database, _Then(at)).submit(
            self.user_id,
            op_id,
            body,
            SubmissionForm.model_validate(form),
            epoch=None,
            request_id=op_id,
        )
        told = json.loads(answer.content)
        if answer.status != 200:
            raise ValueError(f"the demonstration's {kind} is refused: {told['reason']}")
        number: str = told["reference"]
        return number

    def office(self, act: str, days_ago: int, **form: Any) -> None:
        """An act of the back office."""
        found = acts()[act]
        clock = _Then(self.at(days_ago, hour=1))
        do(self.stage.database, clock, _CLERK, found, found.form.model_validate(form))

    def cuts(self, reason: CutReason, days_ago: int) -> _Cut:
        """Take the supply away; what it was before."""
        with self.stage.database.writing() as session:
            contract = session.get_one(Contract, self.contract.id)
            place = session.get_one(SupplyPoint, contract.supply_point_id)
            before = _Cut(
                contract.status, contract.cut_since, contract.cut_reason, place.connected_state
            )
            contract.status = ContractStatus.CUT
            contract.cut_since, contract.cut_reason = self.day(days_ago), reason
            place.connected_state = ConnectedState.PHYSICALLY_DISCONNECTED
        return before

    def restores(self, before: _Cut) -> None:
        """As it was."""
        with self.stage.database.writing() as session:
            contract = session.get_one(Contract, self.contract.id)
            place = session.get_one(SupplyPoint, contract.supply_point_id)
            contract.status = before.status
            contract.cut_since, contract.cut_reason = before.since, before.reason
            place.connected_state = before.place

    def cancels(self, number: str, days_ago: int) -> None:
        """The customer takes it back."""
        with self.stage.database.writing() as session:
            request = session.scalars(
                select(SupplyRequest).where(SupplyRequest.number == number)
            ).one()
            step(request, Status.CANCELLED, self.at(days_ago))

    def attaches(self) -> str:
        """A document that this user has sent; its name."""
        digest = hashlib.sha256(_PAPER).hexdigest()
        with self.stage.database.writing() as session:
            known = select(Blob).where(Blob.user_id == self.user_id, Blob.sha256 == digest)
            if session.scalar(known) is None:
                blob = Blob(
                    user_id=self.user_id,
                    sha256=digest,
                    size=len(_PAPER),
                    received=len(_PAPER),
                    media_type="application/pdf",
                    complete=True,
                    begun_at=self.stage.now,
                )
                session.add(blob)
                session.flush()
                session.add(BlobPart(blob_id=blob.id, start=0, body=_PAPER))
        return digest


def write(stage: Stage) -> None:
    """Changes of holder at the company's shops and at home, reconnections at shops whose supply
    is cut and, long ago, at the account that is cut for not paying."""
    free = [shop for shop in stage.contracts("empresa") if not _owes(stage, shop)]
    shops = [_teller(stage, "empresa", shop) for shop in free]
    changes = (_over_and_again, _observed, _approved, _waiting)
    visits = (_received, _scheduled, _on_the_way, _failed, _certificate)
    for teller, tale in zip(shops, changes, strict=False):
        tale(teller)
    for teller, visit in zip(reversed(shops[len(changes) :]), visits, strict=False):
        visit(teller)
    for home in [home for home in stage.contracts("demo") if not _owes(stage, home)][:1]:
        _waiting(_teller(stage, "demo", home))
    for contract in stage.contracts("cortado"):
        _long_ago(_teller(stage, "cortado", contract))


def _teller(stage: Stage, username: str, contract: Contract) -> _Teller:
    with stage.database.reading() as session:
        user = session.scalars(select(User).where(User.username == username)).one()
    return _Teller(stage, user.id, contract)


def _owes(stage: Stage, contract: Contract) -> bool:
    """Whether anything told here would have been refused for it."""
    with stage.database.reading() as session:
        return any(
            overdue(session, contract.id, stage.today - timedelta(days=ago)) for ago in (0, 2, 40)
        )


# ---- changes of holder ------------------------------------------------------------------------

_CODES = ("id_front", "id_back", "lease")


def _asks(teller: _Teller, days_ago: int, name: str) -> str:
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
            "terms_version": teller.rules.holder_change.terms.version,
        },
        days_ago,
    )


def _handover(teller: _Teller, day: date) -> dict[str, Any]:
    """What the meter showed on that day: a little more than when it was read last."""
    contract = teller.contract
    with teller.stage.database.reading() as session:
        registers = registers_of(session, serving(session, contract.id))
        last = last_readings(session, [register.id for register in registers])
        values = [
            {"register_id": str(r.id), "value": str(int(last[r.id].value) + 3).zfill(5)}
            for r in registers
        ]
        place = zone(session)
        read_on = max(reading.read_at.astimezone(place).date() for reading in last.values())
    return {"on": max(day, read_on).isoformat(), "values": values, "photo": teller.attaches()}


def _waiting(teller: _Teller) -> None:
    _asks(teller, 2, "Valentina Ejemplo Sosa")


def _over_and_again(teller: _Teller) -> None:
    """One that expired, one that was refused, one that was taken back, and one that goes on."""
    _asks(teller, 9, "Carolina Ejemplo Viera")
    number = _asks_anew(teller, 8, "Federico Ejemplo Rivas")
    text = "El contrato de alquiler no corresponde a este inmueble."
    teller.office("reject-supply-request", 7, number=number, text=text)
    number = _asks(teller, 6, "Gimena Ejemplo Prieto")
    teller.cancels(number, 5)
    number = _asks(teller, 4, "Panadería Ejemplo")
    teller.office("accept-holder-change", 3, number=number)


def _asks_anew(teller: _Teller, days_ago: int, name: str) -> str:
    """After the one before had waited in vain."""
    with teller.stage.database.writing() as session:
        for request in session.scalars(
            select(SupplyRequest).where(SupplyRequest.contract_id == teller.contract.id)
        ):
            request.until = teller.day(days_ago + 1)
    teller.office("expire-supply-requests", days_ago)
    return _asks(teller, days_ago, name)


def _observed(teller: _Teller) -> None:
    number = _asks(teller, 2, "Martín Ejemplo Duarte")
    teller.office("accept-holder-change", 1, number=number)
    teller.office("accept-supply-document", 1, number=number, document="id_front")
    remark = "falta la página de las firmas"
    teller.office("observe-supply-document", 1, number=number, document="lease", remark=remark)


def _approved(teller: _Teller) -> None:
    number = _asks(teller, 2, "Lucía Ejemplo Méndez")
    teller.office("accept-holder-change", 1, number=number)
    for code in _CODES:
        teller.office("accept-supply-document", 1, number=number, document=code)
    teller.office("approve-holder-change", 1, number=number)


# ---- reconnections ----------------------------------------------------------------------------


def _visit(teller: _Teller, days_ago: int, documents: tuple[str, ...] = ()) -> str:
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


def _planned(teller: _Teller, days_ago: int, reason: CutReason = CutReason.REQUESTED) -> str:
    teller.cuts(reason, days_ago + 3)
    number = _visit(teller, days_ago)
    on = teller.day(days_ago - 1)
    teller.office("schedule-reconnection", days_ago, number=number, on=on, slot="morning")
    return number


def _received(teller: _Teller) -> None:
    teller.cuts(CutReason.CLOSED_PREMISES, 5)
    _visit(teller, 0)


def _scheduled(teller: _Teller) -> None:
    teller.cuts(CutReason.REQUESTED, 5)
    number = _visit(teller, 1)
    on = teller.day(-1)
    teller.office("schedule-reconnection", 0, number=number, on=on, slot="afternoon")


def _on_the_way(teller: _Teller) -> None:
    number = _planned(teller, 1)
    teller.office("start-reconnection", 0, number=number)


def _failed(teller: _Teller) -> None:
    number = _planned(teller, 2)
    teller.office("fail-reconnection", 1, number=number, reason="absent")


def _certificate(teller: _Teller) -> None:
    teller.cuts(CutReason.SAFETY, 6)
    number = _visit(teller, 2, (CERTIFICATE,))
    remark = "no se lee el sello del instalador"
    teller.office("observe-supply-document", 1, number=number, document=CERTIFICATE, remark=remark)


def _long_ago(teller: _Teller) -> None:
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
    with teller.stage.database.writing() as session:
        request = session.scalars(select(SupplyRequest).where(SupplyRequest.number == number)).one()
        receive_fee(session, request, teller.day(ago - 20))


def _before_debt(teller: _Teller) -> int:
    """So many days ago nothing was overdue that is open today."""
    with teller.stage.database.reading() as session:
        open_now = overdue_invoices(session, teller.contract.id, teller.stage.today)
        due = [bill.due_terms[0].date for bill in open_now]
    first = min(due, default=teller.stage.today)
    return (teller.stage.today - first).days + 40
