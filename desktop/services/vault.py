"""The session's secrets: in the system's keyring as long as that works, then in memory."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from desktop.domain.errors import StoreError

if TYPE_CHECKING:
    from desktop.services.ports import SecretStore

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeptSession:
    """Whose session can be taken up, and by which token."""

    user_id: str
    refresh_token: str


class Vault:
    """A `SecretStore` that does not fail: from the first failure on it keeps things in memory, so
    that a locked keyring costs the person the offline copy and not the office."""

    def __init__(self, secrets: SecretStore, server: str) -> None:
        self._secrets = secrets
        self._memory: dict[str, str] = {}
        self._failed = False
        # Neither the person nor the utility can be read from the keyring's list of names.
        self._session = f"session-{sha256(server.encode()).hexdigest()[:16]}"

    @property
    def is_persistent(self) -> bool:
        """Whether what is kept outlives the process."""
        return not self._failed and self._secrets.is_persistent

    def read(self, name: str) -> str | None:
        """The secret, or None."""
        if not self._failed:
            try:
                return self._secrets.read(name)
            except StoreError as error:
                self._give_up(error)
        return self._memory.get(name)

    def write(self, name: str, value: str) -> None:
        """Keep the secret; what cannot be read back is kept in memory."""
        if not self._failed:
            try:
                self._secrets.write(name, value)
                if self._secrets.read(name) == value:
                    return
                log.warning("the keyring returned another value; secrets stay in memory")
                self._failed = True
            except StoreError as error:
                self._give_up(error)
        self._memory[name] = value

    def delete(self, name: str) -> None:
        """Forget the secret."""
        self._memory.pop(name, None)
        if not self._failed:
            try:
                self._secrets.delete(name)
            except StoreError as error:
                self._give_up(error)

    def session(self) -> KeptSession | None:
        """The session kept for this server."""
        text = self.read(self._session)
        if text is None:
            return None
        try:
            fields = json.loads(text)
            return KeptSession(str(fields["user"]), str(fields["token"]))
        except (ValueError, KeyError, TypeError):
            return None  # not ours, or damaged: the person signs in again

    def keep_session(self, session: KeptSession) -> None:
        """Keep whose session it is and the token that takes it up."""
        fields = {"user": session.user_id, "token": session.refresh_token}
        self.write(self._session, json.dumps(fields))

    def forget_session(self) -> None:
        """No session can be taken up any more."""
        self.delete(self._session)

    def _give_up(self, error: StoreError) -> None:
        log.warning("the keyring failed, secrets stay in memory: %s", error.detail)
        self._failed = True
