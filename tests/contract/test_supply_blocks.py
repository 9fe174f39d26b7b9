"""What the app says stands in the way is what the service would refuse for."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from backend.contracts.models import ContractStatus, CutReason
from backend.supply_requests import blocks as b
from backend.supply_requests.rules import DebtPolicy
from desktop.api.supply_rules import SupplyRules
from desktop.domain import contracts as dc
from desktop.domain import supply_blocks as d
from desktop.domain.money import Money
from desktop.domain.supply_requests import RequestKind, RequestStatus, SupplyRequest
from tests.support.supply_rules import supply_rules


def contract(status: ContractStatus, cut: CutReason | None) -> dc.Contract:
    since = dc.Cut(date(2026, 2, 1), dc.CutReason(cut)) if cut is not None else None
    return dc.Contract(
        id="1",
        number="1",
        account_number="1",
        holder_name="Ana",
        service=dc.ServiceKind.GAS,
        status=dc.ContractStatus(status),
        tariff="",
        category="",
        address="",
        city="",
        supply_point="",
        connected_state=dc.ConnectedState.CONNECTED,
        currency="UYU",
        start_date=date(2020, 1, 1),
        end_date=None,
        cut=since,
        next_read_date=None,
        reading_window=None,
    )


def running(kind: RequestKind) -> SupplyRequest:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    return SupplyRequest(
        id="1",
        contract_id="1",
        number="N-1",
        kind=kind,
        status=RequestStatus.SCHEDULED,
        reason="",
        requested_at=at,
        closed_at=None,
        until=None,
        note="",
        visit=None,
        change=None,
        requirements=(),
        history=(),
        origin_op_id="",
    )


@given(
    st.sampled_from(ContractStatus),
    st.none() | st.sampled_from(CutReason),
    st.integers(-100, 100),
    st.booleans(),
    st.sampled_from(RequestKind),
    st.sampled_from(DebtPolicy),
)
def test_both_sides_name_the_same_obstacles_in_the_same_order(
    status: ContractStatus,
    cut: CutReason | None,
    overdue: int,
    is_running: bool,
    kind: RequestKind,
    debt: DebtPolicy,
) -> None:
    theirs = supply_rules(holder_change={"debt": debt})
    ours = msgspec.json.decode(theirs.model_dump_json(), type=SupplyRules).domain()
    account = b.Account(status, cut, overdue, "UYU", "N-1" if is_running else "")
    mine = d.Account(
        contract(status, cut), Money(overdue, "UYU"), (running(kind),) if is_running else ()
    )
    if kind is RequestKind.RECONNECTION:
        assert theirs.reconnection is not None
        refused = b.reconnection_blocks(account, theirs.reconnection)
        shown = d.reconnection_blocks(mine, ours.reconnection)
    else:
        assert theirs.holder_change is not None
        refused = b.holder_change_blocks(account, theirs.holder_change, date(2026, 3, 2))
        shown = d.holder_change_blocks(mine, ours.holder_change)
    assert [block.code.value for block in shown] == [block.code for block in refused]
