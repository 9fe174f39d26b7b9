"""The words of the protocol are the same in its description, in the app and in the backend."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pytest

import backend.agreements.models as b_agreements
import backend.agreements.rules as b_agreement_rules
import backend.cases.models as b_cases
import backend.contracts.models as b_contracts
import backend.delivery.models as b_delivery
import backend.invoices.models as b_invoices
import backend.movements.models as b_movements
import backend.notices.models as b_notices
import backend.payments.models as b_payments
import backend.readings.models as b_readings
import backend.supply_requests.rules as b_supply_rules
import backend.supply_requests.words as b_supply
import backend.users.models as b_users
from backend.problems import PROBLEMS
from desktop.api import failures
from desktop.domain import (
    agreement_plan,
    agreements,
    cases,
    contracts,
    delivery,
    invoices,
    movements,
    notices,
    payments,
    readings,
    supply_requests,
    users,
)

PROTOCOL = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text("utf-8")

PAIRS: dict[str, tuple[type[StrEnum], type[StrEnum]]] = {
    "service": (contracts.ServiceKind, b_contracts.ServiceKind),
    "contract status": (contracts.ContractStatus, b_contracts.ContractStatus),
    "connected_state": (contracts.ConnectedState, b_contracts.ConnectedState),
    "cut reason": (contracts.CutReason, b_contracts.CutReason),
    "link role": (contracts.LinkRole, b_users.LinkRole),
    "user role": (users.Role, b_users.Role),
    "invoice kind": (invoices.InvoiceKind, b_invoices.InvoiceKind),
    "payment_status": (invoices.PaymentStatus, b_invoices.PaymentStatus),
    "line kind": (invoices.LineKind, b_invoices.LineKind),
    "quality": (readings.Quality, b_readings.Quality),
    "source": (readings.Source, b_readings.Source),
    "reason": (readings.ReadingReason, b_readings.ReadingReason),
    "no_read_reason": (readings.NoReadReason, b_readings.NoReadReason),
    "delivery channel": (delivery.DeliveryChannel, b_delivery.DeliveryChannel),
    "delivery status": (delivery.DeliveryStatus, b_delivery.DeliveryStatus),
    "notice kind": (notices.NoticeKind, b_notices.NoticeKind),
    "agreement status": (agreements.AgreementStatus, b_agreements.AgreementStatus),
    "agreement exit_reason": (agreements.ExitReason, b_agreements.ExitReason),
    "agreement mode": (agreement_plan.CollectionMode, b_agreement_rules.CollectionMode),
    "instalment status": (agreements.InstalmentStatus, b_agreements.InstalmentStatus),
    "payment state": (payments.PayState, b_payments.IntentState),
    "payment review": (payments.Review, b_payments.Review),
    "movement kind": (movements.MovementKind, b_movements.MovementKind),
    "case kind": (cases.CaseKind, b_cases.CaseKind),
    "case status": (cases.CaseStatus, b_cases.CaseStatus),
    "case outcome": (cases.CaseOutcome, b_cases.CaseOutcome),
    "case clock": (cases.CaseClock, b_cases.CaseClock),
    "message author": (cases.Author, b_cases.Author),
    "message kind": (cases.MessageKind, b_cases.MessageKind),
    "supply request kind": (supply_requests.RequestKind, b_supply.RequestKind),
    "supply request status": (supply_requests.RequestStatus, b_supply.Status),
    "requirement state": (supply_requests.RequirementState, b_supply.RequirementState),
    "fee status": (supply_requests.FeeStatus, b_supply.FeeStatus),
    "acceptance": (supply_requests.AcceptanceState, b_supply.AcceptanceState),
    "acceptance_method": (supply_requests.AcceptanceMethod, b_supply.AcceptanceMethod),
    "visit failure": (supply_requests.FailureReason, b_supply.FailureReason),
    "person_type": (supply_requests.PersonType, b_supply_rules.PersonType),
    "method": (readings.EstimationMethod, b_readings.EstimationMethod),
}


def written() -> dict[str, set[str]]:
    """The paragraph "Values of enumerations" of the protocol."""
    (paragraph,) = re.findall(r"Values of enumerations: (.+?)\.\n\n", PROTOCOL, re.DOTALL)
    found = {}
    for item in " ".join(paragraph.split()).split("; "):
        name, values = re.fullmatch(r"([\w ]+) `([\w ]+)`", item).groups()  # type: ignore[union-attr]
        found[name] = set(values.split())
    return found


def test_every_enumeration_of_the_protocol_is_known() -> None:
    assert written().keys() == PAIRS.keys()


@pytest.mark.parametrize("name", PAIRS)
def test_an_enumeration_has_the_same_values_everywhere(name: str) -> None:
    ours, theirs = PAIRS[name]
    assert {member.value for member in ours} == written()[name]
    assert {member.value for member in theirs} == written()[name]


def test_qualities_are_related_to_espi_in_the_protocol() -> None:
    rows = re.findall(r"^\| (\w+) \| \d", PROTOCOL, re.MULTILINE)
    assert rows == [quality.value for quality in readings.Quality]


def problems_written() -> dict[str, int]:
    (paragraph,) = re.findall(r"Names: (.+?)\n\n", PROTOCOL, re.DOTALL)
    return {name: int(status) for name, status in re.findall(r"`([a-z-]+)` (\d{3})", paragraph)}


def test_every_problem_has_the_status_that_the_protocol_says() -> None:
    theirs = {name: status for name, (status, _) in PROBLEMS.items()}
    assert problems_written().items() <= theirs.items()


def test_every_problem_means_something_to_the_app() -> None:
    """Those that the app has no code for are refusals, and two of them answers of the feed."""
    plain = {
        "scope-revoked",
        "sync-reset",
        "invalid-request",
        "method-not-allowed",
        "too-large",
        "submission-rejected",
        "request-refused",
        "key-reused",
        "epoch-changed",
        "blob-missing",
        "blob-type",
        "blob-offset",
        "blob-digest",
        "password-refused",
        "contract-refused",
        "invoice-changed",
        "payment-open",
        "payment-refused",
    }
    assert problems_written().keys() - plain == failures.NAMED
