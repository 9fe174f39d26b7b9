"""The shell: from a kept profile to verified data, and what happens when the world fails."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from desktop.domain.errors import Code, NetworkError, SessionError, StoreError
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.shell import Stage as Where
from desktop.viewmodels.sign_in import SignInViewModel
from desktop.viewmodels.sync_state import SyncKind
from tests.support.fake_office import NOW, PROFILE, contracts, offline, summary
from tests.support.shell_stage import Stage

Make = Callable[..., Stage]


def where(on: Stage) -> Where:
    return on.shell.stage


def test_a_kept_profile_opens_on_its_data_and_syncs(stage: Make) -> None:
    on = stage(kept=PROFILE)
    assert where(on) is Where.STARTING
    on.start()
    assert where(on) is Where.OPEN
    assert on.shell.overview_phase is Phase.FILLED
    assert on.shell.contract_id == "1"
    assert on.office.calls == ["restore", "sync"]
    assert on.shell.sync.kind is SyncKind.FRESH


def test_without_a_profile_the_sign_in_page_comes_first(stage: Make) -> None:
    on = stage()
    on.start()
    assert where(on) is Where.SIGN_IN
    assert on.office.calls == ["restore"]


def test_a_damaged_store_leads_to_sign_in_with_its_reason(stage: Make) -> None:
    on = stage(kept=PROFILE)

    def restore() -> None:
        raise StoreError(Code.STORE_CORRUPT)

    on.office.restore = restore  # type: ignore[method-assign]
    on.start()
    assert where(on) is Where.SIGN_IN
    assert on.shell.start_error is not None
    assert on.shell.start_error.code is Code.STORE_CORRUPT


def test_the_sign_in_page_that_is_up_already_tells_it_too(stage: Make) -> None:
    on = stage()
    model = SignInViewModel(on.shell)

    def restore() -> None:
        raise StoreError(Code.KEY_LOST)

    on.office.restore = restore  # type: ignore[method-assign]
    on.start()
    assert model.state.error is not None
    assert model.state.error.code is Code.KEY_LOST


def test_offline_keeps_the_data_and_says_so(stage: Make) -> None:
    on = stage(kept=PROFILE, sync_error=offline())
    on.start()
    assert on.shell.is_offline
    assert on.shell.overview_phase is Phase.FILLED
    assert on.shell.freshness.verified_at == NOW


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (NetworkError(Code.SERVER_DOWN), SyncKind.OFFLINE),
        (NetworkError(Code.CAPTIVE_PORTAL), SyncKind.OFFLINE),
        (NetworkError(Code.INVALID_ANSWER), SyncKind.PROBLEM),
        (StoreError(Code.DISK_FULL), SyncKind.PROBLEM),
        (SessionError(Code.SESSION_EXPIRED), SyncKind.SIGN_IN),
    ],
)
def test_each_failure_has_its_kind(stage: Make, error: NetworkError, kind: SyncKind) -> None:
    on = stage(kept=PROFILE, sync_error=error)
    on.start()
    assert on.shell.sync.kind is kind
    assert on.shell.contracts


def test_a_sync_under_way_is_counted_and_not_started_twice(stage: Make) -> None:
    on = stage(kept=PROFILE)
    on.office.gate.clear()
    on.shell.start()
    on.until(lambda: on.shell.sync.done == 1)
    assert (on.shell.sync.kind, on.shell.sync.total) == (SyncKind.RUNNING, 3)
    on.shell.sync_now()
    on.office.gate.set()
    on.quiet()
    assert on.office.calls.count("sync") == 1


def test_a_cancelled_sync_says_what_was_there_before(stage: Make) -> None:
    on = stage(kept=PROFILE)
    on.start()
    on.office.gate.clear()
    on.shell.sync_now()
    on.shell.cancel_sync()
    assert on.shell.sync.kind is SyncKind.FRESH
    on.office.gate.set()
    on.quiet()
    assert on.shell.sync.kind is SyncKind.FRESH


def test_data_of_two_days_ago_are_stale_when_the_sync_is_cancelled(stage: Make) -> None:
    on = stage(kept=PROFILE, verified_at=NOW - timedelta(days=2))
    on.office.gate.clear()
    on.shell.start()
    on.until(lambda: on.shell.overview is not None)
    on.shell.cancel_sync()
    assert on.shell.sync.kind is SyncKind.STALE


def test_selecting_a_contract_tells_the_pages_once(stage: Make) -> None:
    on = stage(kept=PROFILE)
    on.start()
    heard: list[str] = []
    on.shell.events.contract_selected.connect(heard.append)
    on.shell.select_contract("2")
    on.shell.select_contract("2")
    on.shell.select_contract("unknown")
    assert heard == ["2"]
    assert on.shell.contract is not None
    assert on.shell.contract.link.alias == "Apartamento de la costa"


def test_a_contract_that_vanished_gives_way_to_another(stage: Make) -> None:
    on = stage(kept=PROFILE)
    on.start()
    on.shell.select_contract("2")
    on.office.summaries = (summary(7),)
    on.shell.load_overview()
    on.quiet()
    assert on.shell.contract_id == "7"


def test_an_active_contract_is_chosen_before_a_cut_one(stage: Make) -> None:
    on = stage(kept=PROFILE, summaries=(contracts(3)[2], summary(9)))
    on.start()
    assert on.shell.contract_id == "9"


def test_signing_out_forgets_everything_on_screen(stage: Make) -> None:
    on = stage(kept=PROFILE)
    on.start()
    on.shell.sign_out()
    on.quiet()
    assert on.office.calls[-1] == "sign_out"
    assert (on.shell.profile, on.shell.overview, on.shell.contract_id) == (None, None, None)
    assert where(on) is Where.SIGN_IN
    assert not on.settings.flag("session/kept")


def test_an_expired_session_can_be_renewed_over_the_data(stage: Make) -> None:
    on = stage(kept=PROFILE, sync_error=SessionError(Code.SESSION_EXPIRED))
    on.start()
    on.shell.ask_sign_in()
    assert where(on) is Where.SIGN_IN
    on.shell.leave_sign_in()
    assert where(on) is Where.OPEN
    on.office.sync_error = None
    on.shell.open(PROFILE)
    on.quiet()
    assert on.shell.sync.kind is SyncKind.FRESH


def test_an_overview_that_cannot_be_read_is_an_error_page(stage: Make) -> None:
    on = stage(kept=PROFILE, overview_error=StoreError(Code.STORE_CORRUPT))
    on.start()
    assert on.shell.overview_phase is Phase.ERROR


def test_another_server_closes_the_first(stage: Make) -> None:
    on = stage()
    on.start()
    first = on.office
    on.shell.use_server("https://agua.example")
    on.quiet()
    assert first.is_closed
    assert on.settings.text("server/address") == "https://agua.example"
    assert on.shell.office == on.office  # type: ignore[comparison-overlap]


def test_server_time_goes_on(stage: Make) -> None:
    on = stage(kept=PROFILE)
    on.start()
    assert NOW <= on.shell.now() < NOW + timedelta(seconds=30)


def test_what_is_kept_during_a_sync_leaves_with_another_one(stage: Make) -> None:
    on = stage(kept=PROFILE)
    on.start()
    on.office.gate.clear()
    on.shell.sync_now()
    on.until(lambda: on.office.calls.count("sync") == 2)
    on.shell.send_now()
    on.office.gate.set()
    on.quiet()
    assert on.office.calls.count("sync") == 3
    assert not on.shell.is_syncing


@pytest.mark.parametrize(
    ("retry_in", "milliseconds"), [(None, 300_000), (2.0, 2_050), (900, 300_000)]
)
def test_what_could_not_be_sent_is_tried_again_sooner(
    stage: Make, retry_in: float | None, milliseconds: int
) -> None:
    on = stage(kept=PROFILE, retry_in=retry_in)
    on.start()
    assert on.shell._next.isActive()
    assert on.shell._next.interval() == milliseconds
