"""Small secrets in the keyring of the operating system, or in memory where there is none."""

from __future__ import annotations

import logging
import secrets as randomness
import threading
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from desktop.domain.errors import Code, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.ports import SecretStore

log = logging.getLogger(__name__)

SERVICE = "oficina-virtual"


class Backend(Protocol):
    """As much of a `keyring` backend as is used. Backends raise what they like."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget the secret."""


class MemorySecrets:
    """Implements `SecretStore`; all is forgotten when the process ends."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    @property
    def is_persistent(self) -> bool:
        """False."""
        return False

    def read(self, name: str) -> str | None:
        """The secret, or None."""
        return self._values.get(name)

    def write(self, name: str, value: str) -> None:
        """Keep the secret."""
        self._values[name] = value

    def delete(self, name: str) -> None:
        """Forget the secret."""
        self._values.pop(name, None)


class KeyringSecrets:
    """Implements `SecretStore` over a backend of `keyring`."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    @property
    def is_persistent(self) -> bool:
        """True."""
        return True

    def read(self, name: str) -> str | None:
        """The secret, or None. Raises `StoreError(KEY_LOST)`."""
        try:
            return self._backend.get_password(SERVICE, name)
        except Exception as error:
            raise _lost(error) from error

    def write(self, name: str, value: str) -> None:
        """Keep the secret. Raises `StoreError(KEY_LOST)`."""
        try:
            self._backend.set_password(SERVICE, name, value)
        except Exception as error:
            raise _lost(error) from error

    def delete(self, name: str) -> None:
        """Forget the secret. Raises `StoreError(KEY_LOST)`."""
        if self.read(name) is None:
            return  # backends do not agree on what deleting the unknown does
        try:
            self._backend.delete_password(SERVICE, name)
        except Exception as error:
            raise _lost(error) from error


class SystemSecrets:
    """Implements `SecretStore`: the keyring if it gives back what it was given, else memory.

    Nothing is imported or asked before the first use, which belongs on a worker: some keyrings
    ask the person for a password.
    """

    def __init__(self, find: Callable[[], Backend] | None = None) -> None:
        self._find = find or _system_backend
        self._lock = threading.Lock()

    @property
    def is_persistent(self) -> bool:
        """Whether a keyring is in use."""
        return self._chosen().is_persistent

    def read(self, name: str) -> str | None:
        """The secret, or None. Raises `StoreError(KEY_LOST)`."""
        return self._chosen().read(name)

    def write(self, name: str, value: str) -> None:
        """Keep the secret. Raises `StoreError(KEY_LOST)`."""
        self._chosen().write(name, value)

    def delete(self, name: str) -> None:
        """Forget the secret. Raises `StoreError(KEY_LOST)`."""
        self._chosen().delete(name)

    def _chosen(self) -> SecretStore:
        with self._lock:
            return self._choice

    @cached_property
    def _choice(self) -> SecretStore:
        try:
            keyring = KeyringSecrets(self._find())
            _prove(keyring)
        except StoreError as error:
            log.info("no keyring, secrets stay in memory: %s", error.detail)
            return MemorySecrets()
        return keyring


def _prove(keyring: KeyringSecrets) -> None:
    """Raise `StoreError(KEY_LOST)` unless the keyring returns what it is given."""
    name, value = "check", randomness.token_hex(16)
    keyring.write(name, value)
    if keyring.read(name) != value:
        raise StoreError(Code.KEY_LOST, detail="it returned another value")
    keyring.delete(name)


def _system_backend() -> Backend:
    try:
        import keyring

        return keyring.get_keyring()
    except Exception as error:
        raise _lost(error) from error


def _lost(error: Exception) -> StoreError:
    # The message of a backend may carry the name or the secret: only its kind is told.
    return StoreError(Code.KEY_LOST, detail=type(error).__name__)
