"""Starting a program that measures itself, and hearing what it tells."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LONGEST = 60  # seconds
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Told:
    """Milliseconds since the program was started, wall and processor time, and the most memory
    that it held by then (MiB)."""

    wall: float
    cpu: float
    memory: float


def started(*module: str, env: Mapping[str, str] | None = None) -> Told:
    """Start `python -m module...` and wait for what it tells."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", *module],
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        timeout=LONGEST,
    )
    if done.returncode or not done.stdout:
        raise RuntimeError(done.stderr)
    now, cpu, memory = (float(part) for part in done.stdout.splitlines()[-1].split())
    return Told((now - begun) * 1000, cpu * 1000, memory)
