"""The form of Solicitar factura electrónica: its parts, and what would follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.contracts import Contract
from desktop.domain.delivery import (
    Delivery,
    DeliveryChannel,
    DeliveryRules,
    DeliveryStatus,
    Standing,
    first_bill,
    newest_first,
)
from desktop.domain.form_choices import Choice, Option, Tick
from desktop.domain.forms import Email, Problem, Spec, Text, Value, told
from desktop.services.results import DeliveryBook
from desktop.submissions.delivery_preference.content import DeliveryPreference
from desktop.viewmodels.delivery_words import (
    channel_text,
    first_bill_text,
    in_force_text,
    same_address_text,
)
from desktop.viewmodels.format import Formatter

MOST_ADDRESS = 200


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the form is about."""

    contract: Contract
    book: DeliveryBook
    rules: DeliveryRules
    holds: Standing
    email: str  # the person's own

    @property
    def address(self) -> str:
        """The supply's."""
        return ", ".join(part for part in (self.contract.address, self.contract.city) if part)


def specs(sheet: Sheet, channel: str) -> tuple[Spec, ...]:
    """The parts for what is chosen."""
    translate = QCoreApplication.translate
    mail, paper = DeliveryChannel.EMAIL, DeliveryChannel.PAPER
    how = Choice(
        name="channel",
        label=translate("DeliveryForm", "¿Cómo quiere recibir la factura?"),
        options=(
            Option(mail.value, channel_text(mail)),
            Option(paper.value, channel_text(paper)),
        ),
    )
    if channel == paper.value:
        return (
            how,
            Text(
                name="postal_address",
                label=translate("DeliveryForm", "Dirección postal"),
                hint=translate("DeliveryForm", "Si la deja vacía se envía a {0}.").format(
                    sheet.address
                ),
                required=False,
                most=MOST_ADDRESS,
            ),
        )
    return (
        how,
        Email(name="email", label=translate("DeliveryForm", "Correo electrónico")),
        Email(
            name="second_email",
            label=translate("DeliveryForm", "Segundo correo"),
            hint=translate("DeliveryForm", "Recibe una copia de cada factura."),
            required=False,
            check=is_another,
        ),
        Tick(
            name="consent",
            label=translate("DeliveryForm", "Acepto las condiciones (versión {0})").format(
                sheet.rules.consent_version
            ),
            hint=sheet.rules.consent_text.strip(),
            about=f"{sheet.rules.consent_version} {sheet.rules.consent_text}",
        ),
    )


def is_another(value: str, values: Mapping[str, Value]) -> Problem | None:
    """The second address is not the first."""
    if value.casefold() == str(values.get("email", "")).strip().casefold():
        return told(same_address_text())
    return None


def defaults(sheet: Sheet) -> dict[str, Value]:
    """What stands in the form beforehand: mail, and the address that is known."""
    row = sheet.holds.waiting or sheet.holds.coming or sheet.holds.suspended
    is_mail = row is not None and row.channel is DeliveryChannel.EMAIL
    return {
        "channel": DeliveryChannel.EMAIL.value,
        "email": row.email if row is not None and is_mail else sheet.email,
        "second_email": row.second_email if row is not None and is_mail else "",
    }


def is_in_force(wish: DeliveryPreference, sheet: Sheet) -> bool:
    """Whether it is what holds already."""
    if sheet.holds.waiting is not None:
        return False
    row = sheet.holds.coming
    if row is None:
        return wish.channel is DeliveryChannel.PAPER and not wish.postal_address
    if row.channel is not wish.channel:
        return False
    return _ways(row.email, row.second_email, row.postal_address) == _ways(
        wish.email, wish.second_email, wish.postal_address
    )


def _ways(*texts: str) -> tuple[str, ...]:
    return tuple(text.strip().casefold() for text in texts)


def preview(wish: DeliveryPreference, sheet: Sheet, fmt: Formatter) -> str:
    """From which bill on it would count if it were sent now."""
    translate = QCoreApplication.translate
    book, rules = sheet.book, sheet.rules
    if is_in_force(wish, sheet):
        row = sheet.holds.coming
        return in_force_text(row.effective_from if row is not None else None, fmt)
    first = first_bill(book.today, book.reading_days, sheet.contract.next_read_date, rules)
    if wish.channel is DeliveryChannel.PAPER:
        where = wish.postal_address or sheet.address
        return first_bill_text(wish.channel, where, first.reading, fmt, is_late=first.is_late)
    if not wish.email:
        return ""
    text = first_bill_text(wish.channel, wish.email, first.reading, fmt, is_late=first.is_late)
    if is_known(book.rows, wish.email):
        return text
    return translate(
        "DeliveryForm", "Le enviaremos un correo para confirmar la dirección. {0}"
    ).format(text)


def is_known(rows: tuple[Delivery, ...], email: str) -> bool:
    """Whether the address was confirmed before and mails arrived since."""
    for row in newest_first(rows):
        if row.email.casefold() == email.casefold() and row.confirmed_at is not None:
            return row.status is not DeliveryStatus.SUSPENDED
    return False


def more(wish: DeliveryPreference, sheet: Sheet, fmt: Formatter) -> str:
    """What else there is to know of the choice."""
    translate, rules = QCoreApplication.translate, sheet.rules
    if is_in_force(wish, sheet):
        return ""
    if wish.channel is DeliveryChannel.PAPER:
        if not rules.paper_fee:
            return ""
        text = translate("DeliveryForm", "Cada factura en papel tiene un costo de {0}.")
        return text.format(fmt.money(rules.fee(sheet.contract.currency)))
    text = translate(
        "DeliveryForm", "La factura se envía {0} días antes de su vencimiento, o más."
    ).format(rules.due_notice_days)
    if rules.paper_overlap == 1:
        text += " " + translate("DeliveryForm", "La primera llega también en papel.")
    elif rules.paper_overlap:
        also = translate("DeliveryForm", "Las primeras {0} llegan también en papel.")
        text += " " + also.format(rules.paper_overlap)
    return text
