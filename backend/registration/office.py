"""What the utility's people do for users who cannot get in."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select

from backend.office.acts import Act, Desk, OfficeRefusedError
from backend.policies.rules import rules_of
from backend.registration.rules import RegistrationRules
from backend.registration.service import send_confirmation
from backend.users import repository
from backend.users.models import User
from backend.users.service import digest_of, folded


class UserForm(BaseModel):
    """A user by name."""

    model_config = ConfigDict(extra="forbid")

    username: Annotated[str, Field(min_length=1, max_length=80, description="the user's name")]


def _user(desk: Desk, form: UserForm) -> User:
    user = desk.session.scalar(select(User).where(User.username == folded(form.username)))
    if user is None:
        raise OfficeRefusedError("unknown_user", "nobody has this name")
    return user


def unlock(desk: Desk, form: UserForm) -> dict[str, Any]:
    """Let the user try again at once; `was_locked` says whether anything kept them out."""
    user = _user(desk, form)
    failures = repository.failures(desk.session, digest_of(user.username), lock=True)
    was_locked = not user.is_active
    if failures is not None:
        was_locked = was_locked or (
            failures.locked_until is not None and failures.locked_until > desk.now
        )
        desk.session.delete(failures)
    user.is_active = True
    return {"username": user.username, "was_locked": was_locked}


def resend(desk: Desk, form: UserForm) -> dict[str, Any]:
    """Send the confirmation mail again; refused where there is nothing to confirm."""
    user = _user(desk, form)
    if user.is_confirmed:
        raise OfficeRefusedError("already_confirmed", "the user can sign in")
    rules = rules_of(desk.session, RegistrationRules)
    if rules is None:
        raise OfficeRefusedError("not_offered", "this utility takes no registrations")
    send_confirmation(desk.session, desk.now, rules, user)
    return {"username": user.username}


ACTS = (
    Act("unlock-user", UserForm, unlock, "let a user sign in who was locked out"),
    Act("resend-confirmation", UserForm, resend, "send the mail again that confirms a user"),
)
