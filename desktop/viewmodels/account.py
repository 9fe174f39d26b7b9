"""Mi cuenta: who one is, which contracts one sees and what they are called, and the password."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.domain.contracts import LinkRole
from desktop.domain.errors import AppError
from desktop.domain.forms import Password
from desktop.domain.registration import (
    ALIAS_LENGTH,
    LinkedContract,
    NotTakenError,
    PasswordPolicy,
    ProofKind,
    RegistrationRules,
)
from desktop.viewmodels.alias_drafts import AliasDrafts
from desktop.viewmodels.form import FormModel
from desktop.viewmodels.registration_specs import (
    chosen_proof,
    claim_of,
    contract_specs,
    new_password_specs,
)
from desktop.viewmodels.registration_words import refusal_texts
from desktop.viewmodels.tasks import Lane

if TYPE_CHECKING:
    from desktop.domain.users import User
    from desktop.services.office import Office
    from desktop.services.results import AccountBook, ContractSummary
    from desktop.viewmodels.context import Context


class Open(StrEnum):
    """Which of the forms is unfolded."""

    NOTHING = ""
    CONTRACT = "contract"
    PASSWORD = "password"  # noqa: S105 - the name of a form


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A contract of the person. `is_waiting`: its new name has not been sent yet. Who may only look
    at a contract sends nothing about it, a name included: `can_rename` is false. `typed` is a name
    that was begun and not given, None where there is none."""

    contract_id: str
    number: str
    address: str
    role: str
    alias: str
    is_waiting: bool
    can_rename: bool = True
    typed: str | None = None


@dataclass(frozen=True, slots=True)
class AccountState:
    """`said` is news to tell once, `error` what failed; `busy` is the contract that is being taken
    off. Without `rules` no contract can be added here."""

    user: User | None = None
    links: tuple[LinkRow, ...] = ()
    rules: RegistrationRules | None = None
    open: Open = Open.NOTHING
    busy: str = ""
    said: str = ""
    error: AppError | None = None


