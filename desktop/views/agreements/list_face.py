"""The face of Acuerdos de Pago that shows the list: figures, table, panel."""

from __future__ import annotations

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import AppError
from desktop.viewmodels.agreements import AgreementsViewModel, Facts
from desktop.viewmodels.papers import Intent
from desktop.viewmodels.phase import Phase
from desktop.views.agreements.panel import AgreementPanel
from desktop.views.texts import sentence
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card, page_layout
from desktop.views.widgets.failure import show_failure
from desktop.views.widgets.figures import Figure, FigureStrip
from desktop.views.widgets.header import PageHeader
from desktop.views.widgets.labels import set_tooltip
from desktop.views.widgets.master_detail import MasterDetail
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.skeleton import SkeletonRows
from desktop.views.widgets.states import PageStates
from desktop.views.widgets.table import ROW, Table


class ListFace(QWidget):
    """Everything but the simulator and the papers. `strip` tells of payments under way."""

    simulate_wanted = QtSignal()

    def __init__(
        self, model: AgreementsViewModel, strip: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("agreements_list_face")
        self._model = model
        settings = getattr(model.context.shell, "settings", None)
        self.notice = NoticeBar("agreements_notice")
        self.told = NoticeBar("agreements_told")
        self.paying = NoticeBar("agreements_paying")
        self._was_on_its_way = False
        self._simulate = Button(
            "agreements_simulate", self.tr("Simular un acuerdo"), Kind.PRIMARY, "scale"
        )
        header = PageHeader(model.context, self.tr("Acuerdos de Pago"))
        header.set_actions(self._simulate)
        self._figures = FigureStrip()
        label = self.tr("Acuerdos del contrato")
        self.table = Table("agreements_table", label, model.rows, settings)
        self.panel = AgreementPanel(model.context.format)
        card = Card(margin=1)
        card.body.addWidget(self.table)
        self._states = PageStates(card, SkeletonRows(6, 6, ROW))
        self.split = MasterDetail("agreements_split", self._states, self.panel, settings)
        column = page_layout(self)
        column.addWidget(header)
        column.addWidget(self.notice)
        column.addWidget(self.told)
        column.addWidget(self.paying)
        column.addWidget(strip)
        column.addWidget(self._figures)
        column.addWidget(self.split, 1)
        self._connect()
        self._show()

    def take_focus_back(self) -> None:
        """After a paper or the simulator was closed: where the person was."""
        if self.split.is_open and self.split.is_narrow:
            self.panel.setFocus()
        else:
            self.table.setFocus()

    def _connect(self) -> None:
        model, panel = self._model, self.panel
        model.state_changed.connect(self._show)
        model.said.connect(lambda text: self.told.show_notice(Notice(text, Tone.SUCCESS)))
        self.table.opened.connect(model.show_agreement)
        self.table.moved.connect(self._follow)
        self.split.closed.connect(model.close_detail)
        self.split.alone_changed.connect(lambda _alone: self._show_around())
        panel.paper_wanted.connect(lambda: model.print_agreement())
        panel.print_wanted.connect(lambda: model.print_agreement(Intent.PRINT))
        panel.fulfilment_wanted.connect(model.print_fulfilment)
        panel.invoice_wanted.connect(model.open_invoice)
        panel.pending_wanted.connect(lambda: model.context.shell.go_to("pending"))
        self._simulate.clicked.connect(self.simulate_wanted)

    def _show(self) -> None:
        state = self._model.state
        self._simulate.setEnabled(state.can_simulate)
        # while one is under way, paying it is what matters
        is_first = state.facts is None or not state.facts.under_way
        self._simulate.set_kind(Kind.PRIMARY if is_first else Kind.SECONDARY)
        set_tooltip(self._simulate, state.why_not)
        self._simulate.setAccessibleDescription(state.why_not)
        self._figures.set_figures(self._facts(state.facts))
        self._show_around()
        self._show_states()
        if self._was_on_its_way and not state.is_on_its_way:
            self.told.clear()  # it arrived, and the list says so
        self._was_on_its_way = state.is_on_its_way
        if state.refused:
            again = self.tr("Simular de nuevo")
            action = self.simulate_wanted.emit if state.can_simulate else None
            words = again if action is not None else ""
            self.notice.show_notice(Notice(state.refused, Tone.DANGER, "", words, action, True))
        else:
            self.notice.clear()
        row = state.detail
        if row is not None and state.today is not None:
            self.panel.show_row(row, state.today, state.sentence)
            number = row.number or self.tr("Solicitud en camino")
            self.split.open(number if row.agreement is None else self._title(number))
            self.table.mark(row.id)
        elif self.split.is_open:
            self.split.close_panel()

    def _title(self, number: str) -> str:
        return self.tr("Acuerdo {0}").format(number)

    def _show_around(self) -> None:
        alone = self.split.is_open and self.split.is_narrow
        has_figures = self._model.state.phase is Phase.FILLED and bool(self._model.rows.all_rows)
        self._figures.setVisible(has_figures and not alone)

    def _show_states(self) -> None:
        state = self._model.state
        if state.phase is Phase.LOADING:
            self._states.show_loading()
        elif state.phase is Phase.ERROR and state.error is not None:
            show_failure(self._states, state.error, self._model.context, self._model.reload)
        elif state.phase is Phase.EMPTY:
            self._states.show_empty(
                "handshake",
                self.tr("No hay un contrato elegido."),
                self.tr("Elija uno en Inicio para ver sus acuerdos."),
            )
        elif self._model.rows.all_rows:
            self._states.show_content()
        elif state.can_simulate:
            self._states.show_empty(
                "handshake",
                self.tr("No tiene acuerdos de pago."),
                self.tr("Puede simular cómo pagar su deuda en cuotas, sin compromiso."),
                self.tr("Simular un acuerdo"),
                self.simulate_wanted.emit,
            )
        else:
            title = self.tr("No tiene acuerdos de pago.")
            self._states.show_empty("handshake", title, state.why_not)

    def _facts(self, facts: Facts | None) -> tuple[Figure, ...]:
        names = (
            self.tr("Próximo pago"),
            self.tr("Cuotas vencidas"),
            self.tr("Saldo de acuerdos"),
            self.tr("Acuerdos vigentes"),
        )
        keys = ("next", "overdue", "open", "active")
        if facts is None:
            return tuple(Figure(k, n, "–", " ") for k, n in zip(keys, names, strict=True))
        money, day = self._model.context.format.money, self._model.context.format.day
        due, today = " ", self._model.state.today
        if facts.next_due is not None and today is not None:
            is_past = facts.next_due < today
            due = self.tr("Venció el {0}") if is_past else self.tr("Vence el {0}")
            due = due.format(day(facts.next_due))
        late = self.tr("Sin pagar: {0}").format(facts.overdue_count)
        calm = self.tr("Está al día") if facts.active else " "
        has_late = bool(facts.overdue_count)
        return (
            Figure("next", names[0], money(facts.next_amount) if facts.next_amount else "–", due),
            Figure(
                "overdue",
                names[1],
                money(facts.overdue),
                late if has_late else calm,
                Tone.DANGER if has_late else Tone.TEXT,
                "circle-alert" if has_late else "",
            ),
            Figure("open", names[2], money(facts.open), self.tr("Con intereses e IVA")),
            Figure("active", names[3], str(facts.active), " "),
        )

    def _follow(self, row_id: str) -> None:
        """Arrow keys change the panel only where it stands beside the list."""
        if self.split.is_open and not self.split.is_narrow:
            self._model.show_agreement(row_id)

    def fail(self, error: AppError) -> None:
        """Say that the world failed."""
        text = sentence(error, self._model.context.format)
        self.told.show_notice(Notice(text, Tone.DANGER))
