"""Whether an attempt to pay may begin, decided and written down under the contract's lock."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from backend.banks.models import Bank
from backend.feed.models import FeedEntry
from backend.payments.models import IntentState, PaymentIntent, PaymentItem
from backend.payments.rules import PaymentRules
from backend.payments.schemas import PayForm, PayItemForm
from backend.payments.targets import Due, due_key, targets
from backend.problems import Problem

Key = tuple[str, int]


def digest_of(form: PayForm) -> bytes:
    """What two requests share that ask for the same; where the app waits is not part of it."""
    return hashlib.sha256(form.model_dump_json(exclude={"return_port"}).encode()).digest()


def refused(reason: str, **data: object) -> Problem:
    """`payment-refused`, with what a sentence needs."""
    return Problem("payment-refused", reason=reason, data=data)


def open_intent(
    session: Session, now: datetime, user_id: int, pay_id: str, form: PayForm, rules: PaymentRules
) -> PaymentIntent:
    """Reserve the debts for this attempt. Call under the lock of the contract's scope. Raises
    `Problem`: `invoice-changed`, `payment-open` or `payment-refused`."""
    contract_id = int(form.contract_id)
    dues = _dues(session, contract_id, form.items)
    _refuse_unpayable(dues)
    _refuse_taken(session, list(dues))
    _refuse_moved(session, contract_id, form.items, dues)
    if rules.oldest_first_required:
        _refuse_newer_first(session, contract_id, form.items)
    amount = sum(item.amount for item in form.items)
    currency = next(iter(dues.values())).currency
    bank = _bank(session, now, form.bank, amount, currency)
    if any(due.currency != currency for due in dues.values()):
        raise refused("bank_currency", currency=currency)
    wanted = [(item, dues[item.target, int(item.id)]) for item in form.items]
    if rules.allocation == "oldest_first":
        wanted.sort(key=lambda pair: due_key(pair[1]))
    intent = PaymentIntent(
        pay_id=pay_id,
        user_id=user_id,
        contract_id=contract_id,
        bank_id=bank.id,
        bank=bank,
        body_sha256=digest_of(form),
        currency=currency,
        amount=amount,
        state=IntentState.CREATED,
        created_at=now,
        expires_at=now + timedelta(minutes=rules.expiry_minutes),
        items=[
            PaymentItem(
                position=position,
                target=item.target,
                target_id=due.id,
                label=due.label,
                amount=item.amount,
            )
            for position, (item, due) in enumerate(wanted, start=1)
        ],
    )
    session.add(intent)
    session.flush()
    return intent


def held(session: Session, keys: Sequence[Key]) -> PaymentIntent | None:
    """The open attempt that holds one of these debts, if there is one."""
    query = (
        select(PaymentIntent)
        .join(PaymentItem, PaymentItem.intent_id == PaymentIntent.id)
        .where(
            PaymentItem.is_open,
            tuple_(PaymentItem.target, PaymentItem.target_id).in_(keys),
        )
        .order_by(PaymentIntent.id)
        .limit(1)
    )
    return session.scalar(query)


def _dues(session: Session, contract_id: int, items: Sequence[PayItemForm]) -> dict[Key, Due]:
    wanted: dict[str, list[int]] = {}
    for item in items:
        wanted.setdefault(item.target, []).append(int(item.id))
    found: dict[Key, Due] = {}
    for name, ids in wanted.items():
        target = targets().get(name)
        known: Mapping[int, Due] = target.find(session, contract_id, ids) if target else {}
        for at in ids:
            if at not in known:
                raise refused("unknown", target=name, id=str(at))
            found[name, at] = known[at]
    if len(found) != len(items):
        raise refused("repeated")
    return found


def _refuse_unpayable(dues: Mapping[Key, Due]) -> None:
    for (name, at), due in dues.items():
        if due.refusal and due.refusal != "settled":
            raise refused(due.refusal, target=name, id=str(at), label=due.label, about=due.about)


def _refuse_taken(session: Session, keys: Sequence[Key]) -> None:
    holder = held(session, keys)
    if holder is not None:
        raise Problem("payment-open", data={"pay_id": holder.pay_id})


def _refuse_moved(
    session: Session, contract_id: int, items: Sequence[PayItemForm], dues: Mapping[Key, Due]
) -> None:
    """Tell the new figures of everything asked for, where anything of it has moved."""
    moved = False
    for item in items:
        due = dues[item.target, int(item.id)]
        if item.amount > due.open or due.refusal:
            moved = True
        elif item.seq is not None:
            query = select(FeedEntry.seq).where(
                FeedEntry.kind == item.target,
                FeedEntry.entity_id == due.id,
                FeedEntry.scope_id == contract_id,
            )
            moved |= session.scalar(query) != item.seq
    if moved:
        now_open = [
            {"target": name, "id": str(at), "label": due.label, "open": due.open}
            for (name, at), due in dues.items()
        ]
        raise Problem("invoice-changed", data={"items": now_open})


def _refuse_newer_first(session: Session, contract_id: int, items: Sequence[PayItemForm]) -> None:
    chosen = {(item.target, int(item.id)): item.amount for item in items}
    everything = [
        (name, due)
        for name, target in targets().items()
        for due in target.dues(session, contract_id)
    ]
    everything.sort(key=lambda pair: due_key(pair[1]))
    left_out: Due | None = None
    for name, due in everything:
        paid = chosen.get((name, due.id), 0)
        if paid and left_out is not None:
            raise refused("oldest_first", label=left_out.label)
        if paid < due.open and left_out is None:
            left_out = None if held(session, [(name, due.id)]) else due


def _bank(session: Session, now: datetime, code: str, amount: int, currency: str) -> Bank:
    bank = session.scalar(select(Bank).where(Bank.code == code, Bank.is_offered))
    if bank is None:
        raise refused("bank_closed", bank=code)
    is_down = bank.maintenance_until is not None and bank.maintenance_until > now
    if not bank.is_enabled or is_down:
        raise refused("bank_closed", bank=bank.name)
    if currency not in bank.currencies.split():
        raise refused("bank_currency", bank=bank.name, currency=currency)
    above = bank.max_amount is not None and amount > bank.max_amount
    if above or amount < bank.min_amount:
        raise refused("bank_amount", bank=bank.name, min=bank.min_amount, max=bank.max_amount)
    return bank
