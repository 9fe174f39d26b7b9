"""First sync of 20 000 entities, and a sync when nothing changed.

Floor of the first: the same pages as static files, fetched with requests, decoded with msgspec,
written with one executemany to an encrypted table with one index, in one transaction. It proves
nothing, resumes nothing and is one scope's worth of work. Floor of the second: one bare
`requests.get` of an empty answer from the same service.
"""

from __future__ import annotations

import secrets
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import requests
from sqlcipher3 import dbapi2

from benchmarks import stage
from benchmarks.measure import Figure, in_turns

if TYPE_CHECKING:
    from desktop.services.office import Office

CONTRACTS, READINGS, INVOICES = 20, 500, 500  # 20 000 entities, and their meters and contracts


class Entity(msgspec.Struct, gc=False):
    """What a page says of an entity."""

    k: str
    id: str
    seq: int
    body: msgspec.Raw = msgspec.Raw(b"")


class Page(msgspec.Struct, gc=False):
    """What is needed of a page."""

    scope: str
    changes: list[Entity]
    next: str
    more: bool


def keep_pages(server: str, folder: Path) -> list[str]:
    """Fetch every page once and keep its bytes; the names of the files."""
    names: list[str] = []
    with requests.Session() as http:
        who = {"username": stage.USERNAME, "password": stage.PASSWORD, "device": "d" * 16}
        token = http.post(f"{server}/v1/session", json=who).json()["access_token"]
        http.headers["Authorization"] = f"Bearer {token}"
        for scope in http.get(f"{server}/v1/me").json()["scopes"]:
            query: dict[str, str] = {"limit": "500"}
            more = True
            while more:
                url = f"{server}/v1/scopes/{scope['scope']}/changes"
                body = http.get(url, params=query).content
                page = msgspec.json.decode(body, type=Page)
                names.append(f"{len(names):04}.json")
                (folder / names[-1]).write_bytes(body)
                more, query["token"] = page.more, page.next
    return names


def plain_sync(server: str, names: list[str], folder: Path) -> float:
    """Milliseconds of the floor."""
    start = time.perf_counter()
    connection = dbapi2.connect(folder / "floor.db", isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{secrets.token_hex(32)}'\"")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("CREATE TABLE e(scope, kind, id, seq, body, UNIQUE(scope, kind, id))")
    decode = msgspec.json.Decoder(Page).decode
    rows: list[tuple[str, str, str, int, bytes]] = []
    with requests.Session() as http:
        http.trust_env = False
        for name in names:
            page = decode(http.get(f"{server}/{name}").content)
            rows += [(page.scope, e.k, e.id, e.seq, bytes(e.body)) for e in page.changes]
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO e VALUES(?,?,?,?,?)", rows)
    connection.execute("COMMIT")
    connection.close()
    return (time.perf_counter() - start) * 1000


def first_sync(server: str, folder: Path) -> float:
    """Milliseconds of the app's own, signing in left out."""
    with stage.office(server, folder) as office:
        start = time.perf_counter()
        stage.sync(office)
        return (time.perf_counter() - start) * 1000


@contextmanager
def fresh(parent: Path) -> Iterator[Path]:
    """A new folder, gone afterwards."""
    folder = Path(tempfile.mkdtemp(dir=parent))
    yield folder
    shutil.rmtree(folder)


def again(office: Office) -> float:
    """Milliseconds of a sync that finds nothing."""
    start = time.perf_counter()
    stage.sync(office)
    return (time.perf_counter() - start) * 1000


def bare_get(http: requests.Session, server: str) -> float:
    """Milliseconds of one request."""
    start = time.perf_counter()
    http.get(f"{server}/v1/ping").raise_for_status()
    return (time.perf_counter() - start) * 1000


def figures(folder: Path) -> list[Figure]:
    """Both figures, on a service with 20 contracts of one user."""
    database = stage.fill(folder, CONTRACTS, READINGS, INVOICES, documents=False)
    pages = folder / "pages"
    pages.mkdir()
    static = [sys.executable, "-m", "benchmarks.static_server", str(pages)]

    def product() -> float:
        with fresh(folder) as own:
            return first_sync(server, own)

    def floor() -> float:
        with fresh(folder) as own:
            return plain_sync(static_server, names, own)

    with stage.service(database) as server:
        names = keep_pages(server, pages)
        with stage.listening(static) as static_server:
            first = in_turns("first sync, 20 000 entities", "ms", product, floor, target=2)
        with stage.office(server, folder / "office") as office, requests.Session() as http:
            http.trust_env = False
            stage.sync(office)
            nothing = in_turns(
                "sync, nothing changed",
                "ms",
                lambda: again(office),
                lambda: bare_get(http, server),
                target=0,
                rounds=21,
            )
    return [first, nothing]
