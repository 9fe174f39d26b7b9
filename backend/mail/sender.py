"""The thread that delivers mail, and tries again later what could not be delivered."""

from __future__ import annotations

import logging
import threading
from datetime import timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from sqlalchemy import select, update
from sqlalchemy.exc import OperationalError

from backend.clock import Clock
from backend.database import Database
from backend.mail.carriers import Carrier, RefusedForGoodError
from backend.mail.models import Mail, MailState
from backend.mail.outbound import SERVICE

log = logging.getLogger("backend.mail")

# After each failure; a server that is down over a weekend is no reason to lose mail.
PAUSES = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 240, 720, 1440, 1440))
# How long one process may take over a message before another takes it up.
_LEASE = timedelta(minutes=5)
_LOOK_SECONDS = 20.0


class Sender:
    """Delivers what is due. `start` and `close` are its thread's life; `deliver_due` is one round
    of it, in the caller's thread."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        carrier: Carrier,
        *,
        author: str,
        public_url: str,
        keep_text: bool = False,
    ) -> None:
        self._database = database
        self._clock = clock
        self._carrier = carrier
        self._author = author
        self._public_url = public_url.rstrip("/")
        self._keep_text = keep_text
        self._ended = False
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to deliver in the background."""
        self._thread = threading.Thread(target=self._run, name="mail", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the thread and wait for it; what is left is delivered after the next start."""
        self._ended = True
        self._database.mail_waits.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._ended:
            self._database.mail_waits.clear()
            try:
                self.deliver_due()
            except OperationalError as error:
                # A database that is away for a minute must not end the mail.
                log.warning("mail cannot be delivered now: %s", type(error).__qualname__)
            # Mail queued by another process, or due for another try, sends no signal.
            self._database.mail_waits.wait(_LOOK_SECONDS)

    def deliver_due(self) -> int:
        """Try everything that is due, oldest first; how many were delivered."""
        delivered = 0
        while not self._ended and (mail := self._claim()) is not None:
            delivered += self._deliver(mail)
        return delivered

    def _claim(self) -> Mail | None:
        now = self._clock.now()
        due = (Mail.state == MailState.QUEUED) & (Mail.due_at <= now)
        with self._database.reading() as session:
            found = session.scalar(select(Mail).where(due).order_by(Mail.id).limit(1))
        if found is None:
            return None
        with self._database.writing() as session:
            claimed = session.connection().execute(
                update(Mail)
                .where(Mail.id == found.id, Mail.state == MailState.QUEUED)
                .where(Mail.due_at == found.due_at)
                .values(due_at=now + _LEASE, attempts=Mail.attempts + 1)
            )
            # With no row, another process took it; the next round looks again.
            return session.get_one(Mail, found.id) if claimed.rowcount else None

    def _deliver(self, mail: Mail) -> bool:
        failure, is_final = "", False
        try:
            self._carrier.carry(self._message(mail), mail.id)
        except RefusedForGoodError as error:
            failure, is_final = str(error), True
        except ValueError as error:  # an address that cannot stand in a header
            failure, is_final = type(error).__qualname__, True
        except OSError as error:
            failure, is_final = type(error).__qualname__, mail.attempts > len(PAUSES)
        now = self._clock.now()
        with self._database.writing() as session:
            row = session.get_one(Mail, mail.id)
            row.failure = failure
            if not failure:
                row.state, row.sent_at = MailState.SENT, now
            elif is_final:
                row.state = MailState.FAILED
            else:
                row.due_at = now + PAUSES[mail.attempts - 1]
            if row.state is not MailState.QUEUED and not self._keep_text:
                row.text = ""
        if failure:
            log.info("mail %d was not delivered: %s", mail.id, failure)
        return not failure

    def _message(self, mail: Mail) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        message["From"] = self._author
        message["To"] = mail.recipient
        message["Subject"] = mail.subject
        message["Date"] = format_datetime(mail.created_at)
        # The same at each try: whoever gets it twice can see that it is one message.
        host = self._author.rpartition("@")[2].rstrip(">") or "localhost"
        message["Message-ID"] = f"<oficina-{mail.id}-{mail.created_at.timestamp():.0f}@{host}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(mail.text.replace(SERVICE, self._public_url))
        return message
