"""What the pages are given, from the books of a real server."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from backend import models as m
from backend.invoices.models import PaymentStatus
from backend.readings.models import Quality
from desktop.domain.freshness import Freshness
from desktop.domain.money import Money
from desktop.services.office import Office
from desktop.services.results import HitKind
from tests.support.backend import START
from tests.support.offices import an_office, synced
from tests.unit.services.conftest import World


@pytest.fixture
def office(world: World) -> Iterator[Office]:
    """Ana is signed in, nothing has been synced yet."""
    with an_office(world.server.url, world.folder, world.keyring, world.clock) as found:
        found.session.sign_in("ana", "secreta")
        yield found


def test_before_the_first_sync_everything_is_empty_and_says_so(
    world: World, office: Office
) -> None:
    assert office.contracts.overview().contracts == ()
    assert office.contracts.overview().freshness == Freshness(None)
    assert office.sync.freshness() == Freshness(None)
    book = office.invoices.book(world.contract_id)
    assert book.invoices == () and not book.debt.overdue
    assert office.readings.book(world.contract_id).periods == ()
    assert office.search.find("calle") == ()


def test_inicio_has_a_row_per_contract_with_what_it_owes(world: World, office: Office) -> None:
    second = world.books.contract([world.ana], number=2001)
    world.books.invoices(second, 1)
    world.books.change(m.Invoice, 13, payment_status=PaymentStatus.PAID, open=0, paid=122000)
    for reading in (11, 12):
        world.books.change(m.Reading, reading, quality=Quality.ESTIMATED)
    synced(office)
    overview = office.contracts.overview()
    assert [row.contract.number for row in overview.contracts] == ["1001", "2001"]
    first, paid = overview.contracts
    assert first.debt.overdue == Money(12 * 122000, "UYU")
    assert (first.open_invoices, first.estimates_in_a_row) == (12, 2)
    assert (paid.open_invoices, paid.debt.payable) == (0, Money(0, "UYU"))
    assert overview.today == date(2026, 3, 2)
    assert overview.now == START
    assert overview.freshness == office.sync.freshness() == Freshness(START)


def test_invoices_in_another_currency_are_listed_but_not_added(
    world: World, office: Office
) -> None:
    world.books.change(m.Invoice, 12, currency="USD")
    synced(office)
    book = office.invoices.book(world.contract_id)
    assert len(book.invoices) == 12
    assert book.debt.overdue == Money(11 * 122000, "UYU")
    assert office.contracts.overview().contracts[0].open_invoices == 11


def test_invoices_come_newest_first(world: World, office: Office) -> None:
    synced(office)
    dates = [i.issue_date for i in office.invoices.book(world.contract_id).invoices]
    assert dates == sorted(dates, reverse=True)


def test_consumption_is_counted_by_period(world: World, office: Office) -> None:
    synced(office)
    book = office.readings.book(world.contract_id)
    assert len(book.readings) == 12
    assert [p.consumption for p in book.periods] == [Decimal(10)] * 11
    assert [meter.serial for meter in book.meters] == ["M1001"]
    assert book.now == START


def test_anything_is_found_by_what_one_remembers(world: World, office: Office) -> None:
    world.books.unlink(world.ana, world.home)
    world.books.link(world.ana, world.home, alias="Casa")
    synced(office)
    for text, kind, title in (
        ("CALLE uno", HitKind.CONTRACT, "Casa"),
        ("perez", HitKind.CONTRACT, "Casa"),
        ("casa", HitKind.CONTRACT, "Casa"),
        ("a-1-003", HitKind.INVOICE, "A-1-003"),
        ("m1001", HitKind.METER, "M1001"),
    ):
        hit = office.search.find(text)[0]
        assert (hit.kind, hit.title, hit.contract_id) == (kind, title, world.contract_id)


def test_a_search_has_an_end(office: Office) -> None:
    synced(office)
    assert len(office.search.find("a-1", limit=5)) == 5
    assert office.search.find("no such thing") == ()
    assert office.search.find("  ") == ()


@pytest.mark.fault(25, "U")
def test_a_clock_that_is_years_off_changes_neither_days_nor_debts(
    world: World, office: Office
) -> None:
    synced(office)
    expected = office.contracts.overview()
    world.clock.wall = world.clock.wall.replace(year=2036)
    assert office.contracts.overview() == expected
