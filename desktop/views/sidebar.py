"""The sidebar: utility, current contract, menu, sync line, person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.viewmodels.shell import ShellViewModel
from desktop.views.fonts import Size, font
from desktop.views.icons import icon
from desktop.views.page import PageSpec
from desktop.views.sidebar_button import SidebarButton
from desktop.views.sync_words import sync_words
from desktop.views.tokens import SIDEBAR, SIDEBAR_COLLAPSED, Tone, tokens
from desktop.views.widgets.labels import ElidedLabel, Text, set_tooltip
from desktop.views.widgets.pressing import EnterPresses

_MARGIN = 6
_WORDS = SIDEBAR - 2 * _MARGIN - 46  # width for an entry's words: less edges, padding and icon


class UtilityMark(QWidget):
    """The utility's initials on its colour, until utilities send a mark of their own."""

    def __init__(self, size: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size, size)
        self._initials = ""

    def set_name(self, name: str) -> None:
        """Take the initials of `name`."""
        words = [word for word in name.split() if word[:1].isalpha() and len(word) > 2]
        self._initials = "".join(word[0].upper() for word in (words or name.split())[:2])
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().accent_fill))
        painter.drawRoundedRect(self.rect(), 8, 8)
        size = Size.LEAD if self.width() < 48 else Size.TITLE
        painter.setFont(font(size, QFont.Weight.DemiBold))
        painter.setPen(QColor(tokens().on_accent))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._initials)
        painter.end()


class _Entry(EnterPresses, QPushButton):
    pass


