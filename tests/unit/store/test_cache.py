"""The mirror: pages stay out of sight until a scope is whole, and then all of it shows at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.domain.changes import Changes
from desktop.domain.contracts import ContractLink, LinkRole
from desktop.domain.errors import Code, StoreError
from desktop.domain.feed import Me, Page, Staged
from desktop.store.local import LocalStore
from tests.support.feed_server import CLARA, START, FeedServer
from tests.support.stores import Disk, leftovers, visible


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LocalStore]:
    store = Disk(tmp_path).open()
    yield store
    store.close()


@pytest.fixture
def server() -> FeedServer:
    server = FeedServer("G", "C-1")
    for number in range(6):
        server.put("C-1", "invoice", str(number), b'{"open":1}')
    return server


def told(server: FeedServer) -> Me:
    answer = server.me("")
    assert isinstance(answer, Me)
    return answer


def asked(server: FeedServer, token: str | None, limit: int = 2, scope: str = "C-1") -> Page:
    answer = server.page(scope, token, limit)
    assert isinstance(answer, Page)
    return answer


def pull(server: FeedServer, store: LocalStore, token: str | None, limit: int = 2) -> Changes:
    """Everything from `token` on; with None the whole scope."""
    while (page := asked(server, token, limit)).more:
        store.cache.stage(page, token)
        token = page.next
    return store.cache.swap(page, token)


def token_of(store: LocalStore, scope: str = "C-1") -> str | None:
    return next(c.token for c in store.cache.resume().cursors if c.scope == scope)


def test_staged_pages_are_not_seen_until_the_last_one(
    store: LocalStore, server: FeedServer
) -> None:
    store.cache.keep_me(told(server))
    first = asked(server, None)
    store.cache.stage(first, None)
    second = asked(server, first.next)
    store.cache.stage(second, first.next)
    assert visible(store, "C-1") == frozenset()
    changes = store.cache.swap(asked(server, second.next), second.next)
    assert visible(store, "C-1") == server.scopes["C-1"].contents()
    assert changes == Changes(frozenset({"C-1"}), frozenset({"invoice"}))


@pytest.mark.fault(1, "U")
def test_a_stage_outlives_the_app_together_with_its_token(
    tmp_path: Path, server: FeedServer
) -> None:
    store = Disk(tmp_path).open()
    store.cache.keep_me(told(server))
    page = asked(server, None)
    store.cache.stage(page, None)
    store.close()
    store = Disk(tmp_path).open()
    cursor = store.cache.resume().cursors[1]
    assert cursor.staged == Staged(page.next, 1, full=True)
    assert cursor.token is None
    pull(server, store, page.next)
    assert visible(store, "C-1") == server.scopes["C-1"].contents()
    store.close()


def test_a_delta_changes_adds_and_deletes_at_once(store: LocalStore, server: FeedServer) -> None:
    store.cache.keep_me(told(server))
    pull(server, store, None)
    before = visible(store, "C-1")
    server.put("C-1", "reading", "1", b"{}")
    server.put("C-1", "invoice", "0", b'{"open":0}')
    server.delete("C-1", "invoice", "5")
    page = asked(server, token_of(store))
    store.cache.stage(page, token_of(store))
    assert visible(store, "C-1") == before
    changes = pull(server, store, page.next)
    assert visible(store, "C-1") == server.scopes["C-1"].contents()
    assert changes.kinds == {"invoice", "reading"}
    assert leftovers(store) == 0


def test_nothing_in_a_delta_is_no_change(store: LocalStore, server: FeedServer) -> None:
    store.cache.keep_me(told(server))
    pull(server, store, None)
    assert not pull(server, store, token_of(store))


@pytest.mark.fault(14, "U")
def test_a_full_resync_replaces_what_was_visible(store: LocalStore, server: FeedServer) -> None:
    store.cache.keep_me(told(server))
    pull(server, store, None)
    before = visible(store, "C-1")
    server.delete("C-1", "invoice", "1")
    server.purge("C-1")
    page = asked(server, None)
    store.cache.stage(page, None)
    assert visible(store, "C-1") == before
    pull(server, store, page.next)
    assert visible(store, "C-1") == server.scopes["C-1"].contents()
    assert leftovers(store) == 0


def test_beginning_anew_forgets_an_older_stage(store: LocalStore, server: FeedServer) -> None:
    store.cache.keep_me(told(server))
    store.cache.stage(asked(server, None, limit=4), None)
    server.delete("C-1", "invoice", "0")
    server.purge("C-1")
    pull(server, store, None)
    assert visible(store, "C-1") == server.scopes["C-1"].contents()
    assert leftovers(store) == 0


@pytest.mark.fault(13, "U")
def test_what_is_deleted_while_it_is_first_read_does_not_appear(
    store: LocalStore, server: FeedServer
) -> None:
    store.cache.keep_me(told(server))
    page = asked(server, None)
    store.cache.stage(page, None)
    server.delete("C-1", "invoice", "0")
    pull(server, store, page.next)
    assert visible(store, "C-1") == server.scopes["C-1"].contents()


@pytest.mark.parametrize("wrong", [{"count": 5}, {"digest": "sha256:" + "0" * 64}])
@pytest.mark.fault(16, "U")
def test_a_mismatch_shows_nothing_new_and_asks_for_everything(
    store: LocalStore, server: FeedServer, wrong: dict[str, object]
) -> None:
    store.cache.keep_me(told(server))
    pull(server, store, None)
    before, freshness = visible(store, "C-1"), store.cache.freshness("1")
    server.put("C-1", "invoice", "0", b"{}")
    server.put("C-1", "invoice", "9", b"{}")
    page = asked(server, token_of(store), limit=9)
    with pytest.raises(StoreError) as caught:
        store.cache.swap(replace(page, **wrong), token_of(store))  # type: ignore[arg-type]
    assert caught.value.code is Code.MIRROR_MISMATCH
    assert visible(store, "C-1") == before
    assert store.cache.freshness("1") == freshness
    cursor = store.cache.resume().cursors[1]
    assert (cursor.token, cursor.staged) == (None, None)
    assert leftovers(store) == 0
    pull(server, store, None)
    assert visible(store, "C-1") == server.scopes["C-1"].contents()


@pytest.mark.fault(16, "U")
def test_a_server_set_back_without_saying_so_is_noticed(
    store: LocalStore, server: FeedServer
) -> None:
    store.cache.keep_me(told(server))
    backup = server.backup()
    server.put("C-1", "invoice", "6", b"{}")
    pull(server, store, None)
    server.restore(backup, bump=False)
    for number in (7, 8):
        server.put("C-1", "reading", str(number), b"{}")
    with pytest.raises(StoreError, match="mirror_mismatch"):
        pull(server, store, token_of(store))


def test_a_page_for_another_token_is_a_bug(store: LocalStore, server: FeedServer) -> None:
    store.cache.keep_me(told(server))
    page = asked(server, None)
    with pytest.raises(ValueError, match="C-1"):
        store.cache.stage(page, "1/2/6")


def test_scopes_that_vanish_take_their_rows_and_documents_along(
    store: LocalStore, server: FeedServer
) -> None:
    mine, theirs = b"%PDF mine", b"%PDF theirs"
    server.scopes["C-2"] = FeedServer("C-2").scopes["C-2"]
    server.history["C-2"] = set()
    for scope, content in (("C-1", mine), ("C-2", theirs)):
        body = b'{"document":{"sha256":"%s"}}' % sha256(content).hexdigest().encode()
        server.put(scope, "invoice", "pdf", body)
    store.cache.keep_me(told(server))
    pull(server, store, None)
    store.cache.swap(asked(server, None, scope="C-2"), None)
    for content in (mine, theirs):
        store.documents.put(sha256(content).hexdigest(), content)
    del server.scopes["C-2"]
    changes = store.cache.keep_me(told(server))
    assert "C-2" in changes.scopes
    assert visible(store, "C-2") == frozenset()
    assert [link.scope for link in store.cache.links()] == ["C-1"]
    assert store.documents.get(sha256(mine).hexdigest()) == mine
    assert store.documents.get(sha256(theirs).hexdigest()) is None
    assert leftovers(store) == 0


@pytest.mark.fault(28, "U")
def test_a_revoked_scope_is_gone_and_has_to_be_told_of_again(
    store: LocalStore, server: FeedServer
) -> None:
    store.cache.keep_me(told(server))
    pull(server, store, None)
    assert store.cache.resume().etag is not None
    store.cache.drop_scope("C-1")
    assert visible(store, "C-1") == frozenset()
    assert store.cache.links() == ()
    assert store.cache.resume().etag is None
    assert leftovers(store) == 0


def test_me_is_kept_whole(store: LocalStore, server: FeedServer) -> None:
    assert store.cache.user() is None
    me = told(server)
    assert store.cache.keep_me(me).scopes == {"C-1"}
    assert store.cache.user() == CLARA
    resume = store.cache.resume()
    assert (resume.user_id, resume.etag, resume.epoch) == (CLARA.id, me.etag, 1)
    assert [(c.scope, c.head) for c in resume.cursors] == [("G", 0), ("C-1", 6)]
    assert store.cache.links() == (ContractLink("C-1", "1", "Casa C-1", LinkRole.HOLDER),)
    assert not store.cache.keep_me(me)


def test_a_new_name_for_a_contract_is_a_change(store: LocalStore, server: FeedServer) -> None:
    me = told(server)
    store.cache.keep_me(me)
    renamed = tuple(
        replace(head, link=None if head.link is None else replace(head.link, alias="La playa"))
        for head in me.scopes
    )
    changes = store.cache.keep_me(replace(me, scopes=renamed))
    assert changes == Changes(frozenset({"C-1"}), frozenset({"link"}))
    assert store.cache.links()[0].alias == "La playa"


def test_the_oldest_scope_decides_how_fresh_everything_is(
    store: LocalStore, server: FeedServer
) -> None:
    assert store.cache.freshness().verified_at is None
    store.cache.keep_me(told(server))
    pull(server, store, None)
    of_contract = store.cache.freshness("1").verified_at
    assert of_contract == server.now
    assert store.cache.freshness().verified_at is None  # the catalogue was never read
    store.cache.swap(asked(server, None, scope="G"), None)
    assert store.cache.freshness().verified_at == of_contract
    later = START + timedelta(hours=3)
    store.cache.mark_verified(["G", "C-1"], later)
    assert store.cache.freshness().verified_at == later


def test_the_servers_clock_is_remembered(store: LocalStore) -> None:
    assert store.cache.clock_offset() == 0.0
    store.cache.keep_clock(-12.25)
    store.cache.keep_clock(3.5)
    assert store.cache.clock_offset() == 3.5
