"""No payload breaks the service: it is accepted, or refused for good, and then always so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from httpx import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.catalogue.schemas import UtilityBody
from backend.submissions.schemas import Accepted, Rejected
from tests.backend.submissions.conftest import Sender, new_id, sign_in
from tests.support.backend import START, RunningBackend, running_backend

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
INSTANTS = st.sampled_from(
    (
        "2026-03-02T11:00:00Z",
        "2026-03-01T11:00:00.1234567Z",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z",
        "2026-03-02T24:00:00Z",
        "2024-02-29T23:59:60Z",
    )
)
DIGITS = st.sampled_from(("00450", "00475", "00490", "00600")) | st.from_regex(r"\A\d{1,5}\Z")
REGISTERS = st.sampled_from(("1", "1", "1", "2")) | JSON
VALUES = st.fixed_dictionaries({"register_id": REGISTERS, "value": DIGITS | DIGITS | JSON})
REASONS = st.sampled_from(("zero_consumption", "less_than_previous", "plausibility"))
ANYTHING = st.fixed_dictionaries(
    {
        "meter_id": st.sampled_from(("1", "1", "1", "2")) | JSON,
        "values": st.lists(VALUES, max_size=2) | JSON,
        "read_at": INSTANTS | INSTANTS | JSON,
    },
    optional={
        "confirmed": st.lists(REASONS | st.text(), max_size=4) | JSON,
        "photo": st.none() | JSON,
        "note": JSON,
    },
)
WELL_FORMED = st.fixed_dictionaries(
    {
        "meter_id": st.just("1"),
        "values": DIGITS.map(lambda value: [{"register_id": "1", "value": value}]),
        "read_at": st.integers(0, 59).map(lambda minute: f"2026-03-02T11:{minute:02}:00Z"),
        "confirmed": st.lists(REASONS, max_size=3),
    }
)


@pytest.fixture(scope="module")
def sender(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sender]:
    with running_backend(tmp_path_factory.mktemp("any")) as server, Client() as http:
        http.base_url = server.url
        yield _customer(server, http)


def _customer(server: RunningBackend, http: Client) -> Sender:
    server.books.utility()
    home = server.books.contract([server.books.user("ana", "clave")])
    server.books.readings(home, 36)
    server.books.open_window(home, START)
    return Sender(http, sign_in(http, "ana"), home)


@given(ANYTHING | WELL_FORMED)
@settings(max_examples=150, deadline=None)
def test_any_payload_is_decided_once(sender: Sender, payload: dict[str, Any]) -> None:
    op_id, body = new_id(), sender.form(payload)
    first, again = sender.put(op_id, body), sender.put(op_id, body)
    assert first.status_code in (200, 422), first.text
    assert (first.status_code, first.content) == (again.status_code, again.content)
    if first.status_code == 422:
        assert first.json()["type"] == "/problems/submission-rejected"
    told = sender.ask(op_id).json()
    kind = Accepted if first.status_code == 200 else Rejected
    assert kind.model_validate(told).op_id == op_id


def test_the_utility_tells_the_limits_that_a_form_needs(sender: Sender) -> None:
    body = UtilityBody.model_validate(sender.http.get("/v1/utility").json())
    assert body.self_reading.soft_low == "0.5"
