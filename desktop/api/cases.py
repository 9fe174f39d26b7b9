"""Questions, claims and their rules as they stand on the wire."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from desktop.api.fields import Count, Currency, Entity, Id, Instant, Minor
from desktop.api.invoices import DocumentRef
from desktop.domain import case_rules, cases, invoices
from desktop.domain.money import Money

Days = Annotated[int, Meta(ge=-10_000, le=10_000)]
Length = Annotated[int, Meta(ge=1, le=100_000)]


class Attachment(Struct, frozen=True, gc=False):
    """One of `attachments` of a message."""

    name: str
    kind: str
    document: DocumentRef


class Message(Struct, frozen=True, gc=False):
    """One of `messages`."""

    id: Id
    at: Instant
    author: cases.Author
    kind: cases.MessageKind
    body: str
    attachments: list[Attachment]
    origin_op_id: str | None

    def domain(self) -> cases.Message:
        """The domain object."""
        files = (
            cases.Attachment(
                one.name,
                one.kind,
                invoices.DocumentRef(
                    one.document.id,
                    one.document.sha256,
                    one.document.size,
                    one.document.media_type,
                ),
            )
            for one in self.attachments
        )
        return cases.Message(
            self.id, self.at, self.author, self.kind, self.body, tuple(files), self.origin_op_id
        )


class CaseInvoice(Struct, frozen=True, gc=False):
    """One of `invoices` of a case; `held` is in the currency of the case."""

    id: Id
    number: str
    held: Minor


class Detail(Struct, frozen=True, gc=False):
    """One of `details`."""

    field: str
    value: str


class Case(Entity, frozen=True, gc=False):
    """Kind `case`."""

    contract_id: Id
    number: str
    kind: cases.CaseKind
    code: str
    type: str
    about: str
    subject: str
    status: cases.CaseStatus
    outcome: cases.CaseOutcome | None
    channel: str
    claimant: str
    contact_name: str
    contact_phone: str
    details: list[Detail]
    currency: Currency
    amount_claimed: Minor | None
    amount_held: Minor
    opened_at: Instant
    days: Days
    due_on: date
    clock: cases.CaseClock
    days_left: Days | None
    reply_by: date | None
    answered_at: Instant | None
    reopen_by: date | None
    closed_at: Instant | None
    reopened: bool
    satisfaction: Annotated[int, Meta(ge=1, le=5)] | None
    invoices: list[CaseInvoice]
    messages: list[Message]
    origin_op_id: str | None

    def keys(self) -> int:
        """32 of its own, and those of its parts."""
        files = sum(len(message.attachments) for message in self.messages)
        parts = 2 * len(self.details) + 3 * len(self.invoices)
        return 32 + parts + 7 * len(self.messages) + 7 * files

    def search(self) -> str:
        """By its number and what it is about."""
        return " ".join(part for part in (self.number, self.about, self.subject) if part)

    def domain(self) -> cases.Case:
        """The domain object."""
        claimed, currency = self.amount_claimed, self.currency
        return cases.Case(
            id=self.id,
            contract_id=self.contract_id,
            number=self.number,
            kind=self.kind,
            code=self.code,
            type=self.type,
            about=self.about,
            subject=self.subject,
            status=self.status,
            outcome=self.outcome,
            channel=self.channel,
            claimant=self.claimant,
            contact_name=self.contact_name,
            contact_phone=self.contact_phone,
            details=tuple(cases.Detail(one.field, one.value) for one in self.details),
            amount_claimed=None if claimed is None else Money(claimed, currency),
            amount_held=Money(self.amount_held, currency),
            opened_at=self.opened_at,
            days=self.days,
            due_on=self.due_on,
            clock=self.clock,
            days_left=self.days_left,
            reply_by=self.reply_by,
            answered_at=self.answered_at,
            reopen_by=self.reopen_by,
            closed_at=self.closed_at,
            reopened=self.reopened,
            satisfaction=self.satisfaction,
            invoices=tuple(
                cases.ClaimedInvoice(one.id, one.number, Money(one.held, currency))
                for one in self.invoices
            ),
            messages=tuple(message.domain() for message in self.messages),
            origin_op_id=self.origin_op_id,
        )


class Named(Struct, frozen=True, gc=False):
    """Something to choose."""

    code: Annotated[str, Meta(min_length=1, max_length=40)]
    label: str

    def domain(self) -> case_rules.Named:
        """The domain object."""
        return case_rules.Named(self.code, self.label)


class Subtype(Struct, frozen=True, gc=False):
    """One of `subtypes` of a type."""

    code: Annotated[str, Meta(min_length=1, max_length=40)]
    label: str
    required: list[str]
    optional: list[str]
    days: Count
    disputes: bool
    note: str

    def domain(self) -> case_rules.Subtype:
        """The domain object; what a newer service asks for is left out."""
        known = {field.value for field in case_rules.ClaimField}
        return case_rules.Subtype(
            self.code,
            self.label,
            tuple(case_rules.ClaimField(f) for f in self.required if f in known),
            tuple(case_rules.ClaimField(f) for f in self.optional if f in known),
            self.days,
            self.disputes,
            self.note,
            is_known=known.issuperset(self.required),
        )


class ClaimType(Struct, frozen=True, gc=False):
    """One of `types`."""

    code: str
    label: str
    subtypes: list[Subtype]


class CaseRules(Struct, frozen=True, gc=False):
    """Rules of the area `cases`."""

    topics: list[Named]
    types: list[ClaimType]
    incidents: list[Named]
    attentions: list[Named]
    claimants: list[Named]
    channels: list[Named]
    question_days: Count
    reopen_days: Count
    reply_days: Count
    claim_days: Count
    max_files: Length
    max_file_size: Count
    subject_length: Length
    least_length: Length
    most_length: Length
    declaration: str
    regulator: str
    regulator_text: str

    def domain(self) -> case_rules.CaseRules:
        """The domain object."""
        return case_rules.CaseRules(
            topics=_named(self.topics),
            types=tuple(
                case_rules.ClaimType(
                    kind.code, kind.label, tuple(one.domain() for one in kind.subtypes)
                )
                for kind in self.types
            ),
            incidents=_named(self.incidents),
            attentions=_named(self.attentions),
            claimants=_named(self.claimants),
            channels=_named(self.channels),
            question_days=self.question_days,
            reopen_days=self.reopen_days,
            reply_days=self.reply_days,
            claim_days=self.claim_days,
            max_files=self.max_files,
            max_file_size=self.max_file_size,
            subject_length=self.subject_length,
            least_length=self.least_length,
            most_length=self.most_length,
            declaration=self.declaration,
            regulator=self.regulator,
            regulator_text=self.regulator_text,
        )


def _named(found: list[Named]) -> tuple[case_rules.Named, ...]:
    return tuple(one.domain() for one in found)


ENTITIES = {"case": (Case, cases.Case)}
POLICIES = {"cases": (CaseRules, case_rules.CaseRules)}
