"""A page of the feed, as OpenAPI documents it. Pages themselves are joined from stored bytes; a
test holds them against these models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from backend.agreements.schemas import AgreementBody
from backend.banks.schemas import BankBody
from backend.cases.schemas import CaseBody
from backend.catalogue.schemas import UtilityBody
from backend.contracts.schemas import ContractBody, MeterBody
from backend.delivery.schemas import DeliveryBody
from backend.faq.schemas import FaqArticleBody
from backend.invoices.schemas import InvoiceBody
from backend.movements.schemas import MovementBody
from backend.notices.schemas import NoticeBody
from backend.payments.schemas import PaymentBody
from backend.readings.schemas import ReadingBody
from backend.supply_requests.schemas import SupplyRequestBody

Seq = Annotated[int, Field(ge=1)]


class _Change(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: str
    seq: Seq


class UtilityChange(_Change):
    """The utility's profile."""

    k: Literal["utility"]
    body: UtilityBody


class ContractChange(_Change):
    """A contract as it stands."""

    k: Literal["contract"]
    body: ContractBody


class MeterChange(_Change):
    """A meter as it stands."""

    k: Literal["meter"]
    body: MeterBody


class ReadingChange(_Change):
    """A reading as it stands."""

    k: Literal["reading"]
    body: ReadingBody


class InvoiceChange(_Change):
    """An invoice as it stands."""

    k: Literal["invoice"]
    body: InvoiceBody


class BankChange(_Change):
    """A bank as it stands."""

    k: Literal["bank"]
    body: BankBody


class PaymentChange(_Change):
    """An attempt to pay as it stands."""

    k: Literal["payment"]
    body: PaymentBody


class MovementChange(_Change):
    """A line of the account as it stands."""

    k: Literal["movement"]
    body: MovementBody


class AgreementChange(_Change):
    """An agreement as it stands."""

    k: Literal["agreement"]
    body: AgreementBody


class SupplyRequestChange(_Change):
    """A supply request as it stands."""

    k: Literal["supply_request"]
    body: SupplyRequestBody


class DeliveryChange(_Change):
    """A way of receiving the bills as it stands."""

    k: Literal["delivery"]
    body: DeliveryBody


class FaqArticleChange(_Change):
    """A frequent question as it stands."""

    k: Literal["faq_article"]
    body: FaqArticleBody


class NoticeChange(_Change):
    """A notice of the utility as it stands."""

    k: Literal["notice"]
    body: NoticeBody


class CaseChange(_Change):
    """A question or a claim as it stands."""

    k: Literal["case"]
    body: CaseBody


class Tombstone(_Change):
    """An entity that is no longer there."""

    k: Literal[
        "utility",
        "contract",
        "meter",
        "reading",
        "invoice",
        "bank",
        "payment",
        "movement",
        "agreement",
        "supply_request",
        "delivery",
        "faq_article",
        "notice",
        "case",
    ]
    deleted: Literal[True]


Change = (
    UtilityChange
    | ContractChange
    | MeterChange
    | ReadingChange
    | InvoiceChange
    | BankChange
    | PaymentChange
    | MovementChange
    | AgreementChange
    | SupplyRequestChange
    | DeliveryChange
    | FaqArticleChange
    | NoticeChange
    | CaseChange
    | Tombstone
)


class ChangePage(BaseModel):
    """One page. The last one (`more` is false) proves what the mirror must add up to."""

    model_config = ConfigDict(extra="forbid")

    scope: str
    epoch: int = Field(ge=1)
    changes: list[Change]
    next: str
    more: bool
    seq: int | None = Field(None, ge=0, description="the head that was reached")
    count: int | None = Field(None, ge=0, description="live entities of the scope")
    digest: str | None = Field(None, pattern="^sha256:[0-9a-f]{64}$")
