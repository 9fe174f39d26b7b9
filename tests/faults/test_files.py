"""Whichever call to the file system fails while a reading is kept: what was acknowledged is there
afterwards, and what failed has a sentence."""

from __future__ import annotations

from itertools import count

import pytest

from desktop.domain.errors import AppError
from desktop.domain.submissions import Submission
from tests.faults.conftest import House, enter
from tests.support.failing_files import FailingFiles
from tests.support.offices import an_office, synced


@pytest.mark.fault(35, 40, "X")
@pytest.mark.expect_logs("the outbox was not copied")
def test_whichever_file_call_fails_while_a_reading_is_kept_it_is_there_or_told(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with an_office(house.server.url, house.folder, house.keyring, house.clock) as office:
        office.session.sign_in("ana", "secreta")
        assert synced(office).error is None
        files = FailingFiles(monkeypatch, house.folder)
        acknowledged: list[Submission] = []
        for number in count(1):
            files.fail(number)
            try:
                acknowledged.append(enter(office, house.home, 500 + number))
            except AppError:
                assert files.tripped
            files.works()
            assert office.outbox.items() == tuple(acknowledged), files.tripped
            if not files.tripped:
                break
        assert number > 3, "the sweep has to reach the copy"
        assert synced(office).sent == len(acknowledged)
    assert house.effects() == sorted(item.op_id for item in acknowledged)


@pytest.mark.fault(33, 40, "X")
@pytest.mark.expect_logs("the outbox was not copied")
def test_whichever_file_call_fails_at_the_start_the_next_start_has_everything(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with an_office(house.server.url, house.folder, house.keyring, house.clock) as office:
        office.session.sign_in("ana", "secreta")
        assert synced(office).error is None
        kept = [enter(office, house.home, 500 + number) for number in range(3)]
    files = FailingFiles(monkeypatch, house.folder)
    for number in count(1):
        with an_office(house.server.url, house.folder, house.keyring, house.clock) as office:
            files.fail(number)
            try:
                office.session.restore()
            except AppError:
                assert files.tripped
            files.works()
        if not files.tripped:
            break
        with an_office(house.server.url, house.folder, house.keyring, house.clock) as office:
            if office.session.restore() is None:
                office.session.sign_in("ana", "secreta")
            assert office.outbox.items() == tuple(kept), files.tripped
            assert office.outbox.report() is None, files.tripped
    assert number > 5, "the sweep has to reach the end of the start"
