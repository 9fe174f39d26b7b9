"""What a form holds and what is wrong with it; `FormModel` adds drafts and sending."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from desktop.domain.drafts import DraftFile
from desktop.domain.form_choices import Files
from desktop.domain.forms import Problem, ProblemCode, Spec, Value
from desktop.domain.money import Money
from desktop.viewmodels.context import Context
from desktop.viewmodels.form_words import problem_text


class FormValues:
    """`specs` are the parts, from the top."""

    context: Context
    specs: tuple[Spec, ...]
    _values: dict[str, Value]
    _defaults: dict[str, Value]
    _problems: dict[str, Problem]

    def value(self, name: str) -> Value:
        """What is typed in a part."""
        spec = self._spec(name)
        return self._values.get(name, spec.empty if spec is not None else "")

    @property
    def values(self) -> Mapping[str, Value]:
        """What is typed, by part."""
        return {spec.name: self.value(spec.name) for spec in self.specs}

    def problem(self, name: str) -> str:
        """What is said beside a part; empty where nothing is."""
        spec, problem = self._spec(name), self._problems.get(name)
        if spec is None or problem is None:
            return ""
        return problem_text(spec, problem, self.context.format)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed, beyond what was filled in beforehand."""
        return all(
            spec.is_empty(self.value(spec.name))
            or self.value(spec.name) == self._defaults.get(spec.name)
            for spec in self.specs
        )

    # --- what was typed, for a payload; empty values are None, "" or ()

    def text(self, name: str) -> str:
        """Of a text, a choice or digits."""
        found = self._read(name)
        return found if isinstance(found, str) else ""

    def day(self, name: str) -> date | None:
        """Of a date."""
        found = self._read(name)
        return found if isinstance(found, date) else None

    def money(self, name: str) -> Money | None:
        """Of an amount."""
        found = self._read(name)
        return found if isinstance(found, Money) else None

    def number(self, name: str) -> Decimal | None:
        """Of a quantity."""
        found = self._read(name)
        return found if isinstance(found, Decimal) else None

    def ticked(self, name: str) -> bool:
        """Of a tick."""
        return self._read(name) is True

    def chosen(self, name: str) -> tuple[str, ...]:
        """Of several to choose from, and (type, number) of a document."""
        found = self._read(name)
        return found if isinstance(found, tuple) else ()

    def files(self, name: str) -> tuple[DraftFile, ...]:
        """Of files."""
        found = self._values.get(name, ())
        assert isinstance(found, tuple)
        return tuple(each for each in found if isinstance(each, DraftFile))

    @property
    def all_files(self) -> tuple[DraftFile, ...]:
        """The files of every part that is shown."""
        return tuple(
            file for spec in self.specs if isinstance(spec, Files) for file in self.files(spec.name)
        )

    # --- within

    def _spec(self, name: str) -> Spec | None:
        return next((spec for spec in self.specs if spec.name == name), None)

    def _read(self, name: str) -> object:
        spec = self._spec(name)
        return None if spec is None else spec.read(self.value(name))

    def _wrong(self) -> dict[str, Problem]:
        """What is wrong with everything, from the top."""
        values = self.values
        found = {spec.name: spec.problem(values[spec.name], values) for spec in self.specs}
        return {name: problem for name, problem in found.items() if problem is not None}

    def _judge_again(self) -> None:
        """What was said goes as soon as it is mended, and says so where it is wrong otherwise.
        What somebody else said stays until its part is changed."""
        wrong = self._wrong()
        for name, old in list(self._problems.items()):
            if old.code is ProblemCode.TOLD:
                continue
            if name in wrong:
                self._problems[name] = wrong[name]
            else:
                del self._problems[name]
