"""The list of agreements, and the schedule of a simulated one, as rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.agreement_plan import Share
from desktop.domain.agreements import Agreement
from desktop.domain.money import Money
from desktop.domain.submissions import Submission, SubmissionState
from desktop.services.results import AgreementBook
from desktop.viewmodels.agreement_words import status_badge
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.submission_words import state_words
from desktop.viewmodels.table import Align, Badge, Column


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement of the mirror, or a request that is on its way (`agreement` is None)."""

    id: str
    number: str
    asked_at: datetime
    debt: Money | None
    down_payment: Money | None
    count: int
    paid: int
    share: Money | None
    next_due: date | None
    open: Money | None
    badge: Badge
    agreement: Agreement | None = None
    item: Submission | None = None


def rows_of(book: AgreementBook, fmt: Formatter, sending: str) -> tuple[AgreementRow, ...]:
    """Mirror and outbox in one list, newest first; what is in both is shown once."""
    mirrored = {one.origin_op_id for one in book.agreements}
    hidden = (SubmissionState.CANCELLED,)
    waiting = [
        _on_its_way(item, book, fmt, is_sending=item.op_id == sending)
        for item in book.items
        if item.op_id not in mirrored and item.state not in hidden
    ]
    rows = [*waiting, *(_row(one) for one in book.agreements)]
    return tuple(sorted(rows, key=lambda row: row.asked_at, reverse=True))


def _row(one: Agreement) -> AgreementRow:
    coming = one.next_instalment
    due = coming.due_date if coming else one.down_payment_due
    return AgreementRow(
        id=one.id,
        number=one.number,
        asked_at=one.requested_at,
        debt=one.debt,
        down_payment=one.down_payment,
        count=len(one.instalments),
        paid=one.paid_instalments,
        share=one.instalments[0].total if one.instalments else None,
        next_due=due if one.status.is_under_way else None,
        open=one.open,
        badge=status_badge(one.status),
        agreement=one,
    )


def _on_its_way(
    item: Submission, book: AgreementBook, fmt: Formatter, *, is_sending: bool
) -> AgreementRow:
    content = item.content
    currency = book.contract.currency if book.contract else ""
    chosen = set(content["invoices"])
    included = [one.open.minor for one in book.invoices if one.id in chosen]
    first = content["instalments"][0]
    return AgreementRow(
        id=item.op_id,
        number=item.reference,
        asked_at=item.created_at,
        debt=Money(sum(included), currency),
        down_payment=Money(content["down_payment"], currency),
        count=len(content["instalments"]),
        paid=0,
        share=Money(first["capital"] + first["interest"] + first["tax"], currency),
        next_due=None,
        open=None,
        badge=state_words(item, fmt, book.now, is_sending=is_sending).badge,
        item=item,
    )


def columns(fmt: Formatter) -> tuple[Column[AgreementRow], ...]:
    """In the order of the portal; ranks say what gives way on narrow windows."""
    translate = QCoreApplication.translate

    def asked(row: AgreementRow) -> str:
        return fmt.day(fmt.local(row.asked_at).date())

    return (
        Column(
            key="number",
            title=translate("AgreementColumns", "N°"),
            text=lambda row: row.number or "–",
            sort=lambda row: row.number,
        ),
        Column(
            key="asked",
            title=translate("AgreementColumns", "Fecha"),
            text=asked,
            sort=lambda row: row.asked_at,
            rank=3,
        ),
        _amount("debt", translate("AgreementColumns", "Deuda incluida"), lambda r: r.debt, fmt, 2),
        _amount(
            "down", translate("AgreementColumns", "Anticipo"), lambda r: r.down_payment, fmt, 6
        ),
        Column(
            key="count",
            title=translate("AgreementColumns", "Cuotas pagas"),
            text=lambda row: translate("AgreementColumns", "{0} de {1}").format(
                row.paid, row.count
            ),
            sort=lambda row: row.count - row.paid,
            align=Align.END,
            rank=1,
        ),
        _amount("share", translate("AgreementColumns", "Cuota"), lambda r: r.share, fmt, 5),
        Column(
            key="next",
            title=translate("AgreementColumns", "Próximo vencimiento"),
            text=lambda row: fmt.day(row.next_due) if row.next_due else "",
            sort=lambda row: row.next_due,
            rank=4,
        ),
        _amount("open", translate("AgreementColumns", "Saldo"), lambda r: r.open, fmt, 0),
        Column(
            key="state",
            title=translate("AgreementColumns", "Estado"),
            text=lambda row: row.badge.text,
            sort=lambda row: row.badge.text,
            badge=lambda row: row.badge,
        ),
    )


def _amount(
    key: str,
    title: str,
    of: Callable[[AgreementRow], Money | None],
    fmt: Formatter,
    rank: int,
) -> Column[AgreementRow]:
    def text(row: AgreementRow) -> str:
        amount = of(row)
        return fmt.money(amount) if amount is not None else ""

    def minor(row: AgreementRow) -> int | None:
        amount = of(row)
        return amount.minor if amount is not None else None

    return Column(key=key, title=title, text=text, sort=minor, align=Align.END, rank=rank)


def share_columns(fmt: Formatter) -> tuple[Column[Share], ...]:
    """The schedule of a simulation."""
    translate = QCoreApplication.translate
    parts: Sequence[tuple[str, str, Callable[[Share], Money], int]] = (
        ("capital", translate("AgreementColumns", "Capital"), lambda s: s.capital, 2),
        ("interest", translate("AgreementColumns", "Interés"), lambda s: s.interest, 3),
        ("tax", translate("AgreementColumns", "IVA s/interés"), lambda s: s.tax, 4),
        ("total", translate("AgreementColumns", "Total"), lambda s: s.total, 0),
    )
    return (
        Column(
            key="number",
            title=translate("AgreementColumns", "Cuota"),
            text=lambda share: str(share.number),
        ),
        Column(
            key="due",
            title=translate("AgreementColumns", "Vencimiento"),
            text=lambda share: fmt.day(share.due),
        ),
        *(
            Column(key=key, title=title, text=_money_of(of, fmt), align=Align.END, rank=rank)
            for key, title, of, rank in parts
        ),
    )


def _money_of(of: Callable[[Share], Money], fmt: Formatter) -> Callable[[Share], str]:
    return lambda share: fmt.money(of(share))
