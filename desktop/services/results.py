"""What the services answer: frozen values ready for a screen, nothing that needs the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.agreement_plan import AgreementRules
from desktop.domain.agreements import Agreement
from desktop.domain.case_rules import CaseRules
from desktop.domain.cases import Case
from desktop.domain.changes import Changes
from desktop.domain.contracts import Contract, ContractLink, ContractStatus
from desktop.domain.delivery import Delivery, DeliveryRules
from desktop.domain.drafts import Draft
from desktop.domain.errors import AppError
from desktop.domain.faq import FaqArticle
from desktop.domain.freshness import Freshness
from desktop.domain.invoices import Debt, Invoice
from desktop.domain.money import Money
from desktop.domain.notices import Notice, NoticeRules
from desktop.domain.readings import Meter, Period, Reading
from desktop.domain.registration import RegistrationRules
from desktop.domain.submissions import Submission
from desktop.domain.supply_requests import SupplyRequest
from desktop.domain.supply_rules import SupplyRules
from desktop.domain.users import User, Utility
from desktop.domain.workdays import Calendar

Progress = Callable[[int, int], None]  # (done, total); called on the worker's thread


@dataclass(frozen=True, slots=True)
class Profile:
    """Who is signed in here and what is known of their utility. `keeps_data` is False where the
    store's key lives in memory only, so that nothing can be read after the app is closed."""

    user: User
    utility: Utility
    keeps_data: bool


@dataclass(frozen=True, slots=True)
class ContractSummary:
    """A row of Inicio. `is_reading_given` tells that this window's reading was taken, or waits
    to be sent."""

    link: ContractLink
    contract: Contract
    debt: Debt
    open_invoices: int
    estimates_in_a_row: int
    is_reading_given: bool = False


@dataclass(frozen=True, slots=True)
class Overview:
    """Inicio: every contract, the utility's date and the server's time behind it."""

    contracts: tuple[ContractSummary, ...]
    today: date
    now: datetime
    freshness: Freshness

    @property
    def first_choice(self) -> str | None:
        """Id of the contract to begin with: the first active one, else the first."""
        active = [c for c in self.contracts if c.contract.status is ContractStatus.ACTIVE]
        return next((c.contract.id for c in (*active, *self.contracts)), None)


@dataclass(frozen=True, slots=True)
class InvoiceBook:
    """Mis Facturas of one contract, newest first."""

    invoices: tuple[Invoice, ...]
    debt: Debt
    today: date
    now: datetime
    freshness: Freshness
    cached_documents: frozenset[str]  # sha256 of the documents that can be opened offline
    being_paid: frozenset[str] = frozenset()  # ids of invoices that somebody is paying just now


@dataclass(frozen=True, slots=True)
class ReadingBook:
    """Consultar Consumo of one contract: readings newest first, periods oldest first."""

    readings: tuple[Reading, ...]
    periods: tuple[Period, ...]
    meters: tuple[Meter, ...]
    estimates_in_a_row: int
    now: datetime
    freshness: Freshness


@dataclass(frozen=True, slots=True)
class DeliveryBook:
    """Solicitar factura electrónica of one contract. `rules` are None where the utility does not
    offer it; `reading_days` are those of readings for a bill; `items` are this contract's wishes
    in the outbox, in its order."""

    rows: tuple[Delivery, ...]
    rules: DeliveryRules | None
    reading_days: tuple[date, ...]
    items: tuple[Submission, ...]
    today: date
    now: datetime
    freshness: Freshness


@dataclass(frozen=True, slots=True)
class SupplyBook:
    """Solicitudes de Suministro of one contract, the newest first. `rules` are None where the
    utility offers neither procedure; `meters` are those that serve, `last` the last reading of
    each register by its id; `items` are this contract's requests in the outbox, in its order."""

    requests: tuple[SupplyRequest, ...]
    rules: SupplyRules | None
    calendar: Calendar
    overdue: Money
    meters: tuple[Meter, ...]
    last: Mapping[str, Reading]
    items: tuple[Submission, ...]
    today: date
    now: datetime
    freshness: Freshness


