"""The schema's history leads to the models, up and down, on both engines."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
import sqlcipher3.dbapi2
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select, text

from backend import models as m
from backend.database import Database
from backend.migrations import downgrade, upgrade
from tests.support.backend_books import Books


def test_the_migrations_make_the_models(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, m.metadata) == []


def test_down_to_nothing_and_up_again(database: Database, books: Books) -> None:
    books.contract()
    downgrade(database, "base")
    assert set(inspect(database.engine).get_table_names()) == {"alembic_version"}
    upgrade(database)
    books.contract()
    with database.reading() as session:
        assert session.scalar(select(m.Scope.seq)) == 2


def test_an_upgrade_of_what_is_new_already_keeps_everything(
    database: Database, books: Books
) -> None:
    home = books.contract()
    with database.reading() as session:
        secret = session.get_one(m.FeedMeta, 1).secret
    upgrade(database)
    with database.reading() as session:
        assert session.get_one(m.FeedMeta, 1).secret == secret
        assert session.get_one(m.Contract, home.id).number == "1001"


def test_an_older_database_gets_limits_and_says_its_new_fields(
    database: Database, books: Books
) -> None:
    books.utility()
    home = books.contract()
    (reading,) = books.readings(home, 1)
    downgrade(database, "0002")
    with database.engine_for_writing.begin() as connection:
        connection.execute(text("UPDATE feed SET body = :old, body_hash = :old"), {"old": b"{}"})
    upgrade(database)
    with database.reading() as session:
        utility = session.get_one(m.Utility, 1)
        assert (utility.reading_soft_low, utility.reading_grace_hours) == (Decimal("0.5"), 0)
        bodies = {row.kind: row for row in session.scalars(select(m.FeedEntry))}
    assert json.loads(bodies["utility"].body or b"")["self_reading"]["hard_high"] == "4"
    said = json.loads(bodies["reading"].body or b"")
    assert (said["id"], said["origin_op_id"]) == (str(reading), None)
    assert bodies["reading"].seq > 3


def test_a_sqlite_that_may_corrupt_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setattr(sqlcipher3.dbapi2, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(RuntimeError, match="may corrupt"):
        Database(f"sqlite:///{tmp_path_factory.mktemp('old') / 'x.db'}")


def test_sqlite_in_memory_is_refused_because_connections_could_not_share_it() -> None:
    for url in ("sqlite://", "sqlite:///:memory:"):
        with pytest.raises(ValueError, match="file"):
            Database(url)
