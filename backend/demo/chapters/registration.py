"""Users at each step of their life: one who still has to confirm the mail, one who is locked out.

The first active contract of a person that no user sees stays free: anybody can register it by
hand with what is printed on its bills.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.contracts.models import Contract, ContractStatus, Customer
from backend.demo import profile
from backend.demo.chapters import Stage
from backend.invoices.models import Invoice
from backend.mail.outbound import queue
from backend.policies.rules import rules_of
from backend.registration.linking import Linking
from backend.registration.proofs import Proved
from backend.registration.rules import Proof, RegistrationRules
from backend.registration.service import send_confirmation
from backend.registration.words import Letters
from backend.users.models import ContractLink, SignInFailures, User
from backend.users.passwords import hash_password
from backend.users.service import digest_of

ORDER = 10

PENDING, LOCKED = "pendiente", "bloqueado"
_LOCK = timedelta(hours=10)


def write(stage: Stage) -> None:
    """Make the users."""
    account = profile.read().utility.demo_account
    if account is None:
        return
    hashed = hash_password(account[1])
    with stage.database.writing() as session:
        rules = rules_of(session, RegistrationRules)
        spare = spare_contracts(session, 3)
        if rules is None or len(spare) < 3:
            return
        # The first stays free for whoever tries the registration.
        _print_bill(session, stage, spare[0])
        pending = _user(session, stage, PENDING, spare[1], hashed)
        pending.is_confirmed = False
        send_confirmation(session, stage.now - timedelta(hours=2), rules, pending)
        _user(session, stage, LOCKED, spare[2], hashed)
        session.add(
            SignInFailures(
                name_digest=digest_of(LOCKED),
                count=5,
                last_at=stage.now,
                locked_until=stage.now + _LOCK,
            )
        )


def spare_contracts(session: Session, count: int) -> list[Proved]:
    """Active contracts that no user sees, by number."""
    seen = select(ContractLink.contract_id)
    rows = session.execute(
        select(Contract, Customer)
        .join(Customer, Customer.id == Contract.customer_id)
        .where(Contract.status == ContractStatus.ACTIVE, Contract.id.not_in(seen))
        .where(Customer.document_type == "ci")
        .order_by(Contract.number)
        .limit(count)
    )
    return [Proved(contract, customer) for contract, customer in rows]


def _print_bill(session: Session, stage: Stage, proved: Proved) -> None:
    """Nobody holds a bill of the demonstration in their hands: what it says is in the mailbox."""
    last = session.scalars(
        select(Invoice)
        .where(Invoice.contract_id == proved.contract.id)
        .order_by(Invoice.issue_date.desc(), Invoice.id.desc())
        .limit(1)
    ).one()
    text = (
        "Con estos datos puede probar «Registrarse»:\n\n"
        f"N° de Contrato: {proved.contract.number}\n"
        f"N° de Cuenta: {proved.contract.account_number}\n"
        f"Titular: {proved.customer.full_name}\n"
        f"Cédula: {proved.customer.document_number}\n"
        f"Última factura: {last.number}\n\n"
        "Los correos que se envíen al probar aparecen en esta misma página."
    )
    queue(
        session,
        stage.now,
        to="usted@example.com",
        subject="Una factura para probar el registro",
        text=text,
    )


def _user(session: Session, stage: Stage, name: str, of: Proved, hashed: str) -> User:
    user = User(
        username=name,
        full_name=of.customer.full_name,
        email=of.customer.email or f"{name}@example.com",
        password_hash=hashed,
    )
    session.add(user)
    session.flush()
    Linking(session, stage.now, Letters(None)).link(
        user, of, Proof.LAST_INVOICE_NUMBER, typed_name=user.full_name, terms="2026-07"
    )
    return user
