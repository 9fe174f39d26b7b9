"""What Solicitar factura electrónica tells above its form."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.delivery import Delivery, DeliveryChannel
from desktop.domain.submissions import Submission
from desktop.viewmodels.delivery_form import Sheet
from desktop.viewmodels.delivery_state import Fact, Step
from desktop.viewmodels.delivery_words import (
    channel_icon,
    channel_text,
    destination,
    first_bill_text,
    suspended_text,
    unconfirmed_text,
)
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.submission_words import problem_text
from desktop.viewmodels.table import Tone


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence, and what its button does."""

    text: str = ""
    tone: Tone = Tone.INFO
    step: Step = Step.NOTHING


def notice_of(sheet: Sheet, refused: Submission | None, fmt: Formatter) -> Told:
    """The one thing to know first: a refusal, rejected mails, a link to open, what comes next."""
    holds = sheet.holds
    if refused is not None:
        text = QCoreApplication.translate("DeliveryTelling", "No aceptada: {0}")
        why = problem_text(refused.problem, fmt, refused.kind)
        return Told(text.format(why), Tone.BAD, Step.CORRECT)
    if holds.waiting is not None:
        return Told(unconfirmed_text(holds.waiting), Tone.ATTENTION, Step.ASK_AGAIN)
    if holds.suspended is not None:
        return Told(suspended_text(holds.suspended), Tone.BAD)
    if holds.next is not None:
        row = holds.next
        where = destination(row, sheet.address)
        text = first_bill_text(row.channel, where, row.first_bill, fmt, is_late=row.is_late)
        return Told(text)
    return Told()


def facts(sheet: Sheet, fmt: Formatter) -> tuple[Fact, ...]:
    """How the bill comes today, and how the next one will."""
    translate, holds = QCoreApplication.translate, sheet.holds
    found = [
        Fact(
            "now",
            translate("DeliveryTelling", "Hoy la recibe"),
            channel_text(holds.channel),
            _where(holds.now, sheet),
            icon=channel_icon(holds.channel),
        )
    ]
    if holds.now is not None and holds.now.effective_from is not None:
        since = translate("DeliveryTelling", "Vigente desde el {0}")
        first = holds.now.first_bill or holds.now.effective_from
        found.append(
            Fact(
                "since",
                translate("DeliveryTelling", "Desde la factura de"),
                fmt.month(first),
                since.format(fmt.day(holds.now.effective_from)),
            )
        )
    if holds.next is not None and holds.next.first_bill is not None:
        found.append(
            Fact(
                "next",
                translate("DeliveryTelling", "Desde la factura de {0}").format(
                    fmt.month(holds.next.first_bill)
                ),
                channel_text(holds.next.channel),
                _where(holds.next, sheet),
                Tone.INFO,
                channel_icon(holds.next.channel),
            )
        )
    return tuple(found)


def _where(row: Delivery | None, sheet: Sheet) -> str:
    if row is None:
        return sheet.address
    if row.channel is DeliveryChannel.EMAIL and row.bounces:
        text = QCoreApplication.translate("DeliveryTelling", "{0} · {1} correos rechazados")
        if row.bounces == 1:
            text = QCoreApplication.translate("DeliveryTelling", "{0} · un correo rechazado")
        return text.format(row.email, row.bounces)
    return destination(row, sheet.address)
