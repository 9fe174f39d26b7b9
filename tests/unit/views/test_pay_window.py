"""The window with the banks, what waits above the list, and the list of payments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.payments import PayState, Review, Started
from desktop.views.pages.invoices import InvoicesPage
from tests.support.books import CONTRACT, FakeOffice
from tests.support.fake_payments import PAGE, RULES, a_bank, a_payment
from tests.support.stage import Stage, summary

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has none


@pytest.fixture
def stage(tmp_path: Path, qapp: object) -> Iterator[Stage]:
    made = Stage(tmp_path, FakeOffice(), summary())
    payments = made.office.payments
    payments.contract = summary().contract
    payments.now = payments.verified_at = made.shell.now()
    payments.banks = (a_bank("plaza"), a_bank("chico", max_amount=100))
    yield made
    made.close()


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> InvoicesPage:
    made = InvoicesPage(stage.context())
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    settle(stage, qtbot)
    return made


def settle(stage: Stage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not stage.runner.is_busy)


def part(page: QWidget, name: str) -> QWidget:
    found = page.findChildren(QWidget, name)
    assert found, name
    return next((widget for widget in found if widget.isVisible()), found[0])


def press(page: QWidget, name: str) -> None:
    button = part(page, name)
    assert isinstance(button, QAbstractButton)
    assert button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def words(widget: QWidget) -> str:
    texts = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(texts).replace("\u00a0", " ")


def opens(page: InvoicesPage, stage: Stage, qtbot: QtBot) -> QWidget:
    press(page, "invoices_pay")
    settle(stage, qtbot)
    window = part(page, "pay_window")
    assert window.isVisible()
    return window


def test_the_window_says_what_is_paid_how_much_and_where(
    page: InvoicesPage, stage: Stage, qtbot: QtBot
) -> None:
    window = opens(page, stage, qtbot)
    assert "Seleccionar banco" in words(window)
    assert "Saldo al " in words(window)
    boxes = window.findChildren(QCheckBox)
    assert boxes
    assert all(box.objectName().startswith("pay_item_") for box in boxes)
    chico = part(window, "bank_chico")
    assert not chico.isEnabled()
    assert chico.accessibleName().replace("\u00a0", " ") == (
        "Banco Chico. El importe supera el máximo de $ 1,00"
    )
    assert not part(window, "pay_go").isEnabled()
    shown = [b for b in window.findChildren(QPushButton) if b.isVisible()]
    assert all(button.accessibleName() for button in shown)


def test_nothing_is_offered_to_pay_before_it_is_known_what_is_owed(
    stage: Stage, qtbot: QtBot
) -> None:
    page = InvoicesPage(stage.context())
    qtbot.addWidget(page)
    assert part(page, "invoices_pay").isHidden()
    assert part(page, "invoices_payments").isHidden()
    page.activate("")
    settle(stage, qtbot)
    assert not part(page, "invoices_pay").isHidden()


def test_the_keyboard_alone_chooses_and_enter_twice_begins_once(
    page: InvoicesPage, stage: Stage, qtbot: QtBot
) -> None:
    begun = Started(a_payment(stage.shell.now(), contract_id=CONTRACT), PAGE)
    stage.office.payments.answer = begun
    window = opens(page, stage, qtbot)
    QTest.keyClick(part(window, "bank_plaza"), Qt.Key.Key_Return)
    go = part(window, "pay_go")
    QTest.keyClick(go, Qt.Key.Key_Return)
    QTest.keyClick(go, Qt.Key.Key_Return)
    settle(stage, qtbot)
    assert len(stage.office.payments.begun) == 1
    assert stage.office.browser.pages == [PAGE]
    assert not any(w.isVisible() for w in page.findChildren(QWidget, "pay_window"))


def test_esc_pays_nothing_and_the_next_time_begins_anew(
    page: InvoicesPage, stage: Stage, qtbot: QtBot
) -> None:
    window = opens(page, stage, qtbot)
    press(window, "bank_plaza")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert stage.office.payments.begun == []
    assert part(page, "invoices_pay").isEnabled()
    again = opens(page, stage, qtbot)
    assert not part(again, "pay_go").isEnabled()


def test_without_a_debt_chosen_it_says_so_beside_the_list(
    page: InvoicesPage, stage: Stage, qtbot: QtBot
) -> None:
    window = opens(page, stage, qtbot)
    for box in window.findChildren(QCheckBox):
        if box.isChecked():
            QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
            if box.isChecked():
                box.click()
    assert "Seleccione al menos una factura." in words(window)
    assert not part(window, "pay_go").isEnabled()


@pytest.mark.parametrize(
    ("state", "review", "says", "shown"),
    [
        (PayState.REDIRECTED, None, "Complete el pago de $ 1.220,00 en su banco", "pay_again"),
        (PayState.PENDING, None, "Verificando su pago de $ 1.220,00", "pay_check"),
        (PayState.PENDING, Review.UNANSWERED, "La empresa lo consulta", "pay_check"),
    ],
)
def test_what_waits_for_the_bank_is_told_above_the_list(
    page: InvoicesPage,
    stage: Stage,
    qtbot: QtBot,
    state: PayState,
    review: Review | None,
    says: str,
    shown: str,
) -> None:
    payment = a_payment(stage.shell.now(), state, contract_id=CONTRACT, review=review)
    stage.office.payments.payments = (payment,)
    page.paying.reload()
    settle(stage, qtbot)
    strip = part(page, "pay_strip")
    assert strip.isVisible()
    assert says in words(strip)
    assert part(page, shown).isVisible()
    assert part(page, "pay_cancel").isVisible() == (state is PayState.REDIRECTED)


def test_a_payment_has_its_receipt_and_its_claim(
    page: InvoicesPage, stage: Stage, qtbot: QtBot
) -> None:
    asked: list[tuple[str, str]] = []
    stage.shell.page_requested.connect(lambda key, item: asked.append((key, item)))
    payment = a_payment(stage.shell.now(), PayState.PAID, contract_id=CONTRACT, review=Review.OVER)
    stage.office.payments.payments = (payment,)
    page.paying.reload()
    settle(stage, qtbot)
    page.activate(f"pay:{payment.id}")
    panel = part(page, "payment_panel")
    assert "Llegó más de lo pedido." in words(panel)
    assert "P-2026-000001-1" in words(panel)
    press(page, "payment_claim")
    assert asked == [("cases", "claim:PAGO_NO_IMPUTADO:P-2026-000001-1")]
    press(page, "payment_receipt")
    settle(stage, qtbot)
    assert page.document.state.data.startswith(b"%PDF")


def test_without_payments_the_list_says_where_others_are(
    page: InvoicesPage, stage: Stage, qtbot: QtBot
) -> None:
    press(page, "invoices_payments")
    assert "Todavía no pagó por banco desde aquí." in words(page)
    assert summary().contract.number in words(page), "of which contract"
    QTest.keyClick(page.payments_face, Qt.Key.Key_Escape)
    assert page.list_face.isVisible()


def test_a_coupon_that_cannot_be_made_says_why(
    page: InvoicesPage, stage: Stage, qtbot: QtBot
) -> None:
    stage.office.payments.rules = replace(RULES, coupon=None)
    page.paying.reload()
    settle(stage, qtbot)
    window = opens(page, stage, qtbot)
    press(window, "pay_coupon")
    assert "no tiene cupones" in words(part(page, "invoices_notice"))
