"""What the requests of a contract come to on a day."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.delivery import (
    Delivery,
    DeliveryChannel,
    DeliveryStatus,
    Stage,
    newest_first,
    standing,
)

TODAY = date(2026, 11, 22)
MAIL = Delivery(
    id="1",
    contract_id="17",
    channel=DeliveryChannel.EMAIL,
    email="ana@example.org",
    second_email="",
    postal_address="",
    status=DeliveryStatus.CONFIRMED,
    requested_by="ana",
    requested_at=datetime(2026, 1, 2, tzinfo=UTC),
    consent=None,
    confirmed_at=datetime(2026, 1, 2, tzinfo=UTC),
    first_reading=date(2026, 1, 10),
    effective_from=date(2026, 1, 14),
    is_late=False,
    ends_on=None,
    bounces=0,
    suspended_on=None,
    origin_op_id=None,
)


def row(number: int, **changes: object) -> Delivery:
    at = MAIL.requested_at + timedelta(days=number)
    made: Delivery = dataclasses.replace(
        MAIL,
        id=str(number),
        requested_at=at,
        **changes,  # type: ignore[arg-type]
    )
    return made


def test_nothing_is_paper() -> None:
    holds = standing((), TODAY)
    assert (holds.channel, holds.coming) == (DeliveryChannel.PAPER, None)


def test_the_stages_of_a_request() -> None:
    day = timedelta(days=1)
    assert row(1).stage(TODAY) is Stage.IN_FORCE
    assert row(1, effective_from=TODAY).stage(TODAY) is Stage.IN_FORCE
    assert row(1, effective_from=TODAY + day).stage(TODAY) is Stage.NEXT_BILL
    assert row(1, ends_on=TODAY + day).stage(TODAY) is Stage.IN_FORCE
    assert row(1, ends_on=TODAY).stage(TODAY) is Stage.REVERTED
    assert row(1, status=DeliveryStatus.WITHDRAWN).stage(TODAY) is Stage.REVERTED
    assert row(1, status=DeliveryStatus.UNCONFIRMED).stage(TODAY) is Stage.UNCONFIRMED
    assert row(1, status=DeliveryStatus.SUSPENDED).stage(TODAY) is Stage.SUSPENDED


def test_what_is_in_force_stays_until_the_next_one_begins() -> None:
    begins = TODAY + timedelta(days=9)
    rows = (row(1, ends_on=begins), row(2, channel=DeliveryChannel.PAPER, effective_from=begins))
    now = standing(rows, TODAY)
    assert (now.channel, now.coming) == (DeliveryChannel.EMAIL, rows[1])
    later = standing(rows, begins)
    assert (later.channel, later.next) == (DeliveryChannel.PAPER, None)


def test_a_suspension_is_told_until_something_takes_its_place() -> None:
    gone = row(1, status=DeliveryStatus.SUSPENDED, ends_on=TODAY)
    assert standing((gone,), TODAY).suspended == gone
    assert standing((gone, row(2)), TODAY).suspended is None
    waits = standing((gone, row(2, status=DeliveryStatus.UNCONFIRMED)), TODAY)
    assert (waits.suspended, waits.channel) == (gone, DeliveryChannel.PAPER)


@given(st.permutations([row(n, status=s) for n, s in enumerate(DeliveryStatus)]))
def test_the_order_in_which_they_come_does_not_matter(rows: list[Delivery]) -> None:
    assert standing(rows, TODAY) == standing(newest_first(rows), TODAY)
