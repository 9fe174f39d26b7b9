"""Every state, obstacle and refusal of a supply request has words of its own."""

from __future__ import annotations

import inspect
import re
from datetime import UTC, date, datetime

import pytest

from backend.submissions.holder_change import effect as change_effect
from backend.submissions.reconnection import effect as visit_effect
from backend.submissions.supply_documents import effect as documents_effect
from backend.supply_requests import blocks
from desktop.domain.contracts import CutReason
from desktop.domain.money import Money
from desktop.domain.supply_blocks import Block, BlockCode, WayOut
from desktop.domain.supply_requests import (
    AcceptanceState,
    Change,
    FailureReason,
    Fee,
    FeeStatus,
    PersonType,
    RequestKind,
    RequestStatus,
    RequirementState,
    Scheduled,
    SupplyRequest,
    Visit,
)
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.supply_request_telling import facts, next_step
from desktop.viewmodels.supply_request_words import (
    block_text,
    cut_name,
    failure_text,
    fee_text,
    reason_text,
    requirement_badge,
    status_badge,
)

FMT = Formatter()
AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
DEBT = Money(122000, "UYU")


def refusals() -> set[str]:
    """Every reason that the service names."""
    modules = (blocks, visit_effect, change_effect, documents_effect)
    text = "\n".join(inspect.getsource(module) for module in modules)
    return set(re.findall(r'(?:Block|RejectedError)\(\s*"([a-z_]+)"', text))


def test_every_refusal_of_the_service_has_a_sentence() -> None:
    known = refusals()
    assert {"overdue_debt", "same_holder", "not_wanted", "format"} <= known
    for code in known:
        told = reason_text(code, {"amount": 5, "currency": "UYU"}, FMT)
        assert told and not told.startswith("motivo "), code
    assert reason_text("otro_motivo", {}, FMT) == "motivo otro_motivo."


def test_figures_of_a_refusal_are_in_its_sentence() -> None:
    told = reason_text("overdue_debt", {"amount": 122000, "currency": "UYU"}, FMT)
    assert "1.220,00" in told
    assert "N° RC-1" in reason_text("under_way", {"number": "RC-1"}, FMT)
    days = {"first": "2026-03-02", "last": "2026-03-09"}
    assert "02/03/2026 y el 09/03/2026" in reason_text("day_not_offered", days, FMT)
    assert reason_text("fraud_file", {"text": "Preséntese."}, FMT) == "Preséntese."


@pytest.mark.parametrize("kind", RequestKind)
@pytest.mark.parametrize("code", BlockCode)
def test_every_obstacle_has_a_sentence(kind: RequestKind, code: BlockCode) -> None:
    told = block_text(Block(code, WayOut.NONE, amount=DEBT, number="RC-1"), kind, FMT)
    assert told.endswith(".")
    if code is BlockCode.OVERDUE_DEBT:
        assert "1.220,00" in told


def visit(status: RequestStatus) -> SupplyRequest:
    part = Visit(
        contact_name="Ana",
        contact_phone="099",
        preferred_on=date(2026, 3, 3),
        preferred_slot="morning",
        scheduled=Scheduled(date(2026, 3, 3), "08:00", "12:00"),
        visits=1,
        failure=FailureReason.ABSENT,
        fee=Fee(Money(98000, "UYU"), FeeStatus.DUE),
    )
    return request(RequestKind.RECONNECTION, status, part, None)


def change(status: RequestStatus) -> SupplyRequest:
    part = Change(
        person_type=PersonType.PERSON,
        full_name="Bruno",
        document_type="ci",
        document="••••5672",
        email="b••••@example.net",
        link="owner",
        assumes_debt=False,
        effective_on=date(2026, 3, 9),
        handover_on=date(2026, 3, 2),
        handover=(("1", 470),),
        acceptance=AcceptanceState.WAITING,
        acceptance_method=None,
        accepted_at=None,
        asked="a••••@example.org",
    )
    return request(RequestKind.HOLDER_CHANGE, status, None, part)


def request(
    kind: RequestKind, status: RequestStatus, part: Visit | None, other: Change | None
) -> SupplyRequest:
    return SupplyRequest(
        id="7",
        contract_id="1",
        number="N-1",
        kind=kind,
        status=status,
        reason="non_payment",
        requested_at=AT,
        closed_at=AT,
        until=date(2026, 3, 4),
        note="Falta la firma.",
        visit=part,
        change=other,
        requirements=(),
        history=(),
        origin_op_id="op",
    )


@pytest.mark.parametrize("status", RequestStatus)
def test_every_state_says_what_comes_next(status: RequestStatus) -> None:
    assert status_badge(status).text
    assert next_step(visit(status), FMT)
    assert next_step(change(status), FMT)


def test_the_next_step_names_days_and_people() -> None:
    s = RequestStatus
    assert "03/03/2026 entre 08:00 y 12:00" in next_step(visit(s.SCHEDULED), FMT)
    assert "no había nadie en el domicilio" in next_step(visit(s.FAILED), FMT)
    assert "$\u00a0980,00" in next_step(visit(s.PENDING_PAYMENT), FMT)
    assert "a••••@example.org" in next_step(change(s.PENDING_ACCEPTANCE), FMT)
    assert "09/03/2026" in next_step(change(s.APPROVED), FMT)
    observed = "Documentación observada: Falta la firma. Tiene hasta el 04/03/2026."
    assert next_step(change(s.OBSERVED), FMT) == observed


def test_facts_are_told_without_rules_too() -> None:
    told = dict(facts(visit(RequestStatus.SCHEDULED), None, {}, FMT))
    assert told["Motivo del corte"] == "Falta de pago"
    assert told["Visita"] == "03/03/2026 de 08:00 a 12:00"
    told = dict(facts(change(RequestStatus.VERIFYING), None, {}, FMT))
    assert (told["Documento"], told["Conformidad"]) == ("ci ••••5672", "Pendiente")
    assert told["Lectura de entrega"] == "470"


def test_the_reading_is_told_with_its_unit() -> None:
    told = dict(facts(change(RequestStatus.VERIFYING), None, {"1": "m³"}, FMT))
    assert told["Lectura de entrega"] == "470\u00a0m³"


@pytest.mark.parametrize("status", [RequestStatus.REJECTED, RequestStatus.CANCELLED])
def test_nothing_is_pending_in_a_request_that_is_over(status: RequestStatus) -> None:
    assert dict(facts(change(status), None, {}, FMT))["Conformidad"] == "No se dio"


def test_words_of_parts() -> None:
    assert len({requirement_badge(state).text for state in RequirementState}) == 4
    assert len({failure_text(reason) for reason in FailureReason}) == len(FailureReason)
    assert len({cut_name(reason.value) for reason in CutReason}) == len(CutReason)
    assert cut_name("meteor") == "meteor"
    assert len({fee_text(status, DEBT, FMT) for status in FeeStatus}) == len(FeeStatus)
