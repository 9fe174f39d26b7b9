"""The form of Aportar Lectura: from book and draft to what is shown, and to what is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from desktop.domain.bill_preview import preview_charge
from desktop.domain.contracts import Contract
from desktop.domain.invoices import Invoice
from desktop.domain.readings import Reading, Register
from desktop.domain.self_readings import (
    Access,
    Admission,
    Basis,
    Limits,
    Need,
    Verdict,
    basis,
    check,
)
from desktop.domain.submissions import Submission, SubmissionState
from desktop.domain.users import Utility
from desktop.submissions.self_reading.content import (
    RegisterValue,
    SelfReading,
    decode,
)
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.quality_words import quality_badge
from desktop.viewmodels.self_reading_draft import Draft
from desktop.viewmodels.self_reading_rows import entered_text, received_badge
from desktop.viewmodels.self_reading_state import Dial, Fact, Receipt, SelfReadingState
from desktop.viewmodels.self_reading_words import (
    access_text,
    format_text,
    missing_text,
    verdict_text,
)
from desktop.viewmodels.submission_words import deadline_text, state_words
from desktop.viewmodels.table import Tone

_ORDER = list(Need)
_TONES = {
    Need.NOTHING: Tone.INFO,
    Need.CONFIRMATION: Tone.ATTENTION,
    Need.PHOTO: Tone.ATTENTION,
    Need.CORRECTION: Tone.BAD,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is known of the contract at `now` (server time, UTC). `items` are its contributed
    readings in the outbox, newest first."""

    contract: Contract
    admission: Admission
    readings: tuple[Reading, ...]
    items: tuple[Submission, ...]
    last_invoice: Invoice | None
    utility: Utility | None
    now: datetime

    @property
    def limits(self) -> Limits:
        """The utility's own, or what is usual."""
        if self.utility is None:
            return Limits()
        own = self.utility.self_reading
        return Limits(own.soft_low, own.soft_high, own.hard_high)


