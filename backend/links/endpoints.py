"""`/c/{token}`: what a person sees who followed a link in a mail."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Path, Response

from backend.answers import body_of
from backend.catalogue.models import Utility
from backend.context import Context, ContextDep
from backend.links.pages import page, paragraphs, question
from backend.links.purposes import LinkRefusedError
from backend.links.service import DeadLinkError, LinkService

router = APIRouter(include_in_schema=False)

# REG-04, for every purpose: which of them it was is not said either.
DEAD = "El enlace venció o ya fue utilizado. Solicite uno nuevo."

Token = Annotated[str, Path(max_length=100, description="from a mail")]


@router.get("/c/{token}", response_class=Response)
def look(token: Token, context: ContextDep) -> Response:
    """What the link is for, with a button. Changes nothing: scanners of mail follow links."""
    try:
        shown = LinkService(context.database, context.clock).look(token)
    except DeadLinkError:
        return _dead(context)
    body = question(shown.purpose, shown.text)
    return _page(context, shown.purpose.title, body)


@router.post("/c/{token}", response_class=Response)
def use(token: Token, context: ContextDep, body: Annotated[bytes, Depends(body_of)]) -> Response:
    """Do what the link is for, once."""
    typed = dict(parse_qsl(body.decode("utf-8", "replace"), max_num_fields=20))
    links = LinkService(context.database, context.clock)
    try:
        shown = links.look(token)
        sentence = links.use(token, typed)
    except DeadLinkError:
        return _dead(context)
    except LinkRefusedError as refused:
        again = question(shown.purpose, shown.text, refused=refused.sentence)
        return _page(context, shown.purpose.title, again, status=422)
    return _page(context, shown.purpose.title, paragraphs(sentence))


def _dead(context: Context) -> Response:
    return _page(context, "Enlace no válido", paragraphs(DEAD), status=410)


def _page(context: Context, title: str, body: str, *, status: int = 200) -> Response:
    with context.database.reading() as session:
        utility = session.get(Utility, 1)
    if utility is None:
        return page(title, body, name="Oficina Virtual", status=status)
    return page(title, body, name=utility.name, accent=utility.accent, status=status)
