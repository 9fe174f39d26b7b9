"""The controls of a form, one for each kind of part: they tell what a person does and show what
they are told."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.form_choices import Choice, Document, Option, Several, Tick
from desktop.domain.forms import Amount, Day, Digits, Password, Phone, Quantity, Spec, Text, Value
from desktop.viewmodels.format import currency_symbol
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import IconButton
from desktop.views.widgets.fields import Field
from desktop.views.widgets.labels import Label, repolish

_NARROW = 220  # pixels: dates, amounts, digits
_LINE = 20  # height of a line of text


class Control(QWidget):
    """`changed` comes with what was typed, `left` when the focus went, `entered` with Enter."""

    changed = Signal(object)
    left = Signal()
    entered = Signal()

    def __init__(self, spec: Spec, prefix: str) -> None:
        super().__init__()
        self.spec = spec
        self.object_name = f"{prefix}_{spec.name}"
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)

    @property
    def target(self) -> QWidget:
        """What takes the focus."""
        raise AssertionError(f"{self.object_name} takes no focus")

    @property
    def has_own_label(self) -> bool:
        """Whether its label is part of it."""
        return False

    def show_value(self, value: Value) -> None:
        """Show what is kept; the cursor stays where it is."""
        raise AssertionError(f"{self.object_name} shows no {value}")

    def show_spec(self, spec: Spec) -> None:
        """The part changed, not its kind."""
        self.spec = spec

    def show_problem(self, text: str) -> None:
        """Mark as wrong, and say why to a screen reader; empty text takes the mark away."""
        target = self.target
        target.setAccessibleDescription(text or self.spec.hint)
        if bool(target.property("invalid")) != bool(text):
            target.setProperty("invalid", bool(text))
            repolish(target)

    def watch(self, widget: QWidget) -> None:
        """Tell when the focus leaves `widget`."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            reason = event.reason()
            if reason is not Qt.FocusReason.PopupFocusReason:
                self.left.emit()
        return super().eventFilter(watched, event)


class LineControl(Control):
    """A line to type in, after the sign of a currency or before a unit where there is one."""

    def __init__(self, spec: Spec, prefix: str) -> None:
        super().__init__(spec, prefix)
        self.field = Field(self.object_name, spec.label)
        self.field.textEdited.connect(lambda text: self.changed.emit(text))
        self.field.returnPressed.connect(self.entered)
        self.watch(self.field)
        if isinstance(spec, Amount):
            self.row.addWidget(Label(currency_symbol(spec.currency), tone=Tone.MUTED))
        self.row.addWidget(self.field)
        if isinstance(spec, Digits | Quantity | Amount | Day):
            self.field.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
            self.field.setMaximumWidth(_NARROW)
        if isinstance(spec, Phone):
            self.field.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
            self.field.setMaximumWidth(_NARROW)
        if isinstance(spec, Quantity) and spec.unit:
            self.row.addWidget(Label(spec.unit, tone=Tone.MUTED))
        if isinstance(spec, Password):
            self._add_eye()
        if self.field.maximumWidth() == _NARROW:
            self.row.addStretch(1)

    @property
    def target(self) -> QWidget:
        return self.field

    def show_spec(self, spec: Spec) -> None:
        super().show_spec(spec)
        self.field.setAccessibleName(spec.label)

    def show_value(self, value: Value) -> None:
        if str(value) != self.field.text():
            self.field.setText(str(value))

    def _add_eye(self) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        eye = IconButton(f"{self.object_name}_show", "eye", self.tr("Mostrar lo escrito"))
        eye.setCheckable(True)

        def turn(shown: bool) -> None:
            mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
            self.field.setEchoMode(mode)
            words = self.tr("Ocultar lo escrito") if shown else self.tr("Mostrar lo escrito")
            eye.set_face("eye-off" if shown else "eye", words)

        eye.toggled.connect(turn)
        self.row.addWidget(eye)


class _TextBox(QPlainTextEdit):
    """Tab leaves it: a form is filled in with the keyboard."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)


class TextControl(Control):
    """Several lines, and how much of the room is used. Ctrl+Enter sends."""

    def __init__(self, spec: Spec, prefix: str) -> None:
        super().__init__(spec, prefix)
        assert isinstance(spec, Text)
        self._most = spec.most
        self.box = _TextBox()
        self.box.setObjectName(self.object_name)
        self.box.setAccessibleName(spec.label)
        self.box.setFixedHeight(spec.lines * _LINE + 20)
        self._count = Label(tone=Tone.MUTED)
        self._count.setObjectName(f"{self.object_name}_count")
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.box)
        column.addWidget(self._count, 0, Qt.AlignmentFlag.AlignRight)
        self.row.addLayout(column)
        self.box.textChanged.connect(self._tell)
        self.box.entered.connect(self.entered)
        self.watch(self.box)
        self._is_shown = True
        self._show_count()

    @property
    def target(self) -> QWidget:
        return self.box

    def show_value(self, value: Value) -> None:
        if str(value) != self.box.toPlainText():
            self._is_shown = False
            self.box.setPlainText(str(value))
            self._is_shown = True
        self._show_count()

    def _tell(self) -> None:
        self._show_count()
        if self._is_shown:
            self.changed.emit(self.box.toPlainText())

    def _show_count(self) -> None:
        length = len(self.box.toPlainText().strip())
        self._count.setText(self.tr("{0} de {1}").format(length, self._most))
        self._count.set_tone(Tone.DANGER if length > self._most else Tone.MUTED)


class ComboBox(QComboBox):
    """Turns with the wheel only while it has the focus: a page is scrolled over it."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(8)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def fill(self, options: tuple[Option, ...], placeholder: str = "") -> None:
        """Offer `options`; nothing is chosen."""
        self.blockSignals(True)
        self.clear()
        self.setPlaceholderText(placeholder)
        for option in options:
            self.addItem(option.label, option.value)
        self.setCurrentIndex(-1)
        self.blockSignals(False)

    def choose(self, value: str) -> None:
        """Show `value` as chosen, without telling."""
        index = self.findData(value) if value else -1
        if index != self.currentIndex():
            self.blockSignals(True)
            self.setCurrentIndex(index)
            self.blockSignals(False)


