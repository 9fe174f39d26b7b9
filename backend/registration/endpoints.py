"""`/v1/registration`, `/v1/password` and the caller's own contracts."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Request, Response

from backend.answers import NOT_MODIFIED, StrictRoute, tagged
from backend.context import ContextDep
from backend.feed.wire import encode
from backend.problems import documented
from backend.registration.account import AccountService
from backend.registration.recovery import PasswordService
from backend.registration.rules import RegistrationRules
from backend.registration.schemas import (
    ContractForm,
    ForgotForm,
    LinkedContract,
    PasswordForm,
    RegistrationForm,
    RegistrationTaken,
    ResendForm,
)
from backend.registration.service import RegistrationService
from backend.users.rights import CallerDep

router = APIRouter(route_class=StrictRoute, tags=["registration"])


def limited(request: Request, context: ContextDep) -> None:
    """Counts each request of a network address against its limit, whatever becomes of it: if only
    failures counted, the limit would tell which they were."""
    address = request.client.host if request.client else ""
    context.sign_in_limiter.check(address)
    context.sign_in_limiter.failed(address)


Limited = Depends(limited)


@router.get(
    "/v1/registration/rules",
    response_model=RegistrationRules,
    responses=documented("not-found") | NOT_MODIFIED,
)
def registration_rules(
    context: ContextDep, if_none_match: Annotated[str | None, Header(max_length=200)] = None
) -> Response:
    """What a registration has to say, and the terms; needs no session."""
    rules = RegistrationService(context.database, context.settings, context.clock).rules()
    return tagged(encode(rules.model_dump(mode="json")), "application/json", if_none_match)


@router.post(
    "/v1/registration",
    status_code=202,
    dependencies=[Limited],
    responses=documented("not-found", "rate-limited"),
)
def register(form: RegistrationForm, context: ContextDep) -> RegistrationTaken:
    """Register. The same answer for everybody: what became of it is said by mail."""
    service = RegistrationService(context.database, context.settings, context.clock)
    return service.register(form)


@router.post(
    "/v1/registration/resend",
    status_code=204,
    dependencies=[Limited],
    responses=documented("not-found", "rate-limited"),
)
def resend_confirmation(form: ResendForm, context: ContextDep) -> None:
    """Send the confirmation mail again, to whoever waits for one; the same answer for all."""
    RegistrationService(context.database, context.settings, context.clock).resend(form.username)


@router.post(
    "/v1/password/forgot",
    status_code=204,
    dependencies=[Limited],
    responses=documented("rate-limited"),
)
def forgot_password(form: ForgotForm, context: ContextDep) -> None:
    """Send a link for a new password, if there is such a user; the same answer for all."""
    service = PasswordService(context.database, context.settings, context.clock)
    service.forgot(form.username_or_email)


@router.put(
    "/v1/password",
    status_code=204,
    responses=documented("session-expired", "password-refused", "user-locked"),
)
def change_password(form: PasswordForm, context: ContextDep, caller: CallerDep) -> None:
    """Change the caller's password; every other session of theirs ends."""
    service = PasswordService(context.database, context.settings, context.clock)
    service.change(caller.id, caller.access_token, form.current, form.new)


@router.post(
    "/v1/contracts",
    status_code=201,
    dependencies=[Limited],
    responses=documented("session-expired", "contract-refused", "not-found", "rate-limited"),
)
def add_contract(form: ContractForm, context: ContextDep, caller: CallerDep) -> LinkedContract:
    """Link a contract to the caller, who proves that it is theirs."""
    return AccountService(context.database, context.clock).add(caller.id, form)


@router.delete(
    "/v1/contracts/{contract_id}",
    status_code=204,
    responses=documented("session-expired", "not-found"),
)
def remove_contract(
    contract_id: Annotated[str, Path(max_length=32)], context: ContextDep, caller: CallerDep
) -> None:
    """Take a contract off the caller's list. The contract itself does not change."""
    AccountService(context.database, context.clock).remove(caller.id, contract_id)
