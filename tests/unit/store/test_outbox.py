"""The outbox: what is kept is kept for good, exactly as it was given, and goes its one way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain.errors import Code, StoreError
from desktop.domain.submissions import (
    RETENTION,
    TOO_OFTEN,
    Submission,
    SubmissionProblem,
    SubmissionState,
    SubmitAnswer,
)
from desktop.store.outbox import Outbox, unsent_in
from desktop.store.outbox_file import OutboxFile
from tests.support.stores import OUTBOX_KEY, a_submission

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
PHOTO = ("ab" * 32, "image/png", b"0123456789")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OutboxFile]:
    file = OutboxFile(tmp_path, OUTBOX_KEY)
    file.open()
    yield file
    file.close()


@pytest.fixture
def outbox(file: OutboxFile) -> Outbox:
    return Outbox(file)


def accepted(item: Submission, when: datetime = NOW) -> SubmitAnswer:
    return SubmitAnswer(item.op_id, "L-2026-000117-3", when)


def states(outbox: Outbox) -> list[str]:
    return [item.state.value for item in outbox.items()]


def test_what_is_kept_comes_back_as_it_was_after_a_start(file: OutboxFile, tmp_path: Path) -> None:
    outbox = Outbox(file)
    first = outbox.add(a_submission(depends_on=("blob:" + PHOTO[0], "other")), [PHOTO])
    second = outbox.add(a_submission(number=2, stream="claim-1"))
    file.close()
    again = OutboxFile(tmp_path, OUTBOX_KEY)
    again.open()
    assert Outbox(again).items() == (first, second)
    assert [first.number, second.number] == [1, 2]
    assert (first.blobs, first.follows) == ((PHOTO[0],), ("other",))
    assert Outbox(again).blob(PHOTO[0], 3, 4) == (b"3456", 10, "image/png")
    assert again.report is None
    again.close()


@pytest.mark.fault(34, "X")
def test_every_commit_is_synced_and_nothing_is_readable_without_the_key(
    file: OutboxFile, tmp_path: Path
) -> None:
    with file.read() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2  # FULL
        assert connection.exec_driver_sql("PRAGMA secure_delete").scalar_one() == 1
    Outbox(file).add(a_submission(number=123456))
    file.copy()
    file.close()
    for path in tmp_path.glob("outbox*"):
        content = path.read_bytes()
        assert b"123456" not in content and not content.startswith(b"SQLite format 3"), path.name


def test_a_submission_goes_from_queued_to_its_receipt(outbox: Outbox) -> None:
    item = outbox.add(a_submission())
    assert outbox.pending_count() == 1
    assert outbox.offer(3, NOW).items == (item,)
    sent = outbox.mark_sending(item.op_id, NOW)
    assert (sent.state, sent.attempts, sent.first_sent_at) == (SubmissionState.UNCERTAIN, 1, NOW)
    again = outbox.mark_sending(item.op_id, NOW + timedelta(hours=1))
    assert (again.attempts, again.first_sent_at) == (2, NOW)
    outbox.keep_answer(accepted(item), 3)
    done = outbox.item(item.op_id)
    assert (done.state, done.reference) == (SubmissionState.ACCEPTED, "L-2026-000117-3")
    assert done.received_at == NOW
    outbox.settle([item.op_id])
    assert outbox.offer(3, NOW).items == ()
    assert outbox.pending_count() == 0
    assert outbox.items(include_done=False) == ()
    assert outbox.mark_sending(item.op_id, NOW) == done, "what is settled is not sent again"


def test_a_refusal_is_kept_with_its_reason(outbox: Outbox) -> None:
    item = outbox.add(a_submission())
    problem = SubmissionProblem("less_than_previous", "values", {"previous": "12985"})
    outbox.mark_sending(item.op_id, NOW)
    outbox.keep_answer(SubmitAnswer(item.op_id, "", NOW, problem), 1)
    kept = outbox.item(item.op_id)
    assert (kept.state, kept.problem) == (SubmissionState.REJECTED, problem)
    assert outbox.offer(1, NOW).items == ()


@pytest.mark.fault(15, "U")
def test_another_epoch_is_offered_everything_again_in_order(outbox: Outbox) -> None:
    items = [outbox.add(a_submission(number=n)) for n in range(1, 5)]
    for item in items[:2]:
        outbox.keep_answer(accepted(item), 1)
    outbox.settle([item.op_id for item in items[:2]])
    outbox.cancel(items[2].op_id)
    assert outbox.offer(1, NOW).items == (items[3],)
    offered = outbox.offer(2, NOW).items
    assert [item.number for item in offered] == [1, 2, 4]
    assert states(outbox) == ["uncertain", "uncertain", "cancelled", "queued"]
    assert offered[0].reference, "the receipt stays"


@pytest.mark.fault(16, "U")
def test_what_is_not_confirmed_or_doubted_is_offered_again(outbox: Outbox) -> None:
    one, other = outbox.add(a_submission()), outbox.add(a_submission("C-2", 2))
    for item in (one, other):
        outbox.keep_answer(accepted(item), 1)
    outbox.settle([one.op_id])
    assert [i.op_id for i in outbox.offer(1, NOW).items] == [other.op_id]
    outbox.keep_answer(accepted(other), 1)
    outbox.settle([other.op_id])
    outbox.doubt(["C-1"])
    assert [i.op_id for i in outbox.offer(1, NOW).items] == [one.op_id]


def test_receipts_are_forgotten_after_their_time_and_attachments_with_them(
    outbox: Outbox,
) -> None:
    old = outbox.add(a_submission(depends_on=("blob:" + PHOTO[0],)), [PHOTO])
    waiting = outbox.add(a_submission(number=2))
    outbox.keep_answer(accepted(old), 1)
    outbox.offer(1, NOW + RETENTION)
    assert outbox.items()[0].state is SubmissionState.UNCERTAIN, "still within its time"
    outbox.keep_answer(accepted(old), 1)
    outbox.offer(2, NOW + RETENTION + timedelta(seconds=1))
    assert outbox.items() == (waiting,), "what was never sent is never forgotten"
    with pytest.raises(Exception, match="No row"):
        outbox.blob(PHOTO[0], 0, 1)


def test_the_states_of_what_others_depend_on_come_along(outbox: Outbox) -> None:
    first = outbox.add(a_submission())
    outbox.add(a_submission(number=2, depends_on=(first.op_id, "unknown")))
    outbox.park(first.op_id, SubmissionProblem("forbidden"))
    offer = outbox.offer(1, NOW)
    assert offer.states == {first.op_id: SubmissionState.PARKED}


def test_only_what_was_never_sent_can_be_cancelled(outbox: Outbox) -> None:
    unsent, sent = outbox.add(a_submission()), outbox.add(a_submission(number=2))
    outbox.mark_sending(sent.op_id, NOW)
    assert outbox.cancel(unsent.op_id).state is SubmissionState.CANCELLED
    assert outbox.cancel(sent.op_id).state is SubmissionState.UNCERTAIN
    assert outbox.mark_sending(unsent.op_id, NOW).state is SubmissionState.CANCELLED
    assert outbox.item(unsent.op_id).attempts == 0


def test_a_correction_takes_the_place_of_what_was_not_sent_or_refused(outbox: Outbox) -> None:
    unsent, refused, sent = (outbox.add(a_submission(number=n)) for n in range(1, 4))
    problem = SubmissionProblem("format")
    outbox.keep_answer(SubmitAnswer(refused.op_id, "", NOW, problem), 1)
    outbox.mark_sending(sent.op_id, NOW)
    new = outbox.replace(unsent.op_id, a_submission(number=11), [PHOTO])
    assert new is not None and (new.replaces, new.number) == (unsent.op_id, 4)
    assert outbox.blob(PHOTO[0], 0, 1)[1] == 10
    assert outbox.replace(refused.op_id, a_submission(number=12)) is not None
    assert outbox.replace(sent.op_id, a_submission(number=13)) is None
    assert states(outbox) == ["cancelled", "rejected", "uncertain", "queued", "queued"]


@pytest.mark.fault(45, "U")
def test_strikes_park_at_the_limit(outbox: Outbox) -> None:
    item = outbox.add(a_submission())
    other = outbox.add(a_submission(number=2))
    outbox.strike([item.op_id], 2)
    assert outbox.item(item.op_id).state is SubmissionState.QUEUED
    outbox.strike([item.op_id, other.op_id], 2)
    parked = outbox.item(item.op_id)
    assert (parked.state, parked.problem) == (SubmissionState.PARKED, SubmissionProblem(TOO_OFTEN))
    assert outbox.item(other.op_id).state is SubmissionState.QUEUED


def test_what_is_parked_is_tried_again_at_the_end_or_given_up(outbox: Outbox) -> None:
    tried, untried = outbox.add(a_submission()), outbox.add(a_submission(number=2))
    outbox.mark_sending(tried.op_id, NOW)
    assert outbox.retry(tried.op_id).state is SubmissionState.UNCERTAIN, "nothing to retry yet"
    for item in (tried, untried):
        outbox.park(item.op_id, SubmissionProblem(TOO_OFTEN))
    again = outbox.retry(tried.op_id)
    assert (again.state, again.number, again.problem) == (SubmissionState.UNCERTAIN, 3, None)
    assert outbox.retry(untried.op_id).state is SubmissionState.QUEUED
    assert outbox.discard(untried.op_id).state is SubmissionState.QUEUED, "it is not parked"
    outbox.park(untried.op_id, SubmissionProblem(TOO_OFTEN))
    assert outbox.discard(untried.op_id).state is SubmissionState.CANCELLED


def test_nobody_knows_what_was_never_kept(outbox: Outbox) -> None:
    for act in (outbox.item, outbox.cancel, outbox.retry, outbox.discard):
        with pytest.raises(KeyError):
            act("unknown")


def test_waiting_submissions_are_counted_without_a_session(
    file: OutboxFile, tmp_path: Path
) -> None:
    assert unsent_in(tmp_path / "elsewhere", OUTBOX_KEY) == (0, 0)
    Outbox(file).add(a_submission())
    file.close()
    assert unsent_in(tmp_path, OUTBOX_KEY) == (1, 0)
    assert unsent_in(tmp_path, None) == (0, 0)


def test_the_same_submission_is_not_kept_twice(outbox: Outbox) -> None:
    outbox.add(a_submission())
    with pytest.raises(Exception, match="UNIQUE"):
        outbox.add(a_submission())
    assert len(outbox.items()) == 1


@pytest.mark.fault(35, "X")
def test_a_full_disk_keeps_nothing_and_says_so(file: OutboxFile) -> None:
    outbox = Outbox(file)
    kept = outbox.add(a_submission())
    with file.write() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    big = ("cd" * 32, "image/png", b"x" * 2_000_000)
    connect = file._database._connect

    def small() -> object:
        connection = connect()
        connection.execute(f"PRAGMA max_page_count={pages + 2}")
        return connection

    file._database.close()
    file._database._connect = small  # type: ignore[method-assign]
    file._database.open(lambda _connection: None)
    with pytest.raises(StoreError) as caught:
        outbox.add(a_submission(number=2), [big])
    assert caught.value.code is Code.DISK_FULL
    assert outbox.items() == (kept,)
