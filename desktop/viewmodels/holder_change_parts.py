"""The parts of Cambio de Titular, step by step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from desktop.domain.form_choices import Choice, Document, Files, MeterDigits, Option, Tick
from desktop.domain.forms import Day, Email, Phone, Problem, Spec, Text, Value, told
from desktop.domain.supply_requests import PersonType
from desktop.domain.supply_rules import DebtPolicy, HolderChangeRules
from desktop.services.document_numbers import is_valid_document
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.supply_form import Sheet

PHOTOS = ("image/jpeg", "image/png")


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the wizard and the names of its parts."""

    key: str
    title: str
    names: tuple[str, ...]


def person_type_of(values: Mapping[str, Value]) -> PersonType:
    """What was chosen; a person to begin with."""
    is_company = values.get("person_type") == PersonType.COMPANY.value
    return PersonType.COMPANY if is_company else PersonType.PERSON


class Parts:
    """The parts for what is typed so far."""

    def __init__(
        self,
        sheet: Sheet,
        rules: HolderChangeRules,
        fmt: Formatter,
        values: Mapping[str, Value],
        document_spec: Callable[[str, str], Spec],
    ) -> None:
        self._sheet, self._rules, self._fmt = sheet, rules, fmt
        self._document_spec = document_spec
        self._reason = str(values.get("reason", ""))
        self._person = person_type_of(values)

    def by_step(self) -> dict[str, tuple[Spec, ...]]:
        """The parts of each step, in order."""
        return {
            "reason": self._why(),
            "holder": self._who(),
            "documents": self._papers(),
            "handover": self._handover(),
            "confirm": self._terms(),
        }

    def steps(self) -> tuple[Step, ...]:
        """The same as names."""
        translate = QCoreApplication.translate
        titles = {
            "reason": translate("HolderChangeParts", "Motivo"),
            "holder": translate("HolderChangeParts", "Nuevo titular"),
            "documents": translate("HolderChangeParts", "Documentos"),
            "handover": translate("HolderChangeParts", "Entrega"),
            "confirm": translate("HolderChangeParts", "Resumen"),
        }
        return tuple(
            Step(key, titles[key], tuple(spec.name for spec in specs))
            for key, specs in self.by_step().items()
        )

    def _why(self) -> tuple[Spec, ...]:
        translate = QCoreApplication.translate
        found: list[Spec] = [
            Choice(
                name="reason",
                label=translate("HolderChangeParts", "¿Por qué cambia el titular?"),
                options=tuple(Option(r.code, r.label) for r in self._rules.reasons),
            ),
            Choice(
                name="link",
                label=translate("HolderChangeParts", "Vínculo del nuevo titular con el inmueble"),
                options=tuple(Option(each.code, each.label) for each in self._rules.links),
            ),
        ]
        owed = self._sheet.book.overdue
        if owed.minor > 0 and self._rules.debt is DebtPolicy.ASSUMED:
            text = translate(
                "HolderChangeParts", "El nuevo titular se hace cargo de la deuda de {0}"
            )
            found.append(Tick(name="assumes_debt", label=text.format(self._fmt.money(owed))))
        return tuple(found)

    def _who(self) -> tuple[Spec, ...]:
        translate = QCoreApplication.translate
        is_company = self._person is PersonType.COMPANY
        types = self._rules.types_of(self._person)
        checks = {each.code: each.check for each in types}
        name = translate("HolderChangeParts", "Nombre y apellido")
        if is_company:
            name = translate("HolderChangeParts", "Razón social")
        found: list[Spec] = [
            Choice(
                name="person_type",
                label=translate("HolderChangeParts", "Tipo de persona"),
                options=(
                    Option(PersonType.PERSON.value, translate("HolderChangeParts", "Persona")),
                    Option(PersonType.COMPANY.value, translate("HolderChangeParts", "Empresa")),
                ),
            ),
            Document(
                name="company_document" if is_company else "person_document",
                label=translate("HolderChangeParts", "Documento"),
                types=tuple(Option(each.code, each.label) for each in types),
                is_valid=Valid(tuple(checks.items())),
                most=32,
            ),
            Text(name="full_name", label=name, least=2, most=120),
        ]
        if is_company:
            found += [
                Text(
                    name="representative_name",
                    label=translate("HolderChangeParts", "Representante"),
                    least=2,
                    most=120,
                ),
                Text(
                    name="representative_document",
                    label=translate("HolderChangeParts", "Documento del representante"),
                    least=4,
                    most=32,
                ),
            ]
        else:
            found.append(
                Day(
                    name="born_on",
                    label=translate("HolderChangeParts", "Fecha de nacimiento"),
                    required=False,
                    last=self._sheet.book.today,
                )
            )
        return (*found, *self._contact())

    def _contact(self) -> tuple[Spec, ...]:
        translate = QCoreApplication.translate
        return (
            Email(name="email", label=translate("HolderChangeParts", "Correo electrónico")),
            Email(
                name="email_again",
                label=translate("HolderChangeParts", "Repetir correo"),
                same_as="email",
            ),
            Phone(name="phone", label=translate("HolderChangeParts", "Teléfono")),
            Phone(
                name="other_phone",
                label=translate("HolderChangeParts", "Otro teléfono"),
                required=False,
            ),
            Text(
                name="postal_address",
                label=translate("HolderChangeParts", "Dirección postal"),
                hint=translate("HolderChangeParts", "Si no es la del suministro."),
                required=False,
                most=200,
            ),
        )

    def _papers(self) -> tuple[Spec, ...]:
        rules = self._sheet.book.rules
        codes = self._rules.wanted(self._reason, self._person)
        return tuple(
            self._document_spec(code, rules.label(code) if rules is not None else code)
            for code in codes
        )

    def _handover(self) -> tuple[Spec, ...]:
        translate = QCoreApplication.translate
        book = self._sheet.book
        found: list[Spec] = [
            Day(
                name="effective_on",
                label=translate("HolderChangeParts", "El cambio rige desde"),
                first=book.today,
                last=book.today + timedelta(days=self._rules.max_days_ahead),
            )
        ]
        registers = [register for meter in book.meters for register in meter.registers]
        needs = self._rules.needs_reading
        for number, register in enumerate(registers, 1):
            label = translate("HolderChangeParts", "Lectura de entrega")
            if len(registers) > 1:
                text = translate("HolderChangeParts", "Lectura de entrega del registro {0}")
                label = text.format(number)
            before = book.last.get(register.id)
            hint = ""
            if before is not None:
                text = translate("HolderChangeParts", "La anterior fue {0}, el {1}.")
                day = self._fmt.day(self._fmt.local(before.read_at).date())
                hint = text.format(self._fmt.quantity(before.value, register.unit), day)
            found.append(
                MeterDigits(
                    name=f"dial_{register.id}",
                    label=label,
                    hint=hint,
                    required=needs,
                    least=register.integer_digits,
                    most=register.integer_digits,
                    unit=register.unit,
                    check=_not_below(int(before.value), self._fmt) if before is not None else None,
                )
            )
        if registers:
            days = [self._fmt.local(r.read_at).date() for r in book.last.values()]
            found += [
                Day(
                    name="read_on",
                    label=translate("HolderChangeParts", "Fecha de la lectura"),
                    required=needs,
                    first=max(days, default=self._sheet.summary.contract.start_date),
                    last=book.today,
                ),
                Files(
                    name="photo",
                    label=translate("HolderChangeParts", "Foto del medidor"),
                    hint=translate("HolderChangeParts", "Tómela sin abrir ni mover nada."),
                    required=False,
                    most=1,
                    types=PHOTOS,
                ),
            ]
        return tuple(found)

    def _terms(self) -> tuple[Spec, ...]:
        label = QCoreApplication.translate("HolderChangeParts", "Leí y acepto las condiciones")
        terms = self._rules.terms
        return (Tick(name="terms", label=label, about=f"{terms.version} {terms.text}"),)


@dataclass(frozen=True, slots=True)
class Valid:
    """Judges a document's number by its type; equal ones are equal, so that a form that did not
    change is not built anew."""

    checks: tuple[tuple[str, str], ...]

    def __call__(self, kind: str, number: str) -> bool:
        """Whether the number can be one."""
        return is_valid_document(dict(self.checks).get(kind, "free"), number)


@dataclass(frozen=True, slots=True)
class NotBelow:
    """A value below the last one needs a photo; `text` says so."""

    least: int
    text: str

    def __call__(self, value: str, values: Mapping[str, Value]) -> Problem | None:
        """What is wrong with the digits, beside the form's other values."""
        if int(value) < self.least and not values.get("photo"):
            return told(self.text)
        return None


def _not_below(least: int, fmt: Formatter) -> NotBelow:
    text = QCoreApplication.translate(
        "HolderChangeParts",
        "La lectura es menor que la anterior ({0}). Verifique los dígitos; si es correcta, adjunte "
        "una foto del medidor.",
    )
    return NotBelow(least, text.format(fmt.decimal(Decimal(least))))
