"""Every table, so that one import configures all mappers and the whole metadata."""

from __future__ import annotations

from backend.agreements.models import Agreement, IncludedInvoice, Instalment
from backend.banks.models import Bank
from backend.base import Base
from backend.blobs.models import Blob, BlobPart
from backend.cases.models import Case, CaseAttachment, CaseInvoice, CaseMessage
from backend.catalogue.models import Utility
from backend.contracts.models import Contract, Customer, Meter, Register, SupplyPoint
from backend.delivery.models import Delivery
from backend.documents.models import Document
from backend.faq.models import FaqArticle
from backend.feed.models import FeedEntry, FeedMeta, Scope
from backend.invoices.models import (
    DueTerm,
    Invoice,
    InvoiceLine,
    InvoiceReading,
    Payment,
    PaymentAllocation,
)
from backend.links.models import OneTimeLink
from backend.mail.models import Mail
from backend.movements.models import Movement
from backend.notices.models import Notice
from backend.office.models import OfficeEvent
from backend.payments.models import (
    BankTransaction,
    PaymentIntent,
    PaymentItem,
    PaymentReview,
)
from backend.policies.models import Policy
from backend.readings.models import Reading, ReplacedReading
from backend.registration.models import FailedTries, Registration, RemovedLink
from backend.submissions.models import Submission
from backend.supply_requests.models import (
    HandoverValue,
    NewHolder,
    RequestEvent,
    Requirement,
    SupplyRequest,
)
from backend.users.models import (
    AccessToken,
    ContractLink,
    RefreshToken,
    SignInFailures,
    User,
    UserSession,
)

metadata = Base.metadata

__all__ = [
    "AccessToken",
    "Agreement",
    "Bank",
    "BankTransaction",
    "Blob",
    "BlobPart",
    "Case",
    "CaseAttachment",
    "CaseInvoice",
    "CaseMessage",
    "Contract",
    "ContractLink",
    "Customer",
    "Delivery",
    "Document",
    "DueTerm",
    "FailedTries",
    "FaqArticle",
    "FeedEntry",
    "FeedMeta",
    "HandoverValue",
    "IncludedInvoice",
    "Instalment",
    "Invoice",
    "InvoiceLine",
    "InvoiceReading",
    "Mail",
    "Meter",
    "Movement",
    "NewHolder",
    "Notice",
    "OfficeEvent",
    "OneTimeLink",
    "Payment",
    "PaymentAllocation",
    "PaymentIntent",
    "PaymentItem",
    "PaymentReview",
    "Policy",
    "Reading",
    "RefreshToken",
    "Register",
    "Registration",
    "RemovedLink",
    "ReplacedReading",
    "RequestEvent",
    "Requirement",
    "Scope",
    "SignInFailures",
    "Submission",
    "SupplyPoint",
    "SupplyRequest",
    "User",
    "UserSession",
    "Utility",
    "metadata",
]
