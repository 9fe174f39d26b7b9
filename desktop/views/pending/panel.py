"""One submission: what its state means, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.viewmodels.pending import PendingRow
from desktop.viewmodels.table import fold
from desktop.views.tokens import Tone
from desktop.views.widgets.badge import Badge
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.fields import Field
from desktop.views.widgets.labels import ElidedLabel, Label, Text, breakable

_LONG = 36  # characters of an identification: it stands below its name, for it to be read


class PendingPanel(QWidget):
    """Tells what is wanted; giving something up asks for a word first."""

    edited = Signal()
    cancelled = Signal()
    checked = Signal()
    retried = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pending_detail")
        self._op_id = ""
        self._shown: tuple[tuple[str, str], ...] = ()
        self._badge = Badge()
        self._summary = Label(style=Text.TITLE, wrap=True)
        self._sentence = Label(style=Text.LEAD, wrap=True)
        self._sentence.setObjectName("pending_sentence")
        self._deadline = Label(tone=Tone.WARNING, wrap=True)
        self._edit = Button("pending_edit", "", Kind.PRIMARY)
        self._cancel = Button("pending_cancel", self.tr("Anular"))
        self._check = Button("pending_check", self.tr("Comprobar ahora"))
        self._retry = Button("pending_retry", self.tr("Reintentar"), Kind.PRIMARY)
        self._discard = Button("pending_discard", self.tr("Descartar…"))
        self._word = self.tr("DESCARTAR")
        self._sure = _Sure(self._word)
        self._facts = QGridLayout()
        self._lay_out()
        self._edit.clicked.connect(self.edited)
        self._cancel.clicked.connect(self.cancelled)
        self._check.clicked.connect(self.checked)
        self._retry.clicked.connect(self.retried)
        self._discard.clicked.connect(self._sure.ask)
        self._sure.sure.connect(self.discarded)

    def show_row(self, row: PendingRow) -> None:
        """Fill in."""
        if row.op_id != self._op_id:
            self._op_id = row.op_id
            self._sure.forget()
        self._badge.show_state(row.badge.text, row.badge.icon, Tone(row.badge.tone.value))
        self._summary.setText(breakable(row.summary))
        struck = self._summary.font()
        struck.setStrikeOut(row.badge.icon == "ban")
        self._summary.setFont(struck)
        self._summary.setVisible(bool(row.summary))
        self._sentence.setText(breakable(row.sentence))
        self._deadline.setText(row.deadline)
        self._deadline.setVisible(bool(row.deadline))
        is_new = row.can_cancel  # it waits here and can be changed; otherwise it was refused
        self._edit.set_text(self.tr("Editar") if is_new else self.tr("Corregir y enviar"))
        self._edit.setVisible(row.can_edit)
        self._cancel.setVisible(row.can_cancel)
        self._check.setVisible(row.can_check)
        self._retry.setVisible(row.can_retry)
        self._discard.setVisible(row.can_discard)
        if not row.can_discard:
            self._sure.forget()
        self._show_facts(((self.tr("Contrato"), row.contract), *row.facts))

    def _show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        if facts == self._shown:
            return
        self._shown = facts
        while self._facts.count():
            item = self._facts.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, (name, value) in enumerate(facts):
            label, whole = Label(name, Text.CAPTION, Tone.MUTED), Label(value, wrap=True)
            line = 2 * place
            self._facts.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
            if len(value) < _LONG:
                self._facts.addWidget(whole, line, 1)
            else:
                whole = ElidedLabel(value)
                self._facts.addWidget(whole, line + 1, 0, 1, 2)
            for part in (label, whole):
                part.show()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._edit, self._retry, self._check, self._cancel, self._discard):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._facts.setColumnStretch(1, 1)
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._summary)
        column.addWidget(self._sentence)
        column.addWidget(self._deadline)
        column.addLayout(buttons)
        column.addWidget(self._sure)
        column.addLayout(self._facts)
        column.addStretch(1)


class _Sure(QWidget):
    """A word to type before something is given up for good."""

    sure = Signal()

    def __init__(self, word: str) -> None:
        super().__init__()
        self._expected = word
        asked = self.tr("Se perderá lo que ingresó. Para confirmar escriba {0}.").format(word)
        self._field = Field("discard_word", asked)
        self._field.setMaximumWidth(180)
        self._button = Button("discard_sure", self.tr("Descartar"))
        self._back = Button("discard_back", self.tr("Conservar"), Kind.QUIET)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._field)
        row.addWidget(self._button)
        row.addWidget(self._back)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(asked, tone=Tone.DANGER, wrap=True))
        column.addLayout(row)
        self._field.textChanged.connect(self._weigh)
        self._field.returnPressed.connect(self._button.click)
        self._button.clicked.connect(self.sure)
        self._back.clicked.connect(self.forget)
        self.forget()

    def ask(self) -> None:
        """Show, with the focus on the field."""
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Hide, with nothing typed."""
        self._field.clear()
        self._button.setEnabled(False)
        self.hide()

    def _weigh(self, text: str) -> None:
        self._button.setEnabled(fold(text.strip()) == fold(self._expected))
