"""The bank's daily file, and what the office decides about money without a home."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from backend import models as m
from backend.__main__ import main
from backend.banks.adapter import Money, StatementError
from backend.banks.simulator.adapter import parse_statement
from backend.banks.simulator.core import Answer, Bank, as_csv
from backend.office.acts import OfficeRefusedError, acts, do
from tests.support.backend import START, RunningBackend
from tests.support.backend_books import ContractIds
from tests.support.payments import Payer, order_of

WHOLE = 122_000


def act(server: RunningBackend, name: str, **form: Any) -> dict[str, Any]:
    chosen = acts()[name]
    filled = chosen.form.model_validate(form)
    return do(server.database, server.clock, "mostrador", chosen, filled)


def received(server: RunningBackend) -> int:
    with server.database.reading() as session:
        return session.scalar(select(func.sum(m.Payment.amount))) or 0


def invoice(server: RunningBackend, invoice_id: int) -> m.Invoice:
    with server.database.reading() as session:
        return session.get_one(m.Invoice, invoice_id)


def a_file(*money: Money) -> str:
    return as_csv(iter(money))


def test_the_daily_file_brings_what_the_bank_never_told_and_does_so_once(
    server: RunningBackend, ana: Payer, owed: list[int], bank: Bank
) -> None:
    server.stop()
    server.start()
    begun = ana.pays((owed[0], WHOLE))
    order = bank.find(order_of(begun))
    assert order is not None
    order.notify_url = ""  # nobody will hear of it
    bank.answer(order.id, Answer.APPROVE)
    file = as_csv(bank.statement(START.date()))
    told = act(server, "reconcile-bank", bank="plaza", statement=file)
    assert (told["lines"], told["credited"], told["amount"]) == (1, 1, WHOLE)
    assert invoice(server, owed[0]).open == 0
    again = act(server, "reconcile-bank", bank="plaza", statement=file)
    assert (again["known"], again["credited"], again["missing"]) == (1, 0, ())
    assert received(server) == WHOLE


def test_what_does_not_agree_is_named(
    server: RunningBackend, ana: Payer, owed: list[int], bank: Bank
) -> None:
    for invoice_id in owed[:2]:
        bank.answer(order_of(ana.pays((invoice_id, WHOLE))), Answer.APPROVE)
    first, second = bank.statement()
    other = Money(first.transaction, first.order, 5, first.currency, first.at)
    told = act(server, "reconcile-bank", bank="plaza", statement=a_file(other))
    assert told["differing"] == (first.transaction,)
    assert told["missing"] == (second.transaction,)


def test_money_for_an_order_that_nobody_knows_is_given_to_whoever_the_office_says(
    server: RunningBackend, home: ContractIds, owed: list[int]
) -> None:
    stray = Money("t-1", "o-stranger", 150_000, "UYU", START)
    told = act(server, "reconcile-bank", bank="plaza", statement=a_file(stray))
    assert told["review"] == 1
    assert received(server) == 0
    (waiting,) = act(server, "list-payment-reviews")["reviews"]
    assert (waiting["reason"], waiting["amount"]) == ("unknown_order", 150_000)
    with pytest.raises(OfficeRefusedError, match="contract-missing"):
        act(server, "settle-payment-review", review=waiting["review"], how="credit")
    settled = act(
        server, "settle-payment-review", review=waiting["review"], how="credit", contract="1001"
    )
    assert settled == {"review": waiting["review"], "decision": "credited", "left": 0}
    assert received(server) == 150_000
    assert [invoice(server, i).open for i in owed] == [0, 94_000, WHOLE]  # the oldest first


def test_money_that_came_twice_is_refunded_or_credited_once(
    server: RunningBackend, ana: Payer, owed: list[int]
) -> None:
    page = ana.pays((owed[0], WHOLE)).json()["bank_url"]
    httpx.post(f"{page}/charge_twice")
    (waiting,) = act(server, "list-payment-reviews")["reviews"]
    act(server, "settle-payment-review", review=waiting["review"], how="refund", note="TR-9")
    assert [body["review"] for body in ana.feed()] == [None]
    with pytest.raises(OfficeRefusedError, match="no-such-review"):
        act(server, "settle-payment-review", review=waiting["review"], how="credit")
    assert invoice(server, owed[1]).open == WHOLE


def test_an_order_without_an_answer_is_closed_by_hand_and_frees_its_invoices(
    server: RunningBackend, ana: Payer, owed: list[int]
) -> None:
    begun = ana.pays((owed[0], WHOLE)).json()
    httpx.post(f"{begun['bank_url']}/never")
    server.movable_clock.advance(hours=49)
    ana.asks(begun["pay_id"])
    (waiting,) = act(server, "list-payment-reviews")["reviews"]
    assert ana.pays((owed[0], WHOLE)).status_code == 409
    act(server, "settle-payment-review", review=waiting["review"], how="close")
    assert ana.asks(begun["pay_id"]).json()["state"] == "expired"
    assert ana.pays((owed[0], WHOLE)).status_code == 200


def test_a_bank_under_maintenance_takes_nobody_until_it_is_over(
    server: RunningBackend, ana: Payer, owed: list[int]
) -> None:
    until = START + timedelta(hours=1)
    act(server, "set-bank", code="plaza", maintenance_until=until.isoformat())
    (shown,) = [b for b in ana.feed("bank", "G") if b["code"] == "plaza"]
    assert shown["maintenance_until"] == "2026-03-02T13:00:00Z"
    assert ana.pays((owed[0], WHOLE)).json()["reason"] == "bank_closed"
    server.movable_clock.advance(minutes=61)
    assert ana.pays((owed[0], WHOLE)).status_code == 200


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"order,amount\r\n",
        b"\xff\xfe",
        b"transaction,order,amount,currency,at\r\nt,o,1",
        b"transaction,order,amount,currency,at\r\nt,o,x,UYU,2026-03-02T12:00:00Z\r\n",
        b"transaction,order,amount,currency,at\r\nt,o,-5,UYU,2026-03-02T12:00:00Z\r\n",
        b"transaction,order,amount,currency,at\r\nt,o,5,UYU,2026-03-02T12:00:00\r\n",
        b'transaction,order,amount,currency,at\r\n"t,o,5,UYU,2026-03-02T12:00:00Z\r\n',
        b"transaction,order,amount,currency,at\r\nt\0,o,5,UYU,2026-03-02T12:00:00Z\r\n",
    ],
)
def test_a_file_that_cannot_be_read_says_so(content: bytes) -> None:
    with pytest.raises(StatementError):
        list(parse_statement(content))


def test_the_command_takes_a_file_over(
    server: RunningBackend,
    home: ContractIds,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "plaza.csv"
    file.write_text(a_file(Money("t-1", "o-1", 700, "UYU", START)), "utf-8")
    words = ["reconcile", "--database", server.settings.database_url, "--bank"]
    assert main([*words, "plaza", "--file", str(file)]) == 0
    assert json.loads(capsys.readouterr().out)["review"] == 1
    assert main([*words, "nadie", "--file", str(file)]) == 2
    assert main([*words, "plaza", "--file", str(tmp_path / "none")]) == 2
