"""Payment agreements: what was agreed on, what is paid of it, and what would break it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from desktop.domain.agreement_plan import CollectionMode
from desktop.domain.money import Money, total


class AgreementStatus(StrEnum):
    """How far an agreement has come."""

    REQUESTED = "requested"
    AWAITING_DOWN_PAYMENT = "awaiting_down_payment"
    ACTIVE = "active"
    FULFILLED = "fulfilled"
    BROKEN = "broken"
    CANCELLED = "cancelled"

    @property
    def is_under_way(self) -> bool:
        """Whether it may still come to be kept or broken."""
        return self not in _ENDED


_ENDED = (AgreementStatus.FULFILLED, AgreementStatus.BROKEN, AgreementStatus.CANCELLED)


class ExitReason(StrEnum):
    """Why an agreement came to its end."""

    COMPLETED = "completed"
    NON_PAYMENT = "non_payment"
    REJECTED = "rejected"
    NOT_ESTABLISHED = "not_established"
    CUSTOMER_REQUEST = "customer_request"
    ACCOUNT_FINALISED = "account_finalised"
    RAISED_IN_ERROR = "raised_in_error"
    CREDIT_BALANCE = "credit_balance"
    OTHER = "other"


class InstalmentStatus(StrEnum):
    """What the utility's books say; being overdue is also a matter of the date."""

    PENDING = "pending"
    BILLED = "billed"
    PARTIAL = "partial"
    PAID = "paid"
    OVERDUE = "overdue"
    CANCELLED = "cancelled"


_UNPAID = (InstalmentStatus.PENDING, InstalmentStatus.BILLED, InstalmentStatus.PARTIAL)


@dataclass(frozen=True, slots=True)
class Instalment:
    """One instalment; `tax` is the one on its interest, `paid` what has arrived of it. `id` is
    what a payment names."""

    id: str
    number: int
    due_date: date
    capital: Money
    interest: Money
    tax: Money
    paid: Money
    paid_on: date | None
    status: InstalmentStatus

    @property
    def total(self) -> Money:
        """What is to be paid in all."""
        return self.capital + self.interest + self.tax

    @property
    def open(self) -> Money:
        """What is still to be paid; nothing of one that was cancelled."""
        if self.status is InstalmentStatus.CANCELLED:
            return Money(0, self.paid.currency)
        return self.total - self.paid

    def state(self, today: date) -> InstalmentStatus:
        """The status on `today`, a date of the utility's zone. Due on the day is not overdue."""
        if self.status in _UNPAID and today > self.due_date:
            return InstalmentStatus.OVERDUE
        return self.status


@dataclass(frozen=True, slots=True)
class IncludedInvoice:
    """An invoice of the agreement, and what was open on it then."""

    id: str
    number: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement. Rates are percent: nominal a year, and of the interest. `arrears` is the
    interest on the invoices up to the day of the agreement, `note` the utility's word on it."""

    id: str
    contract_id: str
    number: str
    status: AgreementStatus
    exit_reason: ExitReason | None
    note: str
    mode: CollectionMode
    requested_at: datetime
    accepted_on: date | None
    ended_on: date | None
    debt: Money
    arrears: Money
    arrears_tax: Money
    down_payment: Money
    down_payment_id: str | None
    down_payment_due: date | None
    down_payment_paid: Money
    down_payment_paid_on: date | None
    nominal_rate: Decimal
    tax_rate: Decimal
    consecutive_unpaid: int
    total_unpaid: int
    consent_version: str
    signed_by: str
    instalments: tuple[Instalment, ...]
    invoices: tuple[IncludedInvoice, ...]
    origin_op_id: str | None

    @property
    def principal(self) -> Money:
        """What the instalments repay."""
        return self.debt + self.arrears + self.arrears_tax - self.down_payment

    @property
    def total(self) -> Money:
        """The down payment and every instalment."""
        return self.down_payment + self._sum(one.total for one in self.instalments)

    @property
    def interest(self) -> Money:
        """Of all instalments."""
        return self._sum(one.interest for one in self.instalments)

    @property
    def tax(self) -> Money:
        """On the interest of all instalments."""
        return self._sum(one.tax for one in self.instalments)

    @property
    def open(self) -> Money:
        """What is still to be paid under the agreement; nothing once it has ended."""
        if not self.status.is_under_way:
            return Money(0, self.debt.currency)
        return (
            self.down_payment
            - self.down_payment_paid
            + self._sum(one.open for one in self.instalments)
        )

    @property
    def paid_instalments(self) -> int:
        """How many are paid whole."""
        return sum(one.status is InstalmentStatus.PAID for one in self.instalments)

    @property
    def next_instalment(self) -> Instalment | None:
        """The first one that is not paid, of an active agreement."""
        if self.status is not AgreementStatus.ACTIVE:
            return None
        return next((one for one in self.instalments if one.open), None)

    def overdue(self, today: date) -> tuple[Instalment, ...]:
        """Instalments that should have been paid before `today`, of an active agreement."""
        if self.status is not AgreementStatus.ACTIVE:
            return ()
        late = InstalmentStatus.OVERDUE
        return tuple(one for one in self.instalments if one.state(today) is late)

    def until_broken(self, today: date) -> int:
        """How many more unpaid instalments would break it: in a row with the last ones that are
        overdue, or in all."""
        row = 0
        for one in self.instalments:
            if one.due_date >= today:
                break
            row = row + 1 if one.state(today) is InstalmentStatus.OVERDUE else 0
        count = len(self.overdue(today))
        return max(0, min(self.consecutive_unpaid - row, self.total_unpaid - count))

    def _sum(self, amounts: Iterable[Money]) -> Money:
        return total(amounts, self.debt.currency)
