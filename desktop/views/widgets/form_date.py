"""A date that can be typed, or picked in a calendar."""

from __future__ import annotations

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from desktop.domain.form_parsing import parse_day
from desktop.domain.forms import Day, Spec
from desktop.views.icons import icon
from desktop.views.tokens import Tone
from desktop.views.widgets.buttons import IconButton
from desktop.views.widgets.form_controls import LineControl


class DayControl(LineControl):
    """dd/MM/yyyy with a calendar behind a button; Alt+Down opens it too."""

    def __init__(self, spec: Spec, prefix: str) -> None:
        super().__init__(spec, prefix)
        self.field.setPlaceholderText(self.tr("dd/mm/aaaa"))
        words = self.tr("Elegir en el calendario: {0}").format(spec.label)
        self._button = IconButton(f"{self.object_name}_calendar", "calendar-days", words)
        self._button.clicked.connect(self.open_calendar)
        self.row.insertWidget(1, self._button)

    def open_calendar(self) -> None:
        """Show the month of what is typed, or of the last day that can be chosen."""
        assert isinstance(self.spec, Day)
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setObjectName(f"{self.object_name}_popup")
        popup.setProperty("role", "raised")
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setObjectName(f"{self.object_name}_days")
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        none = QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        calendar.setVerticalHeaderFormat(none)
        for part, face in (("prev", "chevron-left"), ("next", "chevron-right")):
            button = calendar.findChild(QToolButton, f"qt_calendar_{part}month")
            if button is not None:  # Qt's own arrow is black, also on black
                button.setIcon(icon(face, Tone.TEXT))
        plain = QTextCharFormat()  # Qt paints week ends red, which here means overdue
        calendar.setWeekdayTextFormat(Qt.DayOfWeek.Saturday, plain)
        calendar.setWeekdayTextFormat(Qt.DayOfWeek.Sunday, plain)
        if self.spec.first is not None:
            calendar.setMinimumDate(_q(self.spec.first))
        if self.spec.last is not None:
            calendar.setMaximumDate(_q(self.spec.last))
            calendar.setSelectedDate(_q(self.spec.last))
        try:
            calendar.setSelectedDate(_q(parse_day(self.field.text())))
        except ValueError:
            calendar.showSelectedDate()
        calendar.activated.connect(lambda day: self._pick(day, popup))
        calendar.clicked.connect(lambda day: self._pick(day, popup))
        column = QVBoxLayout(popup)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(calendar)
        popup.move(self._button.mapToGlobal(QPoint(0, self._button.height() + 2)))
        popup.show()
        calendar.setFocus()

    def _pick(self, day: QDate, popup: QWidget) -> None:
        text = day.toString("dd/MM/yyyy")
        self.field.setText(text)
        self.changed.emit(text)
        popup.close()
        self.field.setFocus()


def _q(day: object) -> QDate:
    return QDate(day.year, day.month, day.day)  # type: ignore[attr-defined]
