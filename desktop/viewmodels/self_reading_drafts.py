"""The drafts of Aportar Lectura: one per contract, on the disk as they are typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.viewmodels.drafting import Drafting
from desktop.viewmodels.self_reading_draft import Draft, recovered
from desktop.viewmodels.self_reading_rows import KIND

if TYPE_CHECKING:
    from desktop.domain import drafts
    from desktop.services.attachments import FileProblem
    from desktop.services.results import ContractSummary
    from desktop.viewmodels.context import Context

PHOTO_TYPES = ("image/jpeg", "image/png")


class SelfReadingDrafts(QObject):
    """`changed` comes when something arrived from the disk; `photo_problem` is what is wrong with
    the last picture that was chosen, `recovered_at` when a contract's draft was last typed if that
    was before the app started."""

    changed = Signal()
    failed = Signal(object)  # AppError

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._drafts: dict[str, Draft] = {}
        self.recovered_at: dict[str, datetime] = {}
        self.photo_problem = ""
        self.kept = Drafting(context, KIND, self)
        self.kept.failed.connect(self.failed)

    def of(self, contract_id: str | None) -> Draft:
        """What is entered for a contract."""
        return self._drafts.get(contract_id or "", Draft())

    def keep(self, summary: ContractSummary, draft: Draft) -> None:
        """This is entered now."""
        contract_id, scope = summary.contract.id, summary.link.scope
        was_empty = self.of(contract_id).is_empty
        self._drafts[contract_id] = draft
        if not draft.is_empty:
            self.kept.changed(scope, draft.content())
        elif not was_empty:
            self.kept.discard(scope)

    def drop(self, summary: ContractSummary) -> None:
        """Nothing is entered any more."""
        self.forget(summary)
        self.kept.discard(summary.link.scope)

    def forget(self, summary: ContractSummary) -> None:
        """What was entered went away with its submission."""
        self.photo_problem = ""
        self._drafts.pop(summary.contract.id, None)
        self.recovered_at.pop(summary.contract.id, None)

    def add_photo(self, summary: ContractSummary, path: Path) -> None:
        """Take a picture along; a problem with it is in `photo_problem`."""
        contract_id, scope = summary.contract.id, summary.link.scope

        def taken(photo: drafts.DraftFile) -> None:
            self.photo_problem = ""
            old = self.of(contract_id)
            if old.photo is not None and old.photo.sha256 != photo.sha256:
                self.kept.drop_file(scope, old.photo)
            self.keep(summary, replace(old, photo=photo))
            self.changed.emit()

        def refused(problem: FileProblem) -> None:
            self.photo_problem = problem.value
            self.changed.emit()

        self.kept.add_file(scope, "photo", path, done=taken, refused=refused, accepts=PHOTO_TYPES)

    def drop_photo(self, summary: ContractSummary) -> None:
        """Leave the picture out again."""
        self.photo_problem = ""
        old = self.of(summary.contract.id)
        if old.photo is not None:
            self.kept.drop_file(summary.link.scope, old.photo)
        self.keep(summary, replace(old, photo=None, kept_photo=None))

    def recover(self, summary: ContractSummary) -> None:
        """Take up what was typed before the app ended, unless it was for another period."""
        contract_id, window = summary.contract.id, summary.contract.reading_window
        if contract_id in self._drafts:
            return

        def found(draft: drafts.Draft | None) -> None:
            if draft is None or contract_id in self._drafts:
                return
            if window is None or draft.saved_at < window.opens_at:
                self.kept.discard(summary.link.scope)
                return
            self._drafts[contract_id] = recovered(draft)
            self.recovered_at[contract_id] = draft.saved_at
            self.changed.emit()

        self.kept.load(summary.link.scope, found)
