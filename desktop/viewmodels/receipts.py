"""Receipts of the outbox, as a paper or as data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.submissions import Submission, SubmissionState
from desktop.submissions.kinds import kind_of
from desktop.viewmodels.contract_words import contract_name
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.submission_words import kind_title, state_words

if TYPE_CHECKING:
    from desktop.services.printing.receipts import Receipt
    from desktop.services.results import ContractSummary
    from desktop.viewmodels.shell import ShellViewModel

PDF = ".pdf"


def writing(shell: ShellViewModel, path: Path) -> Callable[[], None]:
    """What writes all receipts to `path` on a worker: a paper where it is called `.pdf`, else
    JSON."""
    from desktop.services.printing.letterhead import Letterhead, Stamp

    office, utility = shell.office, shell.utility
    if utility is None or path.suffix.lower() != PDF:
        return lambda: office.outbox.export(path)
    now, fmt, contracts = shell.now(), shell.format, shell.contracts
    head = Letterhead(utility, "Comprobantes de envío")
    stamp = Stamp(now, shell.freshness.verified_at, shell.is_offline)

    def write() -> None:
        from desktop.services.documents import files
        from desktop.services.printing.receipts import render

        receipts = receipts_of(office.outbox.items(), contracts, fmt, now)
        files.replace(path, render(head, stamp, fmt, receipts))

    return write


def receipts_of(
    items: Iterable[Submission],
    contracts: Sequence[ContractSummary],
    fmt: Formatter,
    now: datetime,
) -> tuple[Receipt, ...]:
    """In words, the newest first."""
    from desktop.services.printing.receipts import Receipt

    def sentence(item: Submission) -> str:
        words = state_words(item, fmt, now)
        # Its time of day is told beside it, with the day that a screen leaves out.
        is_taken = item.state is SubmissionState.ACCEPTED
        return words.badge.text if is_taken else words.sentence

    names = {summary.link.scope: contract_name(summary) for summary in contracts}
    newest_first = sorted(items, key=lambda item: -item.number)
    return tuple(
        Receipt(
            what=kind_title(kind_of(item.kind)),
            contract=names.get(item.scope, item.scope),
            content=kind_of(item.kind).summary(item.content),
            sentence=sentence(item),
            entered_at=item.created_at,
            received_at=item.received_at,
            reference=item.reference,
            op_id=item.op_id,
            sha256=item.payload_sha256,
        )
        for item in newest_first
    )
