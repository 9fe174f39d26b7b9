"""A form as widgets: for each part its label, control, hint, and what is wrong with it.

How a page uses it:

    self.form = FormView(self.model.form, "question")   # objectNames: question_subject, ...
    self.form.submitted.connect(self.model.send)        # Enter in a line, Ctrl+Enter in a text
    column.addWidget(self.form)                         # in a scroll area; the button is the page's

The view builds itself from `FormModel.specs` and follows `FormModel.changed`. Buttons that send
are the page's own: `button.setEnabled(not model.form.is_sending)`. `focus_first()` puts the
cursor where one begins to type; `row_of(name)` is the row of a part, for something to stand
below it (`row.add_below(widget)`).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.form_choices import Choice, Document, Files, MeterDigits, Several, Tick
from desktop.domain.forms import Day, Password, Spec, Text
from desktop.viewmodels.form import FormModel
from desktop.views.tokens import Tone
from desktop.views.widgets.form_controls import (
    ChoiceControl,
    Control,
    DocumentControl,
    LineControl,
    SeveralControl,
    TextControl,
    TickControl,
)
from desktop.views.widgets.form_date import DayControl
from desktop.views.widgets.form_digits import DialControl
from desktop.views.widgets.form_files import FilesControl
from desktop.views.widgets.labels import IconLabel, Label
from desktop.views.widgets.labels import Text as Style
from desktop.views.widgets.speech import announce

WIDTH = 640  # pixels: longer lines are hard to read and fill in

_CONTROLS: tuple[tuple[type[Spec], Callable[[Spec, str], Control]], ...] = (
    (Tick, TickControl),
    (Choice, ChoiceControl),
    (Several, SeveralControl),
    (Document, DocumentControl),
    (Day, DayControl),
    (MeterDigits, DialControl),
)


class FieldRow(QWidget):
    """Label, control, hint and problem of one part."""

    def __init__(self, spec: Spec, control: Control) -> None:
        super().__init__()
        self.control = control
        self.setObjectName(f"{control.object_name}_row")
        self._label = Label(style=Style.STRONG, wrap=True)
        self._label.setBuddy(control.target)
        self._hint = Label(tone=Tone.MUTED, wrap=True)
        self._mark = IconLabel("circle-alert", Tone.DANGER, 16)
        self._problem = Label(tone=Tone.DANGER, wrap=True)
        self._problem.setObjectName(f"{control.object_name}_problem")
        problem = QHBoxLayout()
        problem.setSpacing(6)
        problem.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        problem.addWidget(self._problem, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._label)
        self._column.addWidget(control)
        self._column.addWidget(self._hint)
        self._column.addLayout(problem)
        self.show_spec(spec)
        self.show_problem("")

    def show_spec(self, spec: Spec) -> None:
        """The words of the part."""
        words = spec.label
        if not spec.required:
            words = self.tr("{0} (opcional)").format(spec.label)
        self._label.setText(words)
        self._label.setVisible(not self.control.has_own_label)
        self._hint.setText(spec.hint)
        self._hint.setVisible(bool(spec.hint))
        self.control.show_spec(spec)

    def show_problem(self, text: str) -> None:
        """What is wrong; empty text hides it."""
        if text and text != self._problem.text():
            announce(self, text)
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._mark.setVisible(bool(text))
        self._hint.setVisible(bool(self._hint.text()) and self._hint.text() != text)
        self.control.show_problem(text)

    def add_below(self, widget: QWidget) -> None:
        """Put something under the control, above the hint."""
        self._column.insertWidget(2, widget)


class FormView(QWidget):
    """All the rows. `submitted` comes with Enter; `rebuilt` after other parts were shown."""

    submitted = Signal()
    rebuilt = Signal()

    def __init__(self, model: FormModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self._name = name
        self.setObjectName(name)
        self.setMaximumWidth(WIDTH)
        self._rows: dict[str, FieldRow] = {}
        self._stops: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        model.changed.connect(self._show)
        model.focus_wanted.connect(self.focus_on)
        self._show()

    def row_of(self, name: str) -> FieldRow | None:
        """The row of a part, while it is shown."""
        return self._rows.get(name)

    def focus_on(self, name: str) -> None:
        """Go to a part, and scroll it into sight."""
        row = self._rows.get(name)
        if row is None:
            return
        row.control.target.setFocus(Qt.FocusReason.OtherFocusReason)
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(row)

    def focus_first(self) -> None:
        """Where one begins to type: the first part that is empty, else the first."""
        names = [spec.name for spec in self.model.specs]
        empty = [s.name for s in self.model.specs if s.is_empty(self.model.value(s.name))]
        for name in (*empty[:1], *names[:1]):
            self._rows[name].control.target.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def _show(self) -> None:
        self._build()
        for spec in self.model.specs:
            row = self._rows[spec.name]
            row.show_spec(spec)
            row.control.show_value(self.model.value(spec.name))
            row.show_problem(self.model.problem(spec.name))
        self._order_tabs()

    def _build(self) -> None:
        """Rows that can stay do, so that the focus and the cursor stay with them."""
        wanted = {spec.name: spec for spec in self.model.specs}
        is_same = list(wanted) == list(self._rows) and all(
            type(row.control.spec) is type(wanted[name]) for name, row in self._rows.items()
        )
        if is_same:
            return
        for name, row in list(self._rows.items()):
            if name not in wanted or type(row.control.spec) is not type(wanted[name]):
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
                del self._rows[name]
        rows: dict[str, FieldRow] = {}
        for place, (name, spec) in enumerate(wanted.items()):
            row = self._rows.get(name) or self._made(spec)
            self._column.insertWidget(place, row)
            row.show()  # a layout would do it later, and keys may come before
            rows[name] = row
        self._rows = rows
        self.rebuilt.emit()

    def _order_tabs(self) -> None:
        """Qt puts what is made later behind everything in the window, the button that sends too."""
        parts = (part for row in self._rows.values() for part in row.findChildren(QWidget))
        stops = [part for part in parts if self._is_stop(part)]
        if stops == self._stops:
            return
        self._stops = stops
        before = self._stop_before()
        for stop in stops:
            if before is not None:
                QWidget.setTabOrder(before, stop)
            before = stop

    def _stop_before(self) -> QWidget | None:
        """Where Tab comes from, as the form itself stands where the page put it."""
        before = self.previousInFocusChain()
        while before is not None and before is not self:
            if self._is_stop(before) and not self.isAncestorOf(before):
                return before
            before = before.previousInFocusChain()
        return None

    def _is_stop(self, part: QWidget) -> bool:
        takes_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return takes_tab and part.window() is self.window()  # not the lists of combo boxes

    def _made(self, spec: Spec) -> FieldRow:
        name = spec.name
        control = self._control(spec)
        control.changed.connect(lambda value: self.model.edit(name, value))
        control.left.connect(lambda: self.model.leave(name))
        control.entered.connect(self.submitted)
        if isinstance(control, FilesControl):
            control.added.connect(lambda sources: self.model.add_files(name, sources))
            control.removed.connect(lambda file: self.model.drop_file(name, file))
        return FieldRow(spec, control)

    def _control(self, spec: Spec) -> Control:
        if isinstance(spec, Files):
            return FilesControl(spec, self._name, self.model.context.format)
        for kind, make in _CONTROLS:
            if isinstance(spec, kind):
                return make(spec, self._name)
        if isinstance(spec, Text) and spec.lines > 1 and not isinstance(spec, Password):
            return TextControl(spec, self._name)
        return LineControl(spec, self._name)
