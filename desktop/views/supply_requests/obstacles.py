"""What stands in the way of a form: a sentence each, and buttons that lead out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.supply_blocks import WayOut
from desktop.viewmodels.supply_request_state import Obstacle
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card
from desktop.views.widgets.labels import IconLabel, Label, Text

AGREEMENTS = "agreements"


class Obstacles(Card):
    """`wanted` comes with the value of a `WayOut`, or AGREEMENTS."""

    wanted = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._name = name
        self.setObjectName(name)
        self.body.setSpacing(16)
        self._shown: tuple[Obstacle, ...] = ()
        self._parts: list[QWidget] = []

    def show_obstacles(self, obstacles: tuple[Obstacle, ...]) -> None:
        """Show these; hidden where there are none."""
        self.setVisible(bool(obstacles))
        if obstacles == self._shown:
            return
        self._shown = obstacles
        for part in self._parts:
            self.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [self._made(obstacle, place) for place, obstacle in enumerate(obstacles)]
        for part in self._parts:
            self.body.addWidget(part)

    def _made(self, obstacle: Obstacle, place: int) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        is_calm = obstacle.way_out in (WayOut.NONE, WayOut.REQUEST, WayOut.PENDING)
        icon, tone = ("info", Tone.ACCENT) if is_calm else ("triangle-alert", Tone.WARNING)
        row.addWidget(IconLabel(icon, tone, 20), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(Label(obstacle.text, Text.LEAD, wrap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for number, (key, text) in enumerate(_ways(obstacle.way_out)):
            kind = Kind.SECONDARY if number or place else Kind.PRIMARY
            button = Button(f"{self._name}_{key}", text, kind)
            button.clicked.connect(lambda _checked=False, way=key: self.wanted.emit(way))
            buttons.addWidget(button)
        buttons.addStretch(1)
        words.addLayout(buttons)
        row.addLayout(words, 1)
        return part


def _ways(way_out: WayOut) -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    if way_out is WayOut.PAY:
        return (
            (WayOut.PAY.value, translate("Obstacles", "Pagar")),
            (AGREEMENTS, translate("Obstacles", "Ver acuerdos")),
        )
    words = {
        WayOut.REQUEST: translate("Obstacles", "Ver solicitud"),
        WayOut.RECONNECT: translate("Obstacles", "Ir a Reconexión"),
        WayOut.PENDING: translate("Obstacles", "Ver Pendientes de envío"),
    }
    return ((way_out.value, words[way_out]),) if way_out in words else ()
