"""The command palette: type, choose, done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QWidget

from desktop.viewmodels.palette import Command, PaletteViewModel
from desktop.viewmodels.shell import ShellViewModel
from desktop.views.overlay import Overlay
from desktop.views.tokens import Tone
from desktop.views.widgets.labels import Label
from desktop.views.widgets.pick_list import LINE, Line, PickList

_WIDTH, _ROWS = 560, 8


class Palette(Overlay):
    """Opens under the window's top, in the middle."""

    def __init__(self, shell: ShellViewModel, window: QWidget) -> None:
        self._pick = PickList(
            "palette",
            QCoreApplication.translate("Palette", "Buscar páginas, acciones, facturas, medidores"),
        )
        super().__init__("palette", self._pick, window)
        self._model = PaletteViewModel(shell, self)
        self._none = Label(self.tr("No se encontró nada con ese texto."), tone=Tone.MUTED)
        self._none.setContentsMargins(16, 8, 16, 16)
        self._none.hide()
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._none)
        self._pick.asked.connect(self._model.ask)
        self._pick.chosen.connect(self._run)
        self._model.changed.connect(self._show)
        self.closed.connect(self._model.close)

    def open(self, commands: Sequence[Command]) -> None:
        """Offer `commands`, and whatever the store finds."""
        self._pick.field.clear()
        self._model.open(commands)
        width = self.window().width()
        place = QRect((width - _WIDTH) // 2, 64, _WIDTH, 56 + LINE * _ROWS)
        self.open_at(place, self._pick.field)

    def _show(self) -> None:
        lines = [Line(c.title, c.subtitle, c.icon, c.shortcut) for c in self._model.results]
        # Hits that arrive later come below, so the row that is chosen stays the same one.
        self._pick.show_lines(lines, 0 if len(lines) <= 1 else max(0, self._kept()))
        self._none.setVisible(not lines)

    def _kept(self) -> int:
        return self._pick.current if self._model.is_adding else 0

    def _run(self, row: int) -> None:
        command = self._model.results[row]
        self.dismiss()
        command.run()
