"""How much waits to be sent, and whether one may leave."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.viewmodels.tasks import Lane

if TYPE_CHECKING:
    from desktop.domain.submissions import OutboxReport
    from desktop.services.results import Unsent
    from desktop.viewmodels.shell import ShellViewModel


class OutboxWatch(QObject):
    """`pending` counts what is not settled, `drafts` what was begun. Signing out asks first where
    something would be lost: `asked` comes then, and one of `keep`, `export` and `discard` answers
    it. `damage` is what befell the outbox, until the person has seen it."""

    changed = Signal()
    asked = Signal()
    exported = Signal(object)  # Path
    failed = Signal(object)  # AppError

    def __init__(self, shell: ShellViewModel) -> None:
        super().__init__(shell)
        self._shell = shell
        self.pending = 0
        self.drafts = 0  # as they were counted when leaving
        self.damage: OutboxReport | None = None
        self._seen: OutboxReport | None = None
        self.is_unknown = False  # the outbox could not be read when leaving
        shell.events.outbox_changed.connect(self.count)
        shell.stage_changed.connect(self.count)

    def count(self) -> None:
        """Count again."""
        shell = self._shell
        if shell.profile is None:
            self._tell(0, None)
            return
        office = shell.office
        shell.runner.run(
            Lane.LOCAL,
            lambda _task: (office.outbox.pending_count(), office.outbox.report()),
            owner=self,
            done=lambda found: self._tell(*found),
            failed=self.failed.emit,
        )

    def see_damage(self) -> None:
        """The person was told of it."""
        self._seen = self.damage
        self._tell(self.pending, self._seen)

    def leave(self) -> None:
        """Sign out, unless something is still to be sent or was begun: then ask."""
        office = self._shell.office
        self._shell.events.leaving.emit()

        def counted(unsent: Unsent) -> None:
            self.is_unknown = False
            self.drafts = unsent.drafts
            self._set(unsent.count or 0)
            if unsent.count or unsent.drafts:
                self.asked.emit()
            else:
                self._shell.sign_out()

        self._shell.runner.run(
            Lane.LOCAL,
            lambda _task: office.outbox.unsent(),
            owner=self,
            done=counted,
            failed=lambda _error: self._ask_blindly(),
        )

    def _ask_blindly(self) -> None:
        self.is_unknown = True  # not known to be empty
        self.asked.emit()

    def keep(self) -> None:
        """Sign out; what was not sent waits, encrypted, until the same person signs in again."""
        self._shell.sign_out()

    def discard(self) -> None:
        """Sign out and lose what was not sent; the person said so."""
        self._shell.sign_out(discard_unsent=True)

    def export(self, path: Path) -> None:
        """Write what waits and what was received to `path`, as PDF or JSON by its name."""
        from desktop.viewmodels.receipts import writing

        write = writing(self._shell, path)
        self._shell.runner.run(
            Lane.LONG,
            lambda _task: write(),
            owner=self,
            done=lambda _none: self.exported.emit(path),
            failed=self.failed.emit,
        )

    def _set(self, pending: int) -> None:
        self._tell(pending, self.damage)

    def _tell(self, pending: int, report: OutboxReport | None) -> None:
        damage = report if report != self._seen else None
        if (pending, damage) != (self.pending, self.damage):
            self.pending, self.damage = pending, damage
            self.changed.emit()
