"""A document is the utility's, byte for byte, or it is not shown; a file is whole, or not there."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.api import wire
from desktop.domain.errors import AppError, Code, StoreError
from desktop.domain.invoices import DocumentRef, Invoice, InvoiceKind
from desktop.services.documents import files
from desktop.services.office import Office
from tests.support import bodies
from tests.support.offices import an_office, synced
from tests.unit.services.conftest import World

SAMPLE = wire.decode(Invoice, bodies.as_json(bodies.INVOICE))


@pytest.fixture
def office(world: World) -> Iterator[Office]:
    """Ana's office after a sync."""
    with an_office(world.server.url, world.folder, world.keyring, world.clock) as found:
        found.session.sign_in("ana", "secreta")
        assert synced(found).error is None
        yield found


@pytest.fixture
def invoices(world: World, office: Office) -> tuple[Invoice, ...]:
    return office.invoices.book(world.contract_id).invoices


def ref_of(invoice: Invoice) -> DocumentRef:
    assert invoice.document is not None
    return invoice.document


def never() -> bool:
    return False


def quiet(_done: int, _total: int) -> None:
    return None


def forget_documents(office: Office) -> None:
    with office.documents._desk.using() as store, store.documents._database.write() as connection:
        connection.exec_driver_sql("DELETE FROM document")


def code_of(work: Callable[[], object]) -> Code:
    with pytest.raises(AppError) as caught:
        work()
    return caught.value.code


def test_a_document_is_fetched_once_and_then_read_without_a_server(
    world: World, office: Office, invoices: tuple[Invoice, ...]
) -> None:
    forget_documents(office)
    first = office.documents.read(world.contract_id, ref_of(invoices[0]))
    world.server.stop()
    assert office.documents.read(world.contract_id, ref_of(invoices[0])) == first
    assert first.startswith(b"%PDF")


def test_a_document_that_is_not_what_the_books_name_is_not_shown(
    world: World, office: Office, invoices: tuple[Invoice, ...]
) -> None:
    other = replace(ref_of(invoices[0]), sha256="0" * 64)
    assert code_of(lambda: office.documents.read(world.contract_id, other)) is (
        Code.DOCUMENT_DAMAGED
    )
    assert code_of(lambda: office.documents.read(world.contract_id, other)) is (
        Code.DOCUMENT_DAMAGED
    )  # nor was it kept


def test_a_document_of_nobody_is_not_found(
    world: World, office: Office, invoices: tuple[Invoice, ...]
) -> None:
    other = replace(ref_of(invoices[0]), id="999999", sha256="1" * 64)
    assert code_of(lambda: office.documents.read(world.contract_id, other)) is Code.NOT_FOUND


def test_a_document_that_is_not_kept_needs_a_network(
    world: World, office: Office, invoices: tuple[Invoice, ...]
) -> None:
    forget_documents(office)
    office.session.client.close()
    ref = ref_of(invoices[0])
    assert code_of(lambda: office.documents.read(world.contract_id, ref)) is Code.NOT_CACHED


