"""`run.py` before its environment stands: what it asks of the machine and what it says."""

from __future__ import annotations

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

import run

ROOT = Path(run.__file__).parent


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder with a space in its name, its locks and an empty environment."""
    root = tmp_path / "a folder"
    (root / "requirements").mkdir(parents=True)
    (root / "requirements" / "run.lock").write_text("a==1\n")
    (root / "requirements" / "test.lock").write_text("a==1\nb==2\n")
    monkeypatch.setattr(run, "ROOT", root)
    monkeypatch.setattr(run, "ENVIRONMENT", root / ".venv")
    monkeypatch.setattr(run, "STAMP", root / ".venv" / "installed-locks")
    run.python().parent.mkdir(parents=True)
    run.python().touch()
    return root


@pytest.mark.parametrize(
    ("version", "supported"),
    [((3, 10), False), ((3, 11), True), ((3, 14), True), ((3, 15), False), ((4, 0), False)],
)
def test_only_some_pythons_can_run_the_project(version: tuple[int, int], supported: bool) -> None:
    assert run.is_supported(version) is supported


@pytest.mark.parametrize(
    ("typed", "command", "rest"),
    [
        ([], "run", []),
        (["--smoke"], "run", ["--smoke"]),
        (["run", "--server", "u"], "run", ["--server", "u"]),
        (["test", "-k", "x"], "test", ["-k", "x"]),
        (["shots", "out"], "shots", ["out"]),
    ],
)
def test_what_is_typed(typed: list[str], command: str, rest: list[str]) -> None:
    assert run.parse(typed) == (command, rest)


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run.parse(["--help"])
    assert ended.value.code == 0
    printed = capsys.readouterr().out
    assert all(f"  {name} " in printed for name in run.COMMANDS)


def test_an_unknown_command_is_named() -> None:
    with pytest.raises(run.Unmet, match="'tset'"):
        run.parse(["tset"])


@pytest.mark.parametrize("command", run.COMMANDS)
def test_every_command_has_a_module_that_does_it(command: str) -> None:
    assert importlib.util.find_spec(run.module(command)) is not None


def test_an_environment_is_used_only_for_the_lock_it_was_made_from(project: Path) -> None:
    assert not run.is_installed("run")
    run.STAMP.write_text("\n".join(run.covered("run")))
    assert run.is_installed("run")
    assert not run.is_installed("test")
    (project / "requirements" / "run.lock").write_text("a==2\n")
    assert not run.is_installed("run")


def test_what_was_installed_for_tests_runs_the_app_too(project: Path) -> None:
    run.STAMP.write_text("\n".join(run.covered("test")))
    assert run.is_installed("run")
    assert run.is_installed("test")


def test_an_environment_whose_python_is_gone_does_not_count(project: Path) -> None:
    run.STAMP.write_text("\n".join(run.covered("run")))
    run.python().unlink()
    assert not run.is_installed("run")


def test_an_environment_that_another_python_made_is_kept(project: Path) -> None:
    assert not run.has_working_python()  # an empty file is no interpreter
    run.python().unlink()
    assert not run.has_working_python()
    run.python().symlink_to(sys.executable)
    assert run.has_working_python()


def test_a_lock_is_the_same_with_either_line_ending(project: Path) -> None:
    before = run.digest(run.lock("run"))
    run.lock("run").write_bytes(b"a==1\r\n")
    assert run.digest(run.lock("run")) == before


def test_translations_are_compiled_when_their_source_is_newer(tmp_path: Path) -> None:
    source = tmp_path / "oficina_en.ts"
    source.touch()
    assert run.stale_translations(tmp_path) == [source]
    compiled = source.with_suffix(".qm")
    compiled.touch()
    os.utime(compiled, ns=(source.stat().st_atime_ns, source.stat().st_mtime_ns + 10**9))
    assert run.stale_translations(tmp_path) == []
    os.utime(compiled, ns=(source.stat().st_atime_ns, source.stat().st_mtime_ns - 10**9))
    assert run.stale_translations(tmp_path) == [source]


@pytest.mark.parametrize(
    ("env", "x11", "screen"),
    [
        ({}, False, False),
        ({"DISPLAY": ":0"}, True, True),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False, True),
        ({"QT_QPA_PLATFORM": "xcb"}, True, True),
    ],
)
def test_x11_libraries_are_asked_for_only_where_qt_will_use_them(
    env: dict[str, str], x11: bool, screen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(run, "is_loadable", lambda library: False)
    assert run.has_screen(env) is screen
    assert ("libxcb-cursor0" in run.missing_packages(env, debian=True)) is x11
    assert "libegl1" in run.missing_packages(env, debian=True)
    assert "libglvnd-egl" in run.missing_packages(env, debian=False)


def test_a_user_who_may_not_install_is_given_the_line_to_type(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(run.Unmet, match=r"sudo apt-get install .* libegl1 libgl1"):
        run.require_packages(["libegl1", "libgl1"], "Qt needs libraries")


def test_our_programs_keep_bytecode_and_start_no_bus_without_a_screen() -> None:
    env = {"PYTHONDONTWRITEBYTECODE": "1", "PATH": "/bin"}
    headless = run.child_environment(env, headless=True)
    assert headless["QT_QPA_PLATFORM"] == "offscreen"
    assert headless["DBUS_SESSION_BUS_ADDRESS"] == "disabled:"
    assert "PYTHONDONTWRITEBYTECODE" not in headless
    assert "QT_QPA_PLATFORM" not in run.child_environment(env, headless=False)


def test_an_older_python_understands_enough_to_name_a_newer_one() -> None:
    ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 8))


def test_without_a_screen_the_line_to_type_is_given() -> None:
    names = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    env = {name: value for name, value in os.environ.items() if name not in names}
    done = subprocess.run(
        [sys.executable, str(ROOT / "run.py")], env=env, capture_output=True, text=True
    )
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux has sessions without a screen")
    assert done.returncode == 2
    assert "QT_QPA_PLATFORM=offscreen python3 run.py --smoke" in done.stderr
