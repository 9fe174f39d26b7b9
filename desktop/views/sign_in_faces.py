"""The faces of the sign-in page: signing in, registering, a forgotten password, and the guide."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.viewmodels.papers import PaperViewModel
from desktop.viewmodels.registration import RegistrationViewModel
from desktop.viewmodels.registration_guide import guide
from desktop.viewmodels.shell import ShellViewModel
from desktop.views.registration.face import RegistrationFace
from desktop.views.registration.forgot import ForgotFace
from desktop.views.widgets.paper import PaperFace


class SignInFaces(QWidget):
    """`entrance` is the sign-in form itself; the others are made when somebody asks for them, and
    keep what was typed until the page goes."""

    def __init__(
        self, shell: ShellViewModel, entrance: QWidget, focus_entrance: Callable[[], None]
    ) -> None:
        super().__init__()
        self._shell, self._entrance, self._focus = shell, entrance, focus_entrance
        self._model: RegistrationViewModel | None = None
        self._registration: RegistrationFace | None = None
        self._forgot: ForgotFace | None = None
        self._papers: PaperViewModel | None = None
        self._guide: PaperFace | None = None
        self._below = entrance  # the guide
        self._stack = QStackedLayout(self)
        self._stack.addWidget(entrance)

    @property
    def registration(self) -> RegistrationViewModel:
        """Made on first use: before the first picture nothing is asked of the services."""
        if self._model is None:
            self._model = RegistrationViewModel(self._shell, self)
        return self._model

    def show_entrance(self) -> None:
        """Back to name and password."""
        self._stack.setCurrentWidget(self._entrance)
        self._focus()

    def show_registration(self) -> None:
        """Registrarse."""
        if self._registration is None:
            self._registration = RegistrationFace(self._shell, self.registration)
            self._registration.back.connect(self.show_entrance)
            self._registration.guide_wanted.connect(self.open_guide)
            self._stack.addWidget(self._registration)
        self._stack.setCurrentWidget(self._registration)
        self._registration.begin()

    def show_forgot(self, username: str) -> None:
        """Olvidé mi contraseña."""
        if self._forgot is None:
            self._forgot = ForgotFace(self._shell)
            self._forgot.back.connect(self.show_entrance)
            self._stack.addWidget(self._forgot)
        self._stack.setCurrentWidget(self._forgot)
        self._forgot.begin(username)

    def open_guide(self) -> None:
        """The registration guide, over whatever is in front."""
        if self._papers is None or self._guide is None:
            self._papers = PaperViewModel(self._shell.context(), self)
            self._guide = PaperFace(self._papers, "guide")
            self._guide.back.connect(self._close_guide)
            self._stack.addWidget(self._guide)
        self._below = self._stack.currentWidget() or self._entrance
        self._stack.setCurrentWidget(self._guide)
        rules = self._model.state.rules if self._model is not None else None
        self._papers.open(guide(self._shell, rules))

    def begin_anew(self) -> None:
        """Another server: what the one before asked is nobody's business here."""
        self._stack.setCurrentWidget(self._entrance)
        for face in (self._registration, self._forgot, self._guide):
            if face is not None:
                self._stack.removeWidget(face)
                face.deleteLater()
        for model in (self._model, self._papers):
            if model is not None:
                model.deleteLater()
        self._registration = self._forgot = self._guide = None
        self._model = self._papers = None

    def _close_guide(self) -> None:
        if self._papers is not None:
            self._papers.close()
        self._stack.setCurrentWidget(self._below)
        if self._below is self._registration and self._registration is not None:
            self._registration.focus_first()
        else:
            self._focus()
