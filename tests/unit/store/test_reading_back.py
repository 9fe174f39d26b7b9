"""What a page gets from the mirror: decoded, sorted, and only of this account's contracts."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.domain.contracts import Contract, ContractLink, LinkRole
from desktop.domain.feed import Change, Me, Page, ScopeHead, digest, fold
from desktop.domain.invoices import Invoice
from desktop.store.local import LocalStore
from tests.support.feed_server import CLARA, START
from tests.support.stores import Disk

Row = tuple[str, str, str, str]  # kind, id, body without its id, searchable text

HOME: list[Row] = [
    ("contract", "1", '"number":"100-1"', "100-1 rambla república de méxico 5555"),
    ("meter", "m1", '"contract_id":"1","installed_on":"2019-05-01"', "itron-77"),
    ("meter", "m2", '"contract_id":"1","installed_on":"2024-05-01"', "itron-99"),
    ("invoice", "i1", '"contract_id":"1","issue_date":"2026-01-05","open":0', "a-000551"),
    ("invoice", "i3", '"contract_id":"1","issue_date":"2026-03-05","open":990', "a-000553"),
    ("invoice", "i2", '"contract_id":"1","issue_date":"2026-02-05","open":-5', "a-000552"),
    ("reading", "r1", '"contract_id":"1","read_at":"2026-01-31T12:00:00Z"', ""),
    ("reading", "r2", '"contract_id":"1","read_at":"2026-02-28T12:00:00Z"', ""),
    ("faq", "f1", '"whatever":[1,2]', ""),
]
SHOP: list[Row] = [
    ("contract", "2", '"number":"a-0005"', "a-0005 mercado"),
    ("invoice", "i9", '"contract_id":"2","issue_date":"2026-01-01","open":10', "b-a-000553"),
]
EVERYBODY: list[Row] = [("utility", "u", '"name":"Gas del Sur"', "")]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LocalStore]:
    store = Disk(tmp_path).open()
    links = {
        "G": None,
        "C-2": ContractLink("C-2", "2", "Almacén", LinkRole.AUTHORISED),
        "C-1": ContractLink("C-1", "1", "Casa de mamá", LinkRole.HOLDER),
    }
    heads = tuple(ScopeHead(scope, 9, link) for scope, link in links.items())
    store.cache.keep_me(Me(CLARA, heads, 1, "e", START))
    for scope, rows in (("G", EVERYBODY), ("C-2", SHOP), ("C-1", HOME)):
        changes = tuple(
            Change(kind, id_, seq, False, f'{{"id":"{id_}",{rest}}}'.encode(), fold(search))
            for seq, (kind, id_, rest, search) in enumerate(rows, 1)
        )
        proof = digest((c.kind, c.id, c.seq) for c in changes)
        page = Page(scope, 1, changes, "t", False, len(rows), len(rows), proof, START)
        store.cache.swap(page, None)
    yield store
    store.close()


def test_contracts_come_in_the_servers_order(store: LocalStore) -> None:
    assert [contract.id for contract in store.contracts.every()] == ["2", "1"]
    one = store.contracts.get("1")
    assert one is not None
    assert one.number == "100-1"
    assert store.contracts.get("3") is None


def test_books_are_newest_first_and_of_one_contract(store: LocalStore) -> None:
    assert [invoice.id for invoice in store.invoices.of("1")] == ["i3", "i2", "i1"]
    assert [reading.id for reading in store.readings.of("1")] == ["r2", "r1"]
    assert [meter.id for meter in store.contracts.meters("1")] == ["m2", "m1"]
    assert store.invoices.of("3") == ()


def test_open_invoices_of_all_contracts_include_credit(store: LocalStore) -> None:
    found = {key: [i.id for i in rows] for key, rows in store.invoices.open_ones().items()}
    assert found == {"1": ["i3", "i2"], "2": ["i9"]}


def test_readings_of_all_contracts(store: LocalStore) -> None:
    assert {key: len(rows) for key, rows in store.readings.every().items()} == {"1": 2}


def test_the_utility_is_known_offline(store: LocalStore, tmp_path: Path) -> None:
    utility = store.catalogue.utility()
    assert utility is not None
    assert utility.name == "Gas del Sur"
    empty = Disk(tmp_path / "other").open()
    assert empty.catalogue.utility() is None
    empty.close()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("A-0005", ["2", "i2", "i3", "i1", "i9"], id="starts with it, then has it"),
        pytest.param("república", ["1"], id="accents do not matter"),
        pytest.param("REPUBLICA   mexico", ["1"], id="every word, any case"),
        pytest.param("mama", ["1"], id="own name"),
        pytest.param("casa rambla", ["1"], id="own name and address"),
        pytest.param("itron", ["m2", "m1"], id="meter"),
        pytest.param("%", [], id="no wildcards"),
        pytest.param("mercado playa", [], id="a word that is nowhere"),
        pytest.param("   ", [], id="nothing asked"),
    ],
)
def test_search(store: LocalStore, text: str, found: list[str]) -> None:
    assert [hit.entity.id for hit in store.search.find(text, 20)] == found


def test_search_says_whose_contract_it_is_and_keeps_to_the_limit(store: LocalStore) -> None:
    hits = store.search.find("a-0005", 2)
    assert [type(hit.entity) for hit in hits] == [Contract, Invoice]
    assert [(hit.contract_id, hit.alias) for hit in hits] == [
        ("2", "Almacén"),
        ("1", "Casa de mamá"),
    ]


@pytest.mark.parametrize("asked", ["t", None], ids=["delta", "anew"])
def test_no_screen_sees_what_is_still_being_received(store: LocalStore, asked: str | None) -> None:
    def everything() -> tuple[object, ...]:
        return (
            store.contracts.every(),
            store.contracts.get("1"),
            store.contracts.meters("1"),
            store.invoices.of("1"),
            store.invoices.open_ones(),
            store.invoices.with_document_missing(),
            store.readings.of("1"),
            store.readings.every(),
            store.search.find("nuevo", 20),
            store.search.find("a-0005", 20),
        )

    before = everything()
    bodies = {
        "contract": '{"id":"1","number":"nuevo"}',
        "meter": '{"id":"x","contract_id":"1"}',
        "invoice": '{"id":"x","contract_id":"1","open":7,"document":{"sha256":"00"}}',
        "reading": '{"id":"x","contract_id":"1","read_at":"2026-09-01T00:00:00Z"}',
    }
    received = tuple(
        Change(kind, "1" if kind == "contract" else "x", seq, False, body.encode(), "a-0005 nuevo")
        for seq, (kind, body) in enumerate(bodies.items(), 20)
    )
    gone = Change("invoice", "i1", 30, True, b"", "")
    store.cache.stage(Page("C-1", 1, (*received, gone), "t2", True, None, None, None, START), asked)
    assert everything() == before


def test_invoices_whose_document_is_missing_come_newest_first(store: LocalStore) -> None:
    content = b"%PDF here"
    rows = [("a", "2026-01-01", content), ("b", "2026-03-01", b"%PDF b"), ("c", "2026-02-01", b"c")]
    body = '{"id":"%s","contract_id":"2","issue_date":"%s","document":{"sha256":"%s"}}'
    changes = tuple(
        Change(
            "invoice", name, seq, False, (body % (name, day, sha256(pdf).hexdigest())).encode(), ""
        )
        for seq, (name, day, pdf) in enumerate(rows, 1)
    )
    proof = digest((c.kind, c.id, c.seq) for c in changes)
    store.cache.swap(Page("C-2", 1, changes, "t", False, 3, 3, proof, START), None)
    store.documents.put(sha256(content).hexdigest(), content)
    assert [invoice.id for invoice in store.invoices.with_document_missing()] == ["b", "c"]
    assert [invoice.id for invoice in store.invoices.with_document_missing(1)] == ["b"]


def test_documents_are_kept_under_their_digest(store: LocalStore) -> None:
    content = b"%PDF-1.7 " + bytes(range(256)) * 900
    name = sha256(content).hexdigest()
    assert store.documents.get(name) is None
    store.documents.put(name, content)
    store.documents.put(name, content)
    assert store.documents.get(name) == content
    assert store.documents.kept([name, "0" * 64]) == {name}
    assert store.documents.size() == len(content)
    with pytest.raises(ValueError, match="digest"):
        store.documents.put("0" * 64, content)
