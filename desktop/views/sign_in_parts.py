"""What the sign-in page is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card
from desktop.views.widgets.fields import Field
from desktop.views.widgets.labels import IconLabel, Label, Text, set_tooltip
from desktop.views.widgets.speech import announce


class Problem(QWidget):
    """What is wrong, right below the fields; takes no room while nothing is."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sign_in_problem")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(6)
        self._words = Label(tone=Tone.DANGER, wrap=True)
        row.addWidget(IconLabel("circle-alert", Tone.DANGER), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def say(self, text: str) -> None:
        """Show `text` and have it read out; nothing for an empty one."""
        is_new = text != self._words.text()
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        if is_new:
            announce(self, text)


class Doors(QWidget):
    """The other ways in: registering, with its guide, and a new password."""

    def __init__(self) -> None:
        super().__init__()
        self.register = Button("open_registration", self.tr("Registrarse"))
        self.guide = Button(
            "open_guide", self.tr("Instructivo de registro (PDF)"), Kind.QUIET, "file-text"
        )
        self._words = Label(self.tr("¿Todavía no tiene usuario?"), tone=Tone.MUTED, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addWidget(self.register)
        column.addWidget(self.guide)


class DemoPanel(Card):
    """The account anybody may use on a demonstration server."""

    def __init__(self) -> None:
        super().__init__(16)
        self.setObjectName("demo_panel")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("info", Tone.ACCENT, 18))
        head.addWidget(Label(self.tr("Datos de ejemplo"), Text.STRONG), 1)
        self._account = Label(tone=Tone.MUTED, wrap=True)
        self.button = Button("enter_demo", self.tr("Probar con datos de ejemplo"))
        self.body.addLayout(head)
        self.body.addWidget(
            Label(self.tr("Este servidor es una demostración: ningún dato es real."), wrap=True)
        )
        self.body.addWidget(self._account)
        self.body.addWidget(self.button)

    def tell(self, username: str, password: str) -> None:
        """Show the account."""
        self._account.setText(self.tr("Usuario {0}, contraseña {1}").format(username, password))


class ServerPanel(QWidget):
    """Folded away: nobody but a technician needs it."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._fold = Button("server_expander", self.tr("Servidor"), Kind.QUIET, "chevron-right")
        self._fold.setCheckable(True)
        self._body = QWidget()
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(8, 0, 0, 0)
        row = QHBoxLayout()
        self.field = Field("server", self.tr("Dirección del servidor"))
        self.button = Button("use_server", self.tr("Usar"))
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self._words = Label(style=Text.CAPTION, tone=Tone.DANGER, wrap=True)
        self._words.setObjectName("server_problem")
        self._words.hide()
        inside.addLayout(row)
        inside.addWidget(self._words)
        self._body.hide()
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._body)
        self._fold.toggled.connect(self._body.setVisible)
        set_tooltip(self.field, self.tr("La dirección que le dio su empresa"))

    def say(self, text: str) -> None:
        """Show what is wrong with the address; nothing for an empty text."""
        self._words.setText(text)
        self._words.setVisible(bool(text))
        self.field.set_problem(text)


def caption(text: str, field: QWidget) -> Label:
    """The name of `field`, above it."""
    label = Label(text, Text.CAPTION, Tone.MUTED)
    label.setBuddy(field)
    return label
