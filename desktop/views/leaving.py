"""What is asked once before signing out with something unsent."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.viewmodels.shell import ShellViewModel
from desktop.views.overlay import Overlay
from desktop.views.pending.exporting import ask_export
from desktop.views.texts import sentence
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.labels import Label, Text

_WIDTH = 460


class Leaving(Overlay):
    """Keep is the default; Esc stays signed in. Discarding needs a second press."""

    def __init__(self, shell: ShellViewModel, window: QWidget) -> None:
        translate = QCoreApplication.translate
        self._shell = shell
        self._title = Label(style=Text.HEADING, wrap=True)
        self._title.setObjectName("leaving_title")
        self._text = Label(
            translate(
                "Leaving",
                "Si los conserva, quedan cifrados en este equipo. Los envíos salen cuando vuelva a "
                "ingresar con su usuario.",
            ),
            tone=Tone.MUTED,
            wrap=True,
        )
        self._told = Label(wrap=True)
        self._told.hide()
        self._keep = Button(
            "leaving_keep", translate("Leaving", "Conservar y cerrar sesión"), Kind.PRIMARY
        )
        self._export = Button("leaving_export", translate("Leaving", "Exportar comprobantes…"))
        self._discard = Button("leaving_discard", "")
        self._stay = Button("leaving_stay", translate("Leaving", "Seguir en la sesión"), Kind.QUIET)
        self._is_sure = False
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self._told)
        column.addSpacing(4)
        for button in (self._keep, self._export, self._discard, self._stay):
            column.addWidget(button)
        super().__init__("leaving", content, window)
        self._keep.clicked.connect(self._do_keep)
        export = shell.outbox.export
        self._export.clicked.connect(lambda: ask_export(window, shell.settings, export))
        self._discard.clicked.connect(self._do_discard)
        self._stay.clicked.connect(self.dismiss)
        shell.outbox.exported.connect(self._exported)
        shell.outbox.failed.connect(self._failed)

    def ask(self) -> None:
        """Show in the middle of the window."""
        translate = QCoreApplication.translate
        self._is_sure = False
        self._told.hide()
        outbox = self._shell.outbox
        sent = translate(
            "Leaving", "Tiene %n envíos que todavía no fueron recibidos.", "", outbox.pending
        )
        begun = translate("Leaving", "Tiene %n borradores sin enviar.", "", outbox.drafts)
        parts = [sent] * bool(outbox.pending) + [begun] * bool(outbox.drafts)
        words = " ".join(parts)
        if outbox.is_unknown:
            words = translate("Leaving", "No se pudo comprobar si quedan envíos sin recibir.")
        self._title.setText(words)
        self._discard.set_text(translate("Leaving", "Descartar y cerrar sesión"))
        room = self.window().rect()
        layout = self.layout()
        wanted = layout.heightForWidth(_WIDTH) if layout is not None else 0
        height = max(wanted, self.sizeHint().height())
        place = QRect(0, 0, _WIDTH, height)
        place.moveCenter(room.center())
        self.open_at(place, self._keep)

    def _do_keep(self) -> None:
        self.dismiss(give_back=False)
        self._shell.outbox.keep()

    def _do_discard(self) -> None:
        if not self._is_sure:
            self._is_sure = True
            translate = QCoreApplication.translate
            self._discard.set_text(translate("Leaving", "Sí, perder lo que no se envió"))
            return
        self.dismiss(give_back=False)
        self._shell.outbox.discard()

    def _exported(self, path: Path) -> None:
        text = QCoreApplication.translate("Leaving", "Se guardó {0}.").format(path.name)
        self._say(text, Tone.SUCCESS)

    def _failed(self, error: AppError) -> None:
        self._say(sentence(error, self._shell.format), Tone.DANGER)

    def _say(self, text: str, tone: Tone) -> None:
        self._told.setText(text)
        self._told.set_tone(tone)
        self._told.show()
