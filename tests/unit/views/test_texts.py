"""Every failure has its sentence and, where there is one, its way out."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.domain.errors import AppError, Code
from desktop.viewmodels.format import Formatter
from desktop.views.texts import SENTENCES, WayOut, describe, sentence


@pytest.mark.parametrize("code", list(Code))
def test_every_code_has_a_sentence(code: Code) -> None:
    problem = describe(AppError(code))
    assert problem.title.endswith(".")
    assert problem.advice.endswith(".")
    assert "{" not in problem.title + problem.advice
    assert bool(problem.button) is (problem.way_out is not WayOut.NONE)


def test_no_two_codes_say_the_same() -> None:
    titles = [SENTENCES[code][0] for code in Code]
    assert len(set(titles)) == len(titles)


def test_a_locked_user_is_told_when_to_try_again() -> None:
    until = datetime(2026, 11, 22, 17, 2, tzinfo=UTC)
    said = sentence(AppError(Code.USER_LOCKED, until=until), Formatter())
    assert said.endswith("a las 14:02.")


def test_a_lock_without_a_known_end_still_reads_well() -> None:
    assert sentence(AppError(Code.USER_LOCKED)).endswith("Pruebe nuevamente más tarde.")


def test_a_refusal_gives_the_reference() -> None:
    assert "req-7" in sentence(AppError(Code.REFUSED, reference="req-7"))


def test_a_wait_is_told_in_seconds() -> None:
    assert "30 segundos" in sentence(AppError(Code.RATE_LIMITED, retry_after=30.2))
