"""Screens behind a page's first face: the forms, the wizard, the bank's window, the papers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


@dataclass(frozen=True, slots=True)
class Scene:
    """`name` is the picture's. `page` and `item` are what the shell opens, and `presses` the
    words of the buttons to press one after another; without a page they are on the sign-in."""

    name: str
    page: str
    item: str = ""
    presses: tuple[str, ...] = ()


# Before anybody signs in.
OUTSIDE = (
    Scene("registration-filled", "", presses=("Registrarse",)),
    Scene("registration-guide", "", presses=("Registrarse", "Instructivo (PDF)")),
    Scene("recovery-filled", "", presses=("Olvidé mi contraseña",)),
)

# By the account of the demonstration that has what they show.
INSIDE: dict[str, tuple[Scene, ...]] = {
    "demo": (
        Scene("home-menu", "home", presses=("Casa",)),
        Scene("invoices-bank", "invoices", presses=("Pagar",)),
        Scene("invoices-payments", "invoices", presses=("Pagos",)),
        Scene("movements-statement", "movements", presses=("Más formas", "Ver e imprimir")),
        Scene("agreements-simulator", "agreements", "simulate"),
        Scene("cases-question", "cases", "question"),
        Scene("cases-claim", "cases", "claim"),
        Scene("account-password", "account", presses=("Cambiar contraseña",)),
        Scene("account-contract", "account", presses=("Agregar contrato",)),
        Scene("faq-detail", "faq", "donde-pagar"),
    ),
    "medidor": (
        Scene("self_reading-closed", "self_reading"),
        Scene("supply_requests-holder_change", "supply_requests", "holder_change"),
    ),
    "cortado": (
        Scene("home-cut", "home"),
        Scene("supply_requests-cut", "supply_requests"),
        Scene("agreements-scenarios", "agreements", "simulate"),
        Scene("supply_requests-reconnection", "supply_requests", "reconnection"),
    ),
    "empresa": (
        Scene("cases-company", "cases"),
        Scene("agreements-company", "agreements"),
        Scene("supply_requests-company", "supply_requests"),
        Scene("delivery-company", "delivery"),
    ),
}


def press(window: QWidget, words: str) -> None:
    """Click the button in sight that says `words` or whose accessible name begins with it, or
    choose the menu entry of that name; raises LookupError where there is none."""
    seen = [b for b in window.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
    exact = [b for b in seen if words in (b.text().replace("&", ""), b.accessibleName())]
    near = [b for b in seen if b.accessibleName().startswith(words)]
    for button in (*reversed(exact), *reversed(near)):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return
    for action in window.findChildren(QAction):
        if words == action.text().replace("&", "") and action.isEnabled():
            action.trigger()
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
            return
    raise LookupError(f"no button says {words!r}")
