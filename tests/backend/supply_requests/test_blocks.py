"""What blocks a request, as properties: nothing is let through that should not, and each thing in
the way is told."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from backend.contracts.models import ContractStatus, CutReason
from backend.supply_requests.blocks import (
    Account,
    Change,
    Visit,
    change_documents,
    cut_documents,
    cut_rule,
    holder_change_blocks,
    reconnection_blocks,
)
from backend.supply_requests.rules import DebtPolicy, HolderChangeRules, PersonType
from backend.supply_requests.words import FOLLOWERS, RequestKind, Status, may_follow
from tests.support.supply_rules import supply_rules

TODAY = date(2026, 3, 2)
RULES = supply_rules()
RECONNECTION, CHANGE = RULES.reconnection, RULES.holder_change
assert RECONNECTION is not None and CHANGE is not None
DAYS = (TODAY + timedelta(days=1), TODAY + timedelta(days=7))
ONLINE = [cut.reason for cut in RECONNECTION.cuts if cut.online]

accounts = st.builds(
    Account,
    status=st.sampled_from(ContractStatus),
    cut=st.none() | st.sampled_from(CutReason),
    overdue=st.integers(-500, 500),
    currency=st.just("UYU"),
    under_way=st.sampled_from(["", "RC-1"]),
)
visits = st.builds(
    Visit,
    documents=st.sets(st.sampled_from(["fitter_certificate", "payment_proof"])),
    fitter_number=st.sampled_from(["", "  ", "1234"]),
    is_declared=st.booleans(),
    on=st.dates(TODAY, TODAY + timedelta(days=10)),
    slot=st.sampled_from(["morning", "night"]),
)


def codes(found: list[Any]) -> list[str]:
    return [block.code for block in found]


@given(accounts, visits)
def test_a_reconnection_passes_only_where_everything_holds(account: Account, visit: Visit) -> None:
    assert RECONNECTION is not None
    found = reconnection_blocks(account, RECONNECTION, visit, DAYS)
    cut = cut_rule(RECONNECTION, account.cut)
    holds = (
        account.status is ContractStatus.CUT
        and account.cut in ONLINE
        and account.overdue <= 0
        and not account.under_way
        and visit.is_declared
        and visit.slot == "morning"
        and DAYS[0] <= visit.on <= DAYS[1]
        and set(cut_documents(cut)) <= set(visit.documents)
        and (not cut.certificate or bool(visit.fitter_number.strip()))
    )
    assert (found == []) == holds


@given(accounts, visits)
def test_what_blocks_before_the_form_still_blocks_with_it(account: Account, visit: Visit) -> None:
    assert RECONNECTION is not None
    before = codes(reconnection_blocks(account, RECONNECTION))
    assert codes(reconnection_blocks(account, RECONNECTION, visit, DAYS))[: len(before)] == before


@given(accounts)
def test_debt_is_always_told_with_its_amount_and_its_way_out(account: Account) -> None:
    assert RECONNECTION is not None
    owing = dataclasses.replace(
        account, status=ContractStatus.CUT, cut=CutReason.NON_PAYMENT, overdue=123
    )
    (debt,) = [b for b in reconnection_blocks(owing, RECONNECTION) if b.code == "overdue_debt"]
    assert (debt.way_out, debt.data["amount"]) == ("pay", 123)


def right(**changed: Any) -> Change:
    usual = Change(
        reason="purchase",
        person_type=PersonType.PERSON,
        document_type="ci",
        is_valid_document=True,
        is_same_holder=False,
        link="owner",
        documents=["id_front", "id_back", "deed"],
        effective_on=TODAY,
        terms_version="2026-11",
        assumes_debt=False,
        has_representative=False,
        has_reading=True,
        read_on=TODAY,
        last_read_on=TODAY,
        is_below=False,
        has_photo=False,
    )
    return dataclasses.replace(usual, **changed)


ACTIVE = Account(ContractStatus.ACTIVE, None, 0, "UYU")
DEFECTS: dict[str, dict[str, Any]] = {
    "reason_unknown": {"reason": "because"},
    "document_type_unknown": {"document_type": "rut"},
    "document_invalid": {"is_valid_document": False},
    "same_holder": {"is_same_holder": True},
    "link_unknown": {"link": "friend"},
    "document_missing": {"documents": ["id_front", "deed"]},
    "day_not_offered": {"effective_on": TODAY + timedelta(days=99)},
    "reading_missing": {"has_reading": False},
    "reading_below": {"is_below": True},
    "reading_day": {"read_on": TODAY + timedelta(days=1)},
    "terms_changed": {"terms_version": "2020-01"},
}


def test_a_right_change_passes_and_each_defect_alone_is_told() -> None:
    assert CHANGE is not None
    assert holder_change_blocks(ACTIVE, CHANGE, TODAY, right()) == []
    for code, defect in DEFECTS.items():
        assert codes(holder_change_blocks(ACTIVE, CHANGE, TODAY, right(**defect))) == [code]


@given(st.sets(st.sampled_from(sorted(DEFECTS.keys() - {"reason_unknown"}))))
def test_several_defects_are_told_together_but_those_of_one_document(chosen: set[str]) -> None:
    assert CHANGE is not None
    fields = {name: value for code in chosen for name, value in DEFECTS[code].items()}
    found = codes(holder_change_blocks(ACTIVE, CHANGE, TODAY, right(**fields)))
    same_field = ("document_type_unknown", "document_invalid", "same_holder")
    readings = ("reading_missing", "reading_day", "reading_below")
    for of_one in (same_field, readings):
        told = [code for code in of_one if code in chosen]
        assert [code for code in found if code in of_one] == told[:1]
    others = chosen - set(same_field) - set(readings)
    assert others <= set(found) <= chosen


@given(accounts, st.sampled_from(DebtPolicy), st.booleans())
def test_debt_passes_only_where_it_may_be_and_is_taken_over(
    account: Account, policy: DebtPolicy, takes: bool
) -> None:
    rules = supply_rules(holder_change={"debt": policy}).holder_change
    assert rules is not None
    owing = dataclasses.replace(ACTIVE, overdue=account.overdue)
    found = codes(holder_change_blocks(owing, rules, TODAY, right(assumes_debt=takes)))
    is_free = account.overdue <= 0 or (policy is DebtPolicy.ASSUMED and takes)
    assert ("overdue_debt" not in found) == is_free


@given(st.sampled_from(PersonType), st.integers(0, 5))
def test_documents_are_asked_for_once_each(person_type: PersonType, place: int) -> None:
    assert isinstance(CHANGE, HolderChangeRules)
    wanted = change_documents(CHANGE, CHANGE.reasons[place], person_type)
    assert len(wanted) == len(set(wanted)) > 0
    assert set(CHANGE.reasons[place].documents) <= set(wanted)


def test_every_state_leads_to_an_end_and_no_end_leads_on() -> None:
    for kind, followers in FOLLOWERS.items():
        reached: set[Status] = set()
        for state in followers:
            assert not state.is_over
            seen, edge = {state}, {state}
            while edge:
                edge = {then for now in edge for then in followers.get(now, ())} - seen
                seen |= edge
            assert any(found.is_over for found in seen), f"{kind} {state} has no end"
            reached |= seen
        assert all(
            not may_follow(kind, state, then)
            for state in Status
            if state.is_over
            for then in Status
        )
    assert may_follow(RequestKind.RECONNECTION, Status.FAILED, Status.SCHEDULED)
