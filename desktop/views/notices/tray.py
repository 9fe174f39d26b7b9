"""The icon in the system's tray, and notifications of the desktop, for whoever wants them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from desktop.domain.notices import Notice
from desktop.viewmodels import notice_choices as choices
from desktop.viewmodels.contract_words import contract_name
from desktop.viewmodels.notice_words import notice_words, plain_title
from desktop.viewmodels.shell import ShellViewModel
from desktop.views.icons import icon
from desktop.views.tokens import Tone
from desktop.views.widgets.labels import set_tooltip


class Tray(QObject):
    """There is no icon until the person asks for it. What is shown names nobody and no amount
    unless the person wants that too. A click on a notification opens the notices."""

    def __init__(
        self,
        shell: ShellViewModel,
        window: QWidget,
        is_available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__(window)
        self._is_available = is_available
        self._shell, self._window = shell, window
        self._icon: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None
        shell.notices.changed.connect(self.refresh)
        shell.notices.arrived.connect(self.tell)
        shell.stage_changed.connect(self.refresh)

    @property
    def is_shown(self) -> bool:
        """Whether the icon is in the tray."""
        return self._icon is not None

    def refresh(self) -> None:
        """Show or take away the icon; its tooltip says how many notices wait."""
        shell = self._shell
        is_wanted = shell.profile is not None and choices.wants_desktop(shell.settings)
        if not is_wanted or not self._is_available():
            self.close()
            return
        if self._icon is None:
            self._make()
        assert self._icon is not None
        count = len(shell.notices.unread)
        words = self.tr("Oficina Virtual")
        if count:
            words = self.tr("Oficina Virtual: {0} avisos sin leer").format(count)
        set_tooltip(self._icon, words)

    def tell(self, notices: Sequence[Notice]) -> None:
        """Show what is new as one notification."""
        self.refresh()
        if self._icon is None or not notices:
            return
        title, text = self.words(notices)
        self._icon.showMessage(title, text, QSystemTrayIcon.MessageIcon.Information)

    def words(self, notices: Sequence[Notice]) -> tuple[str, str]:
        """Title and text: one notice by itself, several by their number."""
        if len(notices) > 1:
            kinds = list(dict.fromkeys(plain_title(notice) for notice in notices))
            title = self.tr("Tiene {0} avisos nuevos").format(len(notices))
            return title, "\n".join(kinds[:3])
        (notice,) = notices
        if not choices.shows_details(self._shell.settings):
            return plain_title(notice), self.tr("Ábralo en la Oficina Virtual.")
        fmt = self._shell.format
        words = notice_words(notice, fmt, fmt.local(self._shell.now()).date())
        whose = (c for c in self._shell.contracts if c.contract.id == notice.contract_id)
        name = next((contract_name(c) for c in whose), "")
        return words.title, f"{name}: {words.text}" if name else words.text

    def close(self) -> None:
        """Take the icon away."""
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
        if self._menu is not None:
            self._menu.deleteLater()
            self._menu = None

    def _make(self) -> None:
        self._menu = QMenu(self._window)
        self._menu.addAction(self.tr("Abrir la Oficina Virtual"), self._raise)
        self._menu.addAction(self.tr("Ver avisos"), self._open)
        self._icon = QSystemTrayIcon(icon("bell", Tone.ACCENT), self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activate)
        self._icon.messageClicked.connect(self._open)
        self._icon.show()

    def _activate(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._raise()

    def _raise(self) -> None:
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()

    def _open(self) -> None:
        self._raise()
        self._shell.go_to("notices")
