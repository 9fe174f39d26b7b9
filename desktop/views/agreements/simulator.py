"""The face of Acuerdos de Pago that simulates: what, in how many parts, at what cost, and asking
for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.form_choices import Choice
from desktop.viewmodels.agreement_simulator import SimulatorState, SimulatorViewModel
from desktop.views.agreements.scenario import ScenarioCard
from desktop.views.texts import sentence
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import Button, Kind
from desktop.views.widgets.card import Card, page_layout
from desktop.views.widgets.form import FormView
from desktop.views.widgets.header import PageHeader
from desktop.views.widgets.labels import Label, Text
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.speech import announce
from desktop.views.widgets.table import Table

if TYPE_CHECKING:
    from desktop.domain.agreement_plan import AgreementRules
    from desktop.domain.errors import AppError

_MOST_ROWS = 12  # of the schedule, before it scrolls by itself


class SimulatorFace(QWidget):
    """Form, three scenarios side by side, the schedule of the chosen one, consent."""

    back = QtSignal()
    paper_wanted = QtSignal()

    def __init__(self, model: SimulatorViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agreements_simulator")
        self._model = model
        fmt = model.context.format
        self._back = Button(
            "simulator_back", self.tr("Volver a la lista"), Kind.QUIET, "arrow-left"
        )
        header = PageHeader(model.context, self.tr("Simular un acuerdo"))
        header.set_actions(self._back)
        self.notice = NoticeBar("simulator_notice")
        self.told = NoticeBar("simulator_told")
        self.recovered = NoticeBar("simulator_recovered")
        self.form = FormView(model.form, "simulator")
        self._base = Label(wrap=True)
        self._base.setObjectName("simulator_base")
        self._problem = Label(tone=Tone.DANGER, wrap=True)
        self._problem.setObjectName("simulator_problem")
        self.cards = [ScenarioCard(place, fmt) for place in range(3)]
        self._terms = Label(style=Text.CAPTION, tone=Tone.MUTED, wrap=True)
        self._terms.setObjectName("simulator_terms")
        settings = getattr(model.context.shell, "settings", None)
        label = self.tr("Cuotas de la opción elegida")
        self.table = Table("simulator_table", label, model.rows, settings)
        self._total = Label(style=Text.STRONG)
        self._total.setObjectName("simulator_total")
        self._valid = Label(tone=Tone.MUTED, wrap=True)
        self._valid.setObjectName("simulator_valid")
        self._paper = Button(
            "simulator_paper", self.tr("Ver simulación en PDF"), icon_name="file-text"
        )
        self._consent_text = Label(wrap=True)
        self._consent_text.setObjectName("simulator_consent_text")
        self._consent = QCheckBox(self.tr("Leí el texto y lo acepto para las cuotas elegidas"))
        self._consent.setObjectName("simulator_consent")
        self._consent.setAccessibleName(self._consent.text())
        self._consent_problem = Label(tone=Tone.DANGER, wrap=True)
        self._consent_problem.setObjectName("simulator_consent_problem")
        self._request = Button(
            "simulator_request", self.tr("Solicitar acuerdo"), Kind.PRIMARY, "handshake"
        )
        self._why = Label(tone=Tone.MUTED, wrap=True)
        self._why.setObjectName("simulator_why")
        column = page_layout(self)
        column.addWidget(header)
        column.addWidget(self.notice)
        column.addWidget(self.told)
        column.addWidget(self.recovered)
        column.addWidget(self._lay_out(), 1)
        self._connect()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
            return
        super().keyPressEvent(event)

    def focus_first(self) -> None:
        """Where one begins."""
        self.told.clear()
        self.form.focus_first()

    def _lay_out(self) -> QWidget:
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        entered = Card()
        entered.body.setSpacing(12)
        entered.body.addWidget(self.form)
        entered.body.addWidget(self._base)
        entered.body.addWidget(self._problem)
        column.addWidget(entered)
        row = QHBoxLayout()
        row.setSpacing(12)
        for card in self.cards:
            row.addWidget(card, 1)
        column.addLayout(row)
        column.addWidget(self._terms)
        self._schedule = self._lay_out_schedule()
        column.addWidget(self._schedule)
        self._ask = self._lay_out_request()
        column.addWidget(self._ask)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        return scroll

    def _lay_out_schedule(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._list = Card(margin=1)
        self._list.body.addWidget(self.table)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._valid, 1)
        foot.addWidget(self._total)
        foot.addWidget(self._paper)
        column.addWidget(self._list)
        column.addLayout(foot)
        return whole

    def _lay_out_request(self) -> Card:
        card = Card()
        card.body.setSpacing(10)
        card.body.addWidget(Label(self.tr("Solicitar este acuerdo"), Text.HEADING))
        card.body.addWidget(self._consent_text)
        card.body.addWidget(self._consent, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self._consent_problem)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._request)
        row.addWidget(self._why, 1)
        card.body.addLayout(row)
        return card

    def _connect(self) -> None:
        model = self._model
        model.state_changed.connect(self._show)
        model.consent_wanted.connect(self._go_to_consent)
        self._back.clicked.connect(self.back)
        self._paper.clicked.connect(self.paper_wanted)
        self._consent.clicked.connect(lambda is_on: model.consent(is_on))
        self._request.clicked.connect(self._submit)
        for card in self.cards:
            card.picked.connect(model.choose)
            card.counted.connect(model.set_count)

    # --- showing

    def _show(self) -> None:
        state = self._model.state
        if not state.is_ready:
            return
        for place, (card, scenario) in enumerate(zip(self.cards, state.scenarios, strict=True)):
            spec = self._model.counts.specs[place]
            assert isinstance(spec, Choice)
            card.show_scenario(scenario, spec, is_chosen=place == state.chosen)
        self._base.setText(self._base_text(state))
        self._base.setVisible(bool(self._base.text()))
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        rules = self._model.rules
        self._terms.setText(self._terms_text(rules) if rules is not None else "")
        self._show_schedule(state)
        self._show_request(state)
        self._show_notices(state)

    def _show_schedule(self, state: SimulatorState) -> None:
        plan, fmt = state.plan, self._model.context.format
        self._schedule.setVisible(plan is not None)
        if plan is None or state.valid_until is None:
            return
        rows = min(len(plan.shares), _MOST_ROWS)
        self.table.setFixedHeight(self.table.height_of(rows))
        text = self.tr("Simulación sin valor contractual, válida hasta {0}.")
        self._valid.setText(text.format(f"{fmt.local(state.valid_until):%d/%m/%Y %H:%M}"))
        self._total.setText(self.tr("Total {0}").format(fmt.money(plan.total)))

    def _show_request(self, state: SimulatorState) -> None:
        self._ask.setVisible(state.can_request and state.plan is not None)
        self._consent_text.setText(state.consent)
        self._consent.setChecked(state.is_consented)
        self._consent.setEnabled(not state.obstacle)
        self._consent_problem.setText(state.consent_problem)
        self._consent_problem.setVisible(bool(state.consent_problem))
        is_open = not state.obstacle and not state.is_offline and not state.is_sending
        self._request.setEnabled(is_open)
        why = state.obstacle
        if not why and state.is_offline:
            why = self.tr(
                "Para solicitarlo hace falta conexión: la simulación vale solo por hoy y la empresa"
                " la confirma en el momento."
            )
        self._why.setText(why)
        self._request.setAccessibleDescription(why)

    def _submit(self) -> None:
        self.told.clear()
        self._model.request()

    def fail(self, error: AppError) -> None:
        """Say that the world failed; what is entered stays."""
        text = sentence(error, self._model.context.format)
        self.told.show_notice(Notice(text, Tone.DANGER))

    def _show_notices(self, state: SimulatorState) -> None:
        if state.obstacle:
            self.notice.show_notice(Notice(state.obstacle, Tone.WARNING, stays=True))
        else:
            self.notice.clear()
        if state.recovered_at is None:
            self.recovered.clear()
            return
        fmt = self._model.context.format
        day = fmt.day(fmt.local(state.recovered_at).date())
        text = self.tr("Recuperamos lo que estaba completando el {0} a las {1}.")
        self.recovered.show_notice(
            Notice(
                text.format(day, fmt.time(state.recovered_at)),
                action_text=self.tr("Descartar"),
                action=self._model.discard,
                stays=True,
            )
        )

    def _base_text(self, state: SimulatorState) -> str:
        base, fmt = state.base, self._model.context.format
        if base is None or not base.debt:
            return ""
        if not base.arrears:
            return self.tr("Deuda incluida: {0}.").format(fmt.money(base.debt))
        text = self.tr("Deuda incluida: {0}, más {1} de recargo por mora a la fecha con su IVA.")
        return text.format(fmt.money(base.debt), fmt.money(base.arrears + base.arrears_tax))

    def _terms_text(self, rules: AgreementRules) -> str:
        decimal = self._model.context.format.decimal
        text = self.tr(
            "TNA {0} %, TEA {1} %. IVA {2} % sobre los intereses. Sistema francés, cuotas por mes;"
            " la diferencia de redondeo va en la última. El anticipo se paga dentro de {3} días"
            " hábiles de aceptado. Caduca con {4} cuotas impagas seguidas o {5} en total."
        )
        return text.format(
            decimal(rules.nominal_rate),
            decimal(rules.effective_rate),
            decimal(rules.tax_rate),
            rules.days_to_pay,
            rules.consecutive_unpaid,
            rules.total_unpaid,
        )

    def _go_to_consent(self) -> None:
        self._consent.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._consent_problem.text())
