"""Help: what the keys do, and whom to call."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.viewmodels.shell import ShellViewModel
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button
from desktop.views.widgets.card import Card, page_layout
from desktop.views.widgets.labels import Label, Text


class HelpPage(QWidget):
    """Made of the menu bar's own actions, so that it cannot say anything else than they do."""

    def __init__(
        self, shell: ShellViewModel, actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self._shell = shell
        self._keys = Card(16)
        self._contact = Card(16)
        self._phone = Label(wrap=True)
        self._emergency = Label(style=Text.STRONG, wrap=True)
        self._contact.body.addWidget(Label(self.tr("Atención al cliente"), Text.HEADING))
        self._contact.body.addWidget(self._phone)
        self._contact.body.addWidget(self._emergency)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        shown = [action for action in actions if not action.shortcut().isEmpty()]
        half = (len(shown) + 1) // 2
        for i, action in enumerate(shown):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            words = action.text().replace("&", "").rstrip("…")
            side = 0 if i < half else 3
            grid.addWidget(Label(words), i % half, side)
            grid.addWidget(Label(keys, tone=Tone.MUTED), i % half, side + 1)
        grid.setColumnMinimumWidth(2, 24)
        grid.setColumnStretch(5, 1)
        self._keys.body.addWidget(Label(self.tr("Atajos de teclado"), Text.HEADING))
        self._keys.body.addLayout(grid)
        offline = _section(
            self.tr("Sin conexión"),
            self.tr(
                "Todo lo que ya se sincronizó se puede leer sin conexión. Cada página dice de"
                " cuándo son sus datos, y abajo a la izquierda se ve si están al día."
            ),
        )
        copy = _section(
            self.tr("Sus datos en este equipo"),
            self.tr(
                "La copia local está cifrada y su llave se guarda en el llavero del sistema. Si"
                " el sistema no tiene llavero, la llave queda solo en la memoria: al cerrar la"
                " aplicación la copia no se puede leer más, y al ingresar se baja otra vez."
                " Cerrar sesión borra la copia y la llave."
            ),
        )
        answers = _section(
            self.tr("Preguntas Frecuentes"),
            self.tr("Cómo pagar, leer el medidor, pedir la reconexión y mucho más."),
        )
        look = Button("help_faq", self.tr("Ver respuestas"), icon_name="circle-help")
        look.clicked.connect(lambda: shell.go_to("faq"))
        answers.body.addWidget(look, 0, Qt.AlignmentFlag.AlignLeft)
        inner = QWidget()
        inner.setProperty("role", "page")
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(16)
        for card in (answers, self._keys, offline, copy, self._contact):
            cards.addWidget(card)
        cards.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("help_text")
        self._scroll.setAccessibleName(self.tr("Ayuda"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(inner)
        column = page_layout(self)
        column.addWidget(Label(self.tr("Ayuda"), Text.TITLE))
        column.addWidget(self._scroll, 1)

    def activate(self, _item_id: str) -> None:
        """Show the utility's telephones as they are known now."""
        utility = self._shell.utility
        self._contact.setVisible(utility is not None)
        if utility is not None:
            self._phone.setText(self.tr("Consultas: {0}").format(utility.customer_phone or "–"))
            self._emergency.setText(
                self.tr("Emergencias: {0}").format(utility.emergency_phone or "–")
            )
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)


def _section(title: str, text: str) -> Card:
    card = Card(16)
    card.body.addWidget(Label(title, Text.HEADING))
    card.body.addWidget(Label(text, wrap=True))
    return card
