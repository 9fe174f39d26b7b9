"""What is news of cases, agreements and supply requests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from desktop.domain.agreements import Agreement, AgreementStatus
from desktop.domain.cases import Case, CaseKind, CaseStatus
from desktop.domain.money import Money, total
from desktop.domain.notices import Event, Facts, Notice, Topic, noon
from desktop.domain.supply_requests import RequestStatus, SupplyRequest


def cases(facts: Facts) -> Iterator[Notice]:
    """An answer, for as long as it is news, and a question back."""
    news = timedelta(days=facts.choices.rules.answered_days)
    own = {contract.id for contract in facts.contracts}
    for case in facts.every(Case):
        if case.contract_id not in own:
            continue
        told = case.subject or case.about
        if case.status is CaseStatus.AWAITING_CUSTOMER:
            yield Notice(
                id=f"case-asks:{case.id}:{len(case.messages)}",
                topic=Topic.CLAIM_ANSWERED,
                event=Event.CLAIM_ASKS,
                since=max((m.at for m in case.messages), default=case.opened_at),
                contract_id=case.contract_id,
                page="cases",
                item_id=case.id,
                day=case.reply_by,
                name=case.number,
                title=told,
                is_urgent=True,
            )
        elif case.answered_at is not None and facts.now - case.answered_at <= news:
            is_question = case.kind is CaseKind.QUESTION
            yield Notice(
                id=f"case-answered:{case.id}:{case.answered_at:%Y%m%d%H%M%S}",
                topic=Topic.CLAIM_ANSWERED,
                event=Event.QUESTION_ANSWERED if is_question else Event.CLAIM_ANSWERED,
                since=case.answered_at,
                contract_id=case.contract_id,
                page="cases",
                item_id=case.id,
                name=case.number,
                title=told,
            )


def agreements(facts: Facts) -> Iterator[Notice]:
    """A down payment or an instalment that is due soon, and those that are late."""
    lead = timedelta(days=facts.choices.rules.instalment_days)
    own = {contract.id for contract in facts.contracts}
    for one in facts.every(Agreement):
        if one.contract_id not in own:
            continue
        late = one.overdue(facts.today)
        following = one.next_instalment
        if one.status is AgreementStatus.AWAITING_DOWN_PAYMENT and one.down_payment_due is not None:
            yield _instalment(
                one,
                Event.DOWN_PAYMENT_DUE,
                f"down-payment:{one.id}",
                amount=one.down_payment - one.down_payment_paid,
                day=one.down_payment_due,
                since=one.down_payment_due - lead,
                is_urgent=True,
            )
        elif late:
            yield _instalment(
                one,
                Event.INSTALMENT_OVERDUE,
                f"instalment-late:{one.id}:{late[-1].number}",
                amount=total((i.open for i in late), one.debt.currency),
                day=late[0].due_date,
                since=late[-1].due_date + timedelta(days=1),
                is_urgent=True,
            )
        elif following is not None and following.due_date - facts.today <= lead:
            yield _instalment(
                one,
                Event.INSTALMENT_DUE,
                f"instalment:{one.id}:{following.number}",
                amount=following.open,
                day=following.due_date,
                since=following.due_date - lead,
            )


_ASKS = (RequestStatus.PENDING_PAYMENT, RequestStatus.PENDING_DOCUMENTS, RequestStatus.OBSERVED)
_DONE = (RequestStatus.EXECUTED, RequestStatus.EFFECTIVE)
_REFUSED = (RequestStatus.REJECTED, RequestStatus.EXPIRED)


def requests(facts: Facts) -> Iterator[Notice]:
    """A visit with its day, something that is missing, and how it ended."""
    news = timedelta(days=facts.choices.rules.answered_days)
    own = {contract.id for contract in facts.contracts}
    for one in facts.every(SupplyRequest):
        if one.contract_id not in own:
            continue
        moved = max((step.at for step in one.history), default=one.requested_at)
        is_news = facts.now - moved <= news
        scheduled = one.visit.scheduled if one.visit is not None else None
        day: date | None = None
        if one.status is RequestStatus.SCHEDULED and scheduled is not None:
            event, day = Event.REQUEST_SCHEDULED, scheduled.on
            text = f"{scheduled.starts}–{scheduled.ends}"
        elif one.status in _ASKS:
            event, day, text = Event.REQUEST_ASKS, one.until, one.note
        elif one.status is RequestStatus.FAILED:
            event, text = Event.REQUEST_FAILED, one.note
        elif one.status in _DONE and is_news:
            event, text = Event.REQUEST_DONE, one.note
        elif one.status in _REFUSED and is_news:
            event, text = Event.REQUEST_REFUSED, one.note
        else:
            continue
        yield Notice(
            id=f"request:{one.id}:{one.status}:{moved:%Y%m%d%H%M%S}",
            topic=Topic.REQUEST_MOVED,
            event=event,
            since=moved,
            contract_id=one.contract_id,
            page="supply_requests",
            item_id=one.id,
            day=day,
            name=one.number,
            text=text,
            is_urgent=event in (Event.REQUEST_ASKS, Event.REQUEST_FAILED),
        )


def _instalment(
    one: Agreement,
    event: Event,
    notice_id: str,
    *,
    amount: Money,
    day: date,
    since: date,
    is_urgent: bool = False,
) -> Notice:
    return Notice(
        id=notice_id,
        topic=Topic.INSTALMENT_DUE,
        event=event,
        since=noon(since),
        contract_id=one.contract_id,
        page="agreements",
        item_id=one.id,
        amount=amount,
        day=day,
        name=one.number,
        is_urgent=is_urgent,
    )
