"""Down payments and instalments as debts that can be paid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.agreements.life import NotPossibleError, down_payment_open, pay, pay_down
from backend.agreements.models import Agreement, AgreementStatus, Instalment, part_id, part_of
from backend.invoices.models import Payment
from backend.payments.targets import Due

_DOWN = 0
"""The place of the down payment before the instalments, in the id of a debt."""


class _Shares:
    """`instalment`: the parts of agreements under way, by `part_id`."""

    name = "instalment"

    def dues(self, session: Session, contract_id: int) -> Sequence[Due]:
        """What can be paid of a contract's agreements."""
        return [due for due in self._every(session, contract_id) if due.open and not due.refusal]

    def find(self, session: Session, contract_id: int, ids: Sequence[int]) -> Mapping[int, Due]:
        """Parts of a contract's agreements by id."""
        return {due.id: due for due in self._every(session, contract_id) if due.id in ids}

    def settle(self, session: Session, target_id: int, amount: int, payment: Payment) -> int:
        """Credit to one part what it still lacks."""
        agreement_id, number = part_of(target_id)
        agreement = session.get(Agreement, agreement_id, populate_existing=True)
        if agreement is None:
            return 0
        try:
            if number == _DOWN:
                share = min(amount, down_payment_open(agreement))
                pay_down(session, agreement, payment.paid_on, share)
            else:
                one = instalment_of(agreement, number)
                share = min(amount, one.open) if one else 0
                if one is not None:
                    pay(session, agreement, one, payment.paid_on, share)
        except NotPossibleError:
            return 0
        return share

    def _every(self, session: Session, contract_id: int) -> list[Due]:
        query = select(Agreement).where(Agreement.contract_id == contract_id).order_by(Agreement.id)
        return [due for agreement in session.scalars(query) for due in _dues(agreement)]


def _dues(agreement: Agreement) -> list[Due]:
    awaits = agreement.status is AgreementStatus.AWAITING_DOWN_PAYMENT
    is_active = agreement.status is AgreementStatus.ACTIVE
    found = [
        Due(
            id=part_id(agreement.id, one.number),
            label=f"{agreement.number} · {one.number}/{len(agreement.instalments)}",
            currency=agreement.currency,
            open=one.open,
            due_date=one.due_date,
            refusal="" if is_active and one.open else "settled",
            about=agreement.number,
        )
        for one in agreement.instalments
    ]
    if not agreement.down_payment:
        return found
    down = Due(
        id=part_id(agreement.id, _DOWN),
        label=f"{agreement.number} · anticipo",
        currency=agreement.currency,
        open=down_payment_open(agreement),
        due_date=agreement.down_payment_due,
        refusal="" if awaits else "settled",
        about=agreement.number,
    )
    return [down, *found]


def instalment_of(agreement: Agreement, number: int) -> Instalment | None:
    """The instalment with this number."""
    return next((one for one in agreement.instalments if one.number == number), None)


TARGET = _Shares()
