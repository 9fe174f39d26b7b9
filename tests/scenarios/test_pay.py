"""Pay through the bank, on good days and bad ones: never twice, and never told wrongly."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from backend import models as m
from backend.banks.simulator.core import Bank
from backend.banks.simulator.serve import beside
from tests.support.backend import MovableClock, RunningBackend, running_backend, settings_for
from tests.support.bank_browser import TestBrowser
from tests.support.payments import offer_payments
from tests.support.person import Person

WHOLE = 122_000
OLDEST, NEXT = "A-1-000", "A-1-001"


class RunningClock(MovableClock):
    """Goes on by itself, as the person's does."""

    def __init__(self) -> None:
        super().__init__()
        self._begun = time.monotonic()

    def now(self):  # type: ignore[no-untyped-def]
        return super().now() + timedelta(seconds=time.monotonic() - self._begun)


@pytest.fixture
def clock() -> RunningClock:
    return RunningClock()


@pytest.fixture
def bank(clock: RunningClock) -> Iterator[tuple[str, Bank]]:
    with beside(clock) as running:
        yield running


@pytest.fixture
def server(tmp_path: Path, clock: RunningClock, bank: tuple[str, Bank]) -> Iterator[RunningBackend]:
    """A utility with one customer, `ana` / `secreta`, who owes two invoices that are overdue."""
    folder = tmp_path / "server"
    folder.mkdir()
    usual = settings_for(f"sqlite:///{folder / 'backend.db'}")
    settings = replace(usual, bank_simulator=bank[0], bank_poll_seconds=3600)
    with running_backend(folder, settings, clock) as backend:
        backend.books.utility(is_demo=True)
        ana = backend.books.user("ana", "secreta")
        home = backend.books.contract([ana], number="4410")
        backend.books.invoices(home, 2, document=None)
        offer_payments(backend.database)
        yield backend


@pytest.fixture
def browser(qtbot: QtBot) -> Iterator[TestBrowser]:
    made = TestBrowser()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def person(
    qtbot: QtBot, tmp_path: Path, server: RunningBackend, browser: TestBrowser
) -> Iterator[Person]:
    someone = Person(qtbot, tmp_path / "computer", server.url)
    someone.browser = browser
    yield someone
    someone.closes_the_app()


def received(server: RunningBackend) -> int:
    with server.database.reading() as session:
        return session.scalar(select(func.sum(m.Payment.amount))) or 0


def opens_mis_facturas(person: Person) -> None:
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.goes_to("Mis Facturas")
    person.sees(OLDEST)


def goes_to_the_bank(person: Person, browser: TestBrowser) -> None:
    before = len(browser.pages)
    person.presses("Pagar")
    person.sees("Seleccionar banco", "$ 2.440,00", "Saldo al")
    person.presses("Banco Plaza. Sin máximo")
    person.sees("Será dirigido al sitio de Banco Plaza")
    person.presses("Ir al banco")
    person.waits_until(lambda: len(browser.pages) > before)


def presses_there(person: Person, browser: TestBrowser, answer: str) -> str:
    page = browser.press(answer)
    person.waits_until(page.done)
    return page.result()


def test_approved_it_is_paid_and_has_a_receipt(
    person: Person, server: RunningBackend, browser: TestBrowser
) -> None:
    opens_mis_facturas(person)
    goes_to_the_bank(person, browser)
    assert "2.440,00" in browser.text
    person.sees("Complete el pago de $ 2.440,00 en su banco", "Pago en proceso")
    end = presses_there(person, browser, "approve")
    assert "volver a la Oficina Virtual" in end  # the app's own page, on this computer
    person.sees("Pago aprobado por $ 2.440,00. Comprobante N° P-2026-", "Pagada")
    person.does_not_see("Complete el pago")
    assert received(server) == 2 * WHOLE
    person.presses("Ver comprobante")
    person.waits_until(lambda: "Comprobante de pago" in person.pdf_text())
    text = person.pdf_text()
    assert OLDEST in text
    assert NEXT in text
    assert "Banco Plaza" in text
    assert "Ana Pérez" in text


def test_refused_nothing_is_charged_and_one_can_try_again(
    person: Person, server: RunningBackend, browser: TestBrowser
) -> None:
    opens_mis_facturas(person)
    goes_to_the_bank(person, browser)
    presses_there(person, browser, "refuse")
    person.sees("El banco rechazó la operación: fondos insuficientes. No se realizó ningún cargo.")
    person.presses("Pagar otra vez")
    person.sees("Seleccionar banco")
    assert received(server) == 0


def test_abandoned_it_can_be_taken_up_again_or_given_up(
    person: Person, server: RunningBackend, browser: TestBrowser
) -> None:
    opens_mis_facturas(person)
    goes_to_the_bank(person, browser)
    presses_there(person, browser, "abandon")
    person.sees("Complete el pago de $ 2.440,00 en su banco")
    assert not person.button("Pagar").isEnabled()
    person.presses("Ir al banco")
    assert browser.pages[0] == browser.pages[1]
    person.presses("Cancelar pago")
    person.sees("El pago se canceló. No se realizó ningún cargo.")
    presses_there(person, browser, "approve")
    assert received(server) == 0
    person.waits_until(lambda: person.button("Pagar").isEnabled())


