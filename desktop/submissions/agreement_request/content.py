"""What a request for an agreement says on the wire: the figures that the person consented to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.domain.agreement_plan import Plan


def content(plan: Plan, invoices: Sequence[str], consent_version: str) -> dict[str, Any]:
    """As the outbox takes it; `invoices` are ids, `consent_version` names the text agreed to."""
    return {
        "invoices": list(invoices),
        "down_payment": plan.down_payment.minor,
        "simulated_on": plan.day.isoformat(),
        "arrears": plan.base.arrears.minor,
        "arrears_tax": plan.base.arrears_tax.minor,
        "instalments": [
            {
                "due_date": share.due.isoformat(),
                "capital": share.capital.minor,
                "interest": share.interest.minor,
                "tax": share.tax.minor,
            }
            for share in plan.shares
        ],
        "total": plan.total.minor,
        "consent": True,
        "consent_version": consent_version,
    }


def instalments(content: Mapping[str, Any]) -> int:
    """How many instalments were asked for."""
    return len(content["instalments"])


def first_total(content: Mapping[str, Any]) -> int:
    """The first instalment, in minor units."""
    first = content["instalments"][0]
    return int(first["capital"] + first["interest"] + first["tax"])


def summary(content: Mapping[str, Any]) -> str:
    """'3 · 2027-02-16': how many, and until when."""
    return f"{instalments(content)} · {content['instalments'][-1]['due_date']}"
