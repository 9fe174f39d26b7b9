"""What the utility's people tell about mails that came back."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from backend.delivery.changes import history, standing, suspend, today_of
from backend.delivery.models import DeliveryChannel
from backend.delivery.rules import DeliveryRules
from backend.office.acts import Act, Desk, OfficeRefusedError
from backend.office.lookup import contract_by_number
from backend.policies.rules import rules_of


class BounceForm(BaseModel):
    """A mail with a bill that came back for good."""

    model_config = ConfigDict(extra="forbid")

    # PostgreSQL keeps no NUL.
    contract: Annotated[
        str, Field(max_length=40, pattern=r"^[^\x00]*$", description="number of the contract")
    ]


def record_bounce(desk: Desk, form: BounceForm) -> dict[str, Any]:
    """Count it; after as many as the rules say the bills come on paper again."""
    contract = contract_by_number(desk, form.contract)
    rules = rules_of(desk.session, DeliveryRules)
    if rules is None:
        raise OfficeRefusedError("not-offered")
    today = today_of(desk.session, desk.now)
    row = standing(history(desk.session, contract.id), today)
    if row is None or row.channel is not DeliveryChannel.EMAIL:
        raise OfficeRefusedError("on-paper", form.contract)
    row.bounces += 1
    is_over = row.bounces >= rules.bounces_to_paper
    if is_over:
        suspend(row, today)
    return {"contract": contract.number, "bounces": row.bounces, "is_suspended": is_over}


ACTS = (Act("record-bounce", BounceForm, record_bounce, "count a bill's mail that came back"),)
