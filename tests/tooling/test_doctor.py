"""`run.py doctor`."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tools import doctor


def test_every_part_is_reported_and_found() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools.doctor"], capture_output=True, text=True, env=os.environ
    )
    assert [line[:18].strip() for line in done.stdout.splitlines()] == list(doctor.CHECKS)
    assert (done.returncode, "MISSING" in done.stdout) == (0, False), done.stdout


def test_a_missing_part_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    def absent() -> str:
        raise ImportError("no such module")

    monkeypatch.setattr(doctor, "CHECKS", {"PDF": absent, "service's store": doctor.server_sqlite})
    assert doctor.report() == 1
    assert "PDF               MISSING: no such module" in capsys.readouterr().out
