"""Preferences: theme and language, both at once in force."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.views.theme import Theme, ThemeChoice
from desktop.views.tokens import Tone
from desktop.views.widgets.card import Card, page_layout
from desktop.views.widgets.labels import Label, Text

LANGUAGES = (("es", "Español"), ("en", "English"))


class PreferencesPage(QWidget):
    """The window's own page; `language_chosen` carries 'es' or 'en'. `more` stands below."""

    language_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        language: str,
        more: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self._more = more
        self._theme = theme
        self._themes = QComboBox()
        self._themes.setObjectName("theme_choice")
        for choice, words in (
            (ThemeChoice.SYSTEM, self.tr("Como el sistema")),
            (ThemeChoice.LIGHT, self.tr("Claro")),
            (ThemeChoice.DARK, self.tr("Oscuro")),
        ):
            self._themes.addItem(words, choice)
        self._languages = QComboBox()
        self._languages.setObjectName("language_choice")
        for code, words in LANGUAGES:
            self._languages.addItem(words, code)
        self._languages.setCurrentIndex(max(0, self._languages.findData(language)))
        self._lay_out()
        self._show_theme()
        theme.changed.connect(self._show_theme)
        self._themes.activated.connect(self._choose_theme)
        self._languages.activated.connect(
            lambda row: self.language_chosen.emit(self._languages.itemData(row))
        )

    def activate(self, _item_id: str) -> None:
        """Start at the first choice."""
        self._themes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_theme(self, row: int) -> None:
        self._theme.choose(ThemeChoice(self._themes.itemData(row)))

    def _show_theme(self) -> None:
        self._themes.setCurrentIndex(self._themes.findData(self._theme.choice))

    def _lay_out(self) -> None:
        card = Card(16)
        card.setMaximumWidth(640)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(16)
        for row, (name, hint, choice) in enumerate(
            (
                (
                    self.tr("Tema"),
                    self.tr("Los colores de la ventana. Cambia enseguida."),
                    self._themes,
                ),
                (
                    self.tr("Idioma"),
                    self.tr("La empresa escribe sus avisos y facturas en el suyo."),
                    self._languages,
                ),
            )
        ):
            words = QVBoxLayout()
            words.setSpacing(2)
            title = Label(name, Text.STRONG)
            title.setBuddy(choice)
            words.addWidget(title)
            words.addWidget(Label(hint, Text.CAPTION, Tone.MUTED, wrap=True))
            choice.setAccessibleName(name)
            choice.setAccessibleDescription(hint)
            choice.setMinimumWidth(180)
            grid.addLayout(words, row, 0)
            grid.addWidget(choice, row, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)
        card.body.addLayout(grid)
        inner = QWidget()
        inner.setProperty("role", "page")
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(16)
        cards.addWidget(card)
        if self._more is not None:
            cards.addWidget(self._more)
        cards.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        column = page_layout(self)
        column.addWidget(Label(self.tr("Preferencias"), Text.TITLE))
        column.addWidget(scroll, 1)