def test_every_document_is_saved_under_a_name_that_says_what_it_is(
    world: World, office: Office, invoices: tuple[Invoice, ...], tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    folder = tmp_path / "new" / "folder"
    result = office.documents.save_all(
        world.contract_id, invoices, folder, lambda *now: told.append(now), never
    )
    assert (result.written, result.missing, result.cancelled) == (12, (), False)
    names = sorted(path.name for path in folder.iterdir())
    assert names[0] == "Factura A-1-000 2023-01.pdf"
    assert len(names) == 12
    newest = folder / files.file_name(invoices[0])
    assert newest.read_bytes() == office.documents.read(world.contract_id, ref_of(invoices[0]))
    assert told[0] == (0, 12) and told[-1] == (12, 12)


def test_saving_twice_makes_no_second_copy_and_overwrites_nothing(
    world: World, office: Office, invoices: tuple[Invoice, ...], tmp_path: Path
) -> None:
    mine = tmp_path / files.file_name(invoices[0])
    mine.write_bytes(b"notes of my own")
    for _ in range(2):
        result = office.documents.save_all(world.contract_id, invoices[:1], tmp_path, quiet, never)
        assert result.written == 1
    assert mine.read_bytes() == b"notes of my own"
    copy = mine.with_stem(f"{mine.stem} (2)")
    assert copy.read_bytes().startswith(b"%PDF")
    assert len([p for p in tmp_path.iterdir() if p.suffix in (".pdf", ".part")]) == 2


def test_what_has_no_document_or_none_to_be_had_is_named(
    world: World, office: Office, invoices: tuple[Invoice, ...], tmp_path: Path
) -> None:
    without = replace(invoices[0], document=None)
    broken = replace(invoices[1], document=replace(ref_of(invoices[1]), sha256="0" * 64))
    chosen = (without, broken, invoices[2])
    result = office.documents.save_all(world.contract_id, chosen, tmp_path / "x", quiet, never)
    assert result.written == 1
    assert result.missing == (without.number, broken.number)


def test_without_a_network_what_is_kept_is_saved_all_the_same(
    world: World, office: Office, invoices: tuple[Invoice, ...], tmp_path: Path
) -> None:
    forget_documents(office)
    office.documents.read(world.contract_id, ref_of(invoices[3]))
    office.session.client.close()
    result = office.documents.save_all(world.contract_id, invoices, tmp_path / "x", quiet, never)
    assert result.written == 1
    assert len(result.missing) == 11


def test_saving_stops_when_it_is_cancelled(
    world: World, office: Office, invoices: tuple[Invoice, ...], tmp_path: Path
) -> None:
    enough = threading.Event()

    def progress(done: int, _total: int) -> None:
        if done == 3:
            enough.set()

    result = office.documents.save_all(
        world.contract_id, invoices, tmp_path / "x", progress, enough.is_set
    )
    assert (result.written, result.cancelled) == (3, True)
    assert len(list((tmp_path / "x").iterdir())) == 3


def test_keeping_fetches_what_is_missing_and_no_more(
    world: World, office: Office, invoices: tuple[Invoice, ...]
) -> None:
    forget_documents(office)
    office.documents.read(world.contract_id, ref_of(invoices[0]))
    assert office.documents.keep(quiet, never, at_most=2) == 2
    kept = office.invoices.book(world.contract_id).cached_documents
    assert kept == {ref_of(invoice).sha256 for invoice in invoices[:3]}
    assert office.documents.keep(quiet, never) == 9
    assert office.documents.keep(quiet, never) == 0
    assert office.documents.keep(quiet, lambda: True) == 0


def test_keeping_ends_where_its_share_of_the_disk_does(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_documents(office)
    monkeypatch.setattr("desktop.services.documents.documents.KEPT_BYTES", 100)
    assert office.documents.keep(quiet, never) == 2  # of 44 bytes each


def test_a_file_that_the_person_chose_is_overwritten_whole(tmp_path: Path) -> None:
    path = tmp_path / "mine.pdf"
    path.write_bytes(b"old and longer")
    files.replace(path, b"%PDF new")
    assert path.read_bytes() == b"%PDF new"
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("A-88", "Factura A-88 2026-03.pdf"),
        ("A/88:x", "Factura A-88-x 2026-03.pdf"),
        ("../../etc/passwd", "Factura etc-passwd 2026-03.pdf"),
        ('<b>"?*|', "Factura b 2026-03.pdf"),
        ("CON", "Factura CON 2026-03.pdf"),
        ("a\x00\x1f\nb", "Factura a-b 2026-03.pdf"),
        ("  .. ", "Factura 5 2026-03.pdf"),
        ("9" * 500, f"Factura {'9' * 120} 2026-03.pdf"),
    ],
)
def test_a_file_name_is_one_that_windows_takes(number: str, expected: str) -> None:
    invoice = replace(SAMPLE, number=number, id="5", issue_date=date(2026, 3, 1))
    assert files.file_name(invoice) == expected


def test_a_credit_note_is_not_called_an_invoice() -> None:
    note = replace(SAMPLE, kind=InvoiceKind.CREDIT_NOTE)
    assert files.file_name(note).startswith("Nota de crédito ")


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, Code.DISK_FULL), (errno.EIO, Code.FILE_NOT_WRITTEN)],
)
def test_a_file_that_cannot_be_written_whole_is_not_left_in_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: Code
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(number, "no")  # where file systems that allocate late say it

    (tmp_path / "old.pdf").write_bytes(b"old")
    monkeypatch.setattr("os.fsync", full)
    for work in (
        lambda: files.put(tmp_path, "a.pdf", b"%PDF"),
        lambda: files.replace(tmp_path / "old.pdf", b"%PDF"),
    ):
        with pytest.raises(StoreError) as caught:
            work()
        assert caught.value.code is code
    monkeypatch.undo()
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["old.pdf"]
    assert (tmp_path / "old.pdf").read_bytes() == b"old"


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert code_of(lambda: files.put(tmp_path / "file", "a.pdf", b"x")) is Code.FILE_NOT_WRITTEN
