"""What is said of a submission: every state, every reason, and never "sent" too early."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest

from desktop.domain.self_readings import Access, Admission, Reason
from desktop.domain.submissions import (
    DEPENDENCY,
    TOO_OFTEN,
    UNREADABLE,
    SubmissionProblem,
    SubmissionState,
)
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.self_reading_words import access_text, reason_text
from desktop.viewmodels.submission_words import deadline_text, problem_text, state_words
from tests.support.books import NOW
from tests.support.fake_outbox import accepted, rejected, submission

FORMAT = Formatter()
UNKNOWN = "La empresa no la aceptó ({0}). Consulte en atención al cliente."


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_sentence_of_its_own(reason: Reason) -> None:
    text = reason_text(reason, {}, FORMAT)
    assert text.endswith(".")
    assert "{" not in text
    assert reason not in text
    others = {reason_text(other, {}, FORMAT) for other in Reason if other is not reason}
    assert text not in others


def test_a_reason_of_a_newer_server_is_told_with_its_code() -> None:
    assert reason_text("phase_of_moon", {}, FORMAT) == UNKNOWN.format("phase_of_moon")


@pytest.mark.parametrize(
    "code",
    [
        *(DEPENDENCY, TOO_OFTEN, UNREADABLE, "key-reused", "invalid-request", "forbidden"),
        *("not-found", "scope-revoked", "blob-type", "blob-digest", "too-large"),
    ],
)
def test_what_the_app_and_the_server_may_park_it_for_is_explained(code: str) -> None:
    text = problem_text(SubmissionProblem(code), FORMAT)
    assert text
    assert text != UNKNOWN.format(code)


@pytest.mark.parametrize("access", list(Access))
def test_every_way_to_be_kept_out_has_a_sentence(access: Access) -> None:
    text = access_text(Admission(access), FORMAT)
    assert text.endswith(".")
    assert "{" not in text


@pytest.mark.parametrize(
    ("state", "sending", "words"),
    [
        (
            SubmissionState.QUEUED,
            False,
            "Guardada en este equipo. Se enviará al recuperar la conexión.",
        ),
        (SubmissionState.QUEUED, True, "Enviando…"),
        (SubmissionState.UNCERTAIN, True, "Enviando…"),
        (
            SubmissionState.UNCERTAIN,
            False,
            "Enviada, esperando confirmación. No la ingrese de nuevo.",
        ),
        (SubmissionState.CANCELLED, False, "Anulada. No se envió."),
    ],
)
def test_the_words_of_each_state(state: SubmissionState, sending: bool, words: str) -> None:
    one = submission(1, state)
    assert state_words(one, FORMAT, NOW, is_sending=sending).sentence == words


def test_only_what_the_server_took_is_called_received() -> None:
    taken = state_words(accepted(submission()), FORMAT, NOW)
    assert taken.sentence == "Recibida 14:02, N° L-2026-000117-3."
    tomorrow = state_words(accepted(submission()), FORMAT, NOW + timedelta(days=1))
    assert tomorrow.sentence == "Recibida 22/11/2026 14:02, N° L-2026-000117-3."
    for state in set(SubmissionState) - {SubmissionState.ACCEPTED}:
        other = state_words(submission(1, state), FORMAT, NOW)
        assert "Recibida" not in other.sentence + other.badge.text


def test_a_refusal_gives_its_reason_and_what_waits_for_the_person_its_cause() -> None:
    refused = state_words(rejected(submission(), "zero_consumption"), FORMAT, NOW)
    assert refused.sentence.startswith("No aceptada: El consumo sería cero")
    parked = dataclasses.replace(
        submission(1, SubmissionState.PARKED), problem=SubmissionProblem(TOO_OFTEN)
    )
    assert state_words(parked, FORMAT, NOW).sentence.startswith(
        "Requiere su atención. El servidor falló varias veces"
    )


def test_every_state_has_an_icon_and_a_word() -> None:
    badges = [state_words(submission(1, s), FORMAT, NOW).badge for s in SubmissionState]
    assert len({badge.text for badge in badges}) == len(SubmissionState)
    assert len({badge.icon for badge in badges}) == len(SubmissionState)


def test_the_deadline_matters_only_for_what_did_not_leave() -> None:
    closes = NOW + timedelta(days=2)
    waits = deadline_text(submission(), closes, FORMAT, NOW)
    assert waits == "El período cierra el 24/11/2026 a las 14:02."
    assert not deadline_text(accepted(submission()), closes, FORMAT, NOW)
    assert not deadline_text(submission(1, SubmissionState.UNCERTAIN), closes, FORMAT, NOW)
    assert not deadline_text(submission(kind="question"), closes, FORMAT, NOW)
    assert not deadline_text(submission(), None, FORMAT, NOW)
    late = deadline_text(submission(), closes, FORMAT, closes + timedelta(hours=1))
    assert late == "El período cerró el 24/11/2026 a las 14:02."
