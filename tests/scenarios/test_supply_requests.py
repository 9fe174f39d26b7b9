"""Solicitudes de Suministro: the gas comes back, and a supply goes over to somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select

from backend import models as m
from backend.contracts.models import ConnectedState, ContractStatus, CutReason
from backend.invoices.models import PaymentStatus
from tests.support.backend import RunningBackend, running_backend
from tests.support.form_hands import drops, picks
from tests.support.person import Person
from tests.support.utility_people import clerk, follows_the_link, mails_to, offers_everything

PAGE = "Solicitudes de Suministro"
ADDRESS = "ana@example.org"
NEW = "bruno@example.net"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningBackend]:
    """A utility, and Ana's contract 4410, whose last reading was 220. It is Monday the 2nd of
    March 2026."""
    folder = tmp_path / "server"
    folder.mkdir()
    with running_backend(folder) as backend:
        backend.books.utility()
        offers_everything(backend)
        ana = backend.books.user("ana", "secreta", email=ADDRESS)
        home = backend.books.contract([ana], number="4410")
        backend.books.readings(home, 13)
        backend.books.invoices(home, 3)
        pays_everything(backend)
        with backend.database.writing() as session:
            holder = session.get_one(m.Contract, home.id).customer
            holder.email = ADDRESS
        yield backend


@pytest.fixture
def ana(person: Person) -> Person:
    """She signed in."""
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.sees("Al día")
    return person


def pays_everything(server: RunningBackend) -> None:
    with server.database.writing() as session:
        for bill in session.scalars(select(m.Invoice)):
            bill.paid, bill.open, bill.payment_status = bill.total, 0, PaymentStatus.PAID


def owes_a_bill(server: RunningBackend) -> None:
    with server.database.writing() as session:
        bill = session.scalars(select(m.Invoice)).all()[-1]
        bill.paid, bill.open, bill.payment_status = 0, bill.total, PaymentStatus.PENDING


def is_cut(server: RunningBackend, reason: CutReason = CutReason.NON_PAYMENT) -> None:
    with server.database.writing() as session:
        contract = session.scalars(select(m.Contract)).one()
        contract.status, contract.cut_since = ContractStatus.CUT, date(2026, 2, 10)
        contract.cut_reason = reason
        place = session.get_one(m.SupplyPoint, contract.supply_point_id)
        place.connected_state = ConnectedState.PHYSICALLY_DISCONNECTED


def syncs(person: Person) -> None:
    person.desktop.shell.sync_now()
    person.waits()


def only_request(server: RunningBackend) -> m.SupplyRequest:
    with server.database.reading() as session:
        return session.scalars(select(m.SupplyRequest)).one()


# ---- reconnection ---------------------------------------------------------------------------


def asks_for_a_visit(person: Person) -> None:
    person.types("Teléfono de contacto", "099 123 456")
    person.presses("Habrá un mayor de edad en el domicilio")
    person.presses("Acepto la declaración de seguridad")
    person.presses("Solicitar reconexión")


def test_debt_blocks_the_gas_until_it_is_paid_then_it_comes_back(
    ana: Person, server: RunningBackend
) -> None:
    owes_a_bill(server)
    is_cut(server)
    syncs(ana)
    ana.goes_to(PAGE)
    ana.sees("Contrato con suministro cortado desde 10/02/2026.")
    ana.presses("Solicitar reconexión")
    ana.sees("10/02/2026", "Falta de pago")
    ana.sees("Para solicitar la reconexión debe regularizar la deuda de $ 1.220,00.")
    ana.presses("Ver acuerdos")
    ana.sees("Acuerdos de Pago")
    ana.goes_to(PAGE)
    ana.presses("Pagar")
    ana.sees("Mis Facturas", "Vencida")

    pays_everything(server)
    syncs(ana)
    ana.goes_to(PAGE)
    ana.does_not_see("debe regularizar la deuda")
    ana.sees("Nunca manipule el medidor", "$ 980,00", "En su próxima factura")
    ana.presses("Solicitar reconexión")
    ana.sees("Falta completar este dato.")
    asks_for_a_visit(ana)
    ana.sees("Ingresada", "Vamos a programar la visita antes del 04/03/2026.")
    ana.does_not_see("Contrato con suministro cortado")
    number = only_request(server).number

    clerk(server, "schedule-reconnection", number=number, on="2026-03-03", slot="morning")
    syncs(ana)
    ana.sees("Reconexión programada para el 03/03/2026 entre 08:00 y 12:00.")
    ana.presses("Reconexión")
    ana.sees(f"Ya tiene una reconexión en curso (N° {number}).")
    ana.presses("Ver solicitud")
    clerk(server, "fail-reconnection", number=number, reason="absent")
    syncs(ana)
    ana.sees("No pudimos ejecutarla: no había nadie en el domicilio.")
    ana.presses("Elegir otro horario")
    picks(ana, "supply_slot_form_on", "miércoles 04/03/2026")
    picks(ana, "supply_slot_form_slot", "De 13:00 a 17:00")
    ana.presses("Pedir otra visita")
    ana.sees("Vamos a programar otra visita.")
    clerk(server, "schedule-reconnection", number=number, on="2026-03-04", slot="afternoon")
    clerk(server, "execute-reconnection", number=number)
    syncs(ana)
    ana.sees("El suministro se reconectó el 02/03/2026.", "$ 980,00, cargado en su cuenta")
    ana.presses("Reconexión")
    ana.sees("El contrato no registra corte de suministro.")


def test_offline_a_reconnection_waits_here_and_says_so(ana: Person, server: RunningBackend) -> None:
    is_cut(server)
    syncs(ana)
    server.stop()
    ana.goes_to(PAGE)
    ana.presses("Reconexión")
    asks_for_a_visit(ana)
    ana.sees("Guardada en este equipo, todavía NO enviada. No tiene número aún.")
    ana.sees("Pendientes de envío (1)")
    ana.presses("Reconexión")
    ana.sees("Ya tiene una solicitud guardada en este equipo, todavía NO enviada.")
    server.start()
    syncs(ana)
    assert only_request(server).contact_phone == "099 123 456"
    ana.goes_to("Inicio")
    ana.goes_to(PAGE)
    ana.does_not_see("todavía NO enviada")


def test_what_is_refused_on_arrival_is_told_and_can_be_corrected(
    ana: Person, server: RunningBackend
) -> None:
    is_cut(server)
    syncs(ana)
    server.stop()
    ana.goes_to(PAGE)
    ana.presses("Reconexión")
    asks_for_a_visit(ana)
    server.start()
    owes_a_bill(server)
    syncs(ana)
    ana.sees("No aceptada: el contrato registra deuda vencida por $ 1.220,00.")
    pays_everything(server)
    syncs(ana)
    ana.presses("Corregir")
    assert ana.field_text("Teléfono de contacto") == "099 123 456"
    ana.presses("Solicitar reconexión")
    ana.sees("Vamos a programar la visita")
    assert only_request(server).contact_phone == "099 123 456"


def test_after_a_cut_for_safety_the_certificate_goes_along_and_enter_twice_sends_once(
    ana: Person, server: RunningBackend, tmp_path: Path
) -> None:
    is_cut(server, CutReason.SAFETY)
    syncs(ana)
    ana.goes_to(PAGE)
    ana.presses("Reconexión")
    ana.sees("Fuga o seguridad", "interviene un instalador matriculado")
    asks_for_a_visit(ana)
    ana.sees("Falta completar este dato.")
    certificate = tmp_path / "certificado.pdf"
    certificate.write_bytes(b"%PDF-1.4\n% a certificate\n%%EOF\n")
    drops(ana, "reconnection_form_doc_fitter_certificate", certificate)
    ana.types("Matrícula del instalador", "1234")
    field = ana.focus
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)
    ana.sees("Estamos revisando el certificado.", "En revisión")
    request = only_request(server)
    assert (request.fitter_number, request.status) == ("1234", "pending_documents")
    clerk(server, "accept-supply-document", number=request.number, document="fitter_certificate")
    syncs(ana)
    ana.sees("Vamos a programar la visita", "Aceptado")


def test_fraud_is_for_the_office(ana: Person, server: RunningBackend) -> None:
    is_cut(server, CutReason.FRAUD)
    syncs(ana)
    ana.goes_to(PAGE)
    ana.presses("Reconexión")
    ana.sees("Hay un expediente por irregularidad en este suministro. Preséntese en")


def test_what_was_typed_is_there_after_another_page(ana: Person, server: RunningBackend) -> None:
    is_cut(server)
    syncs(ana)
    ana.goes_to(PAGE)
    ana.presses("Reconexión")
    ana.types("Teléfono de contacto", "099 555 111")
    ana.goes_to("Mis Facturas")
    ana.goes_to(PAGE)
    assert ana.field_text("Teléfono de contacto") == "099 555 111"
    ana.presses("Volver")
    ana.sees("No hay solicitudes para este contrato.")
    ana.presses("Reconexión")
    assert ana.field_text("Teléfono de contacto") == "099 555 111"


# ---- change of holder -----------------------------------------------------------------------


def fills_the_wizard(person: Person, folder: Path) -> None:
    picks(person, "holder_change_form_reason", "Alquiler")
    picks(person, "holder_change_form_link", "Inquilino")
    person.presses("Continuar")
    person.types("Documento", "1.234.567-8")
    person.types("Nombre y apellido", "Bruno Nuevo")
    person.types("Correo electrónico", NEW)
    person.types("Repetir correo", "otro@example.net")
    person.types("Teléfono", "098 765 432")
    person.presses("Continuar")
    person.sees("Revise el número de documento", "No coincide con lo escrito arriba.")
    person.types("Documento", "1.234.567-2")
    person.types("Repetir correo", NEW)
    person.presses("Continuar")
    paper = folder / "papel.pdf"
    paper.write_bytes(b"%PDF-1.4\n% a paper\n%%EOF\n")
    for code in ("id_front", "id_back", "lease"):
        drops(person, f"holder_change_form_doc_{code}", paper)
    person.presses("Continuar")


def test_a_change_begun_offline_ends_with_two_contracts(
    ana: Person, server: RunningBackend, tmp_path: Path
) -> None:
    server.stop()
    ana.goes_to(PAGE)
    ana.presses("Cambio de Titular")
    fills_the_wizard(ana, tmp_path)
    ana.types("Lectura de entrega, 5 dígitos", "00100")
    ana.presses("Continuar")
    ana.sees("La lectura es menor que la anterior (220).")
    ana.loses_power()
    ana.opens_the_app()
    ana.goes_to(PAGE)
    ana.presses("Cambio de Titular")
    ana.sees("Recuperamos lo que estaba completando")
    for _step in range(3):
        ana.presses("Continuar")
    ana.types("Lectura de entrega, 5 dígitos", "00470")
    ana.presses("Continuar")
    ana.sees("Bruno Nuevo", "Inquilino", "470 m3", "carácter de declaración jurada")
    ana.presses("Atrás")
    assert ana.field_text("Lectura de entrega, 5 dígitos") == "00470"
    ana.presses("Continuar")
    ana.presses("Enviar solicitud")
    ana.sees("Marque la casilla")
    ana.presses("Leí y acepto las condiciones")
    ana.presses("Enviar solicitud")
    ana.sees("Guardada en este equipo, todavía NO enviada. No tiene número aún.")

    server.start()
    syncs(ana)
    ana.sees("Falta la conformidad del titular actual; le enviamos un correo a a••••@example.org.")
    number = only_request(server).number
    assert "Recibimos su conformidad" in follows_the_link(server, ADDRESS)
    remark = "Falta la firma"
    clerk(server, "observe-supply-document", number=number, document="lease", remark=remark)
    syncs(ana)
    ana.sees("Documentación observada: Contrato de alquiler: Falta la firma. Tiene hasta el")
    ana.presses("Enviar documentos")
    signed = tmp_path / "firmado.pdf"
    signed.write_bytes(b"%PDF-1.4\n% signed\n%%EOF\n")
    drops(ana, "supply_documents_form_doc_lease", signed)
    QTest.mouseClick(ana.part("supply_documents_send"), Qt.MouseButton.LeftButton)
    ana.sees("Estamos revisando la documentación.")
    for code in ("id_front", "id_back", "lease"):
        clerk(server, "accept-supply-document", number=number, document=code)
    clerk(server, "approve-holder-change", number=number)
    syncs(ana)
    ana.sees("Aprobada. El cambio será efectivo el 02/03/2026.")
    clerk(server, "make-holder-change-effective", number=number)
    syncs(ana)
    ana.sees("El cambio es efectivo desde el 02/03/2026. Usted conserva sus facturas y lecturas")
    ana.presses("Constancia")
    assert number in ana.pdf_text()
    assert "4411" in mails_to(server, NEW)[-1].text
    ana.goes_to("Consultar Consumo")
    ana.sees("470 m3")
    ana.goes_to(PAGE)


def test_the_holder_agrees_in_the_app(ana: Person, server: RunningBackend, tmp_path: Path) -> None:
    ana.goes_to(PAGE)
    ana.presses("Cambio de Titular")
    fills_the_wizard(ana, tmp_path)
    ana.types("Lectura de entrega, 5 dígitos", "00470")
    ana.presses("Continuar")
    ana.presses("Leí y acepto las condiciones")
    ana.presses("Enviar solicitud")
    ana.sees("Falta la conformidad del titular actual")
    ana.presses("Dar mi conformidad")
    ana.presses("Sí, conforme")
    ana.sees("Recibimos su conformidad.", "Estamos revisando la documentación.")
    assert only_request(server).acceptance_method == "app"
    ana.presses("Anular solicitud")
    ana.presses("Sí, anularla")
    ana.sees("quedó anulada", "Usted la anuló. Puede iniciar otra.")


def test_offline_the_word_of_the_holder_is_not_taken(
    ana: Person, server: RunningBackend, tmp_path: Path
) -> None:
    ana.goes_to(PAGE)
    ana.presses("Cambio de Titular")
    fills_the_wizard(ana, tmp_path)
    ana.types("Lectura de entrega, 5 dígitos", "00470")
    ana.presses("Continuar")
    ana.presses("Leí y acepto las condiciones")
    ana.presses("Enviar solicitud")
    ana.sees("Falta la conformidad del titular actual")
    server.stop()
    ana.presses("Dar mi conformidad")
    ana.presses("Sí, conforme")
    ana.sees("El sistema no está disponible en este momento.")
    server.start()
    assert only_request(server).acceptance == "waiting"