@dataclass(frozen=True, slots=True)
class AgreementBook:
    """Acuerdos de Pago of one contract, the newest first. `rules` are None where the utility
    offers none here; `contract` is None before it has arrived; `items` are this contract's
    requests in the outbox, in its order."""

    agreements: tuple[Agreement, ...]
    rules: AgreementRules | None
    calendar: Calendar
    contract: Contract | None
    invoices: tuple[Invoice, ...]
    items: tuple[Submission, ...]
    today: date
    now: datetime
    freshness: Freshness


@dataclass(frozen=True, slots=True)
class CaseBook:
    """Preguntas y Reclamaciones of one contract, the newest first. `rules` are None where the
    utility takes none here; `invoices` can be claimed, `meters` serve; `items` are what was sent
    about cases of this contract, in the outbox's order, `drafts` what was begun, newest first."""

    cases: tuple[Case, ...]
    rules: CaseRules | None
    calendar: Calendar
    invoices: tuple[Invoice, ...]
    meters: tuple[Meter, ...]
    items: tuple[Submission, ...]
    today: date
    now: datetime
    freshness: Freshness
    drafts: tuple[Draft, ...] = ()


@dataclass(frozen=True, slots=True)
class FaqBook:
    """Preguntas Frecuentes, in the utility's order."""

    articles: tuple[FaqArticle, ...]
    now: datetime
    freshness: Freshness


@dataclass(frozen=True, slots=True)
class NoticeBook:
    """Avisos, the most urgent first. `read` and `told` are ids of notices, also of ones that are
    over; `rules` are the utility's lead days."""

    notices: tuple[Notice, ...]
    read: frozenset[str]
    told: frozenset[str]
    rules: NoticeRules
    now: datetime

    @property
    def unread(self) -> tuple[Notice, ...]:
        """What was not seen yet."""
        return tuple(notice for notice in self.notices if notice.id not in self.read)


@dataclass(frozen=True, slots=True)
class BulkResult:
    """What a bulk download did: files written, and invoice numbers without a document."""

    written: int
    missing: tuple[str, ...]
    cancelled: bool


class HitKind(StrEnum):
    """Where a search found something."""

    CONTRACT = "contract"
    INVOICE = "invoice"
    METER = "meter"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Hit:
    """One result of the search over everything cached."""

    kind: HitKind
    contract_id: str
    id: str
    title: str
    subtitle: str


@dataclass(frozen=True, slots=True)
class Unsent:
    """Why nobody was signed out: so many submissions would be lost, None where the outbox cannot
    be read now, and so many drafts."""

    count: int | None
    drafts: int = 0


class Connection(StrEnum):
    """What our own requests say of the network."""

    UNKNOWN = "unknown"
    ONLINE = "online"
    OFFLINE = "offline"
    PORTAL = "portal"
    SERVER_DOWN = "server_down"
    AUTH_NEEDED = "auth_needed"


@dataclass(frozen=True, slots=True)
class SyncStep:
    """Progress of a running sync: contracts done of all, rows received so far, submissions
    settled of those that were due, and the op_id of the one that is on its way, "" for none."""

    done: int
    total: int
    rows: int
    sent: int = 0
    to_send: int = 0
    sending: str = ""


@dataclass(frozen=True, slots=True)
class SyncOutcome:
    """How a sync ended. `error` is None when every scope is verified complete.

    `sent` and `refused` count what the server decided on; `retry_in` are the seconds after which
    something that could not be sent may be tried again, None where nothing waits.
    """

    changes: Changes
    verified_at: datetime | None
    connection: Connection
    error: AppError | None
    sent: int = 0
    refused: int = 0
    retry_in: float | None = None


@dataclass(frozen=True, slots=True)
class AccountBook:
    """What the utility asks of whoever adds a contract (None: it is not offered here), and the
    scopes of contracts whose new name has not arrived yet."""

    rules: RegistrationRules | None
    waiting_names: frozenset[str] = frozenset()
