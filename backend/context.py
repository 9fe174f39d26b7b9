"""What the endpoints share, and how they get at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request

from backend.banks.adapter import BankAdapter
from backend.clock import Clock
from backend.database import Database
from backend.settings import Settings
from backend.users.limits import FailureLimiter


@dataclass(frozen=True, slots=True)
class Context:
    """One server's parts."""

    settings: Settings
    clock: Clock
    database: Database
    sign_in_limiter: FailureLimiter
    banks: Mapping[str, BankAdapter] = field(default_factory=dict)


async def context_of(request: Request) -> Context:
    """The parts of the server that runs this request."""
    context: Context = request.app.state.context
    return context


ContextDep = Annotated[Context, Depends(context_of)]
