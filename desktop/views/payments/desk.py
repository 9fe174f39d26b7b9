"""Paying on a page: opens the window, tells what happened, and makes the papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.domain.coupons import CouponProblem
from desktop.domain.payments import PayItem
from desktop.viewmodels.papers import PaperViewModel
from desktop.viewmodels.pay_papers import coupon_paper, receipt_paper
from desktop.viewmodels.pay_words import coupon_text
from desktop.viewmodels.paying import PayingViewModel
from desktop.viewmodels.paying_state import Told, WayOn
from desktop.views.payments.window import PayWindow
from desktop.views.tokens import Tone
from desktop.views.widgets.notice import Notice, NoticeBar

CLAIM = "claim:PAGO_NO_IMPUTADO:{0}"


class PayDesk(QObject):
    """For any page where something is paid: give it the page, its notice bar and its papers. What
    was told goes to the bar with a button that does something."""

    def __init__(
        self, model: PayingViewModel, page: QWidget, notice: NoticeBar, papers: PaperViewModel
    ) -> None:
        super().__init__(page)
        self._model, self._page, self._notice, self._papers = model, page, notice, papers
        self._window: PayWindow | None = None
        self._told: Told | None = None
        model.state_changed.connect(self._show)
        notice.dismissed.connect(self._dismissed)

    def open_receipt(self, payment_id: str) -> None:
        """Show the receipt of a payment."""
        payment, book = self._model.find(payment_id), self._model.book
        paper = receipt_paper(self._model.context, book, payment) if book and payment else None
        if paper is not None:
            self._papers.open(paper)

    def open_claim(self, payment_id: str) -> None:
        """Begin a claim about money that does not show, filled in as far as it is known."""
        payment = self._model.find(payment_id)
        if payment is not None:
            number = payment.receipts[0].number if payment.receipts else payment.pay_id
            self._model.context.shell.go_to("cases", None, CLAIM.format(number))

    def open_coupon(self, items: Sequence[PayItem]) -> None:
        """Show the coupon for these debts, or say why there is none."""
        book = self._model.book
        if book is None:
            return
        made = coupon_paper(self._model.context, book, items)
        if isinstance(made, CouponProblem):
            self._notice.show_notice(Notice(coupon_text(made), Tone.WARNING))
        else:
            self._papers.open(made)

    def _coupon_of_window(self) -> None:
        window = self._model.state.window
        items = window.basket.items if window is not None and window.basket else ()
        self._model.close_window()
        self.open_coupon(items)

    def _show(self) -> None:
        state = self._model.state
        if state.window is not None:
            if self._window is None:
                self._window = PayWindow(self._model, self._page.window())
                self._window.coupon_wanted.connect(self._coupon_of_window)
            self._window.show_window(state.window)
        elif self._window is not None:
            window, self._window = self._window, None
            window.hide()
            window.deleteLater()
        if state.told != self._told:
            self._told = state.told
            self._tell(state.told)

    def _tell(self, told: Told | None) -> None:
        if told is None:
            self._notice.clear()
            return
        self._notice.show_notice(
            Notice(told.text, Tone(told.tone.value), "", told.button, self._way(told))
        )

    def _way(self, told: Told) -> Callable[[], None] | None:
        model, payment = self._model, told.payment
        if told.way_on is WayOn.COUPON:
            return lambda: self.open_coupon(model.usual_items())
        if told.way_on is WayOn.PAY:
            return model.begin
        if payment is None:
            return None
        ways = {
            WayOn.RECEIPT: lambda: self.open_receipt(payment.id),
            WayOn.CLAIM: lambda: self.open_claim(payment.id),
            WayOn.RESUME: lambda: model.resume(payment.pay_id),
        }
        return ways.get(told.way_on)

    def _dismissed(self) -> None:
        self._told = None
        self._model.dismiss()
