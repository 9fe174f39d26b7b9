"""The table that every list uses: one Tab stop, sorted and copied as it is seen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QMimeData, QModelIndex, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from desktop.viewmodels.clipboard import as_html, as_tsv, block
from desktop.viewmodels.settings import Settings
from desktop.viewmodels.table import Index, RowTableModel
from desktop.views.fonts import font
from desktop.views.widgets.table_cells import CellDelegate
from desktop.views.widgets.table_columns import ColumnLayout
from desktop.views.widgets.table_header import HEIGHT, TableHeader

ROW = 34  # pixels
_KEPT_CELLS = 5000  # a block larger than this is not restored after a refresh


class Table(QTableView):
    """Shows a `RowTableModel`. `opened` is a click or Enter on a row, `moved` the arrow keys;
    both carry the row id. Widths and sort are remembered under the table's objectName."""

    opened = QtSignal(str)
    moved = QtSignal(str)

    def __init__(
        self,
        name: str,
        label: str,
        rows: RowTableModel[Any],
        settings: Settings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.rows = rows
        self.marked_row = -1
        self.hovered_row = -1
        self.has_block = False
        self.has_keyboard = False
        self._by_mouse = False
        self._kept: tuple[str, int, int, list[tuple[str, int]]] | None = None
        self.setFont(font())
        self._dress()
        header = TableHeader(self)
        self.setHorizontalHeader(header)
        self.setModel(rows)
        self.setItemDelegate(CellDelegate(self))
        self.columns = ColumnLayout(self, header, settings)
        header.sectionClicked.connect(self._header_clicked)
        rows.modelAboutToBeReset.connect(self._keep)
        rows.modelReset.connect(self._restore)
        rows.layoutChanged.connect(self._mark_current)
        rows.checks_changed.connect(header.viewport().update)

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)

    # --- commands

    def sort_by(self, section: int, order: Qt.SortOrder) -> None:
        """Sort, show the arrow, remember."""
        self.rows.sort(section, order)
        self.columns.show_sort()

    def height_of(self, rows: int) -> int:
        """What the head and so many rows take, for a table that stands among other parts."""
        return HEIGHT + ROW * rows

    def mark(self, row_id: str) -> None:
        """Make a row the current one without opening it; an unknown id marks none."""
        row = self.rows.row_of(row_id)
        if row < 0:
            self.setCurrentIndex(QModelIndex())
        elif row != self.currentIndex().row():
            self.setCurrentIndex(self.rows.index(row, self._first_column()))
            self.scrollTo(self.currentIndex())
        self._mark_current()

    def current_id(self) -> str:
        """Id of the current row, empty without one."""
        row = self.currentIndex().row()
        return self.rows.row_id(self.rows.rows[row]) if 0 <= row < len(self.rows.rows) else ""

    def copy(self, *, headers: bool = False) -> None:
        """Put the selected block on the clipboard, as text and as a table."""
        header = self.horizontalHeader()
        visual = [header.logicalIndex(n) for n in range(header.count())]
        shown = [section for section in visual if not self.isColumnHidden(section)]
        grid = block(self.rows, self.selectedIndexes(), shown, headers=headers)
        if not grid:
            return
        data = QMimeData()
        data.setText(as_tsv(grid))
        data.setData("text/html", as_html(grid).encode())
        QGuiApplication.clipboard().setMimeData(data)

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id():
            self.opened.emit(self.current_id())
        elif event.key() == Qt.Key.Key_Space and self._toggle(self.currentIndex()):
            pass
        elif event.key() == Qt.Key.Key_Escape and self.has_block:
            self.setCurrentIndex(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_mouse = True
        super().mousePressEvent(event)
        self._by_mouse = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or event.modifiers():
            return
        if self.has_block or not index.isValid() or index != self.currentIndex():
            return
        if self.rows.columns[index.column()].is_check:
            self._toggle(index)
        else:
            self.opened.emit(self.current_id())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_key = event.reason() not in (
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.PopupFocusReason,
        )
        self.has_keyboard = by_key
        super().focusInEvent(event)
        if by_key and not self.currentIndex().isValid() and self.rows.rows:
            self.setCurrentIndex(self.rows.index(0, self._first_column()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.has_keyboard = False
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self.has_keyboard = self.hasFocus() and not self._by_mouse
        if current.row() != previous.row():
            self._mark_current()
            if self.has_keyboard and current.isValid():
                self.moved.emit(self.current_id())

    def selectionChanged(  # noqa: N802
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        super().selectionChanged(selected, deselected)
        parts = self.selectionModel().selection()
        cells = sum(
            parts.at(n).width() * parts.at(n).height() for n in range(min(parts.count(), 2))
        )
        if (cells > 1) != self.has_block:
            self.has_block = cells > 1
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def context_menu(self) -> QMenu:
        """Copying, sorting and choosing, for those who do not use the header."""
        menu = QMenu(self)
        copy = menu.addAction(self.tr("Copiar"), self.copy)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        menu.addAction(self.tr("Copiar con títulos"), lambda: self.copy(headers=True))
        if any(column.is_check for column in self.rows.columns):
            menu.addSeparator()
            menu.addAction(self.tr("Elegir o soltar todas"), self.rows.check_all_shown)
        menu.addSeparator()
        order = menu.addMenu(self.tr("Ordenar por"))
        for number, column in enumerate(self.rows.columns):
            if column.sort is not None:
                entry = order.addAction(column.title)
                entry.triggered.connect(lambda _on=False, n=number: self._header_clicked(n))
        menu.addAction(self.tr("Restablecer columnas"), self.columns.reset)
        return menu

    # --- inside

    def _first_column(self) -> int:
        return next(n for n, column in enumerate(self.rows.columns) if not column.is_check)

    def _toggle(self, index: QModelIndex) -> bool:
        if not index.isValid() or not any(column.is_check for column in self.rows.columns):
            return False
        row = self.rows.rows[index.row()]
        self.rows.set_checked([row], not self.rows.is_checked(row))
        return True

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def _mark_current(self) -> None:
        row = self.currentIndex().row()
        if row != self.marked_row:
            self.marked_row = row
            self.viewport().update()

    def _header_clicked(self, section: int) -> None:
        column = self.rows.columns[section]
        if column.is_check:
            self.rows.check_all_shown()
        elif column.sort is not None:
            up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
            again = section == self.rows.sort_column and self.rows.sort_order is up
            order = down if again else up
            self.sort_by(section, order)

    def _keep(self) -> None:
        rows = self.rows.rows
        indexes = self.selectedIndexes() if self.has_block else []
        cells = [(self.rows.row_id(rows[i.row()]), i.column()) for i in indexes[:_KEPT_CELLS]]
        place = self.verticalScrollBar().value()
        column = max(self.currentIndex().column(), 0)
        self._kept = (self.current_id(), column, place, cells)

    def _restore(self) -> None:
        self.columns.lay_out()
        if self._kept is None:
            return
        row_id, column, place, cells = self._kept
        self._kept = None
        row = self.rows.row_of(row_id) if row_id else -1
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row, column))
        self._mark_current()
        if cells:
            where = {self.rows.row_id(r): n for n, r in enumerate(self.rows.rows)}
            selection = QItemSelection()
            for cell_id, number in cells:
                if cell_id in where:
                    index = self.rows.index(where[cell_id], number)
                    selection.select(index, index)
            self.selectionModel().select(
                selection, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self.updateGeometries()
        self.verticalScrollBar().setValue(place)
