"""After a sync the newest documents are kept, so that they can be opened without a connection."""

from __future__ import annotations

import pytest

from desktop.domain.changes import Changes
from desktop.domain.errors import Code, StoreError
from desktop.services.office import Office
from desktop.services.sync.service import KEPT_AFTER_SYNC
from desktop.store.documents import DocumentStore
from tests.support import chaos
from tests.support.chaos import Chaos, problem
from tests.support.offices import an_office, synced
from tests.unit.services.conftest import World, port


@pytest.fixture
def office(proxied: Office) -> Office:
    return proxied


def test_the_newest_documents_are_kept_after_a_sync(world: World, office: Office) -> None:
    second = world.books.contract([world.ana], number=2001)
    world.books.invoices(second, KEPT_AFTER_SYNC + 6)
    assert synced(office).error is None
    book = office.invoices.book(str(second.id))
    digests = [invoice.document.sha256 for invoice in book.invoices if invoice.document]
    assert book.cached_documents == set(digests[:KEPT_AFTER_SYNC])
    assert synced(office).changes == Changes()
    assert office.invoices.book(str(second.id)).cached_documents == set(digests), "the rest, later"


def test_documents_that_a_cancelled_sync_left_come_with_the_next(
    world: World, proxy: Chaos, office: Office
) -> None:
    second = world.books.contract([world.ana], number=2001)
    world.books.invoices(second, 3)

    def kept() -> int:
        return len(office.invoices.book(str(second.id)).cached_documents)

    def enough() -> bool:
        return any("/documents/" in request.path for request in proxy.requests)

    proxy.requests.clear()
    assert office.sync.run(lambda _done, _total: None, enough).error is None
    assert kept() == 1
    assert synced(office).changes == Changes()
    assert kept() == 3


def test_a_sync_that_failed_asks_for_no_documents(
    world: World, proxy: Chaos, office: Office
) -> None:
    world.one_more_invoice()
    proxy.otherwise = lambda e: (
        problem("unavailable", 503) if "/documents/" in e.path else chaos.through(port(world))
    )(e)
    assert synced(office).error is None
    proxy.otherwise = problem("unavailable", 503)
    proxy.requests.clear()
    assert synced(office).error is not None
    assert [request.path for request in proxy.requests] == ["/v1/me"]
    proxy.otherwise = chaos.through(port(world))
    assert synced(office).error is None
    assert len(office.invoices.book(world.contract_id).cached_documents) == 13


def test_a_document_that_cannot_be_had_does_not_spoil_the_sync(world: World, proxy: Chaos) -> None:
    proxy.otherwise = lambda e: (
        problem("unavailable", 503) if "/documents/" in e.path else chaos.through(port(world))
    )(e)
    with an_office(proxy.url, world.folder, world.keyring, world.clock) as office:
        office.session.sign_in("ana", "secreta")
        assert synced(office).error is None
        assert office.invoices.book(world.contract_id).cached_documents == frozenset()


@pytest.mark.expect_logs("no room to keep a document")
def test_a_document_that_has_no_room_is_not_fetched_with_every_sync(
    world: World, proxy: Chaos, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_documents: DocumentStore, _digest: str, _content: bytes) -> None:
        raise StoreError(Code.DISK_FULL)

    monkeypatch.setattr(DocumentStore, "put", full)
    world.one_more_invoice()
    proxy.requests.clear()
    for _ in range(3):
        assert synced(office).error is None
    assert ["/documents/" in request.path for request in proxy.requests].count(True) == 1


def test_a_document_that_the_server_lacks_is_asked_for_once(world: World, proxy: Chaos) -> None:
    def lacking(exchange: chaos.Exchange) -> None:
        pass_on = chaos.through(port(world))
        (problem("not-found", 404) if "/documents/" in exchange.path else pass_on)(exchange)

    proxy.otherwise = lacking
    with an_office(proxy.url, world.folder, world.keyring, world.clock) as office:
        office.session.sign_in("ana", "secreta")
        for _ in range(2):
            assert synced(office).error is None
    asked = [request.path for request in proxy.requests if "/documents/" in request.path]
    assert len(asked) == len(set(asked)) == 12
