"""What of a person may be shown to whoever knows it already."""

from __future__ import annotations


def masked(number: str) -> str:
    """'••••5672' of a document's number."""
    return "••••" + number[-4:] if len(number) > 5 else "••••"


def masked_email(address: str) -> str:
    """'a••••@example.com'."""
    name, at, host = address.partition("@")
    return f"{name[:1]}••••{at}{host}" if at else ""
