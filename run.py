#!/usr/bin/env python3
"""Oficina Virtual from a fresh clone: makes what it needs beside itself, then does one thing.

    python3 run.py                 the app with a demo utility of its own
    python3 run.py test            every check and every test
    python3 run.py --help          the rest

Standard library only, and no syntax newer than Python 3.8, so that an older Python can still say
which one is needed.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Mapping, Sequence  # noqa: UP035 - Python 3.8

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "installed-locks"
OLDEST, NEWEST = (3, 11), (3, 14)

# What Qt loads from the system: shared library, Debian's package, Fedora's package.
LIBRARIES = (
    ("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    ("libEGL.so.1", "libegl1", "libglvnd-egl"),
    ("libGL.so.1", "libgl1", "libglvnd-glx"),
    ("libX11.so.6", "libx11-6", "libX11"),
    ("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    ("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    ("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    ("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs"),
    ("libbrotlidec.so.1", "libbrotli1", "libbrotli"),
)
X11_LIBRARIES = (
    ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    ("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    ("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    ("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    ("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    ("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    ("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
)

COMMANDS = {
    "run": "start the app (default): on a demo utility, or with --server URL; --smoke visits "
    "every page and ends",
    "test": "lint, types, import contracts and every test; with arguments, pytest alone with them",
    "bench": "measure against the floors; --json FILE keeps the numbers",
    "simulate": "live thousands of lives of the app in virtual time: --seeds N, --first-seed S, "
    "--bugs; or --payments N",
    "shots": "write a picture of every page, state and theme into the folder that follows",
    "doctor": "say what is installed and what is missing",
    "translations": "bring the translation sources up to date with the code",
}


class Unmet(Exception):  # noqa: N818 - nothing failed yet
    """Something outside this folder is missing; the text says what to type. Exit status 2."""


# --- Python -----------------------------------------------------------------------------------


def is_supported(version: tuple[int, int]) -> bool:
    """Whether this major and minor version can run the project."""
    return OLDEST <= version <= NEWEST


def other_python() -> str | None:
    """A supported Python beside this one that really starts, newest first."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        path = shutil.which(f"python3.{minor}")
        if path and subprocess.run([path, "-c", ""], capture_output=True).returncode == 0:
            return path
    return None


def use_supported_python(arguments: Sequence[str]) -> None:
    """Go on under a supported Python, or say which one to install."""
    if is_supported(sys.version_info[:2]):
        return
    path = other_python()
    if path is None:
        have = ".".join(str(part) for part in sys.version_info[:2])
        raise Unmet(
            f"Python 3.11 to 3.14 is needed; this is {have}. Install one, then type\n"
            f"    python3.11 run.py {' '.join(arguments)}".rstrip()
        )
    replace([path, str(ROOT / "run.py"), *arguments], dict(os.environ))


def replace(command: Sequence[str], env: Mapping[str, str]) -> None:
    """Become `command`, so that signals and exit status are its own."""
    sys.stdout.flush()
    if os.name == "nt":
        sys.exit(subprocess.call(command, env=env))
    os.execve(command[0], list(command), dict(env))


# --- the system's libraries -------------------------------------------------------------------


def is_loadable(library: str) -> bool:
    """Whether the dynamic loader finds `library`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def wants_x11(env: Mapping[str, str]) -> bool:
    """Whether Qt will speak X11 in this session."""
    platform = env.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform.startswith("xcb")
    return bool(env.get("DISPLAY")) and not env.get("WAYLAND_DISPLAY")


def has_screen(env: Mapping[str, str]) -> bool:
    """Whether Qt has somewhere to show a window, be it only memory."""
    names = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return not sys.platform.startswith("linux") or any(env.get(name) for name in names)


def missing_packages(env: Mapping[str, str], *, debian: bool) -> list[str]:
    """System packages that Qt needs and does not find, by Debian's or Fedora's names."""
    wanted = LIBRARIES + (X11_LIBRARIES if wants_x11(env) else ())
    return sorted({deb if debian else rpm for so, deb, rpm in wanted if not is_loadable(so)})


def require_packages(packages: Sequence[str], why: str) -> None:
    """Install `packages` where this user may, else say the line to type."""
    if not packages:
        return
    if shutil.which("apt-get") is None:
        tool = "sudo dnf install" if shutil.which("dnf") else "install with your package manager:"
        raise Unmet(f"{why}. Type\n    {tool} {' '.join(packages)}")
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        raise Unmet(f"{why}. Type\n    sudo {shlex.join(install)}")
    say(f"{why}: installing {' '.join(packages)}.")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], install):
        if subprocess.call([*command, "-q"], env=env, stdout=sys.stderr) != 0:
            raise Unmet(f"That failed. Once it can work, type\n    {shlex.join(install)}")


def require_libraries(env: Mapping[str, str]) -> None:
    """See that Qt can start here."""
    if sys.platform.startswith("linux"):
        packages = missing_packages(env, debian=shutil.which("apt-get") is not None)
        require_packages(packages, "Qt needs libraries that this system does not have yet")


# --- our own environment ----------------------------------------------------------------------


def python() -> Path:
    """The environment's interpreter."""
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def lock(name: str) -> Path:
    """The lock file of `run` or `test`."""
    return ROOT / "requirements" / f"{name}.lock"


