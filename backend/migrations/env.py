"""What Alembic runs: it works on the connection that `backend.migrations` hands it."""

from __future__ import annotations

from alembic import context

from backend.models import metadata

connection = context.config.attributes["connection"]
# Batch mode: SQLite alters a table by copying it.
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
context.run_migrations()
