"""Consulta de Movimientos: the account of a contract, and the Estado de Cuenta to take away."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.viewmodels.context import Context
from desktop.viewmodels.exports import ExportViewModel
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.viewmodels.movements import MovementsViewModel
from desktop.viewmodels.papers import Intent, PaperViewModel
from desktop.views.movements.list_face import MovementFace
from desktop.views.page import LivePage, PageSpec
from desktop.views.widgets.paper import PaperPlace


class MovementsPage(LivePage):
    """The list with its panel, or the statement as it is printed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = MovementsViewModel(context, self)
        self.papers = PaperViewModel(context, self)
        self.exports = ExportViewModel(context, self)
        self.face = MovementFace(self.model, self.papers, self.exports)
        self.place = PaperPlace(self.face, self.papers, "statement", self.face.take_focus_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.place)

    def activate(self, item_id: str) -> None:
        """Come to the front, showing the line `item_id` where one is named."""
        self.model.set_active(True)
        if item_id:
            self.place.close_paper()
            self.model.show_line(item_id)

    def focus_filter(self) -> None:
        """Ctrl+F: the filter of the list, or the search in the statement."""
        if self.place.is_open:
            self.place.face.focus_search()
        else:
            self.face.filters.focus_search()

    def export(self) -> None:
        """Ctrl+E: the statement as Excel."""
        self.face.download_excel()

    def print_page(self) -> None:
        """Ctrl+P: the statement on paper."""
        if self.place.is_open:
            self.place.face.print_document()
        else:
            self.face.open_paper(Intent.PRINT)

    def smoke(self) -> None:
        """Open the newest line, then the statement, as a person would first."""
        rows = self.model.rows.rows
        if rows:
            self.model.show_line(rows[0].line.movement.id)
            self.face.open_paper(Intent.SHOW)

    def set_active(self, is_active: bool) -> None:
        self.model.set_active(is_active)


PAGE = PageSpec(
    order=60,
    key="movements",
    title=QT_TRANSLATE_NOOP("PageSpec", "Consulta de Movimientos"),
    icon="scale",
    build=MovementsPage,
)
