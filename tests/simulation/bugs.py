"""Mistakes in the engine, the outbox and the protocol that the simulator has to find."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from desktop.domain.errors import Code
from desktop.domain.submissions import (
    EpochChanged,
    NotTaken,
    SubmissionProblem,
    SubmissionState,
)
from desktop.services.outbox import OutboxService
from desktop.services.sync import events as ev
from desktop.services.sync import push
from desktop.services.sync.state import Policy, Push
from tests.simulation import disk
from tests.simulation.disk import VirtualOutbox
from tests.simulation.mistakes import (
    answered,
    believe,
    both_sent,
    cancelled_sent,
    constant,
    cut,
    failing,
    first_token,
    floorless,
    forget_some,
    goes_nowhere,
    lane_of_its_own,
    late_cancel,
    never_found_is_never_sent,
    new_key,
    next_epoch,
    no_note,
    no_second_offer,
    no_staging,
    no_tombstones,
    no_waiting,
    not_read_back,
    note_in_memory,
    offered,
    on_event,
    on_mirror,
    on_outbox,
    on_push,
    refusals_tried_again,
    reset_ignored,
    rewritten,
    sent_under_the_next_epoch,
    set_aside,
    settled_at_once,
    struck_in_any_case,
    tried_again,
    wrong_one,
)
from tests.simulation.patches import Bug
from tests.simulation.server import ModelServer

_ACCEPTED = SubmissionState.ACCEPTED
BUGS: tuple[Bug, ...] = (
    new_key,
    rewritten,
    wrong_one,
    next_epoch,
    no_note,
    note_in_memory,
    cancelled_sent,
    no_second_offer,
    settled_at_once,
    late_cancel,
    both_sent,
    no_staging,
    no_tombstones,
    Bug(
        "a stream does not wait for its first",
        ((push, "_is_due"), (push, "_lane_waits")),
        (lambda _r: no_waiting.wrap[0](_r), lane_of_its_own),
    ),
    on_event("a stumble counts as a refusal", ev.RequestFailed)(
        failing({Code.SERVER_DOWN}, set_aside)
    ),
    on_event("a timeout counts as success", ev.RequestFailed)(failing({Code.SERVER_SLOW}, believe)),
    on_event("an expired session sets things aside", ev.RequestFailed)(
        failing({Code.SESSION_EXPIRED}, set_aside)
    ),
    on_event("no connection counts as success", ev.RequestFailed)(failing({Code.OFFLINE}, believe)),
    Bug(
        "the server's epoch is not asked for",
        ((ModelServer, "submit"),),
        (lambda right: lambda self, i, b, _e, now: right(self, i, b, self.epoch, now),),
    ),
    on_event("another epoch counts as a refusal", ev.Submitted)(
        answered(
            EpochChanged,
            lambda state, _e: push._park(
                state, state.push.items[0], SubmissionProblem("epoch-changed")
            ),
        )
    ),
    on_event("another epoch is only written down", ev.Submitted)(
        answered(EpochChanged, sent_under_the_next_epoch)
    ),
    on_event("what is not taken is tried for ever", ev.Submitted)(answered(NotTaken, tried_again)),
    on_event("refusals are tried for ever", ev.Submitted)(refusals_tried_again),
    on_outbox("the server's doubts are ignored", "doubt")(constant(None)),
    on_outbox("what may have arrived is not sent again", "offer")(
        offered(lambda items: [i for i in items if i.state is SubmissionState.QUEUED])
    ),
    on_outbox("the queue has no order", "offer")(
        offered(lambda items: [replace(i, number=int(i.op_id[:6], 16)) for i in items])
    ),
    on_outbox("old ones are offered after new ones", "offer")(
        offered(lambda items: [replace(i, number=i.number + 99 * (i.attempts > 0)) for i in items])
    ),
    Bug(
        "kept in memory when it is said to be kept",
        ((VirtualOutbox, "add"), (VirtualOutbox, "cut_power")),
        (forget_some, cut),
    ),
    Bug("the outbox is not synced", ((VirtualOutbox, "synced"),), (lambda _right: False,)),
    on_push("what it depends on does not matter", "_fate")(constant(_ACCEPTED)),
    on_push("what depends on a refusal waits for ever", "_fate")(goes_nowhere),
    Bug(
        "poison is tried for ever",
        ((push, "_is_old"), (VirtualOutbox, "strike")),
        (constant(False), constant(None)),
    ),
    on_push("an outage counts against what is sent", "_over")(struck_in_any_case),
    Bug("the server's wish to wait is ignored", ((Policy, "lane_pause"),), (floorless,)),
    Bug("a stream waits for ever", ((Policy, "lane_pause"),), (constant(1e9),)),
    Bug("attachments are left out", ((Push, "missing"),), (constant(()),)),
    on_push("what was sent is not read back", "_go_on")(not_read_back),
    Bug(
        "what is not found was never sent",
        ((OutboxService, "check_now"),),
        (never_found_is_never_sent,),
    ),
    Bug("receipts are thrown away", ((disk, "RETENTION"),), (lambda _right: timedelta(0),)),
    on_mirror("the place is kept without the page", "stage")(first_token),
    on_event("a dead token is kept", ev.PageAnswered)(reset_ignored),
)
