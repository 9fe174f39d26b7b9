"""`python -m tools.doc_pictures DIR`: take the pictures that the README and the docs show from DIR.

`python3 run.py shots DIR` makes DIR. Few colours are kept: enough to recognise a page.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
_LINK = re.compile(r"pictures/([a-z_]+-[a-z_]+?)(-dark)?\.png\)")
_COLOURS = 64


def named() -> Iterator[tuple[str, str]]:
    """Each picture that a page shows, by its name there, and the one in DIR that it is."""
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        for name, dark in _LINK.findall(page.read_text("utf-8")):
            yield f"{name}{dark}.png", f"{name}{dark or '-light'}.png"


def main(arguments: Sequence[str]) -> int:
    """Copy each of them; one that no page shows any more goes."""
    if len(arguments) != 1:
        sys.exit("usage: python -m tools.doc_pictures DIR")
    wanted = dict(named())
    for name, source in wanted.items():
        with Image.open(Path(arguments[0]) / source) as picture:
            picture.convert("RGB").quantize(_COLOURS).save(PICTURES / name, optimize=True)
    for path in PICTURES.glob("*.png"):
        if path.name not in wanted:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
