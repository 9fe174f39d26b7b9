"""Somebody at the counter, who may do the acts of the back office."""

from __future__ import annotations

from backend.demo import profile
from backend.demo.chapters import Stage
from backend.users.models import Role, User
from backend.users.passwords import hash_password

ORDER = 0
USERNAME = "mostrador"


def write(stage: Stage) -> None:
    """One clerk, with the password that the demonstration offers to anyone."""
    account = profile.read().utility.demo_account
    if account is None:
        return
    with stage.database.writing() as session:
        session.add(
            User(
                username=USERNAME,
                full_name="Mostrador de la demostración",
                email="mostrador@example.com",
                role=Role.CLERK,
                password_hash=hash_password(account[1]),
            )
        )
