"""Submissions with their answers, attachments, and readings that customers give themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from backend.columns import Id

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_LIMITS = {"reading_soft_low": "0.5", "reading_soft_high": "2", "reading_hard_high": "4"}


def upgrade() -> None:
    """Make the tables and columns; a utility that is there gets the usual limits."""
    for name, usual in _LIMITS.items():
        op.add_column(
            "utility", sa.Column(name, sa.String(length=40), nullable=False, server_default=usual)
        )
    op.add_column(
        "utility",
        sa.Column("reading_grace_hours", sa.Integer(), nullable=False, server_default="0"),
    )
    op.add_column("reading", sa.Column("origin_op_id", sa.String(length=36), nullable=True))
    op.create_table(
        "replaced_reading",
        sa.Column("id", Id, nullable=False),
        sa.Column("reading_id", Id, nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("quality", sa.String(32), nullable=False),
        sa.Column("origin_op_id", sa.String(length=36), nullable=True),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id"],
            ["reading.id"],
            name=op.f("fk_replaced_reading_reading_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replaced_reading")),
    )
    op.create_index(
        op.f("ix_replaced_reading_reading_id"), "replaced_reading", ["reading_id"], unique=False
    )
    op.create_table(
        "submission",
        sa.Column("id", Id, nullable=False),
        sa.Column("op_id", sa.String(length=36), nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("scope_id", Id, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("schema_rev", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(length=32), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=40), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["app_user.id"], name=op.f("fk_submission_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
        sa.UniqueConstraint("op_id", name=op.f("uq_submission_op_id")),
        sa.UniqueConstraint("reference", name=op.f("uq_submission_reference")),
    )
    op.create_index(op.f("ix_submission_scope_id"), "submission", ["scope_id"], unique=False)
    op.create_index(op.f("ix_submission_user_id"), "submission", ["user_id"], unique=False)
    op.create_table(
        "blob",
        sa.Column("id", Id, nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.String(length=80), nullable=True),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["app_user.id"], name=op.f("fk_blob_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blob")),
        sa.UniqueConstraint("user_id", "sha256", name=op.f("uq_blob_user_id_sha256")),
    )
    op.create_table(
        "blob_part",
        sa.Column("blob_id", Id, nullable=False),
        sa.Column("start", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["blob_id"], ["blob.id"], name=op.f("fk_blob_part_blob_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("blob_id", "start", name=op.f("pk_blob_part")),
    )


def downgrade() -> None:
    """Remove the tables and columns."""
    op.drop_table("blob_part")
    op.drop_table("blob")
    op.drop_index(op.f("ix_submission_user_id"), table_name="submission")
    op.drop_index(op.f("ix_submission_scope_id"), table_name="submission")
    op.drop_table("submission")
    op.drop_index(op.f("ix_replaced_reading_reading_id"), table_name="replaced_reading")
    op.drop_table("replaced_reading")
    op.drop_column("reading", "origin_op_id")
    for name in ("reading_grace_hours", *_LIMITS):
        op.drop_column("utility", name)
