"""Consultar Consumo without a window: figures, bars, explanations, warnings."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.errors import AppError, Code
from desktop.domain.readings import (
    EstimationMethod,
    NoReadReason,
    Quality,
    ReadingReason,
    Source,
    billing_periods,
)
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.quality_words import (
    method_text,
    no_read_text,
    quality_badge,
    quality_mark,
    source_text,
)
from desktop.viewmodels.reading_words import explain_reading, observation
from desktop.viewmodels.readings import ReadingsViewModel
from tests.support.books import FakeOffice, meter_life, reading, reading_book
from tests.support.stage import Stage


@pytest.fixture
def stage(tmp_path: Path, qapp: object) -> Iterator[Stage]:
    made = Stage(tmp_path, FakeOffice())
    yield made
    made.close()


def opened(stage: Stage, qtbot: QtBot) -> ReadingsViewModel:
    model = ReadingsViewModel(stage.context())
    model.set_active(True)
    qtbot.waitUntil(lambda: model.state.phase is not Phase.LOADING)
    return model


def test_a_year_and_a_month_is_shown_and_two_years_on_demand(stage: Stage, qtbot: QtBot) -> None:
    model = opened(stage, qtbot)
    assert len(model.state.bars) == len(model.periods.rows) == 13
    model.set_span(24)
    assert len(model.state.bars) == len(model.periods.rows) == 24
    assert model.state.bars[-1].label == "nov 26"


def test_bars_tell_real_own_and_estimated_apart_in_words(stage: Stage, qtbot: QtBot) -> None:
    bars = opened(stage, qtbot).state.bars
    last, own, real = bars[-1], bars[-5], bars[-3]
    assert (last.is_measured, last.mark) == (False, "est.")
    assert (own.is_measured, own.is_own, own.mark) == (True, True, "propia")
    assert (real.is_measured, real.is_own, real.mark) == (True, False, "")
    assert "128\u00a0m³" in last.text
    assert "Estimada" in last.text
    assert "un año antes 134\u00a0m³" in last.text


def test_the_table_says_the_same_as_the_chart(stage: Stage, qtbot: QtBot) -> None:
    model = opened(stage, qtbot)
    model.periods.sort(0)
    values = [model.periods.cell(row, 1) for row in range(len(model.periods.rows))]
    assert values == [f"{bar.value_text}\u00a0m³" for bar in model.state.bars]


def test_estimates_in_a_row_are_a_warning_from_the_utility_s_number_on(
    stage: Stage, qtbot: QtBot
) -> None:
    assert opened(stage, qtbot).state.estimates == 2
    rows = [
        dataclasses.replace(row, quality=Quality.REAL) if n == 1 else row
        for n, row in enumerate(meter_life())
    ]
    stage.office.readings.answer = reading_book(rows)
    assert opened(stage, qtbot).state.estimates == 0


def test_a_consumption_twice_as_high_is_pointed_out(stage: Stage, qtbot: QtBot) -> None:
    rows = list(meter_life())
    rows[0] = dataclasses.replace(rows[0], consumption=Decimal(268))
    stage.office.readings.answer = reading_book(rows)
    assert opened(stage, qtbot).state.unusual == Decimal(1)


def test_clicking_a_bar_opens_the_reading_that_ends_its_period(stage: Stage, qtbot: QtBot) -> None:
    model = opened(stage, qtbot)
    model.show_period(12)
    assert model.state.detail is not None
    assert model.state.detail.reading.id == meter_life()[0].id
    model.close_detail()
    assert model.state.detail is None


def test_asking_why_opens_the_newest_estimate(stage: Stage, qtbot: QtBot) -> None:
    model = opened(stage, qtbot)
    model.explain_estimate()
    detail = model.state.detail
    assert detail is not None
    assert detail.explanation is not None
    assert detail.explanation.sentences[0] == (
        "Lectura estimada: no se pudo acceder al medidor. Se ajustará con la próxima lectura real."
    )
    assert "mismo período del año anterior" in detail.explanation.sentences[1]
    assert detail.explanation.advice


def test_an_ordinary_reading_needs_no_explanation() -> None:
    assert explain_reading(reading(0, 5), None, Formatter()) is None
    assert observation(reading(0, 5)) == ""


def test_rollover_and_changed_meter_are_explained() -> None:
    rows, fmt = meter_life(), Formatter()
    periods = {p.end: p for p in billing_periods(rows)}
    rolled = next(row for row in rows if row.is_rollover)
    said = explain_reading(rolled, periods[rolled.read_at], fmt)
    assert said is not None
    assert "volvió a empezar desde cero" in said.sentences[0]
    assert observation(rolled) == "El medidor dio la vuelta"
    changed = next(p for p in periods.values() if p.meter_changed)
    after = next(row for row in rows if row.read_at == changed.end)
    said = explain_reading(after, changed, fmt)
    assert said is not None
    assert "suma ambos tramos" in said.sentences[0]
    removed = next(row for row in rows if row.reason is ReadingReason.REMOVED)
    said = explain_reading(removed, None, fmt)
    assert said is not None
    assert "G4-778812" in said.sentences[0]


def test_every_code_has_its_word(qapp: object) -> None:
    assert len({quality_badge(q).text for q in Quality}) == len(Quality)
    assert [q for q in Quality if not quality_mark(q)] == [Quality.REAL]
    assert all(source_text(source) for source in Source)
    assert all(no_read_text(reason) for reason in NoReadReason)
    assert all(method_text(method) for method in EstimationMethod)


def test_no_readings_yet_and_a_failure_are_two_things(stage: Stage, qtbot: QtBot) -> None:
    stage.office.readings.answer = reading_book(())
    assert opened(stage, qtbot).state.phase is Phase.EMPTY
    stage.office.readings.answer = AppError(Code.STORE_CORRUPT)
    assert opened(stage, qtbot).state.phase is Phase.ERROR


def test_a_first_reading_alone_makes_no_period(stage: Stage, qtbot: QtBot) -> None:
    stage.office.readings.answer = reading_book(meter_life(0))
    state = opened(stage, qtbot).state
    assert state.phase is Phase.FILLED
    assert state.bars == ()
    assert state.last is None
    assert state.last_reading is not None
