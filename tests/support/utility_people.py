"""The utility's people: what they decide, what they do at their desks, and the mail they send."""

from __future__ import annotations

import re
from typing import Any
from urllib.request import Request, urlopen

from sqlalchemy import select

from backend import models as m
from backend.demo import profile
from backend.office.acts import acts, do
from backend.policies.rules import Rules, set_rules
from tests.support.backend import RunningBackend


def offers_everything(server: RunningBackend, **changed: Rules) -> None:
    """The rules of the demonstration utility, with `changed` ones in place of them, by area."""
    rules = dict(profile.read().utility.policies) | changed
    with server.database.writing() as session:
        set_rules(session, rules)


def clerk(server: RunningBackend, act: str, **form: Any) -> dict[str, Any]:
    """A clerk does an act of the back office."""
    found = acts()[act]
    filled = found.form.model_validate(form)
    return do(server.database, server.clock, "mostrador", found, filled)


def mails_to(server: RunningBackend, address: str) -> list[m.Mail]:
    """What was sent there, the oldest first."""
    with server.database.reading() as session:
        query = select(m.Mail).where(m.Mail.recipient == address).order_by(m.Mail.id)
        return list(session.scalars(query))


def follows_the_link(server: RunningBackend, address: str) -> str:
    """Open the link in the last mail to `address`, press its button, and read the page."""
    found = re.search(r"/c/([\w-]+)", mails_to(server, address)[-1].text)
    assert found is not None, "the mail has no link"
    request = Request(f"{server.url}/c/{found[1]}", data=b"", method="POST")
    with urlopen(request, timeout=20) as answer:
        page: str = answer.read().decode()
    return page
