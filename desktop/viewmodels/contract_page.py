"""What every page about the current contract does: read when shown, read again when data moved."""

from __future__ import annotations

from abc import abstractmethod
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.services.office import Office
from desktop.viewmodels.context import Context
from desktop.viewmodels.tasks import Lane, Task

B = TypeVar("B")


class ContractPage(QObject, Generic[B]):
    """Reads one book per contract on the LOCAL lane. A page that is not in front only notes that
    its book is old. `kinds` are the entities whose change matters."""

    kinds: tuple[str, ...] = ()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._contract_id: str | None = None
        self._task: Task[B] | None = None
        self._is_stale = True
        self._is_active = False
        context.shell.contract_changed.connect(self._refresh_if_active)
        context.events.data_changed.connect(self._data_changed)

    @property
    def contract_id(self) -> str | None:
        """The contract whose book is shown or being read."""
        return self._contract_id

    def set_active(self, is_active: bool) -> None:
        """The page came to the front, or left it."""
        self._is_active = is_active
        self._refresh_if_active()

    def reload(self) -> None:
        """Read the book again; what is shown stays until the new one is there."""
        self._is_stale = True
        self._refresh_if_active()

    @abstractmethod
    def _read(self, office: Office, contract_id: str) -> B:
        """Worker: read the book."""

    @abstractmethod
    def _show(self, book: B) -> None:
        """Make the state from the book."""

    @abstractmethod
    def _begin(self) -> None:
        """Another contract: forget what was shown."""

    @abstractmethod
    def _fail(self, error: AppError) -> None:
        """Nothing could be read."""

    def _refresh_if_active(self) -> None:
        wanted = self.context.shell.contract_id
        is_other = wanted != self._contract_id
        if not self._is_active or not (self._is_stale or is_other):
            return
        if self._task is not None:
            self._task.cancel()
        if is_other:
            self._contract_id = wanted
            self._begin()
        if wanted is None:
            return
        self._is_stale = False
        self._task = self.context.runner.run(
            Lane.LOCAL,
            lambda _task: self._read(self.context.office, wanted),
            owner=self,
            done=self._show,
            failed=self._not_read,
        )

    def _not_read(self, error: AppError) -> None:
        self._is_stale = True
        self._fail(error)

    def _data_changed(self, changes: Changes) -> None:
        contract = self.context.shell.contract
        scope = contract.link.scope if contract is not None else ""
        if changes.touches(scope, *self.kinds):
            self.reload()
