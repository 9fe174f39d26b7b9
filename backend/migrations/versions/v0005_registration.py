"""Registration, one-time links, mail."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from backend.columns import Id

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; users that are there already are taken as confirmed."""
    op.create_table(
        "mail",
        sa.Column("id", Id, nullable=False),
        sa.Column("recipient", sa.String(length=254), nullable=False),
        sa.Column("subject", sa.String(length=160), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failure", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail")),
    )
    op.create_index("mail_due", "mail", ["state", "due_at"], unique=False)
    op.create_index(op.f("ix_mail_recipient"), "mail", ["recipient"], unique=False)
    op.create_table(
        "one_time_link",
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_one_time_link")),
    )
    for column in ("subject", "expires_at"):
        op.create_index(op.f(f"ix_one_time_link_{column}"), "one_time_link", [column])
    op.add_column(
        "app_user",
        sa.Column("is_confirmed", sa.Boolean(), nullable=False, server_default=sa.true()),
    )
    op.create_index(op.f("ix_app_user_email"), "app_user", ["email"])
    op.add_column("contract_link", sa.Column("proved_for", Id, nullable=True))
    op.add_column(
        "contract_link", sa.Column("linked_at", sa.DateTime(timezone=True), nullable=True)
    )
    op.create_table(
        "registration",
        sa.Column("id", Id, nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("contract_id", Id, nullable=False),
        sa.Column("full_name", sa.String(length=160), nullable=False),
        sa.Column("is_holders_name", sa.Boolean(), nullable=False),
        sa.Column("proof", sa.String(length=32), nullable=False),
        sa.Column("terms_version", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["app_user.id"], name=op.f("fk_registration_user_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_registration_contract_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registration")),
    )
    op.create_index(op.f("ix_registration_user_id"), "registration", ["user_id"])
    op.create_index(op.f("ix_registration_contract_id"), "registration", ["contract_id"])
    op.create_table(
        "failed_tries",
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_failed_tries")),
    )
    op.create_index(op.f("ix_failed_tries_since"), "failed_tries", ["since"])
    op.create_table(
        "removed_link",
        sa.Column("id", Id, nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("contract_id", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["app_user.id"], name=op.f("fk_removed_link_user_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["contract_id"],
            ["contract.id"],
            name=op.f("fk_removed_link_contract_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_removed_link")),
        sa.UniqueConstraint(
            "user_id", "contract_id", name=op.f("uq_removed_link_user_id_contract_id")
        ),
    )
    op.create_index(op.f("ix_removed_link_contract_id"), "removed_link", ["contract_id"])


def downgrade() -> None:
    """Take them away."""
    op.drop_table("removed_link")
    op.drop_table("failed_tries")
    op.drop_table("registration")
    op.drop_column("contract_link", "linked_at")
    op.drop_column("contract_link", "proved_for")
    op.drop_index(op.f("ix_app_user_email"), table_name="app_user")
    op.drop_column("app_user", "is_confirmed")
    op.drop_table("one_time_link")
    op.drop_table("mail")
