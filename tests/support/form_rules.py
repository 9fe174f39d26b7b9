"""Every rule of every form of the kit: what breaks it, and the sentence beside the field."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.domain.forms import Value
from tests.support.form_shapes import SHAPES
from tests.support.form_specs import OWED

MISSING = "Falta completar este dato."
UNTICKED = "Marque la casilla para continuar."


@dataclass(frozen=True, slots=True)
class Told:
    """`value` in `field`, among `others`, is told with `says`."""

    form: str
    field: str
    value: Value
    says: str
    others: Mapping[str, Value] = dataclasses.field(default_factory=dict)


# What asks for which field of a claim: the type and the reason.
_ASKS: dict[str, tuple[str, str]] = {
    "invoices": ("billing", "wrong_reading"),
    "concept": ("billing", "wrong_items"),
    "amount": ("supply", "damages"),
    "reading": ("billing", "rebill"),
    "reading_date": ("billing", "rebill"),
    "period_from": ("billing", "reading_certificate"),
    "period_to": ("billing", "reading_certificate"),
    "incident": ("metering", "meter_incident"),
    "incident_date": ("supply", "damages"),
    "attention": ("attention", "bad_attention"),
    "person": ("attention", "bad_attention"),
    "meter_serial": ("metering", "other_meter"),
    "request_number": ("supply", "late_reconnection"),
    "account": ("contracting", "deposit"),
    "receipt": ("billing", "paid_twice"),
    "photo": ("metering", "other_meter"),
    "repair_invoice": ("supply", "damages"),
}
_FILES = {
    "claim": {
        "receipt": "Comprobante de pago",
        "photo": "Foto",
        "repair_invoice": "Factura de la reparación",
    },
    "reconnection": {"doc_fitter_certificate": "Certificado del instalador matriculado"},
    "supply_documents": {"doc_lease": "Contrato de alquiler"},
    "holder_change": {
        "doc_id_front": "Documento de identidad, frente",
        "doc_id_back": "Documento de identidad, dorso",
        "doc_lease": "Contrato de alquiler",
    },
}
_TICKS = {
    "registration": "terms",
    "delivery_preference": "consent",
    "claim": "truthful",
    "reconnection": "adult declared",
    "holder_change": "assumes_debt terms",
}
_TEXTS = {
    "registration": "full_name contract_number document email repeat_email proof_value username"
    " password repeat",
    "forgot": "who",
    "password": "current password repeat",
    "add_contract": "contract_number document proof_value",
    "delivery_preference": "channel email",
    "agreement_simulation": "invoices down_payment count_1 count_2 count_3",
    "question": "topic subject message channel",
    "claim": "type subtype description claimant contact_name contact_phone invoices concept amount"
    " reading reading_date period_from period_to incident incident_date attention meter_serial"
    " request_number account",
    "case_message": "message",
    "reopen": "message",
    "reconnection": "contact_name contact_phone on slot fitter_number",
    "supply_slot": "on slot",
    "holder_change": "reason link person_document full_name representative_name"
    " representative_document email email_again phone effective_on dial_1 read_on",
}
_EMPTY: dict[str, Value] = {
    "document": ("ci", ""),
    "person_document": ("ci", ""),
    "company_document": ("rut", ""),
    "invoices": (),
}
_LONGEST = {
    "registration": {
        "full_name": 120,
        "contract_number": 60,
        "email": 254,
        "proof_value": 60,
        "username": 40,
        "password": 200,
    },
    "forgot": {"who": 200},
    "password": {"current": 200, "password": 200},
    "add_contract": {"contract_number": 60, "proof_value": 60},
    "delivery_preference": {"email": 254, "second_email": 254, "postal_address": 200},
    "question": {"subject": 120, "message": 4000},
    "claim": {
        "description": 4000,
        "contact_name": 120,
        "contact_phone": 30,
        "concept": 160,
        "person": 120,
        "meter_serial": 40,
        "request_number": 40,
        "account": 60,
    },
    "case_message": {"message": 4000},
    "reopen": {"message": 4000},
    "reconnection": {
        "contact_name": 120,
        "contact_phone": 30,
        "access_notes": 1000,
        "fitter_number": 40,
    },
    "holder_change": {
        "full_name": 120,
        "representative_name": 120,
        "representative_document": 32,
        "email": 254,
        "phone": 30,
        "other_phone": 30,
        "postal_address": 200,
    },
}
_PAPER: dict[str, Value] = {"channel": "paper"}
_COMPANY: dict[str, Value] = {"person_type": "company"}
_NEW_HOLDER: dict[str, Value] = {"reason": "rental", "person_type": "person", "email": "b@c.uy"}


def _others(form: str, name: str) -> dict[str, Value]:
    if form == "claim" and name != "type":
        kind, subtype = _ASKS.get(name, ("contracting", "address"))
        return {"type": kind} if name == "subtype" else {"type": kind, "subtype": subtype}
    if form == "holder_change":
        return _NEW_HOLDER | (_COMPANY if name.startswith(("representative", "company")) else {})
    if form == "agreement_simulation" and name != "invoices":
        return {"invoices": tuple(one.id for one in OWED)}
    if form in ("registration", "password") and name == "repeat":
        return {"password": "Clave-123"}
    return _PAPER if name == "postal_address" else {}


def _empty() -> Iterator[tuple[str, str, Value, str]]:
    """What has to be there and is not."""
    for form, names in _TEXTS.items():
        for name in names.split():
            yield form, name, _EMPTY.get(name, ""), MISSING
    for form, names in _TICKS.items():
        for name in names.split():
            yield form, name, False, UNTICKED
    for form, files in _FILES.items():
        for name, label in files.items():
            yield form, name, (), f"Falta adjuntar: {label}."


def _too_long() -> Iterator[tuple[str, str, Value, str]]:
    for form, lengths in _LONGEST.items():
        for name, most in lengths.items():
            says = f"Escriba hasta {most} caracteres (lleva {most + 1})."
            yield form, name, "x" * (most + 1), says


def _told(form: str, name: str, value: Value, says: str, **others: Value) -> Told:
    return Told(form, name, value, says, {**_others(form, name), **others})


RULES: dict[str, Told] = {
    **{f"{one[0]}.{one[1]}.empty": _told(*one) for one in _empty()},
    **{f"{one[0]}.{one[1]}.long": _told(*one) for one in _too_long()},
    **{
        f"{form}.{name}.{rule}": _told(form, name, value, says, **others)
        for form, name, rule, value, says, others in SHAPES
    },
}
"""By form, field and rule: `question.subject.long`."""
