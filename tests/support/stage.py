"""A shell with one contract open, so that a page can be tested without window and server."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

from desktop.domain.contracts import (
    ConnectedState,
    Contract,
    ContractLink,
    ContractStatus,
    LinkRole,
    ServiceKind,
)
from desktop.domain.freshness import Freshness
from desktop.domain.invoices import debt
from desktop.domain.users import Utility
from desktop.services.office import Office
from desktop.services.results import ContractSummary, Overview
from desktop.viewmodels.context import Context
from desktop.viewmodels.events import Events
from desktop.viewmodels.settings import Settings
from desktop.viewmodels.shell import ShellViewModel
from desktop.viewmodels.tasks import TaskRunner
from tests.support.books import CONTRACT, NOW, TODAY, FakeOffice

UTILITY = Utility(
    "u", "Gas del Sur", "Gas del Sur S.A.", "UY", "America/Montevideo", "es-UY", "UYU",
    "#1b6ca8", "0800 1234", "0800 4321", "URSEA", True, None, 2,
)  # fmt: skip


def summary(contract_id: str = CONTRACT, alias: str = "Casa") -> ContractSummary:
    """A contract as Inicio knows it."""
    contract = Contract(
        contract_id, "4410-2219", "88120", "Lucía Pérez", ServiceKind.GAS, ContractStatus.ACTIVE,
        "Residencial", "R1", "Bulevar Artigas 1234", "Montevideo", "PS-77",
        ConnectedState.CONNECTED, "UYU", date(2019, 3, 1), None, None, None, None,
    )  # fmt: skip
    link = ContractLink(f"C-{contract_id}", contract_id, alias, LinkRole.HOLDER)
    return ContractSummary(link, contract, debt((), TODAY, "UYU"), 0, 0)


class Stage:
    """Context and what is behind it; `close` when the test is over."""

    def __init__(self, folder: Path, office: FakeOffice, *contracts: ContractSummary) -> None:
        self.office = office
        self.runner = TaskRunner()
        self.events = Events()
        self.settings = Settings(folder)
        self.shell = ShellViewModel(
            lambda _server: cast("Office", office),
            "http://127.0.0.1:1",
            self.runner,
            self.events,
            self.settings,
        )
        shown = contracts or (summary(),)
        self.shell.set_utility(UTILITY)
        self.shell.overview = Overview(shown, TODAY, NOW, Freshness(NOW))
        self.shell.freshness = Freshness(NOW)
        self.shell.contract_id = shown[0].contract.id

    def context(self) -> Context:
        """What a page is built with."""
        return self.shell.context()

    def close(self) -> None:
        """Stop the workers."""
        self.office.documents.gate.set()
        self.shell.close()
        self.runner.close()
