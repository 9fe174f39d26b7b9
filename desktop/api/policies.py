"""The utility's rules on the wire: one body per area, decoded by the struct of that area.

An area's module in `desktop/api/` names its struct in `POLICIES`, by the area's name.
"""

from __future__ import annotations

from msgspec import Raw

from desktop.api.fields import Entity


class Policy(Entity, frozen=True, gc=False):
    """Kind `policy`: `id` is the area, `rules` what the utility has decided there."""

    rules: Raw
