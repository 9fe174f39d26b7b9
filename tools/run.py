"""The app on a demo utility of its own: `python -m tools.run [--server URL] [APP OPTIONS]`."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
DEMO_START_SECONDS = 300
STOP_SECONDS = 15


def cache_folder(env: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where the demo keeps its data: this user's cache, as each system has it."""
    if platform == "win32":
        base = Path(env.get("LOCALAPPDATA") or tempfile.gettempdir())
    elif platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(env.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "oficina-virtual" / "demo"


def stop(process: subprocess.Popen[str]) -> None:
    """End a program of ours: ask first, insist later."""
    if process.stdin is not None:
        process.stdin.close()
    else:
        process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def program(module: str, *options: str, is_server: bool = False) -> Iterator[subprocess.Popen[str]]:
    """One of our modules, running. A server has pipes, and ends when its stdin closes: also when
    we are killed."""
    pipe = subprocess.PIPE if is_server else None
    process = subprocess.Popen(
        [sys.executable, "-m", module, *options], cwd=ROOT, stdin=pipe, stdout=pipe, text=True
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            stop(process)
        if process.stdout is not None:
            process.stdout.close()


@contextmanager
def demo_server(data: Path) -> Iterator[str]:
    """The address of a demo utility whose data live in `data`."""
    data.mkdir(parents=True, exist_ok=True)
    options = ("demo", "--port", "0", "--until-stdin-closes", "--data", str(data))
    with program("backend", *options, is_server=True) as server:
        watchdog = threading.Timer(DEMO_START_SECONDS, server.kill)
        watchdog.daemon = True
        watchdog.start()
        url = listening_url(server.stdout or ())
        watchdog.cancel()
        if not url:
            sys.exit(f"The demo server did not start (status {server.wait()}).")
        drain = threading.Thread(target=lambda: list(server.stdout or ()), daemon=True)
        drain.start()
        yield url
        stop(server)
        drain.join()


def listening_url(lines: Iterator[str] | Sequence[str]) -> str:
    """The address in the server's line 'listening URL', or nothing where it ended without."""
    for line in lines:
        if line.startswith("listening "):
            return line.split()[1]
    return ""


def app(server: str, options: Sequence[str]) -> int:
    """Run the app on `server` until it is closed; its exit status."""
    with program("desktop", "--server", server, *options) as process:
        return process.wait()


def interrupted(_signal: int, _frame: FrameType | None) -> NoReturn:
    """End as for Ctrl+C, so that what we started is stopped."""
    raise KeyboardInterrupt


def main(arguments: Sequence[str]) -> int:
    """Start what is asked for and wait; the app's exit status."""
    parser = argparse.ArgumentParser(prog="run.py run", add_help=False)
    parser.add_argument("--server", default="")
    options, rest = parser.parse_known_args(arguments)
    signal.signal(signal.SIGTERM, interrupted)
    try:
        if options.server:
            return app(options.server, rest)
        with demo_server(cache_folder(os.environ)) as url:
            return app(url, rest)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
