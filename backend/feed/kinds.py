"""The kinds of entity, in the order in which a transaction numbers them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, literal

from backend.agreements.entities import agreements
from backend.agreements.models import Agreement
from backend.banks.entities import banks
from backend.banks.models import Bank
from backend.base import Base
from backend.cases.entities import cases
from backend.cases.models import Case
from backend.catalogue.entities import utilities
from backend.catalogue.models import Utility
from backend.contracts.entities import contracts, meters
from backend.contracts.models import Contract, Meter
from backend.delivery.entities import deliveries
from backend.delivery.models import Delivery
from backend.faq.entities import faq_articles
from backend.faq.models import FaqArticle
from backend.feed.wire import CATALOGUE, Builder
from backend.invoices.entities import invoices
from backend.invoices.models import Invoice
from backend.movements.entities import movements
from backend.movements.models import Movement
from backend.notices.entities import notices
from backend.notices.models import Notice
from backend.payments.entities import payments
from backend.payments.models import PaymentIntent
from backend.policies.entities import policies
from backend.policies.models import Policy
from backend.readings.entities import readings
from backend.readings.models import Reading
from backend.supply_requests.entities import supply_requests
from backend.supply_requests.models import SupplyRequest


@dataclass(frozen=True, slots=True)
class Kind:
    """How to find and to build the entities of one kind."""

    name: str
    model: type[Base]
    scope: ColumnElement[int]
    build: Builder


KINDS = {
    kind.name: kind
    for kind in (
        Kind("utility", Utility, literal(CATALOGUE), utilities),
        Kind("policy", Policy, literal(CATALOGUE), policies),
        Kind("contract", Contract, Contract.__table__.c.id, contracts),
        Kind("meter", Meter, Meter.__table__.c.contract_id, meters),
        Kind("reading", Reading, Reading.__table__.c.contract_id, readings),
        Kind("invoice", Invoice, Invoice.__table__.c.contract_id, invoices),
        Kind("movement", Movement, Movement.__table__.c.contract_id, movements),
        Kind("bank", Bank, literal(CATALOGUE), banks),
        Kind("payment", PaymentIntent, PaymentIntent.__table__.c.contract_id, payments),
        Kind("agreement", Agreement, Agreement.__table__.c.contract_id, agreements),
        Kind(
            "supply_request",
            SupplyRequest,
            SupplyRequest.__table__.c.contract_id,
            supply_requests,
        ),
        Kind("case", Case, Case.__table__.c.contract_id, cases),
        Kind("delivery", Delivery, Delivery.__table__.c.contract_id, deliveries),
        Kind("faq_article", FaqArticle, literal(CATALOGUE), faq_articles),
        Kind("notice", Notice, func.coalesce(Notice.__table__.c.contract_id, CATALOGUE), notices),
    )
}
