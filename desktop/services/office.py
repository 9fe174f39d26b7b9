"""The app's use cases in one place, each built on first use.

Nothing heavy is imported until a worker asks for it, so the first window does not wait for
SQLAlchemy or requests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.services.ports import Ports


class Office:
    """Use cases for one server. Every method of every service may take long: call it on a
    worker. Services raise `AppError` where the world failed."""

    def __init__(self, server: str, ports: Ports) -> None:
        self._server = server
        self._ports = ports

    # The shape that screens may rely on (each property is built on first use):
    #   session.public_utility() -> Utility            network
    #   session.restore() -> Profile | None            local: the last profile, if its key is kept
    #   session.sign_in(username, password) -> Profile network
    #   session.sign_out() -> None                     local first, then tells the server if it can
    #   contracts.overview() -> Overview
    #   invoices.book(contract_id) -> InvoiceBook
    #   readings.book(contract_id) -> ReadingBook
    #   documents.read(contract_id, ref) -> bytes      cache first, then network, checked by sha256
    #   documents.save_all(contract_id, invoices, folder, progress, cancelled) -> BulkResult
    #   documents.keep(progress, cancelled) -> int     fetch what can be read offline later
    #   search.find(text, limit=20) -> tuple[Hit, ...]
    #   sync.run(progress, cancelled) -> SyncOutcome   never raises AppError: it is in the outcome
    #   sync.freshness() -> Freshness
    #   close() -> None                                closes store and connections; idempotent
