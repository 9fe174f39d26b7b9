"""What happened, told to whoever shows it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Events(QObject):
    """App-wide news. Payloads are values of `services.results` and `domain`."""

    data_changed = Signal(object)  # Changes: the mirror moved
    contract_selected = Signal(str)  # contract id the pages are about
    documents_kept = Signal()  # more documents can be opened offline now
    outbox_changed = Signal()  # something was put in, settled or taken back
    leaving = Signal()  # the session or the app is about to end: what is typed goes to the disk
