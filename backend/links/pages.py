"""The few pages that the service shows in a browser, as HTML without scripts."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from string import Template

from fastapi import Response

from backend.links.purposes import AnyPurpose, FormPurpose

_PAGE = Template(
    """<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
:root { color-scheme: light dark; --accent: $accent; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; background: Canvas; color: CanvasText; }
header { background: var(--accent); color: #fff; padding: 12px 24px; font-weight: 600; }
main { max-width: $width; margin: 32px auto; padding: 0 24px; }
h1 { font-size: 24px; margin: 0 0 16px; }
p, pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
label { display: block; margin: 16px 0 4px; }
input { font: inherit; padding: 8px; width: 100%; box-sizing: border-box; }
button { font: inherit; font-weight: 600; margin-top: 24px; padding: 10px 20px; border: 0;
  border-radius: 8px; background: var(--accent); color: #fff; cursor: pointer; }
.refused { border-left: 4px solid #b3261e; padding: 8px 12px; }
article { border: 1px solid GrayText; border-radius: 8px; padding: 8px 16px; margin: 16px 0; }
article h2 { font-size: 18px; margin: 4px 0; }
article p.head { margin: 0; color: GrayText; }
</style>
</head>
<body>
<header>$name</header>
<main>
<h1>$title</h1>
$body
</main>
</body>
</html>
"""
)

_HEADERS = {
    # No script runs, nothing is fetched, the form goes nowhere else, and no other site learns the
    # token from the address of this one.
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}


def page(
    title: str,
    body: str,
    *,
    name: str,
    accent: str = "#1f5fa8",
    status: int = 200,
    width: str = "36rem",
) -> Response:
    """A page with `body`, which is HTML; everything else is text."""
    html = _PAGE.substitute(
        title=escape(title), body=body, name=escape(name), accent=escape(accent), width=width
    )
    return Response(html, status, _HEADERS, media_type="text/html; charset=utf-8")


def paragraphs(text: str) -> str:
    """`text` as paragraphs, broken at empty lines."""
    return "\n".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))


def question(purpose: AnyPurpose, text: str, *, refused: str = "") -> str:
    """The body of a page that waits for its button."""
    parts: list[str] = [paragraphs(text)]
    if refused:
        parts.append(f'<p class="refused" role="alert">{escape(refused)}</p>')
    parts.append('<form method="post">')
    if isinstance(purpose, FormPurpose):
        parts += _fields(purpose)
    parts.append(f"<button>{escape(purpose.button)}</button>\n</form>")
    return "\n".join(parts)


def _fields(purpose: FormPurpose) -> Iterable[str]:
    for asked in purpose.asked:
        kind = 'type="password" autocomplete="new-password"' if asked.is_secret else 'type="text"'
        name, label = escape(asked.name), escape(asked.label)
        yield f'<label for="{name}">{label}</label>'
        yield f'<input id="{name}" name="{name}" maxlength="200" required {kind}>'
