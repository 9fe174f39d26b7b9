"""An office without disk or network, for tests of what a person sees."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from desktop.domain.changes import Changes
from desktop.domain.contracts import (
    ConnectedState,
    Contract,
    ContractLink,
    ContractStatus,
    Cut,
    CutReason,
    LinkRole,
    ReadingWindow,
    ServiceKind,
)
from desktop.domain.errors import AppError, Code, NetworkError, SessionError
from desktop.domain.freshness import Freshness
from desktop.domain.invoices import Debt
from desktop.domain.money import Money
from desktop.domain.users import DemoAccount, Role, User, Utility
from desktop.services.results import (
    Connection,
    ContractSummary,
    Hit,
    HitKind,
    Overview,
    Profile,
    SyncOutcome,
)
from tests.support.fake_drafts import FakeDrafts
from tests.support.fake_notices import FakeNotices
from tests.support.fake_outbox import FakeOutbox

NOW = datetime(2026, 11, 22, 17, 2, tzinfo=UTC)  # 14:02 in Montevideo
TODAY = date(2026, 11, 22)

UTILITY = Utility(
    id="uy_gas",
    name="Gas del Plata",
    legal_name="Gas del Plata S.A.",
    country="UY",
    zone="America/Montevideo",
    locale="es-UY",
    currency="UYU",
    accent="#1b6ca8",
    emergency_phone="0800 1234",
    customer_phone="2900 0000",
    regulator="URSEA",
    is_demo=True,
    demo_account=DemoAccount("demo", "demo-demo"),
    estimates_in_a_row=3,
)
USER = User("u1", "maria.perez", "María Pérez", "maria@example.com", Role.CUSTOMER)
PROFILE = Profile(USER, UTILITY, keeps_data=True)

_STREETS = ("Av. 18 de Julio", "Bvar. Artigas", "Colonia", "Av. Italia", "Canelones")


def summary(number: int, **changes: Any) -> ContractSummary:
    """A believable contract; `alias`, `overdue`, `due`, `estimates` and fields of Contract may
    be told."""
    overdue, due = changes.pop("overdue", 0), changes.pop("due", 123450)
    alias = changes.pop("alias", f"Local {number}")
    estimates = changes.pop("estimates", 0)
    contract = Contract(
        id=str(number),
        number=f"{100000 + number}",
        account_number=f"{900000 + number}",
        holder_name="María Pérez",
        service=list(ServiceKind)[number % 3],
        status=ContractStatus.ACTIVE,
        tariff="R1",
        category="Residencial",
        address=f"{_STREETS[number % len(_STREETS)]} {1000 + 7 * number}",
        city="Montevideo",
        supply_point=f"PS{number}",
        connected_state=ConnectedState.CONNECTED,
        currency="UYU",
        start_date=date(2020, 1, 1),
        end_date=None,
        cut=None,
        next_read_date=None,
        reading_window=None,
    )
    debt = Debt(
        overdue=Money(overdue, "UYU"),
        to_be_due=Money(due, "UYU"),
        credit=Money(0, "UYU"),
        apart=Money(0, "UYU"),
        next_due=TODAY + timedelta(days=number % 20) if due else None,
    )
    link = ContractLink(f"C-{number}", str(number), alias, LinkRole.HOLDER)
    return ContractSummary(link, replace(contract, **changes), debt, 1, estimates)


def contracts(count: int) -> tuple[ContractSummary, ...]:
    """`count` contracts: the first plain, the second in debt, the third cut, the fourth with an
    open reading window, the fifth estimated too often, the rest plain."""
    window = ReadingWindow(NOW - timedelta(days=1), NOW + timedelta(days=2))
    made = [
        summary(1, alias="Casa", service=ServiceKind.GAS),
        summary(2, alias="Apartamento de la costa", overdue=234500, service=ServiceKind.WATER),
        summary(
            3,
            alias="Depósito",
            overdue=1034500,
            due=0,
            status=ContractStatus.CUT,
            cut=Cut(date(2026, 10, 3), CutReason.NON_PAYMENT),
        ),
        summary(4, alias="Oficina", reading_window=window),
        summary(5, alias="Campo", estimates=4),
        *(summary(n) for n in range(6, count + 1)),
    ]
    return tuple(made[:count])


@dataclass
class FakeOffice:
    """Answers what it was told; `gate` holds back sign-in and sync until it is set."""

    server: str = "http://127.0.0.1:8000"
    kept: Profile | None = None
    utility: Utility | AppError = UTILITY
    summaries: Sequence[ContractSummary] = field(default_factory=lambda: contracts(2))
    verified_at: datetime | None = NOW
    now: datetime = NOW
    sync_error: AppError | None = None
    sign_in_error: AppError | None = None
    overview_error: AppError | None = None
    hits: tuple[Hit, ...] = (
        Hit(HitKind.INVOICE, "2", "inv-9", "Factura A 123456", "22/10/2026 · Casa"),
    )
    gate: threading.Event = field(default_factory=threading.Event)
    calls: list[str] = field(default_factory=list)
    is_closed: bool = False
    sending: str = ""  # op_id of what a sync has on its way
    retry_in: float | None = None  # seconds, as a sync that could not send everything tells
    outbox: FakeOutbox = field(default_factory=FakeOutbox)
    told: FakeNotices = field(default_factory=FakeNotices)

    def __post_init__(self) -> None:
        self.gate.set()

    @property
    def session(self) -> FakeOffice:
        return self

    @property
    def drafts(self) -> FakeDrafts:
        return self.outbox.drafts

    @property
    def notices(self) -> FakeNotices:
        return self.told

    @property
    def search(self) -> FakeOffice:
        return self

    @property
    def contracts(self) -> FakeOffice:
        return self

    @property
    def sync(self) -> FakeOffice:
        return self

    def public_utility(self) -> Utility:
        if isinstance(self.utility, AppError):
            raise self.utility
        return self.utility

    def restore(self) -> Profile | None:
        self.calls.append("restore")
        return self.kept

    def sign_in(self, username: str, password: str) -> Profile:
        self.calls.append(f"sign_in {username}")
        self.gate.wait(10)
        if self.sign_in_error is not None:
            raise self.sign_in_error
        if isinstance(self.utility, AppError):
            raise self.utility
        return replace(PROFILE, utility=self.utility)

    def sign_out(self, *, discard_unsent: bool = False, keep_unsent: bool = False) -> None:
        self.calls.append("sign_out and discard" if discard_unsent else "sign_out")

    def overview(self) -> Overview:
        if self.overview_error is not None:
            raise self.overview_error
        return Overview(tuple(self.summaries), TODAY, self.now, Freshness(self.verified_at))

    def run(
        self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> SyncOutcome:
        self.calls.append("sync")
        progress(1, 3)
        self.gate.wait(10)
        error = self.sync_error
        if error is None:
            self.verified_at = self.now
            return SyncOutcome(Changes(), self.now, Connection.ONLINE, None, retry_in=self.retry_in)
        connection = Connection.OFFLINE
        if isinstance(error, SessionError):
            connection = Connection.AUTH_NEEDED
        elif error.code is Code.SERVER_DOWN:
            connection = Connection.SERVER_DOWN
        return SyncOutcome(Changes(), None, connection, error)

    def find(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        self.calls.append(f"find {text}")
        return self.hits[:limit]

    def close(self) -> None:
        self.is_closed = True
        self.gate.set()  # closing is what makes a call under way return


def offline() -> AppError:
    """The server cannot be found."""
    return NetworkError(Code.OFFLINE)
