"""The floor of start and memory: a QMainWindow with a table of 1000 rows, painted once.

`python -m benchmarks.bare_window` tells once everything in it is painted.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from benchmarks.tell import tell

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class Rows(QAbstractTableModel):
    """1000 rows of 6 columns."""

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: ARG002
        """Rows."""
        return 1000

    def columnCount(self, parent: Index = _NONE) -> int:  # noqa: ARG002
        """Columns."""
        return 6

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text of a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{index.row()} {index.column()}"
        return None


class Window(QMainWindow):
    """Tells and ends when it has been painted."""

    def event(self, event: QEvent) -> bool:
        """Qt's."""
        done = super().event(event)
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, tell)  # after the table inside it
        return done


def main() -> int:
    """Show it."""
    app = QApplication(sys.argv)
    window = Window()
    table = QTableView()
    model = Rows()
    table.setModel(model)
    window.setCentralWidget(table)
    window.resize(1200, 800)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
