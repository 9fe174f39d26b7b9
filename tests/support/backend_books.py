"""Writes invented books into a backend's database: users, contracts, readings, invoices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from backend import models as m
from backend.base import Base
from backend.contracts.models import ServiceKind
from backend.database import Database
from backend.invoices.models import LineKind
from backend.settings import PasswordCost
from backend.users.passwords import hash_password

CHEAP = PasswordCost(passes=1, memory_kib=8)
FIRST_MONTH = date(2023, 1, 1)
PDF = b"%PDF-1.4\n% an invented invoice\n%%EOF\n"


@dataclass(frozen=True, slots=True)
class ContractIds:
    """A contract with its one meter of one register."""

    id: int
    meter_id: int
    register_id: int

    @property
    def scope(self) -> str:
        """The contract's scope, as the protocol names it."""
        return f"C-{self.id}"


class Books:
    """`Books(database)` writes; each call is one committed transaction, visible to the feed."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._count = 0

    def utility(self, **fields: Any) -> None:
        """The utility's profile, with `fields` in place of the usual ones."""
        usual = {
            "code": "uy_gas",
            "name": "Gas de Prueba",
            "legal_name": "Gas de Prueba S.A.",
            "country": "UY",
            "zone": "America/Montevideo",
            "locale": "es-UY",
            "currency": "UYU",
            "emergency_phone": "0800 0000",
        }
        with self.database.writing() as session:
            session.merge(m.Utility(id=1, **(usual | fields)))

    def user(self, username: str = "ana", password: str = "secreta", **fields: Any) -> int:
        """A user; returns the id."""
        usual = {"full_name": "Ana Pérez", "email": f"{username}@example.org"}
        with self.database.writing() as session:
            user = m.User(
                username=username.casefold(),
                password_hash=hash_password(password, CHEAP),
                **(usual | fields),
            )
            session.add(user)
            session.flush()
            return user.id

    def contract(self, users: Iterable[int] = (), **fields: Any) -> ContractIds:
        """A contract with a meter, linked to `users` as their own."""
        self._count += 1
        number = str(fields.pop("number", 1000 + self._count))
        usual = {"service": ServiceKind.GAS, "currency": "UYU", "start_date": date(2020, 1, 1)}
        with self.database.writing() as session:
            contract = m.Contract(
                number=number,
                account_number=number,
                customer=m.Customer(external_id=f"K{number}", full_name="Ana Pérez"),
                supply_point=m.SupplyPoint(code=f"S{number}", address="Calle Uno 123"),
                **(usual | fields),
            )
            register = m.Register(unit="m3", integer_digits=5, decimal_digits=0)
            meter = m.Meter(
                contract=contract,
                serial=f"M{number}",
                installed_on=date(2020, 1, 1),
                registers=[register],
            )
            session.add(meter)
            session.flush()
            for user in users:
                session.add(m.ContractLink(user_id=user, contract_id=contract.id))
            return ContractIds(contract.id, meter.id, register.id)

    def readings(self, contract: ContractIds, count: int = 12, *, first: int = 0) -> list[int]:
        """Monthly readings, 10 m3 apart, the `first`-th month of the series first; their ids."""
        with self.database.writing() as session:
            rows = [
                m.Reading(
                    contract_id=contract.id,
                    meter_id=contract.meter_id,
                    register_id=contract.register_id,
                    value=Decimal(100 + 10 * month),
                    read_at=datetime(2023, 1, 5, 12, tzinfo=UTC) + timedelta(days=30 * month),
                    consumption=Decimal(10) if month else None,
                    days=30 if month else None,
                )
                for month in range(first, first + count)
            ]
            session.add_all(rows)
            session.flush()
            return [row.id for row in rows]

    def open_window(self, contract: ContractIds, now: datetime, days: int = 5) -> None:
        """Let customers read the meter themselves from `days` before `now` until as many after."""
        self.change(
            m.Contract,
            contract.id,
            next_read_date=(now + timedelta(days=days)).date(),
            window_opens_at=now - timedelta(days=days),
            window_closes_at=now + timedelta(days=days),
        )

    def invoices(
        self, contract: ContractIds, count: int = 12, *, document: bytes | None = PDF
    ) -> list[int]:
        """Monthly invoices of 1 220.00 with two lines, and their PDF; their ids."""
        with self.database.writing() as session:
            rows = [self._invoice(contract, month, document) for month in range(count)]
            session.add_all(rows)
            session.flush()
            return [row.id for row in rows]

    def link(self, user_id: int, contract: ContractIds, **fields: Any) -> None:
        """Let a user see a contract."""
        with self.database.writing() as session:
            session.add(m.ContractLink(user_id=user_id, contract_id=contract.id, **fields))

    def unlink(self, user_id: int, contract: ContractIds) -> None:
        """Take that right away."""
        with self.database.writing() as session:
            links = session.query(m.ContractLink).filter_by(
                user_id=user_id, contract_id=contract.id
            )
            session.delete(links.one())

    def change(self, model: type[Base], row_id: int, **fields: Any) -> None:
        """Set columns of a row."""
        with self.database.writing() as session:
            row = session.get_one(model, row_id)
            for name, value in fields.items():
                setattr(row, name, value)

    def delete(self, model: type[Base], ids: Sequence[int]) -> None:
        """Remove rows; the feed keeps tombstones of those that it showed."""
        with self.database.writing() as session:
            for row_id in ids:
                session.delete(session.get_one(model, row_id))

    def _invoice(self, contract: ContractIds, month: int, document: bytes | None) -> m.Invoice:
        issued = FIRST_MONTH + timedelta(days=30 * month)
        kept = None
        if document is not None:
            kept = m.Document.of(contract.id, document + b"%% %d-%d" % (contract.id, month))
        return m.Invoice(
            contract_id=contract.id,
            number=f"A-{contract.id}-{month:03}",
            currency="UYU",
            issue_date=issued,
            period_start=issued - timedelta(days=30),
            period_end=issued,
            period_charge=122000,
            total=122000,
            open=122000,
            document=kept,
            due_terms=[m.DueTerm(date=issued + timedelta(days=15), amount=122000)],
            lines=[
                m.InvoiceLine(
                    position=1,
                    kind=LineKind.USAGE,
                    description="Cargo por consumo",
                    quantity=Decimal(10),
                    unit="m3",
                    unit_price=Decimal("100.00"),
                    price_currency="UYU",
                    fx_rate=Decimal(1),
                    amount=100000,
                ),
                m.InvoiceLine(
                    position=2,
                    kind=LineKind.TAX,
                    description="IVA",
                    tax_rate=Decimal("0.22"),
                    amount=22000,
                ),
            ],
            readings=[
                m.InvoiceReading(
                    position=1,
                    meter_serial="M",
                    previous_date=issued - timedelta(days=30),
                    previous_value=Decimal(100 + 10 * month),
                    current_date=issued,
                    current_value=Decimal(110 + 10 * month),
                    consumption=Decimal(10),
                    unit="m3",
                )
            ],
        )
