"""What the utility has decided about how bills are delivered."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from backend.policies.rules import Rules

Days = Annotated[int, Field(ge=0, le=60)]


class DeliveryRules(Rules):
    """A bill comes every `cycle_days`. Other days are counted from the reading that a bill
    charges: until `print_days` after it a request still changes that bill, on day `issue_days` it
    carries its date. `paper_overlap` is how many bills come by mail and on paper as well, before
    paper ends; `due_notice_days` how long before its due date a bill is sent. After
    `bounces_to_paper` mails that came back for good the bills come on paper again. `link_hours`
    is how long the link in the mail is good, `paper_fee` what a bill on paper costs, in minor
    units."""

    area: ClassVar[str] = "delivery"

    consent_version: Annotated[str, Field(min_length=1, max_length=40)]
    consent_text: Annotated[str, Field(min_length=1, max_length=4000)]
    cycle_days: Annotated[int, Field(ge=1, le=366)]
    print_days: Days
    issue_days: Days
    paper_overlap: Annotated[int, Field(ge=0, le=12)] = 0
    due_notice_days: Days = 10
    bounces_to_paper: Annotated[int, Field(ge=1, le=20)] = 3
    link_hours: Annotated[int, Field(ge=1, le=24 * 60)] = 72
    paper_fee: Annotated[int, Field(ge=0, le=10**9)] = 0

    @model_validator(mode="after")
    def _is_in_order(self) -> DeliveryRules:
        if self.print_days > self.issue_days:
            raise ValueError("a bill is printed before it is issued")
        return self


RULES = DeliveryRules
