"""Nueva Pregunta and Nuevo Trámite, each with a screen of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.viewmodels.case_composing import Composing, Mode
from desktop.views.cases.answers import Answers
from desktop.views.texts import sentence
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card, kept_narrow, page_layout
from desktop.views.widgets.form import WIDTH, FormView
from desktop.views.widgets.header import PageHeader
from desktop.views.widgets.labels import IconLabel, Label
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.speech import announce


class ComposeFace(QWidget):
    """One of the two forms; `sent` asks for it to be sent."""

    sent = Signal()
    answer_wanted = Signal(str)

    def __init__(self, model: Composing, mode: Mode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._mode = model, mode
        name = mode.value
        self._form_model = model.question if mode is Mode.QUESTION else model.claim
        self.setObjectName(f"{name}_face")
        is_question = mode is Mode.QUESTION
        title = self.tr("Nueva Pregunta") if is_question else self.tr("Nuevo Trámite")
        self._back = Button(f"{name}_back", self.tr("Volver"), Kind.QUIET, "arrow-left")
        self._header = PageHeader(model.context, title)
        self._header.set_back(self._back)
        self.notice = NoticeBar(f"{name}_notice")
        self.recovered = NoticeBar(f"{name}_recovered")
        self.form = FormView(self._form_model, f"{name}_form")
        self.answers = Answers(f"{name}_answers", self)
        self._promise_mark = IconLabel("calendar-clock", Tone.ACCENT, 16)
        self._promise = Label(wrap=True, tone=Tone.MUTED)
        self._promise.setObjectName(f"{name}_promise")
        words = self.tr("Enviar pregunta") if is_question else self.tr("Enviar trámite")
        self._send = Button(f"{name}_send", words, Kind.PRIMARY)
        self._discard = Button(f"{name}_discard", "", Kind.QUIET)
        self._is_sure = False  # asked once more before what was typed goes
        self._ask_first()
        self._lay_out()
        self._back.clicked.connect(model.leave)
        self._send.clicked.connect(self._submit)
        self._discard.clicked.connect(self._throw_away)
        self.form.submitted.connect(self._submit)
        self.form.rebuilt.connect(self._place_answers)
        self.answers.wanted.connect(self.answer_wanted)
        model.changed.connect(self._show)
        model.failed.connect(self._fail)
        self._place_answers()

    def begin(self) -> None:
        """It came to the front: whoever opened it can type."""
        self._ask_first()
        self.notice.clear()
        self.form.focus_first()

    def _submit(self) -> None:
        self.notice.clear()
        self.sent.emit()

    def _fail(self, error: AppError) -> None:
        """The world failed while this was in front; what is typed stays."""
        if self._model.mode is self._mode:
            text = sentence(error, self._form_model.context.format)
            self.notice.show_notice(Notice(text, Tone.DANGER))

    def _throw_away(self) -> None:
        if self._is_sure:
            self._ask_first()
            self._model.discard()
            self.form.focus_first()
            return
        self._is_sure = True
        self._discard.set_text(self.tr("Sí, vaciar el formulario"))
        announce(self._discard, self._discard.text())

    def _ask_first(self) -> None:
        self._is_sure = False
        self._discard.set_text(self.tr("Vaciar el formulario"))

    def _place_answers(self) -> None:
        row = self.form.row_of("subject")
        if row is not None and self.answers.parentWidget() is not row:
            row.add_below(self.answers)

    def _show(self) -> None:
        if self._model.mode is not self._mode:
            return
        form = self._form_model
        self.answers.show_answers(self._model.answers)
        promise = self._promise_text()
        self._promise.setText(promise)
        self._promise.setVisible(bool(promise))
        self._promise_mark.setVisible(bool(promise))
        self._promise_mark.set_icon("calendar-clock" if self._is_promise else "info", Tone.ACCENT)
        self._send.setVisible(self._is_promise)
        self._send.setEnabled(not form.is_sending)
        self._discard.setVisible(not form.is_empty)
        if form.recovered_at is None:
            self.recovered.clear()
            return
        fmt, shell = form.context.format, form.context.shell
        moment = fmt.moment(form.recovered_at, shell.now())
        text = self.tr("Recuperamos lo que estaba completando ({0}).").format(moment)
        away = self.tr("Descartar")
        self.recovered.show_notice(
            Notice(text, action_text=away, action=self._model.discard, stays=True)
        )

    @property
    def _is_promise(self) -> bool:
        """Whether it is known by when there is an answer: for a claim, by its reason."""
        return self._mode is Mode.QUESTION or self._model.subtype is not None

    def _promise_text(self) -> str:
        """What happens after it was sent."""
        rules, subtype = self._model.rules, self._model.subtype
        if rules is None:
            return ""
        parts = []
        if not self._is_promise:
            return self.tr("Según el tipo y el motivo le pedimos lo que hace falta.")
        if self._mode is Mode.QUESTION:
            text = self.tr("Responderemos en %n días hábiles.", "", rules.question_days)
            parts.append(text)
        elif subtype is not None:
            parts.append(self.tr("Responderemos en %n días hábiles.", "", subtype.days))
            if subtype.disputes:
                parts.append(
                    self.tr("Mientras se resuelve, las facturas reclamadas no serán exigibles.")
                )
        if parts and self._form_model.context.shell.is_offline:
            text = self.tr(
                "Sin conexión: quedará guardado en este equipo, sin número hasta que se envíe."
            )
            parts.append(text)
        return " ".join(parts)

    def _lay_out(self) -> None:
        card = Card()
        card.setMaximumWidth(WIDTH + 34)
        card.body.setSpacing(16)
        card.body.addWidget(self.form)
        promise = QHBoxLayout()
        promise.setSpacing(8)
        promise.addWidget(self._promise_mark, 0, Qt.AlignmentFlag.AlignTop)
        promise.addWidget(self._promise, 1)
        card.body.addLayout(promise)
        ends = QHBoxLayout()
        ends.setSpacing(8)
        ends.addWidget(self._send)
        ends.addWidget(self._discard)
        ends.addStretch(1)
        card.body.addLayout(ends)
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(kept_narrow(card))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        page = page_layout(self)
        page.addWidget(self._header)
        page.addWidget(self.notice)
        page.addWidget(self.recovered)
        page.addWidget(scroll, 1)
