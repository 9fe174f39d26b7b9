"""Mi cuenta: data, linked contracts, password."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.viewmodels.account import AccountViewModel, Open
from desktop.viewmodels.context import Context
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.views.account.fold_form import FoldForm
from desktop.views.account.link_row import LinkedContractRow
from desktop.views.page import PageSpec
from desktop.views.registration.help import Fold
from desktop.views.texts import sentence
from desktop.views.tokens import Tone
from desktop.views.widgets.card import Card, page_layout, rule
from desktop.views.widgets.header import PageHeader
from desktop.views.widgets.labels import Label, Text
from desktop.views.widgets.notice import Notice, NoticeBar
from desktop.views.widgets.skeleton import SkeletonRows

_WIDTH = 760  # pixels


class AccountPage(QWidget):
    """Changing a name works offline; everything else asks the service at once."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE.key)
        self._context = context
        self.model = AccountViewModel(context, self)
        self.notice = NoticeBar("account_notice")
        self._data = {name: Label(wrap=True) for name in ("full_name", "username", "email")}
        self._rows: dict[str, LinkedContractRow] = {}
        self._links = QVBoxLayout()
        self._links.setSpacing(8)
        self._none = Label(
            self.tr("No tiene contratos vinculados. Agregue uno con su factura a mano."),
            tone=Tone.MUTED,
            wrap=True,
        )
        self._offline = Label(
            self.tr("Para agregar o quitar contratos y cambiar la contraseña hace falta conexión."),
            tone=Tone.MUTED,
            wrap=True,
        )
        self._offline.setObjectName("account_offline")
        self.adding = FoldForm(
            self.model.contract_form,
            "add_contract",
            self.tr("Agregar contrato"),
            self.tr("Agregar"),
        )
        self.password = FoldForm(
            self.model.password_form,
            "change_password",
            self.tr("Cambiar contraseña"),
            self.tr("Cambiar contraseña"),
        )
        self._reading = SkeletonRows(2, 2)
        self._rule = rule()
        self._where = Fold("add_contract_where", self.tr("¿Dónde lo encuentro?"), self)
        self._lay_out()
        self._connect()
        self._show()

    def activate(self, _item_id: str) -> None:
        """The page comes to the front."""
        self.model.load()

    def hideEvent(self, event: QHideEvent) -> None:
        self.model.leave()
        super().hideEvent(event)

    def _connect(self) -> None:
        model = self.model
        model.state_changed.connect(self._show)
        self._context.shell.sync_changed.connect(self._show_offline)
        self._context.shell.overview_changed.connect(self._show_links)
        self.adding.opened.connect(lambda: model.unfold(Open.CONTRACT))
        self.password.opened.connect(lambda: model.unfold(Open.PASSWORD))
        for form in (self.adding, self.password):
            form.opened.connect(partial(self._bring_into_view, form))
            form.folded.connect(lambda: model.unfold(Open.NOTHING))
        self.adding.sent.connect(model.add)
        self.password.sent.connect(model.change_password)
        self.adding.view.rebuilt.connect(self._place_help)

    def _place_help(self) -> None:
        row = self.adding.view.row_of("contract_number")
        if row is not None and self._where.parentWidget() is not row:
            self._where.stand_below(row)

    def _show(self) -> None:
        state = self.model.state
        if state.user is not None:
            self._data["full_name"].setText(state.user.full_name)
            self._data["username"].setText(state.user.username)
            self._data["email"].setText(state.user.email or self.tr("Sin correo"))
        self._show_links()
        self._where.tell(state.rules.contract.where if state.rules else "")
        for part in (self._rule, self.adding):
            part.setVisible(state.rules is not None)
        self.adding.show_open(state.open is Open.CONTRACT)
        self.password.show_open(state.open is Open.PASSWORD)
        self._show_offline()
        if state.error is not None:
            text = sentence(state.error, self._context.format)
            self.notice.show_notice(Notice(text, Tone.DANGER))
        elif state.said:
            self.notice.show_notice(Notice(state.said, Tone.SUCCESS))
        else:
            self.notice.clear()

    def _show_links(self) -> None:
        state = self.model.state
        wanted = {row.contract_id: row for row in state.links}
        for contract_id in [known for known in self._rows if known not in wanted]:
            gone = self._rows.pop(contract_id)
            self._links.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, (contract_id, row) in enumerate(wanted.items()):
            if contract_id not in self._rows:
                self._rows[contract_id] = self._made(contract_id)
                self._links.insertWidget(place, self._rows[contract_id])
            self._rows[contract_id].show_row(row, is_busy=state.busy == contract_id)
        # Before they were read nobody knows whether there are any.
        is_read = self._context.shell.overview is not None
        self._none.setVisible(not wanted and is_read)
        self._reading.setVisible(not wanted and not is_read)
        self._show_offline()

    def _made(self, contract_id: str) -> LinkedContractRow:
        row = next(r for r in self.model.state.links if r.contract_id == contract_id)
        widget = LinkedContractRow(row)
        widget.typed.connect(lambda text: self.model.type_name(contract_id, text))
        widget.renamed.connect(lambda alias: self.model.rename(contract_id, alias))
        widget.removed.connect(lambda: self.model.remove(contract_id))
        return widget

    def _show_offline(self) -> None:
        is_offline = self._context.shell.is_offline
        self._offline.setVisible(is_offline)
        for form in (self.adding, self.password):
            form.opener.setEnabled(not is_offline)
        for row in self._rows.values():
            row.offer_removal(not is_offline)

    def _bring_into_view(self, form: FoldForm) -> None:
        """A form that unfolds below the edge comes up as far as it fits."""
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(form, 0, 24))

    def _lay_out(self) -> None:
        data = Card(16)
        data.body.addWidget(Label(self.tr("Sus datos"), Text.HEADING))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        names = (
            ("full_name", self.tr("Nombre")),
            ("username", self.tr("Nombre de usuario")),
            ("email", self.tr("Correo electrónico")),
        )
        for line, (name, words) in enumerate(names):
            self._data[name].setObjectName(f"account_{name}")
            grid.addWidget(Label(words, tone=Tone.MUTED), line, 0)
            grid.addWidget(self._data[name], line, 1)
        grid.setColumnStretch(1, 1)
        data.body.addLayout(grid)
        contracts = Card(16)
        contracts.body.addWidget(Label(self.tr("Contratos vinculados"), Text.HEADING))
        contracts.body.addLayout(self._links)
        contracts.body.addWidget(self._none)
        contracts.body.addWidget(self._reading)
        contracts.body.addWidget(self._rule)
        contracts.body.addWidget(self.adding)
        secret = Card(16)
        secret.body.addWidget(Label(self.tr("Contraseña"), Text.HEADING))
        secret.body.addWidget(self.password)
        inner = QWidget()
        inner.setProperty("role", "page")
        inner.setMaximumWidth(_WIDTH)
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(16)
        for widget in (self._offline, data, contracts, secret):
            cards.addWidget(widget)
        cards.addStretch(1)
        self._scroll = scroll = QScrollArea()
        scroll.setObjectName("account_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        column = page_layout(self)
        column.addWidget(PageHeader(self._context, self.tr("Mi cuenta"), per_contract=False))
        column.addWidget(self.notice)
        column.addWidget(scroll, 1)


PAGE = PageSpec(
    order=950,
    key="account",
    title=QT_TRANSLATE_NOOP("PageSpec", "Mi cuenta"),
    icon="user",
    build=AccountPage,
    per_contract=False,
    behind_user=True,
)
