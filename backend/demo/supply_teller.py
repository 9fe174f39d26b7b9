"""Tells of supply requests as if they had been sent and worked on days ago."""

from __future__ import annotations

import hashlib
import json
import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.blobs.models import Blob, BlobPart
from backend.clock import iso
from backend.contracts.models import (
    ConnectedState,
    Contract,
    ContractStatus,
    CutReason,
    SupplyPoint,
)
from backend.demo.chapters import Stage
from backend.feed.wire import encode
from backend.office.acts import Desk, acts
from backend.office.models import OfficeEvent
from backend.policies.rules import rules_of
from backend.submissions.kinds import Work, discover
from backend.submissions.models import State, Submission
from backend.supply_requests.life import step
from backend.supply_requests.models import SupplyRequest
from backend.supply_requests.rules import SupplyRequestRules
from backend.supply_requests.words import Status

CLERK = "mostrador"
PAPER = b"%PDF-1.4\n% a document of the demonstration\n%%EOF\n"


@dataclass(frozen=True, slots=True)
class Cut:
    """How a contract and its supply point stood."""

    status: ContractStatus
    since: date | None
    reason: CutReason | None
    place: ConnectedState


@dataclass(frozen=True, slots=True)
class Teller:
    """Sends in somebody's name, and does what the office does, days ago; all in one transaction,
    so that each entity is published once."""

    session: Session
    stage: Stage
    user_id: int
    contract: Contract

    @property
    def terms(self) -> str:
        """The version of what a new holder agrees to."""
        rules = rules_of(self.session, SupplyRequestRules)
        if rules is None or rules.holder_change is None:
            raise ValueError("the demonstration takes no changes of holder")
        return rules.holder_change.terms.version

    def day(self, days_ago: int) -> date:
        """So many days before the demonstration's; below zero after it."""
        return self.stage.today - timedelta(days=days_ago)

    def at(self, days_ago: int, hour: int = 0) -> datetime:
        """So many days ago, `hour` hours from now."""
        return self.stage.now - timedelta(days=days_ago) + timedelta(hours=hour)

    def sends(self, name: str, payload: dict[str, Any], days_ago: int) -> str:
        """Send it; its number. One that is refused is a mistake of this chapter."""
        kind, at = discover()[name], self.at(days_ago)
        op_id = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{name} {self.contract.number} {days_ago}"))
        body = json.dumps(
            {
                "kind": name,
                "schema": kind.schema_rev,
                "scope": f"C-{self.contract.id}",
                "created_at": iso(at),
                "payload": payload,
            }
        ).encode()
        row = Submission(
            op_id=op_id,
            user_id=self.user_id,
            scope_id=self.contract.id,
            kind=name,
            schema_rev=kind.schema_rev,
            sha256=hashlib.sha256(body).digest(),
            body=body,
            received_at=at,
            state=State.ACCEPTED,
            status=200,
        )
        self.session.add(row)
        self.session.flush()
        work = Work(self.session, op_id, self.user_id, self.contract.id, at)
        result = kind.apply(work, kind.payload.model_validate(payload))
        number: str = result["number"]
        row.reference = number
        told = {"op_id": op_id, "state": State.ACCEPTED, "reference": number}
        row.answer = encode(told | {"received_at": iso(at), "result": result})
        return number

    def office(self, name: str, days_ago: int, **form: Any) -> None:
        """An act of the back office."""
        act, at = acts()[name], self.at(days_ago, hour=1)
        filled = act.form.model_validate(form)
        act.run(Desk(self.session, at, CLERK), filled)
        event = OfficeEvent(at=at, clerk=CLERK, act=name, form=filled.model_dump_json())
        self.session.add(event)

    def cuts(self, reason: CutReason, days_ago: int) -> Cut:
        """Take the supply away; what it was before."""
        contract = self.contract
        place = self.session.get_one(SupplyPoint, contract.supply_point_id)
        before = Cut(
            contract.status, contract.cut_since, contract.cut_reason, place.connected_state
        )
        contract.status = ContractStatus.CUT
        contract.cut_since, contract.cut_reason = self.day(days_ago), reason
        place.connected_state = ConnectedState.PHYSICALLY_DISCONNECTED
        return before

    def restores(self, before: Cut) -> None:
        """As it was."""
        contract = self.contract
        contract.status = before.status
        contract.cut_since, contract.cut_reason = before.since, before.reason
        place = self.session.get_one(SupplyPoint, contract.supply_point_id)
        place.connected_state = before.place

    def cancels(self, number: str, days_ago: int) -> None:
        """The customer takes it back."""
        step(self.request(number), Status.CANCELLED, self.at(days_ago))

    def request(self, number: str) -> SupplyRequest:
        """The request of this number."""
        query = select(SupplyRequest).where(SupplyRequest.number == number)
        return self.session.scalars(query).one()

    def attaches(self) -> str:
        """A document that this user has sent; its name."""
        digest = hashlib.sha256(PAPER).hexdigest()
        known = select(Blob).where(Blob.user_id == self.user_id, Blob.sha256 == digest)
        if self.session.scalar(known) is None:
            blob = Blob(
                user_id=self.user_id,
                sha256=digest,
                size=len(PAPER),
                received=len(PAPER),
                media_type="application/pdf",
                complete=True,
                begun_at=self.stage.now,
            )
            self.session.add(blob)
            self.session.flush()
            self.session.add(BlobPart(blob_id=blob.id, start=0, body=PAPER))
        return digest
