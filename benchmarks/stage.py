"""What the figures are measured on: the real service in a process of its own, and offices."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.services.office import Office
from desktop.services.ports import Ports
from desktop.system.clock import SystemClock
from desktop.system.device import device_id
from tests.support.backend import START, running_backend, settings_for
from tests.support.backend_books import PDF
from tests.support.offices import FakeKeyring

ROOT = Path(__file__).resolve().parent.parent
USERNAME, PASSWORD = "ana", "secreta"


def fill(folder: Path, contracts: int, readings: int, invoices: int, *, documents: bool) -> str:
    """A database in `folder` with one user and so many contracts; its URL."""
    settings = settings_for(f"sqlite:///{folder / 'service.db'}")
    with running_backend(folder, settings) as server:
        books = server.books
        books.utility()
        user = books.user(USERNAME, PASSWORD)
        for _ in range(contracts):
            contract = books.contract([user])
            books.readings(contract, readings)
            books.invoices(contract, invoices, document=PDF if documents else None)
    return settings.database_url


@contextmanager
def service(database_url: str) -> Iterator[str]:
    """The service on `database_url` in a process of its own; its address."""
    command = [sys.executable, "-m", "backend", "serve", "--database", database_url, "--port", "0"]
    options = ["--until-stdin-closes", "--start", START.isoformat()]
    with listening([*command, *options]) as url:
        yield url


@contextmanager
def listening(command: list[str]) -> Iterator[str]:
    """A program that prints 'listening URL' and ends when its stdin closes; the URL."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield process.stdout.readline().split()[1]
        finally:
            process.stdin.close()
            process.wait(20)


@contextmanager
def office(server: str, folder: Path, keyring: FakeKeyring | None = None) -> Iterator[Office]:
    """An office with its store in `folder`, signed in."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Office(server, Ports(folder, keyring or FakeKeyring(), SystemClock(), device_id(folder)))
    try:
        made.session.sign_in(USERNAME, PASSWORD)
        yield made
    finally:
        made.close()


def sync(of: Office) -> None:
    """One sync, to the end, or the run is worth nothing."""
    outcome = of.sync.run(lambda _done, _total: None, lambda: False)
    if outcome.error is not None:
        raise outcome.error
