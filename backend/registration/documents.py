"""Numbers of documents, contracts and meters: one form for each, and what makes them valid."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from importlib import import_module

from backend.registration.rules import Check, ContractMask

_SEPARATORS = re.compile(r"[\s.\-/‐-―]+")
_CI_WEIGHTS = (2, 9, 8, 7, 6, 3, 4)
_PASSPORT = re.compile(r"[A-Z0-9]{5,15}")
_FREE = re.compile(r"[A-Z0-9]{4,20}")
# The prefixes that the tax office issues; the library does not know 25 and 26.
_CUIT_PREFIXES = {"20", "23", "24", "25", "26", "27", "30", "33", "34", "50", "51", "55"}
_CUIT_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def compact(text: str) -> str:
    """Without separators, in capitals: what two ways of writing one number have in common."""
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", text)).upper()


def is_valid(check: Check, text: str) -> bool:
    """Whether a number, in whatever form, can be one of a document checked like this."""
    number = compact(text)
    ours = _OURS.get(check)
    if ours is not None:
        return ours(number)
    # Imported late: who serves no registration needs none of them.
    return bool(import_module(_LIBRARY[check]).is_valid(number))


def same_document(check: Check, typed: str, kept: str) -> bool:
    """Whether two ways of writing mean one document."""
    return _canonical(check, typed) == _canonical(check, kept)


def is_contract_number(mask: ContractMask, text: str) -> bool:
    """Whether this may be the number of a contract of this utility."""
    number = compact(text)
    if not mask.min_digits <= len(number) <= mask.max_digits:
        return False
    if mask.check == "luhn":
        from stdnum import luhn

        return bool(luhn.is_valid(number))
    return number.isascii() and number.isalnum()


def is_uy_ci(number: str) -> bool:
    """An identity document of Uruguay: six or seven digits and the one that checks them."""
    if not (number.isascii() and number.isdigit() and 7 <= len(number) <= 8):
        return False
    digits = [int(digit) for digit in number.zfill(8)]
    if not any(digits[:-1]):
        return False
    total = sum(w * d for w, d in zip(_CI_WEIGHTS, digits[:-1], strict=True))
    return digits[-1] == -total % 10


def _is_cuit(number: str) -> bool:
    if not (number.isascii() and number.isdigit() and len(number) == 11):
        return False
    total = sum(w * int(d) for w, d in zip(_CUIT_WEIGHTS, number[:-1], strict=True))
    check = -total % 11
    return number[:2] in _CUIT_PREFIXES and check < 10 and int(number[-1]) == check


def _canonical(check: Check, text: str) -> str:
    number = compact(text)
    return number.lstrip("0") if check in ("uy_ci", "ar_dni") else number


_OURS: Mapping[str, Callable[[str], bool]] = {
    "uy_ci": is_uy_ci,
    "ar_cuit": _is_cuit,
    "passport": lambda number: _PASSPORT.fullmatch(number) is not None,
    "free": lambda number: _FREE.fullmatch(number) is not None,
}

_LIBRARY: Mapping[str, str] = {
    "uy_rut": "stdnum.uy.rut",
    "ar_dni": "stdnum.ar.dni",
    "es_nif": "stdnum.es.nif",
    "co_nit": "stdnum.co.nit",
    "cl_rut": "stdnum.cl.rut",
    "pe_ruc": "stdnum.pe.ruc",
    "py_ruc": "stdnum.py.ruc",
}
