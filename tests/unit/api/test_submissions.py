"""What the server says of a submission, and what of it can be believed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desktop.api.failures import ProblemError
from desktop.api.submissions import blob_status, decode_answer, refusal
from desktop.domain.errors import AppError, Code, RefusedError
from desktop.domain.submissions import (
    BlobStatus,
    EpochChanged,
    NotTaken,
    SubmissionProblem,
    SubmissionState,
)

OP = "6f1c2d5e-0000-4000-8000-000000000001"
ACCEPTED = {
    "op_id": OP,
    "state": "accepted",
    "reference": "L-2026-000117-3",
    "received_at": "2026-03-02T12:00:00Z",
    "result": {"reading_ids": ["1"]},
}
REFUSED = {
    "type": "https://oficina.example/problems/submission-rejected",
    "op_id": OP,
    "reason": "less_than_previous",
    "field": "values",
    "data": {"previous": "12985"},
    "received_at": "2026-03-02T12:00:00Z",
}


def encoded(fields: dict[str, Any], **changes: Any) -> bytes:
    return json.dumps({**fields, **changes}).encode()


def problem(name: str, content: bytes = b"") -> ProblemError:
    return ProblemError(name, "", "ref", content, replayed=True)


def test_an_acceptance_has_a_number_and_the_server_s_time() -> None:
    answer = decode_answer(encoded(ACCEPTED), OP, replayed=False)
    assert (answer.state, answer.reference) == (SubmissionState.ACCEPTED, "L-2026-000117-3")
    assert answer.received_at.isoformat() == "2026-03-02T12:00:00+00:00"
    assert answer.problem is None and not answer.replayed


def test_a_refusal_says_why_and_where() -> None:
    expected = SubmissionProblem("less_than_previous", "values", {"previous": "12985"})
    answer = refusal(OP, problem("submission-rejected", encoded(REFUSED)))
    assert not isinstance(answer, EpochChanged | NotTaken)
    assert (answer.state, answer.problem) == (SubmissionState.REJECTED, expected)
    assert answer.replayed
    kept = decode_answer(encoded(REFUSED, state="rejected"), OP, replayed=True)
    assert kept.problem == expected


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b"\xff\xfe",
        encoded(ACCEPTED, op_id="another"),
        encoded(ACCEPTED, state="queued"),
        encoded(ACCEPTED, received_at="2026-03-02T12:00:00"),
        encoded(REFUSED, reason=""),
    ],
)
def test_what_cannot_be_is_not_believed(content: bytes) -> None:
    with pytest.raises(AppError) as caught:
        decode_answer(content, OP, replayed=False)
    assert caught.value.code is Code.INVALID_ANSWER


def test_other_refusals_decide_nothing() -> None:
    assert refusal(OP, problem("epoch-changed")) == EpochChanged()
    data = b'{"data":{"sha256":"ab"}}'
    taken = refusal(OP, problem("blob-missing", data))
    assert taken == NotTaken(SubmissionProblem("blob-missing", data={"sha256": "ab"}))
    for content in (b"", b"[]", b'{"data":7}', b"[" * 100_000):
        assert refusal(OP, problem("key-reused", content)) == NotTaken(
            SubmissionProblem("key-reused")
        )
    forbidden = RefusedError(Code.FORBIDDEN, detail="forbidden")
    assert refusal(OP, forbidden) == NotTaken(SubmissionProblem("forbidden"))
    with pytest.raises(RefusedError):
        refusal(OP, RefusedError(Code.CLIENT_TOO_OLD))


def test_a_head_says_how_much_is_there() -> None:
    whole = {"X-Blob-Offset": "700", "X-Blob-Complete": "true"}
    assert blob_status(whole) == BlobStatus(700, True)
    assert blob_status({"X-Blob-Offset": "9"}) == BlobStatus(9, False)
    for offset in ("", "-1", "a", "١"):
        with pytest.raises(AppError):
            blob_status({"X-Blob-Offset": offset})
