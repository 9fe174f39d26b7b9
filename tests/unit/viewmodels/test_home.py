"""Inicio: what matters today, and the rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.domain.contracts import ContractStatus
from desktop.domain.notices import Event, Notice, Topic
from desktop.viewmodels.home import HomeViewModel
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.table import Tone
from tests.support.fake_office import NOW, PROFILE, contracts, offline, summary
from tests.support.shell_stage import Stage

Make = Callable[..., Stage]


def phase(model: HomeViewModel) -> Phase:
    return model.state.phase


def home(on: Stage) -> HomeViewModel:
    on.start()
    return HomeViewModel(on.shell.context())


def test_sums_are_over_every_contract(stage: Make) -> None:
    model = home(stage(kept=PROFILE, summaries=contracts(5)))
    sums = {s.key: s for s in model.state.sums}
    assert sums["overdue"].value == "$\u00a012.690,00"
    assert sums["overdue"].tone is Tone.BAD
    assert sums["to_be_due"].value == "$\u00a04.938,00"
    assert sums["to_be_due"].hint == "Hasta el 23/11/2026"
    assert "credit" not in sums


def test_nothing_owed_is_said_as_good_news(stage: Make) -> None:
    model = home(stage(kept=PROFILE, summaries=(summary(1, due=0),)))
    overdue = model.state.sums[0]
    assert (overdue.tone, overdue.hint) == (Tone.GOOD, "No tiene facturas vencidas")


def test_what_matters_comes_with_the_most_pressing_first(stage: Make) -> None:
    model = home(stage(kept=PROFILE, summaries=contracts(5)))
    texts = [matter.text for matter in model.state.matters]
    assert texts[0] == (
        "Depósito: suministro cortado desde el 03/10/2026, con $\u00a010.345,00 vencidos."
    )
    assert texts[1].startswith("Apartamento de la costa: tiene")
    assert "hasta el 24/11/2026 a las 14:02" in texts[2]
    assert model.state.more_matters == 1


def test_estimates_matter_from_the_utilitys_number_on(stage: Make) -> None:
    rows = (summary(1, estimates=2), summary(2, estimates=3, alias="Campo"))
    model = home(stage(kept=PROFILE, summaries=rows))
    assert [m.contract_id for m in model.state.matters] == ["2"]
    assert "3 lecturas" in model.state.matters[0].text


def test_attending_goes_to_the_page_about_that_contract(stage: Make) -> None:
    on = stage(kept=PROFILE, summaries=contracts(5))
    model = home(on)
    heard: list[tuple[str, str]] = []
    on.shell.page_requested.connect(lambda key, item: heard.append((key, item)))
    model.attend(model.state.matters[1])
    assert heard == [("invoices", "")]
    assert on.shell.contract_id == "2"


def test_a_cut_without_debt_leads_to_the_reconnection(stage: Make) -> None:
    row = summary(4, status=ContractStatus.CUT)
    on = stage(kept=PROFILE, summaries=(summary(1), row))
    model = home(on)
    heard: list[tuple[str, str]] = []
    on.shell.page_requested.connect(lambda key, item: heard.append((key, item)))
    model.attend(model.state.matters[0])
    assert heard == [("supply_requests", "reconnection")]
    assert on.shell.contract_id == "4"


def test_a_window_is_no_matter_once_the_reading_was_given(stage: Make) -> None:
    (row,) = contracts(4)[3:]
    model = home(stage(kept=PROFILE, summaries=(row,)))
    assert [m.page_key for m in model.state.matters] == ["self_reading"]
    model = home(stage(kept=PROFILE, summaries=(replace(row, is_reading_given=True),)))
    assert model.state.matters == ()


def test_unread_notices_matter_and_are_read_once_attended_to(stage: Make) -> None:
    on = stage(kept=PROFILE, summaries=(summary(1, alias="Casa"),))
    on.office.told.notices = (
        Notice(
            "case-1", Topic.CLAIM_ANSWERED, Event.CLAIM_ANSWERED, NOW, "1", "cases", "7", name="22"
        ),
        Notice("due-1", Topic.DUE_SOON, Event.DUE_SOON, NOW, "1", "invoices", "9"),
    )
    model = home(on)
    assert [m.text for m in model.state.matters] == ["Casa: respondimos su trámite 22."]
    heard: list[tuple[str, str]] = []
    on.shell.page_requested.connect(lambda key, item: heard.append((key, item)))
    model.attend(model.state.matters[0])
    on.quiet()
    assert heard == [("cases", "7")]
    assert on.office.told.read == {"case-1"}
    assert model.state.matters == ()


def test_one_row_is_unfolded_at_a_time(stage: Make) -> None:
    on = stage(kept=PROFILE, summaries=contracts(5))
    model = home(on)
    model.toggle("2")
    model.toggle("3")
    assert model.state.expanded == "3"
    assert on.shell.contract_id == "3"
    model.toggle("3")
    assert model.state.expanded == ""


def test_the_filter_ignores_accents_and_finds_numbers_and_streets(stage: Make) -> None:
    model = home(stage(kept=PROFILE, summaries=contracts(11)))
    for query, found in (("deposito", "3"), ("100005", "5"), ("ITALIA 1021", "3")):
        model.filter(query)
        assert [row.id for row in model.state.rows] == [found], query
    assert model.state.count == 11
    model.filter("nada así")
    assert model.state.rows == ()
    assert phase(model) is Phase.FILLED


def test_the_first_sync_shows_as_loading_not_as_nothing(stage: Make) -> None:
    on = stage(kept=PROFILE, summaries=(), verified_at=None)
    on.office.gate.clear()
    on.shell.start()
    on.until(lambda: on.shell.overview is not None)
    model = HomeViewModel(on.shell.context())
    assert phase(model) is Phase.LOADING
    on.office.gate.set()
    on.quiet()
    assert phase(model) is Phase.EMPTY


def test_a_first_sync_that_fails_is_an_error_with_its_reason(stage: Make) -> None:
    on = stage(kept=PROFILE, summaries=(), verified_at=None, sync_error=offline())
    model = home(on)
    assert phase(model) is Phase.ERROR
    assert model.state.error is on.office.sync_error
    on.office.sync_error, on.office.summaries = None, contracts(1)
    model.retry()
    on.quiet()
    assert phase(model) is Phase.FILLED


def test_a_row_reads_well_aloud(stage: Make) -> None:
    model = home(stage(kept=PROFILE, summaries=contracts(2)))
    assert model.state.rows[1].sentence("vencido", "a vencer") == (
        "Apartamento de la costa, 100002, Colonia 1014, Montevideo, Agua, Activo,"
        " vencido $\u00a02.345,00, a vencer $\u00a01.234,50 24/11/2026"
    )
