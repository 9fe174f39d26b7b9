"""What the screens of paying show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.money import Money
from desktop.domain.paying import Basket, Owed
from desktop.domain.payments import Bank, BankTrouble, Payment
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.table import Tone


class Step(StrEnum):
    """Where somebody who pressed "Pagar" is."""

    IDLE = "idle"
    REFRESHING = "refreshing"
    CHOOSING = "choosing"
    STARTING = "starting"


class WayOn(StrEnum):
    """What the button beside something told does."""

    NONE = "none"
    COUPON = "coupon"
    RECEIPT = "receipt"
    CLAIM = "claim"
    RESUME = "resume"
    PAY = "pay"


@dataclass(frozen=True, slots=True)
class Told:
    """Something that happened, in a sentence, and the way on; `payment` is the one it is about."""

    text: str
    tone: Tone
    way_on: WayOn = WayOn.NONE
    button: str = ""
    payment: Payment | None = None


@dataclass(frozen=True, slots=True)
class BankChoice:
    """A bank in the window; with `trouble` it cannot be chosen, `note` says its limits or why."""

    bank: Bank
    trouble: BankTrouble | None
    note: str


@dataclass(frozen=True, slots=True)
class Window:
    """The window in which one chooses what to pay and the bank. `changed` says that the
    balance is another than was shown, `notes` what has to be known first, `problem` why one
    cannot go on, `told` what the service said to the last attempt."""

    owed: tuple[Owed, ...] = ()
    chosen: frozenset[str] = frozenset()
    basket: Basket | None = None
    banks: tuple[BankChoice, ...] = ()
    bank: str = ""
    as_of: datetime | None = None
    changed: str = ""
    notes: tuple[str, ...] = ()
    problem: str = ""
    told: str = ""
    is_starting: bool = False

    @property
    def can_go(self) -> bool:
        """Whether the bank may be asked."""
        return self.basket is not None and bool(self.bank) and not self.problem


@dataclass(frozen=True, slots=True)
class PayingState:
    """`open_ones` may still be paid at the bank, the newest first; `unsure` is what an attempt is
    worth whose answer was lost. Payments are newest first."""

    phase: Phase = Phase.LOADING
    is_offered: bool = False
    can_pay: bool = False
    step: Step = Step.IDLE
    window: Window | None = None
    told: Told | None = None
    payments: tuple[Payment, ...] = ()
    open_ones: tuple[Payment, ...] = ()
    unsure: Money | None = None
    is_asking: bool = False
    now: datetime | None = None
