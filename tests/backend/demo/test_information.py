"""The demonstration shows every state of a bill's delivery, notices of every kind, and answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from backend import models as m
from backend.database import Database
from backend.delivery.models import DeliveryChannel, DeliveryStatus
from backend.demo.build import TODAY, Recipe, build
from backend.notices.models import NoticeKind
from desktop.views.page import discover


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The demonstration's accounts alone."""
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    build(path, Recipe(customers=5))
    database = Database(f"sqlite:///{path}")
    yield database
    database.close()


def test_every_state_of_a_delivery_is_shown(demo: Database) -> None:
    with demo.reading() as session:
        rows = list(session.scalars(select(m.Delivery)))
    assert {row.status for row in rows} >= {
        DeliveryStatus.UNCONFIRMED,
        DeliveryStatus.CONFIRMED,
        DeliveryStatus.SUSPENDED,
    }
    assert any(row.ends_on is not None and row.ends_on <= TODAY for row in rows)
    later = [row for row in rows if row.effective_from is not None and row.effective_from > TODAY]
    assert later
    assert {row.channel for row in rows} == set(DeliveryChannel)


def test_notices_of_every_kind_one_that_is_over_and_one_for_a_contract(demo: Database) -> None:
    with demo.reading() as session:
        rows = list(session.scalars(select(m.Notice)))
    assert {row.kind for row in rows} == set(NoticeKind)
    assert any(row.ends_at is not None and row.ends_at.date() < TODAY for row in rows)
    assert any(row.contract_id is not None for row in rows)


def test_every_answer_leads_to_a_page_that_there_is(demo: Database) -> None:
    pages = {spec.key for spec in discover()} | {""}
    with demo.reading() as session:
        articles = list(session.scalars(select(m.FaqArticle)))
    assert len(articles) >= 25
    assert {article.page for article in articles} <= pages
    assert len({article.category for article in articles}) >= 6
