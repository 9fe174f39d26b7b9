"""The parts of the forms about registration, as the utility's rules ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.form_choices import Choice, Document, Option, Tick
from desktop.domain.forms import Email, Password, Problem, Spec, Text, Value, told
from desktop.domain.registration import (
    ContractClaim,
    PasswordPolicy,
    ProofKind,
    RegistrationRules,
    is_username,
)
from desktop.services.document_numbers import is_valid_document
from desktop.viewmodels import registration_words as words
from desktop.viewmodels.form_values import FormValues


def contract_specs(rules: RegistrationRules, proof: ProofKind) -> tuple[Spec, ...]:
    """Contract, document and proof."""
    translate = QCoreApplication.translate

    def fits(number: Any, _values: Mapping[str, Value]) -> Problem | None:
        return None if rules.contract.fits(number) else told(words.mask_text())

    def valid(document: Any, _values: Mapping[str, Value]) -> Problem | None:
        kind, number = document
        is_right = is_valid_document(rules.check_of(kind), number)
        return None if is_right else told(words.document_text())

    proofs = tuple(
        Option(kind.value, words.proof_label(kind, rules.meter_digits)) for kind in rules.proofs
    )
    choice = Choice(
        name="proof", label=translate("Account", "Dato de verificación"), options=proofs
    )
    return (
        Text(
            name="contract_number",
            label=translate("Account", "N° de Contrato (N° de Cuenta)"),
            most=60,
            check=fits,
        ),
        Document(
            name="document",
            label=translate("Account", "Número de documento"),
            types=tuple(Option(t.code, t.label) for t in rules.document_types),
            most=40,
            check=valid,
        ),
        *((choice,) if len(proofs) > 1 else ()),
        Text(
            name="proof_value",
            label=words.proof_label(proof, rules.meter_digits),
            hint=words.proof_hint(proof, rules.invoices_back),
            most=60,
        ),
    )


def registration_specs(rules: RegistrationRules, proof: ProofKind) -> tuple[Spec, ...]:
    """The whole registration, in the guide's order."""
    translate = QCoreApplication.translate

    def named(name: Any, _values: Mapping[str, Value]) -> Problem | None:
        return None if is_username(name) else told(words.username_text())

    contract, document, *proved = contract_specs(rules, proof)
    return (
        Text(
            name="full_name",
            label=translate("Account", "Nombre y apellido, o razón social"),
            least=2,
            most=120,
        ),
        contract,
        document,
        Email(name="email", label=translate("Account", "Correo electrónico")),
        Email(
            name="repeat_email",
            label=translate("Account", "Repetir correo electrónico"),
            same_as="email",
        ),
        *proved,
        Text(
            name="username",
            label=translate("Account", "Nombre de usuario"),
            hint=words.username_text(),
            most=40,
            check=named,
        ),
        *new_password_specs(rules.password),
        Tick(name="terms", label=translate("Account", "Acepto los términos y condiciones")),
    )


def new_password_specs(policy: PasswordPolicy, label: str = "") -> tuple[Spec, ...]:
    """A password and its repetition."""
    translate = QCoreApplication.translate

    def strong(password: Any, values: Mapping[str, Value]) -> Problem | None:
        missing = policy.lacks(password, str(values.get("username", "")))
        return told(words.password_text(policy, missing)) if missing else None

    return (
        Password(
            name="password",
            label=label or translate("Account", "Contraseña"),
            hint=words.password_hint(policy),
            most=200,
            check=strong,
        ),
        Password(
            name="repeat",
            label=translate("Account", "Repetir contraseña"),
            same_as="password",
        ),
    )


def chosen_proof(form: FormValues, rules: RegistrationRules) -> ProofKind:
    """The proof that is chosen; the first before anything is."""
    chosen = str(form.value("proof"))
    return next((kind for kind in rules.proofs if kind.value == chosen), rules.proofs[0])


def claim_of(form: FormValues, rules: RegistrationRules) -> ContractClaim:
    """What a form without problems says about a contract."""
    kind, number = form.chosen("document")
    return ContractClaim(
        contract_number=form.text("contract_number"),
        document_type=kind,
        document_number=number,
        proof=chosen_proof(form, rules),
        proof_value=form.text("proof_value"),
    )
