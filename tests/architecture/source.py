"""The project's own Python files, parsed once."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAMS = ("desktop", "backend")
FOLDERS = (*PROGRAMS, "tests", "tools", "benchmarks")


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its path from the root with forward slashes, its text and its tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def folder(self) -> str:
        """The top folder."""
        return self.path.split("/", 1)[0]

    @property
    def name(self) -> str:
        """The module's own name."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".py")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a rule forbids; `line` counts from 1."""

    line: int
    what: str


Checker = Callable[[Source], Iterator[Finding]]


def parse(path: str, text: str) -> Source:
    """A source from its text."""
    return Source(path, text, ast.parse(text))


@cache
def sources() -> tuple[Source, ...]:
    """Every Python file of the project."""
    paths = [ROOT / "run.py", *(p for name in FOLDERS for p in sorted((ROOT / name).rglob("*.py")))]
    return tuple(parse(p.relative_to(ROOT).as_posix(), p.read_text("utf-8")) for p in paths)


def called(node: ast.Call) -> str:
    """The dotted name that is called, as far as it is written as one: 'self.tr', 'print'."""
    parts: list[str] = []
    target = node.func
    while isinstance(target, ast.Attribute):
        parts.append(target.attr)
        target = target.value
    parts.append(target.id if isinstance(target, ast.Name) else "")
    return ".".join(reversed(parts))


def calls(source: Source) -> Iterator[tuple[ast.Call, str, str]]:
    """Every call with its dotted name and the last part of it."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            name = called(node)
            yield node, name, name.rsplit(".", 1)[-1]


def imported(source: Source) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything imported: `from a import b` gives 'a.b'."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
