"""The figures of Consulta de Movimientos: the period above, the age of the debt below."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from desktop.domain.money import Money
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.movements import MovementsState
from desktop.views.tokens import Tone
from desktop.views.widgets.figures import Figure
from desktop.views.widgets.labels import ElidedLabel, Text


def figures(state: MovementsState, fmt: Formatter) -> tuple[Figure, ...]:
    """What was owed before, what came to it, what went off, what is owed; dashes until it is
    known."""
    translate = QCoreApplication.translate
    debits = translate("MovementFigures", "Cargos del período")
    credits_ = translate("MovementFigures", "Pagos y créditos")
    part = state.statement
    if part is None:
        opening = translate("MovementFigures", "Saldo anterior")
        closing = translate("MovementFigures", "Saldo")
        names = (opening, debits, credits_, closing)
        keys = ("opening", "debits", "credits", "closing")
        return tuple(Figure(key, name, "–", " ") for key, name in zip(keys, names, strict=True))
    on = translate("MovementFigures", "Saldo al {0}")
    opening = on.format(fmt.day(part.first - timedelta(days=1)))
    closing = on.format(fmt.day(part.last))
    at = ""
    if part.last == state.today and state.freshness and state.freshness.verified_at:
        at = fmt.moment(state.freshness.verified_at, state.now or state.freshness.verified_at)
    owes = translate("MovementFigures", "A pagar")
    even = translate("MovementFigures", "Sin deuda")
    kept = translate("MovementFigures", "A su favor")

    def said(amount: Money) -> str:
        return owes if amount.minor > 0 else kept if amount.minor < 0 else even

    in_favour = part.closing.minor < 0
    return (
        Figure("opening", opening, fmt.money(part.opening), said(part.opening)),
        Figure("debits", debits, fmt.money(part.debits), " "),
        Figure("credits", credits_, fmt.money(part.credits), " "),
        Figure(
            "closing",
            closing,
            fmt.money(part.closing),
            " · ".join(filter(None, (said(part.closing), at))),
            Tone.SUCCESS if in_favour else Tone.ACCENT,
            "wallet" if in_favour else "scale",
        ),
    )


class AgeingBar(QFrame):
    """The debt by its age, in a line: 'A vencer', the steps, 'Saldo a favor'. Each amount's
    objectName is 'ageing_<place>'."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ageing")
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 12, 8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._names: list[ElidedLabel] = []
        self._amounts: list[ElidedLabel] = []

    def show_ages(self, state: MovementsState, fmt: Formatter) -> None:
        """Fill in; hidden while nothing is known."""
        ages = state.ageing
        self.setVisible(ages is not None)
        if ages is None:
            return
        items = list(zip(_names(state.ageing_days), (ages.to_be_due, *ages.overdue), strict=True))
        text = QCoreApplication.translate("MovementFigures", "Saldo a favor")
        items.append((text, ages.credit))
        while len(self._names) < len(items):
            self._add()
        for place, (name, amount) in enumerate(items):
            late = 0 < place < len(items) - 1 and bool(amount)
            is_credit = place == len(items) - 1 and bool(amount)
            tone = Tone.DANGER if late else Tone.SUCCESS if is_credit else Tone.TEXT
            self._names[place].setText(name)
            self._amounts[place].setText(fmt.money(amount))
            self._amounts[place].set_tone(tone)
        said = (f"{name}: {fmt.money(amount)}" for name, amount in items)
        self.setAccessibleName(". ".join(said))

    def _add(self) -> None:
        place = len(self._names)
        name = ElidedLabel(style=Text.CAPTION, tone=Tone.MUTED)
        amount = ElidedLabel(style=Text.STRONG)
        amount.setObjectName(f"ageing_{place}")
        self._grid.addWidget(name, 0, place)
        self._grid.addWidget(amount, 1, place)
        self._grid.setColumnStretch(place, 1)
        self._names.append(name)
        self._amounts.append(amount)


def _names(steps: tuple[int, ...]) -> list[str]:
    translate = QCoreApplication.translate
    names = [translate("MovementFigures", "A vencer")]
    before = 0
    for step in steps:
        text = translate("MovementFigures", "Vencido {0}–{1} días")
        names.append(text.format(before, step))
        before = step + 1
    beyond = translate("MovementFigures", "Vencido +{0} días")
    late = translate("MovementFigures", "Vencido")
    return [*names, beyond.format(steps[-1]) if steps else late]
