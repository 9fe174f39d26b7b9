"""One question or claim: how it stands, what was said, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.viewmodels.case_detail import CaseDetail
from desktop.viewmodels.form import FormModel
from desktop.views.cases.thread import Thread
from desktop.views.tokens import Tone
from desktop.views.widgets.badge import Badge
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import rule
from desktop.views.widgets.form import FormView
from desktop.views.widgets.labels import IconLabel, Label, Text, breakable

RATINGS = 5
_NAMES = 140  # pixels: a longer name of a fact goes on below


class CasePanel(QWidget):
    """Shows a `CaseDetail`; the buttons tell the page what is wanted."""

    replied = Signal()
    rated = Signal(int)
    given_up = Signal()
    corrected = Signal()
    cancelled = Signal()
    receipt_wanted = Signal()
    dossier_wanted = Signal()
    file_wanted = Signal(object)  # Attachment

    def __init__(self, reply: FormModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("case_detail")
        self._reply_model = reply
        self._shown_id = ""
        self._badge = Badge()
        self._deadline = Label(tone=Tone.MUTED, wrap=True)
        self._deadline.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._deadline.setObjectName("case_deadline")
        self._step = Label(style=Text.LEAD, wrap=True)
        self._step.setObjectName("case_step")
        self._held_mark = IconLabel("info", Tone.ACCENT, 16)
        self._held = Label(wrap=True)
        self._held.setObjectName("case_held")
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        self.talk = Thread()
        self._regulator = Label(tone=Tone.MUTED, wrap=True)
        self._regulator.setObjectName("case_regulator")
        self._build_buttons()
        self._build_reply()
        self._build_rating()
        self._lay_out()

    def show_detail(self, detail: CaseDetail) -> None:
        """Fill in; another case begins at its top."""
        badge = detail.row.badge
        self._badge.show_state(badge.text, badge.icon, Tone(badge.tone.value))
        self._deadline.setText(detail.deadline)
        self._deadline.set_tone(Tone.DANGER if detail.is_late else Tone.MUTED)
        self._step.setText(detail.step)
        self._held.setText(detail.held)
        self._held.setVisible(bool(detail.held))
        self._held_mark.setVisible(bool(detail.held))
        self._show_facts(detail.facts)
        self.talk.show_entries(detail.thread)
        self._regulator.setText(detail.regulator)
        self._regulator.setVisible(bool(detail.regulator))
        self._show_actions(detail)
        if detail.row.id != self._shown_id:
            self._shown_id = detail.row.id
            self._scroll.verticalScrollBar().setValue(0)

    def _show_actions(self, detail: CaseDetail) -> None:
        self._reply.setVisible(detail.can_write)
        words = self.tr("Pedir otra revisión") if detail.can_reopen else self.tr("Enviar mensaje")
        self._reply_heading.setText(
            self.tr("¿No está conforme? Díganos por qué.")
            if detail.can_reopen
            else self.tr("Agregar un mensaje o documentos")
        )
        self._send.set_text(words)
        self._send.setEnabled(not self._reply_model.is_sending)
        self._rating.setVisible(detail.can_rate)
        self._receipt.setVisible(detail.has_paper)
        self._dossier.setVisible(detail.has_paper)
        self._correct.setVisible(detail.can_edit)
        self._cancel.setVisible(detail.can_cancel)
        self._give_up.setVisible(detail.can_give_up)
        if not detail.can_give_up:
            self._sure.hide()
        has_any = detail.has_paper or detail.can_edit or detail.can_cancel
        self._foot.setVisible(has_any)
        self._line.setVisible(has_any)

    def _show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        while self._facts.count():
            item = self._facts.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (name, value) in enumerate(facts):
            label = Label(name, tone=Tone.MUTED, wrap=True)
            label.setFixedWidth(min(_NAMES, label.sizeHint().width()))
            self._facts.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            shown = Label(breakable(value), wrap=True)
            self._facts.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignTop)

    # -- building ----------------------------------------------------------------------------

    def _build_buttons(self) -> None:
        self._receipt = Button("case_receipt", self.tr("Constancia"), icon_name="file-text")
        self._dossier = Button("case_dossier", self.tr("Expediente"), icon_name="folder-down")
        self._correct = Button("case_correct", self.tr("Corregir"))
        self._cancel = Button("case_cancel", self.tr("Cancelar envío"), Kind.QUIET)
        self._give_up = Button("case_give_up", self.tr("Dejar sin efecto…"), Kind.QUIET)
        self._sure = Button("case_give_up_sure", self.tr("Sí, dejarla sin efecto"))
        self._sure.hide()
        self._receipt.clicked.connect(self.receipt_wanted)
        self._dossier.clicked.connect(self.dossier_wanted)
        self._correct.clicked.connect(self.corrected)
        self._cancel.clicked.connect(self.cancelled)
        self._give_up.clicked.connect(lambda: self._sure.setVisible(not self._sure.isVisible()))
        self._sure.clicked.connect(self.given_up)

    def _build_reply(self) -> None:
        self.form = FormView(self._reply_model, "case_reply")
        self.form.submitted.connect(self.replied)
        self._send = Button("case_send", self.tr("Enviar mensaje"), Kind.PRIMARY)
        self._send.clicked.connect(self.replied)
        self._reply = QWidget()
        self._reply.setObjectName("case_reply_box")
        self._reply_heading = Label(style=Text.STRONG, wrap=True)
        column = QVBoxLayout(self._reply)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._reply_heading)
        column.addWidget(self.form)
        column.addWidget(self._send, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_rating(self) -> None:
        self._rating = QWidget()
        self._rating.setObjectName("case_rating")
        column = QVBoxLayout(self._rating)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(self.tr("¿Qué le pareció la respuesta?"), Text.STRONG))
        row = QHBoxLayout()
        row.setSpacing(6)
        for rating in range(1, RATINGS + 1):
            button = Button(f"case_rate_{rating}", str(rating))
            button.setAccessibleName(self.tr("{0} de 5").format(rating))
            button.setFixedWidth(44)
            button.clicked.connect(lambda _on=False, n=rating: self.rated.emit(n))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(Label(self.tr("1 mala, 5 muy buena"), Text.CAPTION, Tone.MUTED))

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("role", "page")
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._badge)
        head.addWidget(self._deadline, 1)
        held = QHBoxLayout()
        held.setSpacing(8)
        held.addWidget(self._held_mark, 0, Qt.AlignmentFlag.AlignTop)
        held.addWidget(self._held, 1)
        column.addLayout(head)
        column.addWidget(self._step)
        column.addLayout(held)
        column.addLayout(self._facts)
        column.addWidget(self.talk)
        column.addWidget(self._rating)
        column.addWidget(self._reply)
        column.addWidget(self._regulator)
        column.addWidget(self._give_up, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._sure, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("case_detail_scroll")
        self._scroll.setAccessibleName(self.tr("Detalle del trámite"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(16, 10, 16, 12)
        foot.setSpacing(8)
        for button in (self._receipt, self._dossier, self._correct, self._cancel):
            foot.addWidget(button)
        foot.addStretch(1)
        self._line = rule()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._line)
        whole.addWidget(self._foot)
        self.talk.opened.connect(self.file_wanted)
