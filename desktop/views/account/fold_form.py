"""A form that unfolds below its button, with a button that sends and one that folds it away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.viewmodels.form import FormModel
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.form import FormView
from desktop.views.widgets.skeleton import Spinner


class FoldForm(QWidget):
    """`opened` and `folded` tell what was pressed; whoever listens calls `show_open`."""

    opened = Signal()
    folded = Signal()
    sent = Signal()

    def __init__(self, model: FormModel, name: str, words: str, send: str) -> None:
        super().__init__()
        self._model = model
        self.opener = Button(f"{name}_open", words)
        self.view = FormView(model, name)
        self._send = Button(f"{name}_send", send, Kind.PRIMARY)
        self._cancel = Button(f"{name}_cancel", self.tr("Cancelar"), Kind.QUIET)
        self._spinner = Spinner(18)
        opening = QHBoxLayout()
        opening.addWidget(self.opener)
        opening.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self._send, self._cancel, self._spinner):
            row.addWidget(widget)
        row.addStretch(1)
        self._body = QWidget()
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        inside.addWidget(self.view)
        inside.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(opening)
        column.addWidget(self._body)
        self._body.hide()
        self.opener.clicked.connect(self.opened)
        self._cancel.clicked.connect(self.folded)
        self._send.clicked.connect(self.sent)
        self.view.submitted.connect(self.sent)
        model.changed.connect(self._show_sending)
        self._show_sending()

    def show_open(self, is_open: bool) -> None:
        """Unfold or fold; unfolding puts the cursor where one types."""
        was_open = not self._body.isHidden()
        self._body.setVisible(is_open)
        self.opener.setVisible(not is_open)
        if is_open and not was_open and self.isVisible():
            self.view.focus_first()

    def _show_sending(self) -> None:
        is_sending = self._model.is_sending
        self._send.setEnabled(not is_sending)
        self._cancel.setEnabled(not is_sending)
        self._spinner.setVisible(is_sending)