class Sidebar(QWidget):
    """Emits what was asked for; the window does it."""

    page_chosen = Signal(str)
    contract_pressed = Signal()
    sync_pressed = Signal()
    user_pressed = Signal()

    def __init__(self, shell: ShellViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._collapsed = False
        self.setObjectName("sidebar")
        self.setProperty("role", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark = UtilityMark()
        self._name = ElidedLabel(style=Text.STRONG)
        self._name.setObjectName("utility_name")
        self.contract = SidebarButton("contract_card", framed=True)
        self.sync = SidebarButton("sync_line")
        self.user = SidebarButton("user_button")
        self._menu = QButtonGroup(self)
        self._menu.setExclusive(True)
        self._entries: dict[str, QPushButton] = {}
        self._titles: dict[str, str] = {}
        self._entry_column = QVBoxLayout()
        self._entry_column.setSpacing(2)
        self._foot_column = QVBoxLayout()
        self._foot: list[str] = []  # keys of the pages that say how much waits
        self._lay_out()
        self.contract.clicked.connect(self.contract_pressed)
        self.sync.clicked.connect(self.sync_pressed)
        self.user.clicked.connect(self.user_pressed)
        shell.utility_changed.connect(self.refresh)
        shell.overview_changed.connect(self.refresh)
        shell.contract_changed.connect(self.refresh)
        shell.stage_changed.connect(self.refresh)
        shell.sync_changed.connect(self._show_sync)
        shell.outbox.changed.connect(self._count)
        shell.notices.changed.connect(self._count)
        self.set_collapsed(False)
        self.refresh()

    def add_pages(self, specs: Sequence[PageSpec]) -> None:
        """Fill the menu, in its order."""
        above: QWidget = self.contract
        for spec in specs:
            if spec.behind_user:
                continue
            entry = self._entry(spec)
            self._entries[spec.key] = entry
            self._titles[spec.key] = entry.accessibleName()
            if spec.at_foot:
                self._foot.append(spec.key)
            column = self._foot_column if spec.at_foot else self._entry_column
            column.addWidget(entry)
            QWidget.setTabOrder(above, entry)
            above = entry
        QWidget.setTabOrder(above, self.sync)
        self._count()

    def set_current(self, key: str) -> None:
        """Mark the entry of the page in front; none for a page without an entry."""
        self._menu.setExclusive(False)
        for own, entry in self._entries.items():
            entry.setChecked(own == key)
        self._menu.setExclusive(True)

    def set_collapsed(self, collapsed: bool) -> None:
        """Icons only, or icons and words."""
        self._collapsed = collapsed
        self.setFixedWidth(SIDEBAR_COLLAPSED if collapsed else SIDEBAR)
        self._name.setVisible(not collapsed)
        for button in (self.contract, self.sync, self.user):
            button.set_collapsed(collapsed)
        for entry in self._entries.values():
            title = entry.accessibleName()
            shown = "" if collapsed else _fitting(title)
            entry.setText(shown.replace("&", "&&"))
            set_tooltip(entry, "" if shown == title else title)

    @property
    def is_collapsed(self) -> bool:
        """Whether only icons are shown."""
        return self._collapsed

    def refresh(self) -> None:
        """Show the shell's utility, contract, sync and person."""
        shell = self._shell
        name = shell.utility.name if shell.utility else shell.settings.text("utility/name")
        self._mark.set_name(name or "Oficina Virtual")
        self._name.setText(name or self.tr("Oficina Virtual"))
        self._show_contract()
        if shell.profile is not None:
            person = shell.profile.user
            self.user.show_words(person.full_name, person.username, "user", arrow="ellipsis")
        self.user.setVisible(shell.profile is not None)
        self.sync.setVisible(shell.profile is not None)
        self._show_sync()

    def _show_contract(self) -> None:
        summary = self._shell.contract
        self.contract.setVisible(summary is not None)
        if summary is None:
            return
        from desktop.viewmodels.contract_words import (
            contract_details,
            contract_name,
            service_badge,
            status_badge,
        )

        contract = summary.contract
        status = status_badge(contract.status)
        numbered = contract_details(summary, status.text)
        title = contract_name(summary)
        self.contract.show_words(
            title,
            numbered,
            service_badge(contract.service).icon,
            Tone.ACCENT,
            third=contract.address,
            arrow="chevron-right",
            name=self.tr("Contrato actual: {0}, {1}, {2}. Cambiar de contrato").format(
                title, numbered, contract.address
            ),
        )

    def _show_sync(self) -> None:
        words = sync_words(self._shell)
        self.sync.show_words(words.title, words.detail, words.icon, words.tone, name=words.sentence)
        self.sync.show_progress(words.progress)

    def _count(self) -> None:
        """Say how much waits: to be sent, to be read."""
        shell = self._shell
        waiting = {"pending": shell.outbox.pending, "notices": len(shell.notices.unread)}
        for key in self._foot:
            title, count = self._titles[key], waiting.get(key, 0)
            self._entries[key].setAccessibleName(f"{title} ({count})" if count else title)
        self.set_collapsed(self._collapsed)

    def _entry(self, spec: PageSpec) -> _Entry:
        title = QCoreApplication.translate("PageSpec", spec.title)
        entry = _Entry()
        entry.setObjectName(f"menu_{spec.key}")
        entry.setAccessibleName(title)
        entry.setProperty("kind", "menu")
        entry.setCheckable(True)
        entry.setIcon(icon(spec.icon, Tone.MUTED, Tone.ACCENT))
        entry.setIconSize(QSize(24, 18))
        entry.clicked.connect(lambda: self.page_chosen.emit(spec.key))
        self._menu.addButton(entry)
        return entry

    def _lay_out(self) -> None:
        brand = QHBoxLayout()
        brand.setContentsMargins(6, 0, 0, 0)
        brand.setSpacing(12)
        brand.addWidget(self._mark)
        brand.addWidget(self._name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, 8)
        column.setSpacing(2)
        column.addLayout(brand)
        column.addSpacing(10)
        column.addWidget(self.contract)
        column.addSpacing(10)
        column.addLayout(self._entry_column)
        column.addStretch(1)
        column.addLayout(self._foot_column)
        column.addWidget(self.sync)
        column.addWidget(self.user)


def _fitting(title: str) -> str:
    """`title`, cut where the sidebar has no room for it in the weight of the current page."""
    metrics = QFontMetrics(font(Size.BODY, QFont.Weight.DemiBold))
    return metrics.elidedText(title, Qt.TextElideMode.ElideRight, _WORDS)
