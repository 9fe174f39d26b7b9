"""What the service says of banks and payments is decoded whole, and each refusal is understood."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from backend import models as m
from backend.banks.simulator.core import Answer, Bank
from backend.banks.simulator.serve import beside
from desktop.api import payments, wire
from desktop.api.client import Client
from desktop.domain.feed import Page
from desktop.domain.money import Money
from desktop.domain.payments import (
    Attempt,
    NotStarted,
    PayItem,
    Payment,
    PaymentRules,
    PayState,
    Refusal,
    Review,
    Started,
)
from desktop.domain.payments import Bank as AppBank
from tests.support.backend import MovableClock, RunningBackend, running_backend, settings_for
from tests.support.payments import new_id, offer_payments

WHOLE = 122_000


class Scene:
    """Ana at her computer, with two invoices and the bank behind the service."""

    def __init__(self, server: RunningBackend, bank: Bank) -> None:
        self.server, self.bank = server, bank
        books = server.books
        books.utility()
        self.contract = books.contract([books.user("ana", "clave")])
        self.invoices = books.invoices(self.contract, 2, document=None)
        offer_payments(server.database)
        self.client = Client(server.url, "test", heard=lambda _when: None)
        self.client.sign_in("ana", "clave")

    def starts(self, *amounts: int, bank: str = "plaza", pay_id: str = "") -> Started | NotStarted:
        items = tuple(
            PayItem("invoice", str(invoice), "A", Money(amount, "UYU"))
            for invoice, amount in zip(self.invoices, amounts, strict=False)
        )
        when = datetime(2026, 3, 2, tzinfo=UTC)
        attempt = Attempt(pay_id or new_id(), str(self.contract.id), bank, items, when)
        return payments.start(self.client, attempt, 40_000)


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    clock = MovableClock()
    usual = settings_for(f"sqlite:///{tmp_path / 'backend.db'}")
    with beside(clock) as (address, bank):
        settings = replace(usual, bank_simulator=address, bank_poll_seconds=3600)
        with running_backend(tmp_path, settings, clock) as server:
            made = Scene(server, bank)
            yield made
            made.client.close()


def test_an_attempt_is_begun_asked_about_and_given_up(scene: Scene) -> None:
    begun = scene.starts(WHOLE)
    assert isinstance(begun, Started)
    assert begun.bank_url is not None
    assert (begun.payment.state, begun.payment.amount) == (
        PayState.REDIRECTED,
        Money(WHOLE, "UYU"),
    )
    assert payments.look(scene.client, begun.payment.pay_id) == begun
    assert payments.look(scene.client, new_id()) is None
    ended = payments.cancel(scene.client, begun.payment.pay_id)
    assert (ended.payment.state, ended.bank_url) == (PayState.CANCELLED, None)


def test_refusals_say_what_a_person_needs(scene: Scene) -> None:
    begun = scene.starts(WHOLE)
    assert isinstance(begun, Started)
    assert scene.starts(WHOLE) == NotStarted(Refusal.ALREADY_OPEN, pay_id=begun.payment.pay_id)
    payments.cancel(scene.client, begun.payment.pay_id)
    changed = scene.starts(WHOLE + 1)
    assert changed == NotStarted(
        Refusal.CHANGED, owed=(("invoice", str(scene.invoices[0]), WHOLE),)
    )
    assert scene.starts(WHOLE, bank="chico") == NotStarted(Refusal.BANK_AMOUNT)
    assert scene.starts(WHOLE, bank="dolares") == NotStarted(Refusal.BANK_CURRENCY)
    scene.server.books.change(
        m.Invoice, scene.invoices[0], payment_status="in_agreement", agreement_number="AC-7"
    )
    assert scene.starts(WHOLE) == NotStarted(Refusal.IN_AGREEMENT, "AC-7")


def test_every_field_of_banks_payments_and_rules_is_kept(scene: Scene) -> None:
    begun = scene.starts(WHOLE, WHOLE)
    assert isinstance(begun, Started)
    assert begun.bank_url is not None
    scene.bank.answer(begun.bank_url.rsplit("/", 1)[-1], Answer.CHARGE_TWICE)
    bodies: dict[str, list[bytes]] = {}
    for scope in (scene.contract.scope, "G"):
        page = scene.client.page(scope, None, 500)
        assert isinstance(page, Page)
        for change in page.changes:
            bodies.setdefault(change.kind, []).append(change.body)
    (payment,) = [wire.decode(Payment, body) for body in bodies["payment"]]
    assert (payment.state, payment.review) == (PayState.PAID, Review.TWICE)
    assert [receipt.amount.minor for receipt in payment.receipts] == [2 * WHOLE] * 2
    assert [item.credited.minor for item in payment.items] == [WHOLE] * 2
    banks = [wire.decode(AppBank, body) for body in bodies["bank"]]
    assert [(b.code, b.currencies, b.max_amount) for b in banks] == [
        ("plaza", ("UYU",), None),
        ("chico", ("UYU",), 100_000),
        ("dolares", ("USD",), None),
    ]
    (rules,) = [b for b in bodies["policy"] if json.loads(b)["id"] == "payments"]
    known = wire.decode_policy(PaymentRules, rules)
    said = json.loads(rules)["rules"]
    assert known.expiry_minutes == said["expiry_minutes"]
    assert known.coupon is not None
    assert [f.length for f in known.coupon.fields] == [
        f["length"] for f in said["coupon"]["fields"]
    ]
