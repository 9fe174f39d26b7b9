"""Contrast as WCAG 2.2 measures it, and an accent that keeps to it. Colours are '#rrggbb'."""

from __future__ import annotations

from dataclasses import dataclass

TEXT = 4.5  # SC 1.4.3
PART = 3.0  # SC 1.4.11

_WHITE, _BLACK = "#ffffff", "#101214"


@dataclass(frozen=True, slots=True)
class Accent:
    """The utility's colour as one theme may use it: `fill` behind `on_fill`, `text` on the
    theme's surfaces and on `tint`."""

    fill: str
    on_fill: str
    text: str
    tint: str


def ratio(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` (0 to 1) of `other` in it."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def fit(colour: str, backgrounds: tuple[str, ...], wanted: float) -> str:
    """`colour`, moved towards black or white by the least that gives `wanted` on each of
    `backgrounds`."""
    dark_ground = _luminance(backgrounds[0]) < 0.18
    target = _WHITE if dark_ground else _BLACK
    for step in range(51):
        candidate = mix(colour, target, step / 50)
        if all(ratio(candidate, ground) >= wanted for ground in backgrounds):
            return candidate
    return target


def accent_for(base: str, surfaces: tuple[str, ...]) -> Accent:
    """An accent made of `base` for a theme with these `surfaces`, the main one first."""
    tint = mix(surfaces[0], base, 0.12)
    fill = fit(base, surfaces, PART)
    on_fill = _WHITE if ratio(fill, _WHITE) >= ratio(fill, _BLACK) else _BLACK
    away = (_BLACK if on_fill == _WHITE else _WHITE,)
    for step in range(51):
        candidate = mix(fill, away[0], step / 50)
        if ratio(candidate, on_fill) >= TEXT:
            fill = candidate
            break
    return Accent(fill, on_fill, fit(base, (*surfaces, tint), TEXT), tint)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (v / 255 for v in _channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
