"""Inter for paper: embedded in each file, measured, broken into lines."""

from __future__ import annotations

import re
import threading

from desktop.resources import resource

REGULAR, STRONG = "Inter", "Inter-SemiBold"
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
_lock = threading.Lock()
_loaded: list[str] = []


def load() -> None:
    """Make Inter known to reportlab, once in a process; papers may be made on several threads."""
    with _lock:
        if _loaded:
            return
        from reportlab import rl_config
        from reportlab.pdfbase.pdfmetrics import registerFont
        from reportlab.pdfbase.ttfonts import TTFont

        # Binary streams: a fifth smaller than ASCII 85, and quicker to make.
        rl_config.useA85 = 0
        for name, face in ((REGULAR, "Regular"), (STRONG, "SemiBold")):
            registerFont(TTFont(name, str(resource("fonts", f"Inter-{face}.ttf"))))
            _loaded.append(name)


def clean(text: str) -> str:
    """`text` in one line, without what cannot be printed."""
    return _UNPRINTABLE.sub(" ", text)


def width(text: str, size: float, *, strong: bool = False) -> float:
    """How wide `text` is, in points."""
    return size * sum(map(_ADVANCES[strong].__getitem__, text))


class _Advances(dict[str, float]):
    """How far each letter goes at a size of 1; asking reportlab for each word takes four times as
    long as remembering its letters."""

    def __init__(self, font: str) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, letter: str) -> float:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        self[letter] = advance = float(stringWidth(letter, self._font, 1))
        return advance


_ADVANCES = (_Advances(REGULAR), _Advances(STRONG))


def cut(text: str, room: float, size: float, *, strong: bool = False) -> str:
    """`text`, or as much of it as fits in `room` with an ellipsis."""
    text = clean(text)
    if width(text, size, strong=strong) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + "…", size, strong=strong) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def lines(text: str, room: float, size: float, *, strong: bool = False) -> list[str]:
    """`text` broken at spaces to fit in `room`; line breaks in it are kept, and a word that is
    wider than `room` is broken where it must be."""
    whole = clean(text)
    if whole == text and width(whole, size, strong=strong) <= room:
        return [whole]  # as most are; nothing in it breaks a line
    broken: list[str] = []
    for part in text.splitlines() or [""]:
        line = ""
        for word in clean(part).split(" "):
            longer = f"{line} {word}" if line else word
            if width(longer, size, strong=strong) <= room:
                line = longer
                continue
            if line:
                broken.append(line)
            *pieces, line = _pieces(word, room, size, strong=strong)
            broken.extend(pieces)
        broken.append(line)
    return broken


def _pieces(word: str, room: float, size: float, *, strong: bool) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, strong=strong) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces
