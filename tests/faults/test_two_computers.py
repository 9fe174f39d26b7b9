"""Two accounts on one computer, and one customer at two computers: nobody reads what is another's,
and what both enter offline is decided by the utility, never overwritten in silence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.submissions import SubmissionState
from tests.faults.conftest import House, enter, state
from tests.support.backend import START
from tests.support.offices import FakeKeyring, an_office, synced

ACCEPTED, REJECTED = SubmissionState.ACCEPTED, SubmissionState.REJECTED


@pytest.fixture
def neighbour(house: House) -> None:
    """Beto has a contract of his own at the same utility."""
    beto = house.server.books.user("beto", "clave", full_name="Beto Suárez")
    contract = house.server.books.contract([beto], number="77123")
    house.server.books.open_window(contract, START)


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


@pytest.mark.fault(42, "X")
@pytest.mark.usefixtures("neighbour")
def test_the_next_account_neither_sees_nor_sends_what_the_one_before_left(house: House) -> None:
    with an_office(house.server.url, house.folder, house.keyring, house.clock) as office:
        office.session.sign_in("ana", "secreta")
        assert synced(office).error is None
        item = enter(office, house.home)
        office.session.sign_out(keep_unsent=True)
        office.session.sign_in("beto", "clave")
        assert synced(office).error is None
        assert office.outbox.items() == ()
        assert [row.contract.number for row in office.contracts.overview().contracts] == ["77123"]
        assert office.search.find("1001") == ()
        assert house.decided() == []
        office.session.sign_out()
        office.session.sign_in("ana", "secreta")
        assert office.outbox.items() == (item,)
        assert synced(office).sent == 1
    assert house.effects() == [item.op_id]


@pytest.mark.fault(42, "X")
@pytest.mark.usefixtures("neighbour")
def test_two_accounts_have_folders_and_keys_of_their_own(house: House) -> None:
    keyrings = {"ana": FakeKeyring(), "beto": FakeKeyring()}
    found: dict[str, set[Path]] = {}
    for name, password in (("ana", "secreta"), ("beto", "clave")):
        before = files(house.folder) if house.folder.exists() else set()
        with an_office(house.server.url, house.folder, keyrings[name], house.clock) as office:
            office.session.sign_in(name, password)
            assert synced(office).error is None
        found[name] = files(house.folder) - before
    assert {path.name for path in found["ana"]} == {path.name for path in found["beto"]}
    assert not {path.parent for path in found["ana"]} & {path.parent for path in found["beto"]}
    secrets = [set(keyring.values.values()) for keyring in keyrings.values()]
    assert not secrets[0] & secrets[1]
    # Even with the other's files in hand, Beto's keys open nothing of Ana's.
    (outbox,) = (path for path in found["ana"] if path.name == "outbox.db")
    kept = outbox.read_bytes()
    assert b"self_reading" not in kept
    with an_office(house.server.url, house.folder, keyrings["beto"], house.clock) as office:
        profile = office.session.restore()
        assert profile is not None and profile.user.username == "beto"
    assert outbox.read_bytes() == kept


@pytest.mark.fault(43, "P")
@pytest.mark.parametrize(("second", "becomes"), [(505, REJECTED), (509, ACCEPTED)])
def test_one_customer_enters_a_reading_at_two_computers_offline(
    house: House, tmp_path: Path, second: int, becomes: SubmissionState
) -> None:
    other = replace(house, folder=tmp_path / "laptop", keyring=FakeKeyring())
    with (
        an_office(house.server.url, house.folder, house.keyring, house.clock) as desktop,
        an_office(other.server.url, other.folder, other.keyring, other.clock) as laptop,
    ):
        for office in (desktop, laptop):
            office.session.sign_in("ana", "secreta")
            assert synced(office).error is None
        house.server.stop()
        first, again = enter(desktop, house.home, 505), enter(laptop, house.home, second)
        for office in (desktop, laptop):
            assert synced(office).error is not None
        house.server.start()
        assert synced(desktop).error is None
        assert synced(laptop).error is None
        assert state(desktop, first).state is ACCEPTED
        told = state(laptop, again)
        assert told.state is becomes
        if becomes is REJECTED:
            assert told.problem is not None and told.problem.code == "duplicate_reading"
            assert told.problem.data["value"] == "505"
            assert house.effects() == [first.op_id]
        else:  # the later reading stands, and the books keep both
            assert house.effects() == sorted([first.op_id, again.op_id])
        assert synced(desktop).error is None
        contract_id = str(house.home.id)
        books = [office.readings.book(contract_id).readings for office in (desktop, laptop)]
        assert books[0] == books[1]
        assert [int(reading.value) for reading in books[0]] == [second]


@pytest.mark.fault(43, "P")
def test_the_earlier_of_two_readings_that_comes_second_is_told_and_overwrites_nothing(
    house: House, tmp_path: Path
) -> None:
    other = replace(house, folder=tmp_path / "laptop", keyring=FakeKeyring())
    with (
        an_office(house.server.url, house.folder, house.keyring, house.clock) as desktop,
        an_office(other.server.url, other.folder, other.keyring, other.clock) as laptop,
    ):
        for office in (desktop, laptop):
            office.session.sign_in("ana", "secreta")
            assert synced(office).error is None
        earlier, later = enter(desktop, house.home, 505), enter(laptop, house.home, 509)
        assert synced(laptop).sent == 1
        assert synced(desktop).refused == 1
        told = state(desktop, earlier)
        assert told.problem is not None and told.problem.code == "duplicate_reading"
        assert told.problem.data["value"] == "509"
    assert house.effects() == [later.op_id]
