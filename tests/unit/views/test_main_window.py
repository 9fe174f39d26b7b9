"""The window as a person drives it, mostly by the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop.domain.errors import Code, SessionError
from desktop.viewmodels.context import Context
from desktop.viewmodels.shell import Stage as Where
from desktop.views.page import PageSpec
from desktop.views.pages.home import PAGE as HOME
from desktop.views.widgets.states import Message
from desktop.views.window_memory import pulled_back
from tests.support.fake_office import NOW, PROFILE, contracts, offline
from tests.support.shell_stage import Stage

Make = Callable[..., Stage]
Keys = Qt.KeyboardModifier


class Plain(QWidget):
    """A page that can do nothing but be there, and one thing more if `export` is pressed."""

    def __init__(self, _context: Context) -> None:
        super().__init__()
        self.seen: list[str] = []

    def activate(self, item_id: str) -> None:
        self.seen.append(f"activate {item_id}")

    def export(self) -> None:
        self.seen.append("export")


class Broken(QWidget):
    """A page that cannot be built."""

    def __init__(self, _context: Context) -> None:
        raise KeyError("María Pérez")


SPECS = (
    HOME,
    PageSpec(20, "plain", "Mis Facturas", "file-text", Plain),
    PageSpec(30, "broken", "Consultar Consumo", "gauge", Broken),
)


def opened(stage: Make, **office: object) -> Stage:
    on = stage(kept=PROFILE, **office)
    on.show(SPECS)
    on.start()
    return on


def find(on: Stage, name: str) -> QAbstractButton:
    button = on.window.findChild(QAbstractButton, name)
    assert button is not None, name
    return button


def press(on: Stage, key: Qt.Key, modifier: Keys = Keys.NoModifier) -> None:
    target = QApplication.focusWidget() or on.window
    QTest.keyClick(target, key, modifier)


def test_a_kept_profile_opens_straight_on_inicio(stage: Make) -> None:
    on = opened(stage)
    assert on.window.pages.key == "home"
    assert find(on, "menu_home").isChecked()
    assert find(on, "contract_1").isVisible()
    assert on.window.windowTitle() == "Inicio – Oficina Virtual"


def test_the_first_paint_is_told_once(stage: Make) -> None:
    on = stage(kept=PROFILE)
    with on.qtbot.waitSignal(on.shell.sync_changed, raising=False, timeout=1):
        pass
    window = on.show(SPECS)
    told: list[bool] = []
    window.first_painted.connect(lambda: told.append(True))
    on.until(lambda: told == [True])


def test_ctrl_and_a_number_turns_to_the_page(stage: Make) -> None:
    on = opened(stage)
    press(on, Qt.Key.Key_2, Keys.ControlModifier)
    assert on.window.pages.key == "plain"
    assert find(on, "menu_plain").isChecked()
    press(on, Qt.Key.Key_Left, Keys.AltModifier)
    assert on.window.pages.key == "home"


def test_enter_presses_the_button_that_has_the_focus(stage: Make) -> None:
    on = opened(stage)
    find(on, "menu_plain").setFocus()
    press(on, Qt.Key.Key_Return)
    assert on.window.pages.key == "plain"


def test_tab_goes_through_the_window_as_one_reads_it(stage: Make) -> None:
    on = opened(stage, summaries=contracts(11), sync_error=offline())
    seen: list[str] = []
    for _ in range(12):
        press(on, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.objectName())
    assert seen == [
        *("matter_0", "matter_1", "matter_2", "all_matters", "contract_filter", "contract_1"),
        *("contract_card", "menu_home", "sync_line", "user_button"),
        *("window_notice_action", "window_notice_close"),
    ]


def test_the_arrows_turn_the_pages_in_the_menu(stage: Make) -> None:
    on = opened(stage)
    find(on, "menu_home").setFocus()
    press(on, Qt.Key.Key_Down)
    assert on.window.pages.key == "plain"
    assert find(on, "menu_plain").hasFocus()


def test_what_a_page_cannot_do_is_greyed(stage: Make) -> None:
    on = opened(stage)
    act = on.window.actions_
    assert (act.export.isEnabled(), act.filter.isEnabled()) == (False, True)
    on.window.show_page("plain")
    assert (act.export.isEnabled(), act.filter.isEnabled(), act.print.isEnabled()) == (
        True,
        False,
        False,
    )
    press(on, Qt.Key.Key_E, Keys.ControlModifier)
    page = on.window.pages.currentWidget()
    assert isinstance(page, Plain)
    assert page.seen == ["activate ", "export"]


@pytest.mark.expect_logs("page_failed broken")
def test_a_page_that_fails_leaves_the_others_and_offers_its_detail(stage: Make) -> None:
    on = opened(stage)
    on.window.show_page("broken")
    message = on.window.findChild(Message, "broken_page")
    assert message is not None
    assert "Consultar Consumo" in message.accessibleName()
    find(on, "broken_page_action").click()
    copied = QApplication.clipboard().text()
    assert "KeyError" in copied
    assert "María" not in copied
    on.window.show_page("home")
    assert on.window.pages.key == "home"


def test_every_action_with_keys_is_in_the_help(stage: Make) -> None:
    on = opened(stage)
    press(on, Qt.Key.Key_F1)
    page = on.window.pages.currentWidget()
    assert page is not None
    assert page.objectName() == "help"
    words = [label.text() for label in page.findChildren(QWidget) if hasattr(label, "text")]
    for keys in ("Ctrl+K", "F5", "Ctrl+F", "Ctrl+E", "Ctrl+P", "Alt+Left", "Ctrl+,", "Ctrl+Q"):
        assert keys in words


def test_the_palette_opens_runs_and_gives_the_focus_back(stage: Make) -> None:
    on = opened(stage)
    find(on, "menu_home").setFocus()
    press(on, Qt.Key.Key_K, Keys.ControlModifier)
    field = on.window.findChild(QLineEdit, "palette_field")
    assert field is not None
    assert field.hasFocus()
    press(on, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert find(on, "menu_home").hasFocus()
    press(on, Qt.Key.Key_K, Keys.ControlModifier)
    QTest.keyClicks(field, "fact")
    press(on, Qt.Key.Key_Return)
    assert on.window.pages.key == "plain"
    on.quiet()


def test_a_click_beside_the_palette_closes_it(stage: Make) -> None:
    on = opened(stage)
    on.window.open_palette()
    field = on.window.findChild(QLineEdit, "palette_field")
    assert field is not None
    QTest.mouseClick(on.window.sidebar, Qt.MouseButton.LeftButton)
    assert not field.isVisible()


def test_the_contract_is_changed_by_typing(stage: Make) -> None:
    on = opened(stage, summaries=contracts(5))
    QTest.mouseClick(find(on, "contract_card"), Qt.MouseButton.LeftButton)
    field = on.window.findChild(QLineEdit, "contracts_field")
    assert field is not None
    QTest.keyClicks(field, "deposito")
    press(on, Qt.Key.Key_Return)
    assert on.shell.contract_id == "3"
    assert "Depósito" in find(on, "contract_card").accessibleName()
    assert not field.isVisible()


def test_offline_is_a_notice_whose_button_tries_again(stage: Make) -> None:
    on = opened(stage, sync_error=offline())
    assert on.window.notice.isVisible()
    assert "Sin conexión" in on.window.notice.accessibleName()
    assert "Sin conexión" in find(on, "sync_line").accessibleName()
    on.office.sync_error = None
    find(on, "window_notice_action").click()
    on.quiet()
    assert not on.window.notice.isVisible()
    assert "Al día" in find(on, "sync_line").accessibleName()


def test_a_dismissed_notice_comes_back_only_with_something_new(stage: Make) -> None:
    on = opened(stage, sync_error=offline())
    find(on, "window_notice_close").click()
    on.shell.sync_now()
    on.quiet()
    assert not on.window.notice.isVisible()
    on.office.sync_error = SessionError(Code.SESSION_EXPIRED)
    on.shell.sync_now()
    on.quiet()
    assert on.window.notice.isVisible()


def test_an_expired_session_leads_to_sign_in_and_back(stage: Make) -> None:
    on = opened(stage, sync_error=SessionError(Code.SESSION_EXPIRED))
    assert "Su sesión venció" in on.window.notice.accessibleName()
    find(on, "window_notice_action").click()
    on.quiet()
    assert find(on, "enter").isVisible()
    find(on, "back_to_data").click()
    assert find(on, "contract_1").isVisible()


def test_old_data_are_marked_on_the_page(stage: Make) -> None:
    on = opened(stage, sync_error=offline(), verified_at=NOW - timedelta(days=2))
    label = on.window.findChild(QWidget, "page_freshness")
    assert label is not None
    assert "más de un día" in str(label.property("text"))
    assert label.property("tone") == "warning"


def test_a_narrow_window_keeps_only_the_sidebars_icons(stage: Make) -> None:
    on = opened(stage)
    assert on.window.sidebar.width() == 232
    on.window.resize(820, 600)
    on.until(lambda: on.window.sidebar.width() == 60)
    assert isinstance(find(on, "menu_home"), QPushButton)
    assert find(on, "menu_home").text() == ""
    assert find(on, "menu_home").accessibleName() == "Inicio"
    on.window.resize(1180, 760)
    on.until(lambda: on.window.sidebar.width() == 232)


def test_signing_out_drops_the_pages(stage: Make) -> None:
    on = opened(stage)
    on.window.actions_.sign_out.trigger()
    on.quiet()
    assert on.shell.stage is Where.SIGN_IN
    assert on.window.pages.key == ""
    assert not on.window.actions_.sync.isEnabled()


def test_theme_and_place_survive(stage: Make) -> None:
    on = opened(stage)
    on.window.show_page("plain")
    on.window.show_page("preferences")
    choice = on.window.findChild(QComboBox, "theme_choice")
    assert choice is not None
    QTest.keyClick(choice, Qt.Key.Key_Down)
    on.window.setGeometry(40, 50, 1000, 700)
    on.window.actions_.sidebar.trigger()
    on.window.close()
    assert on.settings.text("look/theme") == "dark"
    assert on.settings.text("window/place") == "40 50 1000 700"
    assert on.settings.text("window/page") == "plain"
    assert on.settings.flag("window/sidebar_collapsed")


def test_a_window_off_the_screens_is_pulled_back() -> None:
    screen = QRect(0, 0, 1366, 768)
    assert pulled_back(QRect(100, 80, 900, 600), [screen]) == QRect(100, 80, 900, 600)
    for lost in (QRect(3000, 100, 900, 600), QRect(-2000, -900, 900, 600)):
        assert screen.contains(pulled_back(lost, [screen]))
    assert pulled_back(QRect(10, 10, 5000, 4000), [screen]).width() <= 1366
    second = QRect(1366, 0, 1366, 768)
    assert pulled_back(QRect(1500, 80, 900, 600), [screen, second]).x() == 1500


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700)])
@pytest.mark.parametrize("page", ["home", "preferences", "help"])
def test_every_control_has_a_name_and_room_for_a_finger(
    stage: Make, page: str, size: tuple[int, int]
) -> None:
    on = opened(stage, summaries=contracts(11))
    on.window.resize(*size)
    on.window.show_page(page)
    for widget in on.window.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name)
        assert name, f"{widget.objectName()} {widget}"
        assert widget.objectName(), name
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox):
            assert min(widget.width(), widget.height()) >= 24, widget.objectName()
