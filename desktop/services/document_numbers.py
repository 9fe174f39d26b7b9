"""Whether a document's number can be right, by the check that the utility names for its type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from desktop.domain import document_numbers as ours

_OURS: Mapping[str, Callable[[str], bool]] = {
    "uy_ci": ours.is_uy_ci,
    "ar_cuit": ours.is_ar_cuit,
    "passport": ours.is_passport,
    "free": ours.is_foreign,
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


def is_valid_document(check: str, number: str) -> bool:
    """Whether `number`, however it is written, can be one; a check that this app does not know
    leaves the judgement to the service."""
    if check in _OURS:
        return _OURS[check](number)
    if check in _LIBRARY:
        return bool(import_module(_LIBRARY[check]).is_valid(ours.compact(number)))
    return ours.is_foreign(number)
