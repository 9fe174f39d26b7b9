"""The utility's documents: from the mirror if they are kept, else from the server, always proven
by their sha256."""

from __future__ import annotations

import logging
from hashlib import sha256
from typing import TYPE_CHECKING

from desktop.domain.errors import AppError, Code, StoreError
from desktop.services.documents import files
from desktop.services.results import BulkResult

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.domain.invoices import DocumentRef, Invoice
    from desktop.services.desk import Desk
    from desktop.services.results import Progress
    from desktop.services.session import SessionService

log = logging.getLogger(__name__)

KEPT_BYTES = 256 * 1024 * 1024  # of all documents on this computer

# Of one document only: the rest of a bulk download goes on.
_OF_ONE = {Code.NOT_FOUND, Code.FORBIDDEN, Code.DOCUMENT_DAMAGED, Code.NOT_CACHED}


class DocumentService:
    """Reads, keeps and saves documents."""

    def __init__(self, session: SessionService, desk: Desk) -> None:
        self._session = session
        self._desk = desk
        self._given_up: set[str] = set()  # what `keep` need not ask for again while we run

    def read(self, contract_id: str, ref: DocumentRef) -> bytes:  # noqa: ARG002
        """The bytes of a document, kept for the next time.

        Raises NOT_CACHED where it is not kept and there is no network, DOCUMENT_DAMAGED where what
        came is not what the utility's books name, and what the network raises.
        """
        return self._read(ref)

    def save_all(
        self,
        contract_id: str,  # noqa: ARG002
        invoices: Sequence[Invoice],
        folder: Path,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> BulkResult:
        """Write the documents of `invoices` to `folder`, each whole, none over another file.

        One that does not exist or cannot be had now is named in `missing`. Raises DISK_FULL,
        FILE_NOT_WRITTEN and what the network raises; what was written by then stays.
        """
        written, offline = 0, False
        missing: list[str] = []
        progress(0, len(invoices))
        for done, invoice in enumerate(invoices, 1):
            if cancelled():
                return BulkResult(written, tuple(missing), cancelled=True)
            content = None
            if invoice.document is not None:
                try:
                    content = self._read(invoice.document, kept_only=offline)
                except AppError as error:
                    if error.code not in _OF_ONE:
                        raise
                    offline = offline or error.code is Code.NOT_CACHED
            if content is None:
                missing.append(invoice.number)
            else:
                files.put(folder, files.file_name(invoice), content)
                written += 1
            progress(done, len(invoices))
        return BulkResult(written, tuple(missing), cancelled=False)

    def keep(
        self,
        progress: Progress,
        cancelled: Callable[[], bool],
        at_most: int | None = None,
    ) -> int:
        """Fetch documents that are not kept, the newest first; how many were fetched.

        Ends at `at_most` documents, or where the kept ones fill their share of the disk. Raises
        what the network and the store raise; what was fetched by then stays.
        """
        wanted, room = self._not_kept(at_most)
        fetched = 0
        progress(0, len(wanted))
        for ref in wanted:
            if cancelled() or ref.size > room:
                break
            try:
                self._read(ref)
            except AppError as error:
                if error.code not in _OF_ONE - {Code.NOT_CACHED}:
                    raise
                self._given_up.add(ref.sha256)
            else:
                fetched += 1
                room -= ref.size
            progress(fetched, len(wanted))
        return fetched

    def _not_kept(self, at_most: int | None) -> tuple[list[DocumentRef], int]:
        # What was given up stands among the newest, so ask for that many more.
        limit = None if at_most is None else at_most + len(self._given_up)
        with self._desk.using() as store:
            invoices = store.invoices.with_document_missing(limit)
            room = KEPT_BYTES - store.documents.size()
        refs = [invoice.document for invoice in invoices if invoice.document is not None]
        return [ref for ref in refs if ref.sha256 not in self._given_up][:at_most], room

    def _read(self, ref: DocumentRef, *, kept_only: bool = False) -> bytes:
        with self._desk.using() as store:
            content = store.documents.get(ref.sha256)
        if content is not None:
            return content
        if kept_only:
            raise AppError(Code.NOT_CACHED, detail=ref.id)
        content = self._fetched(ref)
        with self._desk.using() as store:
            try:
                store.documents.put(ref.sha256, content)
            except StoreError as error:
                if error.code is not Code.DISK_FULL:
                    raise
                log.warning("no room to keep a document")  # it can be read all the same
        return content

    def _fetched(self, ref: DocumentRef) -> bytes:
        try:
            content = self._session.client.document(ref)
        except AppError as error:
            if error.code is Code.OFFLINE:
                raise AppError(Code.NOT_CACHED, detail=ref.id) from error
            raise
        if sha256(content).hexdigest() != ref.sha256:
            raise AppError(Code.DOCUMENT_DAMAGED, detail=ref.id)
        return content
