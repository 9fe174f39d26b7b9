"""What a customer does with a case that exists."""

from __future__ import annotations

from backend.cases.conversing import converse
from backend.cases.sent import SentMessage
from backend.submissions.kinds import Kind

KIND = Kind(
    name="case_message",
    schema_rev=1,
    letter="M",
    payload=SentMessage,
    apply=converse,
    blobs=lambda sent: [file.sha256 for file in sent.files],
)
