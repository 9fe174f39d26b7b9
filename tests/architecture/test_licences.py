"""A utility may ship the programs: nothing they stand on is under the GPL or AGPL alone."""

from __future__ import annotations

import re

import pytest

from tools import licences


def told() -> dict[str, tuple[str, str]]:
    """Versions and licence by package, as the notice has them."""
    rows = re.findall(
        r"(?m)^\| ([\w-]+) \| ([^|]+) \| ([^|]*) \|", licences.NOTICE.read_text("utf-8")
    )
    return {name: (versions, licence) for name, versions, licence in rows if name != "package"}


def test_the_notice_names_exactly_what_is_locked() -> None:
    assert {name: versions for name, (versions, _licence) in told().items()} == {
        name: ", ".join(versions) for name, versions in licences.locked().items()
    }


def test_the_notice_says_what_each_installed_package_says_of_itself() -> None:
    wrong = {
        name: (told_licence, licences.licence(name))
        for name, (_versions, told_licence) in told().items()
        if licences.licence(name) not in (None, told_licence)
    }
    assert not wrong


def test_no_licence_stands_in_the_way_of_shipping() -> None:
    assert not [name for name, (_v, licence) in told().items() if not licences.is_allowed(licence)]


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("LGPL-3.0-only", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("", False),
    ],
)
def test_which_licences_are_allowed(expression: str, allowed: bool) -> None:
    assert licences.is_allowed(expression) is allowed
