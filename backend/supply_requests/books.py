"""What a finished request changes in the books."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backend.contracts.models import (
    ConnectedState,
    Contract,
    ContractStatus,
    Customer,
    Meter,
    Register,
    SupplyPoint,
)
from backend.readings.models import Quality, Reading, ReadingReason, Source
from backend.supply_requests.facts import zone
from backend.supply_requests.models import NewHolder, SupplyRequest
from backend.users.models import ContractLink, LinkRole, User


def reconnect(session: Session, request: SupplyRequest) -> Contract:
    """Supply is back: the contract is active and its supply point connected."""
    contract = session.get_one(Contract, request.contract_id, with_for_update={"key_share": True})
    contract.status = ContractStatus.ACTIVE
    contract.cut_since, contract.cut_reason = None, None
    place = session.get_one(SupplyPoint, contract.supply_point_id)
    place.connected_state = ConnectedState.CONNECTED
    return contract


def last_readings(session: Session, registers: Iterable[int]) -> dict[int, Reading]:
    """The last reading of each of these registers, by its id."""
    found: dict[int, Reading] = {}
    query = select(Reading).where(Reading.register_id.in_(list(registers)))
    for reading in session.scalars(query.order_by(Reading.read_at, Reading.id)):
        found[reading.register_id] = reading
    return found


def serving(session: Session, contract_id: int) -> list[Meter]:
    """The meters of a contract that were not taken away."""
    query = select(Meter).where(Meter.contract_id == contract_id, Meter.removed_on.is_(None))
    return list(session.scalars(query.order_by(Meter.id)))


def registers_of(session: Session, meters: Sequence[Meter]) -> list[Register]:
    """The dials of these meters."""
    query = select(Register).where(Register.meter_id.in_([meter.id for meter in meters]))
    return list(session.scalars(query.order_by(Register.meter_id, Register.code, Register.id)))


def change_holder(
    session: Session, request: SupplyRequest, holder: NewHolder, since: date, number: str
) -> Contract:
    """End the contract and begin another at the same supply point, for the new holder. Nothing
    but supply point, meters, tariff and the value of the hand-over goes over: bills, readings,
    delivery, agreements and what somebody else may see hang on the old contract and stay there."""
    old = session.get_one(Contract, request.contract_id, with_for_update={"key_share": True})
    number = number or _next_number(session)
    new = Contract(
        number=number,
        account_number=_account_number(old, number),
        customer_id=_customer(session, holder).id,
        supply_point_id=old.supply_point_id,
        service=old.service,
        status=ContractStatus.ACTIVE,
        tariff=old.tariff,
        category=old.category,
        currency=old.currency,
        start_date=since,
        next_read_date=old.next_read_date,
        window_opens_at=old.window_opens_at,
        window_closes_at=old.window_closes_at,
    )
    session.add(new)
    old.status, old.end_date = ContractStatus.ENDED, since
    old.next_read_date = old.window_opens_at = old.window_closes_at = None
    session.flush()
    meters = serving(session, old.id)
    _hand_over(session, request, holder, registers_of(session, meters), old, new)
    for meter in meters:
        meter.contract_id = new.id
    _link(session, new, old)
    request.resulting_contract_id = new.id
    session.flush()
    return new


def _hand_over(
    session: Session,
    request: SupplyRequest,
    holder: NewHolder,
    registers: Sequence[Register],
    old: Contract,
    new: Contract,
) -> None:
    """The same value ends the old contract's readings and begins the new one's."""
    if holder.handover_on is None:
        return
    values = {value.register_id: value.value for value in request.handover}
    last = last_readings(session, values)
    noon = datetime.combine(holder.handover_on, time(12), zone(session))
    for register in registers:
        if register.id not in values:
            continue
        value, before = Decimal(values[register.id]), last.get(register.id)
        # Somebody may have read the meter in the afternoon of the same day.
        at = noon if before is None else max(noon, before.read_at + timedelta(minutes=1))
        ending = _reading(old, register, value, at, ReadingReason.REGULAR)
        if before is not None and value >= before.value:
            ending.consumption = (value - before.value) * register.multiplier
            ending.days = (at - before.read_at).days
        session.add_all([ending, _reading(new, register, value, at, ReadingReason.HANDOVER)])


def _reading(
    contract: Contract, register: Register, value: Decimal, at: datetime, reason: ReadingReason
) -> Reading:
    return Reading(
        contract_id=contract.id,
        meter_id=register.meter_id,
        register_id=register.id,
        value=value,
        read_at=at,
        quality=Quality.CUSTOMER,
        source=Source.CUSTOMER_PORTAL,
        reason=reason,
    )


def _customer(session: Session, holder: NewHolder) -> Customer:
    """Whoever the books know by this document, or somebody new."""
    query = select(Customer).where(
        Customer.document_type == holder.document_type,
        Customer.document_number == holder.document_number,
    )
    known = session.scalar(query)
    if known is not None:
        return known
    customer = Customer(
        document_type=holder.document_type,
        document_number=holder.document_number,
        full_name=holder.full_name,
        email=holder.email,
        phone=holder.phone,
    )
    session.add(customer)
    session.flush()
    return customer


def _link(session: Session, new: Contract, old: Contract) -> None:
    """Show the new contract to the new holder's users, and the old one to them no more."""
    users = select(User).where(User.customer_id == new.customer_id, User.is_active)
    for user in session.scalars(users).all():
        last = select(func.max(ContractLink.sort)).where(ContractLink.user_id == user.id)
        place = (session.scalar(last) or 0) + 1
        session.add(
            ContractLink(user_id=user.id, contract_id=new.id, role=LinkRole.HOLDER, sort=place)
        )
        seen = select(ContractLink).where(
            ContractLink.user_id == user.id, ContractLink.contract_id == old.id
        )
        for link in session.scalars(seen).all():
            session.delete(link)


def _next_number(session: Session) -> str:
    """One more than the greatest number that consists of digits."""
    query = select(Contract.number).order_by(
        func.length(Contract.number).desc(), Contract.number.desc()
    )
    for number in session.scalars(query):
        if number.isascii() and number.isdigit():
            return str(int(number) + 1).zfill(len(number))
    return "1"


def _account_number(old: Contract, number: str) -> str:
    """As the old one was made of its contract's number, where it was."""
    if old.number and old.account_number.endswith(old.number):
        return old.account_number.removesuffix(old.number) + number
    return number
