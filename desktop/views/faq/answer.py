"""The answer that is open, in the panel beside the questions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.faq import Block, BlockKind
from desktop.viewmodels.faq import Answer
from desktop.viewmodels.format import Formatter
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import rule
from desktop.views.widgets.labels import Label, Text


class AnswerPanel(QWidget):
    """`titles` are the names of the pages that an answer can lead to, by key."""

    page_wanted = Signal()
    voted = Signal(bool)
    asked = Signal()

    def __init__(
        self, fmt: Formatter, titles: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._format, self._titles = fmt, titles
        self._question = Label(style=Text.HEADING, wrap=True)
        self._question.setObjectName("faq_question")
        self._text = QVBoxLayout()
        self._text.setSpacing(8)
        self._go = Button("faq_go", "", icon_name="chevron-right")
        self._go.clicked.connect(self.page_wanted)
        self._helped = Label(self.tr("¿Le sirvió esta respuesta?"))
        self._yes = Button("faq_yes", self.tr("Sí"), Kind.QUIET, "thumbs-up")
        self._no = Button("faq_no", self.tr("No"), Kind.QUIET, "thumbs-down")
        self._yes.clicked.connect(lambda: self.voted.emit(True))
        self._no.clicked.connect(lambda: self.voted.emit(False))
        self._thanks = Label(tone=Tone.MUTED, wrap=True)
        self._thanks.setObjectName("faq_thanks")
        self._ask = Button(
            "faq_ask", self.tr("Hacer una pregunta"), icon_name="message-circle-question"
        )
        self._ask.clicked.connect(self.asked)
        self._updated = Label(style=Text.CAPTION, tone=Tone.MUTED)
        self._blocks: tuple[Block, ...] = ()
        self._lay_out()

    def show_answer(self, answer: Answer) -> None:
        """Show another article."""
        self._question.setText(answer.question)
        if answer.blocks != self._blocks:
            self._blocks = answer.blocks
            self._fill(answer.blocks)
            self._scroll.verticalScrollBar().setValue(0)
        title = self._titles.get(answer.page, "")
        self._go.set_text(self.tr("Ir a {0}").format(title))
        self._go.setVisible(bool(title))
        is_open = answer.helped is None
        has_voted = not is_open and (self._yes.hasFocus() or self._no.hasFocus())
        for part in (self._helped, self._yes, self._no):
            part.setVisible(is_open)
        thanks = self.tr("Gracias. Nos alegra que le haya servido.")
        if answer.helped is False:
            thanks = self.tr("Gracias por decirlo. Si quiere, pregúntenos y le respondemos.")
        self._thanks.setText(thanks)
        self._thanks.setVisible(not is_open)
        self._ask.setVisible(answer.helped is False)
        if has_voted:  # the buttons went with the focus
            (self._ask if answer.helped is False else self._scroll).setFocus()
        day = self._format.day(answer.updated_on)
        self._updated.setText(self.tr("Actualizada el {0}").format(day))

    def _fill(self, blocks: tuple[Block, ...]) -> None:
        while self._text.count():
            item = self._text.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for block in blocks:
            self._text.addWidget(_paragraph(block))

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._question)
        column.addLayout(self._text)
        column.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(rule())
        votes = QHBoxLayout()
        votes.setSpacing(4)
        votes.addWidget(self._helped)
        votes.addWidget(self._yes)
        votes.addWidget(self._no)
        votes.addStretch(1)
        column.addLayout(votes)
        column.addWidget(self._thanks)
        column.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._updated)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("faq_answer")
        self._scroll.setAccessibleName(self.tr("Respuesta"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)


def _paragraph(block: Block) -> QWidget:
    text = Label(block.text, wrap=True)
    if block.kind is BlockKind.PARAGRAPH:
        return text
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(4, 0, 0, 0)
    row.setSpacing(8)
    mark = Label(f"{block.number}." if block.kind is BlockKind.STEP else "•")
    mark.setFixedWidth(18)
    mark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return holder
