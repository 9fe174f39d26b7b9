"""Ways of receiving the bills as they stand on the wire."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from desktop.api.fields import Count, Entity, Id, Instant
from desktop.domain import delivery

Days = Annotated[int, Meta(ge=0, le=366)]


class Consent(Struct, frozen=True, gc=False):
    """Member `consent` of a delivery."""

    version: str
    text: str


class Delivery(Entity, frozen=True, gc=False):
    """Kind `delivery`."""

    contract_id: Id
    channel: delivery.DeliveryChannel
    email: str
    second_email: str
    postal_address: str
    status: delivery.DeliveryStatus
    requested_by: str
    requested_at: Instant
    consent: Consent | None
    confirmed_at: Instant | None
    first_reading: date | None
    effective_from: date | None
    is_late: bool
    ends_on: date | None
    bounces: Count
    suspended_on: date | None
    origin_op_id: str | None

    def keys(self) -> int:
        """How many names its JSON text has."""
        return 18 + (0 if self.consent is None else 2)

    def domain(self) -> delivery.Delivery:
        """The domain object."""
        consent = self.consent
        return delivery.Delivery(
            id=self.id,
            contract_id=self.contract_id,
            channel=self.channel,
            email=self.email,
            second_email=self.second_email,
            postal_address=self.postal_address,
            status=self.status,
            requested_by=self.requested_by,
            requested_at=self.requested_at,
            consent=None if consent is None else delivery.Consent(consent.version, consent.text),
            confirmed_at=self.confirmed_at,
            first_reading=self.first_reading,
            effective_from=self.effective_from,
            is_late=self.is_late,
            ends_on=self.ends_on,
            bounces=self.bounces,
            suspended_on=self.suspended_on,
            origin_op_id=self.origin_op_id,
        )


class DeliveryRules(Struct, frozen=True):
    """Rules of area `delivery`."""

    consent_version: str
    consent_text: str
    cycle_days: Annotated[int, Meta(ge=1, le=366)]
    print_days: Days
    issue_days: Days
    paper_overlap: Count
    due_notice_days: Days
    bounces_to_paper: Count
    link_hours: Count
    paper_fee: Count

    def domain(self) -> delivery.DeliveryRules:
        """The domain object."""
        return delivery.DeliveryRules(
            consent_version=self.consent_version,
            consent_text=self.consent_text,
            cycle_days=self.cycle_days,
            print_days=self.print_days,
            issue_days=self.issue_days,
            paper_overlap=self.paper_overlap,
            due_notice_days=self.due_notice_days,
            bounces_to_paper=self.bounces_to_paper,
            link_hours=self.link_hours,
            paper_fee=self.paper_fee,
        )


ENTITIES = {"delivery": (Delivery, delivery.Delivery)}
POLICIES = {"delivery": (DeliveryRules, delivery.DeliveryRules)}
