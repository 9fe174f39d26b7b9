"""Nueva Pregunta and Nuevo Trámite: what is typed, the answers that may spare it, and sending."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.case_rules import CaseRules, Subtype
from desktop.domain.contracts import LinkRole
from desktop.domain.drafts import Draft
from desktop.domain.faq import FaqArticle
from desktop.domain.forms import Day, Spec, Value
from desktop.domain.submissions import Submission, SubmissionState
from desktop.services.results import CaseBook, ContractSummary
from desktop.viewmodels.case_forms import (
    ClaimSheet,
    claim_payload,
    claim_specs,
    kept_files,
    question_payload,
    question_specs,
)
from desktop.viewmodels.form import FormModel
from desktop.viewmodels.tasks import Lane, Task

if TYPE_CHECKING:
    from desktop.viewmodels.context import Context

PAUSE = 300  # ms after the last key until answers are looked for
ENOUGH = 4  # characters from which on it is worth looking
SUGGESTIONS = 3
OPEN = (SubmissionState.QUEUED, SubmissionState.REJECTED)  # what can still be corrected
ALIASES = {"PAGO_NO_IMPUTADO": "payment_missing", "PAGO_DUPLICADO": "paid_twice"}


class Mode(StrEnum):
    """Which screen is in front."""

    LIST = "list"
    QUESTION = "question"
    CLAIM = "claim"


class Composing(QObject):
    """One form of each kind; `mode` says which is in front. `left` comes when the person is done
    with it."""

    changed = Signal()
    failed = Signal(object)  # AppError
    left = Signal()

    def __init__(self, context: Context, owner: QObject) -> None:
        super().__init__(owner)
        self.context = context
        self.mode = Mode.LIST
        self.question = FormModel(context, "question", self)
        self.claim = FormModel(context, "claim", self)
        self.answers: tuple[FaqArticle, ...] = ()
        self._book: CaseBook | None = None
        self._summary: ContractSummary | None = None
        self._also = ""  # an invoice that was chosen elsewhere
        self._replaces = ""
        self._looked_for = ""
        self._task: Task[tuple[FaqArticle, ...]] | None = None
        self._typed = QTimer(self, singleShot=True, interval=PAUSE)
        self._typed.timeout.connect(self._look)
        for form in (self.question, self.claim):
            form.changed.connect(self._follow)
            form.failed.connect(self.failed)

    @property
    def form(self) -> FormModel:
        """The one in front."""
        return self.claim if self.mode is Mode.CLAIM else self.question

    @property
    def rules(self) -> CaseRules | None:
        """What can be asked and claimed."""
        return self._book.rules if self._book is not None else None

    @property
    def subtype(self) -> Subtype | None:
        """What the claim is about, once it is chosen."""
        rules = self._book.rules if self._book is not None else None
        code = self.claim.value("subtype")
        found = rules.subtype(str(code)) if rules is not None else None
        return found[1] if found is not None else None

    @property
    def is_correction(self) -> bool:
        """Whether it takes the place of one that was sent."""
        return bool(self._replaces)

    @property
    def begun(self) -> Draft | None:
        """What was begun last and not sent."""
        return self._book.drafts[0] if self._book is not None and self._book.drafts else None

    def go_on(self) -> None:
        """Open what was begun last."""
        draft = self.begun
        if draft is None:
            return
        _scope, _colon, rest = draft.scope.partition(":")
        if draft.key == Mode.QUESTION.value:
            self.ask()
        else:
            self.begin_claim(*rest.split(":", 1) if rest else ())

    def show(self, book: CaseBook, summary: ContractSummary) -> None:
        """What can be chosen now; what is typed stays."""
        self._book, self._summary = book, summary
        if book.rules is None:
            self.mode = Mode.LIST
        elif self.mode is Mode.QUESTION:
            self.question.set_specs(question_specs(book.rules))
        elif self.mode is Mode.CLAIM:
            self.claim.set_specs(self._claim_specs())  # also where they only judge otherwise

    def begin(self) -> None:
        """Another contract."""
        self.flush()
        self._book = self._summary = None
        self._turn_to(Mode.LIST)

    def flush(self) -> None:
        """Keep the drafts now."""
        self.question.flush()
        self.claim.flush()

    # --- opening

    def ask(self) -> None:
        """Nueva Pregunta, or what was begun of it."""
        if self._book is None or self._summary is None or self._book.rules is None:
            return
        rules = self._book.rules
        defaults: dict[str, Value] = {"channel": rules.channels[0].code}
        self.question.begin(self._scope, question_specs(rules), defaults)
        self._turn_to(Mode.QUESTION)

    def begin_claim(self, subtype: str = "", about: str = "") -> None:
        """Nuevo Trámite, or what was begun of it. With a `subtype` (one of ours, or as other
        pages call it) it is filled in beforehand, `about` an invoice or a payment, and has a
        draft of its own."""
        if self._book is None or self._summary is None or self._book.rules is None:
            return
        code = ALIASES.get(subtype, subtype.lower())
        found = self._book.rules.subtype(code)
        defaults = self._usual()
        scope, self._also = self._scope, ""
        if found is not None:
            scope = f"{scope}:{code}:{about}"
            defaults |= {"type": found[0].code, "subtype": code}
            if any(invoice.id == about for invoice in self._book.invoices):
                defaults["invoices"] = (about,)
                self._also = about
            elif about:
                defaults["request_number"] = about
        elif any(invoice.id == about for invoice in self._book.invoices):
            scope, self._also = f"{scope}::{about}", about
            defaults |= {"type": "billing", "invoices": (about,)}
        kind, chosen = str(defaults.get("type", "")), str(defaults.get("subtype", ""))
        self.claim.begin(scope, claim_specs(self._sheet(), kind, chosen), defaults)
        self._turn_to(Mode.CLAIM)

    def correct(self, item: Submission) -> None:
        """Change one that was not sent, or refused; its files stay with it."""
        if self._book is None or self._book.rules is None or item.state not in OPEN:
            return
        content = item.content
        if item.kind == "question":
            self.ask()
            names: tuple[str, ...] = ("topic", "subject", "message", "channel")
        else:
            self.begin_claim()
            names = tuple(n for n in content if n not in ("files", "amount", "truthful"))
            found = self._book.rules.subtype(str(content["subtype"]))
            if found is not None:
                self.claim.edit("type", found[0].code)
                self.claim.edit("subtype", found[1].code)
        for name in names:
            self.form.edit(name, self._typed_as(name, content.get(name)))
        for kept in kept_files(content):
            self.form.edit(kept.field, (*self.form.files(kept.field), kept))
        self._replaces = item.op_id
        self.changed.emit()

    def leave(self) -> None:
        """Back to the list; what was typed is kept."""
        self.flush()
        self._replaces = ""
        self._turn_to(Mode.LIST)
        self.left.emit()

    def discard(self) -> None:
        """Empty the form."""
        self._replaces = ""
        self.form.discard()
        self._follow()

    # --- sending

    def send(self, done: Callable[[Submission], None]) -> None:
        """Judge everything and put it into the outbox, once."""
        if self._summary is None:
            return
        from desktop.services.cases import stream_of

        mode, form, subtype = self.mode, self.form, self.subtype
        if mode is Mode.CLAIM and subtype is None:
            form.check()
            return

        def kept(item: Submission) -> None:
            self._replaces = ""
            self._turn_to(Mode.LIST)
            done(item)

        form.enqueue(
            mode.value,
            self._summary.link.scope,
            stream_of(self._summary.contract.id),
            lambda: (
                question_payload(form) if subtype is None or mode is Mode.QUESTION
                else claim_payload(form, subtype)
            ),
            kept,
            replaces=self._replaces or None,
        )  # fmt: skip

    # --- within

    @property
    def _scope(self) -> str:
        return self._summary.link.scope if self._summary is not None else ""

    def _usual(self) -> dict[str, Value]:
        profile = self.context.shell.profile
        usual: dict[str, Value] = {}
        if profile is not None:
            usual["contact_name"] = profile.user.full_name
        rules = self._book.rules if self._book is not None else None
        is_holder = self._summary is not None and self._summary.link.role is LinkRole.HOLDER
        if is_holder and rules is not None:
            usual["claimant"] = rules.claimants[0].code
        return usual

    def _typed_as(self, name: str, value: object) -> Value:
        """What stands on the wire, as a person would have typed it."""
        spec = next((s for s in self.form.specs if s.name == name), None)
        if isinstance(value, list):
            return tuple(str(one) for one in value)
        text = "" if value is None else str(value)
        if isinstance(spec, Day) and text:
            year, month, day = text.split("-")
            return f"{day}/{month}/{year}"
        return text

    def _sheet(self) -> ClaimSheet:
        book, summary = self._book, self._summary
        assert book is not None
        assert book.rules is not None
        currency = summary.contract.currency if summary is not None else ""
        return ClaimSheet(book.rules, book, self.context.format, currency, self._also)

    def _claim_specs(self) -> tuple[Spec, ...]:
        kind, code = str(self.claim.value("type")), str(self.claim.value("subtype"))
        return claim_specs(self._sheet(), kind, code)

    def _respecify(self) -> None:
        wanted = self._claim_specs()
        if wanted != self.claim.specs:
            self.claim.set_specs(wanted)

    def _turn_to(self, mode: Mode) -> None:
        self.mode = mode
        self.answers, self._looked_for = (), ""
        self._typed.stop()
        self.changed.emit()

    def _follow(self) -> None:
        if self.mode is Mode.CLAIM and self._book is not None and self._book.rules is not None:
            self._respecify()
        if self.mode is Mode.QUESTION and self._words != self._looked_for:
            self._typed.start()
        self.changed.emit()

    @property
    def _words(self) -> str:
        return str(self.question.value("subject")).strip()

    def _look(self) -> None:
        """Answers that may spare the question."""
        words, office = self._words, self.context.office
        self._looked_for = words
        if self._task is not None:
            self._task.cancel()
        if len(words) < ENOUGH:
            self._found(())
            return
        self._task = self.context.runner.run(
            Lane.LOCAL,
            lambda _task: office.faq.find(words, SUGGESTIONS),
            owner=self,
            done=self._found,
            failed=self.failed.emit,
        )

    def _found(self, answers: tuple[FaqArticle, ...]) -> None:
        if answers != self.answers:
            self.answers = answers
            self.changed.emit()