class AccountViewModel(QObject):
    """`contract_form` and `names` are kept as drafts, `password_form` never."""

    state_changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.state = AccountState()
        self.contract_form = FormModel(context, "add_contract", self)
        self.password_form = FormModel(context, "", self)
        self.names = AliasDrafts(context, self)
        self.names.changed.connect(self._show_links)
        self.names.failed.connect(lambda error: self._set(error=error))
        self._naming: dict[str, str | None] = {}  # by scope: a new name, once the disk has it
        self.contract_form.changed.connect(self._follow_proof)
        self.contract_form.failed.connect(lambda error: self._set(error=error))
        self._proof: ProofKind | None = None
        self._waiting: frozenset[str] = frozenset()
        context.shell.overview_changed.connect(self._show_names)
        context.events.data_changed.connect(lambda _changes: self.load())
        context.events.outbox_changed.connect(self.load)

    def load(self) -> None:
        """Read again what is shown; nothing typed is touched."""
        profile = self.context.shell.profile
        if profile is None:
            return
        self._set(user=profile.user)
        self._show_links()
        office = self.context.office
        self.context.runner.run(
            Lane.LOCAL,
            lambda _task: office.registration.book(),
            owner=self,
            done=self._know,
            failed=lambda error: self._set(error=error),
        )

    def leave(self) -> None:
        """The page went to the back."""
        self.contract_form.flush()
        self.names.kept.flush()
        self._set(said="", error=None)

    def unfold(self, what: Open) -> None:
        """Show a form, or fold it away; what is typed of a contract stays."""
        if what is Open.CONTRACT:
            self._begin_contract()
        elif what is Open.PASSWORD:
            self._begin_password()
        elif self.state.open is Open.PASSWORD:
            self.password_form.discard()
        self._set(open=what, said="", error=None)

    def type_name(self, contract_id: str, alias: str) -> None:
        """Something else stands in the field of a contract's name."""
        summary = self._summary(contract_id)
        if summary is not None:
            self.names.type(summary.link.scope, alias, summary.link.alias)
            self._show_links()

    def rename(self, contract_id: str, alias: str) -> None:
        """Call a contract `alias` from now on; empty takes the name away. Works offline. A second
        call before the first one shows does nothing."""
        summary = self._summary(contract_id)
        alias = alias.strip()[:ALIAS_LENGTH]
        if summary is None or alias == summary.link.alias or summary.link.scope in self._naming:
            return
        office, link = self.context.office, summary.link
        draft = self.names.kept.hand_over(link.scope)
        self._naming[link.scope] = None

        def kept(_item: object) -> None:
            self.names.kept.sent(link.scope)
            self._naming[link.scope] = alias
            self._set(error=None)
            self.context.shell.load_overview()
            self.context.events.outbox_changed.emit()
            self.context.shell.send_now()

        def not_kept(error: AppError) -> None:
            self.names.kept.not_sent(link.scope)
            self._naming.pop(link.scope)
            self._set(error=error)

        self.context.runner.run(
            Lane.LOCAL,
            lambda _task: office.registration.rename(link, alias, draft),
            owner=self,
            done=kept,
            failed=not_kept,
        )

    def remove(self, contract_id: str) -> None:
        """Take a contract off the list; the person was asked."""
        row = next((r for r in self.state.links if r.contract_id == contract_id), None)
        if row is None or self.state.busy:
            return
        self._set(busy=contract_id, said="", error=None)
        office = self.context.office
        text = QCoreApplication.translate("Account", "El contrato {0} ya no está en su lista.")

        def done(_none: None) -> None:
            self._set(busy="", said=text.format(row.number))
            self.context.shell.send_now()

        self.context.runner.run(
            Lane.LONG,
            lambda _task: office.registration.remove_contract(contract_id),
            owner=self,
            done=done,
            failed=lambda error: self._set(busy="", error=error),
        )

    def add(self) -> None:
        """Link the contract of the form, once."""
        rules = self.state.rules
        form = self.contract_form
        if rules is None or form.is_sending or not form.check():
            return
        claim = claim_of(form, rules)
        self._set(said="", error=None)

        def work(office: Office) -> LinkedContract:
            return office.registration.add_contract(claim)

        form.call(work, done=self._added, failed=lambda e: self._refused(form, e))

    def change_password(self) -> None:
        """Change it, once."""
        form = self.password_form
        current, new = form.text("current"), form.text("password")
        self._set(said="", error=None)

        def work(office: Office) -> None:
            office.registration.change_password(current, new)

        form.call(work, done=self._changed, failed=lambda e: self._refused(form, e))

    # --- within

    def _know(self, book: AccountBook) -> None:
        self._waiting = book.waiting_names
        self._set(rules=book.rules)
        self._show_links()

    def _show_names(self) -> None:
        """The contracts were read again: a name that was given is theirs now."""
        for scope, alias in list(self._naming.items()):
            if alias is not None:
                del self._naming[scope]
                self.names.settle(scope, alias)
        self._show_links()

    def _show_links(self) -> None:
        links = tuple(self._row(each) for each in self.context.shell.contracts)
        if links != self.state.links:
            self._set(links=links)

    def _row(self, summary: ContractSummary) -> LinkRow:
        contract, link = summary.contract, summary.link
        translate = QCoreApplication.translate
        role = {
            LinkRole.HOLDER: translate("Account", "Titular"),
            LinkRole.AUTHORISED: translate("Account", "Autorizado"),
            LinkRole.VIEWER: translate("Account", "Solo consulta"),
        }[link.role]
        waits = link.scope in self._waiting
        can_rename = link.role is not LinkRole.VIEWER
        if can_rename:
            self.names.recover(link.scope)
        typed = self.names.typed(link.scope)
        return LinkRow(
            contract.id,
            contract.number,
            contract.address,
            role,
            link.alias,
            waits,
            can_rename,
            typed,
        )

    def _summary(self, contract_id: str) -> ContractSummary | None:
        found = (c for c in self.context.shell.contracts if c.contract.id == contract_id)
        return next(found, None)

    @property
    def _policy(self) -> PasswordPolicy:
        return self.state.rules.password if self.state.rules else PasswordPolicy()

    def _begin_contract(self) -> None:
        rules = self.state.rules
        if rules is None or not rules.proofs:
            return
        self._proof = self._proof or rules.proofs[0]
        specs = contract_specs(rules, self._proof)
        self.contract_form.begin("", specs, {"proof": self._proof.value})

    def _follow_proof(self) -> None:
        rules = self.state.rules
        if rules is None or not self.contract_form.specs:
            return
        proof = chosen_proof(self.contract_form, rules)
        if proof is not self._proof:
            self._proof = proof
            self.contract_form.set_specs(contract_specs(rules, proof))

    def _begin_password(self) -> None:
        translate = QCoreApplication.translate
        current = Password(
            name="current", label=translate("Account", "Contraseña actual"), most=200
        )
        new = new_password_specs(self._policy, translate("Account", "Contraseña nueva"))
        self.password_form.begin("password", (current, *new))

    def _added(self, linked: LinkedContract) -> None:
        translate = QCoreApplication.translate
        text = translate("Account", "Se agregó el contrato {0}. Sus datos llegan enseguida.")
        if linked.is_ended:
            text += " " + translate(
                "Account", "El contrato está dado de baja; solo podrá consultar su historial."
            )
        self._set(open=Open.NOTHING, said=text.format(linked.number))
        self.context.shell.send_now()

    def _changed(self, _none: None) -> None:
        translate = QCoreApplication.translate
        text = translate(
            "Account", "La contraseña se cambió correctamente. Las demás sesiones se cerraron."
        )
        self._set(open=Open.NOTHING, said=text)

    def _refused(self, form: FormModel, error: AppError) -> None:
        if not isinstance(error, NotTakenError):
            self._set(error=error)
            return
        texts = refusal_texts(error, self._policy)
        whole = texts.pop("", "")
        for name, text in reversed(texts.items()):
            form.refuse(name, text)
        if whole:  # never which of them: it stands beside the first
            form.refuse("contract_number", whole)

    def _set(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self.state_changed.emit()
