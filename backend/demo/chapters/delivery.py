"""How the demonstration's customers receive their bills: an example of every state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.contracts.models import Contract
from backend.delivery.changes import confirm, suspend
from backend.delivery.confirming import ask
from backend.delivery.models import Delivery, DeliveryChannel, DeliveryStatus
from backend.delivery.rules import DeliveryRules
from backend.demo.chapters import Stage
from backend.policies.rules import rules_of
from backend.users.models import User

ORDER = 30


def write(stage: Stage) -> None:
    """By mail for long, waiting for confirmation, from the next bill on, suspended, paper again."""
    home, seaside = stage.contracts("demo")[:2]
    shops = stage.contracts("empresa")
    with stage.database.writing() as session:
        rules = rules_of(session, DeliveryRules)
        if rules is None:
            return
        teller = _Teller(stage, session, rules)
        teller.by_mail("demo", home, days_ago=190)
        teller.waits("demo", seaside, days_ago=1)
        if len(shops) > 2:
            teller.by_mail("empresa", shops[0], days_ago=400)
            teller.by_mail("empresa", shops[1], days_ago=1)
            suspend(teller.by_mail("empresa", shops[2], days_ago=250, bounces=3), stage.today)
        for cut in stage.contracts("cortado"):
            teller.by_mail("cortado", cut, days_ago=300)
            teller.on_paper("cortado", cut, days_ago=120)
        for changed in stage.contracts("medidor"):
            bounced = teller.by_mail("medidor", changed, days_ago=200, bounces=3)
            suspend(bounced, stage.today - timedelta(days=20))


@dataclass(frozen=True, slots=True)
class _Teller:
    stage: Stage
    session: Session
    rules: DeliveryRules

    def waits(self, username: str, contract: Contract, *, days_ago: int) -> Delivery:
        row = self._row(username, contract, DeliveryChannel.EMAIL, days_ago)
        ask(self.session, row, contract, self.rules, row.requested_at)
        return row

    def by_mail(
        self, username: str, contract: Contract, *, days_ago: int, bounces: int = 0
    ) -> Delivery:
        row = self._row(username, contract, DeliveryChannel.EMAIL, days_ago)
        row.bounces = bounces
        self._confirm(row, days_ago)
        return row

    def on_paper(self, username: str, contract: Contract, *, days_ago: int) -> Delivery:
        row = self._row(username, contract, DeliveryChannel.PAPER, days_ago)
        self._confirm(row, days_ago)
        return row

    def _confirm(self, row: Delivery, days_ago: int) -> None:
        at = row.requested_at + timedelta(minutes=20)
        confirm(self.session, row, self.rules, at)
        if days_ago > 1:  # of a reading long past only the usual rhythm is known
            day = (self.stage.today - timedelta(days=days_ago - 30)).replace(day=8)
            row.first_reading, row.is_late = day, False
            row.effective_from = day + timedelta(days=self.rules.issue_days)
            for other in self.session.scalars(
                select(Delivery).where(
                    Delivery.contract_id == row.contract_id, Delivery.id < row.id
                )
            ):
                other.ends_on = row.effective_from
        self.session.flush()

    def _row(
        self, username: str, contract: Contract, channel: DeliveryChannel, days_ago: int
    ) -> Delivery:
        user = self.session.scalars(select(User).where(User.username == username)).one()
        is_mail = channel is DeliveryChannel.EMAIL
        row = Delivery(
            contract_id=contract.id,
            requested_by=username,
            requested_at=self.stage.now - timedelta(days=days_ago, hours=3),
            channel=channel,
            email=user.email if is_mail else "",
            status=DeliveryStatus.UNCONFIRMED,
            consent_version=self.rules.consent_version if is_mail else "",
            consent_text=self.rules.consent_text if is_mail else "",
        )
        self.session.add(row)
        self.session.flush()
        return row
