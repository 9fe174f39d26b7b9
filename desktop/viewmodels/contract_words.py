"""The words for contracts: services, states, and why supply was cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.contracts import ContractStatus, ServiceKind
from desktop.viewmodels.table import Badge, Tone

if TYPE_CHECKING:
    from desktop.services.results import ContractSummary


def contract_name(summary: ContractSummary) -> str:
    """The person's own name for it, else "Contrato" and its number."""
    own = summary.link.alias
    if own:
        return own
    return QCoreApplication.translate("ContractWords", "Contrato {0}").format(
        summary.contract.number
    )


def contract_details(summary: ContractSummary, *details: str) -> str:
    """`details` in a line, after the number where the name does not say it."""
    number = (summary.contract.number,) if summary.link.alias else ()
    return " · ".join(part for part in (*number, *details) if part)


def status_badge(status: ContractStatus) -> Badge:
    """Icon, word and tone of a contract's state."""
    translate = QCoreApplication.translate
    return {
        ContractStatus.ACTIVE: Badge(
            "circle-check", translate("ContractWords", "Activo"), Tone.GOOD
        ),
        ContractStatus.PENDING: Badge(
            "hourglass", translate("ContractWords", "Pendiente"), Tone.INFO
        ),
        ContractStatus.CUT: Badge("ban", translate("ContractWords", "Cortado"), Tone.BAD),
        ContractStatus.ENDED: Badge("circle-dot", translate("ContractWords", "Baja"), Tone.NEUTRAL),
    }[status]


def service_badge(service: ServiceKind) -> Badge:
    """Icon and word of a service."""
    translate = QCoreApplication.translate
    return {
        ServiceKind.GAS: Badge("flame", translate("ContractWords", "Gas"), Tone.NEUTRAL),
        ServiceKind.WATER: Badge("droplets", translate("ContractWords", "Agua"), Tone.NEUTRAL),
        ServiceKind.POWER: Badge("zap", translate("ContractWords", "Electricidad"), Tone.NEUTRAL),
    }[service]
