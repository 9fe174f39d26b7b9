"""An office to load into: files from text, the command as an operator types it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from backend.base import Base, table_of
from backend.database import Database
from backend.feed.models import FeedEntry
from backend.loader.command import main

PROFILE = """
[utility]
id = "coop"
name = "Cooperativa"
country = "UY"
zone = "America/Montevideo"
locale = "es-UY"
currency = "UYU"
"""

CUSTOMERS = "customer;name\nC1;Ana Paz\nC2;Luis Gil\n"
CONTRACTS = (
    "contract;customer;service;address;start_date\n"
    "101;C1;gas;Colonia 1200;2020-01-01\n"
    "102;C2;gas;Mercedes 900;01/03/2021\n"
)
METERS = "serial;contract;integer_digits\nM1;101;5\nM2;102;5\n"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the command said: exit status and standard error, one item a line."""

    status: int
    said: list[str]


class Office:
    """Loads files written from text into one database."""

    def __init__(self, folder: Path, url: str, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.url = url
        self._capsys = capsys
        (folder / "profile.toml").write_text(PROFILE, "utf-8")

    def file(self, name: str, content: str | bytes) -> Path:
        """A file with this content."""
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def load(self, *arguments: str | Path, **files: str) -> Loaded:
        """Run the command on `arguments`, and on a CSV file for each table of `files`."""
        paths = [self.file(f"{name}.csv", content) for name, content in files.items()]
        profile = self.folder / "profile.toml"
        options: Sequence[str | Path] = ("--database", self.url, "--profile", profile)
        status = main([str(a) for a in (*options, *arguments, *paths)])
        return Loaded(status, self._capsys.readouterr().err.splitlines())

    def basics(self) -> None:
        """Two customers with a contract and a meter each."""
        done = self.load(customers=CUSTOMERS, contracts=CONTRACTS, meters=METERS)
        assert done.status == 0, done.said

    def rows(self, model: type[Base], *columns: str) -> list[tuple[object, ...]]:
        """These columns of a table, in the order of ids."""
        table = table_of(model)
        database = Database(self.url)
        try:
            with database.reading() as session:
                query = select(*(table.c[name] for name in columns)).order_by(table.c.id)
                return [tuple(row) for row in session.execute(query)]
        finally:
            database.close()

    def heads(self) -> dict[tuple[str, int], int]:
        """The feed: the number of each entity."""
        entry = table_of(FeedEntry)
        database = Database(self.url)
        try:
            with database.reading() as session:
                query = select(entry.c.kind, entry.c.entity_id, entry.c.seq)
                return {(row.kind, row.entity_id): row.seq for row in session.execute(query)}
        finally:
            database.close()


@pytest.fixture
def office(tmp_path: Path, engine_url: str, capsys: pytest.CaptureFixture[str]) -> Office:
    """An office on each engine."""
    return Office(tmp_path, engine_url, capsys)
