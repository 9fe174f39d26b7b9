"""Avisos: everything a person should know, read and unread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError
from desktop.domain.notices import Notice
from desktop.viewmodels.contract_words import contract_name
from desktop.viewmodels.notice_words import notice_words
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.table import Tone

if TYPE_CHECKING:
    from desktop.services.results import NoticeBook
    from desktop.viewmodels.context import Context


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One notice in words. `about` is its contract, or everybody's; `when` the day it became
    news. Without `action` there is nowhere to go."""

    id: str
    icon: str
    tone: Tone
    title: str
    text: str
    about: str
    when: str
    action: str
    is_read: bool


@dataclass(frozen=True, slots=True)
class NoticesState:
    """`rows` are the unread ones while `only_unread`, of `count` in all."""

    phase: Phase = Phase.LOADING
    error: AppError | None = None
    rows: tuple[NoticeRow, ...] = ()
    count: int = 0
    unread: int = 0
    only_unread: bool = False


class NoticesViewModel(QObject):
    """State and commands of the page; the watch of the shell reads and remembers."""

    state_changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell, self._format = context.shell, context.format
        self._watch = context.shell.notices
        self._only_unread = False
        self.state = NoticesState()
        self._watch.changed.connect(self._publish)
        context.shell.overview_changed.connect(self._publish)
        self._publish()

    def reload(self) -> None:
        """Compute them again."""
        self._watch.load()

    def open(self, notice_id: str) -> None:
        """Go where it is dealt with; it has been seen then."""
        notice = self._notice(notice_id)
        if notice is not None:
            self._watch.open(notice)

    def turn(self, notice_id: str) -> None:
        """Seen becomes to be seen again, and the other way round."""
        notice = self._notice(notice_id)
        if notice is None:
            return
        if self._watch.is_read(notice):
            self._watch.mark_unread((notice.id,))
        else:
            self._watch.mark_read((notice.id,))

    def read_all(self) -> None:
        """Everything has been seen."""
        self._watch.mark_read(notice.id for notice in self._watch.notices)

    def show_only_unread(self, only: bool) -> None:
        """Leave out what was seen, or show it too."""
        self._only_unread = only
        self._publish()

    def _notice(self, notice_id: str) -> Notice | None:
        return next((n for n in self._watch.notices if n.id == notice_id), None)

    def _publish(self) -> None:
        book = self._watch.book
        if book is None:
            error = self._watch.error
            phase = Phase.ERROR if error is not None else Phase.LOADING
            self._set(NoticesState(phase=phase, error=error))
            return
        rows = self._rows(book)
        shown = tuple(row for row in rows if not (self._only_unread and row.is_read))
        self._set(
            NoticesState(
                phase=Phase.FILLED if rows else Phase.EMPTY,
                rows=shown,
                count=len(rows),
                unread=sum(not row.is_read for row in rows),
                only_unread=self._only_unread,
            )
        )

    def _rows(self, book: NoticeBook) -> tuple[NoticeRow, ...]:
        names = {c.contract.id: contract_name(c) for c in self._shell.contracts}
        fmt = self._format
        today = fmt.local(book.now).date()
        made = []
        for notice in book.notices:
            words = notice_words(notice, fmt, today)
            day = fmt.local(notice.since).date()
            everybody = self.tr("Para todos los clientes")
            made.append(
                NoticeRow(
                    id=notice.id,
                    icon=words.icon,
                    tone=words.tone,
                    title=words.title,
                    text=words.text,
                    about=names.get(notice.contract_id or "", everybody),
                    when=self.tr("hoy") if day == today else fmt.day(day),
                    action=words.action,
                    is_read=notice.id in book.read,
                )
            )
        return tuple(made)

    def _set(self, state: NoticesState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()
