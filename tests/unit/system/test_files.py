"""The app's folder is its owner's, and an installation keeps its name."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop.domain.errors import Code, StoreError
from desktop.system.device import device_id
from desktop.system.paths import data_dir, make_private


def test_the_data_folder_is_private() -> None:
    folder = data_dir()
    assert folder.is_dir()
    assert folder.name == "oficina-virtual"
    if sys.platform != "win32":
        assert folder.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError) as caught:
        make_private(tmp_path / "file" / "folder")
    assert caught.value.code is Code.FILE_NOT_WRITTEN


def test_a_device_keeps_its_name(tmp_path: Path) -> None:
    first = device_id(tmp_path)
    assert len(first) == 32
    assert device_id(tmp_path) == first
    (tmp_path / "other").mkdir()
    assert device_id(tmp_path / "other") != first


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"../../x"])
def test_a_damaged_name_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "device").write_bytes(damage)
    made = device_id(tmp_path)
    assert len(made) == 32
    assert device_id(tmp_path) == made
