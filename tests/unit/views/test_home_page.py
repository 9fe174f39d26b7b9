"""Inicio on the screen: rows by keyboard and mouse, one unfolded at a time, many stay quick."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.domain.errors import Code, StoreError
from desktop.viewmodels.context import Context
from desktop.views.page import PageSpec
from desktop.views.pages.home import PAGE as HOME
from desktop.views.pages.home import HomePage
from desktop.views.widgets.contract_list import ContractButton
from desktop.views.widgets.states import PageStates
from tests.support.fake_office import PROFILE, contracts, offline, summary
from tests.support.shell_stage import Stage

Make = Callable[..., Stage]


class Plain(QWidget):
    """Stands for a page of its own."""

    def __init__(self, _context: Context) -> None:
        super().__init__()


SPECS = (
    HOME,
    PageSpec(10, "delivery", "Solicitar factura electrónica", "mail", Plain),
    PageSpec(20, "invoices", "Mis Facturas", "file-text", Plain),
    PageSpec(30, "readings", "Consultar Consumo", "gauge", Plain),
    PageSpec(900, "account", "Mi cuenta", "user", Plain),
)


def opened(stage: Make, **office: object) -> Stage:
    on = stage(kept=PROFILE, **office)
    on.show(SPECS)
    on.start()
    return on


def rows(on: Stage) -> list[ContractButton]:
    found = [b for b in on.window.findChildren(ContractButton) if b.isVisible()]
    return sorted(found, key=lambda button: button.mapToGlobal(button.rect().topLeft()).y())


def menu(on: Stage) -> QWidget | None:
    found = on.window.findChildren(QWidget, "contract_menu")
    shown = [widget for widget in found if widget.isVisible()]
    assert len(shown) <= 1
    return shown[0] if shown else None


def focused_widget() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def states(on: Stage) -> PageStates:
    page = on.window.pages.currentWidget()
    assert isinstance(page, HomePage)
    found = page.findChild(PageStates)
    assert found is not None
    return found


def test_space_and_enter_unfold_and_fold(stage: Make) -> None:
    on = opened(stage, summaries=contracts(5))
    rows(on)[1].setFocus()
    QTest.keyClick(rows(on)[1], Qt.Key.Key_Space)
    assert rows(on)[1].isChecked()
    assert menu(on) is not None
    QTest.keyClick(rows(on)[1], Qt.Key.Key_Return)
    assert menu(on) is None


def test_a_click_anywhere_on_the_row_unfolds_it_and_folds_the_other(stage: Make) -> None:
    on = opened(stage, summaries=contracts(5))
    for row in (rows(on)[0], rows(on)[3]):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert [row.isChecked() for row in rows(on)] == [False, False, False, True, False]
    assert menu(on) is not None
    assert on.shell.contract_id == "4"


def test_arrows_move_and_tab_stops_once(stage: Make) -> None:
    on = opened(stage, summaries=contracts(5))
    rows(on)[0].setFocus()
    for key, focused in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_End, 4),
        (Qt.Key.Key_Up, 3),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(focused_widget(), key)
        assert rows(on)[focused].hasFocus()
    stops = [row for row in rows(on) if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [rows(on)[0]]


def test_tab_from_an_unfolded_row_enters_its_menu(stage: Make) -> None:
    on = opened(stage, summaries=contracts(5))
    rows(on)[1].setFocus()
    QTest.keyClick(rows(on)[1], Qt.Key.Key_Return)
    QTest.keyClick(rows(on)[1], Qt.Key.Key_Tab)
    focused = focused_widget()
    assert focused.objectName() == "open_delivery"
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert on.window.pages.key == "delivery"
    assert on.shell.contract_id == "2"
    on.quiet()


def test_the_filter_comes_with_the_eighth_contract(stage: Make) -> None:
    on = opened(stage, summaries=contracts(7))
    field = on.window.findChild(QLineEdit, "contract_filter")
    assert field is not None
    assert not field.isVisible()
    on.office.summaries = contracts(11)
    on.shell.load_overview()
    on.quiet()
    assert field.isVisible()
    QTest.keyClick(on.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert field.hasFocus()
    QTest.keyClicks(field, "deposito")
    assert [row.objectName() for row in rows(on)] == ["contract_3"]
    count = on.window.findChild(QWidget, "contract_count")
    assert count is not None
    assert count.property("text") == "1 de 11"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert len(rows(on)) == 11


def test_two_hundred_rows_keep_their_place_over_a_refresh(stage: Make) -> None:
    on = opened(stage, summaries=contracts(200))
    shown = rows(on)
    assert len(shown) == 200
    shown[150].setFocus()
    on.shell.load_overview()
    on.quiet()
    assert rows(on)[150].hasFocus()
    assert rows(on)[150] is shown[150]


def test_names_from_the_server_are_shown_as_they_are(stage: Make) -> None:
    hostile = "<img src='http://example.invalid/x'>&amp;"
    on = opened(stage, summaries=(summary(1, alias=hostile, address=hostile), summary(2)))
    assert hostile in rows(on)[0].accessibleName()
    assert on.window.sidebar.contract.toolTip().startswith("<qt>Contrato actual: &lt;img")


def test_no_contracts_is_a_state_with_a_next_step(stage: Make) -> None:
    on = opened(stage, summaries=())
    assert states(on).face == "empty"
    button = on.window.findChild(QWidget, "empty_state_action")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    on.quiet()
    assert on.window.pages.key == "account"
    on.window.show_page("home")
    on.office.summaries = contracts(2)
    on.shell.load_overview()
    on.quiet()
    assert states(on).face == "content"


def test_a_failed_first_sync_is_an_error_with_a_way_out(stage: Make) -> None:
    on = opened(stage, summaries=(), verified_at=None, sync_error=offline())
    assert states(on).face == "error"
    on.office.sync_error, on.office.summaries = None, contracts(2)
    button = on.window.findChild(QWidget, "error_state_action")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    on.quiet()
    assert states(on).face == "content"


def test_a_damaged_store_offers_to_sign_in(stage: Make) -> None:
    on = opened(stage, overview_error=StoreError(Code.STORE_CORRUPT))
    assert states(on).face == "error"
    button = on.window.findChild(QWidget, "error_state_action")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    on.quiet()
    assert on.window.sign_in is not None
    assert on.window.sign_in.isVisible()


def test_a_matter_leads_where_it_is_dealt_with(stage: Make) -> None:
    on = opened(stage, summaries=contracts(5))
    button = on.window.findChild(QWidget, "matter_1")
    assert button is not None
    assert "Apartamento" in button.accessibleDescription()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert on.window.pages.key == "invoices"
    assert on.shell.contract_id == "2"
    on.quiet()


def test_the_first_sync_is_counted_and_can_be_stopped(stage: Make) -> None:
    on = stage(kept=PROFILE, summaries=(), verified_at=None)
    on.office.gate.clear()
    on.show(SPECS)
    on.shell.start()
    cancel = on.window.findChild
    on.until(lambda: cancel(QWidget, "cancel_first_sync") is not None)
    button = cancel(QWidget, "cancel_first_sync")
    assert button is not None
    on.until(button.isVisible)
    assert states(on).face == "loading"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert states(on).face == "empty"
    empty = on.window.findChild(QWidget, "empty_state")
    assert empty is not None
    assert "Todavía no" in empty.accessibleName()
    on.office.gate.set()
    on.quiet()
