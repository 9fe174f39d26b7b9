"""Deliveries, articles and notices: the app reads what the service writes, and counts the same."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from backend import models as m
from backend.delivery.cycle import first_bill as theirs
from backend.demo.chapters import Stage, faq
from desktop.api import wire
from desktop.domain.delivery import Delivery, DeliveryRules
from desktop.domain.delivery import first_bill as ours
from desktop.domain.faq import FaqArticle, FaqRules
from desktop.domain.notices import NoticeRules, PublishedNotice
from tests.support.backend import START, running_backend
from tests.support.utility_people import clerk, offers_everything

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
RULES = DeliveryRules("1", "sí", 30, 2, 4, 1, 10, 3, 72, 0)


@given(DAYS, st.none() | DAYS, st.none() | DAYS)
def test_app_and_service_name_the_same_first_bill(
    today: date, last: date | None, following: date | None
) -> None:
    there = theirs(today, last, following, cycle_days=30, print_days=2, issue_days=4)
    here = ours(today, () if last is None else (last,), following, RULES)
    assert (here.reading, here.issued, here.is_late) == (
        there.reading,
        there.issued,
        there.is_late,
    )


def test_the_app_reads_rules_articles_and_notices(tmp_path: Path) -> None:
    with running_backend(tmp_path) as server:
        server.books.utility()
        offers_everything(server)
        faq.write(Stage(server.database, date(2026, 3, 2), START))
        clerk(
            server, "publish-notice", title="Corte", text="Obras.", ends_at=START.replace(hour=20)
        )
        with server.database.reading() as session:
            rows = [(e.kind, bytes(e.body or b"")) for e in session.query(m.FeedEntry)]
    bodies = {kind: [body for k, body in rows if k == kind] for kind, _ in rows}
    articles = [wire.decode(FaqArticle, body) for body in bodies["faq_article"]]
    assert len(articles) == 28
    assert all(article.answer and article.keywords for article in articles)
    (notice,) = (wire.decode(PublishedNotice, body) for body in bodies["notice"])
    assert (notice.title, notice.contract_id, notice.ends_at) == (
        "Corte",
        None,
        START.replace(hour=20),
    )
    policies = {json.loads(body)["id"]: body for body in bodies["policy"]}
    rules = wire.decode_policy(DeliveryRules, policies["delivery"])
    assert rules.consent_version == "2026-03"
    assert ("medidor", "contador") in wire.decode_policy(FaqRules, policies["faq"]).synonyms
    assert wire.decode_policy(NoticeRules, policies["notices"]).due_days == 5


def test_the_app_reads_the_demonstrations_deliveries() -> None:
    body = {
        "id": "1",
        "contract_id": "7",
        "channel": "email",
        "email": "ana@example.org",
        "second_email": "",
        "postal_address": "",
        "status": "suspended",
        "requested_by": "ana",
        "requested_at": "2026-03-02T12:00:00Z",
        "consent": {"version": "2026-03", "text": "Acepto."},
        "confirmed_at": None,
        "first_reading": "2026-03-10",
        "effective_from": "2026-03-14",
        "is_late": True,
        "ends_on": "2026-05-01",
        "bounces": 3,
        "suspended_on": "2026-05-01",
        "origin_op_id": None,
    }
    row = wire.decode(Delivery, json.dumps(body).encode())
    assert (row.email, row.bounces, row.suspended_on) == ("ana@example.org", 3, date(2026, 5, 1))
