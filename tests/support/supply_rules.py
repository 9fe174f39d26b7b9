"""The demonstration's rules for supply requests, and a way to change some of them."""

from __future__ import annotations

from typing import Any

from backend.database import Database
from backend.demo import profile
from backend.policies.rules import set_rules
from backend.supply_requests.rules import SupplyRequestRules


def supply_rules(
    reconnection: dict[str, Any] | None = None, holder_change: dict[str, Any] | None = None
) -> SupplyRequestRules:
    """The usual rules, with these parts in place of the usual ones."""
    usual = profile.read().utility.policies[SupplyRequestRules.area].model_dump(mode="json")
    usual["reconnection"] |= reconnection or {}
    usual["holder_change"] |= holder_change or {}
    return SupplyRequestRules.model_validate(usual)


def offer_supply_requests(database: Database, **parts: dict[str, Any]) -> None:
    """Make them the utility's rules; nothing else is offered then."""
    rules = supply_rules(**parts)
    with database.writing() as session:
        set_rules(session, {rules.area: rules})
