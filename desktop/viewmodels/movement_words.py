"""The words for lines of an account: what they are, and what has come of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.movements import Line, LineState, MovementKind
from desktop.services.movements import MovementBook
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.viewmodels.table import Badge, Tone

_KINDS = {
    MovementKind.INVOICE: QT_TRANSLATE_NOOP("MovementWords", "Factura"),
    MovementKind.CREDIT_NOTE: QT_TRANSLATE_NOOP("MovementWords", "Nota de crédito"),
    MovementKind.DEBIT_NOTE: QT_TRANSLATE_NOOP("MovementWords", "Nota de débito"),
    MovementKind.PAYMENT: QT_TRANSLATE_NOOP("MovementWords", "Pago"),
    MovementKind.PAYMENT_REVERSAL: QT_TRANSLATE_NOOP("MovementWords", "Reverso de pago"),
    MovementKind.INTEREST: QT_TRANSLATE_NOOP("MovementWords", "Interés por mora"),
    MovementKind.COMPENSATION: QT_TRANSLATE_NOOP("MovementWords", "Compensación"),
    MovementKind.DEPOSIT: QT_TRANSLATE_NOOP("MovementWords", "Depósito de garantía"),
    MovementKind.REFUND: QT_TRANSLATE_NOOP("MovementWords", "Devolución"),
    MovementKind.AGREEMENT: QT_TRANSLATE_NOOP("MovementWords", "Acuerdo de pago"),
    MovementKind.AGREEMENT_INSTALMENT: QT_TRANSLATE_NOOP("MovementWords", "Cuota de acuerdo"),
    MovementKind.ADJUSTMENT: QT_TRANSLATE_NOOP("MovementWords", "Ajuste"),
    MovementKind.RECONNECTION_CHARGE: QT_TRANSLATE_NOOP("MovementWords", "Cargo por reconexión"),
}
_STATES = {
    LineState.PENDING: ("clock", QT_TRANSLATE_NOOP("MovementWords", "A vencer"), Tone.INFO),
    LineState.PARTIAL: (
        "circle-dot",
        QT_TRANSLATE_NOOP("MovementWords", "Saldada en parte"),
        Tone.ATTENTION,
    ),
    LineState.OVERDUE: ("circle-alert", QT_TRANSLATE_NOOP("MovementWords", "Vencida"), Tone.BAD),
    LineState.IN_PROCESS: (
        "hourglass",
        QT_TRANSLATE_NOOP("MovementWords", "Pago en proceso"),
        Tone.INFO,
    ),
    LineState.IN_CLAIM: (
        "megaphone",
        QT_TRANSLATE_NOOP("MovementWords", "En reclamo"),
        Tone.ATTENTION,
    ),
    LineState.IN_AGREEMENT: (
        "handshake",
        QT_TRANSLATE_NOOP("MovementWords", "En acuerdo"),
        Tone.ATTENTION,
    ),
    LineState.SETTLED: ("circle-check", QT_TRANSLATE_NOOP("MovementWords", "Saldada"), Tone.GOOD),
    LineState.CREDIT: ("wallet", QT_TRANSLATE_NOOP("MovementWords", "A favor"), Tone.GOOD),
    LineState.USED: ("check", QT_TRANSLATE_NOOP("MovementWords", "Imputado"), Tone.NEUTRAL),
}
_NAMED = 2  # debts that a credit settles, before the rest is counted


def kind_text(kind: MovementKind) -> str:
    """'Factura', 'Pago', …"""
    return QCoreApplication.translate("MovementWords", _KINDS[kind])


def state_badge(state: LineState) -> Badge:
    """Icon, word and tone of a state."""
    icon, word, tone = _STATES[state]
    return Badge(icon, QCoreApplication.translate("MovementWords", word), tone)


def state_text(book: MovementBook, line: Line) -> str:
    """'Vencida', 'Imputado a A-12, A-13'."""
    return state_words(book.state(line), line)


def state_words(state: LineState, line: Line) -> str:
    """As `state_text`, for a state that is known."""
    settles = line.movement.settles
    if state is not LineState.USED or not settles:
        return state_badge(state).text
    named = ", ".join(settles[:_NAMED])
    if len(settles) > _NAMED:
        more = len(settles) - _NAMED
        text = QCoreApplication.translate("MovementWords", "Imputado a {0} y %n más", "", more)
        return text.format(named)
    return QCoreApplication.translate("MovementWords", "Imputado a {0}").format(named)
