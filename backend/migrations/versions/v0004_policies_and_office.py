"""The utility's rules by area, and what the back office did."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from backend.columns import Id

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "policy",
        sa.Column("id", Id, nullable=False),
        sa.Column("area", sa.String(length=40), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy")),
        sa.UniqueConstraint("area", name=op.f("uq_policy_area")),
    )
    op.create_table(
        "office_event",
        sa.Column("id", Id, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("clerk", sa.String(length=80), nullable=False),
        sa.Column("act", sa.String(length=60), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_event")),
    )


def downgrade() -> None:
    """Take them away."""
    op.drop_table("office_event")
    op.drop_table("policy")
