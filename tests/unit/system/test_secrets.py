"""A keyring is used only where it gives back what it was given."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.domain.errors import Code, StoreError
from desktop.system.secrets import KeyringSecrets, MemorySecrets, SystemSecrets


class FakeBackend:
    """As `keyring` backends are; `broken` names the calls that raise."""

    def __init__(self, *broken: str, answer: str | None = None) -> None:
        self.values: dict[tuple[str, str], str] = {}
        self.broken = set(broken)
        self.answer = answer

    def get_password(self, service: str, username: str) -> str | None:
        self._check("get")
        found = self.values.get((service, username))
        return self.answer if self.answer is not None and found else found

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check("set")
        self.values[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._check("delete")
        del self.values[service, username]

    def _check(self, call: str) -> None:
        if call in self.broken:
            raise RuntimeError(f"{call}: the name and the secret")


def test_a_keyring_that_works_is_used_and_left_clean() -> None:
    backend = FakeBackend()
    secrets = SystemSecrets(lambda: backend)
    assert secrets.is_persistent
    assert backend.values == {}
    secrets.write("name", "value")
    assert SystemSecrets(lambda: backend).read("name") == "value"
    secrets.delete("name")
    secrets.delete("name")
    assert secrets.read("name") is None


@pytest.mark.parametrize(
    "backend",
    [FakeBackend("get"), FakeBackend("set"), FakeBackend("delete"), FakeBackend(answer="other")],
    ids=["does not read", "does not write", "does not forget", "returns another value"],
)
def test_a_keyring_that_does_not_work_is_replaced_by_memory(backend: FakeBackend) -> None:
    secrets = SystemSecrets(lambda: backend)
    assert not secrets.is_persistent
    secrets.write("name", "value")
    assert secrets.read("name") == "value"
    assert ("oficina-virtual", "name") not in backend.values


def test_no_keyring_at_all_is_replaced_by_memory() -> None:
    """This is what a bare server or container has: `keyring` finds only its failing backend."""
    import keyring.backends.fail

    secrets = SystemSecrets(keyring.backends.fail.Keyring)
    assert not secrets.is_persistent


def test_a_keyring_is_not_asked_before_it_is_needed() -> None:
    asked: list[FakeBackend] = []

    def find() -> FakeBackend:
        asked.append(FakeBackend())
        return asked[-1]

    secrets = SystemSecrets(find)
    assert not asked
    assert secrets.read("name") is None
    assert secrets.read("name") is None
    assert len(asked) == 1


@pytest.mark.parametrize("call", ["get", "set", "delete"])
def test_a_failure_later_on_is_an_error_without_the_secret(call: str) -> None:
    backend = FakeBackend()
    secrets = KeyringSecrets(backend)
    secrets.write("name", "value")
    backend.broken = {call}
    work: dict[str, Callable[[], object]] = {
        "get": lambda: secrets.read("name"),
        "set": lambda: secrets.write("name", "value"),
        "delete": lambda: secrets.delete("name"),
    }
    with pytest.raises(StoreError) as caught:
        work[call]()
    assert caught.value.code is Code.KEY_LOST
    assert "secret" not in str(caught.value)


def test_memory_forgets_with_the_process() -> None:
    secrets = MemorySecrets()
    secrets.write("name", "value")
    assert secrets.read("name") == "value"
    assert MemorySecrets().read("name") is None
    secrets.delete("name")
    secrets.delete("name")
    assert secrets.read("name") is None
