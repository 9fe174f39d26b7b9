"""Keys of profiles: made once, found again, never trusted if damaged."""

from __future__ import annotations

import pytest

from desktop.domain.errors import Code, StoreError
from desktop.store.keys import existing_key, forget_key, profile_key


class Keyring:
    """Keeps secrets in memory, cut to `longest` characters as some keyrings do."""

    def __init__(self, longest: int = 1200) -> None:
        self.kept: dict[str, str] = {}
        self._longest = longest

    def read(self, name: str) -> str | None:
        return self.kept.get(name)

    def write(self, name: str, value: str) -> None:
        self.kept[name] = value[: self._longest]

    def delete(self, name: str) -> None:
        self.kept.pop(name, None)


def test_a_key_is_made_once_and_is_different_for_each_profile() -> None:
    keyring = Keyring()
    assert existing_key(keyring, "a") is None
    key = profile_key(keyring, "a")
    assert len(key) == 32
    assert profile_key(keyring, "a") == key == existing_key(keyring, "a")
    assert profile_key(keyring, "b") != key


def test_a_forgotten_key_is_gone() -> None:
    keyring = Keyring()
    key = profile_key(keyring, "a")
    forget_key(keyring, "a")
    forget_key(keyring, "a")
    assert existing_key(keyring, "a") is None
    assert profile_key(keyring, "a") != key


@pytest.mark.parametrize("damaged", ["", "ab", "g" * 64, "AB" * 32, "0" * 64 + "\n"])
def test_a_damaged_secret_is_no_key(damaged: str) -> None:
    keyring = Keyring()
    profile_key(keyring, "a")
    keyring.kept = dict.fromkeys(keyring.kept, damaged)
    assert existing_key(keyring, "a") is None
    assert len(profile_key(keyring, "a")) == 32


def test_a_keyring_that_cuts_what_it_keeps_is_not_used() -> None:
    with pytest.raises(StoreError) as caught:
        profile_key(Keyring(longest=40), "a")
    assert caught.value.code is Code.KEY_LOST
