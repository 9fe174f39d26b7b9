"""House rules that a syntax tree can show. Each has a sample that breaks it, to prove it can."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from tests.architecture.source import PROGRAMS, Checker, Finding, Source, calls, imported, sources

# Qt modules under LGPL that the app may import; the GPL ones are not among them.
QT_MODULES = {
    *("QtCore", "QtGui", "QtWidgets", "QtPdf", "QtPdfWidgets", "QtPrintSupport"),
    *("QtSvg", "QtNetwork", "QtTest"),
}
GUESSING_WIDGETS = {"QLabel", "QMessageBox", "QErrorMessage", "QTextBrowser", "QTextEdit"}
GUESSING_CALLS = {"setHtml", "insertHtml", "appendHtml", "setMarkdown"}
LABELS = "desktop/views/widgets/labels.py"  # the one place that tames Qt's guess at rich text
NESTED_LOOPS = {"exec", "exec_", "processEvents", "QEventLoop"}
TESTS_THAT_WAIT = {"wait", "mouseDClickWait"}
MONEY = {"money", "invoices", "billing", "ledger", "tariff", "payments", "debts"}


def anywhere(_source: Source) -> bool:
    """Every file."""
    return True


def in_programs(source: Source) -> bool:
    """The two programs."""
    return source.folder in PROGRAMS


def in_desktop(source: Source) -> bool:
    """The app."""
    return source.folder == "desktop"


def in_views(source: Source) -> bool:
    """Widgets, except the labels that others are made of."""
    return source.path.startswith("desktop/views/") and source.path != LABELS


def in_tests(source: Source) -> bool:
    """Tests."""
    return source.folder == "tests"


def in_money(source: Source) -> bool:
    """Modules that compute amounts."""
    return in_programs(source) and not MONEY.isdisjoint((*source.path.split("/"), source.name))


def dynamic_translations(source: Source) -> Iterator[Finding]:
    """lupdate takes an f-string literally and skips what is computed: neither is ever found."""
    for node, name, last in calls(source):
        literal = node.args and isinstance(node.args[-1], ast.Constant)
        if name in {"tr", "_tr", "_T", "_"} and literal:
            yield Finding(node.lineno, f"lupdate does not see {name}() as one of Qt's functions")
        if last not in {"tr", "QT_TRANSLATE_NOOP", "translate"}:
            continue
        for argument in node.args:
            is_built = isinstance(argument, ast.JoinedStr | ast.BinOp)
            is_formatted = (
                isinstance(argument, ast.Call)
                and argument.args
                and "format" in (ast.unparse(argument.func).rsplit(".", 1)[-1])
            )
            if is_built or is_formatted:
                yield Finding(node.lineno, "a translated text is a literal; format it afterwards")


def guessed_rich_text(source: Source) -> Iterator[Finding]:
    """Qt guesses rich text: a customer called '<img src=...>' would be rendered."""
    for node, _name, last in calls(source):
        if last in GUESSING_WIDGETS:
            yield Finding(node.lineno, f"{last} guesses rich text: use Label")
        if last in GUESSING_CALLS:
            yield Finding(node.lineno, f"{last} shows rich text")
        if last == "setToolTip":
            yield Finding(node.lineno, "setToolTip guesses rich text: use set_tooltip")
    for owner in ast.walk(source.tree):
        bases = owner.bases if isinstance(owner, ast.ClassDef) else []
        if any(ast.unparse(base).rsplit(".", 1)[-1] in GUESSING_WIDGETS for base in bases):
            yield Finding(bases[0].lineno, "a class of its own over a widget that guesses")


def nested_loops(source: Source) -> Iterator[Finding]:
    """A loop inside the loop re-enters code that is not finished; only `app.exec()` may run."""
    for node, name, last in calls(source):
        if last in NESTED_LOOPS and name not in {"app.exec", "application.exec"}:
            yield Finding(node.lineno, f"{name} runs an event loop inside the event loop")


def waits(source: Source) -> Iterator[Finding]:
    """Time is no way to synchronise."""
    for node, name, last in calls(source):
        if name == "time" + ".sleep" or (name == "sleep" and "time.sleep" in imports(source)):
            yield Finding(node.lineno, "sleeping does not make it ready")
        if name.startswith("qtbot.") and last in TESTS_THAT_WAIT:
            yield Finding(node.lineno, "waiting does not make it ready")


def imports(source: Source) -> set[str]:
    """Full names of what is imported."""
    return {name for _line, name in imported(source)}


def swallowed_errors(source: Source) -> Iterator[Finding]:
    """An exception that nobody sees is a fault that nobody mends."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ExceptHandler):
            is_empty = all(
                isinstance(statement, ast.Pass)
                or (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
                for statement in node.body
            )
            if node.type is None or is_empty:
                yield Finding(node.lineno, "an exception is swallowed")
    for call, _name, last in calls(source):
        wide = {"Exception", "BaseException"} & {ast.unparse(each) for each in call.args}
        if last == "suppress" and wide:
            yield Finding(call.lineno, "every exception is swallowed")


def floats(source: Source) -> Iterator[Finding]:
    """Money is integer minor units; a float loses cents."""
    for node in ast.walk(source.tree):
        is_name = isinstance(node, ast.Name) and node.id == "float"
        is_value = isinstance(node, ast.Constant) and isinstance(node.value, float)
        if isinstance(node, ast.Name | ast.Constant) and (is_name or is_value):
            yield Finding(node.lineno, "a float where money is computed")


def prints(source: Source) -> Iterator[Finding]:
    """A desktop app has no terminal: log it, or show it. Only its command line may answer there."""
    for node, name, _last in calls(source):
        if name == "print" and source.name != "__main__":
            yield Finding(node.lineno, "print in the app")


def files_in_halves(source: Source) -> Iterator[Finding]:
    """A process can end between emptying a file and filling it: write beside it and replace it."""
    for node, name, last in calls(source):
        if last in {"write_text", "write_bytes"} and name != f"part.{last}":
            yield Finding(node.lineno, f"{name}() can leave half a file: write `part`, replace")


def vague_names(source: Source) -> Iterator[Finding]:
    """A name says what the thing is."""
    if re.search(r"(^|_)(utils?|helpers?|managers?|misc|common)$", source.name):
        yield Finding(1, f"a module called {source.name}")
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef) and re.search("Manager|Helper|Utils", node.name):
            yield Finding(node.lineno, f"a class called {node.name}")


