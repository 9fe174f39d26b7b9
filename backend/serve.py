"""Runs the app until somebody asks it to stop."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import uvicorn
from fastapi import FastAPI
from starlette.types import ASGIApp


class Server(uvicorn.Server):
    """uvicorn, quiet, that knows its port and ends with status 0 when told to stop."""

    def __init__(self, app: ASGIApp, host: str, port: int) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                host=host,
                port=port,
                access_log=False,
                log_config=None,
                log_level="warning",
                server_header=False,
                timeout_graceful_shutdown=5,
                lifespan="on",
            )
        )

    @property
    def port(self) -> int:
        """The port it listens on; only once started."""
        port: int = self.servers[0].sockets[0].getsockname()[1]
        return port

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop on SIGINT and SIGTERM. uvicorn raises the signal again afterwards, which would
        make a clean stop look like a crash."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {
            number: signal.signal(number, self._stop) for number in (signal.SIGINT, signal.SIGTERM)
        }
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.should_exit = True


class _AnnouncingServer(Server):
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Say where it listens, for whoever started this process."""
        await super().startup(sockets)
        if self.started:
            host = self.config.host
            shown = f"[{host}]" if ":" in host else host
            sys.stdout.write(f"listening http://{shown}:{self.port}\n")
            sys.stdout.flush()


def run(app: FastAPI, host: str, port: int, *, until_stdin_closes: bool = False) -> None:
    """Serve until SIGINT or SIGTERM, or until standard input closes: a parent that dies then takes
    the server along. Prints one line `listening http://HOST:PORT` once it accepts."""
    server = _AnnouncingServer(app, host, port)
    if until_stdin_closes:
        threading.Thread(target=_watch, args=(server,), daemon=True).start()
    server.run()


def _watch(server: Server) -> None:
    # Past Python's buffer: a thread that waits inside it keeps the interpreter from ending.
    while os.read(sys.stdin.fileno(), 4096):
        pass
    server.should_exit = True
