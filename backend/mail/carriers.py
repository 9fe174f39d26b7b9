"""Who takes mail out of the house: an SMTP server, a folder, or nobody."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol

from backend.settings import Smtp


class RefusedForGoodError(Exception):
    """The recipient's server says that it will never take this message."""


class Carrier(Protocol):
    """Takes one message. Raises OSError where it may be tried again (smtplib's errors are), and
    RefusedForGoodError where not."""

    def carry(self, message: EmailMessage, number: int, /) -> None:
        """Deliver; `number` is the message's own in the database."""
        ...


@dataclass(frozen=True, slots=True)
class SmtpCarrier:
    """A connection per message: an office sends a few an hour."""

    smtp: Smtp

    def carry(self, message: EmailMessage, _number: int, /) -> None:
        """Deliver over SMTP, encrypted unless the settings allow otherwise."""
        smtp = self.smtp
        with smtplib.SMTP(smtp.host, smtp.port, timeout=smtp.seconds) as server:
            if smtp.starttls:
                server.starttls(context=ssl.create_default_context())
            if smtp.username:
                server.login(smtp.username, smtp.password)
            try:
                server.send_message(message)
            except smtplib.SMTPRecipientsRefused as refused:
                codes = [code for code, _said in refused.recipients.values()]
                if all(code >= 500 for code in codes):
                    raise RefusedForGoodError(f"refused with {codes[0]}") from refused
                raise


@dataclass(frozen=True, slots=True)
class FolderCarrier:
    """A file per message, `00000001.eml`, for tests and for a program that passes them on."""

    folder: Path

    def carry(self, message: EmailMessage, number: int, /) -> None:
        """Write the file; it appears whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{number:08}.eml"
        aside = path.with_suffix(".part")
        aside.write_bytes(message.as_bytes())
        aside.replace(path)


class ShownCarrier:
    """Leaves mail where it is: the demonstration shows it on a page."""

    def carry(self, _message: EmailMessage, _number: int, /) -> None:
        """Nothing has to be done."""
