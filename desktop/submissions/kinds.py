"""A kind of submission as lists know it, and the ones there are."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """`text` unchanged: marked for the translators where it is written."""
    return text


def _nothing(_content: Mapping[str, Any]) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class SubmissionKind:
    """`title` is marked with QT_TRANSLATE_NOOP("Submissions", ...); `icon` names a file of
    resources/icons; `page` is the key of the page that opens one for correction, given its op_id,
    or empty. `summary` tells what was entered, in figures only. One with `has_window` is worth
    nothing after the contract's reading window."""

    name: str
    title: str
    icon: str = "inbox"
    page: str = ""
    summary: Callable[[Mapping[str, Any]], str] = _nothing
    has_window: bool = False


UNKNOWN = SubmissionKind("", QT_TRANSLATE_NOOP("Submissions", "Envío"))


@cache
def discover() -> Mapping[str, SubmissionKind]:
    """Every kind of `desktop/submissions`, by name."""
    from desktop import submissions

    kinds = [
        importlib.import_module(f"{submissions.__name__}.{module.name}").KIND
        for module in pkgutil.iter_modules(submissions.__path__)
        if module.ispkg
    ]
    return {kind.name: kind for kind in kinds}


def kind_of(name: str) -> SubmissionKind:
    """The kind called `name`; one that a newer app left behind has a plain title."""
    return discover().get(name, UNKNOWN)
