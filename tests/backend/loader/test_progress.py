"""The progress bar: on a terminal, and only there."""

from __future__ import annotations

import io

from backend.loader.progress import Bar
from backend.loader.report import Report
from backend.loader.rows import Problem


class Terminal(io.StringIO):
    """A stream that says it is one."""

    def isatty(self) -> bool:
        return True


def test_it_shows_share_count_and_time_left() -> None:
    now = [0.0]
    terminal = Terminal()
    with Bar(terminal, "readings.csv", "rows", lambda: now[0]) as bar:
        now[0] = 30.0
        bar.show(250, 1000, 12_345)
        drawn = terminal.getvalue()
        now[0] = 30.01
        bar.show(251, 1000, 12_346)
        assert terminal.getvalue() == drawn, "drawn more often than an eye can follow"
    assert " 25%  12,345 rows  1:30 left" in drawn
    assert drawn.count("#") == 6
    assert terminal.getvalue().endswith("\r\x1b[K"), "the line is left empty"


def test_it_is_silent_where_nobody_watches() -> None:
    log = io.StringIO()
    with Bar(log, "readings.csv", "rows") as bar:
        bar.show(1, 1)
    assert log.getvalue() == ""


def test_a_problem_is_not_written_into_the_bar() -> None:
    terminal = Terminal()
    now = [0.0]
    with Report(terminal, None) as report:
        report.bar = Bar(terminal, "x", "rows", lambda: now[0])
        now[0] = 1.0
        report.bar.show(1, 2)
        report.refuse(Problem("x", 3, "value", "is required"))
    assert terminal.getvalue().endswith("\r\x1b[Kx:3: value: is required\n")
