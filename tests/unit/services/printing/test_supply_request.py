"""The certificate of a supply request."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.services.printing.letterhead import Letterhead, Stamp
from desktop.services.printing.supply_request import render
from desktop.viewmodels.format import Formatter
from tests.support.fake_office import UTILITY, summary
from tests.support.papers import assert_in_order, text

TITLE = "Constancia de solicitud"
TOLD = ("Reconexión RC-2026-000001-7", "Programada", "Debe haber un mayor de edad.")
FACTS = (("Número", "RC-2026-000001-7"), ("Motivo del corte", "Falta de pago"))
PARTS = (("Certificado del instalador matriculado", "Aceptado"),)
STEPS = (
    ("02/03/2026 09:00", "Ingresada", ""),
    ("02/03/2026 10:00", "Programada", "03/03/2026, 08:00 a 12:00"),
)


def paper(steps: tuple[tuple[str, str, str], ...] = STEPS) -> bytes:
    head = Letterhead(UTILITY, TITLE, "N° RC-2026-000001-7")
    stamp = Stamp(datetime(2026, 3, 2, 12, tzinfo=UTC))
    contract = summary(1).contract
    return render(head, stamp, Formatter(), contract, TOLD, FACTS, PARTS, steps)


def test_it_is_a_paper_that_lasts_and_can_be_read() -> None:
    assert_in_order(paper(), f"{TITLE} N° RC-2026-000001-7")


def test_it_says_what_was_asked_and_how_far_it_has_got() -> None:
    found = text(paper())
    for words in ("Programada", "Falta de pago", "Aceptado", "03/03/2026, 08:00 a 12:00"):
        assert words in found
    assert "no implica su aprobación" in found


def test_a_long_history_goes_on_over_pages() -> None:
    many = tuple((f"0{n % 9 + 1}/03/2026", "Programada", f"vez {n}") for n in range(90))
    found = text(paper(many))
    assert all(f"vez {n}" in found for n in range(90))
