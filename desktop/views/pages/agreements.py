"""Acuerdos de Pago: those made and pending, and how to get one."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.viewmodels.agreements import AgreementsViewModel
from desktop.viewmodels.context import Context
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.viewmodels.papers import Intent
from desktop.viewmodels.paying import PayingViewModel
from desktop.views.agreements.list_face import ListFace
from desktop.views.agreements.simulator import SimulatorFace
from desktop.views.page import LivePage, PageSpec
from desktop.views.payments.desk import PayDesk
from desktop.views.payments.strip import PayStrip
from desktop.views.widgets.paper import PaperPlace

SIMULATE = "simulate"


class AgreementsPage(LivePage):
    """Two faces, the list with its panel and the simulator, and papers in the place of both."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE.key)
        self.model = AgreementsViewModel(context, self)
        self.paying = PayingViewModel(context, self)
        self.list_face = ListFace(self.model, PayStrip(self.paying))
        self.desk = PayDesk(self.paying, self, self.list_face.paying, self.model.papers)
        self.simulator = SimulatorFace(self.model.simulator)
        self._wants_simulator = False
        faces = QWidget()
        self._faces = QStackedLayout(faces)
        self._faces.addWidget(self.list_face)
        self._faces.addWidget(self.simulator)
        self.place = PaperPlace(faces, self.model.papers, "agreements_paper", self._focus_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.place)
        self.list_face.panel.pay_wanted.connect(self._pay)
        self.paying.state_changed.connect(self._offer_payment)
        self.list_face.simulate_wanted.connect(self.model.simulate)
        self.simulator.back.connect(self.model.leave_simulator)
        self.simulator.paper_wanted.connect(self.model.print_simulation)
        self.model.state_changed.connect(self._turn)
        self.model.failed.connect(self._fail)

    def activate(self, item_id: str) -> None:
        """Come to the front: with the agreement or the request `item_id`, or with the simulator
        where it is SIMULATE."""
        self.set_active(True)
        if item_id:
            self.place.close_paper()
        self._wants_simulator = item_id == SIMULATE
        if item_id and not self._wants_simulator:
            self.model.leave_simulator()
            self.model.show_agreement(item_id)
        self._turn()

    def print_page(self) -> None:
        """Ctrl+P: the paper in view, the simulation, or the agreement in the panel."""
        if self.place.is_open:
            self.place.face.print_document()
        elif self.model.state.is_simulating:
            self.model.print_simulation()
        else:
            self.model.print_agreement(Intent.PRINT)

    def _pay(self) -> None:
        owed = self.model.owed()
        if owed:
            self.paying.begin_with(owed)

    def _offer_payment(self) -> None:
        self.list_face.panel.offer_payment(self.paying.state.is_offered)

    def set_active(self, is_active: bool) -> None:
        self.model.set_active(is_active)
        self.paying.set_active(is_active)

    def _turn(self) -> None:
        if self._wants_simulator and self.model.state.can_simulate:
            self._wants_simulator = False
            self.model.simulate()
            return
        wanted = self.simulator if self.model.state.is_simulating else self.list_face
        if self._faces.currentWidget() is wanted:
            return
        self._faces.setCurrentWidget(wanted)
        self._focus_back()

    def _fail(self, error: AppError) -> None:
        face = self.simulator if self.model.state.is_simulating else self.list_face
        face.fail(error)

    def _focus_back(self) -> None:
        if self.model.state.is_simulating:
            self.simulator.focus_first()
        else:
            self.list_face.take_focus_back()


PAGE = PageSpec(
    order=70,
    key="agreements",
    title=QT_TRANSLATE_NOOP("PageSpec", "Acuerdos de Pago"),
    icon="handshake",
    build=AgreementsPage,
)
