"""Signing out with something unsent, and what a damaged outbox leads to."""

from __future__ import annotations

import pytest

from desktop.domain.errors import AppError, Code
from desktop.services.office import Office
from desktop.services.results import Unsent
from tests.support.offices import an_office, synced
from tests.unit.services.conftest import World, send


def test_nobody_signs_out_of_what_was_not_sent_by_mistake(world: World, office: Office) -> None:
    item = send(office, world)
    assert office.session.sign_out() == Unsent(1)
    assert office.outbox.items() == (item,), "still signed in, and nothing is gone"
    assert synced(office).sent == 1
    assert office.session.sign_out() is None
    assert not list((world.folder / "profiles").iterdir())


def test_what_was_not_sent_is_deleted_when_the_person_says_so(world: World, office: Office) -> None:
    send(office, world)
    assert office.session.sign_out(discard_unsent=True) is None
    assert not list((world.folder / "profiles").iterdir())
    assert world.keyring.values == {}


def test_what_was_not_sent_may_stay_for_the_same_person(world: World, office: Office) -> None:
    item = send(office, world)
    assert office.session.sign_out(keep_unsent=True) is None
    (folder,) = (world.folder / "profiles").iterdir()
    assert all(path.name.startswith("outbox.") for path in folder.iterdir())
    office.session.sign_in("ana", "secreta")
    assert office.outbox.items() == (item,)
    assert synced(office).sent == 1


def test_the_next_person_neither_sees_nor_deletes_it(world: World, office: Office) -> None:
    world.books.user("bea", "otra")
    item = send(office, world)
    office.session.sign_in("bea", "otra")
    assert office.outbox.items() == ()
    assert office.session.sign_out() is None
    office.session.sign_in("ana", "secreta")
    assert office.outbox.items() == (item,)


@pytest.mark.expect_logs("what was not sent cannot be counted")
def test_an_outbox_that_cannot_be_read_is_asked_about_too(
    world: World, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.domain.errors import StoreError

    def busy() -> int:
        raise StoreError(Code.STORE_BUSY)

    with office._desk.using() as store:
        monkeypatch.setattr(store.outbox, "unsent", busy)
    assert office.session.sign_out() == Unsent(None)


@pytest.mark.expect_logs("the outbox was damaged and brought back", "it is mended")
def test_damage_that_a_sync_meets_is_mended_and_everything_sent(
    world: World, office: Office
) -> None:
    item = send(office, world)
    with office._desk.using() as store:
        store._outbox_file._database.close()
        content = bytearray(store._outbox_file.path.read_bytes())
        for at in range(8192, len(content), 512):
            content[at] ^= 1
        store._outbox_file.path.write_bytes(content)
        store._outbox_file._database.open(lambda _connection: None)
    outcome = synced(office)
    assert (outcome.error, outcome.sent) == (None, 1)
    report = office.outbox.report()
    assert report is not None and report.restored == 1
    assert office.outbox.items()[0].payload == item.payload


def test_nobody_signed_in_has_no_outbox(world: World) -> None:
    with an_office(world.server.url, world.folder) as office:
        with pytest.raises(AppError) as caught:
            office.outbox.items()
        assert caught.value.code is Code.SESSION_EXPIRED
