"""Everything kept of one profile, opened together."""

from __future__ import annotations

from desktop.domain.errors import Code, StoreError
from desktop.domain.submissions import OutboxReport
from desktop.store import schema
from desktop.store.cache import Cache
from desktop.store.catalogue import CatalogueStore
from desktop.store.contracts import ContractStore
from desktop.store.database import Database
from desktop.store.decoders import Decoders
from desktop.store.documents import DocumentStore
from desktop.store.drafts import DraftStore
from desktop.store.invoices import InvoiceStore
from desktop.store.mirror import MirrorStore
from desktop.store.notices import NoticeStore
from desktop.store.outbox import Outbox
from desktop.store.outbox_file import OutboxFile
from desktop.store.profile import ProfileFolder, Rebuilt
from desktop.store.readings import ReadingStore
from desktop.store.search import SearchStore


class LocalStore:
    """The encrypted mirror of one profile, and its outbox; threads may share it.

    `rebuilt` says why the cache was begun anew at the last `open` or `heal`, None where it was
    not: report it once, the next sync fills the cache again.
    """

    def __init__(
        self, folder: ProfileFolder, key: bytes, outbox_key: bytes, decoders: Decoders
    ) -> None:
        self._folder = folder
        self._key = key
        self._database = Database(folder.cache, key, on_corrupt=folder.mark_damaged)
        self.rebuilt: Rebuilt | None = None
        self.cache = Cache(self._database)
        self.mirror = MirrorStore(self._database, decoders)
        self.contracts = ContractStore(self._database, decoders)
        self.invoices = InvoiceStore(self._database, decoders)
        self.readings = ReadingStore(self._database, decoders)
        self.catalogue = CatalogueStore(self._database, decoders)
        self.notices = NoticeStore(self._database)
        self.documents = DocumentStore(self._database)
        self.search = SearchStore(self._database, decoders)
        self._outbox_file = OutboxFile(folder.path, outbox_key)
        self.outbox = Outbox(self._outbox_file)
        self.drafts = DraftStore(self._outbox_file)

    def open(self) -> None:
        """Open the cache; one that cannot be used is moved aside and begun anew.

        Raises `StoreError`: STORE_UNENCRYPTED for a plain file, which is never touched,
        STORE_BUSY, DISK_FULL, FILE_NOT_WRITTEN.
        """
        self._folder.make()
        self._outbox_file.open()
        try:
            self._open_cache()
        except BaseException:
            self._outbox_file.close()
            raise

    def heal(self) -> None:
        """Begin the cache anew after a `StoreError(STORE_CORRUPT)`, while the app runs."""
        self._database.close()
        self._begin_anew(Rebuilt.DAMAGED)

    @property
    def outbox_is_damaged(self) -> bool:
        """Whether damage was met in the outbox since it was opened."""
        return self._outbox_file.is_damaged

    @property
    def outbox_report(self) -> OutboxReport | None:
        """What was found wrong with the outbox when it was last opened or healed."""
        return self._outbox_file.report

    def heal_outbox(self) -> None:
        """Bring the outbox back after a `StoreError(STORE_CORRUPT)`, while the app runs."""
        self._outbox_file.heal()

    def close(self) -> None:
        """Close the files; idempotent."""
        self._database.close()
        self._outbox_file.close()

    def wipe(self) -> None:
        """Close and delete everything kept of this profile."""
        self.close()
        self._folder.wipe()

    def _open_cache(self) -> None:
        self.rebuilt = None
        if self._folder.is_damaged:
            self._begin_anew(Rebuilt.DAMAGED)
            return
        try:
            self._open()
        except schema.NewerSchemaError:
            self._begin_anew(Rebuilt.VERSION)
        except StoreError as error:
            if error.code is not Code.STORE_CORRUPT:
                raise
            changed = self._folder.key_changed(self._key)
            self._begin_anew(Rebuilt.KEY if changed else Rebuilt.DAMAGED)

    def _open(self) -> None:
        self._database.open(schema.create)
        try:
            self.cache.resume()  # damage in the first pages shows here and not in a page's face
        except BaseException:
            self._database.close()
            raise
        self._folder.keep_key_check(self._key)

    def _begin_anew(self, reason: Rebuilt) -> None:
        self._folder.quarantine()
        self._open()
        self.rebuilt = reason
