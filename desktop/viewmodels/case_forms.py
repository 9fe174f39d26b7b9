"""The parts of Nueva Pregunta, Nuevo Trámite and a reply, and what they say on the wire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.case_rules import DOCUMENTS, CaseRules, ClaimField, Named, Subtype
from desktop.domain.drafts import DraftFile
from desktop.domain.form_choices import Choice, Files, Option, Several, Tick
from desktop.domain.forms import Amount, Day, Digits, Phone, Problem, Spec, Text, Value, told
from desktop.domain.invoices import Invoice
from desktop.domain.submissions import ATTACHMENT_TYPES
from desktop.services.results import CaseBook
from desktop.viewmodels.case_words import duplicate_text, field_label, too_old_text
from desktop.viewmodels.form_values import FormValues
from desktop.viewmodels.format import Formatter

_MOST_INVOICES = 12
_TEXTS = {
    ClaimField.CONCEPT: 160,
    ClaimField.PERSON: 120,
    ClaimField.METER_SERIAL: 40,
    ClaimField.REQUEST_NUMBER: 40,
    ClaimField.ACCOUNT: 60,
}
_DAYS = (
    ClaimField.READING_DATE,
    ClaimField.PERIOD_FROM,
    ClaimField.PERIOD_TO,
    ClaimField.INCIDENT_DATE,
)


def question_specs(rules: CaseRules) -> tuple[Spec, ...]:
    """Nueva Pregunta."""
    translate = QCoreApplication.translate
    return (
        Choice(name="topic", label=translate("CaseForms", "Tema"), options=_options(rules.topics)),
        Text(
            name="subject",
            label=translate("CaseForms", "Asunto"),
            most=rules.subject_length,
        ),
        Text(
            name="message",
            label=translate("CaseForms", "Mensaje"),
            least=rules.least_length,
            most=rules.most_length,
            lines=6,
        ),
        _files(rules, rules.max_files),
        Choice(
            name="channel",
            label=translate("CaseForms", "Cómo quiere la respuesta"),
            options=_options(rules.channels),
        ),
    )


def question_payload(form: FormValues) -> dict[str, Any]:
    """The submission `question`."""
    return {
        "topic": form.text("topic"),
        "subject": form.text("subject"),
        "message": form.text("message"),
        "channel": form.text("channel"),
        "files": sent_files(form),
    }


def reply_specs(rules: CaseRules, *, least: int = 1) -> tuple[Spec, ...]:
    """A message to a case; `least` characters."""
    return (
        Text(
            name="message",
            label=QCoreApplication.translate("CaseForms", "Su mensaje"),
            least=least,
            most=rules.most_length,
            lines=4,
        ),
        _files(rules, rules.max_files),
    )


@dataclass(frozen=True, slots=True)
class ClaimSheet:
    """What a claim is made from. `also` is an invoice that was chosen elsewhere."""

    rules: CaseRules
    book: CaseBook
    fmt: Formatter
    currency: str
    also: str = ""


def claim_specs(sheet: ClaimSheet, kind: str, code: str) -> tuple[Spec, ...]:
    """Nuevo Trámite: the type decides on the subtypes, the subtype on the rest."""
    translate, rules = QCoreApplication.translate, sheet.rules
    types = tuple(Option(one.code, one.label) for one in rules.types)
    head: list[Spec] = [
        Choice(name="type", label=translate("CaseForms", "Tipo de trámite"), options=types)
    ]
    chosen = next((one for one in rules.types if one.code == kind), None)
    if chosen is None:
        return tuple(head)
    subtypes = tuple(Option(s.code, s.label) for s in chosen.subtypes if s.is_known)
    found = next((s for s in chosen.subtypes if s.code == code), None)
    head.append(
        Choice(
            name="subtype",
            label=translate("CaseForms", "Motivo"),
            options=subtypes,
            hint=found.note if found is not None else "",
        )
    )
    if found is None:
        return tuple(head)
    return (*head, *_asked(sheet, found), *_always(sheet))


def _always(sheet: ClaimSheet) -> tuple[Spec, ...]:
    translate, rules = QCoreApplication.translate, sheet.rules
    return (
        Text(
            name="description",
            label=translate("CaseForms", "Qué ocurrió"),
            least=rules.least_length,
            most=rules.most_length,
            lines=6,
        ),
        Choice(
            name="claimant",
            label=translate("CaseForms", "Usted es"),
            options=_options(rules.claimants),
        ),
        Text(name="contact_name", label=translate("CaseForms", "Persona de contacto"), most=120),
        Phone(name="contact_phone", label=translate("CaseForms", "Teléfono de contacto")),
        _files(rules, rules.max_files),
        Tick(name="truthful", label=rules.declaration, about=rules.declaration),
    )


def _asked(sheet: ClaimSheet, subtype: Subtype) -> list[Spec]:
    return [_field(sheet, subtype, field) for field in subtype.asked]


def _field(sheet: ClaimSheet, subtype: Subtype, field: ClaimField) -> Spec:
    name, label, required = field.value, field_label(field), field in subtype.required
    rules, today = sheet.rules, sheet.book.today
    if field is ClaimField.INVOICES:
        return _invoices(sheet, subtype, required=required)
    if field is ClaimField.AMOUNT:
        marks = sheet.fmt.marks
        return Amount(
            name=name, label=label, required=required, currency=sheet.currency, marks=marks
        )
    if field is ClaimField.READING:
        return Digits(name=name, label=label, required=required, least=1, most=9)
    if field in _DAYS:
        return _day(field, required=required, today=today)
    if field in (ClaimField.INCIDENT, ClaimField.ATTENTION):
        named = rules.incidents if field is ClaimField.INCIDENT else rules.attentions
        return Choice(name=name, label=label, required=required, options=_options(named))
    if field in DOCUMENTS:
        return Files(
            name=name,
            label=label,
            required=required,
            least=1 if required else 0,
            most=1,
            size=rules.max_file_size,
            types=ATTACHMENT_TYPES,
        )
    return Text(name=name, label=label, required=required, most=_TEXTS[field])


def _day(field: ClaimField, *, required: bool, today: date) -> Spec:
    def not_backwards(day: date, values: Mapping[str, Value]) -> Problem | None:
        first = str(values.get(ClaimField.PERIOD_FROM.value, ""))
        spec = Day(name="first", label="")
        if field is not ClaimField.PERIOD_TO or spec.problem(first, {}) is not None:
            return None
        if spec.read(first) <= day:
            return None
        return told(QCoreApplication.translate("CaseForms", "El período termina antes de empezar."))

    return Day(
        name=field.value,
        label=field_label(field),
        required=required,
        last=today,
        check=not_backwards,
    )


def _invoices(sheet: ClaimSheet, subtype: Subtype, *, required: bool) -> Spec:
    days = sheet.rules.claim_days
    oldest = sheet.book.today - timedelta(days=days)
    offered = [
        one
        for one in sheet.book.invoices
        if (one.issue_date >= oldest and not one.replaced_by) or one.id == sheet.also
    ][:_MOST_INVOICES]
    by_id = {one.id: one for one in offered}

    def judged(chosen: tuple[str, ...], _values: Mapping[str, Value]) -> Problem | None:
        for one in chosen:
            if by_id[one].issue_date < oldest:
                return told(too_old_text(days))
            number = claimed_as(sheet.book, one, subtype)
            if number:
                return told(duplicate_text(number))
        return None

    hint = QCoreApplication.translate(
        "CaseForms", "Se pueden reclamar las facturas de los últimos {0} días."
    )
    return Several(
        name=ClaimField.INVOICES.value,
        label=field_label(ClaimField.INVOICES),
        hint=hint.format(days),
        required=required,
        least=1 if required else 0,
        options=tuple(Option(one.id, _invoice_text(one, sheet.fmt)) for one in offered),
        check=judged,
    )


def claimed_as(book: CaseBook, invoice_id: str, subtype: Subtype) -> str:
    """The number of an open claim that stands against another one; empty where none does."""
    for case in book.cases:
        about = any(one.id == invoice_id for one in case.invoices)
        if case.status.is_open and about and (subtype.disputes or case.code == subtype.code):
            return case.number
    return ""


def claim_payload(form: FormValues, subtype: Subtype) -> dict[str, Any]:
    """The submission `claim`: what the subtype asks for, and nothing else that was typed."""
    payload: dict[str, Any] = {
        "subtype": form.text("subtype"),
        "description": form.text("description"),
        "claimant": form.text("claimant"),
        "contact_name": form.text("contact_name"),
        "contact_phone": form.text("contact_phone"),
        "truthful": form.ticked("truthful"),
        "invoices": list(form.chosen(ClaimField.INVOICES.value)),
        "files": sent_files(form),
    }
    for field in subtype.asked:
        if field is ClaimField.INVOICES or field in DOCUMENTS:
            continue
        payload[field.value] = _sent(form, field)
    return payload


def _sent(form: FormValues, field: ClaimField) -> Any:
    if field is ClaimField.AMOUNT:
        money = form.money(field.value)
        return None if money is None else money.minor
    if field in _DAYS:
        day = form.day(field.value)
        return None if day is None else day.isoformat()
    return form.text(field.value) or None


def sent_files(form: FormValues) -> list[dict[str, str]]:
    """Every file with what it is."""
    known = {field.value for field in DOCUMENTS}
    return [
        {
            "sha256": file.sha256,
            "name": file.name,
            "kind": file.field if file.field in known else "other",
        }
        for file in form.all_files
    ]


def kept_files(content: Mapping[str, Any]) -> tuple[DraftFile, ...]:
    """The files of what was sent, as the form holds them; their bytes are in the outbox."""
    return tuple(
        DraftFile(
            "files" if file["kind"] == "other" else str(file["kind"]),
            str(file["name"]),
            "",
            str(file["sha256"]),
            0,
        )
        for file in content.get("files", ())
    )


def _invoice_text(invoice: Invoice, fmt: Formatter) -> str:
    text = QCoreApplication.translate("CaseForms", "{0} · emitida {1} · {2}")
    return text.format(invoice.number, fmt.day(invoice.issue_date), fmt.money(invoice.total))


def _files(rules: CaseRules, most: int) -> Spec:
    return Files(
        name="files",
        label=QCoreApplication.translate("CaseForms", "Adjuntos"),
        required=False,
        least=0,
        most=most,
        size=rules.max_file_size,
        types=ATTACHMENT_TYPES,
    )


def _options(named: tuple[Named, ...]) -> tuple[Option, ...]:
    return tuple(Option(one.code, one.label) for one in named)
