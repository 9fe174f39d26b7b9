"""Every state, obstacle and refusal of agreements has words of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.agreement_plan import Obstacle
from desktop.domain.agreements import AgreementStatus, ExitReason, InstalmentStatus
from desktop.viewmodels.agreement_words import (
    exit_text,
    instalment_badge,
    obstacle_text,
    reason_text,
    remarks,
    status_badge,
)
from desktop.viewmodels.format import Formatter
from tests.support.agreement_samples import agreement, pesos

FORMAT = Formatter()
TODAY = date(2026, 8, 11)
FIGURES = {"min": 123_450, "max": 999, "percent": "17.5", "number": "A-7", "currency": "UYU"}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_no_two_states_are_called_the_same() -> None:
    for badges in (
        [status_badge(status) for status in AgreementStatus],
        [instalment_badge(status) for status in InstalmentStatus],
    ):
        assert len({badge.text for badge in badges}) == len(badges)
    assert len({exit_text(reason) for reason in ExitReason}) == len(ExitReason)


def test_every_obstacle_is_told_in_words_of_its_own() -> None:
    told = {obstacle_text(code, FIGURES, "UYU", FORMAT) for code in Obstacle}
    assert len(told) == len(Obstacle)
    assert "" not in told


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("down_payment_low", "El anticipo mínimo es $ 1.234,50 (17,5 %)."),
        ("debt_high", "Por el monto de la deuda debe gestionarlo en una oficina."),
        ("invoice_in_claim", "No puede incluir facturas en reclamo."),
        ("instalment_low", "Cada cuota tiene que ser de $ 1.234,50 o más. Elija menos cuotas."),
        ("simulation_expired", "La simulación valía solo hasta el final de su día."),
        ("figures_differ", "Los importes cambiaron desde la simulación."),
        ("consent_outdated", "El texto de aceptación cambió."),
        ("not_offered", "La empresa ya no toma solicitudes de acuerdo por acá."),
        ("format", "La solicitud no se pudo leer."),
        ("something_new", "La empresa no lo aceptó (something_new)."),
    ],
)
def test_a_refusal_says_what_to_do(code: str, sentence: str) -> None:
    assert plain(reason_text(code, FIGURES, FORMAT)).startswith(sentence)


def told_of(status: AgreementStatus, states: str = "....", **fields: object) -> str:
    found = replace(agreement(states), status=status, **fields)  # type: ignore[arg-type]
    return plain("\n".join(text for text, _tone in remarks(found, TODAY, FORMAT)))


def test_each_state_says_what_follows() -> None:
    assert "todavía no respondió" in told_of(AgreementStatus.REQUESTED)
    waiting = told_of(AgreementStatus.AWAITING_DOWN_PAYMENT)
    assert "vigente al acreditarse el anticipo de $ 440,00, a más tardar el 17/06/2026" in waiting
    active = told_of(AgreementStatus.ACTIVE)
    for number, day in ((1, "10/07/2026"), (2, "10/08/2026")):
        assert f"Cuota {number} vencida el {day}. Si acumula 3 cuotas impagas" in active
    assert "Con una cuota impaga más, el acuerdo caduca." in active
    assert "3 cuotas impagas seguidas, o 4 en total" in active
    assert "Con 2 cuotas impagas más" in told_of(AgreementStatus.ACTIVE, "p...")
    most = told_of(AgreementStatus.ACTIVE, consecutive_unpaid=2)
    assert "Ya acumula las cuotas impagas" in most
    broken = told_of(AgreementStatus.BROKEN, ended_on=date(2026, 8, 1))
    assert broken == "Acuerdo caído el 01/08/2026: la deuda restante es exigible."
    gone = told_of(
        AgreementStatus.CANCELLED, exit_reason=ExitReason.REJECTED, note="Falta el poder."
    )
    assert gone == ("La empresa no aceptó la solicitud.\nRespuesta de la empresa: Falta el poder.")
    assert told_of(AgreementStatus.FULFILLED, "pppp") == ""


def test_amounts_come_in_the_currency_that_the_service_names() -> None:
    dollars = FIGURES | {"currency": "USD"}
    assert "US$ 1.234,50" in plain(reason_text("debt_low", dollars, FORMAT))
    assert pesos(1).currency == "UYU"
