"""The appointment for the opening of the window."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.reminders import Reminder
from desktop.viewmodels.contract_words import contract_name

if TYPE_CHECKING:
    from desktop.services.results import ContractSummary
    from desktop.viewmodels.format import Formatter


def reminder_of(summary: ContractSummary, fmt: Formatter, now: datetime) -> Reminder | None:
    """For a person's calendar; None where no window is known. `now` is UTC."""
    contract = summary.contract
    window = contract.reading_window
    if window is None:
        return None
    translate = QCoreApplication.translate
    closes = fmt.local(window.closes_at)
    text = translate("SelfReading", "Contrato {0}, {1}. El período cierra el {2} a las {3}.")
    return Reminder(
        uid=f"{contract.number}-{window.opens_at:%Y%m%d}@oficina-virtual",
        start=window.opens_at,
        end=window.closes_at,
        title=translate("SelfReading", "Aportar lectura: {0}").format(contract_name(summary)),
        text=text.format(
            contract.number, contract.address, fmt.day(closes.date()), f"{closes:%H:%M}"
        ),
        made_at=now,
    )
