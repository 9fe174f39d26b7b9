"""An agreement's life, from acceptance to being kept or broken, walked by the office's acts."""

from __future__ import annotations

from typing import Any

import pytest

from backend import care
from backend import models as m
from backend.invoices.models import PaymentStatus
from backend.movements.books import follow
from backend.office.acts import OfficeRefusedError
from backend.payments.models import IntentState
from backend.payments.targets import targets
from tests.backend.agreements.conftest import Debtor, reason, sign_in
from tests.support.agreement_rules import offer

INSTALMENT = targets()["instalment"]


def states(ana: Debtor) -> set[tuple[PaymentStatus, int, int]]:
    return {(one.payment_status, one.paid, one.open) for one in ana.books()}


def shown(ana: Debtor) -> dict[str, Any]:
    (body,) = ana.feed()
    return body


def later(ana: Debtor, days: int) -> dict[str, Any]:
    """The night after `days` more days; what it did."""
    ana.server.movable_clock.advance(days=days)
    return ana.act("run-agreements")


def seen(ana: Debtor) -> dict[str, Any]:
    """The agreement in the feed, asked for by somebody whose session is new."""
    ana.token = sign_in(ana.http, "ana")
    return shown(ana)


def test_acceptance_takes_the_invoices_in_and_sets_a_date(ana: Debtor) -> None:
    number = ana.agreed()
    assert ana.act("accept-agreement", number=number)["status"] == "awaiting_down_payment"
    body = shown(ana)
    assert (body["status"], body["accepted_on"]) == ("awaiting_down_payment", "2026-03-02")
    assert body["down_payment_due"] == "2026-03-09"  # five working days
    assert {(one.payment_status, one.agreement_number) for one in ana.books()} == {
        (PaymentStatus.IN_AGREEMENT, number)
    }


def test_the_down_payment_makes_it_active(ana: Debtor) -> None:
    number = ana.agreed()
    ana.act("accept-agreement", number=number)
    ana.act("register-down-payment", number=number, paid_on="2026-03-04")
    body = shown(ana)
    assert (body["status"], body["down_payment_paid_on"]) == ("active", "2026-03-04")
    assert body["down_payment_paid"] == body["down_payment"] == 40_000


def test_without_a_down_payment_acceptance_makes_it_active(ana: Debtor) -> None:
    ana.rules = offer(ana.server.database, min_down_payment="0")
    number = ana.agreed(down=0)
    assert ana.act("accept-agreement", number=number)["status"] == "active"
    assert shown(ana)["down_payment_due"] is None


def test_the_last_instalment_fulfils_it_and_pays_the_invoices(ana: Debtor) -> None:
    number = ana.active(count=3)
    for instalment in (1, 2):
        told = ana.act("register-instalment", number=number, instalment=instalment)
        assert told["status"] == "active"
    assert states(ana) == {(PaymentStatus.IN_AGREEMENT, 0, 122_000)}
    ana.act("register-instalment", number=number, instalment=3, paid_on="2026-03-01")
    body = shown(ana)
    assert (body["status"], body["exit_reason"], body["ended_on"]) == (
        "fulfilled",
        "completed",
        "2026-03-01",
    )
    assert {one["status"] for one in body["instalments"]} == {"paid"}
    assert states(ana) == {(PaymentStatus.PAID, 122_000, 0)}


def test_an_instalment_may_come_in_parts(ana: Debtor) -> None:
    number = ana.active(count=3)
    ana.act("register-instalment", number=number, instalment=1, amount=10_000)
    first = shown(ana)["instalments"][0]
    assert (first["status"], first["paid"], first["paid_on"]) == ("partial", 10_000, None)
    with pytest.raises(OfficeRefusedError, match="amount"):
        ana.act("register-instalment", number=number, instalment=1, amount=200_000)
    ana.act("register-instalment", number=number, instalment=1)
    first = shown(ana)["instalments"][0]
    assert (first["status"], first["paid_on"]) == ("paid", "2026-03-02")
    with pytest.raises(OfficeRefusedError, match="amount"):
        ana.act("register-instalment", number=number, instalment=1)


def test_days_make_instalments_overdue_and_break_it(ana: Debtor) -> None:
    number = ana.active(count=6)
    ana.act("register-instalment", number=number, instalment=1)
    assert later(ana, 60) == {"changed": 0, "broken": [], "cancelled": []}  # 1 May: none overdue
    assert {one["status"] for one in seen(ana)["instalments"][1:]} == {"pending"}
    later(ana, 35)  # 5 June: the second and the third are
    assert [one["status"] for one in seen(ana)["instalments"]] == [
        "paid",
        "overdue",
        "overdue",
        "pending",
        "pending",
        "pending",
    ]
    assert later(ana, 30)["broken"] == [number]  # 5 July: three in a row
    body = seen(ana)
    assert (body["status"], body["exit_reason"]) == ("broken", "non_payment")
    assert body["ended_on"] == "2026-07-05"
    assert [one["status"] for one in body["instalments"]] == [
        "paid",
        "overdue",
        "overdue",
        "overdue",
        "cancelled",
        "cancelled",
    ]


