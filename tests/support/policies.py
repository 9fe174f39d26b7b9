"""The demonstration utility's rules, for tests of a utility that offers the same."""

from __future__ import annotations

import tomllib
from pathlib import Path

import backend.demo
from backend.database import Database
from backend.policies.rules import read_rules, set_rules

_PROFILE = Path(backend.demo.__file__).with_name("uy_gas.toml")


def offer(database: Database, *areas: str) -> None:
    """Make the utility of `database` offer these areas, by the demonstration's rules, and no
    others."""
    every = tomllib.loads(_PROFILE.read_text("utf-8"))["utility"]["policies"]
    with database.writing() as session:
        set_rules(session, read_rules({area: every[area] for area in areas}))
