"""Numbers of cases, to be read out on the telephone and given to the regulator."""

from __future__ import annotations

from stdnum.iso7064 import mod_11_10

_ROOM = 1_000_000


def case_number(year: int, office: str, count: int) -> str:
    """`2026-00-000117-8`: year, office, number, and a digit (ISO 7064 mod 11,10) that shows a
    wrong or a swapped one of the others."""
    digits = f"{year:04}{office}{count % _ROOM:06}"
    check = mod_11_10.calc_check_digit(digits)
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}-{check}"


def is_case_number(text: str) -> bool:
    """Whether `text` has the form and the check digit of a case's number."""
    parts = text.split("-")
    is_shaped = [len(part) for part in parts] == [4, 2, 6, 1]
    digits = "".join(parts)
    return is_shaped and digits.isascii() and digits.isdigit() and mod_11_10.is_valid(digits)
