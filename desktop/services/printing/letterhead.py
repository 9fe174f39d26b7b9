"""What stands on every page of a paper, and how its figures are written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from desktop.domain.money import Money
from desktop.domain.users import Utility

NO_INVOICE = "No válido como factura"


class Figures(Protocol):
    """How the utility's country writes figures; the viewmodels' `Formatter` is one."""

    def money(self, amount: Money) -> str:
        """'$ 1.234,50'."""

    def decimal(self, value: Decimal, digits: int | None = None) -> str:
        """'1.234,5'."""

    def day(self, value: date) -> str:
        """'22/11/2026'."""

    def local(self, instant: datetime) -> datetime:
        """`instant` (UTC) in the utility's zone."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """`title` names the paper, `number` ("N° 12") and `remark` stand below it, `subject` goes
    into the file's properties."""

    utility: Utility
    title: str
    number: str = ""
    subject: str = ""
    remark: str = NO_INVOICE


@dataclass(frozen=True, slots=True)
class Stamp:
    """When a paper was made and of which moment its data are (both UTC, the server's time)."""

    made_at: datetime
    data_at: datetime | None = None
    is_offline: bool = False

    def sentence(self, fmt: Figures) -> str:
        """'Generado sin conexión el 23/11/2026 14:02 · datos al 22/11/2026 13:40'."""
        how = "Generado sin conexión el" if self.is_offline else "Generado el"
        text = f"{how} {moment(fmt, self.made_at)}"
        if self.data_at is not None:
            text += f" · datos al {moment(fmt, self.data_at)}"
        return text


def moment(fmt: Figures, instant: datetime) -> str:
    """'22/11/2026 13:40' in the utility's zone."""
    return f"{fmt.local(instant):%d/%m/%Y %H:%M}"
