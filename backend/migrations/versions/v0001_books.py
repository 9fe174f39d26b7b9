"""What the utility keeps: customers, contracts, meters, readings, invoices."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from backend.columns import Id

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "customer",
        sa.Column("id", Id, nullable=False),
        sa.Column("external_id", sa.String(length=64), nullable=True),
        sa.Column("document_type", sa.String(length=16), nullable=True),
        sa.Column("document_number", sa.String(length=32), nullable=True),
        sa.Column("full_name", sa.String(length=160), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer")),
        sa.UniqueConstraint(
            "document_type",
            "document_number",
            name=op.f("uq_customer_document_type_document_number"),
        ),
        sa.UniqueConstraint("external_id", name=op.f("uq_customer_external_id")),
    )
    op.create_table(
        "supply_point",
        sa.Column("id", Id, nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("city", sa.String(length=80), nullable=False),
        sa.Column("connected_state", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supply_point")),
        sa.UniqueConstraint("code", name=op.f("uq_supply_point_code")),
    )
    op.create_table(
        "utility",
        sa.Column("id", Id, autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("legal_name", sa.String(length=160), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("locale", sa.String(length=16), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("accent", sa.String(length=7), nullable=False),
        sa.Column("emergency_phone", sa.String(length=40), nullable=False),
        sa.Column("customer_phone", sa.String(length=40), nullable=False),
        sa.Column("regulator", sa.String(length=80), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("demo_username", sa.String(length=80), nullable=True),
        sa.Column("demo_password", sa.String(length=80), nullable=True),
        sa.Column("estimates_in_a_row", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_utility_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_utility")),
    )
    op.create_table(
        "contract",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("account_number", sa.String(length=40), nullable=False),
        sa.Column("customer_id", Id, nullable=False),
        sa.Column("supply_point_id", Id, nullable=False),
        sa.Column("service", sa.String(32), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("tariff", sa.String(length=80), nullable=False),
        sa.Column("category", sa.String(length=80), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("start_date", sa.Date(), nullable=False),
        sa.Column("end_date", sa.Date(), nullable=True),
        sa.Column("cut_since", sa.Date(), nullable=True),
        sa.Column("cut_reason", sa.String(32), nullable=True),
        sa.Column("next_read_date", sa.Date(), nullable=True),
        sa.Column("window_opens_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("window_closes_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_contract_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["supply_point_id"], ["supply_point.id"], name=op.f("fk_contract_supply_point_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract")),
        sa.UniqueConstraint("number", name=op.f("uq_contract_number")),
    )
    op.create_index(
        op.f("ix_contract_account_number"), "contract", ["account_number"], unique=False
    )
    op.create_index(op.f("ix_contract_customer_id"), "contract", ["customer_id"], unique=False)
    op.create_index(
        op.f("ix_contract_supply_point_id"), "contract", ["supply_point_id"], unique=False
    )
    op.create_table(
        "document",
        sa.Column("id", Id, nullable=False),
        sa.Column("contract_id", Id, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.String(length=80), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_document_contract_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("contract_id", "sha256", name=op.f("uq_document_contract_id_sha256")),
    )
    op.create_table(
        "meter",
        sa.Column("id", Id, nullable=False),
        sa.Column("contract_id", Id, nullable=False),
        sa.Column("serial", sa.String(length=64), nullable=False),
        sa.Column("brand", sa.String(length=80), nullable=False),
        sa.Column("model", sa.String(length=80), nullable=False),
        sa.Column("size", sa.String(length=40), nullable=False),
        sa.Column("installed_on", sa.Date(), nullable=False),
        sa.Column("removed_on", sa.Date(), nullable=True),
        sa.Column("telemetered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_meter_contract_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meter")),
        sa.UniqueConstraint("serial", name=op.f("uq_meter_serial")),
    )
    op.create_index(op.f("ix_meter_contract_id"), "meter", ["contract_id"], unique=False)
    op.create_table(
        "payment",
        sa.Column("id", Id, nullable=False),
        sa.Column("contract_id", Id, nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_payment_contract_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
        sa.UniqueConstraint("reference", name=op.f("uq_payment_reference")),
    )
    op.create_index(op.f("ix_payment_contract_id"), "payment", ["contract_id"], unique=False)
    op.create_table(
        "invoice",
        sa.Column("id", Id, nullable=False),
        sa.Column("contract_id", Id, nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("issue_date", sa.Date(), nullable=False),
        sa.Column("period_start", sa.Date(), nullable=True),
        sa.Column("period_end", sa.Date(), nullable=True),
        sa.Column("period_charge", sa.BigInteger(), nullable=False),
        sa.Column("previous_balance", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("paid", sa.BigInteger(), nullable=False),
        sa.Column("open", sa.BigInteger(), nullable=False),
        sa.Column("payment_status", sa.String(32), nullable=False),
        sa.Column("document_id", Id, nullable=True),
        sa.Column("replaced_by", sa.String(length=40), nullable=True),
        sa.Column("agreement_number", sa.String(length=40), nullable=True),
        sa.Column("claim_number", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_invoice_contract_id")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_invoice_document_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice")),
        sa.UniqueConstraint("number", name=op.f("uq_invoice_number")),
    )
    op.create_index(op.f("ix_invoice_contract_id"), "invoice", ["contract_id"], unique=False)
    op.create_index(op.f("ix_invoice_document_id"), "invoice", ["document_id"], unique=False)
    op.create_table(
        "register",
        sa.Column("id", Id, nullable=False),
        sa.Column("meter_id", Id, nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("unit", sa.String(length=16), nullable=False),
        sa.Column("integer_digits", sa.Integer(), nullable=False),
        sa.Column("decimal_digits", sa.Integer(), nullable=False),
        sa.Column("multiplier", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(
            ["meter_id"], ["meter.id"], name=op.f("fk_register_meter_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register")),
        sa.UniqueConstraint("meter_id", "code", name=op.f("uq_register_meter_id_code")),
    )
    op.create_table(
        "due_term",
        sa.Column("id", Id, nullable=False),
        sa.Column("invoice_id", Id, nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["invoice_id"], ["invoice.id"], name=op.f("fk_due_term_invoice_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_due_term")),
        sa.UniqueConstraint("invoice_id", "date", name=op.f("uq_due_term_invoice_id_date")),
    )
    op.create_table(
        "invoice_line",
        sa.Column("id", Id, nullable=False),
        sa.Column("invoice_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("description", sa.String(length=200), nullable=False),
        sa.Column("quantity", sa.String(40), nullable=True),
        sa.Column("unit", sa.String(length=16), nullable=False),
        sa.Column("unit_price", sa.String(40), nullable=True),
        sa.Column("price_currency", sa.String(length=3), nullable=False),
        sa.Column("fx_rate", sa.String(40), nullable=True),
        sa.Column("tax_rate", sa.String(40), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["invoice_id"],
            ["invoice.id"],
            name=op.f("fk_invoice_line_invoice_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice_line")),
        sa.UniqueConstraint(
            "invoice_id", "position", name=op.f("uq_invoice_line_invoice_id_position")
        ),
    )
    op.create_table(
        "invoice_reading",
        sa.Column("id", Id, nullable=False),
        sa.Column("invoice_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("meter_serial", sa.String(length=64), nullable=False),
        sa.Column("previous_date", sa.Date(), nullable=False),
        sa.Column("previous_value", sa.String(40), nullable=False),
        sa.Column("current_date", sa.Date(), nullable=False),
        sa.Column("current_value", sa.String(40), nullable=False),
        sa.Column("quality", sa.String(32), nullable=False),
        sa.Column("consumption", sa.String(40), nullable=False),
        sa.Column("unit", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["invoice_id"],
            ["invoice.id"],
            name=op.f("fk_invoice_reading_invoice_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice_reading")),
        sa.UniqueConstraint(
            "invoice_id", "position", name=op.f("uq_invoice_reading_invoice_id_position")
        ),
    )
    op.create_table(
        "payment_allocation",
        sa.Column("id", Id, nullable=False),
        sa.Column("payment_id", Id, nullable=False),
        sa.Column("invoice_id", Id, nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["invoice_id"], ["invoice.id"], name=op.f("fk_payment_allocation_invoice_id")
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"],
            ["payment.id"],
            name=op.f("fk_payment_allocation_payment_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_allocation")),
        sa.UniqueConstraint(
            "payment_id", "invoice_id", name=op.f("uq_payment_allocation_payment_id_invoice_id")
        ),
    )
    op.create_index(
        op.f("ix_payment_allocation_invoice_id"), "payment_allocation", ["invoice_id"], unique=False
    )
    op.create_table(
        "reading",
        sa.Column("id", Id, nullable=False),
        sa.Column("contract_id", Id, nullable=False),
        sa.Column("meter_id", Id, nullable=False),
        sa.Column("register_id", Id, nullable=False),
        sa.Column("value", sa.String(40), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("quality", sa.String(32), nullable=False),
        sa.Column("source", sa.String(32), nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("consumption", sa.String(40), nullable=True),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("is_rollover", sa.Boolean(), nullable=False),
        sa.Column("no_read_reason", sa.String(32), nullable=True),
        sa.Column("method", sa.String(32), nullable=True),
        sa.Column("invoice_number", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_reading_contract_id")
        ),
        sa.ForeignKeyConstraint(["meter_id"], ["meter.id"], name=op.f("fk_reading_meter_id")),
        sa.ForeignKeyConstraint(
            ["register_id"], ["register.id"], name=op.f("fk_reading_register_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading")),
        sa.UniqueConstraint(
            "register_id", "read_at", "reason", name=op.f("uq_reading_register_id_read_at_reason")
        ),
    )
    op.create_index(op.f("ix_reading_contract_id"), "reading", ["contract_id"], unique=False)
    op.create_index(op.f("ix_reading_invoice_number"), "reading", ["invoice_number"], unique=False)
    op.create_index(op.f("ix_reading_meter_id"), "reading", ["meter_id"], unique=False)


def downgrade() -> None:
    """Remove the tables."""
    op.drop_index(op.f("ix_reading_meter_id"), table_name="reading")
    op.drop_index(op.f("ix_reading_invoice_number"), table_name="reading")
    op.drop_index(op.f("ix_reading_contract_id"), table_name="reading")
    op.drop_table("reading")
    op.drop_index(op.f("ix_payment_allocation_invoice_id"), table_name="payment_allocation")
    op.drop_table("payment_allocation")
    op.drop_table("invoice_reading")
    op.drop_table("invoice_line")
    op.drop_table("due_term")
    op.drop_table("register")
    op.drop_index(op.f("ix_invoice_document_id"), table_name="invoice")
    op.drop_index(op.f("ix_invoice_contract_id"), table_name="invoice")
    op.drop_table("invoice")
    op.drop_index(op.f("ix_payment_contract_id"), table_name="payment")
    op.drop_table("payment")
    op.drop_index(op.f("ix_meter_contract_id"), table_name="meter")
    op.drop_table("meter")
    op.drop_table("document")
    op.drop_index(op.f("ix_contract_supply_point_id"), table_name="contract")
    op.drop_index(op.f("ix_contract_customer_id"), table_name="contract")
    op.drop_index(op.f("ix_contract_account_number"), table_name="contract")
    op.drop_table("contract")
    op.drop_table("utility")
    op.drop_table("supply_point")
    op.drop_table("customer")
