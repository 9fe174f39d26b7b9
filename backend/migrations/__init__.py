"""The schema's history. `upgrade` brings a database to the newest revision."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from backend.database import Database
from backend.feed import care


def upgrade(database: Database, revision: str = "head") -> None:
    """Bring the schema up to `revision`, and a new database to life, in one transaction. An older
    database then publishes its bodies anew, where they have other fields now."""
    with database.engine_for_writing.begin() as connection:
        before = _revision(connection)
        command.upgrade(_config(connection), revision)
        if revision == "head":
            care.begin(connection)
        is_older = before not in (None, _revision(connection))
    if is_older and revision == "head":
        with database.writing() as session:
            care.audit(session)


def downgrade(database: Database, revision: str) -> None:
    """Take the schema back to `revision` (`base`: nothing left)."""
    with database.engine_for_writing.begin() as connection:
        command.downgrade(_config(connection), revision)


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
