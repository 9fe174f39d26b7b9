"""The sign-in page: whose office this is, username and password, and which server."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import Code
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.shell import ShellViewModel
from desktop.viewmodels.sign_in import SignInState, SignInViewModel
from desktop.views.sidebar import UtilityMark
from desktop.views.sign_in_faces import SignInFaces
from desktop.views.sign_in_parts import DemoPanel, Doors, Problem, ServerPanel, caption
from desktop.views.texts import describe, sentence
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, IconButton, Kind
from desktop.views.widgets.card import Card
from desktop.views.widgets.fields import Field
from desktop.views.widgets.labels import Label, Text
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.skeleton import Spinner

_WIDTH = 400
_AT_FIELDS = {Code.BAD_CREDENTIALS, Code.USER_LOCKED}


class SignInPage(QWidget):
    """Keeps what was typed, whatever the server answers."""

    def __init__(self, shell: ShellViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign_in")
        self._shell = shell
        self._model = SignInViewModel(shell, self)
        self._mark = UtilityMark(56)
        self._utility = Label(style=Text.TITLE, wrap=True)
        self._utility.setObjectName("sign_in_utility")
        self._legal = Label(style=Text.CAPTION, tone=Tone.MUTED)
        self._notice = NoticeBar("sign_in_notice")
        self._username = Field("username", self.tr("Nombre de usuario"))
        self._password = Field("password", self.tr("Contraseña"))
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._show = IconButton("show_password", "eye", self.tr("Mostrar contraseña"))
        self._problem = Problem()
        self._enter = Button("enter", self.tr("Ingresar"), Kind.PRIMARY)
        self._cancel = Button("cancel_sign_in", self.tr("Cancelar"))
        self._back = Button("back_to_data", self.tr("Volver a mis datos"), Kind.QUIET, "arrow-left")
        self._forgot = Button("open_forgot", self.tr("Olvidé mi contraseña"), Kind.QUIET)
        self._resend = Button("resend_mail", self.tr("Reenviar correo"), icon_name="mail")
        self._spinner = Spinner(18)
        self._doors = Doors()
        self._demo = DemoPanel()
        self._server = ServerPanel()
        self._lay_out()
        self._connect()
        self._show_state()

    def begin(self) -> None:
        """The page came to the front: ask who the server is, and wait for the name."""
        self._show_state()
        self._model.load_utility()
        self.focus_first()

    def focus_first(self) -> None:
        """Where one begins to type."""
        field = self._password if self._username.text() else self._username
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._model.state.is_busy:
            self._model.cancel()
            return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        self._model.state_changed.connect(self._show_state)
        self._enter.clicked.connect(self._submit)
        self._username.returnPressed.connect(self._submit)
        self._password.returnPressed.connect(self._submit)
        self._username.textEdited.connect(self._forget_problem)
        self._password.textEdited.connect(self._forget_problem)
        self._cancel.clicked.connect(self._model.cancel)
        self._show.clicked.connect(self._toggle_password)
        self._back.clicked.connect(self._shell.leave_sign_in)
        self._demo.button.clicked.connect(self._model.submit_demo)
        self._doors.register.clicked.connect(self.faces.show_registration)
        self._doors.guide.clicked.connect(self.faces.open_guide)
        self._forgot.clicked.connect(lambda: self.faces.show_forgot(self._username.text().strip()))
        self._resend.clicked.connect(self._send_again)
        self._server.field.returnPressed.connect(self._use_server)
        self._server.button.clicked.connect(self._use_server)

    def _submit(self) -> None:
        if self._model.state.is_busy:
            return
        missing = [f for f in (self._username, self._password) if not f.text().strip()]
        if missing:
            for field in missing:
                field.set_problem(self.tr("Complete este dato."))
            self._problem.say(self.tr("Complete el nombre de usuario y la contraseña."))
            missing[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._model.submit(self._username.text().strip(), self._password.text())

    def _forget_problem(self) -> None:
        self._username.set_problem("")
        self._password.set_problem("")
        self._problem.say("")

    def _toggle_password(self) -> None:
        hidden = self._password.echoMode() is QLineEdit.EchoMode.Password
        mode = QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password
        self._password.setEchoMode(mode)
        if hidden:
            self._show.set_face("eye-off", self.tr("Ocultar contraseña"))
        else:
            self._show.set_face("eye", self.tr("Mostrar contraseña"))

    def _use_server(self) -> None:
        before = self._shell.server
        if self._model.use_server(self._server.field.text()):
            self._server.say("")
            if self._shell.server != before:
                self.faces.begin_anew()
        else:
            self._server.say(
                self.tr("Escriba una dirección que empiece con https://, sin nada detrás.")
            )

    def _show_state(self) -> None:
        state = self._model.state
        self._show_utility(state)
        self._show_notice(state)
        for field in (self._username, self._password, self._server.field):
            field.setReadOnly(state.is_busy)
        self._enter.setEnabled(not state.is_busy)
        self._enter.set_text(self.tr("Ingresando…") if state.is_busy else self.tr("Ingresar"))
        self._cancel.setVisible(state.is_busy)
        self._spinner.setVisible(state.is_busy)
        self._demo.button.setEnabled(not state.is_busy)
        is_over = self._shell.profile is not None
        self._back.setVisible(is_over and not state.is_busy)
        self._server.setVisible(not is_over)
        self._doors.setVisible(not is_over)
        if not self._server.field.hasFocus():
            self._server.field.setText(state.server)
        self._show_problem(state)

    def _show_utility(self, state: SignInState) -> None:
        known = state.utility or self._shell.utility
        remembered = self._shell.settings.text("utility/name")
        name = known.name if known else remembered or self.tr("Oficina Virtual")
        self._mark.set_name(name)
        self._utility.setText(name)
        self._legal.setText(self.tr("Oficina Virtual · Área Clientes"))
        account = known.demo_account if known and known.is_demo else None
        self._demo.setVisible(account is not None and self._shell.profile is None)
        if account is not None:
            self._demo.tell(account.username, account.password)

    def _show_notice(self, state: SignInState) -> None:
        if state.utility_phase is Phase.ERROR and state.utility_error is not None:
            problem = describe(state.utility_error)
            advice = self.tr("Para ingresar por primera vez hace falta conexión.")
            self._notice.show_notice(
                Notice(
                    f"{problem.title} {advice}",
                    Tone.WARNING,
                    "wifi-off",
                    self.tr("Reintentar"),
                    self._model.load_utility,
                    stays=True,
                )
            )
        else:
            self._notice.clear()

    def _send_again(self) -> None:
        self.faces.registration.resend(self._username.text().strip())
        self._resend.hide()
        text = self.tr("Si los datos son correctos, recibirá un correo con instrucciones.")
        self._problem.say("")
        self._notice.show_notice(Notice(text, Tone.SUCCESS, "mail"))

    def _show_problem(self, state: SignInState) -> None:
        unconfirmed = state.error is not None and state.error.code is Code.EMAIL_UNCONFIRMED
        self._resend.setVisible(unconfirmed)
        if state.error is None:
            if state.is_busy:
                self._forget_problem()
            return
        self._problem.say(sentence(state.error, self._shell.format))
        if state.error.code in _AT_FIELDS:
            self._password.set_problem(sentence(state.error, self._shell.format))
            self._password.setFocus(Qt.FocusReason.OtherFocusReason)
            self._password.selectAll()

    def _lay_out(self) -> None:
        password = QHBoxLayout()
        password.setSpacing(4)
        password.addWidget(self._password, 1)
        password.addWidget(self._show)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._enter, 1)
        buttons.addWidget(self._spinner)
        buttons.addWidget(self._cancel)
        form = Card(24)
        form.body.setSpacing(6)
        form.body.addWidget(self._notice)
        form.body.addWidget(caption(self.tr("Nombre de usuario"), self._username))
        form.body.addWidget(self._username)
        form.body.addSpacing(6)
        form.body.addWidget(caption(self.tr("Contraseña"), self._password))
        form.body.addLayout(password)
        form.body.addWidget(self._problem)
        form.body.addWidget(self._resend)
        form.body.addSpacing(8)
        form.body.addLayout(buttons)
        form.body.addWidget(self._forgot)
        form.body.addWidget(self._back)
        centre = Qt.AlignmentFlag.AlignHCenter
        # A column of its own width: an aligned item would not get the height its lines need.
        middle = QWidget()
        middle.setFixedWidth(_WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(4)
        column.addStretch(2)
        column.addWidget(self._mark, 0, centre)
        column.addSpacing(8)
        column.addWidget(self._utility)
        column.addWidget(self._legal)
        column.addSpacing(16)
        column.addWidget(form)
        column.addSpacing(8)
        column.addWidget(self._doors)
        column.addSpacing(8)
        column.addWidget(self._demo)
        column.addSpacing(8)
        column.addWidget(self._server)
        column.addStretch(3)
        for label in (self._utility, self._legal):
            label.setAlignment(centre)
        inner = QWidget()
        inner.setProperty("role", "page")
        sides = QHBoxLayout(inner)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.addStretch(1)
        sides.addWidget(middle)
        sides.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self.faces = SignInFaces(self._shell, scroll, self.focus_first)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.faces)
