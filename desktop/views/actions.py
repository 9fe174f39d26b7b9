"""Everything the window can do, as the menu bar shows it: one QAction each, with its keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.views.page import PageSpec
from desktop.views.theme import Theme, ThemeChoice

if TYPE_CHECKING:
    from desktop.viewmodels.palette import Command


class Actions(QObject):
    """The window connects them; `commands()` hands those that can be run to the palette."""

    def __init__(self, bar: QMenuBar, theme: Theme) -> None:
        super().__init__(bar)
        self._bar = bar
        self._icons: dict[QAction, str] = {}
        file, go = self._menu("menu_file", self.tr("&Archivo")), None
        self.export = self._action("export", self.tr("&Exportar…"), "Ctrl+E", "file-down", file)
        self.print = self._action("print", self.tr("Im&primir…"), "Ctrl+P", "printer", file)
        file.addSeparator()
        self.preferences = self._action(
            "preferences", self.tr("Pre&ferencias"), "Ctrl+,", "settings", file
        )
        self.sign_in = self._action("ask_sign_in", self.tr("&Ingresar"), "", "key-round", file)
        self.sign_out = self._action("sign_out", self.tr("&Cerrar sesión"), "", "log-out", file)
        self.quit = self._action("quit", self.tr("&Salir"), "Ctrl+Q", "x", file)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.preferences.setMenuRole(QAction.MenuRole.PreferencesRole)

        edit = self._menu("menu_edit", self.tr("&Editar"))
        self.filter = self._action(
            "filter", self.tr("&Filtrar esta página"), "Ctrl+F", "filter", edit
        )
        self.palette = self._action(
            "palette_action", self.tr("&Buscar en todo…"), "Ctrl+K", "search", edit
        )

        view = self._menu("menu_view", self.tr("&Ver"))
        self.sync = self._action("sync", self.tr("&Sincronizar ahora"), "F5", "refresh-cw", view)
        self.sidebar = self._action(
            "toggle_sidebar", self.tr("Barra lateral &angosta"), "Ctrl+B", "panel-left", view
        )
        self.sidebar.setCheckable(True)
        view.addMenu(self._themes(view, theme))

        go = self._menu("menu_go", self.tr("&Ir"))
        self.back = self._action("back", self.tr("&Volver"), "Alt+Left", "arrow-left", go)
        self.contracts = self._action(
            "choose_contract", self.tr("&Cambiar de contrato…"), "Ctrl+L", "building-2", go
        )
        go.addSeparator()
        self._go = go
        self.pages: dict[str, QAction] = {}

        help_menu = self._menu("menu_help", self.tr("A&yuda"))
        self.help = self._action(
            "help_action", self.tr("&Ayuda y atajos"), "F1", "circle-help", help_menu
        )

    def add_pages(self, specs: Sequence[PageSpec]) -> None:
        """The pages, in the menu's order."""
        for i, spec in enumerate(specs):
            self.pages[spec.key] = self._page_action(i, spec, self._go)

    def all(self) -> Sequence[QAction]:
        """Every action, in the menu's order."""
        return tuple(self._icons)

    def commands(self) -> tuple[Command, ...]:
        """What can be run now."""
        from desktop.viewmodels.palette import Command

        return tuple(
            Command(
                title=_plain(action.text()),
                subtitle="",
                icon=name,
                shortcut=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
                run=action.trigger,
            )
            for action, name in sorted(
                self._icons.items(), key=lambda pair: pair[0] not in self.pages.values()
            )
            if action.isEnabled() and action is not self.palette
        )

    def _menu(self, name: str, title: str) -> QMenu:
        menu = self._bar.addMenu(title)
        menu.setObjectName(name)
        return menu

    def _action(self, name: str, text: str, keys: str, icon_name: str, menu: QMenu) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setMenuRole(QAction.MenuRole.NoRole)
        if keys:
            action.setShortcut(QKeySequence(keys))
        menu.addAction(action)
        self._icons[action] = icon_name
        return action

    def _page_action(self, index: int, spec: PageSpec, menu: QMenu) -> QAction:
        title = QCoreApplication.translate("PageSpec", spec.title).replace("&", "&&")
        keys = f"Ctrl+{index + 1}" if index < 9 else ""
        return self._action(f"go_{spec.key}", title, keys, spec.icon, menu)

    def _themes(self, parent: QMenu, theme: Theme) -> QMenu:
        menu = QMenu(self.tr("&Tema"), parent)
        menu.setObjectName("menu_theme")
        group = QActionGroup(menu)
        shown: dict[ThemeChoice, QAction] = {}
        for choice, words, icon_name in (
            (ThemeChoice.SYSTEM, self.tr("Tema como el &sistema"), "monitor-cog"),
            (ThemeChoice.LIGHT, self.tr("Tema &claro"), "sun"),
            (ThemeChoice.DARK, self.tr("Tema &oscuro"), "moon"),
        ):
            action = self._action(f"theme_{choice}", words, "", icon_name, menu)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(lambda _on=False, chosen=choice: theme.choose(chosen))
            shown[choice] = action

        def mark() -> None:
            shown[theme.choice].setChecked(True)

        theme.changed.connect(mark)
        menu.aboutToShow.connect(mark)
        mark()
        return menu


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
