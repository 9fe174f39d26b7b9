"""Registrarse, from the sign-in page.

What is typed lives in memory as long as the sign-in page does: before somebody has signed in there
is no encrypted store, and a document's number has no place in a file that is not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError, Code
from desktop.domain.forms import Value
from desktop.domain.registration import (
    NotTakenError,
    ProofKind,
    Registration,
    RegistrationRules,
    Taken,
)
from desktop.viewmodels.form import FormModel
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.registration_specs import chosen_proof, claim_of, registration_specs
from desktop.viewmodels.registration_words import refusal_texts
from desktop.viewmodels.tasks import Lane

if TYPE_CHECKING:
    from desktop.services.office import Office
    from desktop.viewmodels.shell import ShellViewModel


_TYPED_AGAIN = ("password", "repeat", "terms")


@dataclass(frozen=True, slots=True)
class RegistrationState:
    """EMPTY means that the utility takes no registrations here. `error` is why the rules could not
    be asked (phase ERROR) or why the form could not be sent. `taken` is the answer to it."""

    phase: Phase = Phase.LOADING
    rules: RegistrationRules | None = None
    error: AppError | None = None
    taken: Taken | None = None


class RegistrationViewModel(QObject):
    """One registration at a time; `form` keeps what is typed over everything but closing."""

    state_changed = Signal()

    def __init__(self, shell: ShellViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.state = RegistrationState()
        self.form = FormModel(shell.context(), "", self)
        self.form.changed.connect(self._follow_proof)
        self._proof: ProofKind | None = None
        self._sent: dict[str, Value] = {}
        self._times = 0  # a form that begins anew is about another thing than the one before

    def load(self) -> None:
        """Ask what a registration has to say, unless that is known."""
        if self.state.rules is not None:
            return
        office = self._shell.office
        self._set(phase=Phase.LOADING, error=None)

        def failed(error: AppError) -> None:
            is_not_offered = error.code is Code.NOT_FOUND
            self._set(phase=Phase.EMPTY if is_not_offered else Phase.ERROR, error=error)

        self._shell.runner.run(
            Lane.LONG,
            lambda _task: office.registration.rules(),
            owner=self,
            done=self._know,
            failed=failed,
        )

    def send(self) -> None:
        """Hand it in, once; what is wrong is said beside its field."""
        rules = self.state.rules
        if rules is None or self.form.is_sending:
            return
        self._set(error=None)
        form = self.form
        if not form.check():
            return
        made = Registration(
            claim=claim_of(form, rules),
            full_name=form.text("full_name"),
            email=form.text("email"),
            username=form.text("username"),
            password=form.text("password"),
            terms_version=rules.terms.version,
        )
        self._sent = {n: v for n, v in form.values.items() if n not in _TYPED_AGAIN}

        def work(office: Office) -> Taken:
            return office.registration.register(made)

        form.call(work, done=self._take, failed=self._refuse)

    def correct(self) -> None:
        """Back to the form with what was sent, but for the password."""
        self._set(taken=None)
        self._begin(self._sent)

    def resend(self, username: str) -> None:
        """Have the confirmation mail sent again."""
        office = self._shell.office
        self._shell.runner.run(
            Lane.LONG,
            lambda _task: office.registration.resend(username),
            owner=self,
            done=lambda _none: None,
            failed=lambda error: self._set(error=error),
        )

    def _know(self, rules: RegistrationRules) -> None:
        if not rules.proofs:  # none that this app can ask for
            self._set(phase=Phase.EMPTY)
            return
        # The form first: whoever hears of the rules shows it.
        self.state = replace(self.state, phase=Phase.FILLED, rules=rules)
        self._begin({})
        self.state_changed.emit()

    def _begin(self, defaults: dict[str, Value]) -> None:
        rules = self.state.rules
        if rules is None:
            return
        values: dict[str, Value] = {"proof": rules.proofs[0].value} | defaults
        self._proof = ProofKind(str(values["proof"]))
        self._times += 1
        specs = registration_specs(rules, self._proof)
        self.form.begin(f"registration {self._times}", specs, values)

    def _follow_proof(self) -> None:
        rules = self.state.rules
        if rules is None or not self.form.specs:
            return
        proof = chosen_proof(self.form, rules)
        if proof is not self._proof:
            self._proof = proof
            self.form.set_specs(registration_specs(rules, proof))

    def _take(self, taken: Taken) -> None:
        self._set(taken=taken, error=None)

    def _refuse(self, error: AppError) -> None:
        rules = self.state.rules
        if not isinstance(error, NotTakenError) or rules is None:
            self._set(error=error)
            return
        is_older = any(name == "terms_version" for name, _code in error.fields)
        if is_older:  # what was accepted is not what there is to accept
            self.form.edit("terms", False)
            self._reload_terms()
        for name, text in reversed(refusal_texts(error, rules.password).items()):
            self.form.refuse(name, text)

    def _reload_terms(self) -> None:
        office = self._shell.office

        def known(rules: RegistrationRules) -> None:
            self._set(rules=rules)

        self._shell.runner.run(
            Lane.LONG,
            lambda _task: office.registration.rules(),
            owner=self,
            done=known,
            failed=lambda error: self._set(error=error),
        )

    def _set(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self.state_changed.emit()
