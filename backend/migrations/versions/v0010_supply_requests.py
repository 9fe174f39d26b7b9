"""Reconnections and changes of holder."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from backend.columns import Id

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True)


def _text(name: str, length: int | None = None, *, null: bool = False) -> sa.Column[str]:
    kind = sa.Text() if length is None else sa.String(length)
    return sa.Column(name, kind, nullable=null)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "supply_request",
        sa.Column("id", Id, nullable=False),
        _text("number", 40),
        _text("kind", 32),
        sa.Column("contract_id", Id, nullable=False),
        sa.Column("user_id", Id, nullable=False),
        _text("origin_op_id", 36),
        _text("status", 32),
        _text("reason", 40),
        sa.Column("requested_at", _INSTANT, nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        _text("note"),
        sa.Column("closed_at", _INSTANT, nullable=True),
        sa.Column("fee", sa.BigInteger(), nullable=False),
        _text("fee_status", 32, null=True),
        _text("contact_name", 120),
        _text("contact_phone", 40),
        _text("access_notes"),
        _text("fitter_number", 40),
        sa.Column("preferred_on", sa.Date(), nullable=True),
        _text("preferred_slot", 40, null=True),
        sa.Column("scheduled_on", sa.Date(), nullable=True),
        _text("scheduled_from", 5, null=True),
        _text("scheduled_to", 5, null=True),
        sa.Column("visits", sa.Integer(), nullable=False),
        _text("failure", 32, null=True),
        sa.Column("effective_on", sa.Date(), nullable=True),
        _text("acceptance", 32, null=True),
        _text("acceptance_method", 32, null=True),
        sa.Column("accepted_at", _INSTANT, nullable=True),
        sa.Column("resulting_contract_id", Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_supply_request_contract_id")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["app_user.id"], name=op.f("fk_supply_request_user_id")
        ),
        sa.ForeignKeyConstraint(
            ["resulting_contract_id"],
            ["contract.id"],
            name=op.f("fk_supply_request_resulting_contract_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supply_request")),
        sa.UniqueConstraint("number", name=op.f("uq_supply_request_number")),
    )
    op.create_index(
        op.f("ix_supply_request_contract_id"), "supply_request", ["contract_id"], unique=False
    )
    op.create_table(
        "supply_request_holder",
        _request(),
        _text("person_type", 32),
        _text("document_type", 16),
        _text("document_number", 32),
        _text("full_name", 160),
        sa.Column("born_on", sa.Date(), nullable=True),
        _text("email", 254),
        _text("phone", 40),
        _text("other_phone", 40),
        _text("postal_address", 200),
        _text("representative_name", 160),
        _text("representative_document", 32),
        _text("link", 40),
        sa.Column("assumes_debt", sa.Boolean(), nullable=False),
        _text("terms_version", 40),
        sa.Column("handover_on", sa.Date(), nullable=True),
        _text("handover_photo", 64, null=True),
        _to_request("supply_request_holder"),
        sa.PrimaryKeyConstraint("request_id", name=op.f("pk_supply_request_holder")),
    )
    op.create_table(
        "supply_requirement",
        sa.Column("id", Id, nullable=False),
        _request(),
        sa.Column("position", sa.Integer(), nullable=False),
        _text("code", 40),
        _text("label", 200),
        sa.Column("mandatory", sa.Boolean(), nullable=False),
        _text("state", 32),
        _text("sha256", 64, null=True),
        _text("remark", 400),
        _to_request("supply_requirement"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supply_requirement")),
        sa.UniqueConstraint(
            "request_id", "code", name=op.f("uq_supply_requirement_request_id_code")
        ),
    )
    op.create_table(
        "supply_request_event",
        sa.Column("id", Id, nullable=False),
        _request(),
        sa.Column("at", _INSTANT, nullable=False),
        _text("status", 32),
        _text("note"),
        _to_request("supply_request_event"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supply_request_event")),
    )
    op.create_index(
        op.f("ix_supply_request_event_request_id"),
        "supply_request_event",
        ["request_id"],
        unique=False,
    )
    op.create_table(
        "supply_request_value",
        _request(),
        sa.Column("register_id", Id, nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        _to_request("supply_request_value"),
        sa.ForeignKeyConstraint(
            ["register_id"], ["register.id"], name=op.f("fk_supply_request_value_register_id")
        ),
        sa.PrimaryKeyConstraint("request_id", "register_id", name=op.f("pk_supply_request_value")),
    )


def _request() -> sa.Column[int]:
    return sa.Column("request_id", Id, autoincrement=False, nullable=False)


def _to_request(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["request_id"],
        ["supply_request.id"],
        name=op.f(f"fk_{table}_request_id"),
        ondelete="CASCADE",
    )


def downgrade() -> None:
    """Take them away."""
    for table in ("value", "event"):
        op.drop_table(f"supply_request_{table}")
    op.drop_table("supply_requirement")
    op.drop_table("supply_request_holder")
    op.drop_table("supply_request")
