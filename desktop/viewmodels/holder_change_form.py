"""Cambio de Titular: a few questions at a time; going back keeps everything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from desktop.domain.drafts import DraftFile
from desktop.domain.forms import Spec, Value
from desktop.domain.submissions import Submission
from desktop.domain.supply_blocks import Block, holder_change_blocks
from desktop.domain.supply_requests import PersonType, RequestKind
from desktop.domain.supply_rules import HolderChangeRules
from desktop.submissions.holder_change.content import Handover, HolderChange, decode
from desktop.viewmodels.holder_change_parts import Parts, Step, person_type_of
from desktop.viewmodels.supply_form import SupplyForm
from desktop.viewmodels.supply_request_state import WizardState

_DIAL = "dial_"


class HolderChangeForm(SupplyForm):
    """`at` is the step in sight."""

    kind = "holder_change"
    about = RequestKind.HOLDER_CHANGE
    at = 0

    @property
    def rules(self) -> HolderChangeRules | None:
        """The utility's, where it offers this."""
        whole = self.sheet.book.rules if self.sheet is not None else None
        return whole.holder_change if whole is not None else None

    def blocks(self) -> tuple[Block, ...]:
        if self.sheet is None:
            return ()
        return holder_change_blocks(self.sheet.account(self.kind, self.replaced), self.rules)

    def specs(self) -> tuple[Spec, ...]:
        parts = self._parts()
        if parts is None:
            return ()
        return tuple(spec for of_step in parts.by_step().values() for spec in of_step)

    def defaults(self) -> Mapping[str, Value]:
        if self.sheet is None:
            return {}
        today = self.context.format.day(self.sheet.book.today)
        return {
            "person_type": PersonType.PERSON.value,
            "effective_on": today,
            "read_on": today,
        }

    # --- steps

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step, by what is typed so far."""
        parts = self._parts()
        return parts.steps() if parts is not None else ()

    def forward(self, stream: str, done: Callable[[Submission], None]) -> None:
        """The next step, if this one is right; after the last one it is sent."""
        steps = self.steps
        if not steps or self.form.is_sending:
            return
        if self.at < len(steps) - 1:
            if self.form.check(steps[self.at].names):
                self.at += 1
                self.changed.emit()
            return
        for place, step in enumerate(steps):
            if not self.form.check(step.names):
                self.at = place
                self.changed.emit()
                return
        self.send(stream, done)

    def back(self) -> None:
        """The step before; what was typed stays."""
        self.go(self.at - 1)

    def go(self, place: int) -> None:
        """A step that was seen already."""
        if 0 <= place < self.at:
            self.at = place
            self.changed.emit()

    def leave(self) -> None:
        super().leave()
        self.at = 0

    def discard(self) -> None:
        self.at = 0
        super().discard()

    # --- what is sent

    def payload(self) -> dict[str, Any]:
        return self._made().content()

    def values_of(self, content: Mapping[str, Any]) -> Mapping[str, Value]:
        was = decode(content)
        fmt = self.context.format
        found: dict[str, Value] = {
            "reason": was.reason,
            "link": was.link,
            "assumes_debt": was.assumes_debt,
            "person_type": was.person_type.value,
            f"{was.person_type.value}_document": (was.document_type, was.document_number),
            "full_name": was.full_name,
            "born_on": fmt.day(was.born_on) if was.born_on is not None else "",
            "email": was.email,
            "email_again": was.email,
            "phone": was.phone,
            "other_phone": was.other_phone,
            "postal_address": was.postal_address,
            "representative_name": was.representative_name,
            "representative_document": was.representative_document,
            "effective_on": fmt.day(was.effective_on),
            **self.kept_documents(content["documents"]),
        }
        if was.handover is not None:
            found["read_on"] = fmt.day(was.handover.on)
            found |= {_DIAL + at: value for at, value in was.handover.values}
            if was.handover.photo is not None:
                words = self.tr("La foto que ya adjuntó")
                photo = DraftFile("photo", words, "image/jpeg", was.handover.photo, 0)
                found["photo"] = (photo,)
        return found

    def _made(self) -> HolderChange:
        form, rules, sheet = self.form, self.rules, self.sheet
        assert rules is not None and sheet is not None, "there is no form without them"
        person = person_type_of(form.values)
        kind, number = form.chosen(f"{person.value}_document")
        return HolderChange(
            reason=form.text("reason"),
            person_type=person,
            document_type=kind,
            document_number=number,
            full_name=form.text("full_name"),
            born_on=form.day("born_on"),
            email=form.text("email").lower(),
            phone=form.text("phone"),
            other_phone=form.text("other_phone"),
            postal_address=form.text("postal_address"),
            representative_name=form.text("representative_name"),
            representative_document=form.text("representative_document"),
            link=form.text("link"),
            effective_on=form.day("effective_on") or sheet.book.today,
            handover=self._handover(),
            assumes_debt=form.ticked("assumes_debt"),
            documents=self.documents(),
            terms_version=rules.terms.version,
        )

    def _handover(self) -> Handover | None:
        form = self.form
        dials = [spec.name for spec in form.specs if spec.name.startswith(_DIAL)]
        values = tuple((name.removeprefix(_DIAL), form.text(name)) for name in dials)
        on, photo = form.day("read_on"), form.files("photo")
        if on is None or not values or not all(value for _register, value in values):
            return None
        return Handover(on, values, photo[0].sha256 if photo else None)

    # --- showing

    def wizard(self) -> WizardState:
        """Everything around the parts in sight."""
        steps, rules = self.steps, self.rules
        if not steps or rules is None:
            return WizardState(form=self.state())
        at = min(self.at, len(steps) - 1)
        step = steps[at]
        is_last = step.key == "confirm"
        return WizardState(
            form=self.state(),
            steps=tuple(each.title for each in steps),
            at=at,
            names=step.names,
            hint=self._hint(step.key),
            summary=self._summary() if is_last else (),
            terms=rules.terms.text.strip() if is_last else "",
        )

    def _hint(self, key: str) -> str:
        rules = self.rules
        reason = rules.reason(self.form.text("reason")) if rules is not None else None
        if key == "documents":
            return self.tr("Se piden por el motivo y por el tipo de persona que eligió.")
        if key == "handover":
            return self.tr(
                "Con esta lectura termina su contrato y comienza el del nuevo titular. Lea el "
                "medidor sin abrir ni mover nada."
            )
        if key == "confirm" and reason is not None and reason.acceptance:
            return self.tr(
                "El titular actual debe dar su conformidad: por el enlace que le enviamos por "
                "correo, o en Solicitudes de Suministro si ingresa con su usuario."
            )
        return ""

    def _summary(self) -> tuple[tuple[str, str], ...]:
        form, rules, sheet = self.form, self.rules, self.sheet
        if rules is None or sheet is None or sheet.book.rules is None:
            return ()
        reason = rules.reason(form.text("reason"))
        link = next((each.label for each in rules.links if each.code == form.text("link")), "")
        person = person_type_of(form.values)
        number = form.chosen(f"{person.value}_document")
        types = {each.code: each.label for each in rules.document_types}
        papers = [sheet.book.rules.label(code) for code, _sha in self.documents()]
        dial = self._handover()
        day = form.day("effective_on")
        fmt = self.context.format
        found = (
            (self.tr("Motivo"), reason.label if reason is not None else ""),
            (self.tr("Nuevo titular"), form.text("full_name")),
            (self.tr("Documento"), f"{types.get(number[0], '')} {number[1]}" if number else ""),
            (self.tr("Representante"), form.text("representative_name")),
            (self.tr("Correo"), form.text("email")),
            (self.tr("Teléfono"), form.text("phone")),
            (self.tr("Vínculo con el inmueble"), link),
            (self.tr("Documentos"), "\n".join(papers)),
            (
                self.tr("Lectura de entrega"),
                " · ".join(self._quantity(*value) for value in dial.values) if dial else "",
            ),
            (self.tr("Rige desde"), fmt.day(day) if day is not None else ""),
        )
        return tuple((name, value) for name, value in found if value)

    def _quantity(self, register_id: str, digits: str) -> str:
        meters = self.sheet.book.meters if self.sheet is not None else ()
        units = {register.id: register.unit for meter in meters for register in meter.registers}
        unit = units.get(register_id, "")
        return self.context.format.quantity(Decimal(digits), unit).rstrip()

    def _parts(self) -> Parts | None:
        sheet, rules = self.sheet, self.rules
        if sheet is None or rules is None:
            return None
        named = {name: self.form.value(name) for name in ("reason", "person_type")}
        return Parts(sheet, rules, self.context.format, named, self.document_spec)
