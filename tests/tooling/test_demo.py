"""Starting and stopping the programs of `run.py run`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tools.run import cache_folder, listening_url, stop


@pytest.mark.parametrize(
    ("platform", "env", "end"),
    [
        ("linux", {"XDG_CACHE_HOME": "/c"}, "/c/oficina-virtual/demo"),
        ("linux", {}, "/.cache/oficina-virtual/demo"),
        ("darwin", {}, "/Library/Caches/oficina-virtual/demo"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/oficina-virtual/demo"),
    ],
)
def test_the_demo_keeps_its_data_in_the_users_cache(
    platform: str, env: dict[str, str], end: str
) -> None:
    assert cache_folder(env, platform).as_posix().endswith(end)


def test_the_address_is_read_from_among_other_lines() -> None:
    assert listening_url(["making data\n", "listening http://127.0.0.1:5\n"]).endswith(":5")


def test_a_server_that_ends_has_no_address() -> None:
    assert listening_url(["no space left\n"]) == ""


def test_a_server_is_asked_to_end_by_closing_its_input(tmp_path: Path) -> None:
    code = "import sys; sys.stdin.read(); open(sys.argv[1], 'w').write('tidy')"
    command = [sys.executable, "-c", code, str(tmp_path / "left")]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, text=True)
    stop(server)
    assert server.returncode == 0
    assert (tmp_path / "left").read_text() == "tidy"