class Form:
    """One look at sheet and draft; made anew whenever either changes. `sending` is the
    op_id of what is on its way to the server."""

    def __init__(self, sheet: Sheet, draft: Draft, fmt: Formatter, *, sending: str) -> None:
        self.sheet = sheet
        self._draft, self._fmt, self._sending = draft, fmt, sending
        meter = sheet.admission.meter
        self._registers = meter.registers if meter is not None else ()
        self._bases: dict[str, Basis] = {}
        if meter is not None:
            window = sheet.admission.window
            self._bases = {
                r.id: basis(r, meter, sheet.readings, sheet.now, window) for r in self._registers
            }

    # --- judging

    @cached_property
    def verdicts(self) -> dict[str, Verdict]:
        """Of each register; a field that is not filled in counts as wrong format."""
        sheet = self.sheet
        return {
            r.id: check(
                self._draft.texts.get(r.id, ""),
                self._bases[r.id],
                sheet.now,
                sheet.now,
                sheet.admission.window,
                sheet.limits,
            )
            for r in self._registers
        }

    def weakest(self) -> tuple[str, Need]:
        """The first register that needs most, and what it needs."""
        return max(
            ((key, v.need) for key, v in self.verdicts.items()),
            key=lambda pair: _ORDER.index(pair[1]),
            default=("", Need.CORRECTION),
        )

    def reading(self) -> SelfReading:
        """What is sent; only for a form without problems. The moment is told to the minute, which
        also keeps it from running ahead of the server by a second or two."""
        meter, window = self.sheet.admission.meter, self.sheet.admission.window
        assert meter is not None
        assert window is not None
        minute = self.sheet.now.replace(second=0, microsecond=0)
        asked = [v.reason for v in self.verdicts.values() if v.reason is not None]
        return SelfReading(
            meter_id=meter.id,
            values=tuple(RegisterValue(r.id, self._draft.texts[r.id]) for r in self._registers),
            read_at=max(minute, window.opens_at),
            confirmed=tuple(dict.fromkeys(str(reason) for reason in asked)),
            photo=self._draft.photo_sha256,
        )

    # --- showing

    def state(self) -> SelfReadingState:
        """Everything but what the viewmodel adds of its own."""
        admitted = self.sheet.admission
        receipt = self._receipt()
        has_form = admitted.access is Access.OPEN and (
            receipt is None or (self._draft.is_again and not admitted.is_billed)
        )
        notice, tone, refused = self._notice(has_form)
        return SelfReadingState(
            phase=Phase.FILLED,
            access=admitted.access,
            notice=notice,
            notice_tone=tone,
            refused=refused,
            can_remind=admitted.access is Access.TOO_EARLY,
            facts=self._facts(),
            has_form=has_form,
            dials=tuple(self._dial(r) for r in self._registers) if has_form else (),
            serial=admitted.meter.serial if admitted.meter is not None else "",
            preview=self._preview() if has_form else "",
            need=self.weakest()[1] if self._is_complete else Need.NOTHING,
            is_confirmed=self._draft.is_confirmed,
            is_declared=self._draft.is_declared,
            photo=self._photo(),
            is_correction=self._draft.is_again,
            receipt=None if has_form else receipt,
        )

    def _photo(self) -> str:
        if self._draft.photo is not None:
            return self._draft.photo.name
        kept = QCoreApplication.translate("SelfReadingForm", "La foto que ya adjuntó")
        return kept if self._draft.kept_photo is not None else ""

    @property
    def _is_complete(self) -> bool:
        texts = self._draft.texts
        return all(len(texts.get(r.id, "")) == r.integer_digits for r in self._registers)

    def _notice(self, has_form: bool) -> tuple[str, Tone, str]:
        admitted = self.sheet.admission
        newest = self.sheet.items[0] if self.sheet.items else None
        is_refused = newest is not None and newest.state is SubmissionState.REJECTED
        if newest is not None and is_refused and self._is_of_this_window(newest):
            words = state_words(newest, self._fmt, self.sheet.now)
            is_open = has_form and self._draft.replaces != newest.op_id
            return words.sentence, Tone.BAD, newest.op_id if is_open else ""
        tone = Tone.INFO if admitted.access is Access.OPEN else Tone.NEUTRAL
        return access_text(admitted, self._fmt), tone, ""

    def _is_of_this_window(self, item: Submission) -> bool:
        window = self.sheet.admission.window
        return window is not None and window.is_open(decode(item.content).read_at)

    def _facts(self) -> tuple[Fact, ...]:
        translate, fmt = QCoreApplication.translate, self._fmt
        found: list[Fact] = []
        previous = [b.previous for b in self._bases.values() if b.previous is not None]
        if previous:
            day = fmt.day(fmt.local(previous[0].read_at).date())
            hint = f"{day} · {quality_badge(previous[0].quality).text}"
            value = " · ".join(fmt.quantity(r.value, r.unit) for r in previous)
            label = translate("SelfReadingForm", "Lectura anterior")
            found.append(Fact("previous", label, value, hint))
        meter = self.sheet.admission.meter
        if meter is not None:
            label = translate("SelfReadingForm", "Número de medidor")
            hint = translate("SelfReadingForm", "Compare con el suyo")
            found.append(Fact("meter", label, meter.serial, hint))
        day_planned = self.sheet.contract.next_read_date
        if day_planned is not None:
            label = translate("SelfReadingForm", "Próxima visita")
            hint = translate("SelfReadingForm", "Fecha prevista")
            found.append(Fact("scheduled", label, fmt.day(day_planned), hint))
        usual = [self._usual(b) for b in self._bases.values()]
        if any(usual):
            label = translate("SelfReadingForm", "Consumo habitual")
            hint = translate("SelfReadingForm", "Desde la lectura anterior")
            found.append(Fact("usual", label, " · ".join(filter(None, usual)), hint))
        return tuple(found)

    def _usual(self, against: Basis) -> str:
        band = against.band(self.sheet.now, self.sheet.limits)
        if band is None:
            return ""
        return f"{self._fmt.decimal(band.low)} – " + self._fmt.quantity(
            band.high, against.register.unit
        )

    def _dial(self, register: Register) -> Dial:
        text = self._draft.texts.get(register.id, "")
        verdict, against = self.verdicts[register.id], self._bases[register.id]
        message, tone = "", Tone.NEUTRAL
        if text and len(text) < register.integer_digits:
            message = missing_text(register, len(text))
        elif text:
            message, tone = verdict_text(verdict, against, self._fmt), _TONES[verdict.need]
        consumption = ""
        if verdict.consumption is not None and verdict.consumption >= 0:
            consumption = self._fmt.quantity(verdict.consumption, register.unit)
        translate = QCoreApplication.translate
        several = len(self._registers) > 1
        title = translate("SelfReadingForm", "Lectura del medidor")
        if several:
            number = self._registers.index(register) + 1
            title = translate("SelfReadingForm", "Lectura del registro {0}").format(number)
        label = translate("SelfReadingForm", "{0}, {1} dígitos")
        return Dial(
            register_id=register.id,
            label=label.format(title, register.integer_digits),
            title=title,
            digits=register.integer_digits,
            text=text,
            unit=register.unit,
            help=format_text(register),
            message=message,
            tone=tone,
            consumption=consumption,
            usual=self._usual(against),
        )

    def _preview(self) -> str:
        """What the next bill would come to; empty until everything is typed."""
        used = [v.consumption for v in self.verdicts.values() if v.consumption is not None]
        last = self.sheet.last_invoice
        if last is None or not used or len(used) < len(self._registers):
            return ""
        found = preview_charge(last, sum(used, Decimal(0)))
        if found is None:
            return ""
        translate, fmt = QCoreApplication.translate, self._fmt
        if found.fx_rate is not None:
            text = translate(
                "SelfReadingForm",
                "Próxima factura: unos {0}. Es una estimación con los precios y el tipo de cambio "
                "({1}) de la factura {2}.",
            )
            return text.format(
                fmt.money(found.total), fmt.decimal(found.fx_rate), found.invoice_number
            )
        text = translate(
            "SelfReadingForm",
            "Próxima factura: unos {0}. Es una estimación con los precios de la factura {1}.",
        )
        return text.format(fmt.money(found.total), found.invoice_number)

    # --- what was sent already

    def _receipt(self) -> Receipt | None:
        for item in self.sheet.items:
            is_over = item.state in (SubmissionState.CANCELLED, SubmissionState.REJECTED)
            if not is_over and (item.state.is_pending or self._is_of_this_window(item)):
                return self._receipt_of(item)
        contributed = self.sheet.admission.contributed
        if not contributed:
            return None
        first, fmt = contributed[0], self._fmt
        translate = QCoreApplication.translate
        text = translate("SelfReadingForm", "Ya aportó una lectura en este período, el {0}.")
        return Receipt(
            op_id=first.origin_op_id or "",
            state=SubmissionState.ACCEPTED,
            badge=received_badge(contributed),
            sentence=text.format(fmt.day(fmt.local(first.read_at).date())),
            value=" · ".join(fmt.quantity(r.value, r.unit) for r in contributed),
            deadline="",
            can_edit=False,
            can_cancel=False,
            can_check=False,
            can_replace=self._can_replace,
        )

    def _receipt_of(self, item: Submission) -> Receipt:
        fmt, sheet = self._fmt, self.sheet
        is_sending = item.op_id == self._sending
        words = state_words(item, fmt, sheet.now, is_sending=is_sending)
        window = sheet.admission.window
        closes_at = window.closes_at if window is not None else None
        sentence = words.sentence
        if item.state is SubmissionState.ACCEPTED:
            more = QCoreApplication.translate(
                "SelfReadingForm",
                "Será considerada en su próxima factura, sujeta a verificación.",
            )
            sentence = f"{sentence} {more}"
        came_of_it = [r for r in sheet.readings if r.origin_op_id == item.op_id]
        is_queued = item.state is SubmissionState.QUEUED and not is_sending
        return Receipt(
            op_id=item.op_id,
            state=item.state,
            badge=received_badge(came_of_it) if came_of_it else words.badge,
            sentence=sentence,
            value=entered_text(decode(item.content), sheet.readings, fmt),
            deadline=deadline_text(item, closes_at, fmt, sheet.now),
            can_edit=is_queued and sheet.admission.access is Access.OPEN,
            can_cancel=is_queued,
            can_check=item.state is SubmissionState.UNCERTAIN and not is_sending,
            can_replace=item.state is SubmissionState.ACCEPTED and self._can_replace,
        )

    @property
    def _can_replace(self) -> bool:
        admitted = self.sheet.admission
        return admitted.access is Access.OPEN and not admitted.is_billed
