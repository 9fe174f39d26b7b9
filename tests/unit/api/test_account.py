"""Calls about registration: what is sent, what may come back, what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from desktop.api import account
from desktop.api.client import Client
from desktop.api.failures import ProblemError
from desktop.domain.errors import Code, NetworkError
from desktop.domain.registration import (
    ContractClaim,
    LinkedContract,
    NotTakenError,
    ProofKind,
    Registration,
)

CLAIM = ContractClaim("4410", "ci", "1.234.567-2", ProofKind.METER_DIGITS, "4410")
FORM = Registration(CLAIM, "Ana", "ana@example.org", "ana.perez", "mi clave 1", "1")
RULES: dict[str, Any] = {
    "document_types": [{"code": "ci", "label": "CI", "check": "uy_ci"}],
    "contract": {"min_digits": 4, "max_digits": 8, "check": "none", "where": ""},
    "proofs": ["meter_digits", "retina"],
    "invoices_back": 3,
    "meter_digits": 4,
    "password": {
        "min_length": 8,
        "lower": False,
        "upper": False,
        "digit": True,
        "symbol": False,
    },
    "terms": {"version": "1", "text": "Términos"},
    "link_hours": 48,
    "reset_minutes": 60,
    "tries_per_hour": 5,
    "earlier_users": "",
    "office": "",
}


@dataclass(frozen=True, slots=True)
class Said:
    """As much of an answer as these calls look at."""

    body: bytes


@dataclass(slots=True)
class FakeClient:
    """Answers with `body`, or raises `error`; remembers what it was asked."""

    body: bytes = b""
    error: Exception | None = None
    asked: list[tuple[str, str, Any, bool]] = field(default_factory=list)

    def call(self, method: str, path: str, payload: Any = None, *, public: bool = False) -> Said:
        self.asked.append((method, path, payload, public))
        if self.error is not None:
            raise self.error
        return Said(self.body)


def of(fake: FakeClient) -> Client:
    return cast("Client", fake)


def refusal(problem: str, **content: Any) -> ProblemError:
    return ProblemError(problem, "", "ref-1", json.dumps(content).encode(), replayed=False)


def test_rules_are_read_without_a_session_and_unknown_proofs_left_out() -> None:
    fake = FakeClient(json.dumps(RULES | {"newer": 1}).encode())
    rules = account.rules(of(fake))
    assert fake.asked == [("GET", "/v1/registration/rules", None, True)]
    assert rules.proofs == (ProofKind.METER_DIGITS,)
    assert (rules.check_of("ci"), rules.check_of("rut")) == ("uy_ci", "")


def test_a_registration_is_sent_without_a_session() -> None:
    taken = {"email": "a***@example.org", "confirm_before": "2026-03-04T12:00:00Z"}
    fake = FakeClient(json.dumps(taken).encode())
    assert account.register(of(fake), FORM).email == "a***@example.org"
    ((method, path, payload, public),) = fake.asked
    assert (method, path, public) == ("POST", "/v1/registration", True)
    assert payload["proof"] == {"kind": "meter_digits", "value": "4410"}


def test_a_refused_form_says_which_fields() -> None:
    errors = [{"field": "body.password", "message": "length digit"}, {"field": "body.proof.kind"}]
    fake = FakeClient(error=refusal("invalid-request", errors=errors))
    with pytest.raises(NotTakenError) as caught:
        account.register(of(fake), FORM)
    assert caught.value.fields == (("password", "length digit"), ("proof.kind", ""))
    assert (caught.value.code, caught.value.reference) == (Code.REFUSED, "ref-1")


@pytest.mark.parametrize("reason", ["current", "same", "weak"])
def test_a_refused_password_says_why(reason: str) -> None:
    error = refusal("password-refused", reason=reason, data={"missing": ["digit"]})
    with pytest.raises(NotTakenError) as caught:
        account.change_password(of(FakeClient(error=error)), "a", "b")
    assert (caught.value.reason, caught.value.missing) == (reason, ("digit",))


def test_a_contract_is_added_and_removed_with_a_session() -> None:
    linked = {"contract_id": "7", "scope": "C-7", "number": "4410", "is_ended": True}
    fake = FakeClient(json.dumps(linked).encode())
    assert account.add_contract(of(fake), CLAIM) == LinkedContract("7", "4410", True)
    account.remove_contract(of(fake), "7/../x")
    assert [call[:2] for call in fake.asked] == [
        ("POST", "/v1/contracts"),
        ("DELETE", "/v1/contracts/7%2F..%2Fx"),
    ]
    assert not any(call[3] for call in fake.asked)


def test_other_refusals_are_passed_on() -> None:
    error = refusal("key-reused")
    with pytest.raises(ProblemError):
        account.add_contract(of(FakeClient(error=error)), CLAIM)


CALLS: tuple[Callable[[Client], object], ...] = (
    account.rules,
    lambda client: account.register(client, FORM),
    lambda client: account.add_contract(client, CLAIM),
)


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b"\xff", b'{"email":1}', b"[" * 2000])
def test_an_answer_of_another_shape_is_not_believed(
    call: Callable[[Client], object], body: bytes
) -> None:
    with pytest.raises(NetworkError) as caught:
        call(of(FakeClient(body)))
    assert caught.value.code is Code.INVALID_ANSWER
