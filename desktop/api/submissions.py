"""Submissions and attachments on the wire."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from desktop.api.failures import ProblemError
from desktop.api.fields import Instant
from desktop.domain.errors import Code, NetworkError, RefusedError
from desktop.domain.submissions import (
    BlobStatus,
    EpochChanged,
    NotTaken,
    SubmissionProblem,
    SubmissionState,
    SubmitAnswer,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_WRONG = (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError, RecursionError)


class _Answer(Struct, frozen=True, gc=False):
    op_id: str
    received_at: Instant
    state: SubmissionState = SubmissionState.REJECTED  # the problem document has none
    reference: str = ""
    reason: str = ""
    field: str | None = None
    data: dict[str, Any] = {}


_decoder = msgspec.json.Decoder(_Answer)


def decode_answer(content: bytes, op_id: str, *, replayed: bool) -> SubmitAnswer:
    """What the server decided on `op_id`; raises INVALID_ANSWER where it says anything else."""
    try:
        found = _decoder.decode(content)
    except _WRONG as error:
        raise _invalid(str(error)) from error
    if found.op_id != op_id:
        raise _invalid("another op_id")
    if found.state is SubmissionState.ACCEPTED:
        return SubmitAnswer(op_id, found.reference, found.received_at, replayed=replayed)
    if found.state is not SubmissionState.REJECTED or not found.reason:
        raise _invalid(f"state {found.state} without a reason")
    problem = SubmissionProblem(found.reason, found.field, found.data)
    return SubmitAnswer(op_id, "", found.received_at, problem, replayed=replayed)


def refusal(op_id: str, error: RefusedError) -> SubmitAnswer | EpochChanged | NotTaken:
    """What a refusal means for a submission. Raises it where it says nothing of this one."""
    if error.code is Code.CLIENT_TOO_OLD:
        raise error
    if not isinstance(error, ProblemError):
        return NotTaken(SubmissionProblem(error.detail or error.code))
    if error.problem == "epoch-changed":
        return EpochChanged()
    if error.problem == "submission-rejected":
        return decode_answer(error.content, op_id, replayed=error.replayed)
    return NotTaken(SubmissionProblem(error.problem, data=_data(error.content)))


def blob_status(headers: Mapping[str, str]) -> BlobStatus:
    """How much of an attachment the server has, as a HEAD says it."""
    offset = headers.get("X-Blob-Offset", "")
    if not offset.isascii() or not offset.isdecimal():
        raise _invalid("a blob without an offset")
    return BlobStatus(int(offset), headers.get("X-Blob-Complete", "").lower() in ("true", "1"))


def _data(content: bytes) -> dict[str, Any]:
    """The figures of a problem document, where it has any."""
    try:
        found = json.loads(content).get("data")
    except (ValueError, AttributeError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _invalid(detail: str) -> NetworkError:
    return NetworkError(Code.INVALID_ANSWER, detail=f"submission: {detail}"[:300])
