"""English is complete and current, and the pseudo-locale finds what was never marked."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tests.architecture.source import calls, sources
from tools import translations

SOURCES = (translations.ENGLISH, translations.SPANISH)
TRANSLATORS = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}  # where the text stands


def marked() -> set[str]:
    """Every literal text that the app's code gives to Qt for translation."""
    return {
        argument.value
        for source in sources()
        if source.folder == "desktop"
        for node, _name, last in calls(source)
        if last in TRANSLATORS and len(node.args) > TRANSLATORS[last]
        for argument in node.args[TRANSLATORS[last] :][:1]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


@pytest.mark.parametrize("source", SOURCES, ids=translations.language)
def test_the_source_is_what_the_code_says_now(source: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    shutil.copy(source, fresh)
    translations.update(fresh, translations.language(source))
    assert fresh.read_text("utf-8") == source.read_text("utf-8"), "type: run.py translations"


def test_every_marked_text_reached_the_english_source() -> None:
    known = {translations.text(message) for message in translations.messages()}
    assert marked() - known - {""} == set()


@pytest.mark.parametrize("source", SOURCES, ids=translations.language)
def test_every_text_is_translated(source: Path) -> None:
    assert translations.messages(source)
    assert translations.unfinished(source) == []


@pytest.mark.parametrize("source", SOURCES, ids=translations.language)
def test_a_translation_fills_in_the_same_values(source: Path) -> None:
    wrong = [
        (translations.text(message), form)
        for message in translations.messages(source)
        for form in translations.translated(message)
        if set(translations.placeholders(form))
        - set(translations.placeholders(translations.text(message)))
    ]
    assert not wrong


def test_one_and_many_differ_in_spanish(tmp_path: Path) -> None:
    target = tmp_path / "oficina_es.qm"
    translations.compile_to(translations.SPANISH, target)
    translator = QTranslator()
    assert translator.load(str(target))
    forms = [translator.translate("ReadingFigures", "En %n días", "", n) for n in (1, 2)]
    assert forms == ["En %n día", "En %n días"]


@pytest.mark.parametrize("value", ["Factura {number} de {0}", "%n factura(s)", "&Archivo"])
def test_a_pseudo_text_is_longer_and_keeps_what_is_filled_in(value: str) -> None:
    shown = translations.pseudo(value)
    assert shown.startswith("[")
    assert shown.endswith("]")
    assert len(shown) >= 1.4 * len(value)
    assert translations.placeholders(shown) == translations.placeholders(value)
    assert ("&" in shown) is ("&" in value)


def test_the_pseudo_locale_translates_every_text(tmp_path: Path) -> None:
    target = tmp_path / "oficina_qps.ts"
    translations.write_pseudo(target)
    assert translations.unfinished(target) == []
    translator = QTranslator()
    assert translator.load(str(target.with_suffix(".qm")))
    assert translator.translate("Errors", "Reintentar") == translations.pseudo("Reintentar")
