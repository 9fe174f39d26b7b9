"""What Inicio is made of, besides its rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.viewmodels.context import Context
from desktop.viewmodels.home import Matter
from desktop.viewmodels.shell import ShellViewModel
from desktop.viewmodels.sync_state import SyncKind
from desktop.views.page import PageSpec
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import rule
from desktop.views.widgets.contract_list import ROW
from desktop.views.widgets.labels import IconLabel, Label
from desktop.views.widgets.skeleton import SkeletonRows


class FirstSync(QWidget):
    """While the first data come: how far it is, a way to stop it, and where the rows will be."""

    def __init__(self, shell: ShellViewModel) -> None:
        super().__init__()
        self.setObjectName("first_sync")
        self._shell = shell
        self._words = Label(self.tr("Bajando sus datos por primera vez"))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Avance de la primera sincronización"))
        self._cancel = Button("cancel_first_sync", self.tr("Cancelar"), Kind.QUIET)
        self._cancel.clicked.connect(shell.cancel_sync)
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._head)
        column.addWidget(SkeletonRows(5, 5, ROW))
        shell.sync_changed.connect(self._show_progress)
        self._show_progress()

    def _show_progress(self) -> None:
        sync = self._shell.sync
        self._head.setVisible(sync.kind is SyncKind.RUNNING and sync.total > 0)
        self._bar.setRange(0, max(1, sync.total))
        self._bar.setValue(sync.done)
        words = self.tr("Bajando sus datos por primera vez: {0} de {1}")
        self._words.setText(words.format(sync.done, sync.total))


class MatterLine(QWidget):
    """One thing to attend to: icon, sentence, and the way there."""

    attended = Signal(object)  # Matter

    def __init__(self, index: int) -> None:
        super().__init__()
        self._matter: Matter | None = None
        self._icon = IconLabel("info", size=18)
        self._words = Label(wrap=True)
        self._button = Button(f"matter_{index}", "", Kind.QUIET)
        self._button.clicked.connect(lambda: self.attended.emit(self._matter))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 4, 2)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)

    def show_matter(self, matter: Matter) -> None:
        """Show another matter."""
        self._matter = matter
        self._icon.set_icon(matter.icon, Tone(matter.tone.value))
        self._words.setText(matter.text)
        self._button.set_text(matter.action_text)
        self._button.setAccessibleDescription(matter.text)


class ContractMenu(QWidget):
    """The pages about one contract, as the guide's menu unfolds under its row."""

    def __init__(
        self, context: Context, contract_id: str, specs: Sequence[PageSpec], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("contract_menu")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        grid = QGridLayout()
        grid.setContentsMargins(40, 8, 16, 12)
        grid.setSpacing(4)
        for i, spec in enumerate(specs):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(
                self._entry(context, contract_id, spec.key, spec.title, spec.icon),
                0,
                Qt.AlignmentFlag.AlignLeft,
            )
            for item_id, title in spec.entries:
                part = self._entry(context, contract_id, spec.key, title, "", item_id)
                row = QHBoxLayout()
                row.setContentsMargins(22, 0, 0, 0)
                row.addWidget(part)
                row.addStretch(1)
                cell.addLayout(row)
            cell.addStretch(1)
            grid.addLayout(cell, i // 3, i % 3)
        grid.setColumnStretch(3, 1)
        column.addLayout(grid)
        column.addWidget(rule())

    def _entry(
        self,
        context: Context,
        contract_id: str,
        key: str,
        title: str,
        icon_name: str,
        item_id: str = "",
    ) -> Button:
        words = QCoreApplication.translate("PageSpec", title)
        name = f"open_{key}_{item_id}" if item_id else f"open_{key}"
        button = Button(name, words, Kind.QUIET, icon_name)
        button.clicked.connect(lambda: context.shell.go_to(key, contract_id, item_id))
        return button
