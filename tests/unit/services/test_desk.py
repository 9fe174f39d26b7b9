"""Nobody's store is closed under their hands."""

from __future__ import annotations

import threading
from typing import cast

import pytest

from desktop.domain.errors import Code, SessionError
from desktop.services.desk import Desk
from desktop.store.local import LocalStore

STORE = cast(LocalStore, object())


def test_without_a_profile_there_is_nothing_to_use() -> None:
    desk = Desk()
    with pytest.raises(SessionError) as caught, desk.using():
        raise AssertionError("there was a store")
    assert caught.value.code is Code.SESSION_EXPIRED
    assert desk.clear() is None


def test_clearing_waits_for_who_still_works_and_lets_nobody_begin() -> None:
    desk = Desk()
    desk.lay(STORE)
    began, may_end, cleared = threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        with desk.using() as store:
            assert store is STORE
            began.set()
            may_end.wait(5)
            assert not cleared.is_set()

    def clear() -> None:
        assert desk.clear() is STORE
        cleared.set()

    worker, clearer = threading.Thread(target=work), threading.Thread(target=clear)
    worker.start()
    assert began.wait(5)
    clearer.start()
    assert not cleared.wait(0.05)
    assert not desk.is_open
    with pytest.raises(SessionError), desk.using():
        pass
    may_end.set()
    assert cleared.wait(5)
    worker.join()
    clearer.join()


def test_who_wants_it_alone_waits_and_makes_others_wait() -> None:
    desk = Desk()
    desk.lay(STORE)
    order: list[str] = []
    alone, may_end = threading.Event(), threading.Event()

    def heal() -> None:
        with desk.alone():
            alone.set()
            may_end.wait(5)
            order.append("healed")

    def read() -> None:
        with desk.using():
            order.append("read")

    healer, reader = threading.Thread(target=heal), threading.Thread(target=read)
    healer.start()
    assert alone.wait(5)
    reader.start()
    may_end.set()
    healer.join(5)
    reader.join(5)
    assert order == ["healed", "read"]


def test_two_profiles_are_never_open_at_once() -> None:
    desk = Desk()
    desk.lay(STORE)
    with pytest.raises(RuntimeError):
        desk.lay(STORE)
