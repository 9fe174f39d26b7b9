"""Supply requests and their rules as the service writes them and the app reads them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import select

from backend import models as m
from backend.supply_requests import rules as b_rules
from backend.supply_requests import words as b_words
from backend.supply_requests.schemas import SupplyRequestBody
from desktop.api.supply_requests import SupplyRequest
from desktop.api.supply_rules import SupplyRules
from desktop.domain.money import Money
from desktop.domain.supply_requests import PersonType, RequestKind
from tests.support.backend import RunningBackend, running_backend
from tests.support.backend_books import ContractIds
from tests.support.supply_rules import supply_rules

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningBackend]:
    with running_backend(tmp_path) as backend:
        backend.books.utility()
        yield backend


def written(server: RunningBackend, **fields: Any) -> bytes:
    """The feed's bytes of a request with these columns."""
    books = server.books
    home: ContractIds = books.contract([books.user()])
    usual = {
        "number": "RC-2026-000001-7",
        "kind": b_words.RequestKind.RECONNECTION,
        "contract_id": home.id,
        "user_id": 1,
        "origin_op_id": "0b6c1c36-1f0e-4d0c-9d0e-6f1f6a0f7c11",
        "status": b_words.Status.RECEIVED,
        "reason": "non_payment",
        "requested_at": AT,
    }
    with server.database.writing() as session:
        session.add(m.SupplyRequest(**(usual | fields)))
    with server.database.reading() as session:
        query = select(m.FeedEntry.body).where(m.FeedEntry.kind == "supply_request")
        body = session.scalars(query).one()
    assert body is not None
    SupplyRequestBody.model_validate_json(body)
    return body


def names(value: object) -> int:
    """How many names a JSON value has."""
    if isinstance(value, dict):
        return len(value) + sum(names(each) for each in value.values())
    return sum(names(each) for each in value) if isinstance(value, list) else 0


def read(body: bytes) -> SupplyRequest:
    found = msgspec.json.decode(body, type=SupplyRequest)
    assert found.keys() == names(json.loads(body))
    return found


def test_a_reconnection_is_read_as_it_was_written(server: RunningBackend) -> None:
    bare = read(written(server)).domain()
    assert (bare.kind, bare.change, bare.until) == (RequestKind.RECONNECTION, None, None)
    assert bare.visit is not None and bare.visit.fee is None and bare.visit.scheduled is None


def test_a_planned_visit_keeps_its_fee_and_its_times(server: RunningBackend) -> None:
    body = written(
        server,
        fee=98000,
        fee_status=b_words.FeeStatus.NEXT_BILL,
        scheduled_on=date(2026, 3, 3),
        scheduled_from="08:00",
        scheduled_to="12:00",
        failure=b_words.FailureReason.ABSENT,
        events=[m.RequestEvent(at=AT, status=b_words.Status.RECEIVED, note="")],
        requirements=[
            m.Requirement(
                position=1,
                code="fitter_certificate",
                label="Certificado",
                state=b_words.RequirementState.OBSERVED,
                remark="No se lee",
            )
        ],
    )
    found = read(body).domain()
    assert found.visit is not None and found.visit.fee is not None
    assert found.visit.fee.amount == Money(98000, "UYU")
    assert found.visit.scheduled is not None and found.visit.scheduled.starts == "08:00"
    assert [r.remark for r in found.requirements] == ["No se lee"]
    assert [s.at for s in found.history] == [AT]


def test_a_change_of_holder_shows_no_more_than_a_sender_recognises(
    server: RunningBackend,
) -> None:
    holder = m.NewHolder(
        person_type=b_rules.PersonType.COMPANY,
        document_type="rut",
        document_number="211003420017",
        full_name="Bruno S.A.",
        born_on=date(1990, 5, 17),
        email="bruno@example.net",
        phone="098 765 432",
        postal_address="Calle Dos 222",
        representative_name="Carla Apoderada",
        representative_document="46308006",
        link="tenant",
        terms_version="1",
        handover_on=date(2026, 3, 2),
    )
    body = written(
        server,
        kind=b_words.RequestKind.HOLDER_CHANGE,
        reason="rental",
        effective_on=date(2026, 3, 9),
        acceptance=b_words.AcceptanceState.WAITING,
        holder=holder,
        handover=[m.HandoverValue(register_id=1, value=470)],
    )
    found = read(body).domain()
    assert found.visit is None and found.change is not None
    assert found.change.person_type is PersonType.COMPANY
    assert (found.change.document, found.change.email) == ("••••0017", "b••••@example.net")
    assert found.change.handover == (("1", 470),)
    text = body.decode()
    for kept in ("211003420017", "bruno@", "098 765", "Calle Dos", "Carla", "46308006", "1990"):
        assert kept not in text


def test_the_rules_are_read_whole() -> None:
    theirs = supply_rules()
    ours = msgspec.json.decode(theirs.model_dump_json(), type=SupplyRules).domain()
    assert ours.reconnection is not None and ours.holder_change is not None
    assert theirs.reconnection is not None and theirs.holder_change is not None
    assert ours.reconnection.fee == theirs.reconnection.fee
    assert [s.code for s in ours.reconnection.slots] == [s.code for s in theirs.reconnection.slots]
    assert ours.holder_change.terms.version == theirs.holder_change.terms.version
    assert len(ours.holder_change.reasons) == len(theirs.holder_change.reasons)
    nothing = b_rules.SupplyRequestRules(documents=())
    bare = msgspec.json.decode(nothing.model_dump_json(), type=SupplyRules).domain()
    assert (bare.reconnection, bare.holder_change) == (None, None)
