"""Signing in and out, and opening what was kept."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from desktop.domain.errors import AppError, Code, NetworkError, StoreError
from desktop.domain.feed import Me
from desktop.services.results import Profile, Unsent
from desktop.services.vault import KeptSession, Vault

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.api.client import Client
    from desktop.domain.users import User, Utility
    from desktop.services.clock import ServerClock
    from desktop.services.desk import Desk
    from desktop.services.ports import Ports
    from desktop.store.local import LocalStore
    from desktop.store.profile import ProfileFolder

log = logging.getLogger(__name__)

_NOTHING = Unsent(0)


class SessionService:
    """Who is signed in at one server. Thread-safe; sign-in, restore and sign-out take turns."""

    def __init__(self, server: str, ports: Ports, desk: Desk, clock: ServerClock) -> None:
        self._server = server
        self._ports = ports
        self._desk = desk
        self._clock = clock
        self._turn = threading.Lock()
        self._making = threading.Lock()
        self._vault = Vault(ports.secrets, server)
        self._folder: ProfileFolder | None = None  # of the store that lies on the desk
        self._client: Client | None = None
        self._restored: KeptSession | None = None  # taken up once the client is made
        self._closed = False

    @property
    def client(self) -> Client:
        """The one client of this server, made on first use."""
        with self._making:
            if self._client is None:
                from desktop.api.client import Client

                self._client = Client(self._server, self._ports.device, heard=self._clock.hear)
                if self._restored is not None:
                    self._client.resume(self._restored.refresh_token)
                    self._client.keep = self._keeper(self._restored.user_id)
                if self._closed:
                    self._client.close()
            return self._client

    @property
    def is_damaged(self) -> bool:
        """Whether damage was met in the open store since it was opened."""
        return self._folder is not None and self._folder.is_damaged

    def public_utility(self) -> Utility:
        """The utility's profile, for the sign-in page."""
        utility = self.client.utility()
        self._clock.stay_in(utility.zone)
        return utility

    def restore(self) -> Profile | None:
        """Open what was kept of the last session, without the network.

        None where there is nothing to open. Raises `StoreError` with STORE_CORRUPT or KEY_LOST
        where there was and it had to be given up: signing in brings it back.
        """
        with self._turn:
            kept = self._vault.session()
            if kept is None:
                return None
            from desktop.store.keys import existing_key

            folder = self._folder_of(kept.user_id)
            key = existing_key(self._vault, folder.name)
            if key is None:
                return None
            store = self._opened(folder, key)
            found = self._readable(store)
            if found is None:
                return None
            user, utility = found
            self._clock.stay_in(utility.zone)
            self._clock.recall(store.cache.clock_offset())
            self._lay(folder, store)
            with self._making:
                # Nothing is loaded for the network before the first window has been painted.
                self._restored = kept
                if self._client is not None:
                    self._client.resume(kept.refresh_token)
                    self._client.keep = self._keeper(kept.user_id)
            return Profile(user, utility, self._vault.is_persistent)

    def sign_in(self, username: str, password: str) -> Profile:
        """Begin a session and open this person's store.

        Whatever was open of another person is wiped. Raises `SessionError`, `NetworkError`,
        `StoreError`; no session is left behind then.
        """
        with self._turn:
            self.client.keep = None
            self.client.sign_in(username, password)
            try:
                return self._begin()
            except BaseException:
                self.client.leave()
                raise

    def sign_out(self, *, discard_unsent: bool = False, keep_unsent: bool = False) -> Unsent | None:
        """Wipe what is kept here, then tell the server if it can be reached.

        With submissions that are not settled, or drafts, nothing happens, and `Unsent` says how
        many there are: the person decides whether they are deleted too (`discard_unsent`) or stay,
        encrypted, for the next time that the same person signs in (`keep_unsent`). None once it is
        done. Raises `StoreError(STORE_BUSY)` where files could not be deleted; the key to them is
        gone by then, and the session too.
        """
        with self._turn:
            if not (discard_unsent or keep_unsent):
                unsent = self._unsent()
                if unsent is not None:
                    return unsent
            client = self.client
            ended = client.leave()
            failure = self._wipe(keep_unsent=not discard_unsent)
        try:
            client.revoke(ended)
        except AppError as error:
            # Out of reach or already over: an idle session ends by itself at the server.
            log.info("the server was not told of the sign-out: %s", error.code)
        if failure is not None:
            raise failure
        return None

    def close(self) -> None:
        """Cut what is under way and close the store. Idempotent."""
        with self._making:
            self._closed = True
            if self._client is not None:
                self._client.close()
        store = self._desk.clear()
        if store is not None:
            store.close()

    def _begin(self) -> Profile:
        from desktop.store.keys import profile_key

        client = self.client
        me = client.me()
        if not isinstance(me, Me):
            raise NetworkError(Code.INVALID_ANSWER, detail="304 to a question without condition")
        utility = client.utility()
        folder = self._folder_of(me.user.id)
        if self._folder is None or self._folder.name != folder.name:
            # The next person at a shared computer: nothing of the one before may stay but what
            # that person has not sent yet, which nobody else can read.
            failure = self._wipe(but=folder.name, keep_unsent=True)
            if failure is not None:
                raise failure
            store = self._opened(folder, profile_key(self._vault, folder.name))
            self._lay(folder, store)
        with self._desk.using() as store:
            store.cache.keep_me(me)
            store.cache.keep_clock(self._clock.offset)
        self._clock.stay_in(utility.zone)
        client.keep = self._keeper(me.user.id)
        client.keep(client.refresh_token)
        return Profile(me.user, utility, self._vault.is_persistent)

    def _keeper(self, user_id: str) -> Callable[[str], None]:
        def keep(refresh_token: str) -> None:
            self._vault.keep_session(KeptSession(user_id, refresh_token))

        return keep

    def _folder_of(self, user_id: str) -> ProfileFolder:
        from desktop.store.profile import ProfileFolder

        return ProfileFolder(self._ports.data_dir / "profiles", self._server, user_id)

    def _opened(self, folder: ProfileFolder, key: bytes) -> LocalStore:
        from desktop.api import wire
        from desktop.store.keys import KeyOf, profile_key
        from desktop.store.local import LocalStore

        outbox_key = profile_key(self._vault, folder.name, KeyOf.OUTBOX)
        store = LocalStore(folder, key, outbox_key, wire)
        store.open()
        if store.rebuilt is not None:
            log.warning("the local copy was begun anew: %s", store.rebuilt)
        return store

    def _readable(self, store: LocalStore) -> tuple[User, Utility] | None:
        """Whose store it is, or None (and it is closed) if nothing can be shown from it."""
        from desktop.store.profile import Rebuilt

        try:
            if store.rebuilt is Rebuilt.DAMAGED:
                raise StoreError(Code.STORE_CORRUPT, detail="rebuilt")
            if store.rebuilt is Rebuilt.KEY:
                raise StoreError(Code.KEY_LOST, detail="rebuilt")
            user, utility = store.cache.user(), store.catalogue.utility()
        except BaseException:
            store.close()
            raise
        if user is None or utility is None:
            store.close()
            return None
        return user, utility

    def _lay(self, folder: ProfileFolder, store: LocalStore) -> None:
        with self._making:
            if self._closed:  # the app is quitting: nobody would close the store any more
                store.close()
                raise NetworkError(Code.OFFLINE, detail="closed")
            self._desk.lay(store)
        self._folder = folder

    def _unsent(self) -> Unsent | None:
        """What would be lost with the folders that signing out deletes."""
        found = [self._unsent_in(folder) for folder in self._doomed()]
        if any(each.count is None for each in found):
            return Unsent(None)
        whole = Unsent(sum(e.count or 0 for e in found), sum(e.drafts for e in found))
        return whole if whole != _NOTHING else None

    def _unsent_in(self, folder: ProfileFolder) -> Unsent:
        from desktop.store.keys import KeyOf, existing_key
        from desktop.store.outbox import unsent_in

        try:
            if self._folder is not None and folder.name == self._folder.name:
                with self._desk.using() as store:
                    return Unsent(*store.outbox.unsent())
            key = existing_key(self._vault, folder.name, KeyOf.OUTBOX)
            return Unsent(*unsent_in(folder.path, key))
        except StoreError as error:
            log.warning("what was not sent cannot be counted: %s", error.code)
            return Unsent(None)

    def _doomed(self, but: str = "") -> list[ProfileFolder]:
        kept = self._vault.session()
        found = (self._folder, self._folder_of(kept.user_id) if kept else None)
        named = {folder.name: folder for folder in found if folder is not None}
        return [folder for name, folder in named.items() if name != but]

    def _wipe(self, but: str = "", *, keep_unsent: bool) -> StoreError | None:
        """Destroy what is open and what was kept, except the folder named `but`: each key first,
        as files may be in somebody's hands. With `keep_unsent` an outbox stays that is not
        empty."""
        from desktop.store.keys import KeyOf, forget_key

        doomed = self._doomed(but)
        staying = {f.name for f in doomed if keep_unsent and self._unsent_in(f) != _NOTHING}
        client = self._client
        store = self._desk.clear(hurry=client.cut if client is not None else lambda: None)
        if store is not None:
            store.close()
        self._folder = None
        self._vault.forget_session()
        for folder in doomed:
            forget_key(self._vault, folder.name)
            if folder.name not in staying:
                forget_key(self._vault, folder.name, KeyOf.OUTBOX)
            try:
                folder.wipe_but_outbox() if folder.name in staying else folder.wipe()
            except StoreError as error:
                return error
        return None
