"""What the operator is told: each refused row on standard error and in a file, sums at the end."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TextIO

from backend.loader.progress import Bar
from backend.loader.rows import Problem
from backend.loader.write.batch import Counts


class Report:
    """Collects problems; writes them as they come, so that a long load can be followed."""

    def __init__(self, stream: TextIO, path: Path | None) -> None:
        self.problems = 0  # rows
        self.skipped = 0  # whole sheets
        self.doubts = 0  # what was loaded and does not fit together
        self.bar: Bar | None = None
        self._stream = stream
        self._file = path.open("w", encoding="utf-8", newline="") if path else None
        self._rows = csv.writer(self._file) if self._file else None
        if self._rows:
            self._rows.writerow(("file", "line", "column", "reason"))

    def __enter__(self) -> Report:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if self._file:
            self._file.close()

    def refuse(self, problem: Problem) -> None:
        """A row, or a part of a file, that was not loaded."""
        self.problems += 1
        self.say(str(problem))
        if self._rows:
            self._rows.writerow((problem.file, problem.line, problem.column, problem.reason))

    def skip(self, name: str, reason: str) -> None:
        """A sheet of which nothing can be loaded."""
        self.skipped += 1
        self.say(f"{name} {reason}")

    def doubt(self, words: str) -> None:
        """Something that was loaded and does not fit together."""
        self.doubts += 1
        self.say(words)

    @property
    def is_unhappy(self) -> bool:
        """Whether the operator has something to correct."""
        return bool(self.problems or self.skipped or self.doubts)

    def say(self, words: str) -> None:
        """One line to the operator."""
        if self.bar:
            self.bar.clear()
        self._stream.write(f"{words}\n")

    def sums(self, counts: Mapping[str, Counts], *, dry_run: bool) -> None:
        """What became of the rows of each table."""
        for name, of_table in counts.items():
            if of_table != Counts():
                self.say(
                    f"{name}: {of_table.created} new, {of_table.updated} changed,"
                    f" {of_table.unchanged} as before"
                )
        if self.problems:
            self.say(f"{self.problems} refused")
        if dry_run:
            self.say("dry run: nothing was kept")
