"""What the service says of agreements and their rules is decoded whole, field by field."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from backend import models as m
from backend.agreements import models as theirs
from backend.agreements.rules import AgreementRules as TheirRules
from backend.agreements.rules import CollectionMode
from desktop.api import agreements, wire
from desktop.api.client import Client
from desktop.domain.agreement_plan import AgreementRules
from desktop.domain.agreements import Agreement
from desktop.domain.feed import Change, Page
from desktop.domain.money import Money
from desktop.domain.workdays import Calendar
from tests.contract.test_answers import same_shape
from tests.support.agreement_rules import RULES, offer
from tests.support.backend import START, RunningBackend, running_backend


def everything(server: RunningBackend) -> list[Change]:
    """An agreement of every state, and the rules, as the app receives them."""
    books = server.books
    books.utility()
    home = books.contract([books.user("ana", "secreta")])
    (invoice,) = books.invoices(home, 1, document=None)
    offer(server.database)
    with server.database.writing() as session:
        session.add(m.Policy(area="calendar", rules=json.dumps({"holidays": ["2026-05-01"]})))
        reasons = iter((*theirs.ExitReason, None))
        for mode in CollectionMode:
            for status in theirs.AgreementStatus:
                row = agreement(home.id, invoice, f"AC-{mode}-{status}")
                row.mode, row.status, row.exit_reason = mode, status, next(reasons, None)
                session.add(row)
        row.down_payment_due = row.down_payment_paid_on = row.ended_on = row.accepted_on
        row.origin_op_id = "0b6c1c36-1f0e-4d0c-9d0e-6f1f6a0f7c11"
        row.accepted_on = None
        row.down_payment = 100
        for one in row.instalments:
            one.paid, one.paid_on = 1_222, START.date()
    client = Client(server.url, "test", heard=lambda _when: None)
    try:
        client.sign_in("ana", "secreta")
        pages = [client.page(scope, None, 500) for scope in (home.scope, "G")]
    finally:
        client.close()
    return [change for page in pages if isinstance(page, Page) for change in page.changes]


def agreement(contract_id: int, invoice: int, number: str) -> m.Agreement:
    return m.Agreement(
        contract_id=contract_id,
        number=number,
        currency="UYU",
        requested_at=START,
        accepted_on=START.date(),
        debt=122_000,
        nominal_rate=RULES.nominal_rate,
        tax_rate=RULES.tax_rate,
        consecutive_unpaid=3,
        total_unpaid=6,
        instalments=[
            m.Instalment(
                number=number,
                due_date=date(2026, 4, number),
                capital=1_000,
                interest=182,
                tax=40,
                status=word,
            )
            for number, word in enumerate(theirs.InstalmentStatus, start=1)
        ],
        included=[m.IncludedInvoice(invoice_id=invoice, position=1, amount=122_000)],
    )


def test_agreements_and_rules_are_understood_and_all_of_it_is_used(tmp_path: Path) -> None:
    with running_backend(tmp_path) as server:
        changes = everything(server)
    bodies = [change.body for change in changes if change.kind == "agreement"]
    same_shape([json.loads(body) for body in bodies], agreements.Agreement, "agreement")
    for body in bodies:
        found = wire.decode(Agreement, body)
        assert found.instalments[0].total == Money(1_222, "UYU")
        assert found.invoices[0].amount == Money(122_000, "UYU")
        assert found.id == json.loads(body)["id"]


def test_the_rules_are_those_that_the_service_goes_by(tmp_path: Path) -> None:
    with running_backend(tmp_path) as server:
        changes = everything(server)
    bodies = (change.body for change in changes if change.kind == "policy")
    policies = {json.loads(body)["id"]: body for body in bodies}
    rules = wire.decode_policy(AgreementRules, policies["agreements"])
    for name in TheirRules.model_fields:
        ours: Any = getattr(rules, name)
        theirs_value: Any = getattr(RULES, name)
        assert (list(ours) if name == "paper" else ours) == theirs_value, name
    calendar = wire.decode_policy(Calendar, policies["calendar"])
    assert calendar.on_or_after(date(2026, 5, 1)) == date(2026, 5, 4)
