"""The sign-in page keeps what was typed and says what is wrong beside the fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from desktop.domain.errors import Code, SessionError
from desktop.viewmodels.shell import Stage as Where
from tests.support.fake_office import UTILITY, offline
from tests.support.shell_stage import Stage

Make = Callable[..., Stage]


def shown(stage: Make, **office: object) -> Stage:
    on = stage(**office)
    on.show()
    on.start()
    return on


def field(on: Stage, name: str) -> QLineEdit:
    found = on.window.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def button(on: Stage, name: str) -> QAbstractButton:
    found = on.window.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def part(on: Stage, name: str) -> QWidget:
    found = on.window.findChild(QWidget, name)
    assert found is not None, name
    return found


def test_name_password_enter(stage: Make) -> None:
    on = shown(stage)
    assert field(on, "username").hasFocus()
    QTest.keyClicks(field(on, "username"), "maria.perez")
    QTest.keyClicks(field(on, "password"), "secreta")
    QTest.keyClick(field(on, "password"), Qt.Key.Key_Return)
    on.quiet()
    assert on.shell.stage is Where.OPEN
    assert on.window.pages.key == "home"
    assert on.window.sign_in is None


def test_whose_office_it_is(stage: Make) -> None:
    on = shown(stage)
    assert part(on, "sign_in_utility").property("text") == "Gas del Plata"


def test_a_wrong_password_is_told_beside_the_field_and_kept(stage: Make) -> None:
    on = shown(stage, sign_in_error=SessionError(Code.BAD_CREDENTIALS))
    QTest.keyClicks(field(on, "username"), "maria.perez")
    QTest.keyClicks(field(on, "password"), "mal")
    button(on, "enter").click()
    on.quiet()
    assert "incorrectos" in part(on, "sign_in_problem").accessibleName()
    assert part(on, "sign_in_problem").isVisible()
    assert (field(on, "username").text(), field(on, "password").text()) == ("maria.perez", "mal")
    assert field(on, "password").selectedText() == "mal"
    assert "incorrectos" in field(on, "password").accessibleDescription()
    QTest.keyClicks(field(on, "password"), "x")
    assert not part(on, "sign_in_problem").isVisible()


def test_an_empty_field_is_named_and_nothing_is_sent(stage: Make) -> None:
    on = shown(stage)
    QTest.keyClicks(field(on, "username"), "maria.perez")
    QTest.keyClick(field(on, "username"), Qt.Key.Key_Return)
    assert part(on, "sign_in_problem").isVisible()
    assert field(on, "password").hasFocus()
    assert not any(call.startswith("sign_in") for call in on.office.calls)


def test_while_it_signs_in_it_can_be_cancelled(stage: Make) -> None:
    on = shown(stage)
    on.office.gate.clear()
    QTest.keyClicks(field(on, "username"), "maria.perez")
    QTest.keyClicks(field(on, "password"), "secreta")
    QTest.keyClick(field(on, "password"), Qt.Key.Key_Return)
    assert not button(on, "enter").isEnabled()
    assert button(on, "cancel_sign_in").isVisible()
    QTest.keyClick(field(on, "password"), Qt.Key.Key_Escape)
    assert button(on, "enter").isEnabled()
    on.office.gate.set()
    on.quiet()
    assert on.shell.stage is Where.SIGN_IN


def test_the_password_can_be_shown(stage: Make) -> None:
    on = shown(stage)
    show = button(on, "show_password")
    show.click()
    assert field(on, "password").echoMode() is QLineEdit.EchoMode.Normal
    assert show.accessibleName() == "Ocultar contraseña"
    show.click()
    assert field(on, "password").echoMode() is QLineEdit.EchoMode.Password


def test_one_button_tries_the_demonstration(stage: Make) -> None:
    on = shown(stage)
    assert part(on, "demo_panel").isVisible()
    button(on, "enter_demo").click()
    on.quiet()
    assert "sign_in demo" in on.office.calls
    assert part(on, "demo_badge").isVisible()


def test_no_network_at_a_first_start_is_a_state_with_a_retry(stage: Make) -> None:
    on = shown(stage, utility=offline())
    assert part(on, "sign_in_notice").isVisible()
    assert not part(on, "demo_panel").isVisible()
    on.office.utility = UTILITY
    button(on, "sign_in_notice_action").click()
    on.quiet()
    assert not part(on, "sign_in_notice").isVisible()
    assert part(on, "demo_panel").isVisible()


def test_an_unsafe_server_is_refused_in_words(stage: Make) -> None:
    on = shown(stage)
    button(on, "server_expander").click()
    assert field(on, "server").text() == "http://127.0.0.1:8000"
    field(on, "server").setText("http://gas.example")
    button(on, "use_server").click()
    assert part(on, "server_problem").isVisible()
    field(on, "server").setText("https://gas.example")
    button(on, "use_server").click()
    on.quiet()
    assert not part(on, "server_problem").isVisible()
    assert on.shell.server == "https://gas.example"
