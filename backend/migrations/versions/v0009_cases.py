"""Questions and claims."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from backend.columns import Id, Minor

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def _instant() -> sa.DateTime:
    return sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "customer_case",
        sa.Column("id", Id, nullable=False),
        sa.Column("contract_id", Id, nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("type", sa.String(length=300), nullable=False),
        sa.Column("about", sa.String(length=300), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.Column("channel", sa.String(length=300), nullable=False),
        sa.Column("claimant", sa.String(length=300), nullable=False),
        sa.Column("contact_name", sa.String(length=160), nullable=False),
        sa.Column("contact_phone", sa.String(length=40), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("amount_claimed", Minor, nullable=True),
        sa.Column("amount_held", Minor, nullable=False),
        sa.Column("opened_at", _instant(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("clock", sa.String(length=32), nullable=False),
        sa.Column("days_left", sa.Integer(), nullable=True),
        sa.Column("reply_by", sa.Date(), nullable=True),
        sa.Column("answered_at", _instant(), nullable=True),
        sa.Column("reopen_by", sa.Date(), nullable=True),
        sa.Column("closed_at", _instant(), nullable=True),
        sa.Column("reopened", sa.Boolean(), nullable=False),
        sa.Column("satisfaction", sa.Integer(), nullable=True),
        sa.Column("assigned_to", sa.String(length=80), nullable=False),
        sa.Column("origin_op_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_customer_case_contract_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_case")),
        sa.UniqueConstraint("number", name=op.f("uq_customer_case_number")),
    )
    op.create_index(op.f("ix_customer_case_contract_id"), "customer_case", ["contract_id"])
    op.create_table(
        "case_invoice",
        sa.Column("id", Id, nullable=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("invoice_id", Id, nullable=False),
        sa.Column("held", Minor, nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["customer_case.id"],
            name=op.f("fk_case_invoice_case_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["invoice_id"], ["invoice.id"], name=op.f("fk_case_invoice_invoice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_invoice")),
        sa.UniqueConstraint(
            "case_id", "invoice_id", name=op.f("uq_case_invoice_case_id_invoice_id")
        ),
    )
    op.create_index(op.f("ix_case_invoice_invoice_id"), "case_invoice", ["invoice_id"])
    op.create_table(
        "case_message",
        sa.Column("id", Id, nullable=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("at", _instant(), nullable=False),
        sa.Column("author", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("is_internal", sa.Boolean(), nullable=False),
        sa.Column("clerk", sa.String(length=80), nullable=False),
        sa.Column("origin_op_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["customer_case.id"],
            name=op.f("fk_case_message_case_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_message")),
    )
    op.create_index(op.f("ix_case_message_case_id"), "case_message", ["case_id"])
    op.create_table(
        "case_attachment",
        sa.Column("id", Id, nullable=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("message_id", Id, nullable=False),
        sa.Column("document_id", Id, nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["customer_case.id"],
            name=op.f("fk_case_attachment_case_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["message_id"],
            ["case_message.id"],
            name=op.f("fk_case_attachment_message_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_case_attachment_document_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_attachment")),
    )
    for column in ("case_id", "message_id", "document_id"):
        op.create_index(op.f(f"ix_case_attachment_{column}"), "case_attachment", [column])


def downgrade() -> None:
    """Take them away."""
    for table in ("case_attachment", "case_message", "case_invoice", "customer_case"):
        op.drop_table(table)
