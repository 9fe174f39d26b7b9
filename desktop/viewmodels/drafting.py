"""Keeps what a person types, so that neither a page change nor a crash takes it.

How the viewmodel of a form uses it:

    self.drafting = Drafting(context, "claim:new", self)   # "claim:new" names the form
    self.drafting.failed.connect(self.failed)              # the disk did not take it

    self.drafting.load(scope, self._recover)    # when the form is shown: a Draft | None; say
                                                # "Recuperamos lo que estaba completando" and
                                                # offer "Descartar", which calls discard(scope)
    self.drafting.changed(scope, content)       # after each change, with all that was typed (JSON)
    self.drafting.flush()                       # in set_active(False); closing does it by itself
    self.drafting.discard(scope)                # the person emptied the form

    self.drafting.add_file(scope, "attachment", path, done=..., refused=...)
    self.drafting.drop_file(scope, file)        # files stay with the draft whatever `changed` says

Sending, on the LOCAL lane, so that it comes after what was saved before:

    draft = self.drafting.hand_over(scope)
    office.outbox.enqueue(..., files=[f.sha256 for f in files], draft=draft)
    # done:   self.drafting.sent(scope)         # the draft went with the submission
    # failed: self.drafting.not_sent(scope)     # it goes on being kept

`scope` is the contract's ("C-17"), or "" for a form that is about none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.submissions import ATTACHMENT_TYPES
from desktop.viewmodels.tasks import Lane

if TYPE_CHECKING:
    from desktop.domain.drafts import Draft, DraftFile
    from desktop.services.attachments import FileProblem
    from desktop.services.office import Office
    from desktop.viewmodels.context import Context

T = TypeVar("T")

PAUSE = 400  # ms: what is typed is on the disk that much later at most


class Drafting(QObject):
    """The drafts of one form, a draft for each scope."""

    failed = Signal(object)  # AppError

    def __init__(self, context: Context, key: str, owner: QObject) -> None:
        super().__init__(owner)
        self._context = context
        self._key = key
        self._waiting: dict[str, Mapping[str, Any]] = {}
        self._handed: dict[str, Mapping[str, Any] | None] = {}  # typed since it was handed over
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.flush)
        context.events.leaving.connect(self.flush)

    def changed(self, scope: str, content: Mapping[str, Any]) -> None:
        """The form says this now; it is kept within `PAUSE`."""
        if scope in self._handed:
            self._handed[scope] = content
            return
        self._waiting[scope] = content
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep now what waits for the pause."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        for scope, content in waiting.items():
            self._save(scope, content)

    def load(self, scope: str, done: Callable[[Draft | None], None]) -> None:
        """Ask for what was kept."""
        self._run(lambda office: office.drafts.load(self._key, scope), done)

    def discard(self, scope: str) -> None:
        """Forget what was typed, and its files."""
        self._waiting.pop(scope, None)
        self._run(lambda office: office.drafts.discard(self._key, scope))

    def add_file(
        self,
        scope: str,
        field: str,
        source: Path | bytes,
        *,
        done: Callable[[DraftFile], None],
        refused: Callable[[FileProblem], None],
        name: str = "",
        accepts: Collection[str] = ATTACHMENT_TYPES,
    ) -> None:
        """Copy a file, or bytes called `name`, to the draft. `done` comes when it is on the disk,
        `refused` with what is wrong with it."""

        def work(office: Office) -> DraftFile | FileProblem:
            from desktop.services.attachments import UnusableAttachmentError

            try:
                return office.drafts.add_file(self._key, scope, field, source, name, accepts)
            except UnusableAttachmentError as error:
                return error.problem

        def found(result: DraftFile | FileProblem) -> None:
            if isinstance(result, str):
                refused(result)
            else:
                done(result)

        self._run(work, found)

    def drop_file(self, scope: str, file: DraftFile) -> None:
        """Leave a file out again."""
        self._run(lambda office: office.drafts.drop_file(self._key, scope, file))

    def hand_over(self, scope: str) -> tuple[str, str]:
        """What `outbox.enqueue` takes as `draft`. Until `sent` or `not_sent` nothing is saved, so
        that what is submitted does not come back as a draft."""
        self.flush()
        self._handed[scope] = None
        return self._key, scope

    def sent(self, scope: str) -> None:
        """The outbox has it, and the draft is gone."""
        self._handed.pop(scope, None)

    def not_sent(self, scope: str) -> None:
        """The outbox did not take it: the draft is as it was."""
        content = self._handed.pop(scope, None)
        if content is not None:
            self.changed(scope, content)

    def _save(self, scope: str, content: Mapping[str, Any]) -> None:
        self._run(lambda office: office.drafts.save(self._key, scope, content))

    def _run(
        self, work: Callable[[Office], T], done: Callable[[T], None] = lambda _result: None
    ) -> None:
        office = self._context.office
        self._context.runner.run(
            Lane.LOCAL,
            lambda _task: work(office),
            owner=self,
            done=done,
            failed=self.failed.emit,
        )
