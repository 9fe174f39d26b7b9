"""Paying without a window: what is offered, begun once, never believed too early."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.errors import AppError, Code, NetworkError, StoreError
from desktop.domain.money import Money
from desktop.domain.paying import Owed
from desktop.domain.payments import (
    Attempt,
    NotStarted,
    PayItem,
    PayState,
    Refusal,
    Review,
    Started,
)
from desktop.viewmodels.paying import PayingViewModel
from desktop.viewmodels.paying_state import Step, WayOn
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.sync_state import SyncKind, SyncState
from tests.support.books import CONTRACT, NOW, FakeOffice
from tests.support.fake_payments import PAGE, RULES, a_bank, a_payment
from tests.support.stage import Stage, summary


@pytest.fixture
def stage(tmp_path: Path, qapp: object) -> Iterator[Stage]:
    made = Stage(tmp_path, FakeOffice(), summary())
    made.shell.profile = None
    made.office.payments.contract = summary().contract
    yield made
    made.close()


@pytest.fixture
def model(stage: Stage, qtbot: QtBot) -> Iterator[PayingViewModel]:
    made = PayingViewModel(stage.context())
    made.set_active(True)
    settle(stage, qtbot)
    assert made.state.phase is Phase.FILLED
    yield made
    made.set_active(False)


def settle(stage: Stage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not stage.runner.is_busy)


def at_the_bank(stage: Stage, state: PayState = PayState.REDIRECTED) -> Started:
    return Started(a_payment(stage.shell.now(), state, contract_id=CONTRACT), PAGE)


def opens(model: PayingViewModel, stage: Stage, qtbot: QtBot) -> None:
    stage.office.payments.now = stage.office.payments.verified_at = stage.shell.now()
    model.reload()
    settle(stage, qtbot)
    model.begin()
    settle(stage, qtbot)
    assert model.state.step is Step.CHOOSING
    assert model.state.window is not None


def goes(model: PayingViewModel, stage: Stage, qtbot: QtBot) -> None:
    opens(model, stage, qtbot)
    model.pick("plaza")
    model.go()
    settle(stage, qtbot)


def told(model: PayingViewModel) -> str:
    assert model.state.told is not None
    return model.state.told.text.replace("\u00a0", " ")


def test_a_utility_without_banks_offers_nothing(stage: Stage, qtbot: QtBot) -> None:
    stage.office.payments.rules = None
    made = PayingViewModel(stage.context())
    made.set_active(True)
    settle(stage, qtbot)
    assert not made.state.is_offered
    made.begin()
    assert made.state.step is Step.IDLE


def test_what_is_overdue_is_chosen_and_adds_up(
    model: PayingViewModel, stage: Stage, qtbot: QtBot
) -> None:
    opens(model, stage, qtbot)
    window = model.state.window
    assert window is not None
    assert window.basket is not None
    overdue = [one for one in window.owed if one.is_overdue]
    assert window.chosen == {one.item.id for one in overdue}
    assert window.basket.amount.minor == sum(one.item.amount.minor for one in overdue)
    assert not window.can_go  # no bank yet
    model.choose([])
    assert model.state.window is not None
    assert model.state.window.problem == "Seleccione al menos una factura."


def test_banks_that_cannot_take_it_say_why_and_are_not_picked(
    model: PayingViewModel, stage: Stage, qtbot: QtBot
) -> None:
    until = stage.shell.now() + timedelta(hours=2)
    stage.office.payments.banks = (
        a_bank("chico", max_amount=100),
        a_bank("obra", maintenance_until=until),
        a_bank("plaza", max_amount=10**9),
    )
    opens(model, stage, qtbot)
    window = model.state.window
    assert window is not None
    notes = [choice.note.replace("\u00a0", " ") for choice in window.banks]
    assert notes[0] == "El importe supera el máximo de $ 1,00"
    assert notes[1].startswith("En mantenimiento hasta ")
    assert notes[2] == "Hasta $ 10.000.000,00"
    model.pick("chico")
    assert model.state.window is not None
    assert model.state.window.bank == ""


def test_it_is_begun_once_however_often_it_is_pressed(
    model: PayingViewModel, stage: Stage, qtbot: QtBot
) -> None:
    stage.office.payments.answer = at_the_bank(stage)
    opens(model, stage, qtbot)
    model.pick("plaza")
    model.go()
    model.go()
    settle(stage, qtbot)
    model.go()
    assert len(stage.office.payments.begun) == 1
    assert stage.office.browser.pages == [PAGE]
    assert [p.state for p in model.state.open_ones] == [PayState.REDIRECTED]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (NotStarted(Refusal.BANK_UNAVAILABLE), "Banco Plaza no está disponible en este momento"),
        (NotStarted(Refusal.IN_AGREEMENT, "AC-7"), "integra el acuerdo N° AC-7"),
        (NotStarted(Refusal.OLDEST_FIRST, "A-1"), "Primero hay que pagar la factura A-1"),
        (NotStarted(Refusal.CHANGED), "El saldo cambió desde la última actualización"),
        (NotStarted(Refusal.OTHER), "Sincronice y vuelva a intentar"),
    ],
)
def test_a_refusal_is_told_in_the_window_and_nothing_chosen_is_lost(
    model: PayingViewModel, stage: Stage, qtbot: QtBot, answer: NotStarted, words: str
) -> None:
    stage.office.payments.answer = answer
    goes(model, stage, qtbot)
    window = model.state.window
    assert window is not None
    assert words in window.told
    assert window.bank == "plaza"
    assert window.chosen
    assert stage.office.browser.pages == []
    assert stage.office.browser.came is None


def test_another_devices_attempt_is_taken_up_instead(
    model: PayingViewModel, stage: Stage, qtbot: QtBot
) -> None:
    other = at_the_bank(stage)
    stage.office.payments.answer = NotStarted(Refusal.ALREADY_OPEN, pay_id=other.payment.pay_id)
    stage.office.payments.found = other
    goes(model, stage, qtbot)
    settle(stage, qtbot)
    assert model.state.window is None
    assert told(model) == "Ya hay un pago en curso para esta factura."
    assert model.state.open_ones == (other.payment,)


def test_a_lost_answer_is_asked_about_and_blocks_paying_meanwhile(
    model: PayingViewModel, stage: Stage, qtbot: QtBot
) -> None:
    payments = stage.office.payments
    payments.answer = NetworkError(Code.SERVER_DOWN)
    item = PayItem("invoice", "1", "A-1", Money(500, "UYU"))
    payments.attempt = Attempt("x", CONTRACT, "plaza", (item,), NOW)
    goes(model, stage, qtbot)
    settle(stage, qtbot)
    assert model.state.unsure == Money(500, "UYU")
    assert not model.state.can_pay
    model.check()
    settle(stage, qtbot)
    settle(stage, qtbot)
    assert told(model) == "El pago no llegó a iniciarse. No se realizó ningún cargo."
    assert model.state.unsure is None


def test_what_could_not_be_written_down_was_not_begun(
    model: PayingViewModel, stage: Stage, qtbot: QtBot
) -> None:
    stage.office.payments.answer = StoreError(Code.DISK_FULL)
    goes(model, stage, qtbot)
    assert "no se inició" in told(model)


@pytest.mark.parametrize(
    "url", ["https://evil.example/", "http://127.0.0.1:8799@evil.example/", "file:///etc/passwd"]
)
def test_a_page_of_somebody_else_is_not_opened(
    model: PayingViewModel, stage: Stage, qtbot: QtBot, url: str
) -> None:
    stage.office.payments.answer = Started(at_the_bank(stage).payment, url)
    goes(model, stage, qtbot)
    assert stage.office.browser.pages == []
    assert "no se abrió" in told(model)


def test_without_a_browser_one_can_try_again(
    model: PayingViewModel, stage: Stage, qtbot: QtBot
) -> None:
    stage.office.browser.works = False
    stage.office.payments.answer = stage.office.payments.found = at_the_bank(stage)
    goes(model, stage, qtbot)
    assert model.state.told is not None
    assert model.state.told.way_on is WayOn.RESUME
    stage.office.browser.works = True
    model.resume(at_the_bank(stage).payment.pay_id)
    settle(stage, qtbot)
    assert stage.office.browser.pages == [PAGE]


@pytest.mark.parametrize(
    ("state", "reason", "words", "way_on"),
    [
        (PayState.PAID, "", "Pago aprobado por $ 1.220,00. Comprobante N° P-2026", WayOn.RECEIPT),
        (PayState.FAILED, "sin fondos", "rechazó la operación: sin fondos", WayOn.PAY),
        (PayState.EXPIRED, "", "La operación venció sin completarse.", WayOn.PAY),
        (PayState.CANCELLED, "", "El pago se canceló.", WayOn.NONE),
    ],
)
def test_the_return_of_the_browser_only_asks_and_the_answer_is_told(
    model: PayingViewModel,
    stage: Stage,
    qtbot: QtBot,
    state: PayState,
    reason: str,
    words: str,
    way_on: WayOn,
) -> None:
    begun = at_the_bank(stage)
    stage.office.payments.answer = stage.office.payments.found = begun
    goes(model, stage, qtbot)
    came = stage.office.browser.came
    assert came is not None
    came()  # the bank has said nothing yet
    settle(stage, qtbot)
    assert not model.state.told
    ended = a_payment(stage.shell.now(), state, contract_id=CONTRACT, reason=reason)
    stage.office.payments.found = Started(ended, None)
    model.check()
    settle(stage, qtbot)
    assert words in told(model)
    assert model.state.told is not None
    assert model.state.told.way_on is way_on
    assert model.state.open_ones == ()


def test_an_end_that_the_sync_brings_is_told_too(
    model: PayingViewModel, stage: Stage, qtbot: QtBot
) -> None:
    stage.office.payments.payments = (at_the_bank(stage).payment,)
    model.reload()
    settle(stage, qtbot)
    assert len(model.state.open_ones) == 1
    ended = a_payment(stage.shell.now(), PayState.PAID, contract_id=CONTRACT, review=Review.TWICE)
    stage.office.payments.payments = (ended,)
    model.reload()
    settle(stage, qtbot)
    assert "El banco informó dos cobros" in told(model)


def test_offline_a_coupon_is_offered(model: PayingViewModel, stage: Stage) -> None:
    stage.shell.sync = SyncState(SyncKind.OFFLINE)
    model.begin()
    assert model.state.told is not None
    assert model.state.told.way_on is WayOn.COUPON
    assert model.usual_items()


def test_a_balance_that_is_too_old_is_not_paid(
    model: PayingViewModel, stage: Stage, qtbot: QtBot
) -> None:
    stage.office.payments.verified_at = stage.shell.now() - timedelta(minutes=16)
    model.reload()
    settle(stage, qtbot)
    model.begin()
    assert model.state.step is Step.REFRESHING
    assert model.state.window is None
    stage.office.payments.verified_at = stage.shell.now()
    stage.shell.sync_changed.emit()  # the sync is over
    settle(stage, qtbot)
    assert model.state.window


def test_a_refresh_that_fails_ends_there(
    model: PayingViewModel, stage: Stage, qtbot: QtBot
) -> None:
    stage.office.payments.verified_at = stage.shell.now() - timedelta(minutes=16)
    model.reload()
    settle(stage, qtbot)
    model.begin()
    stage.shell.sync = SyncState(SyncKind.OFFLINE, error=AppError(Code.OFFLINE))
    stage.shell.sync_changed.emit()
    assert model.state.step is Step.IDLE
    assert "Sin conexión" in told(model)


def test_debts_of_another_kind_are_paid_in_the_same_way(
    model: PayingViewModel, stage: Stage, qtbot: QtBot
) -> None:
    stage.office.payments.now = stage.office.payments.verified_at = stage.shell.now()
    model.reload()
    settle(stage, qtbot)
    share = PayItem("instalment", "3001", "AC-3 · 1/6", Money(90_000, "UYU"))
    stage.office.payments.answer = Started(
        a_payment(stage.shell.now(), contract_id=CONTRACT, item=share), PAGE
    )
    model.begin_with([Owed(share, None, False)])
    model.pick("plaza")
    model.go()
    settle(stage, qtbot)
    assert stage.office.payments.begun == [("plaza", (share,))]


def test_a_claim_is_offered_once_it_has_taken_too_long(
    model: PayingViewModel, stage: Stage, qtbot: QtBot
) -> None:
    stage.office.payments.rules = replace(RULES, claim_after_hours=1)
    model.reload()
    settle(stage, qtbot)
    fresh = a_payment(stage.shell.now(), PayState.PENDING)
    old = replace(fresh, created_at=stage.shell.now() - timedelta(hours=2))
    assert not model.is_unposted(fresh)
    assert model.is_unposted(old)
    assert model.is_unposted(replace(fresh, review=Review.UNANSWERED))
