"""Requests and answers about users, as OpenAPI documents them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from backend.users.models import LinkRole, Role

Device = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[\x21-\x7e]+$")]
# PostgreSQL keeps no NUL, and surrogates have no UTF-8.
Typed = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00]+$")]


class SignIn(BaseModel):
    """`device` is the random id of one installation."""

    model_config = ConfigDict(extra="forbid")

    username: Typed
    password: Typed
    device: Device


class Refresh(BaseModel):
    """The refresh token and the device that it was given to."""

    model_config = ConfigDict(extra="forbid")

    refresh_token: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    device: Device


class Tokens(BaseModel):
    """`expires_in` are the seconds that the access token lives."""

    access_token: str
    expires_in: int
    refresh_token: str


class Person(BaseModel):
    """The user signed in."""

    id: str
    username: str
    full_name: str
    email: str
    role: Role


class ScopeHead(BaseModel):
    """A scope that the user may read, and how far it has come."""

    scope: str
    head: int
    kind: Literal["contract", "catalogue"]
    contract_id: str | None
    role: LinkRole | None
    alias: str | None


class Me(BaseModel):
    """Who is signed in, and which scopes moved."""

    user: Person
    scopes: list[ScopeHead]
    epoch: int = Field(ge=1)
