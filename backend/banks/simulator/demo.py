"""Makes the simulated bank know the orders that the demonstration tells of."""

from __future__ import annotations

from sqlalchemy import select

from backend.banks.adapter import Outcome
from backend.banks.simulator.core import Bank
from backend.clock import Clock
from backend.database import Database
from backend.payments.models import OPEN, IntentState, PaymentIntent


def take_up(url: str, clock: Clock, address: str, bank: Bank) -> None:
    """Give the bank the attempts that are open in the database, and them the bank's pages: it has
    another address at each start."""
    database = Database(url, clock)
    try:
        with database.writing() as session:
            query = select(PaymentIntent).where(
                PaymentIntent.state.in_(OPEN), PaymentIntent.bank_order.is_not(None)
            )
            for intent in session.scalars(query):
                order = bank.create(
                    intent.pay_id,
                    intent.amount,
                    intent.currency,
                    description=", ".join(item.label for item in intent.items),
                    order_id=intent.bank_order or "",
                )
                if intent.state is IntentState.PENDING:
                    order.outcome = Outcome.PROCESSING
                intent.bank_url = f"{address}/pagar/{order.id}"
    finally:
        database.close()
