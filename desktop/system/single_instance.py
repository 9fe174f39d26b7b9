"""One running app for each data folder: the second asks the first to come to the front."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_ATTEMPTS, _WAIT = 10, 150  # times, ms: the first may be about to listen, or about to end
_WORD = b"raise\n"


class SingleInstance(QObject):
    """`raised` comes when another start asked for the window. The lock of a process that died
    is taken over (QLockFile looks for the process)."""

    raised = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(folder / "instance.lock"))
        self._lock.setStaleLockTime(0)  # only death makes it stale, not age
        digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
        self._name = f"oficina-virtual-{digest}"
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """True: this is the first. False: the first was asked to show itself."""
        for _ in range(_ATTEMPTS):
            if self._lock.tryLock(0):
                return True
            if self._ask_first():
                return False
            if self._lock.tryLock(_WAIT):
                return True
        return False

    def listen(self) -> None:
        """Hear other starts from now on. Where no socket can be had, they still end, silently."""
        from PySide6.QtNetwork import QLocalServer  # after the first paint

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)  # left by a process that died; the lock is ours
        self._server.newConnection.connect(self._hear)
        self._server.listen(self._name)

    def close(self) -> None:
        """Let the next start be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _ask_first(self) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT):
            return False
        socket.write(_WORD)
        heard = socket.waitForBytesWritten(_WAIT)
        socket.disconnectFromServer()
        return heard

    def _hear(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            connection = self._server.nextPendingConnection()
            connection.disconnected.connect(connection.deleteLater)
            connection.disconnectFromServer()
            self.raised.emit()
