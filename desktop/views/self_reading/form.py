"""What the meter shows, and what goes with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.self_readings import Need
from desktop.viewmodels.self_reading_state import Dial, SelfReadingState
from desktop.views.self_reading.dial import DialEntry
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, IconButton, Kind
from desktop.views.widgets.card import Card, rule
from desktop.views.widgets.labels import ElidedLabel, IconLabel, Label, Text
from desktop.views.widgets.speech import announce


class ReadingForm(Card):
    """Tells what a person does; decides nothing."""

    typed = Signal(str, str)
    confirmed = Signal(bool)
    declared = Signal(bool)
    photo_wanted = Signal()
    photo_dropped = Signal()
    sent = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("reading_form")
        self._dials: list[DialEntry] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(16)
        self._preview_mark = IconLabel("receipt-text", size=16)
        self._preview = Label(wrap=True, tone=Tone.MUTED)
        self._preview.setObjectName("reading_preview")
        self._photo = Button("reading_photo", self.tr("Agregar foto…"), Kind.SECONDARY)
        self._photo_name = ElidedLabel()
        self._photo_hint = Label(style=Text.CAPTION, tone=Tone.MUTED, wrap=True)
        self._drop = IconButton("reading_photo_drop", "x", self.tr("Quitar la foto"))
        self._confirm = QCheckBox(self.tr("Confirmo que la lectura es correcta"))
        self._confirm.setObjectName("reading_confirm")
        self._declare = QCheckBox(self.tr("Declaro que la lectura es la que marca el medidor"))
        self._declare.setObjectName("reading_declare")
        self._problem_mark = IconLabel("circle-alert", Tone.DANGER, 16)
        self._problem = Label(wrap=True, tone=Tone.DANGER)
        self._problem.setObjectName("reading_problem")
        self.send = Button("reading_send", self.tr("Enviar lectura"), Kind.PRIMARY)
        self._leave = Button("reading_leave", self.tr("Volver sin cambios"), Kind.QUIET)
        self._lay_out()
        self._photo.clicked.connect(self.photo_wanted)
        self._drop.clicked.connect(self.photo_dropped)
        self._confirm.clicked.connect(self.confirmed)
        self._declare.clicked.connect(self.declared)
        self.send.clicked.connect(self.sent)
        self._leave.clicked.connect(self.left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a check box sends, as it does in a field; Space ticks it."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(QApplication.focusWidget(), QCheckBox):
            self.sent.emit()
            return
        super().keyPressEvent(event)

    def show_state(self, state: SelfReadingState) -> None:
        """Show what is entered and what comes of it."""
        self._show_dials(state.dials)
        self._preview.setText(state.preview)
        self._preview.setVisible(bool(state.preview))
        self._preview_mark.setVisible(bool(state.preview))
        asks = state.need in (Need.CONFIRMATION, Need.PHOTO)
        self._confirm.setVisible(asks)
        self._confirm.setChecked(state.is_confirmed)
        self._declare.setChecked(state.is_declared)
        self._photo_name.setText(state.photo)
        self._photo_name.setVisible(bool(state.photo))
        self._drop.setVisible(bool(state.photo))
        self._photo_hint.setVisible(not state.photo)
        hint = self.tr("Opcional. JPEG o PNG, hasta 10 MB.")
        if state.need is Need.PHOTO:
            hint = self.tr("Necesaria para revisar el valor. JPEG o PNG, hasta 10 MB.")
        self._photo_hint.setText(state.photo_problem or hint)
        self._photo_hint.set_tone(Tone.DANGER if state.photo_problem else Tone.MUTED)
        if state.problem and state.problem != self._problem.text():
            announce(self, state.problem)
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._problem_mark.setVisible(bool(state.problem))
        self._leave.setVisible(state.is_correction)
        self.send.setEnabled(not state.is_sending)

    def focus_on(self, wanted: str) -> None:
        """Put the focus where something is missing: a register's id, 'confirmation',
        'declaration' or 'photo'."""
        parts: dict[str, QWidget] = {
            "confirmation": self._confirm,
            "declaration": self._declare,
            "photo": self._photo,
        }
        parts |= {dial.register_id: dial.field for dial in self._dials}
        if wanted in parts:
            parts[wanted].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Where one begins to type."""
        if self._dials:
            self._dials[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_dials(self, dials: tuple[Dial, ...]) -> None:
        shape = [(d.register_id, d.digits) for d in dials]
        if shape != [(d.register_id, d.field.digits) for d in self._dials]:
            for old in self._dials:
                self._column.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._dials = [DialEntry(dial) for dial in dials]
            before: QWidget | None = None
            for entry in self._dials:
                self._column.addWidget(entry)
                entry.typed.connect(self.typed)
                entry.submitted.connect(self.sent)
                if before is not None:
                    QWidget.setTabOrder(before, entry.field)
                before = entry.field
            if before is not None:
                QWidget.setTabOrder(before, self._photo)
        for entry, dial in zip(self._dials, dials, strict=True):
            entry.show_dial(dial)

    def _lay_out(self) -> None:
        preview = QHBoxLayout()
        preview.setSpacing(8)
        preview.addWidget(self._preview_mark, 0, Qt.AlignmentFlag.AlignTop)
        preview.addWidget(self._preview, 1)
        photo = QHBoxLayout()
        photo.setSpacing(8)
        photo.addWidget(self._photo)
        photo.addWidget(self._photo_name)
        photo.addWidget(self._drop)
        photo.addWidget(self._photo_hint, 1)
        problem = QHBoxLayout()
        problem.setSpacing(8)
        problem.addWidget(self._problem_mark, 0, Qt.AlignmentFlag.AlignTop)
        problem.addWidget(self._problem, 1)
        ends = QHBoxLayout()
        ends.setSpacing(8)
        ends.addWidget(self.send)
        ends.addWidget(self._leave)
        ends.addStretch(1)
        self.body.setSpacing(12)
        self.body.addLayout(self._column)
        self.body.addLayout(preview)
        self.body.addWidget(rule())
        self.body.addLayout(photo)
        checks = QVBoxLayout()
        checks.setSpacing(2)
        for box in (self._confirm, self._declare):
            # no wider than its words: the rest of the line does not react to a click
            checks.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(checks)
        self.body.addLayout(problem)
        self.body.addLayout(ends)
