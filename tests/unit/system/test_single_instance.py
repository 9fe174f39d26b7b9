"""One app for each data folder, whatever became of the one before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.system.single_instance import SingleInstance

# Claims the folder, says so, and waits to be killed or told to end.
HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.system.single_instance import SingleInstance
app = QCoreApplication([])
one = SingleInstance(Path(sys.argv[1]))
print(one.claim(), flush=True)
sys.stdin.read()
"""


@pytest.mark.fault(41, "X")
def test_the_second_raises_the_first_and_ends(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    first.listen()
    second = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with qtbot.waitSignal(first.raised, timeout=10_000):
        pass
    answer, _ = second.communicate()
    assert answer.strip() == b"False"
    first.close()


@pytest.mark.fault(41, "X")
def test_a_dead_ones_lock_is_taken_over(qtbot: QtBot, tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == b"True"
    holder.kill()
    holder.communicate()
    assert (tmp_path / "instance.lock").exists()
    next_one = SingleInstance(tmp_path)
    assert next_one.claim()
    next_one.close()


def test_two_folders_are_two_apps(qtbot: QtBot, tmp_path: Path) -> None:
    one, other = SingleInstance(tmp_path), SingleInstance(tmp_path / "other")
    (tmp_path / "other").mkdir()
    assert one.claim()
    assert other.claim()
    one.close()
    other.close()


def test_a_clean_end_lets_the_next_one_in(qtbot: QtBot, tmp_path: Path) -> None:
    one = SingleInstance(tmp_path)
    assert one.claim()
    one.listen()
    one.close()
    other = SingleInstance(tmp_path)
    assert other.claim()
    other.close()
