"""What lists say of each kind, and what is sent, back as it was entered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.agreement_plan import Base, Plan, Share
from desktop.domain.delivery import DeliveryChannel
from desktop.domain.money import Money
from desktop.domain.submissions import SubmissionState
from desktop.submissions.agreement_request import content as agreement
from desktop.submissions.contract_alias.content import alias_content, stream_of, waiting
from desktop.submissions.delivery_preference.content import DeliveryPreference, decode
from desktop.submissions.kinds import kind_of
from tests.support.stores import a_submission


@pytest.mark.parametrize(
    ("kind", "content", "said"),
    [
        ("question", {"subject": "Consumo de octubre"}, "Consumo de octubre"),
        ("claim", {"description": "No  corresponde\nel cargo"}, "No corresponde el cargo"),
        ("claim", {"description": "a" * 81}, "a" * 79 + "…"),
        ("case_message", {"message": "Va la\nfoto"}, "Va la foto"),
        ("case_message", {"message": "", "rating": 4}, "4/5"),
        ("contract_alias", {"alias": "Casa"}, "Casa"),
        ("delivery_preference", {"email": "", "postal_address": "Calle 1"}, "Calle 1"),
        ("delivery_preference", {"email": "a@b.uy", "postal_address": "Calle 1"}, "a@b.uy"),
    ],
)
def test_a_list_says_what_was_entered(kind: str, content: dict[str, object], said: str) -> None:
    assert kind_of(kind).summary(content) == said


def test_a_wish_about_bills_comes_back() -> None:
    wish = DeliveryPreference(DeliveryChannel.EMAIL, "a@b.uy", "c@d.uy", "", "2026-03")
    assert decode(wish.content()) == wish


def test_the_last_name_given_counts_until_it_has_arrived() -> None:
    body = b'{"kind":"contract_alias","payload":{"alias":"%s"}}'
    names = [
        replace(a_submission(number=number), kind="contract_alias", payload=body % name)
        for number, name in ((1, b"Casa"), (2, b"Costa"))
    ]
    items = [replace(item, number=number) for number, item in enumerate(names)]
    assert waiting(reversed(items)) == {"C-1": "Costa"}
    arrived = [replace(item, state=SubmissionState.ACCEPTED) for item in items]
    assert waiting(arrived) == {}
    assert stream_of("7") != stream_of("8")
    assert alias_content("  Casa ") == {"alias": "Casa"}


def test_a_request_for_an_agreement_tells_the_figures_that_were_agreed_to() -> None:
    pesos = [Money(minor, "UYU") for minor in (0, 100, 1, 2, 40, 10_000, 900)]
    none, capital, interest, tax, arrears, debt, down = pesos
    shares = (
        Share(1, date(2026, 12, 16), capital, interest, tax),
        Share(2, date(2027, 1, 18), capital, interest, none),
    )
    plan = Plan(date(2026, 11, 16), Base(debt, arrears, none), down, shares)
    content = agreement.content(plan, ["7", "8"], "2026-11")
    assert content["invoices"] == ["7", "8"]
    assert content["total"] == 900 + 103 + 101
    assert (content["consent"], content["consent_version"]) == (True, "2026-11")
    assert (agreement.instalments(content), agreement.first_total(content)) == (2, 103)
    assert agreement.summary(content) == "2 · 2027-01-18"
