"""The certificate of an adhesion: what it must say, and to whom."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime

import pytest

from desktop.domain.delivery import (
    Consent,
    Delivery,
    DeliveryChannel,
    DeliveryRules,
    DeliveryStatus,
)
from desktop.services.printing.delivery import render
from desktop.services.printing.letterhead import Letterhead, Stamp
from desktop.viewmodels.format import Formatter
from tests.support.fake_office import UTILITY, summary
from tests.support.papers import assert_in_order, text

TITLE = "Constancia de adhesión"
RULES = DeliveryRules("2026-03", "Acepto.", 30, 2, 4, 1, 10, 3, 72, 0)
ROW = Delivery(
    id="1",
    contract_id="1",
    channel=DeliveryChannel.EMAIL,
    email="ana@example.org",
    second_email="",
    postal_address="",
    status=DeliveryStatus.CONFIRMED,
    requested_by="ana",
    requested_at=datetime(2026, 3, 2, 12, tzinfo=UTC),
    consent=Consent("2026-03", "Acepto recibir las facturas por mail."),
    confirmed_at=datetime(2026, 3, 2, 13, 30, tzinfo=UTC),
    first_reading=date(2026, 3, 10),
    effective_from=date(2026, 3, 14),
    is_late=False,
    ends_on=None,
    bounces=0,
    suspended_on=None,
    origin_op_id="4b2d1f8e-0000-4c6e-9e57-000000000000",
)


def paper(row: Delivery = ROW, who: str = "Ana Pérez", today: date = date(2026, 3, 20)) -> bytes:
    head = Letterhead(UTILITY, TITLE, "N° F-2026-000012-3")
    stamp = Stamp(datetime(2026, 3, 20, 12, tzinfo=UTC))
    return render(head, stamp, Formatter(), summary(1).contract, row, RULES, who, today)


def test_it_is_a_paper_that_lasts_and_can_be_read() -> None:
    assert_in_order(paper(), f"{TITLE} N° F-2026-000012-3")


def test_it_says_who_agreed_to_what_and_from_when_on() -> None:
    words = text(paper())
    for told in (
        "ana@example.org",
        "Vigente",
        "marzo de 2026",
        "02/03/2026 09:00",
        "02/03/2026 10:30",
        "Ana Pérez (usuario ana)",
        "versión 2026-03",
        "Acepto recibir las facturas por mail.",
        ROW.origin_op_id or "",
    ):
        assert told in words


@pytest.mark.parametrize(
    ("today", "state"),
    [(date(2026, 3, 13), "rige desde la próxima factura"), (date(2026, 3, 14), "Vigente")],
)
def test_its_state_is_that_of_the_day(today: date, state: str) -> None:
    assert state in text(paper(today=today))


def test_somebody_elses_request_is_not_told_as_ones_own() -> None:
    words = text(paper(dataclasses.replace(ROW, requested_by="beto"), who=""))
    assert "Usuario beto" in words
    assert "Ana Pérez" not in words
