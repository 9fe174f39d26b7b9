"""Whatever happens during a sync, what is shown is whole, and the outcome says what happened."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from desktop.domain.errors import AppError, Code, StoreError
from desktop.services.office import Office
from desktop.services.results import Connection, SyncOutcome
from desktop.services.session import SessionService
from desktop.services.sync.state import Policy
from tests.support import chaos
from tests.support.chaos import Behaviour, Chaos, problem
from tests.support.offices import an_office, synced
from tests.unit.services.conftest import World, port, send


@pytest.fixture
def office(proxied: Office) -> Office:
    return proxied


def count(office: Office, world: World) -> int:
    return len(office.invoices.book(world.contract_id).invoices)


SPOILS: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda body: body[:-20],
    "not JSON": lambda _body: b"<oficina>",
    "NaN": lambda body: body.replace(b'"seq":', b'"seq":NaN,"was":', 1),
    "a name twice": lambda body: body.replace(b'"epoch":', b'"epoch":1,"epoch":', 1),
    "nested too deep": lambda body: body.replace(
        b'"epoch":', b'"x":' + b"[" * 100_000 + b"]" * 100_000 + b',"epoch":', 1
    ),
    "an amount that is no number": lambda body: body.replace(b'"total":', b'"total":"x","t":', 1),
    "another scope": lambda body: body.replace(b'"scope":"C-', b'"scope":"C-9', 1),
    "an entity left out": lambda body: body.replace(b'"k":"invoice"', b'"k":"involce"', 1),
}


@pytest.mark.fault(4, 55, "P")
def test_nothing_of_a_spoilt_page_is_shown(world: World, proxy: Chaos, office: Office) -> None:
    before = office.invoices.book(world.contract_id).invoices
    world.one_more_invoice()
    for name, spoil in SPOILS.items():
        proxy.otherwise = chaos.through(port(world), spoil, of="/C-")
        outcome = synced(office)
        assert outcome.error is not None, name
        assert outcome.error.code in (Code.INVALID_ANSWER, Code.MIRROR_MISMATCH), name
        assert office.invoices.book(world.contract_id).invoices == before, name
    proxy.otherwise = chaos.through(port(world))
    assert synced(office).error is None
    assert count(office, world) == 13


OUTCOMES: list[tuple[Behaviour, Code, Connection]] = [
    (chaos.portal, Code.CAPTIVE_PORTAL, Connection.PORTAL),
    (chaos.Exchange.close, Code.SERVER_DOWN, Connection.SERVER_DOWN),
    (problem("unavailable", 503), Code.SERVER_DOWN, Connection.SERVER_DOWN),
    (problem("client-too-old", 426), Code.CLIENT_TOO_OLD, Connection.ONLINE),
    (problem("rate-limited", 429), Code.RATE_LIMITED, Connection.ONLINE),
    (problem("session-expired", 401), Code.SESSION_EXPIRED, Connection.AUTH_NEEDED),
]


@pytest.mark.fault(20, 21, "P")
def test_the_outcome_says_what_the_network_is_like(
    world: World, proxy: Chaos, office: Office
) -> None:
    for behaviour, code, connection in OUTCOMES:
        proxy.otherwise = behaviour
        outcome = synced(office)
        assert outcome.error is not None and outcome.error.code is code
        assert outcome.connection is connection
        assert count(office, world) == 12


@pytest.mark.fault(26, "P")
def test_a_token_that_ends_in_the_middle_is_renewed_once(
    world: World, proxy: Chaos, office: Office
) -> None:
    second = world.books.contract([world.ana], number=2001)
    world.books.readings(second, 5)
    world.books.readings(world.home, 3, first=12)
    proxy.requests.clear()
    expired: list[bool] = []

    def progress(done: int, _total: int) -> None:
        if done and not expired:
            world.server.movable_clock.advance(minutes=30)
            expired.append(True)

    outcome = office.sync.run(progress, lambda: False)
    assert outcome.error is None and expired
    assert len(office.readings.book(world.contract_id).readings) == 15
    assert len(office.readings.book(str(second.id)).readings) == 5
    paths = [request.path for request in proxy.requests]
    assert paths.count("/v1/session/refresh") == 1
    again = paths.index("/v1/session/refresh")
    assert paths[again - 1] == paths[again + 1]  # the page that was refused, and no other


@pytest.mark.fault(28, "P")
def test_a_contract_that_one_may_no_longer_see_is_gone(world: World, office: Office) -> None:
    world.books.unlink(world.ana, world.home)
    outcome = synced(office)
    assert outcome.error is None
    assert outcome.changes.scopes == {world.home.scope}
    assert office.contracts.overview().contracts == ()
    assert count(office, world) == 0


@pytest.mark.fault(29, "P")
def test_a_session_ended_elsewhere_keeps_the_data_and_asks_for_a_sign_in(
    world: World, office: Office
) -> None:
    office.session.client.revoke(office.session.client.leave())
    outcome = synced(office)
    assert outcome.connection is Connection.AUTH_NEEDED
    assert count(office, world) == 12
    office.session.sign_in("ana", "secreta")
    assert synced(office).error is None


def test_a_copy_damaged_while_it_is_used_is_told_once_and_heals(
    world: World, office: Office
) -> None:
    world.one_more_invoice()
    with office.sync._desk.alone() as store:
        store.close()
        (cache,) = world.folder.rglob("cache.db")
        content = bytearray(cache.read_bytes())
        for page in range(len(content) // 4096 * 4 // 5 * 4096, len(content), 4096):
            content[page + 100] ^= 0xFF
        cache.write_bytes(content)
        store.open()
        assert store.rebuilt is None  # the damage is further in than what a start reads
    with pytest.raises(AppError) as caught:
        office.invoices.book(world.contract_id)
    assert caught.value.code is Code.STORE_CORRUPT
    assert synced(office).error is None
    assert count(office, world) == 13


@pytest.mark.parametrize(
    "name",
    [
        "cache",
        pytest.param("outbox", marks=pytest.mark.expect_logs("the outbox was damaged")),
    ],
)
def test_a_damaged_file_is_not_taken_from_under_a_page(
    world: World, proxy: Chaos, office: Office, name: str
) -> None:
    (folder,) = (world.folder / "profiles").iterdir()
    note = folder / f"{name}.damaged"
    note.touch()
    outcomes: list[SyncOutcome] = []
    worker = threading.Thread(target=lambda: outcomes.append(synced(office)))
    proxy.arrived.clear()
    with office._desk.using():
        worker.start()
        assert not proxy.arrived.wait(0.5), "it went on without waiting for the page"
        assert note.exists()
    worker.join(5)
    assert not note.exists()
    assert [outcome.error for outcome in outcomes] == [None]


def test_sync_without_a_session_is_an_outcome_and_not_an_exception(world: World) -> None:
    with an_office(world.server.url, world.folder) as office:
        outcome = synced(office)
    assert outcome.connection is Connection.AUTH_NEEDED


def test_a_cancelled_sync_stops_and_loses_nothing(world: World, office: Office) -> None:
    world.one_more_invoice()
    outcome = office.sync.run(lambda _done, _total: None, lambda: True)
    assert outcome.error is None
    assert count(office, world) == 12
    assert synced(office).error is None
    assert count(office, world) == 13


def hanging_sync(office: Office, proxy: Chaos) -> tuple[threading.Thread, list[SyncOutcome]]:
    """A sync that the server lets wait, on its own thread."""
    outcomes: list[SyncOutcome] = []
    proxy.then(chaos.silence)
    proxy.arrived.clear()
    worker = threading.Thread(target=lambda: outcomes.append(synced(office)))
    worker.start()
    assert proxy.arrived.wait(5)
    return worker, outcomes


@pytest.mark.parametrize("end", ["sign_out", "close"])
def test_leaving_does_not_wait_for_a_hanging_sync(
    world: World, proxy: Chaos, office: Office, end: str
) -> None:
    worker, outcomes = hanging_sync(office, proxy)
    started = time.monotonic()
    if end == "close":
        office.close()
    else:
        office.session.sign_out()
    assert time.monotonic() - started < 5  # where a request may take 20
    worker.join(5)
    assert outcomes[0].error is not None
    if end == "sign_out":
        assert [p for p in world.folder.rglob("*") if p.is_file()] == []


def test_leaving_does_not_wait_for_a_sync_that_is_to_try_again(
    proxy: Chaos, office: Office
) -> None:
    proxy.otherwise = problem("unavailable", 503, headers={"Retry-After": "20"})
    proxy.arrived.clear()
    office.sync.policy = Policy(retries=1)
    worker = threading.Thread(target=lambda: office.sync.run(lambda _d, _t: None, lambda: False))
    worker.start()
    assert proxy.arrived.wait(5)
    started = time.monotonic()
    office.session.sign_out()
    assert time.monotonic() - started < 10
    worker.join(5)
    assert not worker.is_alive()


def test_a_second_sync_waits_for_the_first_and_sends_nothing_twice(
    world: World, proxy: Chaos, office: Office
) -> None:
    world.books.open_window(world.home, world.server.movable_clock.now())
    send(office, world)
    sending, again, may_go_on = threading.Event(), threading.Event(), threading.Event()

    def held(exchange: chaos.Exchange) -> None:
        if exchange.method == "PUT":
            (again if sending.is_set() else sending).set()
            may_go_on.wait(5)
        chaos.through(port(world))(exchange)

    proxy.otherwise = held
    outcomes: list[SyncOutcome] = []
    workers = [threading.Thread(target=lambda: outcomes.append(synced(office))) for _ in "12"]
    workers[0].start()
    assert sending.wait(5)
    workers[1].start()
    assert not again.wait(0.3)
    may_go_on.set()
    for worker in workers:
        worker.join(5)
    assert [(outcome.error, outcome.sent) for outcome in outcomes] == [(None, 1), (None, 0)]
    assert [request.method for request in proxy.requests].count("PUT") == 1


def test_a_disk_that_fails_says_nothing_of_the_connection(
    world: World, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_session: SessionService) -> bool:
        raise StoreError(Code.STORE_BUSY)

    monkeypatch.setattr(SessionService, "is_damaged", property(busy))
    outcome = synced(office)
    assert outcome.error is not None and outcome.error.code is Code.STORE_BUSY
    assert outcome.connection is Connection.UNKNOWN
