"""The state of one form: what is typed, what is wrong with it, its draft, and sending once.

How a page uses it (the view is `desktop/views/widgets/form.py`, the parts are in
`desktop/domain/forms.py` and `form_choices.py`):

    self.form = FormModel(context, "question", self)      # "" as key: nothing is kept as a draft
    self.form.failed.connect(self.failed)                 # an AppError: the world failed
    self.form.changed.connect(self._respecify)            # where one answer decides on others

    self.form.begin(scope, specs, defaults={...})         # when shown; takes up the draft
    self.form.set_specs(specs)                            # other parts; nothing typed is lost
    self.form.flush()                                     # in set_active(False)

    self.form.text("subject"), .day("on"), .money("amount"), .chosen("invoices"), .files("files")

    # into the outbox, draft and files with it:
    self.form.enqueue("question", scope, stream, payload, done=self._sent)
    # or a call of one's own (Lane.LONG), after which the draft is forgotten:
    self.form.call(lambda office: office.x.do(...), done=self._done, failed=self._refused)

Both first judge everything: where something is wrong it is said beside the field, `focus_wanted`
names the first, and nothing is sent. A second call while the first is under way does nothing.
`refuse(field, sentence)` says beside a field what the service found. `payload` is a function, so
that it is made of values known to be right.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.domain.drafts import DraftFile
from desktop.domain.errors import AppError
from desktop.domain.form_choices import Files, Tick
from desktop.domain.forms import Problem, ProblemCode, Spec, Value, told
from desktop.viewmodels.drafting import Drafting
from desktop.viewmodels.form_draft import packed, unpacked
from desktop.viewmodels.form_values import FormValues
from desktop.viewmodels.form_words import problem_text
from desktop.viewmodels.tasks import Lane

if TYPE_CHECKING:
    from desktop.domain.drafts import Draft
    from desktop.domain.submissions import Submission
    from desktop.services.attachments import FileProblem
    from desktop.services.office import Office
    from desktop.viewmodels.context import Context

T = TypeVar("T")


class FormModel(FormValues, QObject):
    """`changed` comes with every change of specs, values, problems or `is_sending`."""

    changed = Signal()
    focus_wanted = Signal(str)  # the name of the part that is to be mended
    failed = Signal(object)  # AppError

    def __init__(self, context: Context, key: str, owner: QObject) -> None:
        QObject.__init__(self, owner)
        self.context = context
        self.specs: tuple[Spec, ...] = ()
        self.scope = ""
        self.is_sending = False
        self.recovered_at: datetime | None = None
        self._values: dict[str, Value] = {}
        self._defaults: dict[str, Value] = {}
        self._problems: dict[str, Problem] = {}
        self._touched: set[str] = set()
        self._accepted: dict[str, str] = {}  # the text that a tick was put to
        self._drafting: Drafting | None = None
        if key:
            self._drafting = Drafting(context, key, self)
            self._drafting.failed.connect(self.failed)

    # --- what is shown

    def begin(
        self, scope: str, specs: Iterable[Spec], defaults: Mapping[str, Value] | None = None
    ) -> None:
        """An empty form about `scope`, or its draft if there is one. Where the form is about that
        scope already, what is typed stays and `defaults` fill in only what is empty."""
        if scope == self.scope and self.specs:
            self._defaults.update(defaults or {})
            for name, value in (defaults or {}).items():
                self._values.setdefault(name, value)
            self.set_specs(specs)
            return
        self.flush()
        self.scope = scope
        self._defaults = dict(defaults or {})
        self._reset()
        self.set_specs(specs)
        if self._drafting is not None:
            self._drafting.load(scope, lambda draft: self._recover(scope, draft))

    def set_specs(self, specs: Iterable[Spec]) -> None:
        """Other parts. Values of parts that are gone are kept in case they come back."""
        specs = tuple(specs)
        is_other, self.specs = specs != self.specs, specs
        if is_other:
            names = {spec.name for spec in specs}
            self._take_back()
            self._problems = {n: p for n, p in self._problems.items() if n in names}
            self._judge_again()
        self.changed.emit()

    # --- what a person does

    def edit(self, name: str, value: Value) -> None:
        """Something else stands in a part."""
        if self._values.get(name) == value:
            return
        if name in self._problems and self._problems[name].code is ProblemCode.TOLD:
            del self._problems[name]
        self._put(name, value)

    def _put(self, name: str, value: Value) -> None:
        self._values[name] = value
        spec = self._spec(name)
        if isinstance(spec, Tick):
            self._accepted[name] = spec.about
        self._touched.add(name)
        self._judge_again()
        self._keep()
        self.changed.emit()

    def leave(self, name: str) -> None:
        """The focus left a part: what is wrong with it is said from now on."""
        spec = self._spec(name)
        if spec is None or name not in self._touched or name in self._problems:
            return
        problem = spec.problem(self.value(name), self.values)
        if problem is not None:
            self._problems[name] = problem
            self.changed.emit()

    def add_files(self, name: str, sources: Iterable[Path | tuple[str, bytes]]) -> None:
        """Take files along: paths, or names with bytes (pasted). Each is judged at once."""
        spec = self._spec(name)
        if not isinstance(spec, Files) or self._drafting is None:
            return
        self._problems.pop(name, None)
        count = len(self.files(name))
        for source in sources:
            file_name, size = _measured(source)
            problem = spec.refuses(size, count)
            if problem is not None:
                self._refuse_file(name, file_name, problem)
                continue
            count += 1
            self._add_file(spec, file_name, source)
        self.changed.emit()

    def drop_file(self, name: str, file: DraftFile) -> None:
        """Leave a file out again."""
        left = tuple(each for each in self.files(name) if each != file)
        if self._drafting is not None:
            self._drafting.drop_file(self.scope, file)
        self.edit(name, left)

    def discard(self) -> None:
        """The person empties the form; its draft goes."""
        if self._drafting is not None:
            self._drafting.discard(self.scope)
        self._reset()
        self.changed.emit()

    def flush(self) -> None:
        """Keep the draft now."""
        if self._drafting is not None:
            self._drafting.flush()

    # --- judging and sending

    def refuse(self, name: str, text: str) -> None:
        """Say beside a part what somebody else found wrong, and go there."""
        if self._spec(name) is not None:
            self._problems[name] = told(text)
            self.changed.emit()
            self.focus_wanted.emit(name)

    def check(self, names: Collection[str] | None = None) -> bool:
        """Judge everything, or the parts of one step; what is wrong is said, and the first is
        asked for. A step is also where the draft is kept without waiting for the pause."""
        self.flush()
        wrong = self._wrong()
        self._problems = {n: p for n, p in wrong.items() if names is None or n in names}
        self.changed.emit()
        if self._problems:
            self.focus_wanted.emit(next(iter(self._problems)))
        return not self._problems

    def enqueue(
        self,
        kind: str,
        scope: str,
        stream: str,
        payload: Callable[[], Mapping[str, Any]],
        done: Callable[[Submission], None],
        *,
        replaces: str | None = None,
        depends_on: str | None = None,
    ) -> None:
        """Judge, then put it into the outbox with its files; the draft goes in that instant."""
        if self.is_sending or not self.check():
            return
        content = payload()
        files = tuple(file.sha256 for file in self.all_files)
        handed_scope = self.scope
        handed = self._drafting.hand_over(handed_scope) if self._drafting is not None else None

        def work(office: Office) -> Submission:
            return office.outbox.enqueue(
                kind,
                scope,
                stream,
                content,
                replaces=replaces,
                depends_on=depends_on,
                files=files,
                draft=handed,
            )

        def kept(item: Submission) -> None:
            if self._drafting is not None:
                self._drafting.sent(handed_scope)
            self._end()
            self.context.events.outbox_changed.emit()
            self.context.shell.send_now()
            done(item)

        def not_kept(error: AppError) -> None:
            if self._drafting is not None:
                self._drafting.not_sent(handed_scope)
            self._resume(error)

        self._run(Lane.LOCAL, work, kept, not_kept)

    def call(
        self,
        work: Callable[[Office], T],
        done: Callable[[T], None],
        failed: Callable[[AppError], None] | None = None,
        lane: Lane = Lane.LONG,
    ) -> None:
        """Judge, then do `work` once. After it went well the form is empty and its draft gone;
        otherwise all stays as typed."""
        if self.is_sending or not self.check():
            return
        scope = self.scope

        def well(result: T) -> None:
            if self._drafting is not None:
                self._drafting.discard(scope)
            self._end()
            done(result)

        def badly(error: AppError) -> None:
            self.is_sending = False
            self.changed.emit()
            (failed or self.failed.emit)(error)

        self._run(lane, work, well, badly)

    # --- within

    def _run(
        self,
        lane: Lane,
        work: Callable[[Office], T],
        done: Callable[[T], None],
        failed: Callable[[AppError], None],
    ) -> None:
        self.is_sending = True
        self.changed.emit()
        office = self.context.office
        self.context.runner.run(
            lane, lambda _task: work(office), owner=self, done=done, failed=failed
        )

    def _end(self) -> None:
        self.is_sending = False
        self._reset()
        self.changed.emit()

    def _resume(self, error: AppError) -> None:
        self.is_sending = False
        self.changed.emit()
        self.failed.emit(error)

    def _reset(self) -> None:
        self._values = dict(self._defaults)
        self._problems = {}
        self._touched = set()
        self.recovered_at = None

    def _take_back(self) -> None:
        """What was accepted of another text is not accepted of this one."""
        for spec in self.specs:
            name = spec.name
            if isinstance(spec, Tick) and self._accepted.get(name, spec.about) != spec.about:
                self._values.pop(name, None)

    def _keep(self) -> None:
        if self._drafting is None:
            return
        if self.is_empty and not self.all_files:
            self._drafting.discard(self.scope)
        else:
            self._drafting.changed(self.scope, packed(self.specs, self._values))

    def _recover(self, scope: str, draft: Draft | None) -> None:
        if draft is None or scope != self.scope or self._touched:
            return
        self._values |= unpacked(draft)
        self.recovered_at = draft.saved_at
        self.changed.emit()

    def _add_file(self, spec: Files, file_name: str, source: Path | tuple[str, bytes]) -> None:
        assert self._drafting is not None
        name, scope = spec.name, self.scope

        def taken(file: DraftFile) -> None:
            there = self.files(name)
            if scope == self.scope and file not in there:
                self._put(name, (*there, file))

        def refused(problem: FileProblem) -> None:
            codes = {
                "too_big": Problem(ProblemCode.FILE_SIZE, {"most": spec.size}),
                "wrong_type": Problem(ProblemCode.FILE_TYPE, {"types": spec.types}),
                "unreadable": Problem(ProblemCode.FILE_UNREADABLE),
            }
            self._refuse_file(name, file_name, codes[str(problem)])

        self._drafting.add_file(
            scope,
            name,
            source if isinstance(source, Path) else source[1],
            name=file_name,
            done=taken,
            refused=refused,
            accepts=spec.types,
        )

    def _refuse_file(self, name: str, file_name: str, problem: Problem) -> None:
        spec = self._spec(name)
        if spec is None:
            return
        text = problem_text(spec, problem, self.context.format)
        if problem.code is not ProblemCode.TOO_MANY:
            text = f"{file_name}: {text}"
        before = self._problems.get(name)
        if (
            before is not None
            and before.code is ProblemCode.TOLD
            and text not in before.data["text"]
        ):
            text = f"{before.data['text']}\n{text}"
        self._problems[name] = told(text)
        self.changed.emit()


def _measured(source: Path | tuple[str, bytes]) -> tuple[str, int]:
    """Name and size in bytes; a file that is not there any more is found out when it is read."""
    if not isinstance(source, Path):
        return source[0], len(source[1])
    return source.name, source.stat().st_size if source.is_file() else 0
