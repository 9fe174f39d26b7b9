"""Names of contracts that are being typed: on the disk as they are typed, until they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.submissions.contract_alias.content import NAME
from desktop.viewmodels.drafting import Drafting

if TYPE_CHECKING:
    from desktop.domain.drafts import Draft
    from desktop.viewmodels.context import Context


class AliasDrafts(QObject):
    """One per scope of a contract; `changed` comes when one arrived from the disk."""

    changed = Signal()
    failed = Signal(object)  # AppError

    def __init__(self, context: Context, owner: QObject) -> None:
        super().__init__(owner)
        self._typed: dict[str, str] = {}
        self._asked: set[str] = set()
        self.kept = Drafting(context, NAME, self)
        self.kept.failed.connect(self.failed)

    def typed(self, scope: str) -> str | None:
        """What stands in the field; None where nothing but the contract's own name does."""
        return self._typed.get(scope)

    def type(self, scope: str, text: str, own: str) -> None:
        """This stands there now; `own` is the contract's name."""
        if text == own:
            self._typed.pop(scope, None)
            self.kept.discard(scope)
            return
        self._typed[scope] = text
        self.kept.changed(scope, {"alias": text})

    def settle(self, scope: str, name: str) -> None:
        """The contract is called `name` now; what was typed since goes on being kept."""
        text = self._typed.pop(scope, None)
        if text is not None and text.strip() != name:
            self.type(scope, text, name)

    def recover(self, scope: str) -> None:
        """Take up what was typed before the app ended, once."""
        if scope in self._asked:
            return
        self._asked.add(scope)

        def found(draft: Draft | None) -> None:
            if draft is not None and scope not in self._typed:
                self._typed[scope] = str(draft.content.get("alias", ""))
                self.changed.emit()

        self.kept.load(scope, found)
