"""Every rule of every form has its sentence and its test, and every form its proof that nothing
typed is lost: `docs/form-rules.md` says which, and is held to it here."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache

from desktop.domain import form_choices, forms
from desktop.domain.case_rules import ClaimField
from tests.architecture.source import ROOT, calls, sources
from tests.support.form_rules import RULES
from tests.support.half_typed_forms import FORMS, IN_MEMORY

DOCUMENT = ROOT / "docs" / "form-rules.md"
BEFALLS = ("An error", "Another page", "A sync", "A power cut", "A lock", "Enter twice")
KINDS = frozenset(
    name
    for module in (forms, form_choices)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and issubclass(kind, forms.Spec)
)
# Parts whose names are made of others, by what the document calls them.
MADE = {
    "company_document",  # the other half of person_document
    *(field.value for field in ClaimField),
}
BESIDE = "test_it_is_told_beside_its_field"
HALF_TYPED = "tests/scenarios/test_half_typed.py"
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)(?:\[([^\]]+)\])?`")
_HOLE = re.compile(r"%n|\\\{\w*\\\}")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a form's table."""

    form: str
    field: str
    says: str
    test: str


@cache
def sections() -> dict[str, str]:
    """The text about each form, by its key."""
    parts = re.split(r"^## .*\(`(\w+)`\)$", DOCUMENT.read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def rows() -> list[Row]:
    """The lines of every table, below their heads."""
    found = []
    for form, text in sections().items():
        lines = [line for line in text.splitlines() if line.startswith("| `")]
        for line in lines:
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            found.append(Row(form, cells[0].strip("`"), cells[2], cells[3]))
    return found


@cache
def _texts() -> frozenset[str]:
    """Every text of the app's sources."""
    return frozenset(
        node.value.replace("\u00a0", " ")
        for source in sources()
        if source.folder == "desktop"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@cache
def _functions(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return frozenset(n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef))


def _forms_of_the_kit() -> set[str]:
    """Where a form is made, as `path` (`attribute`)."""
    found = set()
    for source in sources():
        if source.folder != "desktop":
            continue
        for node in ast.walk(source.tree):
            if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
                continue
            target, made = node.targets[0], node.value.func
            is_form = isinstance(made, ast.Name) and made.id == "FormModel"
            if is_form and isinstance(target, ast.Attribute):
                found.add(f"`{source.path}` (`{target.attr}`)")
    return found


def _names_of_parts() -> set[str]:
    """Every name that a part is given in the sources, as far as it is written as one."""
    found = set()
    for source in sources():
        if not source.path.startswith("desktop/viewmodels/"):
            continue
        for call, _name, last in calls(source):
            if last not in KINDS:
                continue
            for keyword in call.keywords:
                if keyword.arg == "name":
                    found |= {
                        n.value
                        for n in ast.walk(keyword.value)
                        if isinstance(n, ast.Constant)
                        and isinstance(n.value, str)
                        and n.value.isidentifier()
                    }
    return found - {"first", "dial_"}


def test_every_form_of_the_kit_is_in_the_document() -> None:
    text = DOCUMENT.read_text("utf-8")
    assert {made for made in _forms_of_the_kit() if made not in text} == set()


def test_every_field_that_is_typed_into_outside_the_kit_is_in_the_document() -> None:
    text = DOCUMENT.read_text("utf-8")
    fields = {
        str(ast.literal_eval(call.args[0]))
        for source in sources()
        if source.path.startswith("desktop/views/")
        for call, _name, last in calls(source)
        if last in ("Field", "SearchField") and call.args
        if isinstance(call.args[0], ast.Constant)
    }
    assert {name for name in fields if f"`{name}`" not in text} == set()


def test_every_part_of_a_form_has_a_row() -> None:
    assert (_names_of_parts() | MADE) - {row.field for row in rows()} == set()


def test_every_rule_that_is_tried_has_its_row() -> None:
    tried = {id_ for row in rows() for _path, _name, id_ in _TEST.findall(row.test)}
    assert RULES.keys() - tried == set()


def test_every_row_quotes_the_app() -> None:
    assert [row for row in rows() if row.says not in _texts()] == []


def test_every_row_names_a_test_that_hears_its_sentence() -> None:
    for row in rows():
        found = _TEST.findall(row.test)
        assert found, row
        for told in [RULES[id_] for _path, name, id_ in found if name == BESIDE]:
            assert (told.form, told.field) in {(row.form, row.field), ("reopen", row.field)}, row
            sentence = _HOLE.sub(".+", re.escape(row.says))
            assert re.fullmatch(sentence, told.says), (row, told.says)


def test_every_test_that_is_named_exists() -> None:
    found = _TEST.findall(DOCUMENT.read_text("utf-8"))
    assert {f"{path}::{name}" for path, name, _id in found if name not in _functions(path)} == set()


def test_whatever_befalls_a_form_is_tried_or_said_not_to_be() -> None:
    for form, text in sections().items():
        for what in BEFALLS:
            (line,) = (ln for ln in text.splitlines() if ln.startswith(f"- {what}: "))
            found = _TEST.findall(line)
            assert found or ": none. " in line, (form, line)
            tried = {id_ for path, _name, id_ in found if path == HALF_TYPED}
            assert tried <= {form} & (FORMS.keys() | IN_MEMORY.keys()), (form, line)


def test_every_form_that_is_half_typed_in_a_scenario_is_in_the_document() -> None:
    assert (FORMS.keys() | IN_MEMORY.keys()) - sections().keys() == set()
