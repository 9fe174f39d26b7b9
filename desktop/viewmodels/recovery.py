"""A password that was forgotten: the answer is the same whoever asks (LOG-04)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.domain.errors import AppError
from desktop.domain.forms import Text
from desktop.viewmodels.form import FormModel

if TYPE_CHECKING:
    from desktop.services.office import Office
    from desktop.viewmodels.shell import ShellViewModel


@dataclass(frozen=True, slots=True)
class RecoveryState:
    """`is_asked` once the service has taken the request; `error` is why it could not."""

    is_asked: bool = False
    error: AppError | None = None


class RecoveryViewModel(QObject):
    """Asks for a link; the new password is typed on the page behind it."""

    state_changed = Signal()

    def __init__(self, shell: ShellViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = RecoveryState()
        self.form = FormModel(shell.context(), "", self)
        self.form.changed.connect(self._follow)
        self._left = ""  # what stood in the form once it was asked

    def begin(self, username: str) -> None:
        """A form with the name that was typed at the sign-in, if any."""
        self._set(is_asked=False, error=None)
        label = QCoreApplication.translate("Account", "Nombre de usuario o correo electrónico")
        spec = Text(name="who", label=label, most=200)
        values = {"who": username} if username else {}
        self.form.begin(f"forgot {username}", (spec,), values)

    def send(self) -> None:
        """Ask, once; again only for another name."""
        if self.state.is_asked:
            return
        who = self.form.text("who")
        self._set(error=None)

        def work(office: Office) -> None:
            office.registration.forgot(who)

        self.form.call(
            work,
            done=lambda _none: self._asked(),
            failed=lambda error: self._set(error=error),
        )

    def _asked(self) -> None:
        self._left = str(self.form.value("who"))
        self._set(is_asked=True)

    def _follow(self) -> None:
        if self.state.is_asked and self.form.value("who") != self._left:
            self._set(is_asked=False)

    def _set(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self.state_changed.emit()
