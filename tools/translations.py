"""Translation sources: `python -m tools.translations` brings them up to date with the code, whose
texts are Spanish, and names what is still to be translated. `oficina_en.ts` has every text;
`oficina_es.ts` only those with a number in them, for their singular and plural.

`pseudo` makes a locale for tests: longer by two fifths, accented and in brackets, so that a text
that is cut off or was never marked can be seen.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from math import ceil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
ENGLISH = FOLDER / "oficina_en.ts"
SPANISH = FOLDER / "oficina_es.ts"
CODE = ROOT / "desktop"

_PLACEHOLDER = re.compile(r"(\{[^{}]*\}|%n|%\d|&(?=\w))")
_ACCENTS = str.maketrans("aeiouAEIOUncs", "áéíóúÁÉÍÓÚñçş")
_FILLER = "ñandú guazú yapeyú tacuarembó "


def update(target: Path, language: str) -> None:
    """Merge the texts of the code into `target`, without line numbers and without what is gone."""
    lupdate = "from PySide6.scripts.pyside_tool import lupdate; lupdate()"
    languages = ["-source-language", "es", "-target-language", language]
    options = ["-silent", "-locations", "none", "-no-obsolete", *languages]
    if language == "es":
        options.append("-pluralonly")
    with tempfile.TemporaryDirectory() as folder:
        files = [counted_copy(path, Path(folder)) for path in sorted(CODE.rglob("*.py"))]
        command = [sys.executable, "-c", lupdate, *options, *files, "-ts", str(target.resolve())]
        subprocess.run(command, cwd=folder, check=True)


def counted_copy(path: Path, folder: Path) -> str:
    """Copy a module for lupdate, which sees that `translate(context, text, "", n)` has a plural
    only where `n` is a number. Returns the copy's path in `folder`."""
    text = path.read_bytes()
    starts = [0, *(match.end() for match in re.finditer(b"\n", text))]
    counts = [
        node.args[3]
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        and len(node.args) == 4
        and ast.unparse(node.func).rpartition(".")[2] == "translate"
    ]
    for count in sorted(counts, key=lambda node: node.lineno, reverse=True):
        begin = starts[count.lineno - 1] + count.col_offset
        end = starts[(count.end_lineno or count.lineno) - 1] + (count.end_col_offset or 0)
        text = text[:begin] + b"1" + text[end:]
    name = path.relative_to(ROOT).as_posix()
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(text)
    return name


def compile_to(source: Path, target: Path) -> None:
    """Make the .qm that Qt loads."""
    lrelease = "from PySide6.scripts.pyside_tool import lrelease; lrelease()"
    command = [sys.executable, "-c", lrelease, "-silent", str(source), "-qm", str(target)]
    subprocess.run(command, cwd=ROOT, check=True)


def messages(source: Path = ENGLISH) -> list[ET.Element]:
    """The messages of a .ts file."""
    return list(ET.parse(source).getroot().iter("message"))


def text(message: ET.Element) -> str:
    """The Spanish text of a message."""
    return message.findtext("source") or ""


def translated(message: ET.Element) -> list[str]:
    """Its translations: one, or one for each plural form; empty where there is none yet."""
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return []
    forms = translation.findall("numerusform")
    found = [form.text or "" for form in forms] if forms else [translation.text or ""]
    return found if all(found) else []


def unfinished(source: Path = ENGLISH) -> list[str]:
    """Texts that have no translation."""
    return [text(message) for message in messages(source) if not translated(message)]


def placeholders(value: str) -> list[str]:
    """'{0}', '{name}', '%n' and '%1' in `value`, sorted."""
    return sorted(part for part in _PLACEHOLDER.findall(value) if part != "&")


def pseudo(value: str) -> str:
    """'[Fáçtúrá ñandú]' for 'Factura': what Qt fills in stays as it is."""
    parts = _PLACEHOLDER.split(value)
    accented = [part if i % 2 else part.translate(_ACCENTS) for i, part in enumerate(parts)]
    extra = ceil(len(value) * 0.4)
    return f"[{''.join(accented)} {(_FILLER * ceil(extra / len(_FILLER)))[:extra]}]"


def write_pseudo(target: Path, source: Path = ENGLISH) -> None:
    """Write the pseudo-locale's .ts and, beside it, its .qm."""
    tree = ET.parse(source)
    tree.getroot().set("language", "qps")
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        if translation is None:
            raise ValueError(f"no place for a translation of {text(message)!r}")
        translation.attrib.pop("type", None)
        forms = translation.findall("numerusform")
        for element in forms or [translation]:
            element.text = pseudo(text(message))
    tree.write(target, "utf-8", xml_declaration=True)
    compile_to(target, target.with_suffix(".qm"))


def main() -> int:
    """Bring the sources up to date; 1 while something is untranslated."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    status = 0
    for source in (ENGLISH, SPANISH):
        update(source, language(source))
        missing = unfinished(source)
        print(f"{source.name}: {len(messages(source))} texts, {len(missing)} without a translation")
        for each in missing:
            print(f"  {each}")
            status = 1
    return status


def language(source: Path) -> str:
    """'en' for oficina_en.ts."""
    return source.stem.rpartition("_")[2]


if __name__ == "__main__":
    sys.exit(main())
