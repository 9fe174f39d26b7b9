"""Puts the backend together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.routing import Match

from backend.banks.registry import adapters
from backend.blobs.endpoints import router as blobs
from backend.catalogue.endpoints import router as catalogue
from backend.clock import Clock
from backend.context import Context
from backend.database import Database
from backend.documents.endpoints import router as documents
from backend.envelope import Envelope, response
from backend.feed.endpoints import router as feed
from backend.links.endpoints import router as links
from backend.mail.endpoints import router as mail
from backend.mail.post import sender_of
from backend.migrations import upgrade
from backend.office.endpoints import router as office
from backend.openapi import document_problems
from backend.payments.endpoints import router as payments
from backend.payments.poller import Poller
from backend.payments.service import PaymentService
from backend.problems import Problem
from backend.registration.endpoints import router as registration
from backend.settings import Settings
from backend.submissions.endpoints import router as submissions
from backend.supply_requests.endpoints import router as supply_requests
from backend.users.endpoints import router as users
from backend.users.limits import FailureLimiter

API_VERSION = "1.0.0"

ROUTERS = (
    catalogue,
    users,
    feed,
    documents,
    submissions,
    blobs,
    office,
    registration,
    payments,
    supply_requests,
)
# What people see in a browser; no part of the protocol.
PAGES = (links, mail)

# More threads only queue for SQLite's one writer and for the interpreter: 776 requests a second
# with one token, 525 with two, 249 with forty. Two, so that a password hash does not stop reads.
SQLITE_THREADS = 2


def create_app(settings: Settings, clock: Clock | None = None) -> FastAPI:
    """The app on the database of `settings`, whose schema is brought up to date at the start.
    `clock` is for tests; otherwise it follows `settings.start`."""
    clock = clock or Clock(settings.start)
    database = Database(settings.database_url, clock)
    banks = adapters(settings)

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        upgrade(database)
        if database.is_sqlite:
            current_default_thread_limiter().total_tokens = SQLITE_THREADS
        sender = sender_of(settings.post, database, clock) if settings.post else None
        if sender is not None:
            sender.start()
        poller = Poller(PaymentService(database, clock, banks), settings.bank_poll_seconds)
        if banks:
            poller.start()
        yield
        if banks:
            poller.stop()
        if sender is not None:
            sender.close()
        database.close()

    app = FastAPI(
        title="Oficina Virtual",
        version=API_VERSION,
        lifespan=life,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.context = Context(
        settings=settings,
        clock=clock,
        database=database,
        sign_in_limiter=FailureLimiter(clock, settings.failures_per_minute),
        banks=banks,
    )
    for router in (*ROUTERS, *PAGES):
        app.include_router(router)
    limits = {"/v1/blobs/": settings.blob_limit}
    app.add_middleware(Envelope, settings=settings, clock=clock, limits=limits)
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(HTTPException, _http_exception)
    app.add_exception_handler(RequestValidationError, _invalid)
    document_problems(app)
    return app


async def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return response(error, request.state.request_id)


async def _http_exception(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    names = {404: "not-found", 405: "method-not-allowed"}
    problem = Problem(names.get(error.status_code, "invalid-request"))
    if error.status_code == 405:
        problem.headers["Allow"] = ", ".join(_methods(request))
    return response(problem, request.state.request_id)


def _methods(request: Request) -> list[str]:
    # Starlette names those of the first route with this path only.
    found: set[str] = set()
    for router in (*ROUTERS, *PAGES):
        for route in router.routes:
            if isinstance(route, APIRoute) and route.matches(request.scope)[0] != Match.NONE:
                found |= route.methods or set()
    return sorted(found)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    # Only where and why: what was sent may be a password.
    errors = [{"field": ".".join(map(str, e["loc"])), "message": e["msg"]} for e in error.errors()]
    return response(Problem("invalid-request", errors=errors), request.state.request_id)
