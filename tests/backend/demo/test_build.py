"""The same seed makes the same database; a kept one is used again."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from httpx import Client
from pypdf import PdfReader
from sqlalchemy import select

from backend.base import table_of
from backend.database import Database
from backend.demo.build import Recipe, build, prepare
from backend.demo.command import main
from backend.demo.invoice_pdf import history, render
from backend.demo.world import World
from backend.documents.models import Document
from backend.feed.models import FeedEntry
from backend.invoices.models import Invoice
from tests.backend.demo.conftest import SMALL
from tests.support.papers import scanned

TINY = Recipe(customers=1)


def digest(path: Path) -> str:
    """Of everything that the feed and the documents hold."""
    entry, document = table_of(FeedEntry).c, table_of(Document).c
    found = hashlib.sha256()
    database = Database(f"sqlite:///{path}")
    try:
        with database.reading() as session:
            bodies = select(entry.scope_id, entry.seq, entry.kind, entry.entity_id, entry.body)
            for row in session.execute(bodies.order_by(entry.scope_id, entry.seq)):
                found.update(repr(tuple(row)).encode())
            documents = select(document.id, document.sha256).order_by(document.id)
            for printed in session.execute(documents):
                found.update(repr(tuple(printed)).encode())
    finally:
        database.close()
    return found.hexdigest()


def test_a_seed_makes_the_same_database_in_another_process(tmp_path: Path, demo_file: Path) -> None:
    again = tmp_path / "again.sqlite"
    code = (
        "import sys; from pathlib import Path; from backend.demo.build import Recipe, build;"
        " build(Path(sys.argv[1]), Recipe(customers=int(sys.argv[2])))"
    )
    subprocess.run(
        [sys.executable, "-c", code, str(again), str(SMALL.customers)],
        check=True,
        cwd=Path(__file__).parents[3],
        env=os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
    )
    assert digest(again) == digest(demo_file)


def test_another_seed_makes_another_database(tmp_path: Path) -> None:
    paths = [tmp_path / "1.sqlite", tmp_path / "2.sqlite"]
    for seed, path in enumerate(paths):
        build(path, replace(TINY, seed=seed))
    assert digest(paths[0]) != digest(paths[1])


def test_a_kept_database_is_used_until_its_recipe_changes(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    path = prepare(folder, TINY)
    first = path.stat().st_mtime_ns
    assert prepare(folder, TINY).stat().st_mtime_ns == first
    assert prepare(folder, TINY, fresh=True).stat().st_mtime_ns > first
    second = path.stat().st_mtime_ns
    (folder / "demo.json").write_text("{}", "utf-8")
    assert prepare(folder, TINY).stat().st_mtime_ns > second
    assert sorted(p.name for p in folder.iterdir()) == ["demo.json", "demo.sqlite"]


def test_a_build_that_fails_leaves_the_kept_database_alone(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    path = prepare(folder, TINY)
    before = path.read_bytes()

    def fail(_done: int, _of: int) -> None:
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        prepare(folder, replace(TINY, seed=9), progress=fail)
    assert path.read_bytes() == before
    assert not [p for p in folder.iterdir() if p.is_dir()]


def test_documents_of_the_accounts_and_the_last_three_of_anybody(demo: Database) -> None:
    invoice = table_of(Invoice).c
    with demo.reading() as session:
        rows = session.execute(select(invoice.contract_id, invoice.document_id)).all()
    having = {c: sum(d is not None for o, d in rows if o == c) for c, _ in rows}
    bills = {c: sum(o == c for o, _ in rows) for c, _ in rows}
    assert having[1] == bills[1] >= 36
    assert having[3] == 13
    assert having[max(having)] == 3


def test_an_invoice_is_a_page_with_everything_on_it(whole_world: World) -> None:
    supply = whole_world.supplies[0]
    bill = supply.bills[-1]
    body = render(whole_world.profile, supply, bill)
    assert body == render(whole_world.profile, supply, bill)
    reader = PdfReader(io.BytesIO(body))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    for words in (
        f"N° {bill.number}",
        supply.number,
        supply.holder.name,
        supply.holder.document_number,
        supply.meters[-1].serial,
        "R Residencial",
        "Estimada",
        "$ 2.534,26",
        "06/11/2026",
        "IVA 22 %",
        "URSEA",
        "2900 0000",
        "sin valor fiscal",
    ):
        assert words in text, words
    assert reader.metadata is not None
    assert reader.metadata.title == f"Factura de gas {bill.number}"
    assert reader.metadata.author == "Gas del Plata"
    assert b"/Lang (es-UY)" in body
    assert body.count(b"/BaseFont") == body.count(b"/FontFile2 ") == 2


def test_a_scanner_reads_what_an_invoice_shows(whole_world: World) -> None:
    for supply in whole_world.supplies[:3]:
        body = render(whole_world.profile, supply, supply.bills[-1])
        (code,) = scanned(body)
        assert code in PdfReader(io.BytesIO(body)).pages[0].extract_text().split()


def test_the_chart_shows_thirteen_periods(whole_world: World) -> None:
    supply = whole_world.supplies[1]
    past = history(supply, supply.bills[-1])
    assert len(past) == 13
    assert past[-1].consumption == supply.bills[-1].consumption
    note = next(b for b in supply.bills if b.kind == "credit_note")
    assert history(supply, note) == ()


def test_the_command_prepares_and_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.demo.command.Recipe", lambda seed, today: replace(TINY, seed=seed))
    assert main(["--data", str(tmp_path), "--prepare-only", "--seed", "3"]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'demo.sqlite'}\n"


def test_the_demonstration_answers_on_its_own_day(demo_file: Path) -> None:
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "backend",
            "serve",
            "--database",
            f"sqlite:///{demo_file}",
            "--port",
            "0",
            "--start",
            SMALL.start.isoformat(),
            "--until-stdin-closes",
        ],
        cwd=Path(__file__).parents[3],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with process, Client(base_url=process.stdout.readline().split()[1]) as http:
        shown = http.get("/v1/utility")
        assert shown.headers["X-Server-Time"].startswith("2026-11-16T17:0")
        account = shown.json()["demo_account"]
        assert http.post("/v1/session", json=account | {"device": "x"}).status_code == 200
        process.stdin.close()
        assert process.wait(20) == 0
