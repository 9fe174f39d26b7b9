"""Mail leaves once its transaction has committed, and is tried again until it is gone."""

from __future__ import annotations

import email
import email.policy
import smtplib
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from httpx import Client
from sqlalchemy import select

from backend import models as m
from backend.database import Database
from backend.links.issuing import address, issue
from backend.mail.carriers import Carrier as Carriers
from backend.mail.carriers import FolderCarrier, RefusedForGoodError, ShownCarrier
from backend.mail.models import MailState
from backend.mail.outbound import queue
from backend.mail.sender import PAUSES, Sender
from backend.settings import Post
from tests.support.backend import MovableClock, RunningBackend, running_backend, settings_for

Write = Callable[..., None]


class Carrier:
    """Fails as often as it is told to, then takes everything."""

    def __init__(self, *failures: BaseException) -> None:
        self.failures = list(failures)
        self.taken: list[EmailMessage] = []

    def carry(self, message: EmailMessage, _number: int, /) -> None:
        if self.failures:
            raise self.failures.pop(0)
        self.taken.append(message)


@pytest.fixture
def write(database: Database, clock: MovableClock) -> Write:
    """Queue a message."""

    def one(text: str = "Hola", to: str = "ana@example.org", subject: str = "Aviso ñ") -> None:
        with database.writing() as session:
            queue(session, clock.now(), to=to, subject=subject, text=text)

    return one


def sender(
    database: Database, clock: MovableClock, to: Carriers, *, keep_text: bool = False
) -> Sender:
    return Sender(
        database,
        clock,
        to,
        author="Gas <oficina@gas.example>",
        public_url="https://oficina.gas.example/",
        keep_text=keep_text,
    )


def the_mail(database: Database) -> m.Mail:
    with database.reading() as session:
        return session.scalars(select(m.Mail)).one()


def test_a_message_is_delivered_once_and_its_text_forgotten(
    database: Database, clock: MovableClock, write: Write
) -> None:
    write("Abra " + address("T0"))
    carrier = Carrier()
    post = sender(database, clock, carrier)
    assert (post.deliver_due(), post.deliver_due()) == (1, 0)
    (message,) = carrier.taken
    assert message["To"] == "ana@example.org"
    assert message["Subject"] == "Aviso ñ"
    assert message.get_content().strip() == "Abra https://oficina.gas.example/c/T0"
    kept = the_mail(database)
    assert (kept.state, kept.text, kept.sent_at) == (MailState.SENT, "", clock.now())


def test_nothing_is_sent_of_what_was_rolled_back(database: Database, clock: MovableClock) -> None:
    with pytest.raises(RuntimeError, match="undone"), database.writing() as session:
        queue(session, clock.now(), to="ana@example.org", subject="x", text="y")
        raise RuntimeError("undone")
    assert not database.mail_waits.is_set()
    assert sender(database, clock, Carrier()).deliver_due() == 0


def test_a_server_that_is_away_is_asked_again_later_and_later(
    database: Database, clock: MovableClock, write: Write
) -> None:
    write()
    carrier = Carrier(ConnectionRefusedError(), smtplib.SMTPServerDisconnected("gone"))
    post = sender(database, clock, carrier)
    assert (post.deliver_due(), post.deliver_due()) == (0, 0)
    clock.advance(minutes=1)
    assert post.deliver_due() == 0
    assert the_mail(database).failure == "SMTPServerDisconnected"
    clock.advance(minutes=4)
    assert post.deliver_due() == 0  # not due yet
    clock.advance(minutes=1)
    assert post.deliver_due() == 1
    first = carrier.taken[0]["Message-ID"]
    assert first.endswith("@gas.example>")


def test_after_days_without_an_answer_it_is_given_up(
    database: Database, clock: MovableClock, write: Write
) -> None:
    write()
    post = sender(database, clock, Carrier(*[TimeoutError()] * 20))
    for pause in (*PAUSES, timedelta()):
        post.deliver_due()
        clock.advance(seconds=pause.total_seconds())
    kept = the_mail(database)
    assert (kept.state, kept.attempts) == (MailState.FAILED, len(PAUSES) + 1)


