"""What was said about a case, in the order in which it was said."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.viewmodels.case_detail import Entry, FileLine
from desktop.views.tokens import Tone
from desktop.views.widgets.badge import Badge
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.labels import ElidedLabel, IconLabel, Label, Text, breakable


class EntryCard(QFrame):
    """One message with its files."""

    opened = Signal(object)  # Attachment

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"case_entry_{entry.id}")
        self.setProperty("role", "own" if entry.is_own else "theirs")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(Label(entry.who, Text.STRONG))
        top.addStretch(1)
        top.addWidget(Label(entry.at, Text.CAPTION, Tone.MUTED))
        column.addLayout(top)
        if entry.heading:
            column.addWidget(Label(entry.heading, Text.CAPTION, Tone.MUTED, wrap=True))
        if entry.text:
            text = Label(breakable(entry.text), wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(text)
        for number, file in enumerate(entry.files):
            column.addLayout(self._file(entry.id, number, file))
        if entry.badge is not None:
            column.addWidget(
                Badge(entry.badge.text, entry.badge.icon, Tone(entry.badge.tone.value))
            )
            column.addWidget(Label(entry.sentence, Text.CAPTION, Tone.MUTED, wrap=True))

    def _file(self, entry_id: str, number: int, file: FileLine) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        if file.attachment is None:
            row.addWidget(IconLabel("file-text", size=16))
            row.addWidget(ElidedLabel(file.name), 1)
            return row
        button = Button(
            f"case_file_{entry_id}_{number}",
            file.name.replace("&", "&&"),
            Kind.QUIET,
            "file-text",
        )
        button.setAccessibleName(self.tr("Abrir {0}").format(file.name))
        button.clicked.connect(lambda: self.opened.emit(file.attachment))
        row.addWidget(button)
        row.addWidget(Label(file.weight, Text.CAPTION, Tone.MUTED))
        row.addStretch(1)
        return row


class Thread(QWidget):
    """The entries below one another; `opened` comes with a file that a person wants to see."""

    opened = Signal(object)  # Attachment

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("case_thread")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._shown: tuple[Entry, ...] = ()
        self._cards: list[EntryCard] = []

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show them; nothing happens where they are the same."""
        if entries == self._shown:
            return
        self._shown = entries
        for old in self._cards:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = [EntryCard(entry) for entry in entries]
        for card in self._cards:
            card.opened.connect(self.opened)
            self._column.addWidget(card)
            card.show()  # a layout would do it later, and readers look at once
