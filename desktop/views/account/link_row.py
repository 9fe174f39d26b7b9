"""A contract of the person: its own name for it, and taking it off the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.registration import ALIAS_LENGTH
from desktop.viewmodels.account import LinkRow
from desktop.views.tokens import Tone
from desktop.views.widgets.badge import Badge
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.fields import Field
from desktop.views.widgets.labels import Label, Text

_NAME = 260  # pixels


class LinkedContractRow(QWidget):
    """`typed` comes with every key in the name, `renamed` with the new name, `removed` after the
    question was answered."""

    typed = Signal(str)
    renamed = Signal(str)
    removed = Signal()

    def __init__(self, row: LinkRow) -> None:
        super().__init__()
        name = f"link_{row.number}"
        self.setObjectName(name)
        self._row = row
        self._title = Label(style=Text.STRONG)
        self._details = Label(tone=Tone.MUTED, wrap=True)
        self._waits = Badge(self.tr("Pendiente de envío"), "clock", Tone.WARNING)
        self.alias = Field(f"{name}_alias", self.tr("Nombre del contrato {0}").format(row.number))
        self.alias.setPlaceholderText(self.tr("Nombre propio, por ejemplo Casa"))
        self.alias.setMaxLength(ALIAS_LENGTH)
        self.alias.setFixedWidth(_NAME)
        self.save = Button(f"{name}_save", self.tr("Guardar nombre"))
        self.remove = Button(f"{name}_remove", self.tr("Quitar"), Kind.QUIET)
        self.remove.setAccessibleName(self.tr("Quitar el contrato {0}").format(row.number))
        self._question = self._asking(name, row.number)
        self._lay_out()
        self.alias.textEdited.connect(self.typed)
        self.alias.returnPressed.connect(self._rename)
        self.save.clicked.connect(self._rename)
        self.remove.clicked.connect(lambda: self._ask(True))
        self.show_row(row)

    def show_row(self, row: LinkRow, *, is_busy: bool = False) -> None:
        """What is known now; a name that is being typed stays."""
        self._row = row
        self._title.setText(self.tr("Contrato {0}").format(row.number))
        self._details.setText(" · ".join(part for part in (row.address, row.role) if part))
        self._waits.setVisible(row.is_waiting)
        self.alias.setVisible(row.can_rename)
        name = row.alias if row.typed is None else row.typed
        if self.alias.text() != name[:ALIAS_LENGTH]:
            self.alias.setText(name)
            self.alias.setCursorPosition(0 if row.typed is None else len(name))
        self._offer()
        self.setEnabled(not is_busy)

    def _offer(self) -> None:
        self.save.setVisible(self._is_other)

    @property
    def _is_other(self) -> bool:
        """Whether another name stands in the field; one kept from before may be longer than it."""
        return self.alias.text().strip() != self._row.alias[:ALIAS_LENGTH].strip()

    def offer_removal(self, can_remove: bool) -> None:
        """Taking it off the list asks the service at once."""
        self.remove.setEnabled(can_remove)

    def _rename(self) -> None:
        if not self._is_other:
            return
        self.renamed.emit(self.alias.text())

    def _ask(self, is_asked: bool) -> None:
        self._question.setVisible(is_asked)
        self.remove.setVisible(not is_asked)
        target = self._keep if is_asked else self.remove
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asking(self, name: str, number: str) -> QWidget:
        question = QWidget()
        question.setObjectName(f"{name}_question")
        words = Label(
            self.tr(
                "¿Quitar el contrato {0} de su lista? El contrato sigue igual, y puede volver a"
                " agregarlo con una factura."
            ).format(number),
            wrap=True,
        )
        really = Button(f"{name}_really", self.tr("Quitar contrato"))
        self._keep = Button(f"{name}_keep", self.tr("No quitar"), Kind.QUIET)
        really.clicked.connect(self.removed)
        self._keep.clicked.connect(lambda: self._ask(False))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(really)
        row.addWidget(self._keep)
        row.addStretch(1)
        column = QVBoxLayout(question)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(words)
        column.addLayout(row)
        question.hide()
        return question

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._waits)
        head.addStretch(1)
        head.addWidget(self.remove)
        naming = QHBoxLayout()
        naming.setSpacing(8)
        naming.addWidget(self.alias)
        naming.addWidget(self.save)
        naming.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._details)
        column.addSpacing(4)
        column.addLayout(naming)
        column.addWidget(self._question)
