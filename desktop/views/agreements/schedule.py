"""The instalments of an agreement in a narrow panel: each with its parts below."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout

from desktop.domain.agreements import Agreement, Instalment
from desktop.viewmodels.agreement_words import instalment_badge
from desktop.viewmodels.format import Formatter
from desktop.views.tokens import Tone
from desktop.views.widgets.badge import Badge
from desktop.views.widgets.labels import Label, Text

_NUMBER, _DUE, _STATE, _TOTAL = range(4)


def schedule_grid(agreement: Agreement, today: date, fmt: Formatter) -> QGridLayout:
    """Number, due date, state and total; below them capital, interest, tax and the payment."""
    translate = QCoreApplication.translate
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(_DUE, 1)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    titles = {
        _NUMBER: translate("AgreementSchedule", "N°"),
        _DUE: translate("AgreementSchedule", "Vencimiento"),
        _STATE: translate("AgreementSchedule", "Estado"),
        _TOTAL: translate("AgreementSchedule", "Total"),
    }
    for column, title in titles.items():
        label = Label(title, Text.CAPTION, Tone.MUTED)
        if column == _TOTAL:
            label.setAlignment(right)
        grid.addWidget(label, 0, column)
    for place, one in enumerate(agreement.instalments):
        row = 1 + place * 3
        badge = instalment_badge(one.state(today))
        grid.addWidget(Label(str(one.number), Text.STRONG), row, _NUMBER)
        grid.addWidget(Label(fmt.day(one.due_date)), row, _DUE)
        grid.addWidget(Badge(badge.text, badge.icon, Tone(badge.tone.value)), row, _STATE)
        amount = Label(fmt.money(one.total), Text.STRONG)
        amount.setAlignment(right)
        grid.addWidget(amount, row, _TOTAL)
        parts = Label(parts_text(one, fmt), Text.CAPTION, Tone.MUTED, wrap=True)
        grid.addWidget(parts, row + 1, _DUE, 1, 3)
        grid.setRowMinimumHeight(row + 2, 4)
    return grid


def parts_text(one: Instalment, fmt: Formatter) -> str:
    """'Capital $ 900,00 · interés $ 80,00 · IVA $ 17,60 · pagada el 12/10/2026'."""
    translate = QCoreApplication.translate
    text = translate("AgreementSchedule", "Capital {0} · interés {1} · IVA {2}").format(
        *(fmt.money(part) for part in (one.capital, one.interest, one.tax))
    )
    if one.paid_on is not None:
        paid = translate("AgreementSchedule", "pagada el {0}").format(fmt.day(one.paid_on))
        return f"{text} · {paid}"
    if one.paid:
        paid = translate("AgreementSchedule", "pagó {0}").format(fmt.money(one.paid))
        return f"{text} · {paid}"
    return text
