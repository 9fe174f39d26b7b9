"""The papers of paying: the receipt, and the coupon for collection networks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.contracts import Contract
from desktop.domain.coupons import Coupon, CouponError, CouponProblem, CouponRules, compose
from desktop.domain.money import total
from desktop.domain.payments import PayItem, Payment
from desktop.viewmodels.context import Context
from desktop.viewmodels.papers import Paper, letterhead, stamp

if TYPE_CHECKING:
    from desktop.services.office import Office
    from desktop.services.payments import PayBook


def coupon_of(
    rules: CouponRules | None,
    contract: Contract,
    items: Sequence[PayItem],
    verified_at: datetime | None,
    now: datetime,
    today: date,
) -> Coupon | CouponProblem:
    """The coupon for these debts, or why there is none. It needs no connection, but data that are
    young enough."""
    if rules is None:
        return CouponProblem.NOT_OFFERED
    if not items:
        return CouponProblem.NOTHING_OWED
    if not rules.is_young(verified_at, now):
        return CouponProblem.OLD_DATA
    amount, until = total((i.amount for i in items), items[0].amount.currency), rules.until(today)
    try:
        digits = compose(rules, contract.number, amount, until)
    except CouponError:
        return CouponProblem.TOO_LARGE
    labels = tuple(item.label for item in items)
    return Coupon(rules.symbology, digits, amount, until, labels, rules.networks)


def coupon_paper(
    context: Context, book: PayBook, items: Sequence[PayItem]
) -> Paper | CouponProblem:
    """The coupon as a paper, or why there is none."""
    if book.contract is None:
        return CouponProblem.NOTHING_OWED
    contract, rules = book.contract, book.rules.coupon if book.rules else None
    verified, now = book.freshness.verified_at, context.shell.now()
    coupon = coupon_of(rules, contract, items, verified, now, book.today)
    if isinstance(coupon, CouponProblem):
        return coupon
    head = letterhead(context, "Cupón de pago", subject=f"Contrato {contract.number}")
    mark = stamp(context, book.freshness)
    fmt = context.format

    def make(_office: Office) -> bytes:
        from desktop.services.printing.payment_coupon import render

        return render(head, mark, fmt, contract, coupon)

    title = QCoreApplication.translate("Paying", "Cupón de pago de {0}")
    return Paper(
        title.format(fmt.money(coupon.amount)),
        f"Cupón de pago {contract.number}.pdf",
        make,
    )


def receipt_paper(context: Context, book: PayBook, payment: Payment) -> Paper | None:
    """The receipt as a paper; None for a contract that is not known."""
    contract = book.contract
    if contract is None:
        return None
    number = payment.receipts[0].number if payment.receipts else payment.pay_id[:8]
    head = letterhead(context, "Comprobante de pago", f"N° {number}", payment.bank_name)
    mark = stamp(context, book.freshness)
    fmt = context.format
    profile = context.shell.profile
    payer = profile.user.full_name if profile is not None else contract.holder_name

    def make(_office: Office) -> bytes:
        from desktop.services.printing.payment_receipt import render

        return render(head, mark, fmt, contract, payment, payer)

    title = QCoreApplication.translate("Paying", "Comprobante {0}")
    return Paper(title.format(number), f"Comprobante {number}.pdf", make)
