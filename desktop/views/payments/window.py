"""The window "Seleccionar banco": what is paid, how much, and through which bank."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.paying import Owed
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.paying import PayingViewModel
from desktop.viewmodels.paying_state import Window
from desktop.views.payments.tile import BankTile
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.labels import IconLabel, Label, Text
from desktop.views.widgets.notice import Notice, NoticeBar

_COLUMNS = 3
_WIDE, _AROUND = 780, 346  # pixels; what stands around debts and banks
_LINE, _TILE = 32, 74
_DEBTS, _BANKS = 128, 300  # the most that either part takes


class PayWindow(QDialog):
    """Modal for the app's window and never waits: what is decided goes to the model. Esc pays
    nothing."""

    coupon_wanted = QtSignal()

    def __init__(self, model: PayingViewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pay_window")
        self.setWindowTitle(self.tr("Pagar"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._model = model
        self._boxes: dict[str, QCheckBox] = {}
        self._tiles: dict[str, BankTile] = {}
        self._debts = QVBoxLayout()
        self._grid = QGridLayout()
        self._total = Label(style=Text.FIGURE)
        self._total.setObjectName("pay_total")
        self._as_of = Label(tone=Tone.MUTED)
        self._as_of.setObjectName("pay_as_of")
        self._told = NoticeBar("pay_told")
        self._notes = Label(tone=Tone.WARNING, wrap=True)
        self._notes.setObjectName("pay_notes")
        self._problem = Label(tone=Tone.DANGER, wrap=True)
        self._problem.setObjectName("pay_problem")
        self._hint = Label(tone=Tone.MUTED, wrap=True)
        self._hint.setObjectName("pay_hint")
        self._hint.setMinimumHeight(2 * self._hint.fontMetrics().lineSpacing())
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._coupon = Button("pay_coupon", self.tr("Cupón para redes de cobranza"), Kind.QUIET)
        self._close = Button("pay_close", self.tr("Cancelar"))
        self._go = Button("pay_go", self.tr("Ir al banco"), Kind.PRIMARY, "external-link")
        self._lay_out()
        self._coupon.clicked.connect(self.coupon_wanted)
        self._close.clicked.connect(self.reject)
        self._go.clicked.connect(model.go)
        self.rejected.connect(model.close_window)

    def show_window(self, window: Window) -> None:
        """Show what the model says."""
        fmt = self._model.context.format
        self._show_debts(window, fmt)
        amount = window.basket.amount if window.basket else None
        self._total.setText(fmt.money(amount) if amount else "–")
        if window.as_of is not None:
            moment = f"{fmt.local(window.as_of):%d/%m/%Y %H:%M}"
            self._as_of.setText(self.tr("Saldo al {0}").format(moment))
        said = window.told or window.changed
        if said:
            self._told.show_notice(Notice(said, Tone.WARNING, stays=True))
        else:
            self._told.clear()
        self._notes.setText("\n".join(window.notes))
        self._notes.setVisible(bool(window.notes))
        self._problem.setText(window.problem)
        self._problem.setVisible(bool(window.problem))
        self._show_banks(window)
        self._go.setEnabled(window.can_go and not window.is_starting)
        going = self.tr("Iniciando el pago…") if window.is_starting else self.tr("Ir al banco")
        self._go.set_text(going)
        self._close.setEnabled(not window.is_starting)
        if not self.isVisible():
            room = (self.parentWidget() or self).size()
            rows = -(-len(self._tiles) // _COLUMNS)
            tall = _AROUND + min(len(self._boxes) * _LINE, _DEBTS) + min(rows * _TILE, _BANKS)
            self.resize(min(_WIDE, room.width() - 48), min(tall, room.height() - 48))
            self.open()
            next((t for t in self._tiles.values() if t.isEnabled()), self._close).setFocus()

    def _show_debts(self, window: Window, fmt: Formatter) -> None:
        wanted = [one.item.id for one in window.owed]
        if list(self._boxes) != wanted:
            _empty(self._debts)
            self._boxes = {one.item.id: self._box(one, fmt) for one in window.owed}
            for box in self._boxes.values():
                self._debts.addWidget(box)
            self._area.setFixedHeight(min(len(self._boxes) * _LINE + 4, _DEBTS))
        for one in window.owed:
            box = self._boxes[one.item.id]
            box.setText(self._words(one, fmt))
            box.setEnabled(not window.is_starting)
            box.setChecked(one.item.id in window.chosen)

    def _box(self, one: Owed, fmt: Formatter) -> QCheckBox:
        box = QCheckBox(self._words(one, fmt))
        box.setObjectName(f"pay_item_{one.item.id}")
        box.clicked.connect(self._choose)
        return box

    def _words(self, one: Owed, fmt: Formatter) -> str:
        parts = [one.item.label, fmt.money(one.item.amount)]
        if one.due is not None:
            text = self.tr("venció el {0}") if one.is_overdue else self.tr("vence el {0}")
            parts.append(text.format(fmt.day(one.due)))
        return " · ".join(parts)

    def _choose(self) -> None:
        self._model.choose([key for key, box in self._boxes.items() if box.isChecked()])

    def _show_banks(self, window: Window) -> None:
        codes = [choice.bank.code for choice in window.banks]
        if list(self._tiles) != codes:
            _empty(self._grid)
            self._tiles = {}
            for place, choice in enumerate(window.banks):
                tile = self._tile(choice.bank.code, BankTile(choice))
                self._grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
        chosen = ""
        for choice in window.banks:
            is_chosen = choice.bank.code == window.bank
            self._tiles[choice.bank.code].show_choice(choice, is_chosen=is_chosen)
            if is_chosen:
                chosen = choice.bank.name
        if chosen:
            text = self.tr(
                "Será dirigido al sitio de {0}, en su navegador. Al terminar vuelva aquí: el pago"
                " vale cuando el banco lo confirma."
            )
            self._hint.setText(text.format(chosen))
        else:
            self._hint.setText(self.tr("Elija el banco con el que va a pagar."))

    def _tile(self, code: str, tile: BankTile) -> BankTile:
        self._tiles[code] = tile
        tile.clicked.connect(lambda _on: self._model.pick(code))
        return tile

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self.tr("Total a pagar"), tone=Tone.MUTED))
        words.addWidget(self._total)
        top.addLayout(words, 1)
        top.addWidget(self._as_of, 0, Qt.AlignmentFlag.AlignBottom)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._coupon)
        foot.addStretch(1)
        foot.addWidget(self._close)
        foot.addWidget(self._go)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(IconLabel("info", Tone.MUTED, 16), 0, Qt.AlignmentFlag.AlignTop)
        where.addWidget(self._hint, 1)
        self._grid.setSpacing(8)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._debts.setSpacing(0)
        column_ = QVBoxLayout(self)
        # One size from the beginning: what is told later takes room from the banks, which scroll.
        column_.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column_.setContentsMargins(24, 20, 24, 20)
        column_.setSpacing(10)
        column_.addWidget(Label(self.tr("Qué paga"), Text.HEADING))
        self._area = _scrolled("pay_debts", self._debts, _DEBTS)
        column_.addWidget(self._area)
        column_.addWidget(self._problem)
        column_.addLayout(top)
        column_.addWidget(self._told)
        column_.addWidget(self._notes)
        column_.addWidget(Label(self.tr("Seleccionar banco"), Text.HEADING))
        column_.addWidget(_scrolled("pay_banks", self._grid, _BANKS), 1)
        column_.addLayout(where)
        column_.addLayout(foot)


def _scrolled(name: str, layout: QVBoxLayout | QGridLayout, most: int) -> QScrollArea:
    inside = QWidget()
    inside.setProperty("role", "page")
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 8, 0)
    column.addLayout(layout)
    column.addStretch(1)
    area = _Area(most)
    area.setObjectName(name)
    area.setWidget(inside)
    return area


class _Area(QScrollArea):
    """As tall as what is inside, up to a limit."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMaximumHeight(most)
        self.setMinimumHeight(min(most, 72))


def _empty(layout: QVBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
