"""Inicio: what matters today, and a row per contract."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.contracts import ContractStatus
from desktop.domain.errors import AppError
from desktop.domain.money import Money, total
from desktop.domain.notices import RECONNECTION, Event, Notice, Topic
from desktop.viewmodels.contract_words import (
    contract_details,
    contract_name,
    service_badge,
    status_badge,
)
from desktop.viewmodels.notice_words import notice_words
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.table import Badge, Tone, fold

if TYPE_CHECKING:
    from desktop.services.results import ContractSummary
    from desktop.viewmodels.context import Context

FILTER_FROM = 8  # contracts from which a filter is offered
MATTERS = 3  # lines of "what matters today"


@dataclass(frozen=True, slots=True)
class ContractRow:
    """One contract in words. Amounts are "" where there is nothing to say."""

    id: str
    title: str
    number: str
    address: str
    service: Badge
    status: Badge
    overdue: str
    to_be_due: str
    next_due: str
    searched: str

    def sentence(self, overdue_word: str, due_word: str) -> str:
        """The row for a screen reader."""
        amounts = []
        if self.overdue:
            amounts.append(f"{overdue_word} {self.overdue}")
        if self.to_be_due:
            amounts.append(f"{due_word} {self.to_be_due} {self.next_due}".strip())
        parts = (self.title, self.number, self.address, self.service.text, self.status.text)
        return ", ".join(part for part in (*parts, *amounts) if part)


@dataclass(frozen=True, slots=True)
class Sum:
    """One figure over every contract: `hint` says until when or how many."""

    key: str
    label: str
    value: str
    hint: str
    tone: Tone
    icon: str


@dataclass(frozen=True, slots=True)
class Matter:
    """Something to attend to, and where: a page, its contract and what to show there."""

    icon: str
    tone: Tone
    text: str
    action_text: str
    page_key: str
    contract_id: str
    notice: Notice | None = None  # what it tells, where it is a notice
    item_id: str = ""


@dataclass(frozen=True, slots=True)
class HomeState:
    """`rows` are those the filter lets through, of `count` in all; `more_matters` are those that
    are not shown."""

    phase: Phase = Phase.LOADING
    error: AppError | None = None
    sums: tuple[Sum, ...] = ()
    matters: tuple[Matter, ...] = ()
    more_matters: int = 0
    rows: tuple[ContractRow, ...] = ()
    count: int = 0
    expanded: str = ""
    was_synced: bool = True  # False while nothing was ever brought here


class HomeViewModel(QObject):
    """Reads nothing by itself: the shell keeps the overview."""

    state_changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell, self._format = context.shell, context.format
        self._filter = ""
        self._expanded = ""
        self._rows: tuple[ContractRow, ...] = ()
        self.state = HomeState()
        self._shell.overview_changed.connect(self._read)
        self._shell.sync_changed.connect(self._follow_sync)
        self._shell.notices.changed.connect(self._publish)
        self._read()

    def filter(self, text: str) -> None:
        """Keep the rows in which every word of `text` occurs."""
        self._filter = text
        self._publish()

    def toggle(self, contract_id: str) -> None:
        """Unfold a row, or fold it again; one at a time. Unfolding makes it the current one."""
        self._expanded = "" if self._expanded == contract_id else contract_id
        if self._expanded:
            self._shell.select_contract(contract_id)
        self._publish()

    def expand(self, contract_id: str) -> None:
        """Unfold a row that may be unfolded already; the filter gives way."""
        self._filter = ""
        self._expanded = contract_id
        self._shell.select_contract(contract_id)
        self._publish()

    def attend(self, matter: Matter) -> None:
        """Go where it can be dealt with."""
        if matter.notice is not None and matter.notice.page:
            self._shell.notices.open(matter.notice)
        else:
            self._shell.go_to(matter.page_key, matter.contract_id or None, matter.item_id)

    def see_all(self) -> None:
        """Everything that matters, on its own page."""
        self._shell.go_to("notices")

    def add_contract(self) -> None:
        """Go where a contract is linked."""
        self._shell.go_to("account")

    def retry(self) -> None:
        """Read again, and ask the server."""
        self._shell.load_overview()
        self._shell.sync_now()

    # -- inside ----------------------------------------------------------------------------

    def _follow_sync(self) -> None:
        if self.state.phase is not self._phase():
            self._publish()

    def _phase(self) -> Phase:
        phase = self._shell.overview_phase
        if phase is Phase.EMPTY and self._shell.freshness.verified_at is None:
            if self._shell.is_syncing:
                return Phase.LOADING  # the first sync is still bringing them
            if self._shell.sync.error is not None:
                return Phase.ERROR
        return phase

    def _read(self) -> None:
        self._rows = tuple(self._row(summary) for summary in self._shell.contracts)
        self._publish()

    def _publish(self) -> None:
        words = fold(self._filter).split()
        rows = tuple(r for r in self._rows if all(word in r.searched for word in words))
        matters = _varied(self._matters(self._shell.contracts))
        self.state = HomeState(
            phase=self._phase(),
            error=self._shell.overview_error or self._shell.sync.error,
            sums=self._sums(self._shell.contracts),
            matters=matters[:MATTERS],
            more_matters=max(0, len(matters) - MATTERS),
            rows=rows,
            count=len(self._rows),
            expanded=self._expanded if any(r.id == self._expanded for r in rows) else "",
            was_synced=self._shell.freshness.verified_at is not None,
        )
        self.state_changed.emit()

    def _row(self, summary: ContractSummary) -> ContractRow:
        contract, debt = summary.contract, summary.debt
        service, status = service_badge(contract.service), status_badge(contract.status)
        address = ", ".join(part for part in (contract.address, contract.city) if part)
        title = contract_name(summary)
        searched = (title, contract.number, contract.account_number, address)
        more = (contract.holder_name, service.text, status.text)
        return ContractRow(
            id=contract.id,
            title=title,
            number=contract_details(summary) or service.text,
            address=address,
            service=service,
            status=status,
            overdue=self._format.money(debt.overdue) if debt.overdue else "",
            to_be_due=self._format.money(debt.to_be_due) if debt.to_be_due else "",
            next_due=self._format.day(debt.next_due) if debt.next_due else "",
            searched=fold(" ".join((*searched, *more))),
        )

    def _sums(self, contracts: Sequence[ContractSummary]) -> tuple[Sum, ...]:
        if not contracts:
            return ()
        overdue = self._money(c.debt.overdue for c in contracts)
        due = self._money(c.debt.to_be_due for c in contracts)
        credit = self._money(c.debt.credit for c in contracts)
        late = sum(1 for c in contracts if c.debt.overdue)
        first = min((c.debt.next_due for c in contracts if c.debt.next_due), default=None)
        if late:
            many = len(contracts) > 1
            hint = self.tr("En {0} de {1} contratos").format(late, len(contracts)) if many else ""
            owed = Sum("overdue", self.tr("Vencido"), overdue, hint, Tone.BAD, "circle-alert")
        else:
            hint = self.tr("No tiene facturas vencidas")
            owed = Sum("overdue", self.tr("Vencido"), overdue, hint, Tone.GOOD, "circle-check")
        until = self.tr("Hasta el {0}").format(self._format.day(first)) if first else ""
        found = [
            owed,
            Sum(
                "to_be_due", self.tr("A vencer"), due, until or self.tr("Nada por vencer"), *_PLAIN
            ),
        ]
        if any(c.debt.credit for c in contracts):
            hint = self.tr("Se descuenta de la próxima factura")
            found.append(Sum("credit", self.tr("A su favor"), credit, hint, *_PLAIN))
        return tuple(found)

    def _money(self, amounts: Iterable[Money]) -> str:
        """Sum of each currency, the ones without anything left out."""
        listed = list(amounts)
        currencies = list(dict.fromkeys(m.currency for m in listed))
        sums = [total((m for m in listed if m.currency == c), c) for c in currencies]
        shown = [s for s in sums if s] or sums[:1]
        return " + ".join(self._format.money(s) for s in shown)

    def _matters(self, contracts: Sequence[ContractSummary]) -> Iterable[Matter]:
        """Most pressing first: cut, overdue, notices that ask for something, window open, what
        was answered or published, estimates."""
        cut = [c for c in contracts if c.contract.status is ContractStatus.CUT]
        yield from (self._cut(c) for c in cut)
        yield from (self._overdue(c) for c in contracts if c.debt.overdue and c not in cut)
        news = [n for n in self._shell.notices.unread if n.topic not in _TOLD_BY_ROWS]
        yield from (self._news(n, contracts) for n in news if n.is_urgent)
        now, limit = self._shell.now(), self._estimates_limit()
        for c in contracts:
            window = c.contract.reading_window
            if window is not None and window.is_open(now) and not c.is_reading_given:
                until = self._format.local(window.closes_at)
                text = self.tr("{0}: puede aportar su lectura hasta el {1} a las {2}.").format(
                    contract_name(c), self._format.day(until.date()), f"{until:%H:%M}"
                )
                action = self.tr("Aportar lectura")
                yield Matter("gauge", Tone.INFO, text, action, "self_reading", c.contract.id)
        yield from (self._news(n, contracts) for n in news if not n.is_urgent)
        for c in contracts:
            if limit and c.estimates_in_a_row >= limit:
                text = self.tr(
                    "{0}: las últimas {1} lecturas fueron estimadas. Facilite el acceso al medidor."
                ).format(contract_name(c), c.estimates_in_a_row)
                yield Matter(
                    "history",
                    Tone.ATTENTION,
                    text,
                    self.tr("Ver consumo"),
                    "readings",
                    c.contract.id,
                )

    def _news(self, notice: Notice, contracts: Sequence[ContractSummary]) -> Matter:
        fmt = self._format
        words = notice_words(notice, fmt, fmt.local(self._shell.now()).date())
        whose = (c for c in contracts if c.contract.id == notice.contract_id)
        name = next((contract_name(c) for c in whose), "")
        text = words.title
        if name:  # what stands behind a colon goes on in small letters, unless others wrote it
            is_ours = notice.event not in (Event.OUTAGE, Event.PUBLISHED)
            text = f"{name}: {text[:1].lower() if is_ours else text[:1]}{text[1:]}"
        return Matter(
            words.icon,
            words.tone,
            f"{text}.",
            words.action if notice.page else self.tr("Ver aviso"),
            notice.page or "notices",
            notice.contract_id or "",
            notice,
        )

    def _cut(self, summary: ContractSummary) -> Matter:
        cut, name = summary.contract.cut, contract_name(summary)
        if cut is not None:
            since = self._format.day(cut.since)
            text = self.tr("{0}: suministro cortado desde el {1}").format(name, since)
        else:
            text = self.tr("{0}: suministro cortado").format(name)
        if not summary.debt.overdue:
            action = self.tr("Solicitar reconexión")
            page, contract_id = "supply_requests", summary.contract.id
            return Matter(
                "ban", Tone.BAD, f"{text}.", action, page, contract_id, item_id=RECONNECTION
            )
        owed = self._format.money(summary.debt.overdue)
        text = self.tr("{0}, con {1} vencidos.").format(text, owed)
        action = self.tr("Ver facturas")
        return Matter("ban", Tone.BAD, text, action, "invoices", summary.contract.id)

    def _overdue(self, summary: ContractSummary) -> Matter:
        amount = self._format.money(summary.debt.overdue)
        text = self.tr("{0}: tiene {1} vencidos.").format(contract_name(summary), amount)
        action = self.tr("Ver facturas")
        return Matter("circle-alert", Tone.BAD, text, action, "invoices", summary.contract.id)

    def _estimates_limit(self) -> int:
        utility = self._shell.utility
        return utility.estimates_in_a_row if utility is not None else 0


def _varied(matters: Iterable[Matter]) -> tuple[Matter, ...]:
    """One of each sort before the second of any, or a dozen that are cut would hide all else."""
    first: list[Matter] = []
    others: list[Matter] = []
    for matter in matters:
        is_first = all(matter.icon != other.icon for other in first)
        (first if is_first else others).append(matter)
    return (*first, *others)


_PLAIN = (Tone.NEUTRAL, "")

# The figures and the rows say what is owed, and the window has a sentence of its own.
_TOLD_BY_ROWS = (
    Topic.DUE_SOON,
    Topic.OVERDUE,
    Topic.BILL_ISSUED,
    Topic.SUPPLY_CUT,
    Topic.READING_WINDOW,
)
