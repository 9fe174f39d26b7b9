"""Every state and every refusal of a case has words."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

import backend.cases
from desktop.domain.case_rules import ClaimField
from desktop.domain.cases import CaseClock, CaseKind, CaseOutcome, CaseStatus
from desktop.domain.workdays import Calendar
from desktop.viewmodels.case_words import (
    deadline_text,
    field_label,
    is_late,
    next_step,
    reason_text,
    short_deadline,
    status_badge,
)
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.reason_words import reason_text as any_reason
from tests.support.case_scene import NOW, TODAY, a_case

FMT = Formatter()
DATA = {"number": "2026-00-000001-1", "days": 180, "most": 10485760, "reopen_by": "2026-11-20"}


def reasons() -> set[str]:
    """Those that the service gives about cases."""
    folder = Path(backend.cases.__file__).parent
    text = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    found = set(re.findall(r'RejectedError\(\s*"(\w+)"', text))
    return found | set(re.findall(r'reason = "(\w+)" if', text)) | {"missing_field", "format"}


def test_every_refusal_of_the_service_has_a_sentence() -> None:
    known = reasons()
    assert {"duplicate_claim", "too_old", "missing_document", "reopen_late"} <= known
    for code in known:
        for kind in ("question", "claim", "case_message"):
            told = any_reason(kind, code, DATA, FMT)
            assert code not in told
            assert told.endswith("."), code


def test_a_refusal_of_a_newer_service_is_told_with_its_code() -> None:
    assert "(bananas)" in reason_text("bananas", {}, FMT)
    assert "(bananas)" in any_reason("unheard_of", "bananas", {}, FMT)


def test_the_sentences_of_the_law() -> None:
    assert reason_text("duplicate_claim", DATA, FMT) == (
        "Ya existe una reclamación abierta por esta factura (N° 2026-00-000001-1)."
    )
    assert reason_text("too_old", DATA, FMT) == (
        "La factura supera el plazo para reclamar (180 días)."
    )


@pytest.mark.parametrize("status", CaseStatus)
@pytest.mark.parametrize("kind", CaseKind)
def test_every_state_says_what_happens_next(status: CaseStatus, kind: CaseKind) -> None:
    case = a_case(status=status, kind=kind, reply_by=TODAY)
    assert status_badge(case).text
    step = next_step(case, FMT)
    assert step.endswith(".")
    assert "{" not in step


@pytest.mark.parametrize("outcome", CaseOutcome)
def test_every_outcome_is_a_word(outcome: CaseOutcome) -> None:
    words = {
        status_badge(a_case(status=CaseStatus.RESOLVED, outcome=each)).text for each in CaseOutcome
    }
    assert len(words) == len(CaseOutcome)
    assert status_badge(a_case(status=CaseStatus.RESOLVED, outcome=outcome)).icon


def test_every_field_has_a_label_of_its_own() -> None:
    labels = [field_label(field) for field in ClaimField]
    assert len(set(labels)) == len(labels)
    assert field_label("bananas") == "bananas"


def test_the_deadline_is_told_in_working_days() -> None:
    friday = a_case(due_on=TODAY + timedelta(days=5))
    assert deadline_text(friday, TODAY, Calendar()) == "Quedan 5 días hábiles"
    late = a_case(due_on=TODAY - timedelta(days=5))
    assert deadline_text(late, TODAY, Calendar()) == "Venció hace 3 días hábiles"
    assert short_deadline(late, TODAY, Calendar()) == "Vencido"
    paused = a_case(clock=CaseClock.PAUSED, days_left=3)
    assert deadline_text(paused, TODAY, Calendar()) == "En pausa: quedan 3 días hábiles"
    done = a_case(clock=CaseClock.STOPPED, answered_at=NOW)
    assert deadline_text(done, TODAY, Calendar()) == ""


def test_an_answer_that_is_overdue_is_not_promised_again() -> None:
    late = a_case(status=CaseStatus.IN_ANALYSIS, due_on=TODAY - timedelta(days=5))
    assert is_late(late, TODAY, Calendar())
    told = next_step(late, FMT, is_late=True)
    assert told == "Debíamos responder antes del 17/11/2026 y seguimos sin hacerlo."
    paused = a_case(clock=CaseClock.PAUSED, days_left=-2)
    assert not is_late(paused, TODAY, Calendar())
    assert not is_late(a_case(due_on=TODAY), TODAY, Calendar())
