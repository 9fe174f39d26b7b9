"""The list of contracts that the sidebar's card opens."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QWidget

from desktop.viewmodels.contract_words import (
    contract_details,
    contract_name,
    service_badge,
    status_badge,
)
from desktop.viewmodels.shell import ShellViewModel
from desktop.viewmodels.table import fold
from desktop.views.overlay import Overlay
from desktop.views.tokens import Tone
from desktop.views.widgets.pick_list import LINE, Line, PickList

_WIDTH, _ROWS = 440, 8


class ContractPicker(Overlay):
    """Filter, arrows, Enter; Esc gives the focus back."""

    def __init__(self, shell: ShellViewModel, window: QWidget) -> None:
        self._pick = PickList(
            "contracts", QCoreApplication.translate("ContractPicker", "Buscar contrato")
        )
        super().__init__("contract_picker", self._pick, window)
        self._shell = shell
        self._ids: list[str] = []
        self._pick.asked.connect(self._show)
        self._pick.chosen.connect(self._choose)

    def open(self, beside: QWidget) -> None:
        """Show at the right of `beside`."""
        self._pick.field.clear()
        self._show("")
        corner = beside.mapTo(self.window(), beside.rect().topRight())
        rows = max(1, min(_ROWS, len(self._ids)))
        self.open_at(QRect(corner.x() + 8, corner.y(), _WIDTH, 60 + LINE * rows), self._pick.field)

    def _show(self, query: str) -> None:
        words = fold(query).split()
        self._ids = []
        lines: list[Line] = []
        current = 0
        for summary in self._shell.contracts:
            contract, status = summary.contract, status_badge(summary.contract.status)
            title = contract_name(summary)
            line = Line(
                title,
                contract_details(summary, contract.address),
                service_badge(contract.service).icon,
                status.text,
                Tone(status.tone.value),
            )
            if all(word in fold(f"{line.title} {line.subtitle} {line.hint}") for word in words):
                if contract.id == self._shell.contract_id:
                    current = len(lines)
                self._ids.append(contract.id)
                lines.append(line)
        self._pick.show_lines(lines, current)

    def _choose(self, row: int) -> None:
        chosen = self._ids[row]
        self.dismiss()
        self._shell.select_contract(chosen)
