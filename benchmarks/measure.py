"""Measuring a product and its floor in turns, so that a noisy machine weighs on both alike."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report. `floor` is 0 where the target is absolute; `target` bounds `ratio`,
    or `product` where there is no floor; 0 says that there is none."""

    name: str
    unit: str
    product: float
    floor: float
    target: float
    rounds: int
    spread: tuple[float, float]

    @property
    def ratio(self) -> float:
        """Product over floor, 0 without a floor."""
        return self.product / self.floor if self.floor else 0.0

    @property
    def is_met(self) -> bool:
        """Whether the target holds."""
        value = self.ratio if self.floor else self.product
        return not self.target or value <= self.target

    def as_json(self) -> dict[str, object]:
        """For a file of numbers."""
        return {**asdict(self), "ratio": round(self.ratio, 3), "is_met": self.is_met}


def in_turns(
    name: str,
    unit: str,
    product: Callable[[], float],
    floor: Callable[[], float],
    *,
    target: float,
    rounds: int = ROUNDS,
) -> Figure:
    """Medians of `rounds` turns after one that warms up; the spread is that of the product."""
    product(), floor()
    pairs = [(product(), floor()) for _ in range(rounds)]
    products, floors = [p for p, _ in pairs], [f for _, f in pairs]
    return Figure(
        name,
        unit,
        statistics.median(products),
        statistics.median(floors),
        target,
        rounds,
        (min(products), max(products)),
    )


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * len(ordered)))]


def table(figures: Sequence[Figure]) -> str:
    """The report."""
    head = ("figure", "unit", "product", "min-max", "floor", "ratio", "target", "")
    rows = [
        (
            f.name,
            f.unit,
            f"{f.product:.3g}",
            f"{f.spread[0]:.3g}-{f.spread[1]:.3g}",
            f"{f.floor:.3g}" if f.floor else "",
            f"{f.ratio:.2f}" if f.floor else "",
            (f"<= {f.target:g}" + ("x" if f.floor else "")) if f.target else "",
            ("met" if f.is_met else "MISSED") if f.target else "",
        )
        for f in figures
    ]
    widths = [max(len(row[i]) for row in (head, *rows)) for i in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (head, *rows)
    )
