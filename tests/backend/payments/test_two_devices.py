"""Two computers that pay the same invoice at the same instant make one payment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from httpx import Client
from sqlalchemy import func, select

from backend import models as m
from backend.banks.simulator.core import Answer, Bank
from tests.support.backend import RunningBackend
from tests.support.payments import Payer, order_of

WHOLE = 122_000


def at_once(server: RunningBackend, ana: Payer, owed: list[int], devices: int) -> list[int]:
    gate = Barrier(devices)

    def press(number: int) -> tuple[int, str]:
        with Client(base_url=server.url, timeout=30) as http:
            payer = Payer(http, ana.name, ana.contract_id)
            header = payer.header
            assert header
            gate.wait()
            # Every device chooses the shared invoice first, and another one besides.
            answer = payer.pays((owed[0], WHOLE), (owed[1 + number % 2], WHOLE))
            return answer.status_code, order_of(answer) if answer.status_code == 200 else ""

    with ThreadPoolExecutor(devices) as pool:
        answers = list(pool.map(press, range(devices)))
    return [status for status, _ in answers]


def test_of_four_devices_one_pays_and_three_are_told_so(
    server: RunningBackend, ana: Payer, owed: list[int], bank: Bank
) -> None:
    assert sorted(at_once(server, ana, owed, 4)) == [200, 409, 409, 409]
    with server.database.reading() as session:
        opened = session.scalars(select(m.PaymentItem.target_id).where(m.PaymentItem.is_open)).all()
        (intent,) = session.scalars(select(m.PaymentIntent)).all()
    assert opened.count(owed[0]) == 1
    assert intent.bank_order is not None
    with ThreadPoolExecutor(4) as pool:  # and the bank's page is pressed four times
        list(pool.map(lambda _n: bank.answer(intent.bank_order or "", Answer.APPROVE), range(4)))
        list(pool.map(lambda _n: ana.asks(intent.pay_id), range(4)))
    with server.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(m.BankTransaction)) == 1
        assert session.scalar(select(func.sum(m.Payment.amount))) == 2 * WHOLE
        assert session.get_one(m.Invoice, owed[0]).paid == WHOLE
