"""What a request may still meet: a part not offered, no fee, documents at the wrong time."""

from __future__ import annotations

import pytest

from backend.contracts.models import CutReason
from backend.policies.rules import set_rules
from tests.backend.supply_requests.conftest import (
    Someone,
    asked_change,
    asked_visit,
    cut,
    number_of,
    reason_of,
    sign_in,
)
from tests.support.backend import MovableClock, RunningBackend
from tests.support.supply_rules import offer_supply_requests, supply_rules


@pytest.mark.parametrize("kind", ["reconnection", "holder_change"])
def test_a_utility_may_offer_only_one_of_the_two(
    server: RunningBackend, ana: Someone, kind: str
) -> None:
    rules = supply_rules().model_copy(update={kind: None})
    with server.database.writing() as session:
        set_rules(session, {rules.area: rules})
    changed = asked_change(ana.home, ana.attach())
    answer = ana.submit(kind, asked_visit() if kind == "reconnection" else changed)
    assert reason_of(answer) == "not_offered"


def test_a_reconnection_that_costs_nothing_has_no_fee(server: RunningBackend, ana: Someone) -> None:
    offer_supply_requests(server.database, reconnection={"fee": 0})
    cut(server.books, ana.home, CutReason.REQUESTED)
    number_of(ana.submit("reconnection", asked_visit()))
    assert (ana.request()["visit"]["fee"], ana.request()["status"]) == (None, "received")


def test_a_hand_over_reading_is_of_the_meters_own_registers(ana: Someone) -> None:
    values = [{"register_id": "999", "value": "00470"}]
    reading = {"on": "2026-03-02", "values": values, "photo": None}
    answer = ana.submit("holder_change", asked_change(ana.home, ana.attach(), handover=reading))
    assert (reason_of(answer), answer.json()["field"]) == ("format", "handover")


def sends(someone: Someone, request: str, *codes: str) -> str:
    """Documents for a request: the reason of the refusal, or the state that follows."""
    documents = [{"code": code, "sha256": someone.attach()} for code in codes]
    payload = {"request_id": request, "documents": documents}
    answer = someone.submit("supply_documents", payload)
    if answer.status_code == 200:
        return str(answer.json()["result"]["status"])
    return reason_of(answer)


def test_documents_are_taken_for_a_request_that_waits_for_them(
    ana: Someone, clerk: Someone, clock: MovableClock
) -> None:
    number = number_of(ana.submit("holder_change", asked_change(ana.home, ana.attach())))
    request = ana.request()["id"]
    assert sends(ana, "999999", "deed") == "format"
    assert sends(ana, request, "deed") == "not_observed"
    clerk.does("accept-holder-change", number=number)
    for code in ("deed", "id_back"):
        clerk.does("observe-supply-document", number=number, document=code, remark="Borroso")
    assert sends(ana, request, "deed") == "observed"  # the other one is still lacking
    clock.advance(days=30)
    ana.token = sign_in(ana.http, "ana")
    assert sends(ana, request, "id_back") == "too_late"
