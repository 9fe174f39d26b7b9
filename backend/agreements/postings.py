"""How agreements show in the account's ledger: debt leaves it, instalments come as they are due."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from backend.agreements.models import Agreement, Instalment


def debt_moved(session: Session, agreement: Agreement, on: date) -> None:
    """The included invoices are no longer asked for one by one."""


def down_payment_due(session: Session, agreement: Agreement, on: date) -> None:
    """The down payment is asked for."""


def instalment_due(session: Session, agreement: Agreement, one: Instalment, on: date) -> None:
    """One instalment is asked for."""


def debt_returned(session: Session, agreement: Agreement, minor: int, on: date) -> None:
    """What the invoices still owe is asked for again; unpaid instalments are not."""
