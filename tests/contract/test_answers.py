"""Everything that the app decodes is what the real backend says: every field, and every word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest

from backend import models as m
from backend.contracts.models import ConnectedState, ContractStatus, CutReason, ServiceKind
from backend.invoices.models import InvoiceKind, LineKind, PaymentStatus
from backend.readings.models import (
    EstimationMethod,
    NoReadReason,
    Quality,
    ReadingReason,
    Source,
)
from backend.users.models import LinkRole, Role
from desktop.api import contracts, invoices, readings, wire
from desktop.api.client import Client
from desktop.api.transport import Transport
from desktop.domain import feed
from desktop.domain import readings as readings_of
from desktop.domain.contracts import Contract
from desktop.domain.errors import AppError, Code
from desktop.domain.feed import Me, MeUnchanged, Page, Reset, Revoked
from desktop.domain.invoices import Invoice
from desktop.domain.users import Utility
from tests.support.backend import RunningBackend, running_backend
from tests.support.backend_books import ContractIds

KINDS: dict[str, Any] = {
    "utility": contracts.Utility,
    "contract": contracts.Contract,
    "meter": readings.Meter,
    "reading": readings.Reading,
    "invoice": invoices.Invoice,
}
CLASSES = dict(
    zip(KINDS, (Utility, Contract, readings_of.Meter, readings_of.Reading, Invoice), strict=True)
)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningBackend]:
    with running_backend(tmp_path) as found:
        found.books.utility(is_demo=True, demo_username="ana", demo_password="secreta")
        yield found


@pytest.fixture
def client(server: RunningBackend) -> Iterator[Client]:
    found = Client(server.url, "test", heard=lambda _when: None)
    yield found
    found.close()


def everything(server: RunningBackend) -> ContractIds:
    """A user whose books use every word of every enumeration, and both null and its opposite."""
    books = server.books
    ana = books.user("ana", "secreta", role=Role.CUSTOMER)
    numbers = iter(range(2000, 9000))
    first = None
    for field, words in (
        ("service", ServiceKind),
        ("status", ContractStatus),
        ("cut_reason", CutReason),
    ):
        for word in words:
            fields: dict[str, Any] = {field: word, "number": next(numbers)}
            if field == "cut_reason":
                fields["cut_since"] = date(2026, 1, 2)
            ids = books.contract([], **fields)
            books.link(ana, ids, role=list(LinkRole)[next(numbers) % 3], alias="Casa ñ")
            first = first or ids
    assert first is not None
    for point, state in enumerate(ConnectedState, 1):
        books.change(m.SupplyPoint, point, connected_state=state, city="Montevideo")
    books.change(
        m.Contract,
        first.id,
        end_date=date(2027, 1, 1),
        next_read_date=date(2026, 4, 1),
        window_opens_at=datetime(2026, 3, 27, 3, tzinfo=UTC),
        window_closes_at=datetime(2026, 4, 1, 3, 0, 0, 500_000, tzinfo=UTC),
        tariff="R1",
        category="casa",
    )
    books.change(m.Meter, first.meter_id, removed_on=date(2026, 1, 1), telemetered=True)
    books.change(m.Register, first.register_id, multiplier=Decimal("1.0364"), decimal_digits=3)
    _readings(server, first)
    _invoices(server, first)
    return first


def _readings(server: RunningBackend, ids: ContractIds) -> None:
    chosen: list[dict[str, Any]] = [
        {field: word}
        for field, words in (
            ("quality", Quality),
            ("source", Source),
            ("reason", ReadingReason),
            ("no_read_reason", NoReadReason),
            ("method", EstimationMethod),
        )
        for word in words
    ]
    chosen.append({"value": Decimal("0.123456789012345678"), "consumption": Decimal("-5")})
    chosen.append({"is_rollover": True, "invoice_number": "A-1"})
    chosen.append({"origin_op_id": "0b6c1c36-1f0e-4d0c-9d0e-6f1f6a0f7c11"})
    for row, fields in zip(server.books.readings(ids, len(chosen)), chosen, strict=True):
        server.books.change(m.Reading, row, **fields)


def _invoices(server: RunningBackend, ids: ContractIds) -> None:
    chosen: list[dict[str, Any]] = [
        {field: word}
        for field, words in (("kind", InvoiceKind), ("payment_status", PaymentStatus))
        for word in words
    ]
    chosen.append({"replaced_by": "A-2", "agreement_number": "C-1", "claim_number": "R-1"})
    chosen.append({"period_start": None, "period_end": None, "total": -5, "open": -5})
    rows = server.books.invoices(ids, len(chosen))
    for row, fields in zip(rows, chosen, strict=True):
        server.books.change(m.Invoice, row, **fields)
    for line, word in enumerate(LineKind, 1):
        server.books.change(m.InvoiceLine, line, kind=word)
    server.books.change(m.InvoiceLine, 1, quantity=None, unit_price=None, fx_rate=None)
    for reading, quality in enumerate(Quality, 1):
        server.books.change(m.InvoiceReading, reading, quality=quality)
    server.books.change(m.Invoice, rows[0], document_id=None)


def pages(client: Client, scope: str, limit: int) -> list[Page]:
    found: list[Page] = []
    token = None
    while not found or found[-1].more:
        page = client.page(scope, token, limit)
        assert isinstance(page, Page)
        found.append(page)
        token = page.next
    return found


def test_all_that_the_backend_says_is_understood_and_all_of_it_is_used(
    server: RunningBackend, client: Client
) -> None:
    everything(server)
    client.sign_in("ana", "secreta")
    me = client.me()
    assert isinstance(me, Me)
    assert {head.link.role for head in me.scopes if head.link} == {role.value for role in LinkRole}
    seen: dict[str, list[dict[str, Any]]] = {}
    for head in me.scopes:
        found = pages(client, head.scope, 7)
        changes = [change for page in found for change in page.changes]
        assert found[-1].seq == head.head
        assert found[-1].count == len(changes)
        assert found[-1].digest == feed.digest((c.kind, c.id, c.seq) for c in changes)
        for change in changes:
            body = json.loads(change.body)
            seen.setdefault(change.kind, []).append(body)
            domain: Any = wire.decode(CLASSES[change.kind], change.body)
            assert domain.id == body["id"] == change.id or change.kind == "utility"
    assert seen.keys() == KINDS.keys()
    for kind, found_bodies in seen.items():
        same_shape(found_bodies, KINDS[kind], kind)


def same_shape(values: list[dict[str, Any]], struct: Any, path: str) -> None:
    """Each object has exactly the fields of `struct`, and together they have every value of an
    enumeration, and null wherever null is allowed and something else too."""
    hints = get_type_hints(struct, include_extras=False)
    for value in values:
        assert value.keys() == hints.keys(), path
    for name, hint in hints.items():
        here = [value[name] for value in values]
        inner = [a for a in get_args(hint) if a is not type(None)] if is_union(hint) else [hint]
        (kind,) = inner
        place = f"{path}.{name}"
        if is_union(hint):
            assert path == "utility" or any(v is None for v in here), f"{place} is never null"
            assert any(v is not None for v in here), f"{place} is always null"
        there = [v for v in here if v is not None]
        if get_origin(kind) is list:
            (item,) = get_args(kind)
            same_shape([one for v in there for one in v], item, place)
        elif issubclass(kind, msgspec.Struct):
            same_shape(there, kind, place)
        elif issubclass(kind, StrEnum):
            assert set(there) == {member.value for member in kind}, place


def is_union(hint: object) -> bool:
    return get_origin(hint) in (Union, UnionType)


def test_the_utility_is_the_same_with_and_without_a_session(
    server: RunningBackend, client: Client
) -> None:
    server.books.user("ana", "secreta")
    client.sign_in("ana", "secreta")
    (change,) = pages(client, "G", 100)[-1].changes
    assert wire.decode(Utility, change.body) == client.utility()


def test_an_unchanged_me_is_told_so(server: RunningBackend, client: Client) -> None:
    server.books.user("ana", "secreta")
    client.sign_in("ana", "secreta")
    me = client.me()
    assert isinstance(me, Me)
    assert isinstance(client.me(me.etag), MeUnchanged)
    server.books.utility(name="Otro nombre")
    assert isinstance(client.me(me.etag), Me)


def test_a_document_is_what_its_reference_says(server: RunningBackend, client: Client) -> None:
    ids = server.books.contract([server.books.user("ana", "secreta")])
    server.books.invoices(ids, 1)
    client.sign_in("ana", "secreta")
    (change,) = [c for c in pages(client, ids.scope, 100)[0].changes if c.kind == "invoice"]
    ref = wire.decode(Invoice, change.body).document
    assert ref is not None
    assert len(client.document(ref)) == ref.size


def test_a_deletion_is_a_change_without_a_body(server: RunningBackend, client: Client) -> None:
    ids = server.books.contract([server.books.user("ana", "secreta")])
    rows = server.books.readings(ids, 2)
    client.sign_in("ana", "secreta")
    token = pages(client, ids.scope, 100)[-1].next
    server.books.delete(m.Reading, rows[:1])
    page = client.page(ids.scope, token)
    assert isinstance(page, Page)
    (change,) = page.changes
    assert change.deleted and (change.kind, change.id) == ("reading", str(rows[0]))


def test_what_the_feed_answers_instead_of_a_page(server: RunningBackend, client: Client) -> None:
    ana = server.books.user("ana", "secreta")
    ids = server.books.contract([ana])
    client.sign_in("ana", "secreta")
    assert client.page(ids.scope, "not a token of theirs") == Reset("damaged-token")
    assert client.page("C-999", None) == Revoked()


def code_of(error: pytest.ExceptionInfo[AppError]) -> Code:
    return error.value.code


def test_refusals_are_understood(server: RunningBackend, client: Client) -> None:
    server.books.user("ana", "secreta")
    with pytest.raises(AppError) as caught:
        client.me()
    assert code_of(caught) is Code.SESSION_EXPIRED
    for _ in range(server.settings.failures_before_lock):
        with pytest.raises(AppError) as caught:
            client.sign_in("ana", "wrong")
        assert code_of(caught) is Code.BAD_CREDENTIALS
        assert caught.value.reference
    with pytest.raises(AppError) as caught:
        client.sign_in("ana", "secreta")
    assert code_of(caught) is Code.USER_LOCKED
    assert caught.value.until is not None
    transport = Transport(server.url)
    with pytest.raises(AppError) as caught:
        transport.get("/v1/no-such-thing")
    assert code_of(caught) is Code.NOT_FOUND
    transport.close()


def test_the_ping_is_known_by_its_mark(server: RunningBackend) -> None:
    transport = Transport(server.url)
    transport.ping()
    transport.close()


@pytest.mark.fault(27, "A")
def test_a_lost_answer_to_a_renewal_signs_nobody_out(
    server: RunningBackend, client: Client
) -> None:
    server.books.user("ana", "secreta")
    client.sign_in("ana", "secreta")
    first = client.refresh_token
    client.resume(first)
    client.me()  # renews; suppose that the answer never reached the disk
    client.resume(first)
    assert isinstance(client.me(), Me)
