"""The words for how bills are delivered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.delivery import Delivery, DeliveryChannel, Stage
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.table import Badge, Tone


def channel_text(channel: DeliveryChannel) -> str:
    """'Por mail' or 'En papel'."""
    translate = QCoreApplication.translate
    if channel is DeliveryChannel.EMAIL:
        return translate("DeliveryWords", "Por mail")
    return translate("DeliveryWords", "En papel")


def channel_icon(channel: DeliveryChannel) -> str:
    """Its icon."""
    return "mail" if channel is DeliveryChannel.EMAIL else "file-text"


def destination(row: Delivery, address: str) -> str:
    """Where the bills go; `address` is the supply's."""
    if row.channel is DeliveryChannel.EMAIL:
        return " · ".join(filter(None, (row.email, row.second_email)))
    return row.postal_address or address


def stage_badge(stage: Stage) -> Badge:
    """Icon, word and tone of a request's state."""
    translate = QCoreApplication.translate
    return {
        Stage.UNCONFIRMED: Badge(
            "hourglass", translate("DeliveryWords", "Falta confirmar el correo"), Tone.ATTENTION
        ),
        Stage.NEXT_BILL: Badge(
            "calendar-clock", translate("DeliveryWords", "Desde la próxima factura"), Tone.INFO
        ),
        Stage.IN_FORCE: Badge("circle-check", translate("DeliveryWords", "Vigente"), Tone.GOOD),
        Stage.REVERTED: Badge("history", translate("DeliveryWords", "Reemplazada"), Tone.NEUTRAL),
        Stage.SUSPENDED: Badge(
            "triangle-alert", translate("DeliveryWords", "Suspendida por rechazos"), Tone.BAD
        ),
    }[stage]


def first_bill_text(
    channel: DeliveryChannel, where: str, first: date | None, fmt: Formatter, *, is_late: bool
) -> str:
    """From which bill on, as it is or would be."""
    translate = QCoreApplication.translate
    if channel is DeliveryChannel.EMAIL:
        text = translate("DeliveryWords", "A partir de la factura de {0} la recibirá en {1}.")
    else:
        text = translate(
            "DeliveryWords", "A partir de la factura de {0} la recibirá en papel en {1}."
        )
    if first is None:
        text = translate("DeliveryWords", "A partir de la próxima factura la recibirá en {1}.")
    told = text.format(fmt.month(first) if first is not None else "", where)
    if is_late:
        late = translate(
            "DeliveryWords",
            "Para esta factura ya se emitió el papel; el cambio rige desde la próxima.",
        )
        return f"{late} {told}"
    return told


def suspended_text(row: Delivery) -> str:
    """FEL-03."""
    return QCoreApplication.translate(
        "DeliveryWords",
        "Los correos enviados a {0} fueron rechazados. Actualícelo; mientras tanto recibirá la"
        " factura en papel.",
    ).format(row.email)


def unconfirmed_text(row: Delivery) -> str:
    """FEL-04, with the address."""
    return QCoreApplication.translate(
        "DeliveryWords",
        "Confirme la dirección {0} desde el correo que le enviamos. Hasta entonces la factura"
        " llega como hasta ahora.",
    ).format(row.email)


def in_force_text(since: date | None, fmt: Formatter) -> str:
    """FEL-05."""
    if since is None:
        return QCoreApplication.translate("DeliveryWords", "Ya tiene esta modalidad vigente.")
    return QCoreApplication.translate(
        "DeliveryWords", "Ya tiene esta modalidad vigente desde el {0}."
    ).format(fmt.day(since))


def same_address_text() -> str:
    """The copy would go where the bill goes."""
    return QCoreApplication.translate(
        "DeliveryWords", "La segunda dirección debe ser distinta de la primera."
    )


def reason_text(code: str, data: Mapping[str, Any], fmt: Formatter) -> str:
    """Why the utility refused a wish."""
    translate = QCoreApplication.translate
    if code == "already_in_force":
        since = data.get("since")
        return in_force_text(date.fromisoformat(since) if since else None, fmt)
    own = {
        "not_offered": translate("DeliveryWords", "La empresa no ofrece esta opción por ahora."),
        "contract_ended": translate(
            "DeliveryWords", "El contrato está dado de baja y ya no recibe facturas."
        ),
        "format": translate(
            "DeliveryWords", "Revise el correo: debe tener la forma nombre@servidor.com."
        ),
        "same_address": same_address_text(),
        "consent_outdated": translate(
            "DeliveryWords",
            "Las condiciones cambiaron desde que las aceptó. Léalas y envíe la solicitud otra vez.",
        ),
    }
    unknown = translate(
        "DeliveryWords", "La empresa no aceptó el cambio ({0}). Consulte en atención al cliente."
    )
    return own.get(code) or unknown.format(code)
