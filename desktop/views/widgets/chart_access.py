"""What a screen reader is told of a chart: its role, its name, and the value at the cursor."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_installed: list[object] = []  # the factory lives as long as the process


class _Access(QAccessibleWidget):
    def __init__(self, chart: QWidget) -> None:
        super().__init__(chart, QAccessible.Role.Chart, chart.accessibleName())
        self._chart = chart

    def text(self, kind: QAccessible.Text) -> str:
        if kind is QAccessible.Text.Value:
            return str(getattr(self._chart, "value_text", ""))
        return str(super().text(kind))


def describe_charts() -> None:
    """Let QAccessible ask us about charts; once per process."""
    if not _installed:
        _installed.append(_make)
        QAccessible.installFactory(_make)


def _make(_class_name: str, owner: QObject) -> QAccessibleInterface | None:
    if isinstance(owner, QWidget) and hasattr(type(owner), "value_text"):
        return _Access(owner)
    return None
