"""The house rules hold in every file, and each of them can fail."""

from __future__ import annotations

import statistics

import pytest

from tests.architecture.rules import RULES, Rule
from tests.architecture.source import PROGRAMS, parse, sources

LONGEST = 400
MEDIAN = 200
CHECKERS = {rule.check.__name__: rule for rule in RULES}


@pytest.mark.parametrize("name", CHECKERS)
def test_rule_holds(name: str) -> None:
    rule = CHECKERS[name]
    found = [
        f"{source.path}:{finding.line}: {finding.what}"
        for source in sources()
        if rule.applies(source)
        for finding in rule.check(source)
    ]
    assert not found, f"{(rule.check.__doc__ or '').strip()}\n" + "\n".join(found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.check.__name__}: {rule.broken[1]}")
def test_rule_can_fail(rule: Rule) -> None:
    broken = parse(*rule.broken)
    assert rule.applies(broken)
    assert list(rule.check(broken))


def test_files_are_short_enough_to_read() -> None:
    lines = {source.path: source.text.count("\n") for source in sources()}
    assert not {path: n for path, n in lines.items() if n > LONGEST}
    programs = [n for path, n in lines.items() if path.startswith(PROGRAMS) and n > 1]
    assert statistics.median(programs) < MEDIAN
