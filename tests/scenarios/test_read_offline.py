"""Sign in, sync, and go on reading without a network."""

from __future__ import annotations

import pytest

from tests.support.backend import RunningBackend
from tests.support.person import Person


@pytest.mark.fault(20, "G")
def test_what_was_synced_is_read_after_a_restart_without_the_server(
    person: Person, server: RunningBackend
) -> None:
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.sees("Al día")
    person.closes_the_app()
    server.stop()

    person.opens_the_app()
    person.sees("Inicio", "4410")
    person.goes_to("Mis Facturas")
    assert person.rows == 12
    person.sees("Actualizado hoy 09:00", "$ 1.220,00")
    person.chooses("-011")
    person.sees("Cargo por consumo", "IVA")
    person.presses("Ver factura")
    assert "Factura de prueba" in person.pdf_text()

    person.goes_to("Consultar Consumo")
    person.sees("Real", "10 m3", "Actualizado hoy 09:00")
