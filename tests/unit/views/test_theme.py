"""Colours reach the contrast they must, in every theme and with every utility's accent."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.resources import resource
from desktop.views.contrast import PART, TEXT, accent_for, fit, mix, ratio
from desktop.views.icons import icon, pixmap
from desktop.views.theme import Theme, ThemeChoice, stylesheet
from desktop.views.tokens import Tokens, Tone, dark, light, tokens

ACCENTS = ["#1b6ca8", "#ffcc00", "#e30613", "#00a19a", "#101010", "#ffffff", "#7b2d8e", "#39ff14"]


def test_the_ratio_is_the_one_of_wcag() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert ratio("#ffffff", "#767676") == ratio("#767676", "#ffffff")


def test_a_colour_that_fits_stays_as_it_is() -> None:
    assert fit("#1b6ca8", ("#ffffff",), TEXT) == "#1b6ca8"


def test_a_pale_colour_moves_by_the_least_that_fits() -> None:
    fitted = fit("#ffcc00", ("#ffffff",), TEXT)
    assert TEXT <= ratio(fitted, "#ffffff") < TEXT + 0.35


def test_mixing_is_linear() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize("theme", [light, dark])
def test_every_text_colour_reads_on_every_surface(
    theme: Callable[[str], Tokens], accent: str
) -> None:
    worn = theme(accent)
    grounds = (worn.window, worn.surface, worn.raised, worn.sidebar)
    for tone in ("text", "muted", "accent", "danger", "warning", "success"):
        assert min(ratio(worn.of(tone), ground) for ground in grounds) >= TEXT, tone
    for tone in ("accent", "danger", "warning", "success"):
        assert ratio(worn.of(tone), worn.tint(tone)) >= TEXT, tone
    assert ratio(worn.text, worn.selection) >= TEXT
    assert ratio(worn.muted, worn.selection) >= TEXT
    assert ratio(worn.muted, worn.hover) >= TEXT
    assert ratio(worn.on_accent, worn.accent_fill) >= TEXT
    for part in (worn.outline, worn.focus, worn.accent_fill):
        assert min(ratio(part, ground) for ground in grounds) >= PART


@pytest.mark.parametrize("accent", ACCENTS)
def test_words_on_the_accent_read(accent: str) -> None:
    made = accent_for(accent, ("#ffffff", "#f5f6f8"))
    assert ratio(made.on_fill, made.fill) >= TEXT


def test_the_stylesheet_names_only_colours_there_are() -> None:
    template = resource("style", "app.qss").read_text("utf-8")
    assert "@" not in stylesheet(template, light())
    with pytest.raises(KeyError):
        stylesheet("QLabel { color: @nothing; }", light())


def test_the_theme_changes_while_the_app_runs(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    button = QPushButton()
    qtbot.addWidget(button)
    button.setIcon(icon("house", Tone.TEXT))
    before = button.icon().pixmap(16, 16).toImage()
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.DARK)
    assert tokens().is_dark
    assert qapp.palette().color(QPalette.ColorRole.Window).lightness() < 60
    assert button.icon().pixmap(16, 16).toImage() != before
    theme.choose(ThemeChoice.LIGHT)
    assert button.icon().pixmap(16, 16).toImage() == before
    qapp.setStyleSheet("")
    theme.deleteLater()


def test_an_accent_that_is_no_colour_changes_nothing(qapp: QApplication) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT)
    before = tokens()
    theme.set_accent("red; } * { color: red")
    assert tokens() == before
    theme.set_accent("#E30613")
    assert tokens().accent_fill == "#e30613"
    theme.set_accent("#1b6ca8")
    qapp.setStyleSheet("")
    theme.deleteLater()


def test_icons_are_drawn_for_the_screen_they_are_on(qapp: QApplication) -> None:
    sharp = pixmap("flame", Tone.TEXT, 16, 2.0)
    assert (sharp.width(), sharp.devicePixelRatio()) == (32, 2.0)
    wide = icon("flame").pixmap(QSize(20, 16), 2.0)
    assert wide.size() == QSize(40, 32)


def test_a_disabled_icon_looks_disabled(qapp: QApplication) -> None:
    usual = icon("flame").pixmap(QSize(16, 16), QIcon.Mode.Normal).toImage()
    assert icon("flame").pixmap(QSize(16, 16), QIcon.Mode.Disabled).toImage() != usual
