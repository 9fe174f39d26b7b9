"""The parts of a form and their rules. A value is what was typed, right or wrong, so that it can
be kept; `Spec.problem` says what is wrong with it and `Spec.read` what it means."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from desktop.domain.drafts import DraftFile
from desktop.domain.form_parsing import (
    MARKS,
    AmbiguousNumberError,
    Marks,
    is_email,
    is_phone,
    parse_day,
    parse_number,
)
from desktop.domain.money import Money, minor_digits

# Text as typed; a tick; chosen values, or (type, number) of a document; files.
Value = str | bool | tuple[str, ...] | tuple[DraftFile, ...]


class ProblemCode(StrEnum):
    """What is wrong; the figures of the sentence are in `Problem.data`."""

    REQUIRED = "required"
    TOO_SHORT = "too_short"  # least, length
    TOO_LONG = "too_long"  # most, length
    EMAIL = "email"
    PHONE = "phone"
    DIGITS = "digits"  # least, most
    DATE = "date"
    TOO_EARLY = "too_early"  # first
    TOO_LATE = "too_late"  # last
    NUMBER = "number"
    MARKS = "marks"  # a number whose marks can be read in two ways: digits
    TOO_SMALL = "too_small"  # least
    TOO_LARGE = "too_large"  # most
    CHOICE = "choice"  # what was chosen cannot be chosen any more
    DIFFERENT = "different"  # the repetition is not the same
    DOCUMENT = "document"
    UNTICKED = "unticked"  # what has to be accepted is not
    TOO_FEW = "too_few"  # least
    TOO_MANY = "too_many"  # most
    FILE_TYPE = "file_type"  # types
    FILE_SIZE = "file_size"  # most, bytes
    FILE_UNREADABLE = "file_unreadable"
    TOLD = "told"  # text: a sentence of the form's own, or the service's


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a value."""

    code: ProblemCode
    data: Mapping[str, Any] = dataclasses.field(default_factory=dict)


def told(text: str) -> Problem:
    """A problem whose sentence is made already."""
    return Problem(ProblemCode.TOLD, {"text": text})


