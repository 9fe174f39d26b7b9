"""Cambio de Titular: the steps above, the parts of one of them below."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.viewmodels.context import Context
from desktop.viewmodels.form import FormModel
from desktop.viewmodels.supply_request_state import WizardState
from desktop.views.supply_requests.form_face import FormFace
from desktop.views.tokens import SPACE_S, Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card, kept_narrow, rule
from desktop.views.widgets.growing import GrowingScroll
from desktop.views.widgets.header import PageHeader
from desktop.views.widgets.labels import Label, Text, breakable, repolish

_WIDEST = 760  # pixels: five steps side by side, also in a longer language


class StepBar(QWidget):
    """One button a step; those that were passed can be gone back to. `wanted` comes with its
    place."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("wizard_steps")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._buttons: list[Button] = []
        self._row.addStretch(1)

    def show_steps(self, titles: tuple[str, ...], at: int) -> None:
        """Show where one is; a screen reader hears it as the button's name."""
        if [b.property("step") for b in self._buttons] != list(titles):
            self._build(titles)
        for place, button in enumerate(self._buttons):
            button.setEnabled(place <= at)
            is_here = place == at
            text = self.tr("Paso {0} de {1}: {2}").format(place + 1, len(titles), titles[place])
            button.setAccessibleName(text)
            kind = Kind.SECONDARY if is_here else Kind.QUIET
            if button.property("kind") != kind:
                button.setProperty("kind", kind)
                repolish(button)
                button.updateGeometry()  # its border takes room

    def focus_step(self, at: int) -> None:
        """Put the focus on the button of a step."""
        self._buttons[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, titles: tuple[str, ...]) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for place, title in enumerate(titles):
            text = self.tr("{0}. {1}").format(place + 1, title)
            button = Button(f"wizard_step_{place}", text, Kind.QUIET)
            button.setProperty("step", title)
            button.clicked.connect(lambda _checked=False, to=place: self.wanted.emit(to))
            self._row.insertWidget(place, button)
            self._buttons.append(button)


class WizardFace(FormFace):
    """A `FormFace` of which only one step is in sight: its parts scroll between the steps above
    and the buttons below. `gone_back` comes with a step's place."""

    gone_back = Signal(int)

    def __init__(self, context: Context, form: FormModel) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            context,
            form,
            "holder_change",
            translate("WizardFace", "Cambio de Titular"),
            translate("WizardFace", "Continuar"),
        )
        self._state = WizardState()
        self._before.clicked.connect(lambda: self.gone_back.emit(self._state.at - 1))
        self.steps.wanted.connect(self.gone_back)
        self.form.rebuilt.connect(self._show_rows)

    def show_wizard(self, state: WizardState) -> None:
        """Everything around the parts."""
        is_other = state.at != self._state.at
        self._state = state
        self.show_state(state.form)
        self.steps.setVisible(bool(state.steps) and not state.form.obstacles)
        self.steps.show_steps(state.steps, state.at)
        self._hint.setText(state.hint)
        self._hint.setVisible(bool(state.hint))
        self._show_summary(state.summary)
        self._terms.setText(state.terms)
        self._terms.setVisible(bool(state.terms))
        self._before.setVisible(state.at > 0)
        last = self.tr("Enviar solicitud")
        self.send.set_text(last if state.is_last else self.tr("Continuar"))
        self._show_rows()
        if is_other:
            self._focus_step()

    def focus_first(self) -> None:
        """The first part of the step in sight."""
        if self.card.isHidden():
            super().focus_first()
        else:
            self._focus_step()

    def _lay_out(self, header: PageHeader) -> None:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._figures)
        column.addWidget(self.obstacles)
        column.addLayout(kept_narrow(self.card))
        column.addStretch(1)
        self._place(header, below)

    def _fill(self, card: Card) -> None:
        self.steps = StepBar()
        self._hint = Label(tone=Tone.MUTED, wrap=True)
        self._summary = QWidget()
        self._terms = Label(tone=Tone.MUTED, wrap=True)
        self._before = Button("holder_change_before", self.tr("Atrás"))
        self._summary.setObjectName("holder_change_summary")
        self._terms.setObjectName("holder_change_terms")
        self._grid = QGridLayout(self._summary)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._shown_summary: tuple[tuple[str, str], ...] = ()
        card.setMaximumWidth(_WIDEST)
        self.form.setMaximumWidth(_WIDEST)
        inner = QWidget()
        inner.setProperty("role", "page")
        parts = QVBoxLayout(inner)
        parts.setContentsMargins(0, 0, SPACE_S, 0)
        parts.setSpacing(16)
        for part in (self._hint, self._summary, self._terms, self.form):
            parts.addWidget(part)
        parts.addStretch(1)
        self.parts = GrowingScroll(inner)
        self.parts.setObjectName("holder_change_parts")
        for part in (self.steps, rule(), self.parts, rule()):
            card.body.addWidget(part)
        self.buttons.insertWidget(0, self._before)
        card.body.addLayout(self.buttons)

    def _show_rows(self) -> None:
        for spec in self.form.model.specs:
            row = self.form.row_of(spec.name)
            if row is not None:
                row.setVisible(spec.name in self._state.names)

    def _focus_step(self) -> None:
        """Where one begins to type; what is sent is read from its top before it is accepted."""
        self.parts.verticalScrollBar().setValue(0)
        if self._state.is_last:
            self.steps.focus_step(self._state.at)
            return
        empty = [
            spec.name
            for spec in self.form.model.specs
            if spec.name in self._state.names and spec.is_empty(self.form.model.value(spec.name))
        ]
        for name in (*empty, *self._state.names):
            self.form.focus_on(name)
            return

    def _show_summary(self, rows: tuple[tuple[str, str], ...]) -> None:
        self._summary.setVisible(bool(rows))
        if rows == self._shown_summary:
            return
        self._shown_summary = rows
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, (name, value) in enumerate(rows):
            label = Label(name, tone=Tone.MUTED)
            self._grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Label(breakable(value), Text.BODY, wrap=True), place, 1)
