"""The four faces of a page."""

from __future__ import annotations

from enum import StrEnum


class Phase(StrEnum):
    """LOADING shows skeletons (only before the first data), EMPTY a sentence and a next step,
    ERROR a sentence and a way out, FILLED the content. Being offline is not a phase: data stay."""

    LOADING = "loading"
    EMPTY = "empty"
    ERROR = "error"
    FILLED = "filled"
