"""Rows of frozen values as a Qt table: sorted, filtered and checked in Python lists.

A QSortFilterProxyModel over a Python model needs seconds where a list needs milliseconds.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtCore import Signal as QtSignal

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_ROLE = Qt.ItemDataRole


class Align(Enum):
    """Where the text of a cell stands."""

    START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    CENTRE = Qt.AlignmentFlag.AlignCenter
    END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Tone(StrEnum):
    """What a status means to a person; the values are the theme's names of colours."""

    NEUTRAL = "muted"
    GOOD = "success"
    ATTENTION = "warning"
    BAD = "danger"
    INFO = "accent"


@dataclass(frozen=True, slots=True)
class Badge:
    """A status: icon of resources/icons, word, tone. Never the colour alone."""

    icon: str
    text: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[R]):
    """One declared column. `sort` gives a comparable value or None (those rows go last);
    columns of a higher `rank` are hidden first where the window is narrow. With `icon_only` the
    badge is drawn without its word, which stays as tooltip and accessible text. `value` is what a
    file gets in place of the text: a date, a Money, a Decimal, an int, or None."""

    key: str
    title: str
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    align: Align = Align.START
    badge: Callable[[R], Badge | None] | None = None
    tooltip: Callable[[R], str] | None = None
    rank: int = 0
    icon_only: bool = False
    is_check: bool = False
    stretch: int = 1
    value: Callable[[R], Any] | None = None


