"""Users with their sessions, and the change feed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from backend.columns import Id

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "feed",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("entity_id", Id, autoincrement=False, nullable=False),
        sa.Column("scope_id", Id, autoincrement=False, nullable=False),
        sa.Column("seq", Id, nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("body_hash", sa.LargeBinary(length=32), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("kind", "entity_id", "scope_id", name=op.f("pk_feed")),
    )
    op.create_index("feed_seq", "feed", ["scope_id", "seq"], unique=True)
    op.create_table(
        "feed_meta",
        sa.Column("only_row", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("schema_rev", sa.Integer(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("only_row = 1", name=op.f("ck_feed_meta_one_row")),
        sa.PrimaryKeyConstraint("only_row", name=op.f("pk_feed_meta")),
    )
    op.create_table(
        "scope",
        sa.Column("id", Id, autoincrement=False, nullable=False),
        sa.Column("seq", Id, nullable=False),
        sa.Column("tomb_floor", Id, nullable=False),
        sa.Column("digest_seq", Id, nullable=True),
        sa.Column("digest_count", sa.Integer(), nullable=True),
        sa.Column("digest", sa.String(length=80), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scope")),
    )
    op.create_table(
        "sign_in_failures",
        sa.Column("name_digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("name_digest", name=op.f("pk_sign_in_failures")),
    )
    op.create_index(
        op.f("ix_sign_in_failures_last_at"), "sign_in_failures", ["last_at"], unique=False
    )
    op.create_table(
        "app_user",
        sa.Column("id", Id, nullable=False),
        sa.Column("username", sa.String(length=80), nullable=False),
        sa.Column("full_name", sa.String(length=160), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("customer_id", Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_app_user_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_app_user")),
        sa.UniqueConstraint("username", name=op.f("uq_app_user_username")),
    )
    op.create_index(op.f("ix_app_user_customer_id"), "app_user", ["customer_id"], unique=False)
    op.create_table(
        "contract_link",
        sa.Column("id", Id, nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("contract_id", Id, nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("alias", sa.String(length=80), nullable=False),
        sa.Column("sort", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"],
            ["contract.id"],
            name=op.f("fk_contract_link_contract_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["app_user.id"], name=op.f("fk_contract_link_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_link")),
        sa.UniqueConstraint(
            "user_id", "contract_id", name=op.f("uq_contract_link_user_id_contract_id")
        ),
    )
    op.create_index(
        op.f("ix_contract_link_contract_id"), "contract_link", ["contract_id"], unique=False
    )
    op.create_table(
        "user_session",
        sa.Column("id", Id, nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("device", sa.String(length=80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end_reason", sa.String(length=16), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"], ["app_user.id"], name=op.f("fk_user_session_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user_session")),
    )
    op.create_index(op.f("ix_user_session_user_id"), "user_session", ["user_id"], unique=False)
    op.create_table(
        "access_token",
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("session_id", Id, nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["user_session.id"],
            name=op.f("fk_access_token_session_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_access_token")),
    )
    op.create_index(
        op.f("ix_access_token_session_id"), "access_token", ["session_id"], unique=False
    )
    op.create_table(
        "refresh_token",
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("session_id", Id, nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["user_session.id"],
            name=op.f("fk_refresh_token_session_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_refresh_token")),
        sa.UniqueConstraint(
            "session_id", "generation", name=op.f("uq_refresh_token_session_id_generation")
        ),
    )


def downgrade() -> None:
    """Remove the tables."""
    op.drop_table("refresh_token")
    op.drop_index(op.f("ix_access_token_session_id"), table_name="access_token")
    op.drop_table("access_token")
    op.drop_index(op.f("ix_user_session_user_id"), table_name="user_session")
    op.drop_table("user_session")
    op.drop_index(op.f("ix_contract_link_contract_id"), table_name="contract_link")
    op.drop_table("contract_link")
    op.drop_index(op.f("ix_app_user_customer_id"), table_name="app_user")
    op.drop_table("app_user")
    op.drop_index(op.f("ix_sign_in_failures_last_at"), table_name="sign_in_failures")
    op.drop_table("sign_in_failures")
    op.drop_table("scope")
    op.drop_table("feed_meta")
    op.drop_index("feed_seq", table_name="feed")
    op.drop_table("feed")
