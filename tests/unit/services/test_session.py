"""Signing in, coming back without a network, and leaving nothing behind."""

from __future__ import annotations

import logging
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest

from desktop.api.client import Client
from desktop.domain.errors import AppError, Code, StoreError
from desktop.services.office import Office
from desktop.services.results import Connection
from tests.support.backend import START
from tests.support.offices import FakeKeyring, an_office, synced
from tests.unit.services.conftest import World


def office_of(world: World) -> AbstractContextManager[Office]:
    return an_office(world.server.url, world.folder, world.keyring, world.clock)


def code_of(error: pytest.ExceptionInfo[AppError]) -> Code:
    return error.value.code


def files(world: World) -> list[str]:
    return [p.name for p in world.folder.rglob("*") if p.is_file()]


def test_the_sign_in_page_knows_the_utility_before_anybody_signs_in(world: World) -> None:
    with office_of(world) as office:
        utility = office.session.public_utility()
    assert (utility.name, utility.zone) == ("Gas de Prueba", "America/Montevideo")


def test_a_first_sign_in_brings_everything(world: World) -> None:
    with office_of(world) as office:
        assert office.session.restore() is None
        profile = office.session.sign_in("ana", "secreta")
        assert profile.user.full_name == "Ana Pérez"
        assert profile.keeps_data
        outcome = synced(office)
        assert outcome.error is None and outcome.connection is Connection.ONLINE
        assert len(office.invoices.book(world.contract_id).invoices) == 12


def test_after_a_restart_without_a_server_everything_is_there(world: World) -> None:
    world.clock.wall = world.clock.wall.replace(year=2036)  # this computer's clock is wrong
    with office_of(world) as office:
        first = office.session.sign_in("ana", "secreta")
        synced(office)
        before = office.invoices.book(world.contract_id)
    world.server.stop()
    world.clock.advance(hours=3)
    with office_of(world) as office:
        assert office.session.restore() == first
        book = office.invoices.book(world.contract_id)
        assert book.invoices == before.invoices
        assert len(office.readings.book(world.contract_id).readings) == 12
        assert office.contracts.overview().contracts[0].contract.number == "1001"
        assert book.freshness.verified_at == START
        assert book.now == START + timedelta(hours=3)
        content = office.documents.read(world.contract_id, book.invoices[0].document)  # type: ignore[arg-type]
        assert content.startswith(b"%PDF")
        outcome = synced(office)
        assert outcome.error is not None and outcome.error.code is Code.SERVER_DOWN
        assert outcome.connection is Connection.SERVER_DOWN


def test_a_wrong_password_leaves_nothing(world: World) -> None:
    with office_of(world) as office:
        with pytest.raises(AppError) as caught:
            office.session.sign_in("ana", "wrong")
        assert code_of(caught) is Code.BAD_CREDENTIALS
        with pytest.raises(AppError) as caught:
            office.contracts.overview()
        assert code_of(caught) is Code.SESSION_EXPIRED
    assert world.keyring.values == {}
    assert files(world) == []


def test_a_locked_user_is_told_until_when(world: World) -> None:
    with office_of(world) as office:
        for _ in range(world.server.settings.failures_before_lock):
            with pytest.raises(AppError) as caught:
                office.session.sign_in("ana", "wrong")
        with pytest.raises(AppError) as caught:
            office.session.sign_in("ana", "secreta")
        assert code_of(caught) is Code.USER_LOCKED
        assert caught.value.until is not None and caught.value.until > START


def test_signing_in_without_a_server_says_so(world: World) -> None:
    world.server.stop()
    with office_of(world) as office, pytest.raises(AppError) as caught:
        office.session.sign_in("ana", "secreta")
    assert code_of(caught) is Code.SERVER_DOWN


def test_signing_out_leaves_no_file_and_no_secret_and_ends_the_session(world: World) -> None:
    with office_of(world) as office:
        office.session.sign_in("ana", "secreta")
        synced(office)
        token = office.session.client.refresh_token
        office.session.sign_out()
        assert files(world) == []
        assert world.keyring.values == {}
        with pytest.raises(AppError):
            office.invoices.book(world.contract_id)
    client = Client(world.server.url, "test-device", heard=lambda _when: None)
    client.resume(token)
    with pytest.raises(AppError) as caught:
        client.me()
    assert code_of(caught) is Code.SESSION_EXPIRED
    client.close()


@pytest.mark.fault(53, "X")
def test_signing_out_works_without_a_server(world: World) -> None:
    with office_of(world) as office:
        office.session.sign_in("ana", "secreta")
        synced(office)
        world.server.stop()
        office.session.sign_out()
    assert files(world) == []
    assert world.keyring.values == {}


def test_after_signing_out_one_can_sign_in_again(world: World) -> None:
    with office_of(world) as office:
        for _ in range(2):
            office.session.sign_in("ana", "secreta")
            assert synced(office).error is None
            office.session.sign_out()


@pytest.mark.fault(42, "X")
def test_the_next_person_finds_nothing_of_the_one_before(world: World) -> None:
    world.books.user("bea", "otra")
    with office_of(world) as office:
        office.session.sign_in("ana", "secreta")
        synced(office)
        anas = set(world.keyring.values)
        profile = office.session.sign_in("bea", "otra")
        assert profile.user.username == "bea"
        assert synced(office).error is None
        assert office.contracts.overview().contracts == ()
        assert office.invoices.book(world.contract_id).invoices == ()
    assert len(list((world.folder / "profiles").iterdir())) == 1
    assert len(world.keyring.values) == len(anas)
    assert {n for n in anas if n.startswith("store-key")}.isdisjoint(world.keyring.values)


