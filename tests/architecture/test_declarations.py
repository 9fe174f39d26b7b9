"""What declares itself is complete: failures have sentences, pages can be told apart."""

from __future__ import annotations

import importlib
import pkgutil

from desktop.domain.errors import Code
from desktop.resources import resource
from desktop.views import page, pages, texts


def page_modules() -> list[str]:
    """Full names of the modules of `views/pages`."""
    return [f"{pages.__name__}.{module.name}" for module in pkgutil.iter_modules(pages.__path__)]


def test_every_code_has_a_title_and_advice() -> None:
    assert set(texts.SENTENCES) == set(Code)
    assert all(title and advice for title, advice, _way_out in texts.SENTENCES.values())


def test_every_page_module_declares_one_page() -> None:
    specs = [importlib.import_module(name).PAGE for name in page_modules()]
    assert specs
    assert all(isinstance(spec, page.PageSpec) for spec in specs)
    assert {spec.key for spec in page.discover()} == {spec.key for spec in specs}


def test_no_two_pages_share_a_key_or_a_place() -> None:
    specs = page.discover()
    assert len({spec.key for spec in specs}) == len(specs)
    assert len({spec.order for spec in specs}) == len(specs)


def test_every_page_has_a_title_and_an_icon_that_ships() -> None:
    for spec in page.discover():
        assert spec.title
        assert resource("icons", f"{spec.icon}.svg").is_file(), spec.key
