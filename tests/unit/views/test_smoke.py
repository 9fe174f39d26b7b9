"""The walk through the app tells what it saw, and stops at the first thing that is wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import Code, SessionError
from desktop.viewmodels.context import Context
from desktop.views.page import PageSpec
from desktop.views.pages.home import PAGE as HOME
from desktop.views.smoke import Smoke
from tests.support.fake_office import UTILITY, offline
from tests.support.shell_stage import Stage

Make = Callable[..., Stage]


class Seen(QWidget):
    """A page with something of its own to try."""

    tried = 0

    def __init__(self, _context: Context) -> None:
        super().__init__()

    def smoke(self) -> None:
        Seen.tried += 1


class Broken(QWidget):
    """A page that cannot be built."""

    def __init__(self, _context: Context) -> None:
        raise RuntimeError


SEEN = PageSpec(20, "seen", "Mis Facturas", "file-text", Seen)
BROKEN = PageSpec(30, "broken", "Consultar Consumo", "gauge", Broken)


def walk(on: Stage, *specs: PageSpec) -> tuple[str, list[str]]:
    said: list[str] = []
    on.show((HOME, *specs))
    smoke = Smoke(on.shell, on.window, (HOME, *specs), said.append)
    with on.qtbot.waitSignal(smoke.finished, timeout=10_000) as finished:
        smoke.start()
    return finished.args[0], said


def test_it_signs_in_syncs_and_opens_every_page(stage: Make) -> None:
    Seen.tried = 0
    reason, said = walk(stage(), SEEN)
    assert reason == ""
    assert said == [
        "signed in: Gas del Plata",
        "synced: 2 contracts",
        "page home: ok",
        "page seen: ok",
    ]
    assert Seen.tried == 1


def test_no_server_is_its_reason(stage: Make) -> None:
    assert walk(stage(utility=offline())) == ("offline", [])


def test_a_server_without_a_demonstration_is_its_reason(stage: Make) -> None:
    from dataclasses import replace

    reason, _ = walk(stage(utility=replace(UTILITY, demo_account=None)))
    assert reason == "the server offers no demonstration account"


def test_a_refused_sign_in_is_its_reason(stage: Make) -> None:
    reason, _ = walk(stage(sign_in_error=SessionError(Code.BAD_CREDENTIALS)))
    assert reason == "bad_credentials"


@pytest.mark.expect_logs("page_failed broken")
def test_a_page_that_fails_is_named(stage: Make) -> None:
    reason, said = walk(stage(), BROKEN)
    assert reason.startswith("page broken")
    assert said[-1] == "page home: ok"
