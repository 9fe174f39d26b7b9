"""Numbers that people read out on the telephone."""

from __future__ import annotations

from stdnum.iso7064 import mod_11_10


def reference(letter: str, year: int, number: int) -> str:
    """`L-2026-000117-3`: the last digit (ISO 7064 mod 11,10) shows a wrong or a swapped digit of
    year and number."""
    digits = f"{year:04}{number:06}"
    return f"{letter}-{digits[:4]}-{digits[4:]}-{mod_11_10.calc_check_digit(digits)}"


def is_reference(text: str) -> bool:
    """Whether `text` has the form and the check digit of a reference."""
    parts = text.split("-")
    digits = "".join(parts[1:])
    return len(parts) == 4 and digits.isascii() and mod_11_10.is_valid(digits)
