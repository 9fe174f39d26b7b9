"""What Aportar Lectura shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.errors import AppError
from desktop.domain.self_readings import Access, Need
from desktop.domain.submissions import SubmissionState
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.table import Badge, Tone

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure above the form."""

    key: str
    label: str
    value: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Dial:
    """One register's field. `message` stands beside it, `tone` says how much it matters."""

    register_id: str
    label: str
    title: str
    digits: int
    text: str
    unit: str
    help: str
    message: str = ""
    tone: Tone = Tone.NEUTRAL
    consumption: str = ""
    usual: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of the reading of this period."""

    op_id: str
    state: SubmissionState
    badge: Badge
    sentence: str
    value: str
    deadline: str
    can_edit: bool
    can_cancel: bool
    can_check: bool
    can_replace: bool


@dataclass(frozen=True, slots=True)
class ContributedRow:
    """One contributed reading, sent or not, received or not. `op_id` opens it for correction
    where it was refused."""

    id: str
    read_at: datetime
    meter: str
    value: str
    badge: Badge
    detail: str
    op_id: str = ""


@dataclass(frozen=True, slots=True)
class SelfReadingState:
    """`has_form` tells whether digits can be typed; `receipt` stands in the form's place.
    `notice` says why not, until when, or what was refused; `refused` is the op_id that a notice
    about a refusal opens. `recovered` tells of what was typed before the app ended."""

    phase: Phase = Phase.LOADING
    error: AppError | None = None
    access: Access = Access.NO_WINDOW
    notice: str = ""
    notice_tone: Tone = Tone.INFO
    can_remind: bool = False
    refused: str = ""
    facts: tuple[Fact, ...] = ()
    has_form: bool = False
    dials: tuple[Dial, ...] = ()
    serial: str = ""
    preview: str = ""
    need: Need = Need.NOTHING
    is_confirmed: bool = False
    is_declared: bool = False
    photo: str = ""
    photo_problem: str = ""
    problem: str = ""
    is_sending: bool = False
    is_correction: bool = False
    receipt: Receipt | None = None
    recovered: str = ""
