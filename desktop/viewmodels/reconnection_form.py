"""Reconexión: what is asked for before a crew comes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.form_choices import Choice, Option, Tick
from desktop.domain.forms import Phone, Spec, Text, Value
from desktop.domain.money import Money
from desktop.domain.supply_blocks import Block, reconnection_blocks
from desktop.domain.supply_requests import RequestKind
from desktop.domain.supply_rules import FeeWhen, ReconnectionRules
from desktop.services.results import SupplyBook
from desktop.submissions.reconnection.content import Reconnection, decode
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.supply_form import SupplyForm
from desktop.viewmodels.supply_request_state import Fact, FormState
from desktop.viewmodels.supply_request_words import cut_text
from desktop.viewmodels.table import Tone


class ReconnectionForm(SupplyForm):
    """The reason of the cut decides which parts there are."""

    kind = "reconnection"
    about = RequestKind.RECONNECTION

    @property
    def rules(self) -> ReconnectionRules | None:
        """The utility's, where it offers this."""
        whole = self.sheet.book.rules if self.sheet is not None else None
        return whole.reconnection if whole is not None else None

    def blocks(self) -> tuple[Block, ...]:
        if self.sheet is None:
            return ()
        return reconnection_blocks(self.sheet.account(self.kind, self.replaced), self.rules)

    def specs(self) -> tuple[Spec, ...]:
        sheet, rules = self.sheet, self.rules
        cut = sheet.summary.contract.cut if sheet is not None else None
        if sheet is None or rules is None or cut is None or sheet.book.rules is None:
            return ()
        rule = rules.of_cut(cut.reason)
        found: list[Spec] = [
            Text(name="contact_name", label=self.tr("Persona de contacto"), least=2, most=120),
            Phone(name="contact_phone", label=self.tr("Teléfono de contacto")),
            *slot_specs(sheet.book, self.context.format),
            Text(
                name="access_notes",
                label=self.tr("Cómo llegar al medidor"),
                hint=self.tr("Timbre, portería, perros, dónde está el medidor."),
                required=False,
                lines=3,
                most=1000,
            ),
        ]
        if rule.certificate:
            found.append(
                Text(
                    name="fitter_number",
                    label=self.tr("Matrícula del instalador"),
                    hint=self.tr(
                        "El corte fue por seguridad: interviene un instalador matriculado."
                    ),
                    most=40,
                )
            )
        label = sheet.book.rules.label
        found += [self.document_spec(code, label(code)) for code in rule.wanted]
        adult = self.tr("Habrá un mayor de edad en el domicilio")
        found.append(Tick(name="adult", label=adult))
        label_declared = self.tr("Acepto la declaración de seguridad")
        said = rules.declaration
        found.append(Tick(name="declared", label=label_declared, hint=said, about=said))
        return tuple(found)

    def defaults(self) -> Mapping[str, Value]:
        found: dict[str, Value] = {"contact_name": self.sheet.name if self.sheet else ""}
        for spec in self.specs():
            if isinstance(spec, Choice) and spec.options:
                found[spec.name] = spec.options[0].value
        return found

    def payload(self) -> dict[str, Any]:
        form = self.form
        return Reconnection(
            contact_name=form.text("contact_name"),
            contact_phone=form.text("contact_phone"),
            on=date.fromisoformat(form.text("on")),
            slot=form.text("slot"),
            access_notes=form.text("access_notes"),
            adult=form.ticked("adult"),
            declared=form.ticked("declared"),
            fitter_number=form.text("fitter_number"),
            documents=self.documents(),
        ).content()

    def values_of(self, content: Mapping[str, Any]) -> Mapping[str, Value]:
        was = decode(content)
        days = [s for s in self.specs() if s.name == "on" and isinstance(s, Choice)]
        is_offered = any(o.value == was.on.isoformat() for s in days for o in s.options)
        return {
            "contact_name": was.contact_name,
            "contact_phone": was.contact_phone,
            "slot": was.slot,
            "access_notes": was.access_notes,
            "fitter_number": was.fitter_number,
            "adult": was.adult,
            "declared": was.declared,
            **({"on": was.on.isoformat()} if is_offered else {}),
            **self.kept_documents(content["documents"]),
        }

    def state(self) -> FormState:
        base = SupplyForm.state(self)
        rules = self.rules
        notes = (rules.warning,) if rules is not None and rules.warning else ()
        return FormState(self._facts(), base.obstacles, notes, base.recovered, base.is_sending)

    def _facts(self) -> tuple[Fact, ...]:
        sheet, rules, fmt = self.sheet, self.rules, self.context.format
        cut = sheet.summary.contract.cut if sheet is not None else None
        if sheet is None or cut is None:
            return ()
        owed = sheet.book.overdue
        found = [
            Fact("cut_since", self.tr("Cortado desde"), fmt.day(cut.since)),
            Fact("cut_reason", self.tr("Motivo del corte"), cut_text(cut.reason)),
            Fact(
                "debt",
                self.tr("Deuda vencida"),
                fmt.money(owed),
                self.tr("Regularícela antes") if owed else self.tr("Sin deuda vencida"),
                Tone.BAD if owed else Tone.GOOD,
                "circle-alert" if owed else "circle-check",
            ),
        ]
        if rules is not None and rules.fee:
            fee = Money(rules.fee, sheet.summary.contract.currency)
            when = self.tr("En su próxima factura")
            if rules.fee_when is FeeWhen.PREPAID:
                when = self.tr("Se paga antes de la visita")
            found.append(Fact("fee", self.tr("Cargo de reconexión"), fmt.money(fee), when))
        return tuple(found)


def slot_specs(book: SupplyBook | None, fmt: Formatter) -> tuple[Spec, ...]:
    """When somebody may come: the day and the time of day."""
    translate = QCoreApplication.translate
    rules = book.rules.reconnection if book is not None and book.rules is not None else None
    if book is None or rules is None:
        return ()
    days = rules.days(book.today, book.calendar)
    between = translate("ReconnectionForm", "De {0} a {1}")
    return (
        Choice(
            name="on",
            label=translate("ReconnectionForm", "Día preferido"),
            options=tuple(Option(day.isoformat(), day_text(day, fmt)) for day in days),
        ),
        Choice(
            name="slot",
            label=translate("ReconnectionForm", "Horario preferido"),
            options=tuple(
                Option(slot.code, between.format(slot.starts, slot.ends)) for slot in rules.slots
            ),
        ),
    )


def day_text(day: date, fmt: Formatter) -> str:
    """'martes 03/03/2026'."""
    return f"{fmt.weekday(day)} {fmt.day(day)}"
