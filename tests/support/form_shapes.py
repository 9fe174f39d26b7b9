"""What breaks the shape of a field, form by form: (form, field, rule, value, sentence, others)."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.drafts import DraftFile
from desktop.domain.forms import Value
from tests.support.books import household
from tests.support.form_specs import OWED

Shape = tuple[str, str, str, Value, str, dict[str, Value]]

GONE = "Elija otra opción: esta ya no está disponible."
EMAIL = "Revise el correo: debe tener la forma nombre@servidor.com."
PHONE = "Revise el teléfono: de 7 a 15 números."
DOCUMENT = "El número de documento no es válido para el tipo seleccionado."
OTHER = "No coincide con lo escrito arriba."
DAY = "Ingrese la fecha como dd/mm/aaaa."
FUTURE = "La fecha no puede ser posterior al 22/11/2026."
AMOUNT = "Escríbalo así: 1.234,50."
NUMBER = "Ingrese un número."
POLICY = "Debe tener al menos 8 caracteres, una minúscula, una mayúscula, un número, un símbolo."
OLD, CLAIMED = household()[-1].id, household()[0].id
ALL = tuple(one.id for one in OWED)


def _choices() -> Iterator[Shape]:
    """What is not offered any more."""
    for form, names in (
        ("registration", "proof"),
        ("add_contract", "proof"),
        ("delivery_preference", "channel"),
        ("question", "topic channel"),
        ("claim", "type subtype claimant incident attention"),
        ("reconnection", "on slot"),
        ("supply_slot", "on slot"),
        ("holder_change", "reason link person_type"),
        ("agreement_simulation", "count_1 count_2 count_3"),
    ):
        for name in names.split():
            yield form, name, "gone", "otra", GONE, {}
    yield "claim", "invoices", "gone", ("otra",), GONE, {}
    yield "agreement_simulation", "invoices", "gone", ("otra",), GONE, {}
    for form, name in (
        ("registration", "document"),
        ("add_contract", "document"),
        ("holder_change", "person_document"),
    ):
        yield form, name, "gone", ("otro", "1.234.567-2"), GONE, {}


def _addresses() -> Iterator[Shape]:
    for form, names in (
        ("registration", "email"),
        ("delivery_preference", "email second_email"),
        ("holder_change", "email"),
    ):
        for name in names.split():
            yield form, name, "shape", "ana.example.org", EMAIL, {}
    for form, names in (
        ("claim", "contact_phone"),
        ("reconnection", "contact_phone"),
        ("holder_change", "phone other_phone"),
    ):
        for name in names.split():
            yield form, name, "shape", "12", PHONE, {}
    yield "registration", "repeat_email", "other", "b@c.uy", OTHER, {"email": "a@c.uy"}
    yield "holder_change", "email_again", "other", "a@c.uy", OTHER, {}
    yield (
        "delivery_preference",
        "second_email",
        "same",
        "ANA@c.uy",
        "La segunda dirección debe ser distinta de la primera.",
        {"email": "ana@c.uy"},
    )


def _documents() -> Iterator[Shape]:
    wrong = {"ci": "1.234.567-3", "rut": "211003420018", "passport": "AB-1", "ext": "1"}
    for form in ("registration", "add_contract"):
        for kind, number in wrong.items():
            yield form, "document", kind, (kind, number), DOCUMENT, {}
        text = "Revise el número: no tiene la forma de un contrato."
        yield form, "contract_number", "mask", "12", text, {}
    text = "Revise el número de documento."
    yield "holder_change", "person_document", "ci", ("ci", wrong["ci"]), text, {}
    company: dict[str, Value] = {"person_type": "company"}
    yield "holder_change", "company_document", "rut", ("rut", wrong["rut"]), text, company


def _passwords() -> Iterator[Shape]:
    text = "De 4 a 40 letras sin acentos, números, puntos, guiones o guiones bajos."
    for rule, value in (("few", "ana"), ("letters", "ana pérez")):
        yield "registration", "username", rule, value, text, {}
    for form in ("registration", "password"):
        yield form, "password", "policy", "___".replace("_", " "), POLICY, {}
        yield form, "repeat", "other", "Clave-124", OTHER, {}
    text = "No puede contener el nombre de usuario."
    yield "registration", "password", "name", "Ana.perez-1", text, {"username": "ana.perez"}


def _lengths() -> Iterator[Shape]:
    for form, name, least in (
        ("registration", "full_name", 2),
        ("question", "message", 20),
        ("claim", "description", 20),
        ("reopen", "message", 20),
        ("reconnection", "contact_name", 2),
        ("holder_change", "full_name", 2),
        ("holder_change", "representative_name", 2),
        ("holder_change", "representative_document", 4),
    ):
        text = f"Escriba al menos {least} caracteres (lleva 1)."
        yield form, name, "short", "x", text, {}


def _days() -> Iterator[Shape]:
    for name in ("reading_date", "period_from", "period_to", "incident_date"):
        yield "claim", name, "shape", "31/02/2026", DAY, {}
        yield "claim", name, "future", "23/11/2026", FUTURE, {}
    text = "El período termina antes de empezar."
    yield "claim", "period_to", "backwards", "01/01/2026", text, {"period_from": "02/01/2026"}
    early, late = "La fecha no puede ser anterior al {}.", "La fecha no puede ser posterior al {}."
    for name, first, last in (
        ("born_on", "", "03/03/2026"),
        ("effective_on", "01/03/2026", "02/04/2026"),
        ("read_on", "19/02/2026", "03/03/2026"),
    ):
        yield "holder_change", name, "shape", "ayer", DAY, {}
        if first:
            edge = {"effective_on": "02/03/2026", "read_on": "20/02/2026"}[name]
            yield "holder_change", name, "early", first, early.format(edge), {}
        edge = {"effective_on": "01/04/2026"}.get(name, "02/03/2026")
        yield "holder_change", name, "late", last, late.format(edge), {}


def _figures() -> Iterator[Shape]:
    for form, name in (("claim", "amount"), ("agreement_simulation", "down_payment")):
        yield form, name, "shape", "mucho", NUMBER, {}
        yield form, name, "marks", "12.5", AMOUNT, {}
    yield "claim", "amount", "zero", "0", "Debe ser $ 0,01 o más.", {}
    least = "El anticipo mínimo es $ 1.003,33 (10 %)."
    yield "agreement_simulation", "down_payment", "low", "1", least, {"invoices": ALL}
    most = "El anticipo tiene que ser menor que la deuda: hasta $ 10.033,24."
    yield "agreement_simulation", "down_payment", "high", "99999", most, {"invoices": ALL}
    digits = "Ingrese solo números, {} en total."
    yield "claim", "reading", "digits", "12,5", digits.format("1–9"), {}
    yield "claim", "reading", "long", "1234567890", digits.format("1–9"), {}
    yield "holder_change", "dial_1", "digits", "0047", digits.format("5"), {}
    text = (
        "La lectura es menor que la anterior (220). Verifique los dígitos; si es correcta, adjunte "
        "una foto del medidor."
    )
    yield "holder_change", "dial_1", "less", "00100", text, {}


def _invoices() -> Iterator[Shape]:
    text = "La factura supera el plazo para reclamar (180 días)."
    yield "claim", "invoices", "old", (OLD,), text, {}
    text = "Ya existe una reclamación abierta por esta factura (N° 2026-00-000001-1)."
    yield "claim", "invoices", "claimed", (CLAIMED,), text, {}


def _files() -> Iterator[Shape]:
    many = tuple(
        DraftFile("files", f"{n}.pdf", "application/pdf", f"{n}" * 64, 1) for n in range(6)
    )
    for form in ("question", "claim", "case_message", "reopen"):
        yield form, "files", "many", many, "Puede agregar hasta 5.", {}


SHAPES: tuple[Shape, ...] = tuple(
    shape
    for part in (
        _choices,
        _addresses,
        _documents,
        _passwords,
        _lengths,
        _days,
        _figures,
        _invoices,
        _files,
    )
    for shape in part()
)
