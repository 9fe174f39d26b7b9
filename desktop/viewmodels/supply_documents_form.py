"""Sending documents anew that the office sent back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.domain.forms import Spec, Value
from desktop.domain.supply_requests import RequirementState, SupplyRequest
from desktop.submissions.supply_documents import documents_content
from desktop.viewmodels.supply_form import SupplyForm
from desktop.viewmodels.supply_request_state import FormState

_WANTED = (RequirementState.MISSING, RequirementState.OBSERVED)


class SupplyDocumentsForm(SupplyForm):
    """About one request at a time."""

    kind = "supply_documents"
    request: SupplyRequest | None = None

    def ask(self, request: SupplyRequest) -> None:
        """Show what is lacking in `request`."""
        self.request = request
        self._follow()
        if not self.form.specs:
            self.form.set_specs(self.specs())

    def specs(self) -> tuple[Spec, ...]:
        wanted = self.request.requirements if self.request is not None else ()
        return tuple(self.document_spec(r.code, r.label) for r in wanted if r.state in _WANTED)

    def payload(self) -> dict[str, Any]:
        request = self.request
        return dict(documents_content(request.id if request is not None else "", self.documents()))

    def values_of(self, content: Mapping[str, Any]) -> Mapping[str, Value]:
        return self.kept_documents(content["documents"])

    def state(self) -> FormState:
        base = SupplyForm.state(self)
        request = self.request
        remarks = request.requirements if request is not None else ()
        notes = tuple(f"{r.label}: {r.remark}" for r in remarks if r.remark)
        return FormState(notes=notes, recovered=base.recovered, is_sending=base.is_sending)