def test_a_broken_agreement_gives_back_what_is_still_owed(ana: Debtor) -> None:
    made = ana.plan(count=6)
    number = ana.active(count=6)
    ana.act("register-instalment", number=number, instalment=1)
    later(ana, 130)
    books = ana.books()
    repaid = 40_000 + made.shares[0].capital - made.base.arrears - made.base.arrears_tax
    assert 0 < repaid < 122_000
    assert [(one.paid, one.payment_status) for one in books] == [
        (repaid, PaymentStatus.PARTIALLY_PAID),
        (0, PaymentStatus.PENDING),
        (0, PaymentStatus.PENDING),
    ]
    assert all(one.open == one.total - one.paid for one in books)


def test_it_breaks_by_unpaid_instalments_that_are_not_in_a_row(ana: Debtor) -> None:
    number = ana.active(count=12)
    for instalment in (3, 6):
        ana.act("register-instalment", number=number, instalment=instalment)
    later(ana, 130)  # 1, 2 and 4 are overdue: no three in a row
    assert seen(ana)["status"] == "active"
    later(ana, 30)  # and 5: four in all
    assert seen(ana)["status"] == "broken"


def test_a_down_payment_that_never_came_undoes_it(ana: Debtor) -> None:
    number = ana.agreed()
    ana.act("accept-agreement", number=number)
    assert later(ana, 7)["cancelled"] == []  # the last day counts
    assert later(ana, 1)["cancelled"] == [number]
    body = seen(ana)
    assert (body["status"], body["exit_reason"]) == ("cancelled", "not_established")
    assert states(ana) == {(PaymentStatus.PENDING, 0, 122_000)}


def test_a_request_is_rejected_in_words(ana: Debtor) -> None:
    number = ana.agreed()
    ana.act("reject-agreement", number=number, note="Falta el poder del apoderado.")
    body = shown(ana)
    assert (body["status"], body["exit_reason"]) == ("cancelled", "rejected")
    assert body["note"] == "Falta el poder del apoderado."
    assert states(ana) == {(PaymentStatus.PENDING, 0, 122_000)}
    assert ana.agreed() != number


def test_an_active_one_can_be_cancelled_and_what_was_paid_counts(ana: Debtor) -> None:
    number = ana.active()
    ana.act("cancel-agreement", number=number, reason="customer_request", note="A su pedido.")
    assert shown(ana)["exit_reason"] == "customer_request"
    first = ana.books()[0]
    assert (first.payment_status, first.paid > 0) == (PaymentStatus.PARTIALLY_PAID, True)


def test_an_invoice_paid_meanwhile_stops_the_acceptance(ana: Debtor) -> None:
    number = ana.agreed()
    ana.server.books.change(m.Invoice, ana.invoices[2], open=0, payment_status=PaymentStatus.PAID)
    with pytest.raises(OfficeRefusedError, match="debt-changed"):
        ana.act("accept-agreement", number=number)
    assert shown(ana)["status"] == "requested"


def test_a_request_that_lay_a_month_is_not_accepted(ana: Debtor) -> None:
    number = ana.agreed()
    ana.server.movable_clock.advance(days=31)
    with pytest.raises(OfficeRefusedError, match="too-late"):
        ana.act("accept-agreement", number=number)


@pytest.mark.parametrize(
    ("act", "form"),
    [
        ("accept-agreement", {}),
        ("reject-agreement", {"note": "No."}),
        ("cancel-agreement", {}),
        ("register-down-payment", {}),
        ("register-instalment", {"instalment": 1}),
    ],
)
def test_what_has_ended_stays_so(ana: Debtor, act: str, form: dict[str, Any]) -> None:
    number = ana.agreed()
    ana.act("reject-agreement", number=number, note="No.")
    with pytest.raises(OfficeRefusedError):
        ana.act(act, number=number, **form)
    with pytest.raises(OfficeRefusedError, match="no-agreement"):
        ana.act(act, number="AC-0", **form)