def unfinished(source: Source) -> Iterator[Finding]:
    """What is unfinished is an issue, not a comment."""
    marks = "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"))
    never = "|".join((f"#.*\\b({marks})\\b", "NotImplemented" + "Error", "no" + " cover"))
    for number, line in enumerate(source.text.splitlines(), 1):
        if re.search(never, line):
            yield Finding(number, "unfinished")


def bare_names(source: Source) -> Iterator[Finding]:
    """A public name says in a sentence what its name cannot. Qt's overrides are Qt's, and what a
    base class says of a method need not be said again."""
    if ast.get_docstring(source.tree) is None and source.text.strip():
        yield Finding(1, "the module has no docstring")
    origins = dict(origins_of(source))
    for owner in ast.walk(source.tree):
        if isinstance(owner, ast.Module):
            yield from undocumented(owner.body, lambda name: False)
        elif isinstance(owner, ast.ClassDef) and not owner.name.startswith("_"):
            bases = [origins.get(ast.unparse(base)) for base in owner.bases]
            yield from undocumented(owner.body, partial(is_said_by, bases))


def undocumented(
    body: Sequence[ast.stmt], is_said_elsewhere: Callable[[str], bool]
) -> Iterator[Finding]:
    """Public classes and functions of `body` without a docstring of their own or elsewhere."""
    for node in body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        is_silent = ast.get_docstring(node) is None and not node.name.startswith("_")
        if is_silent and not is_said_elsewhere(node.name):
            yield Finding(node.lineno, f"{node.name} has no docstring")


def is_said_by(bases: Sequence[tuple[str, str] | None], method: str) -> bool:
    """Whether a base class says what `method` is: one of ours, or one of a library."""
    for base in bases:
        module, name = base or ("desktop", "")
        if module.split(".")[0] not in PROGRAMS:
            if hasattr(getattr(importlib.import_module(module), name), method):
                return True
        elif method in documented_methods() or re.search("[a-z][A-Z]", method):
            return True
    return False


