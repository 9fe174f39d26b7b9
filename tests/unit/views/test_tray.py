"""The tray's icon and the desktop's notifications: only for whoever asked, and discreet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.domain.money import Money
from desktop.domain.notices import Event, Notice, Topic
from desktop.viewmodels import notice_choices as choices
from desktop.views.notices.tray import Tray
from tests.support.fake_office import NOW, PROFILE, TODAY, summary
from tests.support.shell_stage import Stage

Make = Callable[..., Stage]

# The platform of tests has no tray; Qt says so when one is made nevertheless.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")

DUE = Notice(
    "due",
    Topic.DUE_SOON,
    Event.DUE_SOON,
    NOW,
    "1",
    "invoices",
    "9",
    amount=Money(123450, "UYU"),
    day=TODAY,
    name="A-22",
)
CUT = Notice("cut", Topic.PUBLISHED, Event.OUTAGE, NOW, title="Corte", text="Obras.")


def tray_of(stage: Make, *, is_available: bool = True) -> tuple[Stage, Tray]:
    on = stage(kept=PROFILE, summaries=(summary(1, alias="Casa"),))
    window = on.show(())
    on.start()
    return on, Tray(on.shell, window, lambda: is_available)


def shown(tray: Tray) -> bool:
    return tray.is_shown


def test_there_is_no_icon_until_it_is_asked_for(stage: Make) -> None:
    on, tray = tray_of(stage)
    on.shell.notices.changed.emit()
    assert not shown(tray)
    choices.want_desktop(on.settings, wanted=True)
    on.shell.notices.changed.emit()
    assert shown(tray)
    choices.want_desktop(on.settings, wanted=False)
    on.shell.notices.changed.emit()
    assert not shown(tray)


def test_signing_out_takes_the_icon_away(stage: Make) -> None:
    on, tray = tray_of(stage)
    choices.want_desktop(on.settings, wanted=True)
    tray.refresh()
    on.shell.sign_out()
    on.quiet()
    assert not shown(tray)


def test_a_system_without_a_tray_shows_nothing(stage: Make) -> None:
    on, tray = tray_of(stage, is_available=False)
    choices.want_desktop(on.settings, wanted=True)
    tray.tell((DUE,))
    assert not shown(tray)


def test_what_is_shown_names_nobody_unless_that_is_wanted(stage: Make) -> None:
    on, tray = tray_of(stage)
    assert tray.words((DUE,)) == ("Facturas por vencer", "Ábralo en la Oficina Virtual.")
    choices.show_details(on.settings, wanted=True)
    assert tray.words((DUE,)) == (
        "Factura por vencer",
        "Casa: La factura A-22 de $\u00a01.234,50 vence hoy.",
    )


def test_several_are_one_notification(stage: Make) -> None:
    _on, tray = tray_of(stage)
    assert tray.words((DUE, CUT)) == (
        "Tiene 2 avisos nuevos",
        "Facturas por vencer\nAviso de la empresa",
    )
