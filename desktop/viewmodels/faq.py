"""Preguntas Frecuentes: looking for an answer, reading it, and saying whether it helped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.faq import Block, FaqArticle, blocks
from desktop.domain.feed import CATALOGUE
from desktop.services.results import FaqBook
from desktop.viewmodels.context import Context
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.tasks import Lane, Task

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 50  # answers of a search


@dataclass(frozen=True, slots=True)
class FaqRow:
    """One question of the list."""

    id: str
    question: str
    category: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The article that is open. `helped` is None until the person said whether it did."""

    id: str
    question: str
    category: str
    blocks: tuple[Block, ...]
    page: str
    updated_on: date
    helped: bool | None


@dataclass(frozen=True, slots=True)
class FaqState:
    """`rows` are those of the search and the category, of `count` in all."""

    phase: Phase = Phase.LOADING
    error: AppError | None = None
    query: str = ""
    category: str = ""
    categories: tuple[str, ...] = ()
    rows: tuple[FaqRow, ...] = ()
    count: int = 0
    answer: Answer | None = None


class FaqViewModel(QObject):
    """State and commands of the page. The utility's articles are the same for everybody."""

    state_changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.state = FaqState()
        self._book: FaqBook | None = None
        self._found: tuple[FaqArticle, ...] = ()
        self._wanted = ""  # id or code of an article to open once the book is read
        self._search: Task[tuple[FaqArticle, ...]] | None = None
        self._is_active = False
        self._is_stale = True
        context.events.data_changed.connect(self._data_changed)

    def set_active(self, is_active: bool) -> None:
        """The page came to the front, or left it."""
        self._is_active = is_active
        if is_active and self._is_stale:
            self.reload()

    def reload(self) -> None:
        """Read the articles again."""
        self._is_stale = False
        office = self.context.office
        self.context.runner.run(
            Lane.LOCAL,
            lambda _task: office.faq.book(),
            owner=self,
            done=self._show,
            failed=self._fail,
        )

    def search(self, query: str) -> None:
        """Show what answers `query`; everything for an empty one."""
        self._set(replace(self.state, query=query))
        self._look()

    def pick(self, category: str) -> None:
        """Only this category; all of them for an empty one."""
        self._set(replace(self.state, category=category))
        self._publish()

    def open(self, wanted: str) -> None:
        """Open the article with this id or code, whatever is searched for."""
        self._wanted = wanted
        self._open_wanted()

    def close(self) -> None:
        """Back to the list alone."""
        self._set(replace(self.state, answer=None))

    def vote(self, helped: bool) -> None:
        """Say whether the open answer helped; kept on this computer."""
        answer = self.state.answer
        if answer is not None:
            self.context.shell.settings.set_flag(_vote(answer.id), helped)
            self._set(replace(self.state, answer=replace(answer, helped=helped)))

    def go_to_page(self) -> None:
        """Go where the open answer is about."""
        if self.state.answer is not None and self.state.answer.page:
            self.context.shell.go_to(self.state.answer.page)

    def ask(self) -> None:
        """Nothing answered: put the question to the utility."""
        self.context.shell.go_to("cases", None, "question")

    # --- inside

    def _look(self) -> None:
        if self._search is not None:
            self._search.cancel()
        query, office = self.state.query.strip(), self.context.office
        if not query:
            self._found = self._book.articles if self._book is not None else ()
            self._publish()
            return
        self._search = self.context.runner.run(
            Lane.LOCAL,
            lambda task: () if task.cancelled() else office.faq.find(query, MOST),
            owner=self,
            done=self._find,
            failed=self._fail,
        )

    def _find(self, found: tuple[FaqArticle, ...]) -> None:
        self._search = None
        self._found = found
        self._publish()

    def _show(self, book: FaqBook) -> None:
        self._book = book
        self._open_wanted()
        self._look()

    def _open_wanted(self) -> None:
        if self._book is None or not self._wanted:
            return
        wanted, self._wanted = self._wanted, ""
        found = (a for a in self._book.articles if wanted in (a.id, a.code))
        article = next(found, None)
        if article is not None:
            self._set(replace(self.state, answer=self._answer(article)))

    def _answer(self, article: FaqArticle) -> Answer:
        settings = self.context.shell.settings
        kept = settings.text(_vote(article.id))
        return Answer(
            id=article.id,
            question=article.question,
            category=article.category,
            blocks=blocks(article.answer),
            page=article.page,
            updated_on=article.updated_on,
            helped=kept == "true" if kept else None,
        )

    def _publish(self) -> None:
        if self._book is None:
            return
        articles = self._book.articles
        categories = tuple(dict.fromkeys(article.category for article in articles))
        category = self.state.category if self.state.category in categories else ""
        rows = _rows(self._found, category)
        opened = self.state.answer
        still = next((a for a in articles if opened is not None and a.id == opened.id), None)
        self._set(
            FaqState(
                phase=Phase.FILLED if articles else Phase.EMPTY,
                query=self.state.query,
                category=category,
                categories=categories,
                rows=rows,
                count=len(articles),
                answer=self._answer(still) if still is not None else None,
            )
        )

    def _fail(self, error: AppError) -> None:
        self._search = None
        self._is_stale = True
        if self._book is None:
            self._set(replace(self.state, phase=Phase.ERROR, error=error))

    def _data_changed(self, changes: Changes) -> None:
        if changes.touches(CATALOGUE, "faq_article", "policy"):
            self._is_stale = True
            if self._is_active:
                self.reload()

    def _set(self, state: FaqState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()


def _rows(articles: Sequence[FaqArticle], category: str) -> tuple[FaqRow, ...]:
    chosen = (a for a in articles if not category or a.category == category)
    return tuple(FaqRow(a.id, a.question, a.category) for a in chosen)


def _vote(article_id: str) -> str:
    return f"faq/helped-{article_id}"
