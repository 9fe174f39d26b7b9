"""What Solicitar factura electrónica shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.errors import AppError
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.table import Badge, Tone


class Step(StrEnum):
    """What the button of a notice does."""

    NOTHING = ""
    ASK_AGAIN = "ask_again"  # the mail with the link once more
    CORRECT = "correct"  # open what was refused


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure above the form."""

    key: str
    label: str
    value: str
    hint: str = ""
    tone: Tone = Tone.NEUTRAL
    icon: str = ""


@dataclass(frozen=True, slots=True)
class OnItsWay:
    """A wish that waits on this computer, in the form's place."""

    op_id: str
    badge: Badge
    sentence: str
    what: str
    can_edit: bool
    can_cancel: bool


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One request, in words."""

    id: str
    asked: datetime
    channel: str
    icon: str
    where: str
    badge: Badge
    first: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class DeliveryState:
    """`why_not` says why nothing can be asked for; `preview` from which bill what is in the form
    would count; `can_certify` tells whether there is an adhesion to print."""

    phase: Phase = Phase.LOADING
    error: AppError | None = None
    is_offered: bool = True
    facts: tuple[Fact, ...] = ()
    notice: str = ""
    notice_tone: Tone = Tone.INFO
    step: Step = Step.NOTHING
    has_form: bool = False
    why_not: str = ""
    preview: str = ""
    more: str = ""
    on_its_way: OnItsWay | None = None
    recovered: str = ""
    is_sending: bool = False
    can_certify: bool = False
    has_history: bool = False
