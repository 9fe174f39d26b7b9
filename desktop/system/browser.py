"""The system's browser, and a door on this computer through which it may come back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtNetwork import QTcpServer, QTcpSocket

_OPEN_FOR = 10 * 60 * 1000  # ms
_LONGEST = 4096  # bytes of a request
_PAGE = (
    b'<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Oficina Virtual</title>'
    b"</head><body><p>Puede cerrar esta ventana y volver a la Oficina Virtual.</p></body></html>"
)
_ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
    b"Content-Security-Policy: default-src 'none'\r\nConnection: close\r\n"
    b"Content-Length: " + str(len(_PAGE)).encode() + b"\r\n\r\n" + _PAGE
)


class SystemBrowser(QObject):
    """Opens pages, and listens on 127.0.0.1 for ten minutes at most. Whoever comes is shown the
    same page; what they say is not read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QTcpServer | None = None
        self._came: Callable[[], None] | None = None
        self._over = QTimer(self, singleShot=True, interval=_OPEN_FOR)
        self._over.timeout.connect(self.stop_expecting)

    def open(self, url: str) -> bool:
        """Show a page in whatever the person uses for it."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        return QDesktopServices.openUrl(QUrl(url, QUrl.ParsingMode.StrictMode))

    def expect_return(self, came: Callable[[], None]) -> int | None:
        """Listen from now on, in place of an earlier time."""
        from PySide6.QtNetwork import QHostAddress, QTcpServer

        self.stop_expecting()
        server = QTcpServer(self)
        if not server.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost), 0):
            server.deleteLater()
            return None
        server.newConnection.connect(self._greet)
        self._server, self._came = server, came
        self._over.start()
        return server.serverPort()

    def stop_expecting(self) -> None:
        """Close the door."""
        self._over.stop()
        self._came = None
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def _greet(self) -> None:
        server = self._server
        if server is None:
            return
        socket = server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._answer(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _answer(self, socket: QTcpSocket) -> None:
        request = bytes(socket.read(_LONGEST).data())
        is_return = request.startswith(b"GET /retorno")
        socket.write(_ANSWER)
        socket.disconnectFromHost()
        came = self._came
        if is_return and came is not None:
            self._came = None
            came()
