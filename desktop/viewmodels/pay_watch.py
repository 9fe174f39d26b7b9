"""The payments of a contract, asked about until it is known what became of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from desktop.domain.bank_pages import is_bank_page
from desktop.domain.errors import AppError
from desktop.domain.money import Money, total
from desktop.domain.paying import payable
from desktop.domain.payments import PayItem, Payment, PayState, Started
from desktop.viewmodels.context import Context
from desktop.viewmodels.contract_page import ContractPage
from desktop.viewmodels.pay_words import end_text
from desktop.viewmodels.paying_state import PayingState, Step, Told, WayOn
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.table import Tone
from desktop.viewmodels.tasks import Lane

if TYPE_CHECKING:
    from desktop.services.office import Office
    from desktop.services.payments import PayBook

SOON, LATER = 3_000, 15_000  # ms between two questions: at first, and after `EAGER` of them
EAGER = 40


class PaymentWatch(ContractPage["PayBook"]):
    """State, and what can be done about payments that were begun, here or elsewhere, before or
    after a restart. What is not known is asked, never concluded."""

    state_changed = Signal()
    kinds = ("payment", "bank", "policy", "invoice", "agreement", "contract")

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self.state = PayingState()
        self.book: PayBook | None = None
        self._live: dict[str, Payment] = {}  # answers that are newer than the mirror
        self._asked = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.check)

    # --- commands

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
        were_open = {payment.pay_id for payment in self.state.open_ones}
        is_ours = self.state.step is not Step.STARTING
        unsure = _sum(attempt.items) if attempt is not None and is_ours else None
        owed = payable(book.invoices, merged, book.today)
        self._set(
            phase=Phase.FILLED,
            is_offered=book.rules is not None and bool(book.banks),
            can_pay=bool(owed) and unsure is None,
            payments=merged,
            open_ones=tuple(p for p in merged if p.state.is_open),
            unsure=unsure,
            now=book.now,
        )
        for payment in merged:
            if payment.pay_id in were_open and not payment.state.is_open:
                self._tell_end(payment)
        self._wind()

    def _newer(self, payment: Payment) -> Payment:
        live = self._live.get(payment.pay_id)
        if live is None:
            return payment
        if payment.state.is_open and not live.state.is_open:
            return live
        del self._live[payment.pay_id]
        return payment

    # --- asking

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
