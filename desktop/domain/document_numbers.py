"""Numbers of documents and contracts: one form for each way of writing, and what makes them valid.

The rules that need no library are here; `desktop/services/document_numbers.py` adds the others.
Source: domain notes 5. Uruguay's identity document has no public check service: its check digit is
`(10 - sum of weights 2 9 8 7 6 3 4 times digits) mod 10`.
"""

from __future__ import annotations

import re
import unicodedata

_SEPARATORS = re.compile(r"[\s.\-/‐-―]+")
_CI_WEIGHTS = (2, 9, 8, 7, 6, 3, 4)
_PASSPORT = re.compile(r"[A-Z0-9]{5,15}")
_FREE = re.compile(r"[A-Z0-9]{4,20}")

_CUIT_PREFIXES = {"20", "23", "24", "25", "26", "27", "30", "33", "34", "50", "51", "55"}
_CUIT_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def compact(text: str) -> str:
    """Without spaces, dots, hyphens and slashes, in capitals."""
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", text)).upper()


def ci_check_digit(number: str) -> int:
    """The digit that checks the six or seven digits of an identity document of Uruguay."""
    digits = [int(digit) for digit in number.zfill(7)]
    return -sum(w * d for w, d in zip(_CI_WEIGHTS, digits, strict=True)) % 10


def is_uy_ci(text: str) -> bool:
    """Whether this is an identity document of Uruguay, check digit included."""
    number = compact(text)
    if not (number.isascii() and number.isdigit() and 7 <= len(number) <= 8):
        return False
    return int(number[:-1]) > 0 and int(number[-1]) == ci_check_digit(number[:-1])


def formatted_ci(text: str) -> str:
    """'1.234.567-2'; what is no identity document of Uruguay stays as it is."""
    if not is_uy_ci(text):
        return text
    number = compact(text).zfill(8)
    first = f"{number[0]}." if number[0] != "0" else ""
    return f"{first}{number[1:4]}.{number[4:7]}-{number[7]}"


def is_passport(text: str) -> bool:
    """Whether this may be the number of a passport of any country."""
    return _PASSPORT.fullmatch(compact(text)) is not None


def is_foreign(text: str) -> bool:
    """Whether this may be the number of a document that nobody here can check."""
    return _FREE.fullmatch(compact(text)) is not None


def is_ar_cuit(text: str) -> bool:
    """Whether this is an Argentine CUIT or CUIL; also with the prefixes 25 and 26, which the tax
    office issues and libraries do not know."""
    number = compact(text)
    if not (number.isascii() and number.isdigit() and len(number) == 11):
        return False
    total = sum(w * int(d) for w, d in zip(_CUIT_WEIGHTS, number[:-1], strict=True))
    return number[:2] in _CUIT_PREFIXES and int(number[-1]) == -total % 11


def passes_luhn(number: str) -> bool:
    """Whether the last digit checks the ones before it (ISO/IEC 7812)."""
    if not (number.isascii() and number.isdigit() and number):
        return False
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
