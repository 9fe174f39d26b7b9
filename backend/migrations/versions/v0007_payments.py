"""Payments through a bank."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from backend.columns import Id

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    _banks()
    _intents()
    _money()


def downgrade() -> None:
    """Take them away."""
    op.drop_index(op.f("ix_payment_review_intent_id"), table_name="payment_review")
    op.drop_index(op.f("ix_payment_review_decision"), table_name="payment_review")
    op.drop_table("payment_review")
    op.drop_index(op.f("ix_bank_transaction_payment_id"), table_name="bank_transaction")
    op.drop_index(op.f("ix_bank_transaction_intent_id"), table_name="bank_transaction")
    op.drop_table("bank_transaction")
    op.drop_index("one_open_intent", table_name="payment_item")
    op.drop_index(op.f("ix_payment_item_intent_id"), table_name="payment_item")
    op.drop_table("payment_item")
    for column in ("user_id", "state", "contract_id"):
        op.drop_index(op.f(f"ix_payment_intent_{column}"), table_name="payment_intent")
    op.drop_table("payment_intent")
    op.drop_table("bank")


def _banks() -> None:
    op.create_table(
        "bank",
        sa.Column("id", Id, nullable=False),
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("adapter", sa.String(length=24), nullable=False),
        sa.Column("currencies", sa.String(length=40), nullable=False),
        sa.Column("min_amount", sa.BigInteger(), nullable=False),
        sa.Column("max_amount", sa.BigInteger(), nullable=True),
        sa.Column("hosts", sa.String(length=500), nullable=False),
        sa.Column("sort", sa.Integer(), nullable=False),
        sa.Column("is_offered", sa.Boolean(), nullable=False),
        sa.Column("is_enabled", sa.Boolean(), nullable=False),
        sa.Column("maintenance_until", _AT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank")),
        sa.UniqueConstraint("code", name=op.f("uq_bank_code")),
    )


def _intents() -> None:
    op.create_table(
        "payment_intent",
        sa.Column("id", Id, nullable=False),
        sa.Column("pay_id", sa.String(length=36), nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("contract_id", Id, nullable=False),
        sa.Column("bank_id", Id, nullable=False),
        sa.Column("body_sha256", sa.LargeBinary(length=32), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("created_at", _AT, nullable=False),
        sa.Column("expires_at", _AT, nullable=False),
        sa.Column("closed_at", _AT, nullable=True),
        sa.Column("bank_order", sa.String(length=80), nullable=True),
        sa.Column("bank_url", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(["bank_id"], ["bank.id"], name=op.f("fk_payment_intent_bank_id")),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_payment_intent_contract_id")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["app_user.id"], name=op.f("fk_payment_intent_user_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_intent")),
        sa.UniqueConstraint(
            "bank_id", "bank_order", name=op.f("uq_payment_intent_bank_id_bank_order")
        ),
        sa.UniqueConstraint("pay_id", name=op.f("uq_payment_intent_pay_id")),
    )
    for column in ("contract_id", "state", "user_id"):
        op.create_index(op.f(f"ix_payment_intent_{column}"), "payment_intent", [column])
    op.create_table(
        "payment_item",
        sa.Column("id", Id, nullable=False),
        sa.Column("intent_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("target", sa.String(length=16), nullable=False),
        sa.Column("target_id", Id, nullable=False),
        sa.Column("label", sa.String(length=80), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("credited", sa.BigInteger(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["intent_id"],
            ["payment_intent.id"],
            name=op.f("fk_payment_item_intent_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_item")),
    )
    op.create_index(op.f("ix_payment_item_intent_id"), "payment_item", ["intent_id"])
    # What nobody may pay a second time while somebody is paying it.
    op.create_index(
        "one_open_intent",
        "payment_item",
        ["target", "target_id"],
        unique=True,
        sqlite_where=sa.text("is_open"),
        postgresql_where=sa.text("is_open"),
    )


def _money() -> None:
    op.create_table(
        "bank_transaction",
        sa.Column("id", Id, nullable=False),
        sa.Column("bank_id", Id, nullable=False),
        sa.Column("transaction_id", sa.String(length=80), nullable=False),
        sa.Column("bank_order", sa.String(length=80), nullable=False),
        sa.Column("intent_id", Id, nullable=True),
        sa.Column("payment_id", Id, nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("at", _AT, nullable=False),
        sa.Column("arrived_at", _AT, nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["bank_id"], ["bank.id"], name=op.f("fk_bank_transaction_bank_id")),
        sa.ForeignKeyConstraint(
            ["intent_id"], ["payment_intent.id"], name=op.f("fk_bank_transaction_intent_id")
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_bank_transaction_payment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_transaction")),
        sa.UniqueConstraint(
            "bank_id", "transaction_id", name=op.f("uq_bank_transaction_bank_id_transaction_id")
        ),
    )
    for column in ("intent_id", "payment_id"):
        op.create_index(op.f(f"ix_bank_transaction_{column}"), "bank_transaction", [column])
    op.create_table(
        "payment_review",
        sa.Column("id", Id, nullable=False),
        sa.Column("intent_id", Id, nullable=True),
        sa.Column("transaction_id", Id, nullable=True),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("decision", sa.String(length=32), nullable=False),
        sa.Column("opened_at", _AT, nullable=False),
        sa.Column("closed_at", _AT, nullable=True),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["intent_id"], ["payment_intent.id"], name=op.f("fk_payment_review_intent_id")
        ),
        sa.ForeignKeyConstraint(
            ["transaction_id"],
            ["bank_transaction.id"],
            name=op.f("fk_payment_review_transaction_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_review")),
    )
    for column in ("decision", "intent_id"):
        op.create_index(op.f(f"ix_payment_review_{column}"), "payment_review", [column])
