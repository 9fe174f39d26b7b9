"""The process is killed again and again while it receives; each start goes on where it ended."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.stores import Disk, leftovers, visible
from tests.support.sync_process import PAGE, ROWS, SCOPE, utility

REPOSITORY = Path(__file__).parents[3]
KILLS = 12


@pytest.mark.fault(1, 33, "X")
def test_twelve_kills_lose_no_page_and_show_no_half(tmp_path: Path) -> None:
    rng = random.Random(20261120)
    reached = [0]
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.support.sync_process", str(tmp_path)],
            cwd=REPOSITORY,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            reached.append(int(process.stdout.readline()))
            lines = [process.stdout.readline().strip() for _ in range(rng.randint(1, 12))]
            process.kill()
        assert "done" not in lines, "the process was too fast to be killed"
        store = Disk(tmp_path).open()
        assert store.rebuilt is None
        assert visible(store, SCOPE) == frozenset()
        assert leftovers(store) == 0
        store.cache.prove()
        store.close()
    assert reached == sorted(reached), "a page that was kept had to be read again"
    assert 0 < reached[-1] < ROWS - PAGE
    last = subprocess.run(
        [sys.executable, "-m", "tests.support.sync_process", str(tmp_path)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    assert last.stdout.split()[-1] == "done"
    assert int(last.stdout.split()[0]) >= reached[-1]
    store = Disk(tmp_path).open()
    assert visible(store, SCOPE) == utility().scopes[SCOPE].contents()
    store.cache.prove()
    store.close()
