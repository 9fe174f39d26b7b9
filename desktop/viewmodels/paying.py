"""Paying: from "Pagar" to what the bank made of it, resumed after a restart."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from desktop.domain.bank_pages import is_bank_page
from desktop.domain.errors import AppError
from desktop.domain.money import Money, total
from desktop.domain.paying import Owed, basket, payable, usual_choice
from desktop.domain.payments import (
    NotStarted,
    PayItem,
    Payment,
    PayState,
    Refusal,
    Started,
    holder_of,
)
from desktop.viewmodels.context import Context
from desktop.viewmodels.contract_page import ContractPage
from desktop.viewmodels.pay_window import changed_text, windowed
from desktop.viewmodels.pay_words import end_text, refusal_text
from desktop.viewmodels.paying_state import PayingState, Step, Told, WayOn, Window
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.table import Tone
from desktop.viewmodels.tasks import Lane

if TYPE_CHECKING:
    from desktop.services.office import Office
    from desktop.services.payments import PayBook

SOON, LATER = 3_000, 15_000  # ms between two questions: at first, and after `EAGER` of them
EAGER = 40


class PayingViewModel(ContractPage["PayBook"]):
    """State and commands. Other debts than invoices go through `begin_with`."""

    state_changed = Signal()
    kinds = ("payment", "bank", "policy", "invoice", "agreement", "contract")

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.state = PayingState()
        self.book: PayBook | None = None
        self._live: dict[str, Payment] = {}  # answers that are newer than the mirror
        self._wanted: frozenset[str] = frozenset()
        self._others: tuple[Owed, ...] | None = None
        self._before: Money | None = None  # what was shown before the balance was refreshed
        self._asked = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.check)
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

    def resume(self, pay_id: str) -> None:
        """Open the bank's page of an attempt again."""
        self._ask(pay_id, self._open)

    def cancel(self, pay_id: str) -> None:
        """Give an attempt up."""
        self._run(lambda office: office.payments.cancel(pay_id), lambda a: self._learn(a.payment))

    def check(self) -> None:
        """Ask what became of everything that is open; nothing is concluded by itself."""
        self._asked += 1
        contract_id = self.contract_id
        if self.state.unsure is not None and contract_id is not None:
            self._run(lambda office: office.payments.settle(contract_id), self._settled)
        for payment in self.state.open_ones:
            self._ask(payment.pay_id, lambda answer: self._learn(answer.payment))

    def dismiss(self) -> None:
        """What was told has been read."""
        self._set(told=None)

    def find(self, pay_id: str) -> Payment | None:
        """A payment by either of its ids."""
        return next((p for p in self.state.payments if pay_id in (p.pay_id, p.id)), None)

    def usual_items(self) -> tuple[PayItem, ...]:
        """What would be paid now: what was asked for last, or what is overdue."""
        found = basket(self._owed(), self._chosen(), oldest_first=False)
        return found.items if found else ()

    def is_unposted(self, payment: Payment) -> bool:
        """Whether it is time to offer a claim that a payment does not show."""
        if payment.review is not None:
            return True
        age = self.context.shell.now() - payment.created_at
        rules = self.book.rules if self.book else None
        hours = rules.claim_after_hours if rules else 0
        return payment.state is PayState.PENDING and age >= timedelta(hours=hours)

    # --- the book

    def set_active(self, is_active: bool) -> None:
        super().set_active(is_active)
        self._wind()

    def _read(self, office: Office, contract_id: str) -> PayBook:
        return office.payments.book(contract_id)

    def _begin(self) -> None:
        self.book = None
        self._live.clear()
        self._others = None
        self.state = PayingState()
        self.state_changed.emit()

    def _fail(self, error: AppError) -> None:
        del error  # the list beside it says so
        self._set(phase=Phase.ERROR)

    def _show(self, book: PayBook) -> None:
        self.book = book
        merged = tuple(self._newer(payment) for payment in book.payments)
        known = {payment.pay_id for payment in merged}
        merged = (*(p for p in self._live.values() if p.pay_id not in known), *merged)
        attempt = book.attempt
        is_ours = self.state.step is not Step.STARTING
        owed = payable(book.invoices, merged, book.today)
        self._set(
            phase=Phase.FILLED,
            is_offered=book.rules is not None and bool(book.banks),
            can_pay=bool(owed),
            payments=merged,
            open_ones=tuple(p for p in merged if p.state.is_open),
            unsure=_sum(attempt.items) if attempt is not None and is_ours else None,
            now=book.now,
        )
        if self.state.step is Step.REFRESHING and not self.context.shell.is_syncing:
            self._open_window()
        elif self.state.window is not None:
            self._set(window=self._windowed(self.state.window))
        self._wind()

    def _newer(self, payment: Payment) -> Payment:
        live = self._live.get(payment.pay_id)
        if live is None:
            return payment
        if payment.state.is_open and not live.state.is_open:
            return live
        del self._live[payment.pay_id]
        return payment

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
        """The answer was lost: what became of it is asked until it is known."""
        del error
        self._set(step=Step.IDLE, window=None)
        self.reload()

    def _settled(self, found: Started | None) -> None:
        translate = QCoreApplication.translate
        self._set(unsure=None)
        if found is not None:
            self._learn(found.payment)
            if found.bank_url:
                text = translate("Paying", "El pago se inició. Complételo en su banco.")
                self._tell_way_on(text, found.payment)
        else:
            text = translate("Paying", "El pago no llegó a iniciarse. No se realizó ningún cargo.")
            self._set(told=Told(text, Tone.NEUTRAL))
        self.reload()

    def _tell_way_on(self, text: str, payment: Payment) -> None:
        button = QCoreApplication.translate("Paying", "Ir al banco")
        self._set(told=Told(text, Tone.ATTENTION, WayOn.RESUME, button, payment))

    def _open(self, answer: Started) -> None:
        """The bank's page, if it is one."""
        translate, payment, url = QCoreApplication.translate, answer.payment, answer.bank_url
        self._learn(payment)
        if url is None or self.book is None:
            return
        hosts = next((b.hosts for b in self.book.banks if b.code == payment.bank), ())
        if not is_bank_page(url, hosts, is_demo=self.context.shell.is_demo):
            text = translate(
                "Paying",
                "La página que indicó el servidor no es de {0}, y no se abrió. Avise a la empresa.",
            )
            self._set(told=Told(text.format(payment.bank_name), Tone.BAD))
        elif not self.context.office.browser.open(url):
            text = translate("Paying", "No se pudo abrir el navegador. Pruebe otra vez.")
            self._tell_way_on(text, payment)

    def _learn(self, payment: Payment) -> None:
        """An answer about an attempt came."""
        if payment.contract_id != self.contract_id:
            return
        before = self.find(payment.pay_id)
        was_open = before is not None and before.state.is_open
        self._live[payment.pay_id] = payment
        others = tuple(p for p in self.state.payments if p.pay_id != payment.pay_id)
        merged = (payment, *others)
        self._set(
            payments=tuple(sorted(merged, key=lambda p: (p.created_at, p.id), reverse=True)),
            open_ones=tuple(p for p in merged if p.state.is_open),
        )
        if was_open and not payment.state.is_open:
            self._tell_end(payment)
        if before is None or before.state is not payment.state:
            self.context.shell.send_now()
        self._wind()

    def _tell_end(self, payment: Payment) -> None:
        text, tone = end_text(payment, self.context.format)
        translate = QCoreApplication.translate
        way, button = WayOn.NONE, ""
        if payment.receipts:
            way, button = WayOn.RECEIPT, translate("Paying", "Ver comprobante")
        elif payment.state in (PayState.FAILED, PayState.EXPIRED):
            way, button = WayOn.PAY, translate("Paying", "Pagar otra vez")
        self._set(told=Told(text, tone, way, button, payment))

    def _ask(self, pay_id: str, done: Callable[[Started], None]) -> None:
        def answered(found: Started | None) -> None:
            if found is not None:
                done(found)

        self._run(lambda office: office.payments.look(pay_id), answered)

    def _run(self, work: Callable[[Office], object], done: Callable[..., None]) -> None:
        office = self.context.office

        def answered(result: object) -> None:
            self._set(is_asking=False)
            done(result)
            self._wind()

        def failed(error: AppError) -> None:
            del error  # nothing is known; it is asked again
            self._set(is_asking=False)
            self._wind()

        self._set(is_asking=True)
        self.context.runner.run(
            Lane.LONG, lambda _task: work(office), owner=self, done=answered, failed=failed
        )

    def _wind(self) -> None:
        """Ask again by itself while the page is in front and something is open."""
        waits = bool(self.state.open_ones) or self.state.unsure is not None
        if not (waits and self._is_active):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start(SOON if self._asked < EAGER else LATER)

    def _set(self, **changes: object) -> None:
        changed = replace(self.state, **changes)  # type: ignore[arg-type]
        if changed != self.state:
            self.state = changed
            self.state_changed.emit()


def _sum(items: Sequence[PayItem]) -> Money:
    return total((item.amount for item in items), items[0].amount.currency)
