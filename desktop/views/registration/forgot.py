"""Olvidé mi contraseña."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.viewmodels.recovery import RecoveryViewModel
from desktop.viewmodels.shell import ShellViewModel
from desktop.views.registration.column import ColumnFace
from desktop.views.texts import sentence
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card
from desktop.views.widgets.form import FormView
from desktop.views.widgets.labels import Label
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.skeleton import Spinner


class ForgotFace(ColumnFace):
    """Asks for a link by mail; the answer does not say whether there is such a user."""

    def __init__(self, shell: ShellViewModel, parent: QWidget | None = None) -> None:
        super().__init__("forgot", self.tr("Olvidé mi contraseña"), parent)
        self._shell = shell
        self._model = RecoveryViewModel(shell, self)
        self.notice = NoticeBar("forgot_notice")
        self.form = FormView(self._model.form, "forgot_form")
        self._send = Button("send_forgot", self.tr("Enviar instrucciones"), Kind.PRIMARY)
        self._spinner = Spinner(18)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._send)
        row.addWidget(self._spinner)
        row.addStretch(1)
        card = Card(24)
        card.body.addWidget(
            Label(
                self.tr(
                    "Le enviamos un enlace para elegir una contraseña nueva. Se abre en el"
                    " navegador y sirve una sola vez."
                ),
                wrap=True,
            )
        )
        card.body.addSpacing(8)
        card.body.addWidget(self.form)
        card.body.addSpacing(12)
        card.body.addLayout(row)
        self.column.addWidget(self.notice)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self._send.clicked.connect(self._model.send)
        self.form.submitted.connect(self._model.send)
        self._model.form.changed.connect(self._show_sending)
        self._model.state_changed.connect(self._show)
        self._show_sending()

    def begin(self, username: str) -> None:
        """The face came to the front, with the name that was typed at the sign-in."""
        self._model.begin(username)
        self.form.focus_first()

    def _show_sending(self) -> None:
        is_sending = self._model.form.is_sending
        self._send.setEnabled(not is_sending and not self._model.state.is_asked)
        self._spinner.setVisible(is_sending)

    def _show(self) -> None:
        state = self._model.state
        self._show_sending()
        if state.error is not None:
            text = sentence(state.error, self._shell.format)
            self.notice.show_notice(Notice(text, Tone.DANGER))
        elif state.is_asked:
            # LOG-04, whoever asked.
            text = self.tr("Si los datos son correctos, recibirá un correo con instrucciones.")
            is_demo = self._shell.is_demo
            words = self.tr("Ver el correo de la demostración") if is_demo else ""
            action = self._open_mail if is_demo else None
            self.notice.show_notice(Notice(text, Tone.SUCCESS, "", words, action))
        else:
            self.notice.clear()

    def _open_mail(self) -> None:
        QDesktopServices.openUrl(QUrl(f"{self._shell.server}/demo/mail"))
