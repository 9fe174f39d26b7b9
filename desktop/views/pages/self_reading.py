"""Aportar Lectura: what the meter shows, from the person's own eyes to the next bill."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.viewmodels.context import Context
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.viewmodels.phase import Phase
from desktop.viewmodels.self_reading import SelfReadingViewModel
from desktop.views.page import LivePage, PageSpec
from desktop.views.self_reading.form import ReadingForm
from desktop.views.self_reading.receipt import ClosedCard, ReceiptCard
from desktop.views.texts import sentence
from desktop.views.tokens import Tone
from desktop.views.widgets.card import Card, page_layout
from desktop.views.widgets.failure import show_failure
from desktop.views.widgets.figures import Figure, FigureStrip
from desktop.views.widgets.file_dialogs import Place, ask_existing, ask_file
from desktop.views.widgets.header import PageHeader
from desktop.views.widgets.labels import Label, Text
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.skeleton import SkeletonRows
from desktop.views.widgets.states import PageStates
from desktop.views.widgets.table import ROW, Table

_MOST_ROWS = 8  # of the list, before it scrolls by itself


class SelfReadingPage(LivePage):
    """Figures, then the form or what became of it, then what was contributed before."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model = SelfReadingViewModel(context, self)
        self._context = context
        self.notice = NoticeBar("self_reading_notice")
        self.told = NoticeBar("self_reading_told")
        self.recovered = NoticeBar("self_reading_recovered")
        self._figures = FigureStrip()
        self.form = ReadingForm()
        self.receipt = ReceiptCard()
        self.closed = ClosedCard()
        settings = getattr(context.shell, "settings", None)
        self._heading = Label(self.tr("Lecturas que usted aportó"), Text.HEADING)
        label = self.tr("Lecturas aportadas")
        self.table = Table("contributed_table", label, model.rows, settings)
        if model.rows.sort_column < 0:
            self.table.sort_by(0, Qt.SortOrder.DescendingOrder)
        self._list = Card(margin=1)
        self._list.body.addWidget(self.table)
        self._states = PageStates(self._lay_out(), SkeletonRows(8, 4, ROW))
        column = page_layout(self)
        column.addWidget(PageHeader(context, self.tr("Aportar Lectura")))
        column.addWidget(self.notice)
        column.addWidget(self.told)
        column.addWidget(self.recovered)
        column.addWidget(self._states, 1)
        self._wants_focus = False
        self._connect()
        self._show()

    def activate(self, item_id: str) -> None:
        """Come to the front; `item_id` is the op_id of a submission to correct."""
        self._wants_focus = True
        self.model.set_active(True)
        if item_id:
            self.model.open(item_id)
        self._focus()

    def set_active(self, is_active: bool) -> None:
        self.model.set_active(is_active)

    # -- building ----------------------------------------------------------------------------

    def _lay_out(self) -> QWidget:
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self._figures, self.form, self.receipt, self.closed):
            column.addWidget(part)
        column.addWidget(self._heading)
        column.addWidget(self._list)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        return scroll

    def _connect(self) -> None:
        model, form, receipt = self.model, self.form, self.receipt
        model.state_changed.connect(self._show)
        model.field_wanted.connect(form.focus_on)
        model.said.connect(self._tell)
        model.failed.connect(self._fail)
        form.typed.connect(model.type)
        form.confirmed.connect(model.confirm)
        form.declared.connect(model.declare)
        form.photo_wanted.connect(self._ask_photo)
        form.photo_dropped.connect(model.drop_photo)
        form.sent.connect(model.send)
        form.left.connect(model.leave_draft)
        receipt.edited.connect(model.correct)
        receipt.cancelled.connect(model.cancel_submission)
        receipt.checked.connect(model.check_now)
        receipt.replaced.connect(model.replace_received)
        receipt.pending_wanted.connect(lambda: self._context.shell.go_to("pending"))
        self.closed.reminder_wanted.connect(self._ask_reminder)
        shell = self._context.shell
        self.closed.question_wanted.connect(lambda: shell.go_to("cases", item_id="question"))
        self.table.opened.connect(self._open_row)

    # -- showing -----------------------------------------------------------------------------

    def _show(self) -> None:
        state = self.model.state
        if state.phase is Phase.LOADING:
            self.notice.clear()
            self._states.show_loading()
        elif state.phase is Phase.ERROR and state.error is not None:
            show_failure(self._states, state.error, self._context, self.model.reload)
        elif state.phase is Phase.EMPTY:
            self._states.show_empty(
                "gauge",
                self.tr("No hay un contrato elegido."),
                self.tr("Elija uno en Inicio para aportar su lectura."),
            )
        else:
            self._show_content()
            self._states.show_content()
            self._focus()

    def _focus(self) -> None:
        """Whoever opened the page can type; a later refresh leaves the focus where it is."""
        state = self.model.state
        if self._wants_focus and state.phase is Phase.FILLED and self.isVisible():
            self._wants_focus = False
            if state.has_form:
                self.form.focus_first()

    def _show_content(self) -> None:
        state = self.model.state
        self._figures.set_figures([Figure(f.key, f.label, f.value, f.hint) for f in state.facts])
        self.form.setVisible(state.has_form)
        if state.has_form:
            self.form.show_state(state)
        self.receipt.setVisible(state.receipt is not None)
        if state.receipt is not None:
            self.receipt.show_receipt(state.receipt)
        is_closed = not state.has_form and state.receipt is None
        self.closed.setVisible(is_closed)
        if is_closed:
            self.closed.tell(state.notice, can_remind=state.can_remind)
        self._show_notice(is_closed)
        self._show_recovered()
        rows = len(self.model.rows.rows)
        self._heading.setVisible(bool(rows))
        self._list.setVisible(bool(rows))
        self.table.setFixedHeight(self.table.height_of(min(rows, _MOST_ROWS)))

    def _show_notice(self, is_closed: bool) -> None:
        state = self.model.state
        is_told_below = is_closed and state.notice_tone.value != Tone.DANGER
        if is_told_below or not state.notice:
            self.notice.clear()
            return
        action = self.model.correct if state.refused else None
        is_refusal = state.notice_tone.value == Tone.DANGER
        self.notice.show_notice(
            Notice(
                state.notice,
                Tone(state.notice_tone.value),
                "" if is_refusal or is_closed else "calendar-clock",
                self.tr("Corregir") if action is not None else "",
                action,
                stays=True,
            )
        )

    def _show_recovered(self) -> None:
        text = self.model.state.recovered
        if not text:
            self.recovered.clear()
            return
        action = self.model.leave_draft
        self.recovered.show_notice(
            Notice(text, action_text=self.tr("Descartar"), action=action, stays=True)
        )

    def _tell(self, text: str) -> None:
        self.told.show_notice(Notice(text, Tone.SUCCESS))

    def _fail(self, error: AppError) -> None:
        text = sentence(error, self._context.format)
        self.told.show_notice(Notice(text, Tone.DANGER))

    def _open_row(self, row_id: str) -> None:
        row = next((r for r in self.model.rows.rows if r.id == row_id), None)
        if row is not None and row.op_id:
            self.model.open(row.op_id)

    # -- files -------------------------------------------------------------------------------

    def _ask_photo(self) -> None:
        ask_existing(
            self,
            self.tr("Foto del medidor"),
            self.tr("Fotos (*.jpg *.jpeg *.png)"),
            lambda chosen: self.model.add_photo(chosen[0]),
            called="photo_dialog",
            place=Place.PicturesLocation,
            mode=QFileDialog.FileMode.ExistingFile,
        )

    def _ask_reminder(self) -> None:
        ask_file(
            self,
            self.tr("Guardar recordatorio"),
            self.tr("Aportar lectura.ics"),
            self.tr("Calendario (*.ics)"),
            self._context.shell.settings,
            self.model.write_reminder,
            called="reminder_dialog",
        )


PAGE = PageSpec(
    order=50,
    key="self_reading",
    title=QT_TRANSLATE_NOOP("PageSpec", "Aportar Lectura"),
    icon="gauge",
    build=SelfReadingPage,
)
