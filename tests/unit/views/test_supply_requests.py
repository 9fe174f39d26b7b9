"""The faces of Solicitudes de Suministro: what a person meets before and after a form."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.supply_blocks import WayOut
from desktop.viewmodels.supply_request_state import Act, Moment, Obstacle, Part, SupplyDetail
from desktop.viewmodels.table import Badge, Tone
from desktop.views.supply_requests.obstacles import Obstacles
from desktop.views.supply_requests.panel import SupplyPanel, act_text
from desktop.views.supply_requests.wizard import StepBar

BADGE = Badge("inbox", "Ingresada", Tone.INFO)
TITLES = ("Motivo", "Nuevo titular", "Documentos", "Entrega", "Resumen")


def test_each_way_out_is_a_button_that_leads_there(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    card = Obstacles("blocked", page)
    led: list[str] = []
    card.wanted.connect(led.append)
    debt = Obstacle("Debe regularizar la deuda.", WayOut.PAY)
    running = Obstacle("Ya tiene una en curso.", WayOut.REQUEST)
    plain = Obstacle("El contrato no registra corte.", WayOut.NONE)
    card.show_obstacles((debt, running, plain))
    buttons = {b.text(): b for b in card.findChildren(QPushButton)}
    assert set(buttons) == {"Pagar", "Ver acuerdos", "Ver solicitud"}
    for button in buttons.values():
        button.click()
    assert led == ["pay", "agreements", "request"]
    card.show_obstacles(())
    assert card.isHidden()


@pytest.mark.parametrize("at", range(5))
def test_steps_that_were_passed_can_be_gone_back_to(qtbot: QtBot, at: int) -> None:
    bar = StepBar()
    qtbot.addWidget(bar)
    bar.show_steps(TITLES, at)
    buttons = bar.findChildren(QPushButton)
    assert [b.isEnabled() for b in buttons] == [place <= at for place in range(5)]
    assert buttons[at].accessibleName() == f"Paso {at + 1} de 5: {TITLES[at]}"
    went: list[int] = []
    bar.wanted.connect(went.append)
    buttons[0].click()
    assert went == [0]


def detail(acts: tuple[Act, ...], next_step: str = "Vamos a programar la visita.") -> SupplyDetail:
    return SupplyDetail(
        id="op",
        title="Reconexión RC-1",
        badge=BADGE,
        next_step=next_step,
        tone=Tone.INFO,
        facts=(("Número", "RC-1"), ("Contacto", "<b>Ana</b>")),
        parts=(Part("Certificado", BADGE, "Falta la firma"),),
        history=(Moment("14:02", BADGE, "Nota"),),
        acts=acts,
    )


def test_the_panel_offers_what_makes_sense_and_nothing_while_it_works(qtbot: QtBot) -> None:
    panel = SupplyPanel()
    qtbot.addWidget(panel)
    wanted: list[Act] = []
    panel.wanted.connect(wanted.append)
    panel.show_detail(detail((Act.ACCEPT, Act.PAPER, Act.CANCEL)), is_working=False)

    def shown() -> list[QPushButton]:
        return [b for b in panel.findChildren(QPushButton) if b.isVisibleTo(panel)]

    assert [b.text() for b in shown()] == [
        act_text(act) for act in (Act.ACCEPT, Act.PAPER, Act.CANCEL)
    ]
    shown()[1].click()
    assert wanted == [Act.PAPER]
    panel.show_detail(detail((Act.ACCEPT, Act.PAPER, Act.CANCEL)), is_working=True)
    assert not any(b.isEnabled() for b in shown())
    panel.show_detail(detail((Act.PAPER,)), is_working=False)
    assert [b.text() for b in shown()] == ["Constancia"]


@pytest.mark.parametrize("act", [Act.ACCEPT, Act.CANCEL])
def test_what_cannot_be_undone_is_asked_about_once_more(qtbot: QtBot, act: Act) -> None:
    panel = SupplyPanel()
    qtbot.addWidget(panel)
    wanted: list[Act] = []
    panel.wanted.connect(wanted.append)
    panel.show_detail(detail((Act.PAPER, act)), is_working=False)

    def press(words: str) -> None:
        shown = [b for b in panel.findChildren(QPushButton) if b.isVisibleTo(panel)]
        next(b for b in shown if b.text().startswith(words)).click()

    press(act_text(act))
    assert not wanted
    press("No, todavía no")
    press("Constancia")  # the buttons are back
    press(act_text(act))
    press("Sí")
    assert wanted == [Act.PAPER, act]


def test_the_question_is_not_carried_over_to_another_request(qtbot: QtBot) -> None:
    panel = SupplyPanel()
    qtbot.addWidget(panel)
    panel.show_detail(detail((Act.CANCEL,)), is_working=False)
    panel.findChildren(QPushButton, "supply_cancel")[0].click()
    panel.show_detail(replace(detail((Act.CANCEL,)), id="another"), is_working=False)
    shown = [b.text() for b in panel.findChildren(QPushButton) if not b.isHidden()]
    assert act_text(Act.CANCEL) in shown


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has none
def test_an_endless_word_does_not_push_the_rest_out_of_the_panel(qtbot: QtBot) -> None:
    panel = SupplyPanel()
    qtbot.addWidget(panel)
    endless = "n" * 90
    shown = detail((Act.PAPER,), next_step=f"La empresa no la aprobó: {endless}")
    shown = replace(
        shown,
        facts=(("Correo", f"{endless}@example.com"),),
        parts=(Part(endless, BADGE, endless),),
        history=(Moment("16/11/2026 14:02", BADGE, endless),),
    )
    panel.resize(390, 600)
    panel.show()
    panel.show_detail(shown, is_working=False)
    scroll = panel.findChild(QScrollArea, "supply_detail_scroll")
    assert scroll is not None
    content = scroll.widget()
    assert content is not None
    assert content.minimumSizeHint().width() <= scroll.viewport().width()


def test_every_act_has_words(qtbot: QtBot) -> None:
    assert len({act_text(act) for act in Act}) == len(Act)
