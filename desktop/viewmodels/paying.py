"""Paying: from "Pagar" to the bank's page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.domain.errors import AppError, StoreError
from desktop.domain.money import Money
from desktop.domain.paying import Owed, basket, payable, usual_choice
from desktop.domain.payments import NotStarted, PayItem, Refusal, Started, holder_of
from desktop.viewmodels.context import Context
from desktop.viewmodels.pay_watch import PaymentWatch
from desktop.viewmodels.pay_window import changed_text, windowed
from desktop.viewmodels.pay_words import refusal_text
from desktop.viewmodels.paying_state import Step, Told, WayOn, Window
from desktop.viewmodels.table import Tone
from desktop.viewmodels.tasks import Lane

if TYPE_CHECKING:
    from desktop.services.payments import PayBook


class PayingViewModel(PaymentWatch):
    """Begins attempts; other debts than invoices go through `begin_with`."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self._wanted: frozenset[str] = frozenset()
        self._others: tuple[Owed, ...] | None = None
        self._before: Money | None = None  # what was shown before the balance was refreshed
        context.shell.sync_changed.connect(self._synced)

    # --- commands

    def begin(self, invoice_ids: Collection[str] = ()) -> None:
        """ "Pagar": open the window on these invoices, or on what is overdue."""
        self._begin_on(frozenset(invoice_ids), None)

    def begin_with(self, owed: Sequence[Owed]) -> None:
        """Open the window on debts of another kind; all of them are chosen."""
        self._begin_on(frozenset(one.item.id for one in owed), tuple(owed))

    def choose(self, ids: Collection[str]) -> None:
        """Pay these of what is owed."""
        self._before = None
        if self.state.window is not None:
            self._set(window=self._windowed(replace(self.state.window, chosen=frozenset(ids))))

    def pick(self, bank: str) -> None:
        """Pay through this bank."""
        if self.state.window is not None:
            self._set(window=self._windowed(replace(self.state.window, bank=bank, told="")))

    def close_window(self) -> None:
        """Pay nothing after all. An attempt that is being made goes on."""
        if self.state.step is not Step.STARTING:
            self._set(step=Step.IDLE, window=None)

    def go(self) -> None:
        """ "Ir al banco": once, however often it is pressed."""
        window, contract_id = self.state.window, self.contract_id
        if self.state.step is not Step.CHOOSING or window is None or contract_id is None:
            return
        if not window.can_go or window.basket is None:
            return
        items, bank = window.basket.items, window.bank
        port = self.context.office.browser.expect_return(self.check)
        self._set(step=Step.STARTING, window=replace(window, is_starting=True, told=""))
        self.context.runner.run(
            Lane.LONG,
            lambda _task: self.context.office.payments.begin(contract_id, bank, items, port),
            owner=self,
            done=self._begun,
            failed=self._unsure,
        )

    def usual_items(self) -> tuple[PayItem, ...]:
        """What would be paid now: what was asked for last, or what is overdue."""
        found = basket(self._owed(), self._chosen(), oldest_first=False)
        return found.items if found else ()

    # --- the book

    def _begin(self) -> None:
        self._others = None
        super()._begin()

    def _show(self, book: PayBook) -> None:
        super()._show(book)
        if self.state.step is Step.REFRESHING and not self.context.shell.is_syncing:
            self._open_window()
        elif self.state.window is not None:
            self._set(window=self._windowed(self.state.window))

    # --- choosing

    def _begin_on(self, wanted: frozenset[str], others: tuple[Owed, ...] | None) -> None:
        book = self.book
        if book is None or book.rules is None or self.state.step is not Step.IDLE:
            return
        self._wanted, self._others = wanted, others
        if self.context.shell.is_offline:
            self._tell_offline()
            return
        self._set(told=None)
        verified = book.freshness.verified_at
        if book.rules.is_fresh(verified, self.context.shell.now()):
            self._before = None
            self._open_window()
            return
        shown = basket(self._owed(), self._chosen(), oldest_first=False)
        self._before = shown.amount if shown else None
        self._set(step=Step.REFRESHING)
        self.context.shell.sync_now()

    def _synced(self) -> None:
        if self.state.step is not Step.REFRESHING or self.context.shell.is_syncing:
            return
        if self.context.shell.sync.error is not None:
            self._set(step=Step.IDLE)
            self._tell_offline()
        else:
            self.reload()

    def _owed(self) -> tuple[Owed, ...]:
        book = self.book
        if book is None:
            return ()
        if self._others is not None:
            paid = self.state.payments
            return tuple(
                o for o in self._others if holder_of(paid, o.item.target, o.item.id) is None
            )
        return payable(book.invoices, self.state.payments, book.today)

    def _chosen(self) -> frozenset[str]:
        owed = self._owed()
        return self._wanted & {one.item.id for one in owed} or usual_choice(owed)

    def _open_window(self) -> None:
        book = self.book
        if book is None:
            return
        window = Window(chosen=self._chosen(), as_of=book.freshness.verified_at)
        self._set(step=Step.CHOOSING, window=self._windowed(window))
        self._before = None

    def _windowed(self, window: Window) -> Window:
        book = self.book
        if book is None or book.rules is None:
            return window
        now, fmt = self.context.shell.now(), self.context.format
        made = windowed(window, book, self._owed(), self.state.payments, now, fmt)
        amount = made.basket.amount if made.basket else None
        if self._before is not None and amount is not None and amount != self._before:
            text = changed_text(self._before, amount, fmt)
            made = replace(made, changed=text, told="")
            self._before = None
        return made

    def _tell_offline(self) -> None:
        translate = QCoreApplication.translate
        text = translate(
            "Paying",
            "Sin conexión no se puede pagar por el banco. Puede pagar con un cupón en una red de"
            " cobranza.",
        )
        button = translate("Paying", "Generar cupón")
        self._set(told=Told(text, Tone.ATTENTION, WayOn.COUPON, button))

    # --- the attempt

    def _begun(self, answer: Started | NotStarted) -> None:
        window = self.state.window
        if isinstance(answer, NotStarted):
            self.context.office.browser.stop_expecting()
            self._refused(answer, window)
            return
        self._set(step=Step.IDLE, window=None)
        self._asked = 0
        self._learn(answer.payment)
        self._open(answer)

    def _refused(self, answer: NotStarted, window: Window | None) -> None:
        banks = self.book.banks if self.book else ()
        bank = next((b.name for b in banks if window and b.code == window.bank), "")
        text = refusal_text(answer, bank)
        if answer.reason is Refusal.ALREADY_OPEN and answer.pay_id:
            self._set(step=Step.IDLE, window=None)
            self._ask(answer.pay_id, lambda found: self._learn(found.payment))
            self._set(told=Told(text, Tone.ATTENTION))
            return
        if window is not None:
            back = replace(window, is_starting=False, told=text)
            self._set(step=Step.CHOOSING, window=self._windowed(back))
            self._before = window.basket.amount if window.basket else None
        if answer.reason in (Refusal.CHANGED, Refusal.OTHER):
            self.context.shell.send_now()

    def _unsure(self, error: AppError) -> None:
        """The answer was lost: what became of it is asked until it is known. What this computer
        could not write down was not begun."""
        self._set(step=Step.IDLE, window=None)
        if isinstance(error, StoreError):
            text = QCoreApplication.translate(
                "Paying", "No se pudo guardar el pago en este equipo, y no se inició."
            )
            self._set(told=Told(text, Tone.BAD))
        self.reload()
