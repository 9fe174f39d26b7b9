"""What is news of cases, agreements and supply requests, and for how long."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

import pytest

from desktop.domain.agreements import AgreementStatus
from desktop.domain.cases import CaseKind, CaseStatus
from desktop.domain.notices import Choices, Event, Facts, Notice
from desktop.domain.service_notices import agreements, cases, requests
from desktop.domain.supply_requests import (
    RequestKind,
    RequestStatus,
    RequestStep,
    Scheduled,
    SupplyRequest,
    Visit,
)
from tests.support.agreement_samples import agreement
from tests.support.case_scene import a_case
from tests.support.stage import summary

T = TypeVar("T")
NOW = datetime(2026, 11, 22, 17, tzinfo=UTC)
TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


def told(
    source: Callable[[Facts], Iterator[Notice]], row: object, today: date = TODAY
) -> list[Notice]:
    contract_id: str = row.contract_id  # type: ignore[attr-defined]

    def every(entity: type[T]) -> Sequence[T]:
        return [row] if isinstance(row, entity) else []

    now = NOW + (today - TODAY)
    contracts = (summary(contract_id).contract,)
    mine = list(source(Facts(now, today, contracts, every, Choices())))
    elses = (dataclasses.replace(contracts[0], id="another"),)
    assert list(source(Facts(now, today, elses, every, Choices()))) == []
    return mine


def test_an_answer_is_news_for_as_long_as_the_utility_says() -> None:
    answered = {"status": CaseStatus.RESOLVED, "answered_at": NOW - 30 * DAY}
    (notice,) = told(cases, a_case(**answered, kind=CaseKind.CLAIM))
    assert (notice.event, notice.page, notice.item_id) == (
        Event.CLAIM_ANSWERED,
        "cases",
        a_case().id,
    )
    assert told(cases, a_case(**answered), TODAY + DAY) == []
    (notice,) = told(cases, a_case(**answered, kind=CaseKind.QUESTION))
    assert notice.event is Event.QUESTION_ANSWERED


def test_a_question_back_is_urgent_and_an_open_case_is_no_news() -> None:
    (notice,) = told(cases, a_case(status=CaseStatus.AWAITING_CUSTOMER, reply_by=TODAY))
    assert (notice.event, notice.day, notice.is_urgent) == (Event.CLAIM_ASKS, TODAY, True)
    assert told(cases, a_case(status=CaseStatus.IN_ANALYSIS, answered_at=None)) == []


def test_an_instalment_is_told_of_before_it_is_due_and_after() -> None:
    due = date(2026, 9, 10)  # the third, of which two are paid
    plan = agreement("pp..")
    assert told(agreements, plan, due - 6 * DAY) == []
    for days, event in ((5, Event.INSTALMENT_DUE), (0, Event.INSTALMENT_DUE)):
        (notice,) = told(agreements, plan, due - days * DAY)
        assert (notice.event, notice.day) == (event, due)
        assert notice.amount == plan.instalments[2].open
    (late,) = told(agreements, plan, due + DAY)
    assert (late.event, late.day, late.is_urgent) == (Event.INSTALMENT_OVERDUE, due, True)
    (both,) = told(agreements, plan, date(2026, 10, 11))
    assert both.amount == plan.instalments[2].open + plan.instalments[3].open
    assert both.id != late.id


def test_a_down_payment_is_asked_for_and_a_kept_agreement_is_quiet() -> None:
    waits = agreement("....", status=AgreementStatus.AWAITING_DOWN_PAYMENT)
    (notice,) = told(agreements, waits)
    assert notice.event is Event.DOWN_PAYMENT_DUE
    assert told(agreements, agreement("pppp", status=AgreementStatus.FULFILLED)) == []


def request(status: RequestStatus, *, moved: datetime = NOW - DAY) -> SupplyRequest:
    visit = Visit("Ana", "099", None, "", Scheduled(TODAY + DAY, "08:00", "12:00"), 0, None, None)
    return SupplyRequest(
        id="5",
        contract_id="1",
        number="S-2026-000005-1",
        kind=RequestKind.RECONNECTION,
        status=status,
        reason="non_payment",
        requested_at=NOW - 40 * DAY,
        closed_at=None,
        until=None,
        note="Falta la constancia.",
        visit=visit,
        change=None,
        requirements=(),
        history=(RequestStep(moved, status, ""),),
        origin_op_id="op",
    )


@pytest.mark.parametrize(
    ("status", "event"),
    [
        (RequestStatus.RECEIVED, None),
        (RequestStatus.SCHEDULED, Event.REQUEST_SCHEDULED),
        (RequestStatus.PENDING_PAYMENT, Event.REQUEST_ASKS),
        (RequestStatus.PENDING_DOCUMENTS, Event.REQUEST_ASKS),
        (RequestStatus.OBSERVED, Event.REQUEST_ASKS),
        (RequestStatus.FAILED, Event.REQUEST_FAILED),
        (RequestStatus.EXECUTED, Event.REQUEST_DONE),
        (RequestStatus.EFFECTIVE, Event.REQUEST_DONE),
        (RequestStatus.REJECTED, Event.REQUEST_REFUSED),
        (RequestStatus.CANCELLED, None),
    ],
)
def test_a_request_is_news_where_it_moved_or_waits_for_the_person(
    status: RequestStatus, event: Event | None
) -> None:
    assert [n.event for n in told(requests, request(status))] == ([event] if event else [])


def test_a_visit_says_when_and_an_end_is_news_for_a_month() -> None:
    (notice,) = told(requests, request(RequestStatus.SCHEDULED))
    assert (notice.day, notice.text) == (TODAY + DAY, "08:00–12:00")
    old = request(RequestStatus.EXECUTED, moved=NOW - 31 * DAY)
    assert told(requests, old) == []