def test_a_late_answer_is_awaited_over_a_restart_and_never_called_a_failure(
    person: Person, server: RunningBackend, browser: TestBrowser, clock: RunningClock
) -> None:
    opens_mis_facturas(person)
    goes_to_the_bank(person, browser)
    presses_there(person, browser, "late")
    person.sees("Verificando su pago de $ 2.440,00", "no vuelva a pagar")
    person.loses_power()
    person.opens_the_app()
    person.goes_to("Mis Facturas")
    person.sees("Verificando su pago de $ 2.440,00")
    clock.advance(minutes=1)
    person.presses("Consultar ahora")
    person.sees("Pago aprobado por $ 2.440,00")
    assert received(server) == 2 * WHOLE


def test_told_twice_it_is_one_payment_and_charged_twice_the_office_looks(
    person: Person, server: RunningBackend, browser: TestBrowser
) -> None:
    opens_mis_facturas(person)
    goes_to_the_bank(person, browser)
    presses_there(person, browser, "charge_twice")
    person.sees("El banco informó dos cobros. La empresa devolverá o acreditará el sobrante.")
    assert received(server) == 4 * WHOLE
    person.presses("Pagos")
    person.chooses("Recibido, en revisión")
    person.sees("Reclamar pago no imputado", "Referencia del banco")


def test_never_answered_it_stays_honest(
    person: Person, server: RunningBackend, browser: TestBrowser
) -> None:
    opens_mis_facturas(person)
    goes_to_the_bank(person, browser)
    presses_there(person, browser, "never")
    person.presses("Consultar ahora")
    person.sees("Su pago está siendo confirmado por Banco Plaza")
    person.does_not_see("rechaz")
    person.does_not_see("Falló")


def test_an_answer_that_is_lost_is_found_out_and_not_paid_twice(
    person: Person, server: RunningBackend, browser: TestBrowser
) -> None:
    opens_mis_facturas(person)
    person.presses("Pagar")
    person.presses("Banco Plaza. Sin máximo")
    server.faults.watched = ("/v1/payments/",)
    server.faults.fail_after_commit(1)
    person.presses("Ir al banco")
    person.sees("Verificando si el pago de $ 2.440,00 se inició")
    person.presses("Consultar ahora")
    person.sees("El pago se inició. Complételo en su banco.")
    with server.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(m.PaymentIntent)) == 1


def test_what_was_paid_elsewhere_meanwhile_is_seen_before_paying(
    person: Person, server: RunningBackend, browser: TestBrowser, clock: RunningClock
) -> None:
    opens_mis_facturas(person)
    with server.database.reading() as session:
        oldest = session.scalars(select(m.Invoice.id).order_by(m.Invoice.number)).first()
    assert oldest is not None
    server.books.change(m.Invoice, oldest, open=50_000, paid=72_000)
    person.presses("Pagar")
    person.presses("Banco Plaza. Sin máximo")
    person.presses("Ir al banco")
    person.sees("Revise el importe: $ 2.440,00 → $ 1.720,00.")
    assert browser.pages == []
    person.presses("Ir al banco")
    person.waits_until(lambda: len(browser.pages) == 1)
    assert "1.720,00" in browser.text


def test_a_page_that_is_not_the_banks_is_not_opened(
    person: Person, server: RunningBackend, browser: TestBrowser
) -> None:
    server.books.utility(is_demo=False)  # no loopback for whoever is not a demonstration
    opens_mis_facturas(person)
    person.presses("Pagar")
    person.presses("Banco Plaza. Sin máximo")
    person.presses("Ir al banco")
    person.sees("no es de Banco Plaza, y no se abrió")
    assert browser.pages == []


def test_offline_there_is_no_payment_but_a_coupon_that_scanners_read(
    person: Person, server: RunningBackend, tmp_path: Path
) -> None:
    opens_mis_facturas(person)
    server.stop()
    person.desktop.shell.sync_now()
    person.sees("Sin conexión")
    person.presses("Pagar")
    person.sees("Sin conexión no se puede pagar por el banco.")
    person.presses("Generar cupón")
    person.waits_until(lambda: "Cupón de pago" in person.pdf_text())
    text = person.pdf_text()
    digits = next(word for word in text.split() if word.isdigit() and len(word) == 30)
    assert digits[:14] == "7421" + "0000004410"
    assert digits[14:23] == "000244000"
    assert digits == decoded(person)


def decoded(person: Person) -> str:
    import zxingcpp
    from PySide6.QtCore import QSize
    from PySide6.QtPdf import QPdfDocument

    document = [d for d in person.desktop.window.findChildren(QPdfDocument) if d.pageCount()][-1]
    picture = document.render(0, QSize(1190, 1684))
    image = Image.frombytes("RGBA", (picture.width(), picture.height()), bytes(picture.constBits()))
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image)
    (found,) = zxingcpp.read_barcodes(paper.convert("L"))
    return str(found.text)
