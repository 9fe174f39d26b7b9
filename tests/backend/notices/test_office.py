"""What the utility publishes, and the windows it opens and closes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from backend import models as m
from backend.database import Database
from backend.office.acts import OfficeRefusedError, acts, do
from tests.support.backend import START, MovableClock
from tests.support.backend_books import Books, ContractIds

Clerk = Callable[..., dict[str, Any]]


@pytest.fixture
def home(books: Books) -> ContractIds:
    """A contract of a utility."""
    books.utility()
    return books.contract([books.user("ana")], number="4410")


@pytest.fixture
def clerk(database: Database, clock: MovableClock) -> Clerk:
    """Does an act."""

    def act(name: str, **form: Any) -> dict[str, Any]:
        found = acts()[name]
        return do(database, clock, "mostrador", found, found.form.model_validate(form))

    return act


def shown(database: Database) -> list[tuple[str, int, bool]]:
    """Kind, scope and whether it is gone, of what the feed has of notices and articles."""
    with database.reading() as session:
        rows = session.query(m.FeedEntry).filter(m.FeedEntry.kind.in_(["notice", "faq_article"]))
        return [(row.kind, row.scope_id, row.deleted) for row in rows.order_by(m.FeedEntry.seq)]


def test_a_notice_is_for_all_or_for_one_and_can_be_withdrawn(
    clerk: Clerk, database: Database, home: ContractIds
) -> None:
    everybody = clerk("publish-notice", title="Corte", text="Obras.", kind="outage")
    clerk("publish-notice", title="Visita", text="Pasa un técnico.", contract="4410")
    assert sorted(shown(database)) == [("notice", 0, False), ("notice", home.id, False)]
    clerk("withdraw-notice", number=everybody["number"])
    assert sorted(shown(database)) == [("notice", 0, True), ("notice", home.id, False)]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("act", "form", "why"),
    [
        ("publish-notice", {"title": "Uno", "text": "Dos.", "contract": "9"}, "unknown-contract"),
        (
            "publish-notice",
            {"title": "Uno", "text": "Dos.", "ends_at": START - timedelta(days=1)},
            "ends-before-it-starts",
        ),
        ("withdraw-notice", {"number": 7}, "unknown-notice"),
        ("withdraw-article", {"code": "nada"}, "unknown-article"),
        ("close-window", {"contract": "4410"}, "no-open-window"),
        ("open-window", {"contract": "4410", "closes_at": START}, "ends-before-it-starts"),
        ("record-bounce", {"contract": "4410"}, "not-offered"),
    ],
)
def test_what_cannot_be_done_is_refused_with_its_reason(
    clerk: Clerk, database: Database, act: str, form: dict[str, Any], why: str
) -> None:
    with pytest.raises(OfficeRefusedError) as refused:
        clerk(act, **form)
    assert refused.value.reason == why
    assert shown(database) == []


def test_a_window_is_opened_and_closed_now(
    clerk: Clerk, database: Database, clock: MovableClock, home: ContractIds
) -> None:
    clerk("open-window", contract="4410", closes_at=START + timedelta(days=3))
    clock.advance(hours=5)
    clerk("close-window", contract="4410")
    with database.reading() as session:
        contract = session.get_one(m.Contract, home.id)
        assert contract.window_opens_at == START
        assert contract.window_closes_at == START + timedelta(hours=5)
        acts_done = [event.act for event in session.query(m.OfficeEvent)]
    assert acts_done == ["open-window", "close-window"]


@pytest.mark.usefixtures("home")
def test_an_article_takes_the_place_of_the_one_with_its_code(
    clerk: Clerk, database: Database
) -> None:
    form = {"code": "pagar", "category": "Pagos", "question": "¿Dónde pago?"}
    assert clerk("publish-article", answer="En el banco.", **form)["is_new"]
    assert not clerk("publish-article", answer="En la red.", **form)["is_new"]
    assert shown(database) == [("faq_article", 0, False)]
    with database.reading() as session:
        assert session.query(m.FaqArticle).one().answer == "En la red."
    clerk("withdraw-article", code="pagar")
    assert shown(database) == [("faq_article", 0, True)]


@pytest.mark.parametrize("act", ["publish-notice", "close-window", "record-bounce"])
def test_what_no_database_keeps_is_refused_before_it_gets_there(clerk: Clerk, act: str) -> None:
    with pytest.raises(ValidationError, match="contract"):
        clerk(act, title="Uno", text="Dos.", contract="4410\x00")
