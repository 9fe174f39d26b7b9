"""The sender that the settings ask for."""

from __future__ import annotations

from backend.clock import Clock
from backend.database import Database
from backend.mail.carriers import Carrier, FolderCarrier, ShownCarrier, SmtpCarrier
from backend.mail.sender import Sender
from backend.settings import Post


def sender_of(post: Post, database: Database, clock: Clock) -> Sender:
    """A sender, not yet started."""
    carrier: Carrier = ShownCarrier()
    if post.smtp is not None:
        carrier = SmtpCarrier(post.smtp)
    elif post.folder is not None:
        carrier = FolderCarrier(post.folder)
    return Sender(
        database,
        clock,
        carrier,
        author=post.author,
        public_url=post.public_url,
        keep_text=isinstance(carrier, ShownCarrier),
    )