def fold(text: str) -> str:
    """`text` for searching: without case, accents and no-break spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


class RowTableModel(QAbstractTableModel, Generic[R]):
    """Shows `R` values; identity over a refresh is `row_id`. Resets keep the sort, the filter and
    the checks; views keep selection and scroll by row id."""

    counted = QtSignal(int, int)  # rows shown, rows in all
    checks_changed = QtSignal()

    def __init__(
        self,
        columns: Sequence[Column[R]],
        row_id: Callable[[R], str],
        *,
        can_check: Callable[[R], bool] = lambda _row: True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.row_id = row_id
        self.can_check = can_check
        self._all: tuple[R, ...] = ()
        self._rows: list[R] = []
        self._texts: dict[str, tuple[str, ...]] = {}
        self._haystacks: dict[str, str] = {}
        self._checked: set[str] = set()
        self._needles: tuple[str, ...] = ()
        self._predicate: Callable[[R], bool] | None = None
        self.generation = 0  # counts the sets of rows, for what is measured once per set
        self.sort_column = -1
        self.sort_order = Qt.SortOrder.AscendingOrder

    # --- rows

    @property
    def rows(self) -> Sequence[R]:
        """What is shown, in the order shown."""
        return self._rows

    @property
    def all_rows(self) -> Sequence[R]:
        """Every row, shown or filtered out, in the order they were given."""
        return self._all

    @property
    def total(self) -> int:
        """Rows before filtering."""
        return len(self._all)

    def set_rows(self, rows: Iterable[R]) -> None:
        """Replace the rows; nothing happens where they are the same."""
        fresh = tuple(rows)
        if fresh == self._all:
            return
        self._all = fresh
        self.generation += 1
        self._texts.clear()
        self._haystacks.clear()
        known = {self.row_id(row) for row in fresh if self.can_check(row)}
        gone = not self._checked <= known
        self._checked &= known
        self._refilter()
        if gone:
            self.checks_changed.emit()

    def set_filter(self, text: str, predicate: Callable[[R], bool] | None = None) -> None:
        """Show the rows that hold every word of `text` and fulfil `predicate`."""
        needles = tuple(fold(text).split())
        if needles == self._needles and predicate is self._predicate:
            return
        self._needles, self._predicate = needles, predicate
        self._refilter()

    def row_of(self, row_id: str) -> int:
        """Position of a row, -1 where it is not shown."""
        return next((n for n, row in enumerate(self._rows) if self.row_id(row) == row_id), -1)

    def cell(self, row: int, column: int) -> str:
        """Text of a shown cell."""
        return self._text(self._rows[row])[column]

    def _text(self, row: R) -> tuple[str, ...]:
        key = self.row_id(row)
        texts = self._texts.get(key)
        if texts is None:
            texts = tuple(" ".join(column.text(row).split("\n")) for column in self.columns)
            self._texts[key] = texts
        return texts

    def _matches(self, row: R) -> bool:
        if self._predicate is not None and not self._predicate(row):
            return False
        if not self._needles:
            return True
        key = self.row_id(row)
        haystack = self._haystacks.get(key)
        if haystack is None:
            haystack = self._haystacks[key] = fold(" ".join(self._text(row)))
        return all(needle in haystack for needle in self._needles)

    def _refilter(self) -> None:
        self.beginResetModel()
        self._rows = self._sorted([row for row in self._all if self._matches(row)])
        self.endResetModel()
        self.counted.emit(len(self._rows), len(self._all))

    def _sorted(self, rows: list[R]) -> list[R]:
        key = self.columns[self.sort_column].sort if self.sort_column >= 0 else None
        if key is None:
            return rows
        keyed = [(key(row), row) for row in rows]
        known = [pair for pair in keyed if pair[0] is not None]
        known.sort(
            key=lambda pair: pair[0], reverse=self.sort_order is Qt.SortOrder.DescendingOrder
        )
        return [row for _, row in known] + [row for value, row in keyed if value is None]

    # --- checks

    @property
    def checked(self) -> tuple[R, ...]:
        """The chosen rows, whether shown or filtered out, in the original order."""
        return tuple(row for row in self._all if self.row_id(row) in self._checked)

    def is_checked(self, row: R) -> bool:
        """Whether `row` is chosen."""
        return self.row_id(row) in self._checked

    def set_checked(self, rows: Iterable[R], checked: bool) -> None:
        """Choose or release rows; those that cannot be chosen are left out."""
        ids = {self.row_id(row) for row in rows if self.can_check(row)}
        changed = self._checked | ids if checked else self._checked - ids
        if changed == self._checked:
            return
        self._checked = changed
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [_ROLE.CheckStateRole])
        self.checks_changed.emit()

    def check_state(self) -> Qt.CheckState:
        """Of the shown rows together, for the header."""
        can = [row for row in self._rows if self.can_check(row)]
        count = sum(self.is_checked(row) for row in can)
        if not count:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if count == len(can) else Qt.CheckState.PartiallyChecked

    def check_all_shown(self) -> None:
        """Choose every shown row, or release them where all are chosen."""
        self.set_checked(self._rows, self.check_state() is not Qt.CheckState.Checked)

    # --- Qt

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Shown rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Declared columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Text, alignment, tooltip, accessible text and check of a cell."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        if role == _ROLE.DisplayRole:
            return None if column.icon_only else self._text(row)[index.column()]
        if role == _ROLE.TextAlignmentRole:
            return column.align.value
        if role == _ROLE.ToolTipRole:
            return column.tooltip(row) if column.tooltip else None
        if role == _ROLE.AccessibleTextRole:
            return self._accessible(column, row, index.column())
        if role == _ROLE.CheckStateRole and column.is_check and self.can_check(row):
            on = self.is_checked(row)
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        """Only checks can be set."""
        if role != _ROLE.CheckStateRole or not index.isValid():
            return False
        self.set_checked([self._rows[index.row()]], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Checks only where a row may be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.columns[index.column()].is_check:
            return flags
        can = self.can_check(self._rows[index.row()])
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        """Titles; the words of icon and check columns only for tooltip and screen reader."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == _ROLE.DisplayRole:
            return "" if column.is_check or column.icon_only else column.title
        if role in (_ROLE.AccessibleTextRole, _ROLE.ToolTipRole):
            return column.title
        if role == _ROLE.TextAlignmentRole:
            return column.align.value
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's value; columns without one, and -1, give the original order."""
        self.sort_column, self.sort_order = column, order
        self.layoutAboutToBeChanged.emit()
        old_rows = self._rows
        kept = self.persistentIndexList()
        self._rows = self._sorted([row for row in self._all if self._matches(row)])
        if kept:
            place = {self.row_id(row): n for n, row in enumerate(self._rows)}
            moved = [self.index(place[self.row_id(old_rows[i.row()])], i.column()) for i in kept]
            self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _accessible(self, column: Column[R], row: R, number: int) -> str:
        if column.is_check:
            return column.title
        badge = column.badge(row) if column.badge else None
        return badge.text if badge else self._text(row)[number]
