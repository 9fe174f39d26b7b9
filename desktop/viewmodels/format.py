"""Money, dates and quantities as the utility's country writes them (CLDR through QLocale)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale

from desktop.domain.form_parsing import Marks
from desktop.domain.money import Money, minor_digits

_SYMBOLS = {"UYU": "$", "ARS": "$", "COP": "$", "CLP": "$", "USD": "US$", "EUR": "€", "VND": "₫"}
_SYMBOL, _DIGITS = "¤", "\ue000"  # private use: cannot stand in a pattern of CLDR


def currency_symbol(currency: str) -> str:
    """'$' for 'UYU'; the code itself where the country writes that."""
    return _SYMBOLS.get(currency, currency)


class Formatter:
    """`locale` is a BCP 47 tag, `zone` an IANA name; both come from the utility's profile."""

    def __init__(self, locale: str = "es-UY", zone: str = "America/Montevideo") -> None:
        self._locale = QLocale(locale)
        self.zone = ZoneInfo(zone)
        # Only the place of the symbol is taken from Qt: its conversion goes through a double.
        self._money = self._locale.toCurrencyString(1.0, _SYMBOL, 0).replace("1", _DIGITS)
        self._separators = str.maketrans(
            {",": self._locale.groupSeparator(), ".": self._locale.decimalPoint()}
        )

    @property
    def marks(self) -> Marks:
        """How numbers are typed, for the parts of a form."""
        return Marks(self._locale.decimalPoint(), self._locale.groupSeparator())

    def money(self, amount: Money) -> str:
        """'$ 1.234,50', negative '-$ 1.234,50', with no-break spaces; '1.234,50 €' in Spain."""
        symbol = currency_symbol(amount.currency)
        digits = self.decimal(abs(amount.amount), minor_digits(amount.currency))
        text = self._money.replace(_SYMBOL, symbol).replace(_DIGITS, digits)
        return f"-{text}" if amount.minor < 0 else text

    def signed_money(self, amount: Money) -> str:
        """A change: '+$ 345,00', '-$ 345,00'."""
        return f"+{self.money(amount)}" if amount.minor > 0 else self.money(amount)

    def decimal(self, value: Decimal, digits: int | None = None) -> str:
        """Digit groups and decimal mark of the locale, exact; `digits` after the mark, or as
        many as the value has (without trailing zeros)."""
        if digits is None:
            value = value.normalize()
            digits = max(0, -int(value.as_tuple().exponent))
        return f"{value:,.{digits}f}".translate(self._separators)

    def quantity(self, value: Decimal, unit: str, digits: int | None = None) -> str:
        """'128 m³', with `digits` after the mark as in `decimal`."""
        return f"{self.decimal(value, digits)}\u00a0{unit}"

    def percent(self, value: Decimal) -> str:
        """'+12 %' from a ratio change of 0.12; no sign where it rounds to nothing."""
        rounded = round(value * 100)
        return f"{rounded:+d}\u00a0%" if rounded else "0\u00a0%"

    def day(self, value: date) -> str:
        """'22/11/2026'."""
        return f"{value.day:02}/{value.month:02}/{value.year:04}"

    def short_day(self, value: date) -> str:
        """'22/11'."""
        return f"{value.day:02}/{value.month:02}"

    def weekday(self, value: date) -> str:
        """'martes', in the locale's words."""
        return self._locale.standaloneDayName(value.isoweekday()).lower()

    def month(self, value: date) -> str:
        """'noviembre de 2026' in the locale's words."""
        name = self._locale.standaloneMonthName(value.month)
        if self._locale.language() is QLocale.Language.Spanish:
            return f"{name.lower()} de {value.year}"  # CLDR writes 'Noviembre' for es_UY alone
        return f"{name} {value.year}"

    def short_month(self, value: date) -> str:
        """'nov 26'."""
        shown = QDate(value.year, value.month, 1)
        return self._locale.toString(shown, "MMM yy").replace(".", "")

    def local(self, instant: datetime) -> datetime:
        """`instant` (UTC) in the utility's zone."""
        return instant.astimezone(self.zone)

    def time(self, instant: datetime) -> str:
        """'14:02' in the utility's zone."""
        return f"{self.local(instant):%H:%M}"

    def stamp(self, instant: datetime) -> str:
        """'22/11/2026 14:02', where others of other days stand beside it."""
        return f"{self.local(instant):%d/%m/%Y %H:%M}"

    def moment(self, instant: datetime, now: datetime) -> str:
        """'14:02' today, '22/11/2026 14:02' on another day of the utility's zone."""
        if self.local(instant).date() == self.local(now).date():
            return self.time(instant)
        return self.stamp(instant)
