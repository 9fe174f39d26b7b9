"""A small demonstration, built once, and its world in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from backend.database import Database
from backend.demo import profile, world
from backend.demo.build import SEED, TODAY, Recipe, build
from backend.demo.world import World

SMALL = Recipe(customers=12)


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a demonstration with twelve customers."""
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    build(path, SMALL)
    return path


@pytest.fixture(scope="session")
def demo(demo_file: Path) -> Iterator[Database]:
    """It, open for reading."""
    database = Database(f"sqlite:///{demo_file}")
    yield database
    database.close()


@pytest.fixture(scope="session")
def whole_world() -> World:
    """All two hundred customers, before they are rows."""
    return world.build(profile.read(), SEED, TODAY)
