"""Runs the simulated bank: by itself, or beside the service in the same process."""

from __future__ import annotations

import argparse
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from starlette.types import ASGIApp

from backend.banks.simulator.app import create_bank
from backend.banks.simulator.core import Bank
from backend.clock import Clock
from backend.serve import Server, run


class _Beside(Server):
    def __init__(self, app: ASGIApp, port: int) -> None:
        super().__init__(app, "127.0.0.1", port)
        self.accepts = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Say that it listens, to the thread that waits for it."""
        await super().startup(sockets)
        self.accepts.set()


@contextmanager
def beside(clock: Clock | None = None, port: int = 0) -> Iterator[tuple[str, Bank]]:
    """The simulator on a thread for the length of a block: its address, and the bank itself."""
    app, bank = create_bank(clock)
    server = _Beside(app, port)
    thread = threading.Thread(target=server.run, name="bank")
    thread.start()
    try:
        while not server.accepts.wait(0.05):
            if not thread.is_alive():
                raise OSError("the simulated bank could not start")
        yield f"http://127.0.0.1:{server.port}", bank
    finally:
        server.should_exit = True
        thread.join()


def main(argv: Sequence[str]) -> int:
    """Serve the simulator until told to stop."""
    parser = argparse.ArgumentParser(prog="python -m backend bank-simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=8799, help="0 takes a free one")
    arguments = parser.parse_args(argv)
    run(create_bank()[0], "127.0.0.1", arguments.port)
    return 0