def digest(path: Path) -> str:
    """SHA-256 of a text file in hexadecimal, the same for either line ending."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def covered(name: str) -> list[str]:
    """Digests of the locks that installing `name` satisfies: test.lock holds all of run.lock."""
    return [digest(lock(each)) for each in (("run", "test") if name == "test" else ("run",))]


def is_installed(name: str) -> bool:
    """Whether the environment was made from lock `name` as it is now."""
    if not python().exists() or not STAMP.exists():
        return False
    return digest(lock(name)) in STAMP.read_text("utf-8").split()


def require_venv() -> None:
    """See that this Python can make environments: Debian ships that apart."""
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        require_packages([package], "Python's venv module is missing")


def has_working_python() -> bool:
    """Whether an environment is there that can install. Another Python than this one may have made
    it: making it anew over that one would mix the two."""
    code = f"import pip, ssl, sys; sys.exit(not {OLDEST} <= sys.version_info[:2] <= {NEWEST})"
    try:
        done = subprocess.run([str(python()), "-c", code], capture_output=True)
    except OSError:
        return False
    return done.returncode == 0


def make_environment(name: str) -> None:
    """Install lock `name` into the environment; nothing to do when it is there already."""
    if is_installed(name):
        return
    say(f"Preparing {ENVIRONMENT.name}: once, a few minutes.")
    if not has_working_python():
        require_venv()
        check([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], "No environment.")
    pip = [str(python()), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    check(
        [*pip, "install", "-q", "--require-hashes", "-r", str(lock(name))],
        "Installing failed. It needs the network this one time.",
    )
    # Some packages carry templates that are no valid Python: the status does not matter.
    compile_all = [str(python()), "-m", "compileall", "-qq", "-j", "0", str(ENVIRONMENT)]
    subprocess.call(compile_all, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    STAMP.write_text("\n".join(covered(name)) + "\n", "utf-8")


def stale_translations(folder: Path) -> list[Path]:
    """Translation sources whose compiled file is missing or older."""

    def is_stale(source: Path) -> bool:
        compiled = source.with_suffix(".qm")
        return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime

    return [source for source in sorted(folder.glob("*.ts")) if is_stale(source)]


def compile_translations() -> None:
    """Make .qm files from .ts files that changed."""
    release = "from PySide6.scripts.pyside_tool import lrelease; lrelease()"
    for source in stale_translations(ROOT / "resources" / "translations"):
        target = str(source.with_suffix(".qm"))
        command = [str(python()), "-c", release, "-silent", str(source), "-qm", target]
        check(command, f"{source.name} could not be compiled.")


# --- doing it ---------------------------------------------------------------------------------


def say(text: str) -> None:
    """Tell the person at the terminal, apart from what a command prints."""
    print(text, file=sys.stderr, flush=True)


def check(command: Sequence[str], trouble: str) -> None:
    """Run `command`; where it fails, say `trouble` and end with its status."""
    status = subprocess.call(command, cwd=str(ROOT))
    if status != 0:
        say(trouble)
        sys.exit(status)


def child_environment(env: Mapping[str, str], *, headless: bool) -> dict[str, str]:
    """Variables for our programs. They may keep bytecode, or every start would compile anew;
    without a screen they get no bus either, for which Qt would start a stray daemon each."""
    child = {**env, "PYTHONUTF8": "1"}
    child.pop("PYTHONDONTWRITEBYTECODE", None)
    if headless:
        child.update(QT_QPA_PLATFORM="offscreen", DBUS_SESSION_BUS_ADDRESS="disabled:")
    return child


def parse(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The command and what goes on to the program that does it. Ends for --help."""
    first = arguments[0] if arguments else "run"
    if first in COMMANDS:
        return first, list(arguments[1:])
    if first.startswith("-") and first not in ("-h", "--help"):
        return "run", list(arguments)
    lines = [f"  {name:14}{what}" for name, what in COMMANDS.items()]
    print("\n".join(["python3 run.py [COMMAND] [ARGUMENTS]", "", *lines]))
    if first not in ("-h", "--help"):
        raise Unmet(f"There is no command {first!r}.")
    sys.exit(0)


def module(command: str) -> str:
    """The module that does `command`."""
    return "benchmarks" if command == "bench" else f"tools.{command}"


def main(arguments: Sequence[str]) -> None:
    """Do what `arguments` ask for; ends with the exit status of what did it."""
    command, rest = parse(arguments)
    use_supported_python(arguments)
    env = dict(os.environ)
    headless = command != "run" or env.get("QT_QPA_PLATFORM") == "offscreen"
    if not headless and not has_screen(env):
        raise Unmet(
            "There is no graphical session here. To try it without one, type\n"
            "    QT_QPA_PLATFORM=offscreen python3 run.py --smoke"
        )
    child = child_environment(env, headless=headless)
    require_libraries(child)
    make_environment("test" if command == "test" else "run")
    compile_translations()
    if command == "shots":
        rest = [each if each.startswith("-") else str(Path(each).resolve()) for each in rest]
    os.chdir(str(ROOT))
    replace([str(python()), "-m", module(command), *rest], child)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Unmet as unmet:
        say(str(unmet))
        sys.exit(2)
