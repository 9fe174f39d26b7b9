"""Frequent answers that may spare a question, shown while its subject is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.domain.faq import BlockKind, FaqArticle, blocks
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.labels import Label, Text


class Answers(QFrame):
    """Hidden until something was found; a press on a question unfolds its answer."""

    wanted = Signal(str)  # the article to be opened in Preguntas Frecuentes

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "notice")
        self.setProperty("tone", Tone.ACCENT)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(4)
        self._shown: tuple[FaqArticle, ...] = ()
        self._parts: list[QWidget] = []
        self._unfolded = ""
        self.hide()

    def show_answers(self, answers: tuple[FaqArticle, ...]) -> None:
        """What was found; nothing hides it."""
        if answers == self._shown:
            return
        self._shown, self._unfolded = answers, ""
        self._fill()

    def _fill(self) -> None:
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        self.setVisible(bool(self._shown))
        if not self._shown:
            return
        self._add(Label(self.tr("Quizás esto responde su pregunta:"), Text.CAPTION, Tone.MUTED))
        for article in self._shown:
            is_open = article.id == self._unfolded
            icon = "chevron-down" if is_open else "chevron-right"
            button = Button(
                f"question_answer_{article.id}",
                article.question.replace("&", "&&"),
                Kind.QUIET,
                icon,
            )
            button.clicked.connect(lambda _on=False, a=article: self._turn(a))
            self._add(button)
            if is_open:
                self._unfold(article)

    def _unfold(self, article: FaqArticle) -> None:
        for block in blocks(article.answer):
            marks = {BlockKind.ITEM: "• ", BlockKind.STEP: f"{block.number}. "}
            self._add(Label(f"{marks.get(block.kind, '')}{block.text}", wrap=True))
        more = Button(
            f"question_answer_{article.id}_open", self.tr("Abrir en Preguntas Frecuentes")
        )
        more.clicked.connect(lambda: self.wanted.emit(article.id))
        self._add(more)

    def _turn(self, article: FaqArticle) -> None:
        self._unfolded = "" if article.id == self._unfolded else article.id
        self._fill()
        again = self.findChild(Button, f"question_answer_{article.id}")
        if again is not None:
            again.setFocus()

    def _add(self, part: QWidget) -> None:
        if isinstance(part, Button):
            self._column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._column.addWidget(part)
        part.show()
        self._parts.append(part)
