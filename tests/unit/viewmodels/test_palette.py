"""The palette ranks what it can do, and adds what the store finds."""

from __future__ import annotations

from collections.abc import Callable

from desktop.viewmodels.palette import Command, PaletteViewModel, rank
from tests.support.fake_office import PROFILE
from tests.support.shell_stage import Stage

Make = Callable[..., Stage]


def command(title: str, subtitle: str = "") -> Command:
    return Command(title, subtitle, "house", "", lambda: None)


def test_a_beginning_ranks_before_a_word_before_a_part() -> None:
    found = rank(
        "fac", [command("Prefacio"), command("Mis Facturas"), command("Facturas", "todas")]
    )
    assert [c.title for c in found] == ["Facturas", "Mis Facturas", "Prefacio"]


def test_accents_and_case_do_not_matter() -> None:
    assert rank("SESION", [command("Cerrar sesión")])


def test_every_word_must_occur() -> None:
    commands = [command("Casa", "Av. Italia 1"), command("Casa", "Colonia 2")]
    assert [c.subtitle for c in rank("casa colonia", commands)] == ["Colonia 2"]
    assert rank("casa y algo", commands) == ()


def test_no_query_keeps_the_order() -> None:
    commands = [command("B"), command("A")]
    assert rank("", commands) == tuple(commands)


def test_hits_come_below_what_was_there(stage: Make) -> None:
    on = stage(kept=PROFILE)
    on.start()
    model = PaletteViewModel(on.shell)
    model.open([command("Mis Facturas")])
    model.ask("fact")
    assert [c.title for c in model.results] == ["Mis Facturas"]
    on.quiet()
    assert [c.title for c in model.results] == ["Mis Facturas", "Factura A 123456"]
    heard: list[tuple[str, str]] = []
    on.shell.page_requested.connect(lambda key, item: heard.append((key, item)))
    model.results[1].run()
    assert heard == [("invoices", "inv-9")]
    assert on.shell.contract_id == "2"


def test_contracts_are_found_by_number(stage: Make) -> None:
    on = stage(kept=PROFILE)
    on.start()
    model = PaletteViewModel(on.shell)
    model.open([])
    model.ask("100002")
    assert model.results[0].title == "Apartamento de la costa"
    on.quiet()


def test_hits_of_an_older_query_are_dropped(stage: Make) -> None:
    on = stage(kept=PROFILE)
    on.start()
    model = PaletteViewModel(on.shell)
    model.open([])
    model.ask("factura")
    model.ask("z")
    on.quiet()
    assert model.results == ()
