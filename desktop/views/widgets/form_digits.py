"""The dial of a meter in a form: the same boxes as where readings are given."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.domain.form_choices import MeterDigits
from desktop.domain.forms import Spec, Value
from desktop.views.tokens import Tone
from desktop.views.widgets.digits import DigitField
from desktop.views.widgets.form_controls import Control
from desktop.views.widgets.labels import Label, Text


class DialControl(Control):
    """A box for each digit, and the unit."""

    def __init__(self, spec: Spec, prefix: str) -> None:
        super().__init__(spec, prefix)
        assert isinstance(spec, MeterDigits)
        words = self.tr("{0}, {1} dígitos").format(spec.label, spec.most)
        self.field = DigitField(self.object_name, words, spec.most)
        self.field.typed.connect(lambda text: self.changed.emit(text))
        self.field.returnPressed.connect(self.entered)
        self.watch(self.field)
        self.row.addWidget(self.field)
        self.row.addWidget(Label(spec.unit, Text.LEAD, Tone.MUTED))
        self.row.addStretch(1)

    @property
    def target(self) -> QWidget:
        return self.field

    def show_value(self, value: Value) -> None:
        self.field.set_digits(str(value))
