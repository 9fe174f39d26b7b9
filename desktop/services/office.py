"""The app's use cases in one place, each built on first use.

Nothing heavy is imported until a worker asks for it, so the first window does not wait for
SQLAlchemy or requests.
"""

from __future__ import annotations

import threading
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.services.agreements import AgreementService
    from desktop.services.cases import CaseService
    from desktop.services.clock import ServerClock
    from desktop.services.contracts import ContractService
    from desktop.services.delivery import DeliveryService
    from desktop.services.desk import Desk
    from desktop.services.documents.documents import DocumentService
    from desktop.services.drafts import DraftService
    from desktop.services.faq import FaqService
    from desktop.services.invoices import InvoiceService
    from desktop.services.movements import MovementService
    from desktop.services.notices import NoticeService
    from desktop.services.outbox import OutboxService
    from desktop.services.payments import PaymentService
    from desktop.services.ports import Browser, Ports
    from desktop.services.readings import ReadingService
    from desktop.services.registration import RegistrationService
    from desktop.services.search import SearchService
    from desktop.services.session import SessionService
    from desktop.services.supply_requests import SupplyRequestService
    from desktop.services.sync.lanes import Lanes
    from desktop.services.sync.service import SyncService


class Office:
    """Use cases for one server. Every method of every service may take long: call it on a
    worker. Services raise `AppError` where the world failed."""

    def __init__(self, server: str, ports: Ports) -> None:
        self._server = server
        self._ports = ports
        self._lock = threading.RLock()

    # The shape that screens may rely on (each property is built on first use):
    #   session.public_utility() -> Utility            network
    #   session.restore() -> Profile | None            local: the last profile, if its key is kept
    #   session.sign_in(username, password) -> Profile network
    #   session.sign_out(discard_unsent=, keep_unsent=) -> Unsent | None
    #                                                  local first, then tells the server if it can
    #   contracts.overview() -> Overview
    #   invoices.book(contract_id) -> InvoiceBook
    #   readings.book(contract_id) -> ReadingBook
    #   movements.book(contract_id) -> MovementBook | None; movements.books() -> tuple
    #   documents.read(contract_id, ref) -> bytes      cache first, then network, checked by sha256
    #   documents.save_all(contract_id, invoices, folder, progress, cancelled) -> BulkResult
    #   documents.keep(progress, cancelled) -> int     fetch what can be read offline later
    #   registration.rules() -> RegistrationRules      network, without a session
    #   registration.register(form) -> Taken           network, without a session
    #   registration.rename(link, alias) -> Submission local, on the disk
    #   search.find(text, limit=20) -> tuple[Hit, ...]
    #   cases.book(contract_id) -> CaseBook
    #   faq.find(text, limit=20) -> tuple[FaqArticle, ...]   a few words, or somebody's question
    #   notices.book(topics, days) -> NoticeBook
    #   outbox.enqueue(kind, scope, stream, payload, ...) -> Submission    local, on the disk
    #   outbox.items() -> tuple[Submission, ...]       local; sync.run sends what waits
    #   drafts.save(key, scope, content, files=None) -> Draft              local, on the disk
    #   drafts.load(key, scope) -> Draft | None        local
    #   sync.run(progress, cancelled) -> SyncOutcome   never raises AppError: it is in the outcome
    #   sync.sending -> str                            op_id of what is on its way, "" for none
    #   sync.freshness() -> Freshness
    #   close() -> None                                closes store and connections; idempotent

    @property
    def session(self) -> SessionService:
        """Signing in and out."""
        with self._lock:
            return self._session

    @property
    def contracts(self) -> ContractService:
        """Inicio."""
        with self._lock:
            return self._contracts

    @property
    def invoices(self) -> InvoiceService:
        """Mis Facturas."""
        with self._lock:
            return self._invoices

    @property
    def readings(self) -> ReadingService:
        """Consultar Consumo."""
        with self._lock:
            return self._readings

    @property
    def supply_requests(self) -> SupplyRequestService:
        """Solicitudes de Suministro."""
        with self._lock:
            return self._supply_requests

    @property
    def agreements(self) -> AgreementService:
        """Acuerdos de Pago."""
        with self._lock:
            return self._agreements

    @property
    def delivery(self) -> DeliveryService:
        """Solicitar factura electrónica."""
        with self._lock:
            return self._delivery

    @property
    def faq(self) -> FaqService:
        """Preguntas Frecuentes."""
        with self._lock:
            return self._faq

    @property
    def notices(self) -> NoticeService:
        """Avisos."""
        with self._lock:
            return self._notices

    @property
    def cases(self) -> CaseService:
        """Preguntas y Reclamaciones."""
        with self._lock:
            return self._cases

    @property
    def movements(self) -> MovementService:
        """Consulta de Movimientos."""
        with self._lock:
            return self._movements

    @property
    def documents(self) -> DocumentService:
        """The utility's documents."""
        with self._lock:
            return self._documents

    @property
    def registration(self) -> RegistrationService:
        """Registrarse, and Mi cuenta."""
        with self._lock:
            return self._registration

    @property
    def search(self) -> SearchService:
        """Finding anything."""
        with self._lock:
            return self._search

    @property
    def payments(self) -> PaymentService:
        """Paying through a bank."""
        with self._lock:
            return self._payments

    @property
    def browser(self) -> Browser:
        """The system's browser; unlike everything else here, for the GUI thread."""
        return self._ports.browser

    @property
    def outbox(self) -> OutboxService:
        """What the person sends."""
        with self._lock:
            return self._outbox

    @property
    def drafts(self) -> DraftService:
        """What the person has begun."""
        with self._lock:
            return self._drafts

    @property
    def sync(self) -> SyncService:
        """Bringing the mirror up to date."""
        with self._lock:
            return self._sync

    def close(self) -> None:
        """Cut requests under way, wait for the workers that read, close the store. Idempotent."""
        self.session.close()

    @cached_property
    def _desk(self) -> Desk:
        from desktop.services.desk import Desk

        return Desk()

    @cached_property
    def _clock(self) -> ServerClock:
        from desktop.services.clock import ServerClock

        return ServerClock(self._ports.clock)

    @cached_property
    def _session(self) -> SessionService:
        from desktop.services.session import SessionService

        return SessionService(self._server, self._ports, self._desk, self._clock)

    @cached_property
    def _contracts(self) -> ContractService:
        from desktop.services.contracts import ContractService

        return ContractService(self._desk, self._clock)

    @cached_property
    def _invoices(self) -> InvoiceService:
        from desktop.services.invoices import InvoiceService

        return InvoiceService(self._desk, self._clock)

    @cached_property
    def _readings(self) -> ReadingService:
        from desktop.services.readings import ReadingService

        return ReadingService(self._desk, self._clock)

    @cached_property
    def _agreements(self) -> AgreementService:
        from desktop.services.agreements import AgreementService

        return AgreementService(self._desk, self._clock)

    @cached_property
    def _delivery(self) -> DeliveryService:
        from desktop.services.delivery import DeliveryService

        return DeliveryService(self._desk, self._clock)

    @cached_property
    def _supply_requests(self) -> SupplyRequestService:
        from desktop.services.supply_requests import SupplyRequestService

        return SupplyRequestService(self._session, self._desk, self._clock)

    @cached_property
    def _faq(self) -> FaqService:
        from desktop.services.faq import FaqService

        return FaqService(self._desk, self._clock)

    @cached_property
    def _notices(self) -> NoticeService:
        from desktop.services.notices import NoticeService

        return NoticeService(self._desk, self._clock)

    @cached_property
    def _cases(self) -> CaseService:
        from desktop.services.cases import CaseService

        return CaseService(self._desk, self._clock)

    @cached_property
    def _movements(self) -> MovementService:
        from desktop.services.movements import MovementService

        return MovementService(self._desk, self._clock)

    @cached_property
    def _documents(self) -> DocumentService:
        from desktop.services.documents.documents import DocumentService

        return DocumentService(self._session, self._desk)

    @cached_property
    def _registration(self) -> RegistrationService:
        from desktop.services.registration import RegistrationService

        return RegistrationService(self._session, self._desk, self._outbox)

    @cached_property
    def _search(self) -> SearchService:
        from desktop.services.search import SearchService

        return SearchService(self._desk)

    @cached_property
    def _payments(self) -> PaymentService:
        from desktop.services.payments import PaymentService

        return PaymentService(self._session, self._desk, self._clock)

    @cached_property
    def _lanes(self) -> Lanes:
        from desktop.services.sync.lanes import Lanes

        return Lanes()

    @cached_property
    def _outbox(self) -> OutboxService:
        from desktop.services.outbox import OutboxService

        return OutboxService(self._session, self._desk, self._clock, self._lanes)

    @cached_property
    def _drafts(self) -> DraftService:
        from desktop.services.drafts import DraftService

        return DraftService(self._desk, self._clock, self._ports.clock)

    @cached_property
    def _sync(self) -> SyncService:
        from desktop.services.sync.service import SyncService

        return SyncService(
            self._session, self._desk, self._ports.clock, self._documents, self._lanes
        )
