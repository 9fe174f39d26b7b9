"""Why the utility refused something: each kind of submission has sentences of its own.

A kind that refuses names here the module of `desktop/viewmodels/` whose
`reason_text(code, data, fmt)` knows its reasons.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.viewmodels.format import Formatter

WORDS = {
    "agreement_request": "agreement_words",
    "self_reading": "self_reading_words",
    "delivery_preference": "delivery_words",
    "reconnection": "supply_request_words",
    "holder_change": "supply_request_words",
    "supply_documents": "supply_request_words",
    "question": "case_words",
    "claim": "case_words",
    "case_message": "case_words",
}


def reason_text(kind: str, code: str, data: Mapping[str, Any], fmt: Formatter) -> str:
    """The sentence for the reason `code` of a submission of `kind`; `data` are the figures that
    the service gave. A reason that nobody knows is told with its code."""
    name = WORDS.get(kind)
    if name is not None:
        words = importlib.import_module(f"desktop.viewmodels.{name}")
        told: str = words.reason_text(code, data, fmt)
        return told
    text = QCoreApplication.translate(
        "ReasonWords", "La empresa no lo aceptó ({0}). Consulte en atención al cliente."
    )
    return text.format(code)
