"""What the utility of tests has decided about agreements."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from backend.agreements.rules import AgreementRules
from backend.database import Database
from backend.policies.models import Policy

RULES = AgreementRules(
    can_simulate=True,
    can_request=True,
    nominal_rate=Decimal(24),
    tax_rate=Decimal(22),
    late_rate=Decimal("13.2"),
    max_instalments=24,
    min_instalment=20_000,
    min_down_payment=Decimal(10),
    min_debt=100_000,
    max_debt=2_000_000,
    max_broken=1,
    broken_months=24,
    consecutive_unpaid=3,
    total_unpaid=4,
    days_to_pay=5,
    consent_version="2026-02",
    consent="Reconozco la deuda y me obligo a pagarla como se detalla.",
    paper=["El titular reconoce la deuda."],
)


def offer(database: Database, **changes: Any) -> AgreementRules:
    """Let the utility offer agreements under RULES with `changes`."""
    rules = AgreementRules.model_validate(RULES.model_dump() | changes)
    with database.writing() as session:
        row = session.query(Policy).filter_by(area=rules.area).one_or_none()
        if row is None:
            session.add(Policy(area=rules.area, rules=rules.model_dump_json()))
        else:
            row.rules = rules.model_dump_json()
    return rules
