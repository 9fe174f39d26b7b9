"""Mis Facturas without a window: loading, filtering, choosing, explaining, downloading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError, Code
from desktop.domain.invoices import State
from desktop.domain.money import total
from desktop.viewmodels.invoice_document import DocumentViewModel, paper_of
from desktop.viewmodels.invoice_download import DownloadViewModel
from desktop.viewmodels.invoices import Chip, InvoicesViewModel
from desktop.viewmodels.phase import Phase
from tests.support.books import FakeOffice, household, invoice, invoice_book
from tests.support.stage import Stage, summary


@pytest.fixture
def stage(tmp_path: Path, qapp: object) -> Iterator[Stage]:
    made = Stage(tmp_path, FakeOffice(), summary(), summary("18", "Taller"))
    yield made
    made.close()


def opened(stage: Stage, qtbot: QtBot) -> InvoicesViewModel:
    model = InvoicesViewModel(stage.context())
    model.set_active(True)
    qtbot.waitUntil(lambda: model.state.phase is not Phase.LOADING)
    return model


def settled(stage: Stage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not stage.runner.is_busy)


def test_the_book_is_shown_with_its_figures(stage: Stage, qtbot: QtBot) -> None:
    model = opened(stage, qtbot)
    assert model.state.phase is Phase.FILLED
    assert model.state.debt == invoice_book().debt
    assert model.state.years == (2026, 2025, 2024, 2023)
    assert dict(model.state.counts)[Chip.OVERDUE] == 2
    assert model.state.total == len(household())


def test_a_page_that_was_never_shown_reads_nothing(stage: Stage, qtbot: QtBot) -> None:
    InvoicesViewModel(stage.context())
    stage.events.data_changed.emit(Changes(frozenset({"C-17"}), frozenset({"invoice"})))
    assert stage.office.invoices.asked == []


def test_no_invoices_is_empty_and_not_an_error(stage: Stage, qtbot: QtBot) -> None:
    stage.office.invoices.answer = invoice_book(())
    assert opened(stage, qtbot).state.phase is Phase.EMPTY


def test_a_failure_is_told_and_reading_again_mends_it(stage: Stage, qtbot: QtBot) -> None:
    stage.office.invoices.answer = AppError(Code.STORE_BUSY)
    model = opened(stage, qtbot)
    assert model.state.phase is Phase.ERROR
    assert model.state.error is not None
    assert model.state.error.code is Code.STORE_BUSY
    stage.office.invoices.answer = invoice_book()
    model.reload()
    qtbot.waitUntil(lambda: model.state.phase is Phase.FILLED)
    assert model.state.error is None


def test_a_refresh_that_fails_leaves_what_is_shown(stage: Stage, qtbot: QtBot) -> None:
    model = opened(stage, qtbot)
    stage.office.invoices.answer = AppError(Code.STORE_BUSY)
    model.reload()
    settled(stage, qtbot)
    assert model.state.phase is Phase.FILLED
    assert len(model.rows.rows) == len(household())


def test_a_sync_of_this_contract_keeps_filter_choice_and_panel(stage: Stage, qtbot: QtBot) -> None:
    model = opened(stage, qtbot)
    model.set_chip(Chip.UNPAID)
    shown = model.rows.rows[0]
    model.show_invoice(shown.invoice.id)
    model.rows.set_checked([shown], True)
    stage.office.invoices.answer = invoice_book(household()[:-1])
    stage.events.data_changed.emit(Changes(frozenset({"C-17"}), frozenset({"invoice"})))
    qtbot.waitUntil(lambda: model.state.total == len(household()) - 1)
    assert model.state.chip is Chip.UNPAID
    assert {row.state for row in model.rows.rows} <= {
        State.OVERDUE,
        State.PENDING,
        State.PARTIALLY_PAID,
    }
    assert model.state.detail is not None
    assert model.state.selection.count == 1


@pytest.mark.parametrize(
    "changes",
    [
        Changes(frozenset({"C-18"}), frozenset({"invoice"})),
        Changes(frozenset({"C-17"}), frozenset({"reading"})),
    ],
)
def test_what_does_not_concern_the_page_is_not_read(
    stage: Stage, qtbot: QtBot, changes: Changes
) -> None:
    opened_model = opened(stage, qtbot)
    stage.events.data_changed.emit(changes)
    settled(stage, qtbot)
    assert stage.office.invoices.asked == ["17"]
    assert opened_model.state.phase is Phase.FILLED


def test_news_while_another_page_is_in_front_is_read_on_return(stage: Stage, qtbot: QtBot) -> None:
    model = opened(stage, qtbot)
    model.set_active(False)
    stage.events.data_changed.emit(Changes(frozenset({"C-17"}), frozenset({"invoice"})))
    settled(stage, qtbot)
    assert stage.office.invoices.asked == ["17"]
    model.set_active(True)
    settled(stage, qtbot)
    assert stage.office.invoices.asked == ["17", "17"]


def test_another_contract_starts_from_nothing(stage: Stage, qtbot: QtBot) -> None:
    model = opened(stage, qtbot)
    model.set_chip(Chip.OVERDUE)
    model.rows.set_checked(model.rows.rows, True)
    model.show_invoice(model.rows.rows[0].invoice.id)
    stage.shell.select_contract("18")
    assert model.state.phase is Phase.LOADING
    assert not model.rows.rows, "the other contract's invoices must not stay on screen"
    settled(stage, qtbot)
    assert stage.office.invoices.asked == ["17", "18"]
    assert model.state.chip is Chip.ALL
    assert model.state.selection.count == 0
    assert model.state.detail is None


def test_filters_work_together(stage: Stage, qtbot: QtBot) -> None:
    model = opened(stage, qtbot)
    model.set_year(2026)
    in_year = model.state.shown
    model.set_text("vencida")
    assert 0 < model.state.shown < in_year
    assert {row.state for row in model.rows.rows} == {State.OVERDUE}
    model.set_year(2024)
    assert model.state.shown == 0
    assert model.state.phase is Phase.FILLED, "nothing found is not the same as no invoices"
    model.clear_filter()
    assert model.state.shown == model.state.total


def test_the_total_counts_credits_and_leaves_out_what_is_apart(stage: Stage, qtbot: QtBot) -> None:
    model = opened(stage, qtbot)
    model.rows.set_checked(model.rows.all_rows, True)
    selection = model.state.selection
    payable = [
        row.invoice.open
        for row in model.rows.all_rows
        if row.state in (State.OVERDUE, State.PENDING, State.PARTIALLY_PAID, State.CREDIT)
    ]
    assert selection.total == total(payable, "UYU")
    assert selection.apart == 2
    assert selection.count == len(household())
    assert selection.documents == len(household()) - 1


def test_the_panel_says_what_changed_in_words_and_amounts(stage: Stage, qtbot: QtBot) -> None:
    model = opened(stage, qtbot)
    model.show_invoice(household()[0].id)
    detail = model.state.detail
    assert detail is not None
    assert "mayor que el de octubre de 2026" in detail.headline
    assert detail.changes[0].text == "Consumió 7\u00a0m³ más que en octubre de 2026"
    change = household()[0].period_charge - household()[1].period_charge
    assert total((c.amount for c in detail.changes), "UYU") == change


def test_the_first_invoice_has_nothing_to_be_compared_with(stage: Stage, qtbot: QtBot) -> None:
    stage.office.invoices.answer = invoice_book([invoice(0)])
    model = opened(stage, qtbot)
    model.show_invoice(invoice(0).id)
    assert model.state.detail is not None
    assert model.state.detail.headline == ""
    assert model.state.detail.changes == ()


def test_an_invoice_named_before_it_is_read_opens_once_it_is(stage: Stage, qtbot: QtBot) -> None:
    model = InvoicesViewModel(stage.context())
    model.set_active(True)
    model.show_invoice(household()[2].id)
    assert model.state.detail is None
    qtbot.waitUntil(lambda: model.state.detail is not None)


def test_documents_kept_meanwhile_are_shown_as_kept(stage: Stage, qtbot: QtBot) -> None:
    model = opened(stage, qtbot)
    assert not all(row.is_kept for row in model.rows.rows if row.invoice.document)
    every = [row.document.sha256 for row in household() if row.document]
    book = invoice_book()
    stage.office.invoices.answer = type(book)(
        book.invoices, book.debt, book.today, book.now, book.freshness, frozenset(every)
    )
    stage.events.documents_kept.emit()
    settled(stage, qtbot)
    assert all(row.is_kept for row in model.rows.rows if row.invoice.document)


# --- the duplicate


def test_a_document_comes_into_memory_and_is_forgotten(stage: Stage, qtbot: QtBot) -> None:
    stage.office.documents.answer = b"%PDF-"
    document = DocumentViewModel(stage.context())
    document.open_invoice(invoice(0))
    assert document.state.phase is Phase.LOADING
    qtbot.waitUntil(lambda: document.state.phase is Phase.FILLED)
    assert document.state.data == b"%PDF-"
    document.close()
    assert document.state.data == b""


def test_a_document_that_is_not_kept_can_be_asked_for_again(stage: Stage, qtbot: QtBot) -> None:
    stage.office.documents.answer = AppError(Code.NOT_CACHED)
    document = DocumentViewModel(stage.context())
    document.open_invoice(invoice(0))
    qtbot.waitUntil(lambda: document.state.phase is Phase.ERROR)
    stage.office.documents.answer = b"%PDF-"
    document.retry()
    qtbot.waitUntil(lambda: document.state.phase is Phase.FILLED)
    assert document.state.error is None


def test_an_invoice_without_document_is_told_at_once(stage: Stage) -> None:
    document = DocumentViewModel(stage.context())
    document.open_invoice(invoice(0, document=False))
    assert document.state.phase is Phase.EMPTY


def test_only_the_last_opened_document_is_shown(stage: Stage, qtbot: QtBot) -> None:
    stage.office.documents.gate.clear()
    stage.office.documents.answer = b"%PDF-"
    document = DocumentViewModel(stage.context())
    document.open_invoice(invoice(0))
    document.close()
    stage.office.documents.gate.set()
    settled(stage, qtbot)
    assert document.state.paper is None
    assert document.state.data == b""


def test_saving_writes_the_utility_s_bytes(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    stage.office.documents.answer = b"%PDF-exact"
    document = DocumentViewModel(stage.context())
    with qtbot.waitSignal(document.saved):
        document.save(paper_of(invoice(0)), tmp_path / "f.pdf")
    assert (tmp_path / "f.pdf").read_bytes() == b"%PDF-exact"


def test_a_save_that_fails_is_told(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    stage.office.documents.answer = AppError(Code.FILE_NOT_WRITTEN)
    document = DocumentViewModel(stage.context())
    with qtbot.waitSignal(document.save_failed) as failed:
        document.save(paper_of(invoice(0)), tmp_path / "f.pdf")
    assert failed.args is not None
    assert failed.args[0].code is Code.FILE_NOT_WRITTEN


# --- many duplicates


def test_a_bulk_download_counts_and_names_what_is_missing(
    stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    stage.office.documents.missing = ("A-100480",)
    download = DownloadViewModel(stage.context())
    seen: list[int] = []
    download.state_changed.connect(lambda: seen.append(download.state.done))
    download.start("17", household()[:4], tmp_path)
    qtbot.waitUntil(lambda: download.state.result is not None)
    assert seen[-2] == 4
    assert download.state.result is not None
    assert download.state.result.written == 3
    assert download.state.result.missing == ("A-100480",)


def test_a_stopped_download_tells_what_was_written(
    stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    stage.office.documents.gate.clear()
    download = DownloadViewModel(stage.context())
    download.start("17", household()[:4], tmp_path)
    qtbot.waitUntil(lambda: download.state.done == 1)
    download.cancel()
    assert download.state.is_stopping
    stage.office.documents.gate.set()
    qtbot.waitUntil(lambda: download.state.result is not None)
    assert download.state.result is not None
    assert download.state.result.cancelled
    assert download.state.result.written == 1


def test_a_download_that_fails_can_be_started_again(
    stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    stage.office.documents.answer = AppError(Code.DISK_FULL)
    download = DownloadViewModel(stage.context())
    download.start("17", household()[:2], tmp_path)
    qtbot.waitUntil(lambda: download.state.error is not None)
    assert not download.state.is_running
    stage.office.documents.answer = b""
    download.start("17", household()[:2], tmp_path)
    qtbot.waitUntil(lambda: download.state.result is not None)
    assert download.state.error is None
