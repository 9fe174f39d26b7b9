"""Whatever happens while a form is half typed, nothing of it is lost: every form of the pages, by
its own widgets against the real service."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select

from backend import models as m
from backend.policies.models import Policy
from desktop.domain.errors import Code, StoreError
from desktop.domain.submissions import Submission
from desktop.services.outbox import OutboxService
from tests.support.backend import MovableClock, RunningBackend, running_backend
from tests.support.half_typed import HalfTyped, syncs
from tests.support.half_typed_forms import FORMS, IN_MEMORY
from tests.support.person import Person
from tests.support.utility_people import offers_everything

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

every_form = pytest.mark.parametrize("form", (FORMS | IN_MEMORY).values(), ids=FORMS | IN_MEMORY)
kept_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


class RunningClock(MovableClock):
    """Goes on by itself, as the person's does: nobody reads a meter in the future."""

    def __init__(self) -> None:
        super().__init__()
        self._begun = time.monotonic()

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=time.monotonic() - self._begun)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningBackend]:
    """A utility that offers everything, and Ana's contract 4410: three bills to pay, her meter to
    read by herself these days."""
    folder = tmp_path / "server"
    folder.mkdir()
    with running_backend(folder, clock=RunningClock()) as backend:
        backend.books.utility(regulator="URSEA")
        offers_everything(backend)
        ana = backend.books.user("ana", "secreta", email="ana@example.org")
        home = backend.books.contract([ana], number="4410")
        backend.books.readings(home, 13)
        backend.books.invoices(home, 3)
        backend.books.open_window(home, backend.movable_clock.now())
        with backend.database.writing() as session:
            session.get_one(m.Contract, home.id).customer.email = "ana@example.org"
        yield backend


def half_types(person: Person, server: RunningBackend, form: HalfTyped) -> None:
    """Somebody who signed in has begun to fill it in."""
    form.prepares(server)
    person.opens_the_app()
    person.signs_in("ana", "secreta")
    person.sees("Al día")
    form.leads_to(person, server)
    form.opens(person)
    form.types(person)
    assert form.shows(person) == form.text


def everything_changes(server: RunningBackend) -> None:
    """The contract, an invoice and the rules of every area come anew, and there is one more
    reading of long ago."""
    with server.database.writing() as session:
        contract = session.scalars(select(m.Contract)).one()
        contract.category = "Otra"
        place = session.get_one(m.SupplyPoint, contract.supply_point_id)
        place.address = "Calle Dos 456"
        bill = session.scalars(select(m.Invoice)).all()[-1]
        bill.issue_date += timedelta(days=1)
        for policy in session.scalars(select(Policy)):
            policy.rules = _other(policy.rules)


def _other(rules: str) -> str:
    """The same rules with other words: labels, terms and hints say so."""
    found = json.loads(rules)
    for name, value in found.items():
        if name in ("types", "topics", "incidents", "claimants", "documents", "reasons"):
            for one in value:
                one["label"] = f"{one['label']}."
    return json.dumps(found)


@every_form
def test_what_is_typed_outlives_another_page_a_sync_and_a_lock(
    person: Person, server: RunningBackend, form: HalfTyped
) -> None:
    half_types(person, server, form)
    person.goes_to("Inicio")
    form.opens(person)
    assert form.shows(person) == form.text, "another page"

    everything_changes(server)
    syncs(person)
    assert form.shows(person) == form.text, "a sync of all that it is about"

    with server.database.writing() as session:
        for model in (m.AccessToken, m.RefreshToken):
            session.query(model).delete()
    syncs(person)
    person.sees("Su sesión venció.")
    assert form.shows(person) == form.text, "the session ended"
    person.presses("Ingresar")
    person.tries_to_sign_in("ana", "secreta")
    person.sees("Al día")
    form.opens(person)
    assert form.shows(person) == form.text, "somebody signed in again"


@every_form
def test_what_is_typed_outlives_an_error(
    person: Person, server: RunningBackend, form: HalfTyped, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_any: object, **_more: object) -> Submission:
        raise StoreError(Code.DISK_FULL)

    half_types(person, server, form)
    form.completes(person)
    if form.is_online:
        server.stop()
    else:
        monkeypatch.setattr(OutboxService, "enqueue", full)
    QTest.mouseClick(person.part(form.sends), Qt.MouseButton.LeftButton)
    person.waits()
    person.sees(
        "El sistema no está disponible" if form.is_online else "No queda espacio en el disco"
    )
    form.comes_back(person)
    assert form.shows(person) == form.text


@kept_form
def test_what_is_typed_outlives_a_power_cut(
    person: Person, server: RunningBackend, form: HalfTyped
) -> None:
    half_types(person, server, form)
    kept = form.kept or form.text
    person.waits_until(lambda: kept in str(person.desktop.shell.office.drafts.all()))
    person.waits()
    person.loses_power()
    person.opens_the_app()
    person.sees("Al día")
    form.opens(person)
    assert form.shows(person) == form.text