class ChoiceControl(Control):
    """One of several."""

    def __init__(self, spec: Spec, prefix: str) -> None:
        super().__init__(spec, prefix)
        assert isinstance(spec, Choice)
        self.box = ComboBox(self.object_name, spec.label)
        self.box.fill(spec.options, self.tr("Elija…"))
        self.box.currentIndexChanged.connect(
            lambda _n: self.changed.emit(self.box.currentData() or "")
        )
        self.watch(self.box)
        self.row.addWidget(self.box)

    @property
    def target(self) -> QWidget:
        return self.box

    def show_spec(self, spec: Spec) -> None:
        assert isinstance(spec, Choice)
        if isinstance(self.spec, Choice) and spec.options != self.spec.options:
            self.box.fill(spec.options, self.tr("Elija…"))
        super().show_spec(spec)

    def show_value(self, value: Value) -> None:
        self.box.choose(str(value))


class TickControl(Control):
    """A box with its words."""

    def __init__(self, spec: Spec, prefix: str) -> None:
        super().__init__(spec, prefix)
        assert isinstance(spec, Tick)
        self.box = QCheckBox(spec.label.replace("&", "&&"))
        self.box.setObjectName(self.object_name)
        self.box.setAccessibleName(spec.label)
        self.box.clicked.connect(lambda is_on: self.changed.emit(is_on))
        self.watch(self.box)
        # All of the row: the style's own idea of its width cuts the last letter.
        self.row.addWidget(self.box, 1)

    def show_spec(self, spec: Spec) -> None:
        super().show_spec(spec)
        self.box.setText(spec.label.replace("&", "&&"))
        self.box.setAccessibleName(spec.label)

    @property
    def target(self) -> QWidget:
        return self.box

    @property
    def has_own_label(self) -> bool:
        return True

    def show_value(self, value: Value) -> None:
        self.box.setChecked(bool(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)


class SeveralControl(Control):
    """A box for each thing that can be chosen."""

    def __init__(self, spec: Spec, prefix: str) -> None:
        super().__init__(spec, prefix)
        assert isinstance(spec, Several)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.row.addLayout(self._column)
        self.boxes: dict[str, QCheckBox] = {}
        self.setAccessibleName(spec.label)
        self._nothing = Label(self.tr("No hay nada para elegir."), tone=Tone.MUTED)
        self._column.addWidget(self._nothing)
        self._fill(spec.options)

    @property
    def target(self) -> QWidget:
        return next(iter(self.boxes.values()), self)

    def show_spec(self, spec: Spec) -> None:
        assert isinstance(spec, Several)
        if isinstance(self.spec, Several) and spec.options != self.spec.options:
            self._fill(spec.options)
        super().show_spec(spec)

    def show_value(self, value: Value) -> None:
        chosen = value if isinstance(value, tuple) else ()
        for key, box in self.boxes.items():
            box.setChecked(key in chosen)

    def _fill(self, options: tuple[Option, ...]) -> None:
        for old in self.boxes.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.boxes = {}
        self._nothing.setVisible(not options)
        for option in options:
            box = QCheckBox(option.label.replace("&", "&&"))
            box.setObjectName(f"{self.object_name}_{option.value}")
            box.setAccessibleName(option.label)
            box.setAccessibleDescription(option.hint)
            box.clicked.connect(lambda _on: self._tell())
            self.watch(box)
            self._column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
            box.show()  # a layout would do it later, and keys may come before
            self.boxes[option.value] = box

    def _tell(self) -> None:
        self.changed.emit(tuple(key for key, box in self.boxes.items() if box.isChecked()))


class DocumentControl(Control):
    """Type and number of an identity document, side by side."""

    def __init__(self, spec: Spec, prefix: str) -> None:
        super().__init__(spec, prefix)
        assert isinstance(spec, Document)
        self.kind = ComboBox(f"{self.object_name}_type", self.tr("Tipo de documento"))
        self.kind.setFixedWidth(150)
        self.kind.fill(spec.types)
        self.number = Field(self.object_name, spec.label)
        self.number.textEdited.connect(lambda _text: self._tell())
        self.number.returnPressed.connect(self.entered)
        self.kind.currentIndexChanged.connect(lambda _n: self._tell())
        self.watch(self.number)
        self.row.addWidget(self.kind)
        self.row.addWidget(self.number, 1)

    @property
    def target(self) -> QWidget:
        return self.number

    def show_spec(self, spec: Spec) -> None:
        assert isinstance(spec, Document)
        if isinstance(self.spec, Document) and spec.types != self.spec.types:
            self.kind.fill(spec.types)
        super().show_spec(spec)

    def show_value(self, value: Value) -> None:
        kind, number = value if isinstance(value, tuple) and len(value) == 2 else ("", "")
        self.kind.choose(str(kind))
        if self.number.text() != str(number):
            self.number.setText(str(number))

    def _tell(self) -> None:
        self.changed.emit((str(self.kind.currentData() or ""), self.number.text()))
