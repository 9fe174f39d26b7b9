"""The top of every page: title, what it is about, how fresh, and the one primary action."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.viewmodels.context import Context
from desktop.views.tokens import Tone
from desktop.views.widgets.badge import Badge
from desktop.views.widgets.labels import ElidedLabel, IconLabel, Label, Text


class PageHeader(QWidget):
    """Keeps its context line up to date by itself: the current contract (unless
    `per_contract` is False), when the data were verified, and whether they are examples."""

    def __init__(
        self,
        context: Context,
        title: str,
        *,
        per_contract: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell, self._per_contract = context.shell, per_contract
        self._format = context.format
        self.setObjectName("page_header")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._title = Label(title, Text.TITLE)
        self._title.setObjectName("page_title")
        self._demo = Badge(self.tr("Datos de ejemplo"), "info", Tone.ACCENT)
        self._demo.setObjectName("demo_badge")
        self._about = ElidedLabel(tone=Tone.MUTED)
        self._about.setObjectName("page_contract")
        self._mark = IconLabel("clock", Tone.WARNING, 14)
        self._fresh = Label(style=Text.BODY, tone=Tone.MUTED)
        self._fresh.setObjectName("page_freshness")
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self._lay_out()
        self._shell.contract_changed.connect(self.refresh)
        self._shell.overview_changed.connect(self.refresh)
        self._shell.sync_changed.connect(self.refresh)
        self.refresh()

    def set_actions(self, *buttons: QWidget) -> None:
        """Put `buttons` at the right, the primary one last."""
        for button in buttons:
            self._actions.addWidget(button)

    def set_back(self, button: QWidget) -> None:
        """Put the way back at the left, before the title."""
        self._row.insertWidget(0, button, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """The actions stand below the words where both do not fit side by side."""
        words = self._title.sizeHint().width()
        if self._demo.isVisibleTo(self):
            words += 12 + self._demo.sizeHint().width()
        fits = words + 12 + self._actions.sizeHint().width() <= self.width()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = beside if fits else below
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)

    def refresh(self) -> None:
        """Show the shell's contract and freshness."""
        self._demo.setVisible(self._shell.is_demo)
        summary = self._shell.contract if self._per_contract else None
        self._about.setVisible(summary is not None)
        if summary is not None:
            parts = (summary.link.alias, summary.contract.number, summary.contract.address)
            self._about.setText(" · ".join(part for part in parts if part))
        self._show_freshness()

    def _show_freshness(self) -> None:
        verified, now = self._shell.freshness.verified_at, self._shell.now()
        is_stale = verified is not None and self._shell.freshness.is_stale(now)
        self._mark.setVisible(is_stale)
        self._fresh.set_tone(Tone.WARNING if is_stale else Tone.MUTED)
        if verified is None:
            self._fresh.setText(self.tr("Sin actualizar todavía"))
        elif is_stale:
            moment = self._format.moment(verified, now)
            self._fresh.setText(self.tr("Datos de hace más de un día: {0}").format(moment))
        elif self._format.local(verified).date() == self._format.local(now).date():
            time = self._format.time(verified)
            self._fresh.setText(self.tr("Actualizado hoy {0}").format(time))
        else:
            moment = self._format.moment(verified, now)
            self._fresh.setText(self.tr("Actualizado el {0}").format(moment))

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self._title)
        first.addWidget(self._demo)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self._about)
        second.addWidget(self._mark)
        second.addWidget(self._fresh)
        second.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(first)
        words.addLayout(second)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addLayout(self._actions)
