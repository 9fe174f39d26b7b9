"""Registrarse: the form, and what follows once it was sent."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.registration import Taken
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.registration import RegistrationViewModel
from desktop.viewmodels.shell import ShellViewModel
from desktop.views.registration.column import ColumnFace
from desktop.views.registration.help import Fold
from desktop.views.texts import describe, sentence
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card
from desktop.views.widgets.form import FieldRow, FormView
from desktop.views.widgets.labels import IconLabel, Label, Text
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.skeleton import SkeletonRows, Spinner
from desktop.views.widgets.speech import announce
from desktop.views.widgets.states import PageStates


class RegistrationFace(ColumnFace):
    """`guide_wanted` asks for the registration guide; `back` for the sign-in."""

    guide_wanted = Signal()

    def __init__(
        self, shell: ShellViewModel, model: RegistrationViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__("registration", self.tr("Registrarse"), parent)
        self._shell, self._model = shell, model
        guide = Button("registration_guide", self.tr("Instructivo (PDF)"), icon_name="file-text")
        guide.clicked.connect(self.guide_wanted)
        self.head.addWidget(guide)
        self.notice = NoticeBar("registration_notice")
        self._earlier = Label(tone=Tone.MUTED, wrap=True)
        self._earlier.setObjectName("registration_earlier")
        self._example = Button(
            "registration_example",
            self.tr("Demostración: ver los datos de un contrato para probar"),
            Kind.QUIET,
            "external-link",
        )
        self.form = FormView(model.form, "register")
        self._where = Fold("contract_where", self.tr("¿Dónde lo encuentro?"), self)
        self._terms = Fold("read_terms", self.tr("Leer los términos y condiciones"), self)
        self._dressed: dict[str, FieldRow] = {}
        self._send = Button("register", self.tr("Registrarme"), Kind.PRIMARY)
        self._spinner = Spinner(18)
        self._done = _Done(shell)
        self._lay_out()
        self._send.clicked.connect(model.send)
        self.form.submitted.connect(model.send)
        self.form.rebuilt.connect(self._dress)
        model.form.changed.connect(self._show_sending)
        model.state_changed.connect(self._show)
        self._example.clicked.connect(self._done.open_mail)
        self._done.correct.clicked.connect(self._correct)
        self._done.back.clicked.connect(self.back)
        self._show()
        self._show_sending()

    def begin(self) -> None:
        """The face came to the front."""
        self._model.load()
        self.focus_first()

    def focus_first(self) -> None:
        """Where one goes on typing."""
        if self._model.state.phase is Phase.FILLED and self._model.state.taken is None:
            self.form.focus_first()

    def _correct(self) -> None:
        self._model.correct()
        self.focus_first()

    def _dress(self) -> None:
        """Help below two of the fields; rows may be made anew."""
        for name, fold in (("contract_number", self._where), ("terms", self._terms)):
            row = self.form.row_of(name)
            if row is not None and self._dressed.get(name) is not row:
                self._dressed[name] = row
                fold.stand_below(row)

    def _show(self) -> None:
        state = self._model.state
        rules = state.rules
        self._show_notice()
        if state.phase is Phase.LOADING:
            self._states.show_loading()
        elif state.phase is Phase.EMPTY:
            self._states.show_empty(
                "user",
                self.tr("Esta empresa no ofrece el registro desde la aplicación."),
                self.tr("Pida su usuario en las oficinas de atención al cliente."),
                self.tr("Volver"),
                self.back.emit,
            )
        elif rules is None:
            assert state.error is not None
            problem = describe(state.error, self._shell.format)
            advice = self.tr("Para registrarse hace falta conexión.")
            self._states.show_error(problem.title, advice, self.tr("Reintentar"), self._model.load)
        else:
            was_shown = self._states.face == "content"
            self._earlier.setText(rules.earlier_users)
            self._earlier.setVisible(bool(rules.earlier_users))
            self._example.setVisible(self._shell.is_demo)
            self._where.tell(rules.contract.where)
            self._terms.tell(rules.terms.text)
            self._states.show_content()
            if not was_shown and self.isVisible():
                self.form.focus_first()
        self._faces.setCurrentIndex(0 if state.taken is None else 1)
        if state.taken is not None:
            self._done.tell(state.taken)
            self.show_top()  # the button that was pressed is far below

    def _show_notice(self) -> None:
        state = self._model.state
        if state.error is None or state.rules is None:
            self.notice.clear()
            return
        self.notice.show_notice(Notice(sentence(state.error, self._shell.format), Tone.DANGER))
        self.show_top()

    def _show_sending(self) -> None:
        is_sending = self._model.form.is_sending
        self._send.setEnabled(not is_sending)
        self._send.set_text(self.tr("Enviando…") if is_sending else self.tr("Registrarme"))
        self._spinner.setVisible(is_sending)

    def _lay_out(self) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._send)
        row.addWidget(self._spinner)
        row.addStretch(1)
        card = Card(24)
        card.body.addWidget(self.form)
        card.body.addSpacing(12)
        card.body.addLayout(row)
        inside.addWidget(self._earlier)
        inside.addWidget(self._example, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(card)
        inside.addStretch(1)
        self._states = PageStates(content, SkeletonRows(8, 1))
        place = QWidget()
        self._faces = QStackedLayout(place)
        self._faces.addWidget(self._states)
        self._faces.addWidget(self._done)
        self.column.addWidget(self.notice)
        self.column.addWidget(place, 1)


class _Done(QWidget):
    """The registration is on its way: what to do now (REG-03)."""

    def __init__(self, shell: ShellViewModel) -> None:
        super().__init__()
        self.setObjectName("registration_done")
        self._shell = shell
        self._title = Label(self.tr("Revise su correo"), Text.HEADING)
        self._text = Label(wrap=True)
        self._text.setObjectName("registration_taken")
        self._demo = Button(
            "demo_mail", self.tr("Ver el correo de la demostración"), icon_name="external-link"
        )
        self._demo.clicked.connect(self.open_mail)
        self.back = Button("go_to_sign_in", self.tr("Ir a ingresar"), Kind.PRIMARY)
        self.correct = Button("correct_registration", self.tr("Corregir los datos"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("mail", Tone.ACCENT, 24))
        head.addWidget(self._title, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.back, self.correct, self._demo):
            buttons.addWidget(button)
        buttons.addStretch(1)
        card = Card(24)
        card.body.addLayout(head)
        card.body.addWidget(self._text)
        card.body.addSpacing(8)
        card.body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)

    def tell(self, taken: Taken) -> None:
        """To whom the mail went and how long its link is good."""
        clock = self._shell.format
        text = self.tr(
            "Le enviamos un correo a {0}. Si los datos coinciden con los nuestros, trae un enlace:"
            " confirme su registro antes del {1} a las {2}. Revise también el correo no deseado."
        ).format(
            taken.email,
            clock.day(clock.local(taken.confirm_before).date()),
            clock.time(taken.confirm_before),
        )
        if text != self._text.text():
            announce(self, text)
        self._text.setText(text)
        self._demo.setVisible(self._shell.is_demo)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_mail(self) -> None:
        """Show the mailbox of the demonstration in the browser."""
        QDesktopServices.openUrl(QUrl(f"{self._shell.server}/demo/mail"))
