"""What both kinds do when a request comes in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from backend.policies.rules import rules_of
from backend.submissions.kinds import RejectedError, Work
from backend.submissions.models import Submission
from backend.submissions.references import reference
from backend.supply_requests.blocks import Block
from backend.supply_requests.models import Requirement
from backend.supply_requests.rules import SupplyRequestRules
from backend.supply_requests.words import RequirementState


def rules_for(work: Work) -> SupplyRequestRules:
    """The utility's rules; raises RejectedError where it does not offer these procedures."""
    rules = rules_of(work.session, SupplyRequestRules)
    if rules is None:
        raise RejectedError("not_offered")
    return rules


def number_of(work: Work, letter: str) -> str:
    """The request's number is the reference of the submission that brought it."""
    query = select(Submission.id).where(Submission.op_id == work.op_id)
    return reference(letter, work.now.year, work.session.scalars(query).one())


def refuse(blocks: Sequence[Block]) -> None:
    """Raise RejectedError with the first block, where there is one."""
    if blocks:
        first = blocks[0]
        raise RejectedError(
            first.code, first.field, **dict(first.data) | {"way_out": str(first.way_out)}
        )


def requirements(
    rules: SupplyRequestRules, wanted: Sequence[str], given: Mapping[str, str]
) -> list[Requirement]:
    """A row for each document that is asked for, and for each that came unasked."""
    codes = dict.fromkeys((*wanted, *given))
    return [
        Requirement(
            position=position,
            code=code,
            label=rules.label(code),
            mandatory=code in wanted,
            state=RequirementState.RECEIVED if code in given else RequirementState.MISSING,
            sha256=given.get(code),
            remark="",
        )
        for position, code in enumerate(codes, 1)
    ]
