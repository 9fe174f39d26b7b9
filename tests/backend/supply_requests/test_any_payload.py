"""No payload about a supply breaks the service: it is accepted, or refused for good."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from httpx import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.database import Database
from tests.backend.supply_requests.conftest import (
    Someone,
    asked_change,
    asked_visit,
    cut,
    sign_in,
)
from tests.support.backend import MovableClock, RunningBackend, settings_for
from tests.support.backend_books import Books
from tests.support.supply_rules import offer_supply_requests

ODD = st.sampled_from(["\x00", "a\x00b", "\n", "x" * 300, "", " ", "ñ\u2028", "9999-12-31"])
_PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
JSON: st.SearchStrategy[Any] = _PLAIN | ODD | st.just([])
DAYS = st.sampled_from(["0001-01-01", "2026-03-02", "2026-03-04", "9999-12-31", "2026-02-30"])


@pytest.fixture
def two(engine_url: str) -> Iterator[tuple[Someone, Someone]]:
    """Ana, whose supply is cut, and Beto, who moves out; neither owes anything."""
    running = RunningBackend(settings_for(engine_url), MovableClock())
    running.start()
    try:
        books = Books(Database(engine_url, running.clock))
        books.utility()
        offer_supply_requests(books.database)
        with Client(base_url=running.url) as http:
            found = []
            for name in ("ana", "beto"):
                home = books.contract([books.user(name)])
                books.readings(home, 2)
                found.append(Someone(http, sign_in(http, name), home))
            cut(books, found[0].home)
            books.database.close()
            yield found[0], found[1]
    finally:
        running.stop()


def changed(usual: dict[str, Any], data: st.DataObject) -> dict[str, Any]:
    """The usual payload with one or two members that are odd."""
    names = data.draw(st.sets(st.sampled_from(sorted(usual)), min_size=1, max_size=2))
    values = {name: data.draw(DAYS if name in ("on", "effective_on") else JSON) for name in names}
    return usual | values


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_any_payload_is_decided(two: tuple[Someone, Someone], data: st.DataObject) -> None:
    ana, beto = two
    which = data.draw(st.sampled_from(["reconnection", "holder_change", "supply_documents"]))
    who, usual = {
        "reconnection": (ana, asked_visit()),
        "holder_change": (beto, asked_change(beto.home, beto.attach())),
        "supply_documents": (ana, {"request_id": "1", "documents": []}),
    }[which]
    answer = who.submit(which, changed(usual, data))
    assert answer.status_code in (200, 409, 422), answer.text
    if answer.status_code == 422:
        assert answer.json()["type"] == "/problems/submission-rejected"