@pytest.mark.parametrize("to", ["ana@example.org", "ana@example.org\nBcc: x@example.org"])
def test_an_address_that_is_refused_is_not_tried_again(
    database: Database, clock: MovableClock, write: Write, to: str
) -> None:
    write(to=to)
    carrier = Carrier(RefusedForGoodError("refused with 550"))
    post = sender(database, clock, carrier)
    assert post.deliver_due() == 0
    assert the_mail(database).state is MailState.FAILED
    clock.advance(days=9)
    assert post.deliver_due() == 0
    assert carrier.taken == []


def test_who_was_written_to_is_forgotten_after_a_season(
    database: Database, clock: MovableClock, write: Write
) -> None:
    write()
    sender(database, clock, Carrier()).deliver_due()
    clock.advance(days=91)
    write("Otro")
    assert the_mail(database).text == "Otro"


def test_two_senders_deliver_a_message_once(
    database: Database, clock: MovableClock, write: Write
) -> None:
    for number in range(6):
        write(str(number))
    carrier = Carrier()
    threads = [
        threading.Thread(target=sender(database, clock, carrier).deliver_due) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sender(database, clock, carrier).deliver_due()
    assert sorted(t.get_content().strip() for t in carrier.taken) == list("012345")


def test_a_sender_that_died_leaves_its_message_to_the_next(
    database: Database, clock: MovableClock, write: Write
) -> None:
    write()
    with pytest.raises(KeyboardInterrupt):
        sender(database, clock, Carrier(KeyboardInterrupt())).deliver_due()
    carrier = Carrier()
    assert sender(database, clock, carrier).deliver_due() == 0
    clock.advance(minutes=5)
    assert sender(database, clock, carrier).deliver_due() == 1


def test_the_running_service_writes_mail_into_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "mail"
    settings = replace(
        settings_for(f"sqlite:///{tmp_path / 'b.db'}"),
        post=Post(folder=folder, public_url="https://x.example"),
    )
    arrived = threading.Event()
    carry = FolderCarrier.carry

    def watched(self: FolderCarrier, message: EmailMessage, number: int, /) -> None:
        carry(self, message, number)
        arrived.set()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FolderCarrier, "carry", watched)
        with running_backend(tmp_path, settings) as server:
            with server.database.writing() as session:
                queue(session, server.clock.now(), to="a@example.org", subject="s", text="¡Hola!")
            assert arrived.wait(10)
            with Client(base_url=server.url) as http:
                assert http.get("/demo/mail").status_code == 404
    (path,) = folder.iterdir()
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert message.get_content().strip() == "¡Hola!"


def test_a_demonstration_shows_its_mail_with_links_to_itself(tmp_path: Path) -> None:
    settings = replace(settings_for(f"sqlite:///{tmp_path / 'b.db'}"), post=Post())
    with running_backend(tmp_path, settings) as server, Client(base_url=server.url) as http:
        assert "Todavía no hay mensajes" in http.get("/demo/mail").text
        now = server.clock.now()
        with server.database.writing() as session:
            token = issue(session, now, "confirm-registration", "1", timedelta(hours=1))
            text = f"<b>Vea</b> {address(token)}"
            queue(session, now, to="a@example.org", subject="Uno", text=text)
        page = http.get("/demo/mail")
        assert f'<a href="{server.url}/c/{token}">' in page.text
        assert "<b>Vea" not in page.text
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]


def test_a_carrier_that_shows_leaves_the_text(
    database: Database, clock: MovableClock, write: Write
) -> None:
    write("queda")
    assert sender(database, clock, ShownCarrier(), keep_text=True).deliver_due() == 1
    assert the_mail(database).text == "queda"


def test_the_service_without_mail_keeps_it_waiting(
    server: RunningBackend, clock: MovableClock
) -> None:
    with server.database.writing() as session:
        queue(session, clock.now(), to="a@example.org", subject="s", text="t")
    assert the_mail(server.database).state is MailState.QUEUED
