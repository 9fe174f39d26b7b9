"""A form that is half typed: the hands that fill it in, and the books that it is about. The forms
are in `half_typed_forms`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from sqlalchemy import select

from backend import models as m
from backend.contracts.models import ConnectedState, ContractStatus, CutReason
from backend.invoices.models import PaymentStatus
from tests.support import form_hands
from tests.support.backend import RunningBackend
from tests.support.person import Person


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """`opens` goes to the form from any page, unless it is in front; `types` fills one field of it,
    `part`, with `text`, a file's name where files are dropped. `prepares` brings the books to where
    the form is offered, `leads_to` what the person did before. `completes` fills in the rest of
    it, `comes_back` goes from the button that sends to the field."""

    opens: Callable[[Person], None]
    part: str
    text: str
    kept: str = ""  # as it stands on the disk, where that is another word
    prepares: Callable[[RunningBackend], None] = lambda _server: None
    leads_to: Callable[[Person, RunningBackend], None] = lambda _person, _server: None
    completes: Callable[[Person], None] = lambda _person: None
    sends: str = ""  # the button, or the field where Enter does
    is_online: bool = False  # sent to the service at once, not into the outbox
    comes_back: Callable[[Person], None] = lambda _person: None

    def types(self, person: Person) -> None:
        """Write into the field as keys or an input method do."""
        field = person.part(self.part)
        field.setFocus()
        if self.text.endswith(".pdf"):
            drops(person, self.part, self.text)
        elif isinstance(field, QPlainTextEdit):
            field.selectAll()
            field.insertPlainText(self.text)
        elif isinstance(field, QComboBox):
            form_hands.picks(person, self.part, self.text)
        else:
            assert isinstance(field, QLineEdit)
            field.selectAll()
            QTest.keyClicks(field, self.text)
        person.waits()

    def shows(self, person: Person) -> str:
        """What stands in the field."""
        field = person.part(self.part)
        assert field.isVisible(), f"{self.part} is not in sight"
        if self.text.endswith(".pdf"):
            return self.text if self.text in person.screen else ""
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText()
        if isinstance(field, QComboBox):
            return field.currentText()
        assert isinstance(field, QLineEdit)
        return field.text()


def drops(person: Person, name: str, file: str) -> None:
    """Drag a PDF of that name onto a part of a form."""
    path = person.folder / file
    path.write_bytes(b"%PDF-1.4\n% a paper\n%%EOF\n")
    form_hands.drops(person, name, path)


# ---- books ----------------------------------------------------------------------------------


def pays_everything(server: RunningBackend) -> None:
    """Nothing is owed."""
    with server.database.writing() as session:
        for bill in session.scalars(select(m.Invoice)):
            bill.paid, bill.open, bill.payment_status = bill.total, 0, PaymentStatus.PAID


def is_cut(server: RunningBackend) -> None:
    """The supply was cut, and what was owed is paid."""
    pays_everything(server)
    with server.database.writing() as session:
        contract = session.scalars(select(m.Contract).where(m.Contract.number == "4410")).one()
        contract.status, contract.cut_since = ContractStatus.CUT, date(2026, 2, 10)
        contract.cut_reason = CutReason.NON_PAYMENT
        place = session.get_one(m.SupplyPoint, contract.supply_point_id)
        place.connected_state = ConnectedState.PHYSICALLY_DISCONNECTED


# ---- what a scenario asks -------------------------------------------------------------------


def syncs(person: Person) -> None:
    """Now, and to the end."""
    person.desktop.shell.sync_now()
    person.waits()


def request_number(server: RunningBackend) -> str:
    """Of the only supply request there is."""
    with server.database.reading() as session:
        return session.scalars(select(m.SupplyRequest)).one().number


def is_in_front(person: Person, part: str) -> bool:
    """Whether a part of the window can be seen."""
    found = person.desktop.window.findChild(QWidget, part)
    return found is not None and found.isVisible()