def test_instalments_can_be_paid_like_invoices(ana: Debtor) -> None:
    number = ana.agreed(count=3)
    database = ana.server.database
    with database.reading() as session:
        assert list(INSTALMENT.dues(session, ana.home.id)) == []
    ana.act("accept-agreement", number=number)
    with database.reading() as session:
        (down,) = INSTALMENT.dues(session, ana.home.id)
    assert (down.open, down.currency) == (40_000, "UYU")
    with database.writing() as session:
        payment = m.Payment(
            contract_id=ana.home.id,
            reference="B-1",
            paid_on=ana.today,
            currency="UYU",
            amount=90_000,
        )
        assert INSTALMENT.settle(session, down.id, 90_000, payment) == 40_000
        assert INSTALMENT.settle(session, down.id, 50_000, payment) == 0
    assert shown(ana)["status"] == "active"
    with database.reading() as session:
        dues = INSTALMENT.dues(session, ana.home.id)
        found = INSTALMENT.find(session, ana.home.id, [down.id, dues[0].id, 999_999])
    assert [due.label for due in dues] == [f"{number} · {n}/3" for n in (1, 2, 3)]
    assert found.keys() == {down.id, dues[0].id}
    assert found[down.id].refusal == "settled"
    with database.writing() as session:
        payment = m.Payment(
            contract_id=ana.home.id, reference="B-2", paid_on=ana.today, currency="UYU", amount=1
        )
        assert INSTALMENT.settle(session, dues[0].id, 1, payment) == 1
        assert INSTALMENT.settle(session, 999_001, 1, payment) == 0
    assert shown(ana)["instalments"][0]["paid"] == 1


def balance(ana: Debtor) -> int:
    """What the account's ledger says is owed of what is due."""
    return sum(line["debit"] - line["credit"] for line in ana.feed("movement"))


def with_ledger(ana: Debtor) -> None:
    """Bring the ledger in step with the invoices, as a load does."""
    with ana.server.database.writing() as session:
        follow(session.connection(), session.touch, invoices=ana.invoices)


def test_the_ledger_moves_the_debt_and_adds_up_at_every_step(ana: Debtor) -> None:
    with_ledger(ana)
    assert balance(ana) == 366_000
    number = ana.active(count=6)
    assert balance(ana) == 0
    ana.act("register-instalment", number=number, instalment=1)
    ana.act("register-instalment", number=number, instalment=2, amount=30_000)
    second = ana.plan(count=6).shares[1].total
    assert balance(ana) == second - 30_000
    later(ana, 160)
    seen(ana)
    assert balance(ana) == sum(one.open for one in ana.books())


def test_an_agreement_that_is_kept_leaves_nothing_owed(ana: Debtor) -> None:
    with_ledger(ana)
    number = ana.active(count=2)
    for instalment in (1, 2):
        ana.act("register-instalment", number=number, instalment=instalment)
    assert balance(ana) == 0


def test_one_that_was_not_established_leaves_all_of_it(ana: Debtor) -> None:
    with_ledger(ana)
    number = ana.agreed()
    ana.act("accept-agreement", number=number)
    assert balance(ana) == 0
    ana.act("cancel-agreement", number=number)
    assert balance(ana) == 366_000
    assert {one.agreement_number for one in ana.books()} == {None}


def test_an_invoice_that_is_being_paid_stays_out(ana: Debtor) -> None:
    number = ana.agreed()
    with ana.server.database.writing() as session:
        bank = m.Bank(code="b", name="Banco", adapter="simulator", currencies="UYU", min_amount=1)
        session.add(
            m.PaymentIntent(
                pay_id="0b6c1c36-1f0e-4d0c-9d0e-6f1f6a0f7c11",
                user_id=1,
                contract_id=ana.home.id,
                bank=bank,
                body_sha256=b"",
                currency="UYU",
                amount=122_000,
                state=IntentState.REDIRECTED,
                created_at=ana.server.clock.now(),
                expires_at=ana.server.clock.now(),
                items=[
                    m.PaymentItem(
                        position=1,
                        target="invoice",
                        target_id=ana.invoices[1],
                        label="A",
                        amount=122_000,
                    )
                ],
            )
        )
    with pytest.raises(OfficeRefusedError, match="being-paid"):
        ana.act("accept-agreement", number=number)
    ana.act("reject-agreement", number=number, note="Hay un pago en curso.")
    said, data = reason(ana.ask(ana.payload(ana.plan())))
    assert (said, data) == ("invoice_not_payable", {"number": "A-1-001"})


def test_the_operator_lets_the_night_pass(
    ana: Debtor, engine_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ana.server.movable_clock.advance(days=-2000)
    ana.active()
    assert care.main(["--database", engine_url, "--agreements"]) == 0
    assert capsys.readouterr().out == "1 agreements changed\n"
    assert seen(ana)["status"] == "broken"  # years have passed by the computer's clock
