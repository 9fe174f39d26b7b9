"""Account statements. The ledger begins with the invoices and payments that there are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from backend.columns import Id
from backend.movements.books import lines_of

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_AT_ONCE = 500


def upgrade() -> None:
    """Make the table and write the lines of what was billed and paid before."""
    table = op.create_table(
        "movement",
        sa.Column("id", Id, nullable=False),
        sa.Column("contract_id", Id, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("reference", sa.String(length=64), nullable=False),
        sa.Column("description", sa.String(length=200), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("debit", sa.BigInteger(), nullable=False),
        sa.Column("credit", sa.BigInteger(), nullable=False),
        sa.Column("settles", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_movement_contract_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_movement")),
        sa.UniqueConstraint("source", name=op.f("uq_movement_source")),
    )
    op.create_index(op.f("ix_movement_contract_id"), "movement", ["contract_id"], unique=False)
    connection = op.get_bind()
    contracts = connection.scalars(sa.text("SELECT id FROM contract ORDER BY id")).all()
    for start in range(0, len(contracts), _AT_ONCE):
        lines = lines_of(connection, contracts=contracts[start : start + _AT_ONCE])
        if lines:
            connection.execute(table.insert(), [line.row() for line in lines])


def downgrade() -> None:
    """Take it away."""
    op.drop_table("movement")
