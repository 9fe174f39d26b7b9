"""Writing lines into a contract's account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.contracts.models import Contract
from backend.movements.models import Movement, MovementKind

_LONGEST = 200


def post(
    session: Session,
    contract_id: int,
    kind: MovementKind | str,
    on: date,
    reference: str,
    description: str,
    debit: int = 0,
    credit: int = 0,
    source: str = "",
    *,
    due: date | None = None,
    settles: Sequence[str] = (),
) -> Movement:
    """Write one line of the account, in the contract's currency and the caller's transaction.

    `on` is a day of the utility's zone; of `debit` and `credit` one is above zero, the other zero
    (ValueError otherwise). `due` is until when a debit is to be paid. `settles` are the references
    of the debits that a credit is for; without them it settles the oldest. `source` names what the
    line comes from (`payment:7`, `agreement:3:moved`): a second line of the same source is not
    written, and the first one is returned.
    """
    if min(debit, credit) != 0 or max(debit, credit) <= 0:
        raise ValueError("a line is a debit or a credit")
    if source:
        before = session.scalar(select(Movement).where(Movement.source == source))
        if before is not None:
            return before
    line = Movement(
        contract_id=contract_id,
        kind=MovementKind(kind),
        posted_on=on,
        due_on=due,
        reference=reference,
        description=description[:_LONGEST],
        currency=session.get_one(Contract, contract_id).currency,
        debit=debit,
        credit=credit,
        settles="\n".join(settles),
        source=source or None,
    )
    session.add(line)
    session.flush()
    return line
