"""What a person typed into a field, read strictly: what could be meant in two ways is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_EMAIL = re.compile(
    r"[A-Za-z0-9._%+'-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}"
)
_PHONE = re.compile(r"\+?[\d ().\-]+")
_PHONE_DIGITS = range(7, 16)  # E.164 ends at 15
_MAX_EMAIL = 254  # RFC 5321


@dataclass(frozen=True, slots=True)
class Marks:
    """How the utility's country writes numbers."""

    decimal: str = ","
    group: str = "."


MARKS = Marks()


class AmbiguousNumberError(ValueError):
    """The marks stand where the country does not put them: '12.5' is 12,5 for one and 125 for
    another."""


def parse_number(text: str, marks: Marks = MARKS, digits: int = 2) -> Decimal:
    """'1.234,50', '1234,5' or '1234' as a number of at most `digits` decimals.

    Raises `AmbiguousNumberError` where marks are in the wrong places, `ValueError` for anything
    else that is no number.
    """
    bare = re.sub(r"[\s\u00a0\u202f]", "", text)
    if not re.fullmatch(r"-?[\d.,]+", bare) or not any(c.isdigit() for c in bare):
        raise ValueError(text)
    group, mark = re.escape(marks.group), re.escape(marks.decimal)
    whole = rf"(?:\d+|\d{{1,3}}(?:{group}\d{{3}})+)"
    if not re.fullmatch(rf"-?{whole}(?:{mark}\d+)?", bare) or not bare.isascii():
        raise AmbiguousNumberError(text)
    number = Decimal(bare.replace(marks.group, "").replace(marks.decimal, "."))
    if -int(number.as_tuple().exponent) > digits:
        raise AmbiguousNumberError(text)
    return number


def parse_day(text: str) -> date:
    """'22/11/2026' or '3/1/2026'. Raises `ValueError`."""
    found = _DAY.fullmatch(text.strip())
    if found is None or not text.isascii():
        raise ValueError(text)
    day, month, year = map(int, found.groups())
    return date(year, month, day)


def is_email(text: str) -> bool:
    """Whether mail could be sent there."""
    text = text.strip()
    local = text.partition("@")[0]
    is_dotted = local.startswith(".") or local.endswith(".") or ".." in local
    return len(text) <= _MAX_EMAIL and bool(_EMAIL.fullmatch(text)) and not is_dotted


def is_phone(text: str) -> bool:
    """Whether it can be dialled: 7 to 15 digits, with blanks and marks between them."""
    text = text.strip()
    digits = sum(c.isdigit() for c in text)
    return text.isascii() and bool(_PHONE.fullmatch(text)) and digits in _PHONE_DIGITS
