"""How money is shared out among debts."""

from __future__ import annotations

from collections.abc import Sequence


def shares(amount: int, wanted: Sequence[int]) -> list[int]:
    """`amount` given to `wanted` in their order, each as much as it wants while there is any."""
    given: list[int] = []
    for want in wanted:
        part = min(amount, max(want, 0))
        given.append(part)
        amount -= part
    return given
