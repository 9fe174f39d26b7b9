"""What may stand in the repository's files, whatever their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

NOT_OURS = {"__pycache__", "build", "dist", "LICENSE"}
HIDDEN_BUT_OURS = {".ci", ".gitignore"}
LARGEST = 1024 * 1024
# Written in pieces, so that this file does not hold what it looks for.
REGISTRY = re.compile(r"pypi\.org|pythonhosted\.|registry\.npmjs|deb\.debian")
MACHINE = re.compile(r"(^|[^A-Za-z0-9_.])/(root|work|Users/[a-z]+|home/[a-z]+)/")
ADDRESS = re.compile(r"https?:|--(extra-)?index-url|--find-links|--trusted-host|\bfile:| @ ")


def ours(folder: Path = ROOT) -> Iterator[Path]:
    """Files of the project: neither caches nor what is made from others."""
    for path in sorted(folder.iterdir()):
        is_hidden = path.name.startswith(".") and path.name not in HIDDEN_BUT_OURS
        if path.name in NOT_OURS or is_hidden or path.suffix in {".qm", ".pyc", ".egg-info"}:
            continue
        if path.is_dir():
            yield from ours(path)
        else:
            yield path


def texts() -> Iterator[tuple[str, str]]:
    """Path and text of each file that is text."""
    for path in ours():
        with suppress(UnicodeDecodeError):
            yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


@pytest.mark.parametrize("pattern", [REGISTRY, MACHINE], ids=["registry", "machine"])
def test_no_file_names_a_package_registry_or_a_path_of_one_machine(
    pattern: re.Pattern[str],
) -> None:
    found = [
        f"{path}:{number}: {line.strip()[:120]}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found, "\n".join(found)


def test_the_patterns_find_what_they_look_for() -> None:
    assert REGISTRY.search("index = https://py" + "pi.org/simple")
    assert MACHINE.search("open('/" + "root/x')")
    assert not MACHINE.search("GET /v1/network/root/")
    assert ADDRESS.search("--index-url x")


@pytest.mark.parametrize("name", ["run", "test"])
def test_a_lock_pins_versions_and_hashes_and_no_address(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.lock").read_text("utf-8")
    assert not ADDRESS.search(text)
    entries = re.split(r"(?m)^(?=\S)", text)[1:]
    assert entries
    for entry in entries:
        assert re.match(r"[\w.-]+==[\w.]+( ; .+)? \\\n", entry), entry
        assert "--hash=sha256:" in entry


def test_the_lock_for_tests_holds_everything_the_programs_need() -> None:
    run, test = (
        set(re.findall(r"(?m)^(\S+==\S+)", (ROOT / "requirements" / name).read_text("utf-8")))
        for name in ("run.lock", "test.lock")
    )
    assert run < test


def test_no_file_is_too_large_to_keep() -> None:
    assert not [str(path) for path in ours() if path.stat().st_size > LARGEST]
