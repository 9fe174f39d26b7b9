"""The pages, each built on its first visit, and the way back through them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.viewmodels.context import Context
from desktop.views.dialogs.reporter import detail
from desktop.views.page import PageSpec
from desktop.views.tokens import Tone
from desktop.views.widgets.card import page_layout
from desktop.views.widgets.skeleton import SkeletonRows
from desktop.views.widgets.states import Message


class PageStack(QStackedWidget):
    """Shows a page by its key. `extra` pages are the window's own (preferences, help): they need
    no session and stand in no menu."""

    current_changed = Signal(str)  # page key

    def __init__(self, extra: dict[str, Callable[[], QWidget]]) -> None:
        super().__init__()
        self._specs: dict[str, PageSpec] = {}
        self._extra = extra
        self._context: Context | None = None
        self._built: dict[str, QWidget] = {}
        self._trail: list[str] = []
        # The focus rests here, without a ring, until a person moves it.
        self.setObjectName("page_stack")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Página"))
        self._waiting = _Waiting()
        self.addWidget(self._waiting)

    @property
    def key(self) -> str:
        """Key of the page in front, "" before there is one."""
        return self._trail[-1] if self._trail else ""

    @property
    def can_go_back(self) -> bool:
        """Whether another page was in front before."""
        return len(self._trail) > 1

    def add_pages(self, specs: Sequence[PageSpec]) -> None:
        """The pages that there are."""
        self._specs.update({spec.key: spec for spec in specs})

    def begin(self, context: Context) -> None:
        """A session began: pages are built with `context` from now on."""
        self.end()
        self._context = context

    def end(self) -> None:
        """Drop every page: what they show belongs to the session that ended."""
        self._context = None
        self._trail.clear()
        self.setCurrentWidget(self._waiting)
        for page in self._built.values():
            self.removeWidget(page)
            page.deleteLater()
        self._built.clear()

    def show_page(self, key: str, item_id: str = "") -> None:
        """Bring a page to the front; an unknown key, or one without its session, does nothing."""
        page = self._page(key)
        if page is None:
            return
        if key != self.key:
            self._trail.append(key)
        self._bring(page, key, item_id)

    def go_back(self) -> None:
        """The page before."""
        if not self.can_go_back:
            return
        self._trail.pop()
        page = self._page(self.key)
        if page is not None:
            self._bring(page, self.key, "")

    def offer(self, name: str) -> Callable[[], object] | None:
        """What the page in front can do under `name` ('export', 'print_page',
        'focus_filter', 'smoke'), None where it cannot."""
        method = getattr(self.currentWidget(), name, None)
        return method if callable(method) else None

    def _bring(self, page: QWidget, key: str, item_id: str) -> None:
        self.setCurrentWidget(page)
        activate = getattr(page, "activate", None)
        if activate is not None:
            activate(item_id)
        self.current_changed.emit(key)

    def _page(self, key: str) -> QWidget | None:
        if key in self._built:
            return self._built[key]
        if key in self._extra:
            page = self._extra[key]()
        elif key in self._specs and self._context is not None:
            page = self._build(self._specs[key], self._context)
        else:
            return None
        page.setObjectName(key)
        self._built[key] = page
        self.addWidget(page)
        return page

    def _build(self, spec: PageSpec, context: Context) -> QWidget:
        try:
            return spec.build(context)
        except Exception as error:  # noqa: BLE001 - one broken page must not take the others with it
            text = detail(error)
            logging.getLogger(__name__).error(  # noqa: TRY400 - a message may name a person
                "page_failed %s %s", spec.key, " | ".join(text.splitlines())
            )
            return _Broken(QCoreApplication.translate("PageSpec", spec.title), text)


class _Waiting(QWidget):
    """What stands where a page will be until the session is known."""

    def __init__(self) -> None:
        super().__init__()
        column = page_layout(self)
        column.addWidget(SkeletonRows(7, 4, 56))
        column.addStretch(1)


class _Broken(QWidget):
    """A page that could not be built."""

    def __init__(self, title: str, detail: str) -> None:
        super().__init__()
        message = Message("broken_page")
        message.tell(
            "circle-alert",
            self.tr("No se pudo abrir «{0}».").format(title),
            self.tr("Las demás páginas siguen funcionando. El detalle ayuda a quien lo corrija."),
            self.tr("Copiar detalle"),
            lambda: QGuiApplication.clipboard().setText(detail),
            Tone.DANGER,
        )
        QVBoxLayout(self).addWidget(message)
