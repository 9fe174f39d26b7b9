"""The frame around the pages: who is signed in, which contract, which page, how fresh."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class ShellViewModel(QObject):
    """Pages rely on this much; the shell's author adds the rest.

    - `contract_id: str | None`, `contract: ContractSummary | None` (current contract)
    - `select_contract(contract_id)`; emits `contract_changed`
    - `go_to(page_key, contract_id=None, item_id=None)`; emits `page_requested`
    - `sync_now()`; `is_offline: bool`; `freshness: Freshness`; emits `sync_changed`
    """

    contract_changed = Signal()
    page_requested = Signal(str, str)  # page key, id of the entity to show ("" for none)
    sync_changed = Signal()
