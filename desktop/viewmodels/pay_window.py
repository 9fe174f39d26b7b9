"""What the window of paying says, worked out from what is chosen in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.money import Money
from desktop.domain.paying import Basket, Owed, basket
from desktop.domain.payments import Payment, last_paid_at
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.pay_words import bank_note
from desktop.viewmodels.paying_state import BankChoice, Window

if TYPE_CHECKING:
    from desktop.services.payments import PayBook


def windowed(
    window: Window,
    book: PayBook,
    owed: tuple[Owed, ...],
    payments: Sequence[Payment],
    now: datetime,
    fmt: Formatter,
) -> Window:
    """The window with everything that follows from `owed` and from what is chosen."""
    chosen = window.chosen & {one.item.id for one in owed}
    oldest_first = book.rules is not None and book.rules.oldest_first_required
    found = basket(owed, chosen, oldest_first=oldest_first)
    banks = _banks(book, found, now, fmt)
    can = {choice.bank.code for choice in banks if choice.trouble is None}
    return replace(
        window,
        owed=owed,
        chosen=chosen,
        basket=found,
        banks=banks,
        bank=window.bank if window.bank in can else "",
        as_of=book.freshness.verified_at,
        notes=_notes(book, payments, now),
        problem=_problem(found),
    )


def changed_text(before: Money, after: Money, fmt: Formatter) -> str:
    """That another amount is owed than was shown."""
    text = QCoreApplication.translate(
        "Paying", "El saldo cambió desde la última actualización. Revise el importe: {0} → {1}."
    )
    return text.format(fmt.money(before), fmt.money(after))


def _banks(
    book: PayBook, found: Basket | None, now: datetime, fmt: Formatter
) -> tuple[BankChoice, ...]:
    currency = book.contract.currency if book.contract else ""
    amount = found.amount if found else Money(0, currency)
    troubles = [(bank, bank.trouble(amount, now) if found else None) for bank in book.banks]
    return tuple(
        BankChoice(bank, trouble, bank_note(bank, trouble, amount, fmt, now))
        for bank, trouble in troubles
    )


def _problem(found: Basket | None) -> str:
    translate = QCoreApplication.translate
    if found is None:
        return translate("Paying", "Seleccione al menos una factura.")
    if found.left_out:
        text = translate("Paying", "Primero hay que pagar la factura {0}.")
        return text.format(found.left_out)
    return ""


def _notes(book: PayBook, payments: Sequence[Payment], now: datetime) -> tuple[str, ...]:
    last, rules = last_paid_at(payments), book.rules
    if last is None or rules is None or now - last >= timedelta(hours=rules.posting_hours):
        return ()
    text = QCoreApplication.translate(
        "Paying", "Pagó hace menos de {0} horas: la acreditación puede estar en curso."
    )
    return (text.format(rules.posting_hours),)
