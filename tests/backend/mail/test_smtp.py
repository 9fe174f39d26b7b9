"""Mail over a real SMTP conversation on loopback."""

from __future__ import annotations

import smtplib
import socketserver
import threading
from collections.abc import Iterator
from email.message import EmailMessage

import pytest

from backend.mail.carriers import RefusedForGoodError, SmtpCarrier
from backend.settings import Smtp


class _Conversation(socketserver.StreamRequestHandler):
    """As much of RFC 5321 as a client needs; it knows nobody called `nobody`."""

    def handle(self) -> None:
        self._say("220 test")
        for line in iter(self.rfile.readline, b""):
            verb, _space, rest = line.decode().strip().lower().partition(" ")
            if verb == "data":
                self._say("354 go on")
                self._take()
                continue
            refused = {"nobody": "550 nobody here", "busy": "451 later"}
            found = [said for name, said in refused.items() if verb == "rcpt" and name in rest]
            self._say(found[0] if found else "221 bye" if verb == "quit" else "250 ok")
            if verb == "quit":
                return

    def _take(self) -> None:
        text = b""
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            text += line
        self.server.taken.append(text)  # type: ignore[attr-defined]
        self._say("250 taken")

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class SmtpServer(socketserver.ThreadingTCPServer):
    """Listens on loopback; `taken` are the messages."""

    daemon_threads = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.taken: list[bytes] = []


@pytest.fixture
def smtp() -> Iterator[SmtpServer]:
    with SmtpServer() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def message(to: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "Gas <gas@example.org>", to, "Aviso"
    made.set_content("¡Hola!")
    return made


def carrier(server: SmtpServer, *, starttls: bool = False) -> SmtpCarrier:
    return SmtpCarrier(Smtp("127.0.0.1", server.server_address[1], starttls=starttls, seconds=10))


def test_a_message_is_handed_over(smtp: SmtpServer) -> None:
    carrier(smtp).carry(message("ana@example.org"), 1)
    (text,) = smtp.taken
    assert b"Subject: Aviso" in text


def test_a_recipient_that_is_refused_for_good_is_told_from_one_to_try_later(
    smtp: SmtpServer,
) -> None:
    with pytest.raises(RefusedForGoodError, match="550"):
        carrier(smtp).carry(message("nobody@example.org"), 1)
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        carrier(smtp).carry(message("busy@example.org"), 2)


def test_without_encryption_nothing_is_sent_unless_the_settings_allow_it(
    smtp: SmtpServer,
) -> None:
    with pytest.raises(OSError, match="STARTTLS"):
        carrier(smtp, starttls=True).carry(message("ana@example.org"), 1)
    assert smtp.taken == []


def test_a_server_that_is_not_there_may_be_tried_again(smtp: SmtpServer) -> None:
    here = carrier(smtp)
    smtp.server_close()
    with pytest.raises(OSError):
        here.carry(message("ana@example.org"), 1)


def test_a_password_is_not_shown_with_the_settings() -> None:
    assert "secreta" not in repr(Smtp("mail", password="secreta"))
