"""`python -m backend serve`, as another program starts it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server process and its URL; ended with the block."""
    command = [sys.executable, "-m", "backend", "serve", "--port", "0", *options]
    process = subprocess.Popen(
        [*command, "--database", f"sqlite:///{folder / 'b.db'}"],
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONWARNINGS": "error"},
    )
    with process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            assert line.startswith("listening http://127.0.0.1:")
            yield process, line.split()[1]
        finally:
            process.kill()


@pytest.mark.parametrize("options", [(), ("--until-stdin-closes",)])
@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_it_says_where_it_listens_and_stops_cleanly(
    tmp_path: Path, stop: signal.Signals, options: tuple[str, ...]
) -> None:
    with serving(tmp_path, *options) as (process, url):
        assert httpx.get(f"{url}/v1/ping").status_code == 204
        process.send_signal(stop)
        assert process.wait(timeout=20) == 0
        assert process.stdout is not None and process.stderr is not None
        assert (process.stdout.read(), process.stderr.read()) == ("", "")


def test_it_ends_with_the_program_that_started_it(tmp_path: Path) -> None:
    with serving(tmp_path, "--until-stdin-closes") as (process, url):
        assert httpx.get(f"{url}/v1/ping").status_code == 204
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=20) == 0


def test_its_clock_begins_where_it_is_told(tmp_path: Path) -> None:
    with serving(tmp_path, "--start", "2026-03-02T12:00:00Z") as (_, url):
        assert httpx.get(f"{url}/v1/ping").headers["X-Server-Time"].startswith("2026-03-02T12:0")


def test_an_operator_can_take_care_of_the_feed(tmp_path: Path) -> None:
    def care(*options: str) -> str:
        url = f"sqlite:///{tmp_path / 'b.db'}"
        command = [sys.executable, "-m", "backend", "care", "--database", url, *options]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        return done.stdout

    assert care("--new-epoch") == "epoch 2\n"
    assert care("--new-epoch") == "epoch 3\n"
    assert care("--purge", "2024-01-31") == "0 deletions forgotten\n"
    assert care("--audit") == "0 changes had been missed\n"
    assert care("--uploads", "2024-01-31") == "0 uploads forgotten\n"


def test_the_document_can_be_printed(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "backend", "openapi"]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(printed.stdout)["info"]["title"] == "Oficina Virtual"
    assert printed.stderr == ""
