"""Calls about registration, passwords and linked contracts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

import msgspec
from msgspec import Struct

from desktop.api.failures import ProblemError
from desktop.api.fields import Instant
from desktop.api.registration import RegistrationRules, Short
from desktop.domain import registration
from desktop.domain.errors import Code, NetworkError

if TYPE_CHECKING:
    from desktop.api.client import Client, Method

S = TypeVar("S")


class _Taken(Struct, frozen=True):
    email: Short
    confirm_before: Instant


class _Linked(Struct, frozen=True):
    contract_id: Short
    number: Short
    is_ended: bool


class _FieldError(Struct, frozen=True):
    field: str = ""
    message: str = ""


class _Refusal(Struct, frozen=True):
    reason: str = ""
    errors: list[_FieldError] | None = None
    data: dict[str, Any] | None = None


def rules(client: Client) -> registration.RegistrationRules:
    """What a registration has to say; needs no session. NOT_FOUND where none is taken."""
    answer = client.call("GET", "/v1/registration/rules", public=True)
    return _read(answer.body, RegistrationRules).domain()


def register(client: Client, form: registration.Registration) -> registration.Taken:
    """Hand a registration in. Raises `NotTakenError` for what is wrong with the form alone."""
    payload = _claim(form.claim) | {
        "full_name": form.full_name,
        "email": form.email,
        "username": form.username,
        "password": form.password,
        "terms_version": form.terms_version,
    }
    taken = _read(_asked(client, "POST", "/v1/registration", payload, public=True), _Taken)
    return registration.Taken(taken.email, taken.confirm_before)


def resend(client: Client, username: str) -> None:
    """Have the confirmation mail sent again; nothing says whether there is one to send."""
    client.call("POST", "/v1/registration/resend", {"username": username}, public=True)


def forgot(client: Client, username_or_email: str) -> None:
    """Have a link for a new password sent; nothing says whether there is such a user."""
    payload = {"username_or_email": username_or_email}
    client.call("POST", "/v1/password/forgot", payload, public=True)


def change_password(client: Client, current: str, new: str) -> None:
    """Change the password of whoever is signed in. Raises `NotTakenError`."""
    _asked(client, "PUT", "/v1/password", {"current": current, "new": new})


def add_contract(client: Client, claim: registration.ContractClaim) -> registration.LinkedContract:
    """Link a contract to whoever is signed in. Raises `NotTakenError`."""
    linked = _read(_asked(client, "POST", "/v1/contracts", _claim(claim)), _Linked)
    return registration.LinkedContract(linked.contract_id, linked.number, linked.is_ended)


def remove_contract(client: Client, contract_id: str) -> None:
    """Take a contract off the list; NOT_FOUND where it is not on it."""
    client.call("DELETE", f"/v1/contracts/{quote(contract_id, safe='')}")


def _claim(claim: registration.ContractClaim) -> dict[str, Any]:
    return {
        "contract_number": claim.contract_number,
        "document_type": claim.document_type,
        "document_number": claim.document_number,
        "proof": {"kind": claim.proof.value, "value": claim.proof_value},
    }


def _asked(
    client: Client, method: Method, path: str, payload: object, *, public: bool = False
) -> bytes:
    try:
        return client.call(method, path, payload, public=public).body
    except ProblemError as error:
        if error.problem not in ("invalid-request", "password-refused", "contract-refused"):
            raise
        said = _read(error.content, _Refusal)
        fields = [(e.field.removeprefix("body."), e.message) for e in said.errors or ()]
        missing = (said.data or {}).get("missing", ())
        raise registration.NotTakenError(
            said.reason, tuple(fields), tuple(map(str, missing)), reference=error.reference
        ) from error


def _read(content: bytes, kind: type[S]) -> S:
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise NetworkError(Code.INVALID_ANSWER, detail=f"registration: {error}"[:300]) from error
