"""The parts of a form that are chosen rather than typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.domain.forms import Digits, Problem, ProblemCode, Spec, Value
from desktop.domain.submissions import ATTACHMENT_TYPES, MAX_ATTACHMENT


@dataclass(frozen=True, slots=True)
class Option:
    """One value that can be chosen, and its words."""

    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Spec):
    """One of `options`."""

    options: tuple[Option, ...] = ()

    def _judge(self, value: Value) -> Problem | None:
        is_there = any(option.value == value for option in self.options)
        return None if is_there else Problem(ProblemCode.CHOICE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Several(Spec):
    """Some of `options`, for instance invoices: `least` to `most` where it is not left empty."""

    options: tuple[Option, ...] = ()
    least: int = 1
    most: int | None = None

    @property
    def empty(self) -> Value:
        return ()

    def _judge(self, value: Value) -> Problem | None:
        assert isinstance(value, tuple)
        if not set(value) <= {option.value for option in self.options}:
            return Problem(ProblemCode.CHOICE)
        if len(value) < self.least:
            return Problem(ProblemCode.TOO_FEW, {"least": self.least})
        if self.most is not None and len(value) > self.most:
            return Problem(ProblemCode.TOO_MANY, {"most": self.most})
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick(Spec):
    """Yes or no. Where it is required it has to be ticked: terms, a declaration. `about` is the
    text that is accepted with it: another one is to be accepted anew."""

    about: str = ""

    @property
    def is_secret(self) -> bool:
        """What is accepted is not kept: when the draft is taken up the text may be another."""
        return bool(self.about)

    @property
    def empty(self) -> Value:
        return False

    def problem(self, value: Value, values: Mapping[str, Value]) -> Problem | None:
        if self.required and not value:
            return Problem(ProblemCode.UNTICKED)
        return self.check(bool(value), values) if self.check is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Spec):
    """An identity document: its value is (type, number). `is_valid` is handed in and told both."""

    types: tuple[Option, ...] = ()
    is_valid: Callable[[str, str], bool] = field(default=lambda _kind, _number: True, compare=False)
    most: int = 20

    @property
    def empty(self) -> Value:
        return (self.types[0].value if self.types else "", "")

    def is_empty(self, value: Value) -> bool:
        return not isinstance(value, tuple) or len(value) != 2 or not str(value[1]).strip()

    def read(self, value: Value) -> Any:
        if self.is_empty(value):
            return None
        assert isinstance(value, tuple)
        return str(value[0]), str(value[1]).strip()

    def _judge(self, value: Value) -> Problem | None:
        kind, number = self.read(value)
        if not any(option.value == kind for option in self.types):
            return Problem(ProblemCode.CHOICE)
        if len(number) > self.most:
            return Problem(ProblemCode.TOO_LONG, {"most": self.most, "length": len(number)})
        return None if self.is_valid(kind, number) else Problem(ProblemCode.DOCUMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Files(Spec):
    """Files to go along: `least` to `most`, each of at most `size` bytes and one of `types`."""

    least: int = 1
    most: int = 5
    size: int = MAX_ATTACHMENT
    types: tuple[str, ...] = ATTACHMENT_TYPES

    @property
    def empty(self) -> Value:
        return ()

    def _judge(self, value: Value) -> Problem | None:
        assert isinstance(value, tuple)
        if len(value) < self.least:
            return Problem(ProblemCode.TOO_FEW, {"least": self.least})
        if len(value) > self.most:
            return Problem(ProblemCode.TOO_MANY, {"most": self.most})
        return None

    def refuses(self, size: int, count: int) -> Problem | None:
        """What stands against one more file of `size` bytes beside the `count` that are there;
        its type is told by its content."""
        if count >= self.most:
            return Problem(ProblemCode.TOO_MANY, {"most": self.most})
        if size > self.size:
            return Problem(ProblemCode.FILE_SIZE, {"most": self.size})
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterDigits(Digits):
    """What a dial shows: exactly `most` digits, leading zeros included, in `unit`."""

    unit: str = ""
