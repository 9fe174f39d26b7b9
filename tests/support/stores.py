"""The real encrypted store for tests, and bodies that need no wire decoder."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select

from desktop.domain.contracts import ConnectedState, Contract, ContractStatus, ServiceKind
from desktop.domain.invoices import DocumentRef, Invoice, InvoiceKind, PaymentStatus
from desktop.domain.money import Money
from desktop.domain.readings import Meter, Quality, Reading, ReadingReason, Source
from desktop.domain.submissions import Submission
from desktop.domain.users import Utility
from desktop.store.database import Database
from desktop.store.local import LocalStore
from desktop.store.profile import ProfileFolder
from desktop.store.schema import entity, scope
from tests.support.feed_server import Contents

T = TypeVar("T")

KEY = bytes(range(32))
OTHER_KEY = bytes(range(1, 33))
OUTBOX_KEY = bytes(range(2, 34))
SERVER = "https://ute.example"


_KINDS = {Contract: "contract", Meter: "meter", Reading: "reading", Invoice: "invoice"}


class PlainDecoders:
    """Entities from short JSON bodies, with the same name for what the wire names so too."""

    def kind_of(self, entity: type, /) -> str:
        """As the wire calls it."""
        return _KINDS.get(entity, "utility")

    def decode(self, entity: type[T], body: bytes, /) -> T:
        """By the class."""
        made = getattr(self, f"decode_{self.kind_of(entity)}")(body)
        assert isinstance(made, entity)
        return made

    def decode_policy(self, rules: type[T], body: bytes, /) -> T:
        """Fields as they are named."""
        return rules(**json.loads(body)["rules"])

    def decode_contract(self, body: bytes, /) -> Contract:
        """`id`, `number`, `holder_name`."""
        f = json.loads(body)
        return Contract(
            id=f["id"],
            number=f.get("number", ""),
            account_number="",
            holder_name=f.get("holder_name", ""),
            service=ServiceKind.GAS,
            status=ContractStatus.ACTIVE,
            tariff="",
            category="",
            address="",
            city="",
            supply_point="",
            connected_state=ConnectedState.CONNECTED,
            currency="UYU",
            start_date=date(2020, 1, 1),
            end_date=None,
            cut=None,
            next_read_date=None,
            reading_window=None,
        )

    def decode_meter(self, body: bytes, /) -> Meter:
        """`id`, `contract_id`, `serial`, `installed_on`."""
        f = json.loads(body)
        installed = date.fromisoformat(f.get("installed_on", "2020-01-01"))
        return Meter(
            f["id"], f["contract_id"], f.get("serial", ""), "", "", "", installed, None, False, ()
        )

    def decode_reading(self, body: bytes, /) -> Reading:
        """`id`, `contract_id`, `read_at`."""
        f = json.loads(body)
        return Reading(
            id=f["id"],
            contract_id=f["contract_id"],
            meter_id="",
            meter_serial="",
            register_id="",
            value=Decimal(1),
            unit="m3",
            read_at=datetime.fromisoformat(f["read_at"]).astimezone(UTC),
            quality=Quality.REAL,
            source=Source.READER,
            reason=ReadingReason.REGULAR,
            consumption=None,
            days=None,
            is_rollover=False,
            no_read_reason=None,
            method=None,
            invoice_number=None,
        )

    def decode_invoice(self, body: bytes, /) -> Invoice:
        """`id`, `contract_id`, `number`, `issue_date`, `open` in minor units, `document`."""
        f = json.loads(body)
        nothing = Money(0, "UYU")
        document = f.get("document")
        return Invoice(
            id=f["id"],
            contract_id=f["contract_id"],
            number=f.get("number", ""),
            kind=InvoiceKind.INVOICE,
            issue_date=date.fromisoformat(f.get("issue_date", "2026-01-01")),
            period_start=None,
            period_end=None,
            due_terms=(),
            period_charge=nothing,
            previous_balance=nothing,
            total=nothing,
            paid=nothing,
            open=Money(f.get("open", 0), "UYU"),
            payment_status=PaymentStatus.PENDING,
            lines=(),
            readings=(),
            document=None
            if document is None
            else DocumentRef("d", document["sha256"], 1, "application/pdf"),
            replaced_by=None,
            agreement_number=None,
            claim_number=None,
        )

    def decode_utility(self, body: bytes, /) -> Utility:
        """`id`, `name`."""
        f = json.loads(body)
        return Utility(
            id=f["id"],
            name=f["name"],
            legal_name="",
            country="UY",
            zone="America/Montevideo",
            locale="es-UY",
            currency="UYU",
            accent="#000000",
            emergency_phone="",
            customer_phone="",
            regulator="",
            is_demo=True,
            demo_account=None,
            estimates_in_a_row=3,
        )


def a_submission(stream: str = "C-1", number: int = 1, **changes: object) -> Submission:
    """A reading as it goes into the outbox; `number` makes it another one."""
    body = b'{"kind":"self_reading","payload":{"value":"%d"}}' % number
    item = Submission(
        op_id=str(UUID(int=number, version=4)),
        scope=stream,
        stream=stream,
        kind="self_reading",
        payload=body,
        payload_sha256=sha256(body).hexdigest(),
        created_at=datetime(2026, 3, 2, 12, tzinfo=UTC),
    )
    return replace(item, **changes)  # type: ignore[arg-type]


@dataclass
class Disk:
    """Opens the store of one profile as often as wanted, as starts of the app would."""

    root: Path
    key: bytes = KEY
    outbox_key: bytes = OUTBOX_KEY

    @property
    def folder(self) -> ProfileFolder:
        """Where the profile lies."""
        return ProfileFolder(self.root / "profiles", SERVER, "7")

    def open(self) -> LocalStore:
        """A start of the app."""
        store = LocalStore(self.folder, self.key, self.outbox_key, PlainDecoders())
        store.open()
        return store


def visible(store: LocalStore, name: str) -> Contents:
    """What any screen could read of a scope, and nothing that is only staged."""
    query = (
        select(entity.c.kind, entity.c.id, entity.c.seq, entity.c.body)
        .join_from(scope, entity, entity.c.generation == scope.c.live)
        .where(scope.c.scope == name)
    )
    with database(store).read() as connection:
        return frozenset((k, i, s, b) for k, i, s, b in connection.execute(query))


def leftovers(store: LocalStore) -> int:
    """Rows that belong neither to what is visible nor to what is being received."""
    query = (
        "SELECT count(*) FROM entity WHERE generation NOT IN"
        " (SELECT live FROM scope WHERE live IS NOT NULL"
        "  UNION SELECT stage FROM scope WHERE stage IS NOT NULL)"
    )
    with database(store).read() as connection:
        return int(connection.exec_driver_sql(query).scalar_one())


def database(store: LocalStore) -> Database:
    """The file under the store."""
    return store._database
