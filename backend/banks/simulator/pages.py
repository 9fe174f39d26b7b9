"""What the simulated bank shows in the browser. Everything that comes from outside is escaped."""

from __future__ import annotations

from html import escape

from backend.banks.adapter import Outcome
from backend.banks.simulator.core import Answer, BankOrder

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;"
    "color:#1b2430;background:#f5f7fa}main{background:#fff;border-radius:8px;padding:1.5rem 2rem}"
    "h1{font-size:1.25rem}.amount{font-size:2rem;font-weight:600}small{color:#5a6675}"
    "form{display:inline}button{font:inherit;margin:.25rem .25rem .25rem 0;padding:.5rem 1rem;"
    "border:1px solid #8a97a8;border-radius:6px;background:#fff;cursor:pointer}"
    "button.main{background:#0b5c8a;border-color:#0b5c8a;color:#fff}"
)

_BUTTONS = (
    (Answer.APPROVE, "Pagar"),
    (Answer.REFUSE, "Rechazar"),
    (Answer.ABANDON, "Abandonar"),
    (Answer.LATE, "Responder tarde"),
    (Answer.TWICE, "Avisar dos veces"),
    (Answer.CHARGE_TWICE, "Cobrar dos veces"),
    (Answer.WRONG, "Cobrar otro importe"),
    (Answer.NEVER, "No responder nunca"),
)

_SAID = {
    Outcome.WAITING: "La orden espera su decisión.",
    Outcome.PROCESSING: "La operación está en proceso.",
    Outcome.PAID: "La operación fue aprobada.",
    Outcome.REFUSED: "La operación fue rechazada.",
    Outcome.CANCELLED: "La orden fue anulada.",
    Outcome.UNKNOWN: "No existe esa orden.",
}


def order_page(order: BankOrder) -> str:
    """The page where the customer decides."""
    if order.outcome is not Outcome.WAITING:
        return done_page(order)
    buttons = "".join(
        f'<form method="post" action="/pagar/{escape(order.id)}/{answer}">'
        f"<button{' class=main' if answer is Answer.APPROVE else ''}>{escape(text)}</button></form>"
        for answer, text in _BUTTONS
    )
    whole, cents = divmod(order.amount, 100)
    amount = f"{order.currency} {whole:,}".replace(",", ".") + f",{cents:02}"
    return _page(
        f"<p>{escape(order.payee)} le cobra</p><p class=amount>{escape(amount)}</p>"
        f"<p><small>{escape(order.description)}</small></p>{buttons}"
    )


def done_page(order: BankOrder | None) -> str:
    """What became of it."""
    outcome = Outcome.UNKNOWN if order is None else order.outcome
    return _page(
        f"<p>{escape(_SAID[outcome])}</p>"
        "<p>Puede cerrar esta ventana y volver a la Oficina Virtual.</p>"
    )


def _page(body: str) -> str:
    return (
        '<!doctype html><html lang="es"><head><meta charset="utf-8">'
        "<title>Banco de demostración</title>"
        f"<style>{_STYLE}</style></head><body><main><h1>Banco de demostración</h1>{body}"
        "<p><small>No es un banco: sirve para probar. No se mueve dinero.</small></p>"
        "</main></body></html>"
    )
