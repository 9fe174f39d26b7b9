"""`/demo/mail`: the mailbox of a demonstration."""

from __future__ import annotations

import re
from html import escape

from fastapi import APIRouter, Request, Response
from sqlalchemy import select

from backend.context import ContextDep
from backend.links.pages import page
from backend.mail.models import Mail
from backend.mail.outbound import SERVICE
from backend.problems import Problem

# Not in the OpenAPI document: nobody implements it, and no utility has it.
router = APIRouter(include_in_schema=False)

_SHOWN = 50
_LINK = re.compile(r"https?://[^\s<>&]+")


@router.get("/demo/mail", response_class=Response)
def mailbox(request: Request, context: ContextDep) -> Response:
    """The last messages, newest first; `not-found` outside demonstrations."""
    post = context.settings.post
    if post is None or post.smtp is not None or post.folder is not None:
        raise Problem("not-found")
    with context.database.reading() as session:
        mails = session.scalars(select(Mail).order_by(Mail.id.desc()).limit(_SHOWN)).all()
    here = str(request.base_url).rstrip("/")
    body = "\n".join(_article(mail, here) for mail in mails) or "<p>Todavía no hay mensajes.</p>"
    return page("Correo de la demostración", body, name="Demostración", width="48rem")


def _article(mail: Mail, here: str) -> str:
    text = escape(mail.text.replace(SERVICE, here))
    linked = _LINK.sub(lambda found: f'<a href="{found[0]}">{found[0]}</a>', text)
    return (
        f'<article><p class="head">Para: {escape(mail.recipient)}</p>'
        f"<h2>{escape(mail.subject)}</h2><pre>{linked}</pre></article>"
    )
