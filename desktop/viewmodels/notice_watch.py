"""What a person should know, kept up to date while the app is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.viewmodels import notice_choices
from desktop.viewmodels.tasks import Lane

if TYPE_CHECKING:
    from desktop.domain.errors import AppError
    from desktop.domain.notices import Notice
    from desktop.services.office import Office
    from desktop.services.results import NoticeBook
    from desktop.viewmodels.shell import ShellViewModel


class NoticeWatch(QObject):
    """`book` is None until it is read. `arrived` carries what the desktop was not told yet, once
    each; nobody is told where the person did not ask for it, and it is not kept for later."""

    changed = Signal()
    arrived = Signal(object)  # tuple[Notice, ...]

    def __init__(self, shell: ShellViewModel) -> None:
        super().__init__(shell)
        self._shell = shell
        self.book: NoticeBook | None = None
        self.error: AppError | None = None
        self._told: frozenset[str] = frozenset()
        # Every sync ends with a new overview, also offline: what comes with the clock comes then.
        shell.overview_changed.connect(self.load)
        shell.events.outbox_changed.connect(self.load)
        shell.stage_changed.connect(self._follow_stage)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """All of them, the most urgent first."""
        return self.book.notices if self.book is not None else ()

    @property
    def unread(self) -> tuple[Notice, ...]:
        """What was not seen yet."""
        return self.book.unread if self.book is not None else ()

    def is_read(self, notice: Notice) -> bool:
        """Whether it was seen."""
        return self.book is not None and notice.id in self.book.read

    def load(self) -> None:
        """Compute them again."""
        shell = self._shell
        if shell.profile is None:
            return
        settings = shell.settings
        topics, days = notice_choices.topics(settings), notice_choices.days(settings)
        self._run(lambda office: office.notices.book(topics, days))

    def mark_read(self, ids: Iterable[str]) -> None:
        """These have been seen."""
        seen = tuple(ids)
        self._act(lambda office: office.notices.mark_read(seen))

    def mark_unread(self, ids: Iterable[str]) -> None:
        """These are to be seen again."""
        unseen = tuple(ids)
        self._act(lambda office: office.notices.mark_unread(unseen))

    def open(self, notice: Notice) -> None:
        """Go where it is dealt with; it has been seen then."""
        self.mark_read((notice.id,))
        if notice.page:
            self._shell.go_to(notice.page, notice.contract_id, notice.item_id)

    def _act(self, work: Callable[[Office], None]) -> None:
        office = self._shell.office
        self._shell.runner.run(
            Lane.LOCAL,
            lambda _task: work(office),
            owner=self,
            done=lambda _none: self.load(),
            failed=self._miss,
        )

    def _run(self, work: Callable[[Office], NoticeBook]) -> None:
        office = self._shell.office
        self._shell.runner.run(
            Lane.LOCAL, lambda _task: work(office), owner=self, done=self._show, failed=self._miss
        )

    def _show(self, book: NoticeBook) -> None:
        if self._shell.profile is None:
            return  # signed out meanwhile
        self.book, self.error = book, None
        self.changed.emit()
        self._tell(book)

    def _tell(self, book: NoticeBook) -> None:
        new = tuple(n for n in book.unread if n.id not in book.told and n.id not in self._told)
        if not new:
            return
        office, ids = self._shell.office, frozenset(notice.id for notice in new)
        self._told |= ids  # another book may be read before the disk knows
        # Whoever turns it on later is not flooded with what is old by then.
        is_wanted = notice_choices.wants_desktop(self._shell.settings)

        def kept(_none: None) -> None:
            if is_wanted:
                self.arrived.emit(new)

        self._shell.runner.run(
            Lane.LOCAL,
            lambda _task: office.notices.mark_told(ids),
            owner=self,
            done=kept,
            failed=self._miss,
        )

    def _miss(self, error: AppError) -> None:
        self.error = error
        self.changed.emit()

    def _follow_stage(self) -> None:
        if self._shell.profile is None and self.book is not None:
            self.book, self.error, self._told = None, None, frozenset()
            self.changed.emit()
