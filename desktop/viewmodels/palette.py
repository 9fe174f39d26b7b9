"""What the command palette finds: pages, actions, contracts, and anything cached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError
from desktop.viewmodels.contract_words import contract_details, contract_name
from desktop.viewmodels.table import fold
from desktop.viewmodels.tasks import Lane, Task

if TYPE_CHECKING:
    from desktop.services.results import Hit
    from desktop.viewmodels.shell import ShellViewModel

LIMIT = 12
_PAGE_OF = {"contract": "home", "invoice": "invoices", "meter": "readings", "case": "cases"}
_ICON_OF = {
    "contract": "building-2",
    "invoice": "file-text",
    "meter": "gauge",
    "case": "message-circle-question",
}


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the palette."""

    title: str
    subtitle: str
    icon: str
    shortcut: str
    run: Callable[[], None]


class PaletteViewModel(QObject):
    """`results` are the commands that fit `query`, the best first; hits of the store follow
    when they arrive."""

    changed = Signal()

    def __init__(self, shell: ShellViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._commands: tuple[Command, ...] = ()
        self._search: Task[tuple[Hit, ...]] | None = None
        self._query = ""
        self.results: tuple[Command, ...] = ()
        self.is_adding = False  # whether `changed` tells of hits below what was there

    def open(self, commands: Sequence[Command]) -> None:
        """Begin with what can be done now, and the person's contracts."""
        contracts = tuple(self._contract_command(i) for i in range(len(self._shell.contracts)))
        self._commands = (*commands, *contracts)
        self.ask("")

    def ask(self, query: str) -> None:
        """Show what fits `query`; accents and case do not matter."""
        self._query = query
        self.results = rank(query, self._commands)[:LIMIT]
        self.changed.emit()
        self.close()
        if len(query.strip()) >= 2 and self._shell.profile is not None:
            office = self._shell.office
            self._search = self._shell.runner.run(
                Lane.LOCAL,
                lambda task: () if task.cancelled() else office.search.find(query.strip()),
                owner=self,
                done=self._add,
                failed=self._miss,
            )

    def close(self) -> None:
        """Wait for no more hits."""
        if self._search is not None:
            self._search.cancel()
            self._search = None

    def _add(self, hits: tuple[Hit, ...]) -> None:
        self._search = None
        # Every contract is among the commands already.
        more = tuple(self._hit_command(hit) for hit in hits if hit.kind.value != "contract")
        if more:
            self.results = (*self.results, *more)[: LIMIT * 2]
            self.is_adding = True
            self.changed.emit()
            self.is_adding = False

    def _miss(self, _error: AppError) -> None:
        self._search = None  # pages and actions stay; the store's failure shows on its pages

    def _contract_command(self, index: int) -> Command:
        summary = self._shell.contracts[index]
        contract = summary.contract
        return Command(
            contract_name(summary),
            contract_details(summary, contract.address),
            "building-2",
            "",
            lambda: self._shell.go_to("home", contract.id, contract.id),
        )

    def _hit_command(self, hit: Hit) -> Command:
        kind = hit.kind.value
        return Command(
            hit.title,
            hit.subtitle,
            _ICON_OF[kind],
            "",
            lambda: self._shell.go_to(_PAGE_OF[kind], hit.contract_id, hit.id),
        )


def rank(query: str, commands: Sequence[Command]) -> tuple[Command, ...]:
    """Those where every word of `query` occurs: at the start of the title, then of a word, then
    anywhere in title, then in the subtitle. Equal ones keep their order."""
    words = fold(query).split()
    scored = [(_score(words, command), i) for i, command in enumerate(commands)]
    return tuple(commands[i] for score, i in sorted(scored) if score < 4)


def _score(words: Sequence[str], command: Command) -> int:
    title, subtitle = fold(command.title), fold(command.subtitle)
    worst = 0
    for position, word in enumerate(words):
        if position == 0 and title.startswith(word):
            score = 0
        elif any(part.startswith(word) for part in title.split()):
            score = 1
        elif word in title:
            score = 2
        else:
            score = 3 if word in subtitle else 4
        worst = max(worst, score)
    return worst
