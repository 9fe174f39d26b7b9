"""Simular un acuerdo: what it would cost in three ways, and asking for one of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.agreement_plan import Base, Obstacle, Plan, Refusal, judge, month_later
from desktop.domain.agreements import AgreementStatus
from desktop.domain.contracts import ContractStatus, LinkRole
from desktop.domain.money import Money
from desktop.submissions.agreement_request.content import content
from desktop.viewmodels.agreement_columns import share_columns
from desktop.viewmodels.agreement_form import (
    SCENARIOS,
    Sheet,
    count_defaults,
    count_name,
    count_specs,
    proposed,
    sheet_of,
    specs,
    usual_invoices,
)
from desktop.viewmodels.agreement_words import obstacle_text
from desktop.viewmodels.form import FormModel
from desktop.viewmodels.table import RowTableModel

if TYPE_CHECKING:
    from desktop.domain.agreement_plan import AgreementRules, Share
    from desktop.domain.forms import Value
    from desktop.domain.invoices import Invoice
    from desktop.domain.submissions import Submission
    from desktop.services.results import AgreementBook, ContractSummary
    from desktop.viewmodels.context import Context

KIND = "agreement_request"


@dataclass(frozen=True, slots=True)
class Scenario:
    """One way to pay: `plan` is None where there is none. `problem` says why if another number
    of instalments would help."""

    count: str
    plan: Plan | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class SimulatorState:
    """All that the simulator shows besides its form and the schedule's rows. `obstacle` is why a
    request is not possible at all, `problem` why nothing can be simulated of what is entered,
    `consent_problem` what is said beside the consent."""

    is_ready: bool = False
    base: Base | None = None
    scenarios: tuple[Scenario, ...] = ()
    chosen: int = 0
    valid_until: datetime | None = None
    can_request: bool = False
    problem: str = ""
    obstacle: str = ""
    is_offline: bool = False
    consent: str = ""
    is_consented: bool = False
    consent_problem: str = ""
    is_sending: bool = False
    recovered_at: datetime | None = None

    @property
    def plan(self) -> Plan | None:
        """The one that is chosen."""
        return self.scenarios[self.chosen].plan if self.scenarios else None


class SimulatorViewModel(QObject):
    """State and commands. `form` are invoices and down payment, `counts` the numbers of
    instalments; `rows` the chosen schedule. Figures follow what is typed at once."""

    state_changed = Signal()
    requested = Signal()
    consent_wanted = Signal()
    outdated = Signal()  # a new day: other dates, and perhaps other figures
    failed = Signal(object)  # AppError

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.state = SimulatorState()
        self.form = FormModel(context, "agreement_simulation", self)
        self.counts = FormModel(context, "agreement_counts", self)
        self.rows: RowTableModel[Share] = RowTableModel(
            share_columns(context.format), lambda share: str(share.number), parent=self
        )
        self._book: AgreementBook | None = None
        self._proposed = ""
        self._offered: tuple[str, ...] = ()
        self._chosen = 0
        self._consented: Plan | None = None
        self._consent_problem = ""
        for form in (self.form, self.counts):
            form.changed.connect(self._follow)
            form.failed.connect(self.failed)
        context.shell.sync_changed.connect(self._publish)

    # --- the book

    def show_book(self, book: AgreementBook | None) -> None:
        """What the simulation is made of; None where another contract's is on its way."""
        self._book = book
        sheet, summary = sheet_of(book), self._summary
        if sheet is None or summary is None:
            self._publish()
            return
        scope = summary.link.scope
        if self.form.scope != scope:
            self._chosen, self._consented, self._consent_problem = 0, None, ""
        ids = usual_invoices(sheet)
        chosen = self.form.chosen("invoices") if self.form.scope == scope else ids
        self._proposed = proposed(sheet, chosen, self.context.format)
        defaults: dict[str, Value] = {
            "invoices": ids,
            "down_payment": proposed(sheet, ids, self.context.format),
        }
        self.form.begin(scope, specs(sheet, chosen, self.context.format), defaults)
        self.counts.begin(scope, count_specs(sheet), count_defaults(sheet))
        self._keep_to(sheet, ids)
        self._publish()

    def _keep_to(self, sheet: Sheet, usual: tuple[str, ...]) -> None:
        """Leave out invoices that were paid or agreed on meanwhile; where that leaves none, begin
        with the usual ones."""
        offered = tuple(one.id for one in sheet.invoices)
        is_other, self._offered = offered != self._offered, offered
        able = tuple(one.id for one in sheet.chosen(self.form.chosen("invoices")))
        if is_other and not able:
            able = usual
        if able != self.form.chosen("invoices"):
            self.form.edit("invoices", able)

    # --- commands

    def set_count(self, place: int, count: str) -> None:
        """Another number of instalments for one scenario; it is the chosen one then."""
        self._chosen = place
        self.counts.edit(count_name(place), count)
        self._publish()

    def choose(self, place: int) -> None:
        """Show the schedule of a scenario, and ask for that one."""
        self._chosen = place
        self._publish()

    def consent(self, is_given: bool) -> None:
        """The person accepts the text for the figures that are shown, or takes it back."""
        self._consented = self.state.plan if is_given else None
        self._consent_problem = ""
        self._publish()

    def discard(self) -> None:
        """Begin anew; what was entered goes."""
        self.form.discard()
        self.counts.discard()

    def flush(self) -> None:
        """Keep on the disk now what was entered."""
        self.form.flush()
        self.counts.flush()

    def request(self) -> None:
        """Ask for the chosen one; what is missing is said beside its field."""
        sheet, summary, plan = sheet_of(self._book), self._summary, self.state.plan
        if not self.state.can_request or self.state.obstacle or self.state.is_offline:
            return
        if sheet is None or summary is None or not self.form.check() or plan is None:
            return
        if self.context.format.local(self.context.shell.now()).date() != sheet.book.today:
            self.outdated.emit()
            return
        if not self.state.is_consented:
            self._consent_problem = self.tr("Para solicitarlo tiene que aceptar el texto.")
            self._publish()
            self.consent_wanted.emit()
            return
        ids = [one.id for one in sheet.chosen(self.form.chosen("invoices"))]
        made = content(plan, ids, sheet.rules.consent_version)
        scope, stream = summary.link.scope, summary.contract.id
        self.form.enqueue(KIND, scope, stream, lambda: made, self._sent)

    def _sent(self, _item: Submission) -> None:
        self.counts.discard()
        self._consented = None
        self.requested.emit()

    # --- the figures

    @property
    def rules(self) -> AgreementRules | None:
        """The utility's, once they are read."""
        return self._book.rules if self._book is not None else None

    @property
    def invoices(self) -> tuple[Invoice, ...]:
        """The invoices that are chosen."""
        sheet = sheet_of(self._book)
        return sheet.chosen(self.form.chosen("invoices")) if sheet is not None else ()

    @property
    def _summary(self) -> ContractSummary | None:
        found, book = self.context.shell.contract, self._book
        contract = book.contract if book is not None else None
        if found is None or contract is None or found.contract.id != contract.id:
            return None
        return found

    def _follow(self) -> None:
        """Other limits of the down payment for other invoices; one that nobody typed follows."""
        sheet = sheet_of(self._book)
        if sheet is not None and self.form.specs:
            chosen = self.form.chosen("invoices")
            least = proposed(sheet, chosen, self.context.format)
            before, self._proposed = self._proposed, least
            wanted = specs(sheet, chosen, self.context.format)
            if least != before and self.form.value("down_payment") == before:
                self.form.edit("down_payment", least)
                return
            if wanted != self.form.specs:
                self.form.set_specs(wanted)
                return
        self._publish()

    def _publish(self) -> None:
        sheet = sheet_of(self._book)
        if sheet is None or not self.form.specs or not self.counts.specs:
            self._set(SimulatorState(is_offline=self.context.shell.is_offline))
            return
        scenarios = tuple(self._scenario(sheet, place) for place in range(SCENARIOS))
        shell, fmt = self.context.shell, self.context.format
        zone = fmt.zone
        tomorrow = datetime.combine(sheet.book.today + timedelta(days=1), time(), zone)
        state = SimulatorState(
            is_ready=True,
            base=sheet.base(self.form.chosen("invoices")),
            scenarios=scenarios,
            chosen=self._chosen,
            valid_until=tomorrow - timedelta(minutes=1),
            can_request=sheet.rules.can_request,
            problem=self._problem(sheet),
            obstacle=self._obstacle(sheet),
            is_offline=shell.is_offline,
            consent=sheet.rules.consent,
            consent_problem=self._consent_problem,
            is_sending=self.form.is_sending,
            recovered_at=self.form.recovered_at,
        )
        # Consent is to figures: others ask for it again.
        is_same = state.plan is not None and state.plan == self._consented
        self._set(replace(state, is_consented=is_same))

    def _set(self, state: SimulatorState) -> None:
        self.state = state
        self.rows.set_rows(state.plan.shares if state.plan is not None else ())
        self.state_changed.emit()

    def _scenario(self, sheet: Sheet, place: int) -> Scenario:
        count = str(self.counts.value(count_name(place)))
        if not count.isdecimal():
            return Scenario("")
        down = self._down_payment(sheet)
        if down is None:
            return Scenario(count)
        chosen = sheet.chosen(self.form.chosen("invoices"))
        move = sheet.book.calendar.on_or_after
        made = judge(chosen, down, int(count), sheet.book.today, sheet.rules, move)
        if isinstance(made, Refusal):
            helps = made.reason in (Obstacle.INSTALMENTS, Obstacle.INSTALMENT_LOW)
            return Scenario(count, None, self._text(made, sheet) if helps else "")
        return Scenario(count, made)

    def _problem(self, sheet: Sheet) -> str:
        """What stands in the way whatever the number of instalments; empty where the form says so
        beside the field already."""
        down = self._down_payment(sheet)
        if down is None or self.form.problem("down_payment") or self.form.problem("invoices"):
            return ""
        chosen = sheet.chosen(self.form.chosen("invoices"))
        move = sheet.book.calendar.on_or_after
        count = sheet.rules.min_instalments
        made = judge(chosen, down, count, sheet.book.today, sheet.rules, move)
        return self._text(made, sheet) if isinstance(made, Refusal) else ""

    def _text(self, refusal: Refusal, sheet: Sheet) -> str:
        return obstacle_text(refusal.reason, refusal.data, sheet.currency, self.context.format)

    def _down_payment(self, sheet: Sheet) -> Money | None:
        """What is typed, zero for nothing; None where it cannot be read."""
        spec = next(spec for spec in self.form.specs if spec.name == "down_payment")
        typed = self.form.value("down_payment")
        if spec.is_empty(typed):
            return Money(0, sheet.currency)
        try:
            read: Any = spec.read(typed)
        except ValueError:
            return None
        return read if isinstance(read, Money) else None

    def _obstacle(self, sheet: Sheet) -> str:
        """Why this contract cannot have another agreement just now."""
        summary, book = self._summary, sheet.book
        states = [one.status for one in book.agreements]
        under_way = sum(status.is_under_way for status in states)
        under_way += sum(item.state.is_pending for item in book.items)  # asked for, not there yet
        broken = [one for one in book.agreements if one.status is AgreementStatus.BROKEN]
        limit = month_later(book.today, -sheet.rules.broken_months)
        recent = sum(one.ended_on is not None and one.ended_on >= limit for one in broken)
        code = None
        if summary is not None and summary.contract.status is ContractStatus.ENDED:
            code = Obstacle.CONTRACT_ENDED
        elif sheet.rules.holder_only and (
            summary is None or summary.link.role is not LinkRole.HOLDER
        ):
            code = Obstacle.NOT_HOLDER
        elif under_way >= sheet.rules.max_active:
            code = Obstacle.ACTIVE
        elif recent > sheet.rules.max_broken:
            code = Obstacle.BROKEN
        return obstacle_text(code, {}, sheet.currency, self.context.format) if code else ""
