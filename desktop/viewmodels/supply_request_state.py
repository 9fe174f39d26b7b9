"""What Solicitudes de Suministro shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.errors import AppError
from desktop.domain.supply_blocks import WayOut
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.table import Badge, Tone


class Face(StrEnum):
    """What stands in the page's place."""

    LIST = "list"
    RECONNECTION = "reconnection"
    HOLDER_CHANGE = "holder_change"
    DOCUMENTS = "documents"
    SLOT = "slot"


class Act(StrEnum):
    """What can be done with the request that is shown."""

    ACCEPT = "accept"  # the outgoing holder agrees
    DOCUMENTS = "documents"
    SLOT = "slot"
    CANCEL = "cancel"
    EDIT = "edit"  # of one that was not sent, or was refused
    UNSEND = "unsend"
    PENDING = "pending"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class SupplyRow:
    """One request, sent or not. `id` is the op_id of the submission that brings it, so that a row
    stays the same one when it arrives."""

    id: str
    number: str
    kind: str
    asked_at: datetime
    badge: Badge
    next_step: str


@dataclass(frozen=True, slots=True)
class Part:
    """A document that is asked for."""

    label: str
    badge: Badge
    remark: str


@dataclass(frozen=True, slots=True)
class Moment:
    """One step that was taken."""

    when: str
    badge: Badge
    note: str


@dataclass(frozen=True, slots=True)
class SupplyDetail:
    """One request beside the list. `next_step` says who does what now; `acts` are the buttons,
    the first one being the one that counts."""

    id: str
    title: str
    badge: Badge
    next_step: str
    tone: Tone
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...] = ()
    history: tuple[Moment, ...] = ()
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands in the way of a form, with its way out."""

    text: str
    way_out: WayOut


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure above a form."""

    key: str
    label: str
    value: str
    hint: str = ""
    tone: Tone = Tone.NEUTRAL
    icon: str = ""


@dataclass(frozen=True, slots=True)
class FormState:
    """A form, or what stands in its way. `recovered` tells of what was typed before; `notes` are
    the utility's own words above it."""

    facts: tuple[Fact, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    notes: tuple[str, ...] = ()
    recovered: str = ""
    is_sending: bool = False


@dataclass(frozen=True, slots=True)
class WizardState:
    """Cambio de Titular. `steps` are the titles, `at` which of them is shown, `reached` the
    furthest one that can be gone back to; `names` the parts in sight; `summary` and `terms` are
    for the last one."""

    form: FormState = FormState()
    steps: tuple[str, ...] = ()
    at: int = 0
    names: tuple[str, ...] = ()
    hint: str = ""
    summary: tuple[tuple[str, str], ...] = ()
    terms: str = ""

    @property
    def is_last(self) -> bool:
        """Whether the next button sends."""
        return self.at == len(self.steps) - 1


@dataclass(frozen=True, slots=True)
class SupplyState:
    """The whole page."""

    phase: Phase = Phase.LOADING
    error: AppError | None = None
    face: Face = Face.LIST
    detail: SupplyDetail | None = None
    offers: frozenset[Face] = frozenset()
    cut: str = ""  # that the supply is cut and nobody has asked for it again
    is_working: bool = False
