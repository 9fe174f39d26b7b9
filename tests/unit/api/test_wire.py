"""What is kept can be read again, and what could not be read is never kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from desktop.api import wire
from desktop.domain.contracts import Contract, CutReason, LinkRole
from desktop.domain.errors import Code, NetworkError
from desktop.domain.feed import Page
from desktop.domain.invoices import Invoice
from desktop.domain.money import Money
from desktop.domain.readings import Meter, Quality, Reading, Register
from desktop.domain.users import DemoAccount, Utility
from tests.support import bodies
from tests.support.bodies import a_page, as_json, change

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def page(content: dict[str, Any] | bytes) -> Page:
    raw = content if isinstance(content, bytes) else as_json(content)
    return wire.decode_page(raw, "C-17", NOW)


def refusal(work: Callable[[], object]) -> str:
    with pytest.raises(NetworkError) as caught:
        work()
    assert caught.value.code is Code.INVALID_ANSWER
    return caught.value.detail


def test_an_invoice_comes_out_as_money_dates_and_exact_decimals() -> None:
    found = wire.decode(Invoice, as_json(bodies.INVOICE))
    assert found.total == Money(122000, "UYU")
    assert found.due_terms[0].amount == Money(122000, "UYU")
    assert found.due_date == date(2026, 3, 20)
    assert found.lines[0].quantity == Decimal("30.25")
    assert found.lines[1].unit_price is None
    assert found.readings[0].current_value == Decimal("1234.500")
    assert found.document is not None and found.document.size == len(bodies.PDF)


def test_a_contract_comes_out_with_its_cut_and_window() -> None:
    found = wire.decode(Contract, as_json(bodies.CONTRACT))
    assert found.cut is not None and found.cut.reason is CutReason.NON_PAYMENT
    assert found.reading_window is not None
    assert found.reading_window.opens_at == datetime(2026, 3, 27, 3, tzinfo=UTC)


def test_meter_reading_and_utility_come_out() -> None:
    assert wire.decode(Meter, as_json(bodies.METER)).registers == (
        Register("70", "m3", 5, 3, Decimal(1)),
    )
    assert wire.decode(Reading, as_json(bodies.READING)).quality is Quality.ESTIMATED
    assert wire.decode(Utility, as_json(bodies.UTILITY)).demo_account == DemoAccount("demo", "demo")


def test_a_page_keeps_each_body_as_the_server_sent_it() -> None:
    changes = [change(kind, seq) for seq, kind in enumerate(bodies.BY_KIND, 1)]
    found = page(a_page([*changes, {"k": "meter", "id": "9", "seq": 6, "deleted": True}]))
    assert [c.body for c in found.changes[:-1]] == [as_json(c["body"]) for c in changes]
    assert found.changes[-1].deleted and found.changes[-1].body == b""
    assert (found.seq, found.count) == (6, 5)
    assert found.server_time == NOW


def test_what_a_person_may_look_for_is_folded() -> None:
    found = {c.kind: c.search for c in page(a_page([change(k, 1) for k in bodies.BY_KIND])).changes}
    assert "ana pena" in found["contract"]
    assert "1001" in found["contract"]
    assert "m-77" in found["meter"]
    assert "a-88" in found["invoice"]
    assert found["reading"] == found["utility"] == ""


def test_a_page_in_the_middle_proves_nothing_yet() -> None:
    content = a_page([change("reading", 1)], more=True)
    for name in ("seq", "count", "digest"):
        del content[name]
    found = page(content)
    assert found.more and (found.seq, found.count, found.digest) == (None, None, None)


@pytest.mark.fault(30, "U")
def test_unknown_kinds_and_fields_pass() -> None:
    news = {"k": "claim", "id": "1", "seq": 2, "body": {"what": ["ever", {"a": 1.5e3}]}}
    known = change("reading", 1, weather={"was": "fine"})
    found = page(a_page([known, news], mood="good"))
    assert found.changes[1].body == as_json(news["body"])
    assert found.changes[1].search == ""
    assert wire.decode(Reading, found.changes[0].body).value == Decimal("1234.5")


# What bodies lack that were published, or kept, before there were submissions.
LATER = {"self_reading", "origin_op_id"}


@pytest.mark.parametrize("kind", bodies.BY_KIND)
def test_every_field_of_every_kind_is_needed_and_typed(kind: str) -> None:
    """Without it, or with nonsense in it, the page is refused and the path names the entity."""
    whole = bodies.BY_KIND[kind]
    page(a_page([change(kind, 1)]))
    for field in whole:
        if field == "id":
            continue
        lacking = change(kind, 1)
        lacking["body"] = {k: v for k, v in whole.items() if k != field}
        if field in LATER:
            assert len(page(a_page([lacking])).changes) == 1
        else:
            told = refusal(lambda c=lacking: page(a_page([c])))  # type: ignore[misc]
            assert f"changes[0] {kind} {whole['id']}: " in told
        nonsenses: tuple[object, ...] = (3.5, [[]])
        for nonsense in nonsenses:
            spoilt = change(kind, 1, **{field: nonsense})
            assert f"`$.{field}" in refusal(lambda c=spoilt: page(a_page([c])))  # type: ignore[misc]


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("reading", {"value": "NaN"}),
        ("reading", {"value": "Infinity"}),
        ("reading", {"value": "1e5"}),
        ("reading", {"value": " 1"}),
        ("reading", {"value": "1\n"}),
        ("reading", {"value": 12}),
        ("reading", {"value": "1" * 40}),
        ("reading", {"read_at": "2026-03-01T12:00:00"}),
        ("reading", {"read_at": "yesterday"}),
        ("reading", {"quality": "guessed"}),
        ("reading", {"days": -1}),
        ("invoice", {"total": 1.0}),
        ("invoice", {"total": 10**16}),
        ("invoice", {"total": True}),
        ("invoice", {"currency": "pesos"}),
        ("invoice", {"issue_date": "2026-02-30"}),
        ("invoice", {"document": {**bodies.INVOICE["document"], "sha256": "../../etc/passwd"}}),
        ("meter", {"registers": [{**bodies.METER["registers"][0], "integer_digits": 99999}]}),
        ("utility", {"accent": "red; background: url(x)"}),
        ("utility", {"zone": "Montevideo/America"}),
        ("utility", {"zone": "../../etc/passwd"}),
    ],
)
def test_values_that_the_app_could_not_work_with_are_refused(
    kind: str, fields: dict[str, Any]
) -> None:
    refusal(lambda: page(a_page([change(kind, 1, **fields)])))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: raw[:-1],
        lambda raw: raw + b"x",
        lambda raw: raw.replace(b'"seq":1', b'"seq":NaN', 1),
        lambda raw: raw.replace(b'"seq":1', b'"seq":1,"seq":1', 1),
        lambda raw: raw.replace(b'"unit":"m3"', b'"unit":"m3","unit":"kWh"', 1),
        lambda raw: raw.replace(b'"unit":"m3"', b'"unit" :"m3","unit":"kWh"', 1),
        lambda raw: raw.replace(b'"epoch":1', b'"epoch":1,"new":{"a":1,"a":2}', 1),
        lambda raw: raw.replace(b'"m3"', b'"\xff"', 1),
        lambda raw: raw.replace(b'"m3"', b'"\\ud800"', 1),
        lambda raw: raw.replace(b'"epoch":1', b'"epoch":1,"x":' + b"[" * 100_000 + b"]" * 100_000),
        lambda raw: raw.replace(b'"id":"551"', b'"id":"552"', 1),
        lambda raw: raw.replace(b'"scope":"C-17"', b'"scope":"C-18"', 1),
        lambda raw: raw.replace(b'"next":"t1"', b'"next":""', 1),
        lambda raw: raw.replace(b',"digest"', b',"diggest"', 1),
        lambda raw: raw.replace(b'"count":1', b'"count":null', 1),
        lambda raw: b"",
        lambda raw: b"[]",
    ],
    ids=[
        "cut",
        "more behind",
        "NaN",
        "name twice in a change",
        "name twice in a body",
        "name twice, with a space",
        "name twice in an unknown field",
        "not UTF-8",
        "half a character",
        "nested without end",
        "body of another entity",
        "another scope",
        "no way on",
        "last page without proof",
        "last page with an empty proof",
        "nothing",
        "not an object",
    ],
)
@pytest.mark.fault(4, "U")
def test_a_spoilt_page_is_refused_whole(spoil: Callable[[bytes], bytes]) -> None:
    raw = as_json(a_page([change("reading", 1)]))
    page(raw)
    spoilt = spoil(raw)
    assert spoilt != raw
    refusal(lambda: page(spoilt))


@pytest.mark.fault(4, "U")
def test_names_twice_and_bad_text_are_noticed_in_unknown_kinds_too() -> None:
    raw = as_json(a_page([{"k": "claim", "id": "1", "seq": 1, "body": {"a": "b"}}]))
    page(raw)
    refusal(lambda: page(raw.replace(b'{"a":"b"}', b'{"a":"b","a":"c"}')))
    refusal(lambda: page(raw.replace(b'{"a":"b"}', b'{"a":"\xc3\x28"}')))


def test_texts_that_look_like_names_are_only_texts() -> None:
    for text in (':":', '":', 'a":"b', " : ", '\\":'):
        found = page(a_page([change("contract", 1, address=text)]))
        assert wire.decode(Contract, found.changes[0].body).address == text


def test_a_page_may_be_written_with_spaces() -> None:
    found = page(json.dumps(a_page([change("invoice", 1)]), indent=2).encode())
    assert wire.decode(Invoice, found.changes[0].body).number == "A-88"


@pytest.mark.parametrize(
    "spoilt",
    [
        {"k": "reading", "id": "1", "seq": 1},
        {"k": "reading", "id": "1", "seq": 1, "body": None},
        {"k": "reading", "id": "551", "seq": 1, "deleted": True, "body": bodies.READING},
        {"k": "", "id": "1", "seq": 1, "deleted": True},
        {"k": "reading", "id": "1", "seq": -1, "deleted": True},
    ],
)
def test_a_change_is_either_a_body_or_a_deletion(spoilt: dict[str, Any]) -> None:
    refusal(lambda: page(a_page([spoilt])))


def test_a_refusal_tells_no_secrets() -> None:
    """The detail goes to logs: it may name the place, never what stood there."""
    canary = "Ana Peña 4.630.800-6"
    for kind in bodies.BY_KIND:
        for field in bodies.BY_KIND[kind].keys() - {"id"}:
            spoilt = change(kind, 1, **{field: [canary]})
            detail = refusal(lambda c=spoilt: page(a_page([c])))  # type: ignore[misc]
            assert "Peña" not in detail and "4.630" not in detail


ME = {
    "user": {"id": "3", "username": "ana", "full_name": "Ana", "email": "", "role": "customer"},
    "scopes": [
        {"scope": "G", "head": 1, "kind": "catalogue", "contract_id": None, "role": None,
         "alias": None},
        {"scope": "C-17", "head": 9, "kind": "contract", "contract_id": "17", "role": "viewer",
         "alias": "Casa"},
    ],
    "epoch": 2,
}  # fmt: skip


def test_me_names_the_user_and_every_scope() -> None:
    found = wire.decode_me(as_json(ME), '"e"', NOW)
    assert (found.user.id, found.epoch, found.etag) == ("3", 2, '"e"')
    assert found.scopes[0].link is None
    link = found.scopes[1].link
    assert link is not None and (link.alias, link.role) == ("Casa", LinkRole.VIEWER)


@pytest.mark.parametrize(
    "fields",
    [
        {"epoch": None},
        {"user": {**ME["user"], "role": "king"}},  # type: ignore[dict-item]
        {"scopes": [{**ME["scopes"][1], "contract_id": None}]},  # type: ignore[index]
        {"scopes": [{**ME["scopes"][1], "role": None}]},  # type: ignore[index]
    ],
)
def test_a_spoilt_me_is_refused(fields: dict[str, Any]) -> None:
    refusal(lambda: wire.decode_me(as_json(ME | fields), "", NOW))


def test_a_spoilt_token_answer_is_refused() -> None:
    refusal(lambda: wire.decode_tokens(b'{"access_token":"a","expires_in":60}'))
    refusal(
        lambda: wire.decode_tokens(
            b'{"access_token":"a","access_token":"b","expires_in":60,"refresh_token":"r"}'
        )
    )
