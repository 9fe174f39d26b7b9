"""What stands in the way of a supply request before its form is filled in, and the way out of
each. The service judges again when it arrives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.contracts import Contract, ContractStatus, CutReason
from desktop.domain.money import Money
from desktop.domain.supply_requests import RequestKind, SupplyRequest, under_way
from desktop.domain.supply_rules import DebtPolicy, HolderChangeRules, ReconnectionRules


class BlockCode(StrEnum):
    """What stands in the way; the words are the service's reasons."""

    NOT_OFFERED = "not_offered"
    ONLY_LOOKING = "only_looking"
    CONTRACT_ENDED = "contract_ended"
    CONTRACT_PENDING = "contract_pending"
    CONTRACT_CUT = "contract_cut"
    NOT_CUT = "not_cut"
    FRAUD_FILE = "fraud_file"
    OFFICE_ONLY = "office_only"
    UNDER_WAY = "under_way"
    UNSENT = "unsent"
    OVERDUE_DEBT = "overdue_debt"


class WayOut(StrEnum):
    """What the person can do about it."""

    PAY = "pay"  # or an agreement
    REQUEST = "request"
    RECONNECT = "reconnect"
    PENDING = "pending"
    OFFICE = "office"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Block:
    """One thing in the way. `amount` of a debt, `number` of the request that is under way,
    `text` the utility's own words."""

    code: BlockCode
    way_out: WayOut
    amount: Money | None = None
    number: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """How a contract stands. `overdue` is in no agreement, in no claim and not being paid;
    `has_unsent` tells that a request of the kind waits on this computer."""

    contract: Contract
    overdue: Money
    requests: tuple[SupplyRequest, ...]
    may_ask: bool = True
    has_unsent: bool = False


def reconnection_blocks(account: Account, rules: ReconnectionRules | None) -> tuple[Block, ...]:
    """Everything that stands in the way, the most fundamental first."""
    if rules is None:
        return (Block(BlockCode.NOT_OFFERED, WayOut.OFFICE),)
    contract = account.contract
    if contract.status is ContractStatus.ENDED:
        return (Block(BlockCode.CONTRACT_ENDED, WayOut.OFFICE),)
    if contract.status is not ContractStatus.CUT or contract.cut is None:
        return (Block(BlockCode.NOT_CUT, WayOut.NONE),)
    found = list(_who(account))
    cut = rules.of_cut(contract.cut.reason)
    if contract.cut.reason is CutReason.FRAUD:
        found.append(Block(BlockCode.FRAUD_FILE, WayOut.OFFICE, text=cut.text))
    elif not cut.online:
        found.append(Block(BlockCode.OFFICE_ONLY, WayOut.OFFICE, text=cut.text))
    found += _one_at_a_time(account, RequestKind.RECONNECTION)
    found += _debt(account)
    return tuple(found)


def holder_change_blocks(account: Account, rules: HolderChangeRules | None) -> tuple[Block, ...]:
    """Everything that stands in the way, the most fundamental first."""
    if rules is None:
        return (Block(BlockCode.NOT_OFFERED, WayOut.OFFICE),)
    status = account.contract.status
    if status is ContractStatus.ENDED:
        return (Block(BlockCode.CONTRACT_ENDED, WayOut.OFFICE),)
    found = list(_who(account))
    if status is ContractStatus.PENDING:
        found.append(Block(BlockCode.CONTRACT_PENDING, WayOut.OFFICE))
    if status is ContractStatus.CUT:
        found.append(Block(BlockCode.CONTRACT_CUT, WayOut.RECONNECT))
    found += _one_at_a_time(account, RequestKind.HOLDER_CHANGE)
    if rules.debt is DebtPolicy.BLOCKED:
        found += _debt(account)
    return tuple(found)


def _who(account: Account) -> tuple[Block, ...]:
    return () if account.may_ask else (Block(BlockCode.ONLY_LOOKING, WayOut.NONE),)


def _one_at_a_time(account: Account, kind: RequestKind) -> list[Block]:
    if account.has_unsent:
        return [Block(BlockCode.UNSENT, WayOut.PENDING)]
    running = under_way(account.requests, kind)
    if running is None:
        return []
    return [Block(BlockCode.UNDER_WAY, WayOut.REQUEST, number=running.number)]


def _debt(account: Account) -> list[Block]:
    if account.overdue.minor <= 0:
        return []
    return [Block(BlockCode.OVERDUE_DEBT, WayOut.PAY, amount=account.overdue)]
