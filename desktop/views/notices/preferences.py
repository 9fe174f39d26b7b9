"""Which notices a person wants, how long before, and whether the desktop shows them too."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSystemTrayIcon, QWidget

from desktop.domain.form_choices import Option
from desktop.domain.notices import NoticeRules, Topic
from desktop.viewmodels import notice_choices as choices
from desktop.viewmodels.notice_words import topic_text
from desktop.viewmodels.shell import ShellViewModel
from desktop.views.tokens import Tone
from desktop.views.widgets.card import Card
from desktop.views.widgets.form_controls import ComboBox
from desktop.views.widgets.labels import Label, Text

_DAYS = {
    Topic.DUE_SOON: "due_days",
    Topic.READING_WINDOW: "window_days",
    Topic.INSTALMENT_DUE: "instalment_days",
}

_OFFERED = (0, 1, 2, 3, 5, 7, 10, 15)  # days before, to choose from


class NoticePreferences(Card):
    """In force at once, and remembered on this computer."""

    def __init__(self, shell: ShellViewModel, parent: QWidget | None = None) -> None:
        super().__init__(16, parent)
        self.setObjectName("notice_preferences")
        self.setMaximumWidth(640)
        self._shell, self._settings = shell, shell.settings
        self._days: dict[str, ComboBox] = {}
        self.body.setSpacing(12)
        self.body.addWidget(Label(self.tr("Avisos"), Text.HEADING))
        self.body.addLayout(self._make_topics())
        self._desktop = self._tick(
            "notices_desktop",
            self.tr("Mostrarlos también como notificaciones del sistema"),
            choices.wants_desktop(self._settings),
        )
        self._details = self._tick(
            "notices_details",
            self.tr("Incluir importes y nombres de contrato en la notificación"),
            choices.shows_details(self._settings),
        )
        hint = self.tr("Otras personas pueden ver las notificaciones de este equipo.")
        if not QSystemTrayIcon.isSystemTrayAvailable():
            hint = self.tr("Este sistema no ofrece un lugar para mostrarlas.")
            self._desktop.setEnabled(False)
        self._details.setEnabled(self._desktop.isEnabled() and self._desktop.isChecked())
        self.body.addWidget(self._desktop)
        self.body.addWidget(self._details)
        self.body.addWidget(Label(hint, Text.CAPTION, Tone.MUTED, wrap=True))
        self._desktop.toggled.connect(self._turn_desktop)
        self._details.toggled.connect(lambda on: choices.show_details(self._settings, on))
        shell.notices.changed.connect(self._show_days)
        self._show_days()

    def _make_topics(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for row, topic in enumerate(Topic):
            tick = self._tick(
                f"notices_{topic}", topic_text(topic), choices.wants(self._settings, topic)
            )
            tick.toggled.connect(lambda on, which=topic: self._want(which, on))
            grid.addWidget(tick, row, 0)
            if topic in _DAYS:
                name = _DAYS[topic]
                self._days[name] = self._make_days(topic, name)
                grid.addWidget(self._days[name], row, 1, Qt.AlignmentFlag.AlignRight)
        return grid

    def _make_days(self, topic: Topic, name: str) -> ComboBox:
        label = self.tr("{0}: días de anticipación").format(topic_text(topic))
        box = ComboBox(f"notices_{name}", label)
        box.setMinimumWidth(160)
        box.activated.connect(lambda row: self._set_days(name, int(box.itemData(row))))
        return box

    def _words(self, days: int) -> str:
        if days == 0:
            return self.tr("El mismo día")
        return self.tr("1 día antes") if days == 1 else self.tr("{0} días antes").format(days)

    def _tick(self, name: str, words: str, is_on: bool) -> QCheckBox:
        tick = QCheckBox(words)
        tick.setObjectName(name)
        tick.setAccessibleName(words)
        tick.setChecked(is_on)
        return tick

    def _show_days(self) -> None:
        book = self._shell.notices.book
        rules = book.rules if book is not None else NoticeRules()
        for name, box in self._days.items():
            chosen = choices.lead(self._settings, rules, name)
            offered = sorted({*_OFFERED, chosen})
            box.fill(tuple(Option(str(days), self._words(days)) for days in offered))
            box.choose(str(chosen))

    def _want(self, topic: Topic, wanted: bool) -> None:
        choices.want(self._settings, topic, wanted)
        self._shell.notices.load()

    def _set_days(self, name: str, value: int) -> None:
        choices.set_lead(self._settings, name, value)
        self._shell.notices.load()

    def _turn_desktop(self, wanted: bool) -> None:
        choices.want_desktop(self._settings, wanted)
        self._details.setEnabled(wanted)
        self._shell.notices.changed.emit()