@pytest.mark.fault(42, "X")
def test_the_next_person_after_a_restart_finds_nothing_either(world: World) -> None:
    world.books.user("bea", "otra")
    with office_of(world) as office:
        office.session.sign_in("ana", "secreta")
        synced(office)
    with office_of(world) as office:
        office.session.sign_in("bea", "otra")
    assert len(list((world.folder / "profiles").iterdir())) == 1


def test_signing_in_again_as_the_same_person_keeps_what_is_here(world: World) -> None:
    with office_of(world) as office:
        office.session.sign_in("ana", "secreta")
        synced(office)
        office.session.sign_in("ana", "secreta")
        assert len(office.invoices.book(world.contract_id).invoices) == 12
        assert not synced(office).changes


def test_where_nothing_can_be_kept_the_profile_says_so(world: World) -> None:
    world.keyring = FakeKeyring(is_persistent=False)
    with office_of(world) as office:
        assert not office.session.sign_in("ana", "secreta").keeps_data
        assert synced(office).error is None
    world.keyring = FakeKeyring(is_persistent=False)
    with office_of(world) as office:
        assert office.session.restore() is None


@pytest.mark.expect_logs("keyring|begun anew")
@pytest.mark.parametrize("way", ["fails", "garbles"])
def test_a_keyring_that_breaks_costs_the_offline_copy_and_not_the_office(
    world: World, way: str
) -> None:
    setattr(world.keyring, way, True)
    with office_of(world) as office:
        assert office.session.restore() is None
        profile = office.session.sign_in("ana", "secreta")
        assert not profile.keeps_data
        assert synced(office).error is None
        assert len(office.invoices.book(world.contract_id).invoices) == 12
    setattr(world.keyring, way, False)
    world.keyring.values.clear()
    with office_of(world) as office:
        assert office.session.restore() is None
        assert office.session.sign_in("ana", "secreta").keeps_data
        assert synced(office).error is None
        assert len(office.invoices.book(world.contract_id).invoices) == 12


@pytest.mark.expect_logs("keyring failed")
def test_a_keyring_that_locks_later_on_does_not_stop_the_sync(world: World) -> None:
    with office_of(world) as office:
        office.session.sign_in("ana", "secreta")
        world.keyring.fails = True
        world.server.movable_clock.advance(minutes=30)
        assert synced(office).error is None


@pytest.mark.expect_logs("begun anew: key")
@pytest.mark.fault(39, "X")
def test_a_copy_whose_key_is_gone_is_made_again(world: World) -> None:
    with office_of(world) as office:
        office.session.sign_in("ana", "secreta")
        synced(office)
    world.keyring.values.clear()
    with office_of(world) as office:
        assert office.session.restore() is None
        office.session.sign_in("ana", "secreta")
        synced(office)
        assert len(office.invoices.book(world.contract_id).invoices) == 12


@pytest.mark.expect_logs("begun anew: damaged")
def test_a_damaged_copy_is_told_and_made_again(world: World) -> None:
    with office_of(world) as office:
        office.session.sign_in("ana", "secreta")
        synced(office)
    (cache,) = world.folder.rglob("cache.db")
    cache.write_bytes(b"\x00" * cache.stat().st_size)
    with office_of(world) as office:
        with pytest.raises(StoreError) as caught:
            office.session.restore()
        assert caught.value.code is Code.STORE_CORRUPT
        office.session.sign_in("ana", "secreta")
        assert synced(office).error is None
        assert len(office.invoices.book(world.contract_id).invoices) == 12


def test_an_app_that_is_quitting_opens_nothing_any_more(world: World) -> None:
    with office_of(world) as office:
        office.session.sign_in("ana", "secreta")
        synced(office)
    with office_of(world) as office:
        office.close()
        with pytest.raises(AppError) as caught:
            office.session.restore()
        assert code_of(caught) is Code.OFFLINE


def test_a_damaged_note_of_the_session_means_signing_in_again(world: World) -> None:
    with office_of(world) as office:
        office.session.sign_in("ana", "secreta")
    for name in world.keyring.values:
        if name.startswith("session"):
            world.keyring.values[name] = "{"
    with office_of(world) as office:
        assert office.session.restore() is None


def test_nothing_personal_is_on_the_disk_or_in_the_log(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    tokens = set()
    with office_of(world) as office:
        with pytest.raises(AppError):
            office.session.sign_in("ana", "canario-malo")
        office.session.sign_in("ana", "secreta")
        synced(office)
        tokens.add(office.session.client.refresh_token)
        world.server.movable_clock.advance(minutes=30)
        synced(office)
        tokens.add(office.session.client.refresh_token)
        office.search.find("Pérez")
        world.server.stop()
        synced(office)
        assert len(tokens) == 2
        canaries = ["Pérez", "ana@example.org", "Calle Uno", "secreta", "canario", "1001", *tokens]
        for path in world.folder.rglob("*"):
            content = path.read_bytes() if path.is_file() else b""
            found = [c for c in canaries if c.encode() in content or c in path.name]
            assert not found, path
    for canary in canaries:
        assert canary not in caplog.text
    assert not any(canary in name for name in world.keyring.values for canary in canaries)
