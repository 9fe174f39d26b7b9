"""The parts of every form that is built of the kit, for what is typed in it, by the rules of the
demonstration utility."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any, cast

import msgspec
from PySide6.QtCore import QObject

from backend.contracts.models import ContractStatus, CutReason
from backend.demo import profile
from desktop.api.agreements import AgreementRules
from desktop.api.delivery import DeliveryRules
from desktop.api.registration import RegistrationRules as WireRegistration
from desktop.domain.delivery import standing
from desktop.domain.forms import Spec, Value
from desktop.domain.freshness import Freshness
from desktop.domain.invoices import Debt
from desktop.domain.money import Money
from desktop.domain.registration import PasswordPolicy, RegistrationRules
from desktop.domain.supply_requests import Requirement, RequirementState, SupplyRequest
from desktop.domain.workdays import Calendar
from desktop.services.results import AgreementBook, CaseBook, DeliveryBook
from desktop.viewmodels import agreement_form, case_forms, delivery_form
from desktop.viewmodels import registration_specs as registration
from desktop.viewmodels.account import AccountViewModel, Open
from desktop.viewmodels.context import Context
from desktop.viewmodels.reconnection_form import ReconnectionForm, slot_specs
from desktop.viewmodels.recovery import RecoveryViewModel
from desktop.viewmodels.supply_documents_form import SupplyDocumentsForm
from tests.contract.test_supply_blocks import contract
from tests.support.books import NOW, TODAY, household
from tests.support.case_scene import a_case
from tests.support.case_scene import rules as case_rules
from tests.unit.viewmodels import test_holder_change_parts as holder_change

Values = Mapping[str, Value]
Make = Callable[[Context, Values], tuple[Spec, ...]]

ACTIVE = contract(ContractStatus.ACTIVE, None)
FRESH = Freshness(NOW)
OWED = tuple(one for one in household() if one.open.minor > 0 and one.claim_number is None)[:3]


def _rules(area: str, wire: type[Any]) -> Any:
    """The demonstration's, as the app reads them."""
    found = profile.read().utility.policies[area]
    return msgspec.json.decode(found.model_dump_json(), type=wire).domain()


def registration_rules() -> RegistrationRules:
    """The demonstration's, with a password that has to have everything."""
    found: RegistrationRules = _rules("registration", WireRegistration)
    policy = PasswordPolicy(8, lower=True, upper=True, digit=True, symbol=True)
    return dataclasses.replace(found, password=policy)


def _registration(_context: Context, values: Values) -> tuple[Spec, ...]:
    rules = registration_rules()
    form = cast("Any", SimpleNamespace(value=lambda name: values.get(name, "")))
    return registration.registration_specs(rules, registration.chosen_proof(form, rules))


def _add_contract(_context: Context, _values: Values) -> tuple[Spec, ...]:
    rules = registration_rules()
    return registration.contract_specs(rules, rules.proofs[0])


def _password(context: Context, _values: Values) -> tuple[Spec, ...]:
    owner = QObject()
    model = AccountViewModel(context, owner)
    model.state = dataclasses.replace(model.state, rules=registration_rules())
    model.unfold(Open.PASSWORD)
    return model.password_form.specs


def _forgot(context: Context, _values: Values) -> tuple[Spec, ...]:
    model = RecoveryViewModel(context.shell)
    model.begin("")
    return model.form.specs


def _delivery(_context: Context, values: Values) -> tuple[Spec, ...]:
    rules = _rules("delivery", DeliveryRules)
    book = DeliveryBook((), rules, (), (), TODAY, NOW, FRESH)
    sheet = delivery_form.Sheet(ACTIVE, book, rules, standing((), TODAY), "ana@example.org")
    return delivery_form.specs(sheet, str(values.get("channel", "")))


def agreement_sheet() -> agreement_form.Sheet:
    """Of somebody who owes three bills."""
    rules = _rules("agreements", AgreementRules)
    book = AgreementBook((), rules, Calendar(), ACTIVE, OWED, (), TODAY, NOW, FRESH)
    return agreement_form.Sheet(book, rules, "UYU", OWED)


def _agreement(context: Context, values: Values) -> tuple[Spec, ...]:
    chosen = cast("tuple[str, ...]", values.get("invoices", ()))
    sheet = agreement_sheet()
    return (
        *agreement_form.specs(sheet, chosen, context.format),
        *agreement_form.count_specs(sheet),
    )


def _question(_context: Context, _values: Values) -> tuple[Spec, ...]:
    return case_forms.question_specs(case_rules())


def _reply(_context: Context, _values: Values) -> tuple[Spec, ...]:
    return case_forms.reply_specs(case_rules())


def _reopen(_context: Context, _values: Values) -> tuple[Spec, ...]:
    rules = case_rules()
    return case_forms.reply_specs(rules, least=rules.least_length)


def _claim(context: Context, values: Values) -> tuple[Spec, ...]:
    book = CaseBook(
        cases=(a_case(),),
        rules=case_rules(),
        calendar=Calendar(),
        invoices=household(),
        meters=(),
        items=(),
        today=TODAY,
        now=NOW,
        freshness=FRESH,
        drafts=(),
    )
    # An old one is offered only where it was chosen elsewhere.
    sheet = case_forms.ClaimSheet(case_rules(), book, context.format, "UYU", household()[-1].id)
    return case_forms.claim_specs(
        sheet, str(values.get("type", "")), str(values.get("subtype", ""))
    )


def _reconnection(context: Context, _values: Values) -> tuple[Spec, ...]:
    form = ReconnectionForm(context)
    usual = holder_change.sheet()
    cut = contract(ContractStatus.CUT, CutReason.SAFETY)
    zero = Money(0, "UYU")
    nothing = Debt(zero, zero, zero, zero, None)
    summary = dataclasses.replace(usual.summary, contract=cut, debt=nothing)
    form.sheet = dataclasses.replace(usual, summary=summary)
    return form.specs()


def _slot(context: Context, _values: Values) -> tuple[Spec, ...]:
    return slot_specs(holder_change.sheet().book, context.format)


def _documents(context: Context, _values: Values) -> tuple[Spec, ...]:
    form = SupplyDocumentsForm(context)
    wanted = Requirement(
        code="lease",
        label="Contrato de alquiler",
        mandatory=True,
        state=RequirementState.OBSERVED,
        remark="Falta la firma",
    )
    form.request = cast("SupplyRequest", SimpleNamespace(requirements=(wanted,)))
    return form.specs()


def _holder_change(_context: Context, values: Values) -> tuple[Spec, ...]:
    found = holder_change.parts(dict(values), owed=500, debt="assumed")
    return tuple(spec for of_step in found.by_step().values() for spec in of_step)


SPECS: dict[str, Make] = {
    "registration": _registration,
    "forgot": _forgot,
    "password": _password,
    "add_contract": _add_contract,
    "delivery_preference": _delivery,
    "agreement_simulation": _agreement,
    "question": _question,
    "claim": _claim,
    "case_message": _reply,
    "reopen": _reopen,
    "reconnection": _reconnection,
    "supply_slot": _slot,
    "supply_documents": _documents,
    "holder_change": _holder_change,
}
"""By the name that `docs/form-rules.md` gives a form."""
