"""Asks the banks by itself, for answers that never came."""

from __future__ import annotations

import logging
import threading

import sqlalchemy.exc

from backend.payments.service import PaymentService

log = logging.getLogger("backend")


class Poller:
    """A thread that sweeps every `seconds` until it is stopped."""

    def __init__(self, service: PaymentService, seconds: int) -> None:
        self._service = service
        self._seconds = seconds
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="payments")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End, once what is under way is done."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.wait(self._seconds):
            try:
                self._service.sweep()
            except sqlalchemy.exc.OperationalError as error:
                log.warning("payments could not be looked after: %s", type(error.orig).__name__)