Check = Callable[[Any, Mapping[str, Value]], Problem | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """One part. `label` and `hint` are words for the person. `check` judges what `read` gave, and
    the other values as typed, after the rules of the kind held; two parts that differ only in it
    look the same."""

    name: str
    label: str
    hint: str = ""
    required: bool = True
    check: Check | None = dataclasses.field(default=None, compare=False)

    @property
    def empty(self) -> Value:
        """What it holds before anything was typed."""
        return ""

    @property
    def is_secret(self) -> bool:
        """Whether what is typed must not be kept as a draft."""
        return False

    def is_empty(self, value: Value) -> bool:
        """Whether nothing was typed."""
        return not value.strip() if isinstance(value, str) else not value

    def problem(self, value: Value, values: Mapping[str, Value]) -> Problem | None:
        """What is wrong with `value` among the form's `values`; None where all is well."""
        if self.is_empty(value):
            return Problem(ProblemCode.REQUIRED) if self.required else None
        found = self._judge(value)
        if found is None and self.check is not None:
            found = self.check(self.read(value), values)
        return found

    def read(self, value: Value) -> Any:
        """What a value without a problem means; None for an empty one that is not text."""
        return value.strip() if isinstance(value, str) else value

    def _judge(self, value: Value) -> Problem | None:
        """The rules of the kind, for a value that is not empty."""
        raise AssertionError(f"{self.name} has no kind: {value}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Spec):
    """A line, or with `lines` a text of several, which shows how much of `most` is used.
    `same_as` names the field that it repeats."""

    least: int = 0
    most: int = 200
    lines: int = 1
    same_as: str = ""

    def problem(self, value: Value, values: Mapping[str, Value]) -> Problem | None:
        if self.same_as and not self.is_empty(value):
            other = self.read(values.get(self.same_as, ""))
            return None if self.read(value) == other else Problem(ProblemCode.DIFFERENT)
        return Spec.problem(self, value, values)  # slots: there is no super() here

    def _judge(self, value: Value) -> Problem | None:
        text = self.read(value)
        if len(text) < self.least:
            data = {"least": self.least, "length": len(text)}
            return Problem(ProblemCode.TOO_SHORT, data)
        if len(text) > self.most:
            return Problem(ProblemCode.TOO_LONG, {"most": self.most, "length": len(text)})
        return self._shape(text)

    def _shape(self, _text: str) -> Problem | None:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Email(Text):
    """An address for mail; a second one with `same_as` repeats it."""

    most: int = 254

    def _shape(self, text: str) -> Problem | None:
        return None if is_email(text) else Problem(ProblemCode.EMAIL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone(Text):
    """A number to call."""

    most: int = 30

    def _shape(self, text: str) -> Problem | None:
        return None if is_phone(text) else Problem(ProblemCode.PHONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Digits(Text):
    """Digits only, `least` to `most` of them; leading zeros stay."""

    most: int = 20

    def _judge(self, value: Value) -> Problem | None:
        text = self.read(value)
        is_digits = text.isascii() and text.isdigit()
        if is_digits and self.least <= len(text) <= self.most:
            return None
        return Problem(ProblemCode.DIGITS, {"least": self.least, "most": self.most})


@dataclass(frozen=True, slots=True, kw_only=True)
class Password(Text):
    """Never kept as a draft, not trimmed, and shown only while asked to. `same_as` repeats it."""

    most: int = 256

    @property
    def is_secret(self) -> bool:
        return True

    def is_empty(self, value: Value) -> bool:
        return not value

    def read(self, value: Value) -> Any:
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Spec):
    """A date as dd/MM/yyyy, from `first` to `last`."""

    first: date | None = None
    last: date | None = None

    def read(self, value: Value) -> Any:
        return None if self.is_empty(value) else parse_day(str(value))

    def _judge(self, value: Value) -> Problem | None:
        try:
            day = parse_day(str(value))
        except ValueError:
            return Problem(ProblemCode.DATE)
        if self.first is not None and day < self.first:
            return Problem(ProblemCode.TOO_EARLY, {"first": self.first})
        if self.last is not None and day > self.last:
            return Problem(ProblemCode.TOO_LATE, {"last": self.last})
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Spec):
    """A number of at most `digits` decimals with its `unit`, read as `marks` say."""

    unit: str = ""
    digits: int = 0
    least: Decimal | None = Decimal(0)
    most: Decimal | None = None
    marks: Marks = MARKS

    def read(self, value: Value) -> Any:
        return None if self.is_empty(value) else self._number(value)

    def _number(self, value: Value) -> Decimal:
        return parse_number(str(value), self.marks, self.digits)

    def _judge(self, value: Value) -> Problem | None:
        try:
            number = self._number(value)
        except AmbiguousNumberError:
            return Problem(ProblemCode.MARKS, {"digits": self.digits})
        except ValueError:
            return Problem(ProblemCode.NUMBER)
        if self.least is not None and number < self.least:
            return Problem(ProblemCode.TOO_SMALL, {"least": self.least})
        if self.most is not None and number > self.most:
            return Problem(ProblemCode.TOO_LARGE, {"most": self.most})
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Spec):
    """Money in `currency`; '12.5' is refused where the country writes '12,50'."""

    currency: str
    least: Money | None = None
    most: Money | None = None
    marks: Marks = MARKS

    def read(self, value: Value) -> Any:
        return None if self.is_empty(value) else self._money(value)

    def _money(self, value: Value) -> Money:
        digits = minor_digits(self.currency)
        bare = str(value).strip().removeprefix("US$").removeprefix("$").removesuffix("€")
        number = parse_number(bare, self.marks, digits)
        return Money(int(number.scaleb(digits)), self.currency)

    def _judge(self, value: Value) -> Problem | None:
        try:
            money = self._money(value)
        except AmbiguousNumberError:
            data = {"digits": minor_digits(self.currency)}
            return Problem(ProblemCode.MARKS, data)
        except ValueError:
            return Problem(ProblemCode.NUMBER)
        least = self.least or Money(1, self.currency)
        if money < least:
            return Problem(ProblemCode.TOO_SMALL, {"least": least})
        if self.most is not None and self.most < money:
            return Problem(ProblemCode.TOO_LARGE, {"most": self.most})
        return None


def first_problem(
    specs: tuple[Spec, ...], values: Mapping[str, Value]
) -> tuple[Spec, Problem] | None:
    """The first part, from the top, that is wrong."""
    for spec in specs:
        problem = spec.problem(values.get(spec.name, spec.empty), values)
        if problem is not None:
            return spec, problem
    return None