def origins_of(source: Source) -> Iterator[tuple[str, tuple[str, str]]]:
    """Module and name there, by the name that a `from` import gives it here."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                yield alias.asname or alias.name, (node.module, alias.name)


@cache
def documented_methods() -> frozenset[str]:
    """Names of methods that some class of the project documents."""
    return frozenset(
        method.name
        for source in sources()
        for owner in ast.walk(source.tree)
        if isinstance(owner, ast.ClassDef)
        for method in owner.body
        if isinstance(method, ast.FunctionDef) and ast.get_docstring(method)
    )


def foreign_qt(source: Source) -> Iterator[Finding]:
    """Some Qt modules are GPL or commercial: the app could not be shipped with them."""
    for line, name in imported(source):
        parts = name.split(".")
        if parts[0] == "PySide6" and (len(parts) < 2 or parts[1] not in QT_MODULES):
            yield Finding(line, f"{name} is not among the Qt modules in use")


def mocks(source: Source) -> Iterator[Finding]:
    """Fakes of our own ports and the real service; a mock of a library proves nothing about it."""
    for line, name in imported(source):
        if name.startswith(("unittest.mock", "mock.", "responses", "requests_mock")):
            yield Finding(line, f"{name} pretends to be a library")


def unconditional_skips(source: Source) -> Iterator[Finding]:
    """A test that never runs proves nothing."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node) in (
            "pytest.mark." + "skip",
            "pytest.mark." + "xf" + "ail",
        ):
            yield Finding(node.lineno, "a test that does not run")


@dataclass(frozen=True, slots=True)
class Rule:
    """`applies` says to which files, `broken` is a file that breaks it (path, text)."""

    check: Checker
    applies: Callable[[Source], bool]
    broken: tuple[str, str]


RULES = (
    Rule(dynamic_translations, in_desktop, ("desktop/a.py", "self.tr(f'{n} facturas')")),
    Rule(dynamic_translations, in_desktop, ("desktop/a.py", "tr('Words', 'Factura')")),
    Rule(guessed_rich_text, in_views, ("desktop/views/a.py", "label = QLabel(name)")),
    Rule(guessed_rich_text, in_views, ("desktop/views/a.py", "button.setToolTip(name)")),
    Rule(guessed_rich_text, in_views, ("desktop/views/a.py", "class Mine(QTextEdit): ...")),
    Rule(nested_loops, anywhere, ("desktop/a.py", "dialog.exec()")),
    Rule(waits, anywhere, ("tests/a.py", "import time\ntime." + "sleep(1)")),
    Rule(waits, anywhere, ("tests/a.py", "qtbot." + "wait(5)")),
    Rule(swallowed_errors, anywhere, ("backend/a.py", "try: f()\nexcept OSError: pass")),
    Rule(swallowed_errors, anywhere, ("backend/a.py", "with suppress(Exception): f()")),
    Rule(floats, in_money, ("backend/invoices/tariff.py", "price = 0.5")),
    Rule(prints, in_desktop, ("desktop/a.py", "print(1)")),
    Rule(files_in_halves, in_desktop, ("desktop/a.py", "path.write_text('x')")),
    Rule(vague_names, anywhere, ("desktop/utils.py", "")),
    Rule(vague_names, anywhere, ("desktop/a.py", "class SessionManager: ...")),
    Rule(unfinished, anywhere, ("desktop/a.py", "x = 1  # " + "TO" + "DO later")),
    Rule(bare_names, in_programs, ("desktop/a.py", '"""A."""\ndef f(): ...')),
    Rule(foreign_qt, anywhere, ("desktop/a.py", "from PySide6.QtCharts import QChart")),
    Rule(foreign_qt, anywhere, ("desktop/a.py", "from PySide6 import QtGraphs")),
    Rule(mocks, in_tests, ("tests/a.py", "from unittest.mock import Mock")),
    Rule(unconditional_skips, in_tests, ("tests/a.py", "@pytest.mark." + "skip\ndef f(): ...")),
)
