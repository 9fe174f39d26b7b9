"""The window: sidebar, notice, pages, and the sign-in page in their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from desktop.viewmodels.shell import ShellViewModel, Stage
from desktop.viewmodels.sync_state import SyncKind
from desktop.views import window_memory
from desktop.views.actions import Actions
from desktop.views.page import PageSpec
from desktop.views.page_stack import PageStack
from desktop.views.sidebar import Sidebar
from desktop.views.sync_words import MEMORY_ONLY_SEEN, window_notice
from desktop.views.theme import Theme
from desktop.views.tokens import COLLAPSE_UNDER, Tone
from desktop.views.widgets.labels import Label, Text
from desktop.views.widgets.notice import NoticeBar

if TYPE_CHECKING:
    from desktop.views.contract_picker import ContractPicker
    from desktop.views.leaving import Leaving
    from desktop.views.notices.tray import Tray
    from desktop.views.palette import Palette
    from desktop.views.sign_in import SignInPage

HOME = "home"


class MainWindow(QMainWindow):
    """Shows what the shell says. `first_painted` comes once, when the first picture is out;
    nothing heavy may be imported before."""

    first_painted = Signal()
    closing = Signal()
    language_chosen = Signal(str)

    def __init__(self, shell: ShellViewModel, theme: Theme, language: str = "es") -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(self.tr("Oficina Virtual"))
        self._shell, self._theme, self._language = shell, theme, language
        self._specs: tuple[PageSpec, ...] = ()
        self._painted = False
        self._narrow = False
        self._session = ""  # id of the person whose pages are built
        self._dismissed = ""
        self.actions_ = Actions(self.menuBar(), theme)
        self.sidebar = Sidebar(shell)
        self.notice = NoticeBar("window_notice")
        self._above = QWidget()  # its margins go with the notice
        self._above.hide()
        self.pages = PageStack({"preferences": self._make_preferences, "help": self._make_help})
        self.sign_in: SignInPage | None = None
        self._palette: Palette | None = None
        self._picker: ContractPicker | None = None
        self._leaving: Leaving | None = None
        self._tray: Tray | None = None
        self._faces = QStackedWidget()
        self._frame = self._make_frame()
        self._faces.addWidget(self._frame)
        self.setCentralWidget(self._faces)
        window_memory.restore(self, shell.settings)
        self.actions_.sidebar.setChecked(shell.settings.flag("window/sidebar_collapsed"))
        self._connect()
        self._fit_sidebar()
        self._show_stage()

    # -- Qt --------------------------------------------------------------------------------

    def show_remembered(self) -> None:
        """Show, maximised if it was."""
        if self._shell.settings.flag("window/maximised"):
            self.showMaximized()
        else:
            self.show()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.Paint and not self._painted:
            self._painted = True
            # The children are painted after the window itself, before the next turn of the loop.
            QTimer.singleShot(0, self, self.first_painted.emit)
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sidebar()

    def closeEvent(self, event: QCloseEvent) -> None:
        settings = self._shell.settings
        window_memory.remember(self, settings)
        settings.set_flag("window/sidebar_collapsed", self.actions_.sidebar.isChecked())
        settings.set_text("look/theme", self._theme.choice)
        settings.save()
        self.closing.emit()
        super().closeEvent(event)

    # -- building --------------------------------------------------------------------------

    def _make_frame(self) -> QWidget:
        frame = QWidget()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        above = QHBoxLayout(self._above)
        above.setContentsMargins(24, 12, 24, 0)
        above.addWidget(self.notice)
        right.addWidget(self._above)
        right.addWidget(self.pages, 1)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(right, 1)
        return frame

    def add_pages(self, specs: Sequence[PageSpec]) -> None:
        """Fill the menus, once; what was waiting for its page opens."""
        self._specs = tuple(specs)
        self.actions_.add_pages(specs)
        self.sidebar.add_pages(specs)
        self.pages.add_pages(specs)
        if self._tray is None:
            from desktop.views.notices.tray import Tray

            self._tray = Tray(self._shell, self)
        for key, action in self.actions_.pages.items():
            action.triggered.connect(lambda _on=False, page=key: self.show_page(page))
        self._show_stage()

    def _make_preferences(self) -> QWidget:
        from desktop.views.notices.preferences import NoticePreferences
        from desktop.views.preferences import PreferencesPage

        page = PreferencesPage(self._theme, self._language, NoticePreferences(self._shell))
        page.language_chosen.connect(self.language_chosen)
        return page

    def _make_help(self) -> QWidget:
        from desktop.views.help import HelpPage

        return HelpPage(self._shell, self.actions_.all())

    def _connect(self) -> None:
        shell, act = self._shell, self.actions_
        shell.stage_changed.connect(self._show_stage)
        shell.sync_changed.connect(self._show_sync)
        shell.outbox.changed.connect(self._show_sync)
        shell.contract_changed.connect(self._follow_contract)
        shell.overview_changed.connect(self._follow_contract)
        shell.page_requested.connect(self.show_page)
        shell.outbox.asked.connect(self._ask_leaving)
        self.sidebar.page_chosen.connect(self.show_page)
        self.sidebar.contract_pressed.connect(self.choose_contract)
        self.sidebar.sync_pressed.connect(self._press_sync)
        self.sidebar.user_pressed.connect(self._open_user_menu)
        self.notice.dismissed.connect(self._dismiss_notice)
        self.pages.current_changed.connect(self._follow_page)
        for action, call in (
            (act.export, self._offered("export")),
            (act.print, self._offered("print_page")),
            (act.filter, self._offered("focus_filter")),
            (act.preferences, lambda: self.show_page("preferences")),
            (act.sign_in, shell.ask_sign_in),
            (act.sign_out, shell.outbox.leave),
            (act.quit, self.close),
            (act.palette, self.open_palette),
            (act.sync, shell.sync_now),
            (act.back, self.pages.go_back),
            (act.contracts, self.choose_contract),
            (act.help, lambda: self.show_page("help")),
        ):
            action.triggered.connect(_bare(call))
        act.sidebar.toggled.connect(self._fit_sidebar)

    def _offered(self, name: str) -> Callable[[], object]:
        def run() -> None:
            call = self.pages.offer(name)
            if call is not None:
                call()

        return run

    # -- following the shell ---------------------------------------------------------------

    def show_page(self, key: str, item_id: str = "") -> None:
        """Bring the page to the front."""
        self.pages.show_page(key, item_id)

    def _show_stage(self) -> None:
        shell = self._shell
        if shell.stage is Stage.SIGN_IN:
            if shell.profile is None:
                self._session = ""
                self.pages.end()
            if self.sign_in is None:
                from desktop.views.sign_in import SignInPage

                self.sign_in = SignInPage(shell)
                self._faces.addWidget(self.sign_in)
            self._faces.setCurrentWidget(self.sign_in)
            if self._painted:  # it asks the server, which must not delay the first picture
                self.sign_in.begin()
        else:
            self._faces.setCurrentWidget(self._frame)
            self.pages.setFocus(Qt.FocusReason.OtherFocusReason)
            if shell.profile is not None:
                self._open_session(shell.profile.user.id)
        self._drop_sign_in()
        self._show_sync()
        self._offer_actions()

    def _open_session(self, user_id: str) -> None:
        if self._session == user_id or not self._specs:
            return
        self._session = user_id
        self._dismissed = ""
        self.pages.begin(self._shell.context())
        last = self._shell.settings.text("window/page", HOME)
        self.show_page(HOME)
        if last != HOME and any(spec.key == last for spec in self._specs):
            self.show_page(last)

    def _drop_sign_in(self) -> None:
        """What was typed must not outlive the page's purpose."""
        if self.sign_in is not None and self._shell.stage is Stage.OPEN:
            self._faces.removeWidget(self.sign_in)
            self.sign_in.deleteLater()
            self.sign_in = None

    def _show_sync(self) -> None:
        if self._shell.sync.kind is SyncKind.RUNNING:
            return  # what was wrong stays said until it is known to be over
        notice = window_notice(self._shell, self._shell.sync_now)
        if notice is None:
            self._dismissed = ""
            self.notice.clear()
        elif notice.text != self._dismissed:
            self.notice.show_notice(notice)
        self._above.setVisible(self.notice.notice is not None)

    def _dismiss_notice(self) -> None:
        notice = window_notice(self._shell, self._shell.sync_now)
        if self._shell.outbox.damage is not None:
            self._shell.outbox.see_damage()
            return
        self._dismissed = notice.text if notice else ""
        if notice is not None and notice.tone == Tone.ACCENT:
            self._shell.settings.set_flag(MEMORY_ONLY_SEEN, True)
        self._above.hide()

    def _follow_contract(self) -> None:
        self._offer_actions()

    def _follow_page(self, key: str) -> None:
        self.sidebar.set_current(key)
        self._offer_actions()
        title = {s.key: self.actions_.pages[s.key].text().replace("&&", "&") for s in self._specs}
        name = title.get(key)
        office = self.tr("Oficina Virtual")
        self.setWindowTitle(f"{name} – {office}" if name else office)
        if key in title:
            self._shell.settings.set_text("window/page", key)

    def _offer_actions(self) -> None:
        act, shell = self.actions_, self._shell
        is_open = shell.stage is Stage.OPEN and shell.profile is not None
        act.export.setEnabled(is_open and self.pages.offer("export") is not None)
        act.print.setEnabled(is_open and self.pages.offer("print_page") is not None)
        act.filter.setEnabled(is_open and self.pages.offer("focus_filter") is not None)
        act.back.setEnabled(is_open and self.pages.can_go_back)
        act.contracts.setEnabled(is_open and bool(shell.contracts))
        act.sign_in.setVisible(is_open and shell.sync.kind is SyncKind.SIGN_IN)
        frame_only = (act.sync, act.palette, act.preferences, act.sign_out, act.sidebar, act.help)
        for action in (*frame_only, *act.pages.values()):
            action.setEnabled(is_open)

    # -- commands --------------------------------------------------------------------------

    def open_palette(self) -> None:
        """Ctrl+K."""
        if self._palette is None:
            from desktop.views.palette import Palette

            self._palette = Palette(self._shell, self)
        self._palette.open(self.actions_.commands())

    def choose_contract(self) -> None:
        """Open the list of contracts beside the card."""
        if self._picker is None:
            from desktop.views.contract_picker import ContractPicker

            self._picker = ContractPicker(self._shell, self)
        self._picker.open(self.sidebar.contract)

    def _ask_leaving(self) -> None:
        if self._leaving is None:
            from desktop.views.leaving import Leaving

            self._leaving = Leaving(self._shell, self)
        self._leaving.ask()

    def _press_sync(self) -> None:
        if not self._shell.is_syncing:
            self._shell.sync_now()
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Cancelar la sincronización"), self._shell.cancel_sync)
        self._pop_up(menu, self.sidebar.sync)

    def _open_user_menu(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("user_menu")
        profile = self._shell.profile
        if profile is not None and profile.user.email:
            whose = QWidgetAction(menu)
            label = Label(profile.user.email, Text.CAPTION, Tone.MUTED)
            label.setContentsMargins(12, 6, 12, 6)
            whose.setDefaultWidget(label)
            menu.addAction(whose)
            menu.addSeparator()
        for spec in self._specs:
            if spec.behind_user:
                menu.addAction(self.actions_.pages[spec.key])
        for action in (self.actions_.preferences, self.actions_.help, self.actions_.sign_out):
            menu.addAction(action)
        self._pop_up(menu, self.sidebar.user)

    def _pop_up(self, menu: QMenu, beside: QWidget) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        corner = beside.mapToGlobal(beside.rect().topLeft())
        corner.setY(corner.y() - menu.sizeHint().height() - 4)
        menu.popup(corner)

    def _fit_sidebar(self) -> None:
        wanted = self.actions_.sidebar.isChecked() or self.width() < COLLAPSE_UNDER
        if wanted != self.sidebar.is_collapsed:
            self.sidebar.set_collapsed(wanted)


def _bare(call: Callable[[], object]) -> Callable[[], None]:
    """`call` without the `checked` that QAction.triggered sends along."""

    def run() -> None:
        call()

    return run
