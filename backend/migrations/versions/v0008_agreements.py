"""Payment agreements."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from backend.columns import Id, Minor

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "agreement",
        sa.Column("id", Id, nullable=False),
        sa.Column("contract_id", Id, nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("exit_reason", sa.String(length=32), nullable=True),
        sa.Column("note", sa.String(length=1000), nullable=False),
        sa.Column("mode", sa.String(length=32), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("debt", Minor, nullable=False),
        sa.Column("arrears", Minor, nullable=False),
        sa.Column("arrears_tax", Minor, nullable=False),
        sa.Column("down_payment", Minor, nullable=False),
        sa.Column("down_payment_due", sa.Date(), nullable=True),
        sa.Column("down_payment_paid", Minor, nullable=False),
        sa.Column("down_payment_paid_on", sa.Date(), nullable=True),
        sa.Column("nominal_rate", sa.String(length=40), nullable=False),
        sa.Column("tax_rate", sa.String(length=40), nullable=False),
        sa.Column("consecutive_unpaid", sa.Integer(), nullable=False),
        sa.Column("total_unpaid", sa.Integer(), nullable=False),
        sa.Column("consent_version", sa.String(length=40), nullable=False),
        sa.Column("signed_by", sa.String(length=160), nullable=False),
        sa.Column("origin_op_id", sa.String(length=36), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_agreement_contract_id")
        ),
        sa.UniqueConstraint("number", name=op.f("uq_agreement_number")),
    )
    op.create_index(op.f("ix_agreement_contract_id"), "agreement", ["contract_id"])
    op.create_table(
        "instalment",
        sa.Column("id", Id, nullable=False),
        sa.Column("agreement_id", Id, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=False),
        sa.Column("capital", Minor, nullable=False),
        sa.Column("interest", Minor, nullable=False),
        sa.Column("tax", Minor, nullable=False),
        sa.Column("paid", Minor, nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("is_posted", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instalment")),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_instalment_agreement_id"),
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint(
            "agreement_id", "number", name=op.f("uq_instalment_agreement_id_number")
        ),
    )
    op.create_index(op.f("ix_instalment_due_date"), "instalment", ["due_date"])
    op.create_table(
        "agreement_invoice",
        sa.Column("id", Id, nullable=False),
        sa.Column("agreement_id", Id, nullable=False),
        sa.Column("invoice_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("amount", Minor, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_invoice")),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_invoice_agreement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["invoice_id"], ["invoice.id"], name=op.f("fk_agreement_invoice_invoice_id")
        ),
        sa.UniqueConstraint(
            "agreement_id", "invoice_id", name=op.f("uq_agreement_invoice_agreement_id_invoice_id")
        ),
    )
    op.create_index(op.f("ix_agreement_invoice_invoice_id"), "agreement_invoice", ["invoice_id"])


def downgrade() -> None:
    """Take them away."""
    op.drop_table("agreement_invoice")
    op.drop_table("instalment")
    op.drop_table("agreement")
