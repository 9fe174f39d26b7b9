"""Signing in: one attempt at a time, and only at addresses that are safe."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.domain.errors import Code, SessionError
from desktop.viewmodels.addresses import server_address
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.shell import Stage as Where
from desktop.viewmodels.sign_in import SignInViewModel
from tests.support.fake_office import offline
from tests.support.shell_stage import Stage

Make = Callable[..., Stage]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://gas.example", "https://gas.example"),
        (" https://Gas.example/ ", "https://gas.example"),
        ("gas.example:8443", "https://gas.example:8443"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost", "http://localhost"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("http://gas.example", None),
        ("ftp://gas.example", None),
        ("https://ana:secreta@gas.example", None),
        ("https://gas.example/ruta", None),
        ("https://gas.example?x=1", None),
        ("https://gas.example:puerto", None),
        ("https://", None),
        ("", None),
        ("dos palabras", None),
    ],
)
def test_only_safe_addresses_are_taken(text: str, address: str | None) -> None:
    assert server_address(text) == address


def test_the_utility_is_known_before_anybody_signs_in(stage: Make) -> None:
    on = stage()
    model = SignInViewModel(on.shell)
    model.load_utility()
    on.quiet()
    assert model.state.utility_phase is Phase.FILLED
    assert on.shell.is_demo
    assert on.settings.text("utility/name") == "Gas del Plata"


def test_no_network_at_a_first_start_is_told(stage: Make) -> None:
    on = stage(utility=offline())
    model = SignInViewModel(on.shell)
    model.load_utility()
    on.quiet()
    assert model.state.utility_phase is Phase.ERROR
    assert model.state.utility_error is not None


def test_enter_twice_is_one_attempt(stage: Make) -> None:
    on = stage()
    on.office.gate.clear()
    model = SignInViewModel(on.shell)
    model.submit("maria.perez", "secreta")
    model.submit("maria.perez", "secreta")
    assert model.state.is_busy
    on.office.gate.set()
    on.quiet()
    assert on.office.calls.count("sign_in maria.perez") == 1
    assert on.shell.stage is Where.OPEN


def test_a_wrong_password_leaves_the_page_ready_for_another(stage: Make) -> None:
    on = stage(sign_in_error=SessionError(Code.BAD_CREDENTIALS))
    model = SignInViewModel(on.shell)
    model.submit("maria.perez", "mal")
    on.quiet()
    assert model.state.error is not None
    assert model.state.error.code is Code.BAD_CREDENTIALS
    assert not model.state.is_busy
    assert on.shell.stage is Where.SIGN_IN


def test_a_cancelled_attempt_leaves_no_session_behind(stage: Make) -> None:
    on = stage()
    on.office.gate.clear()
    model = SignInViewModel(on.shell)
    model.submit("maria.perez", "secreta")
    on.until(lambda: "sign_in maria.perez" in on.office.calls)
    model.cancel()
    assert not model.state.is_busy
    on.office.gate.set()
    on.quiet()
    assert on.office.calls[-1] == "sign_out"
    assert on.shell.stage is Where.SIGN_IN


def test_the_demo_account_signs_in_with_one_command(stage: Make) -> None:
    on = stage()
    model = SignInViewModel(on.shell)
    model.load_utility()
    on.quiet()
    model.submit_demo()
    on.quiet()
    assert "sign_in demo" in on.office.calls
    assert on.shell.stage is Where.OPEN


def test_another_server_is_asked_who_it_is(stage: Make) -> None:
    on = stage()
    model = SignInViewModel(on.shell)
    assert not model.use_server("http://agua.example")
    assert model.state.server == "http://127.0.0.1:8000"
    assert model.use_server("agua.example")
    on.quiet()
    assert model.state.server == "https://agua.example"
    assert model.state.utility_phase is Phase.FILLED
