"""Files in a folder that the person chose: names that every system takes, nothing overwritten."""

from __future__ import annotations

import errno
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.domain.errors import Code, StoreError
from desktop.domain.invoices import Invoice, InvoiceKind

_WORDS = {
    InvoiceKind.INVOICE: "Factura",
    InvoiceKind.CREDIT_NOTE: "Nota de crédito",
    InvoiceKind.DEBIT_NOTE: "Nota de débito",
}
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_LONGEST = 120  # characters of a number or date that a server may put in a name
_FULL = {errno.ENOSPC, errno.EDQUOT}


def file_name(invoice: Invoice) -> str:
    """`Factura A-1234 2026-05.pdf`, with nothing in it that Windows or a shell would mind."""
    number = safe(invoice.number) or safe(invoice.id)
    return f"{_WORDS[invoice.kind]} {number} {invoice.issue_date:%Y-%m}.pdf"


def safe(part: str) -> str:
    """`part` of a file's name without what a system would not take: '../A/12' is 'A-12'."""
    return _NOT_IN_NAMES.sub("-", part).strip(" .-")[:_LONGEST]


def put(folder: Path, name: str, content: bytes) -> Path:
    """Write `content` under `name` whole or not at all; the path it has then.

    The same bytes under that name are left alone; other bytes make it `name (2)`. Raises
    `StoreError` with DISK_FULL or FILE_NOT_WRITTEN.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f".{secrets.token_hex(8)}.part"
        try:
            _write(part, content)
            return _place(part, folder / name, content)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise _failure(error) from error


def replace(path: Path, content: bytes) -> None:
    """Write `content` to exactly `path`, which the person agreed to overwrite."""
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        try:
            _write(part, content)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise _failure(error) from error


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside `path` to write into, which takes its place when the block ends well, and is
    gone otherwise. Raises as `replace`."""
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        try:
            yield part
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise _failure(error) from error


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _place(part: Path, wanted: Path, content: bytes) -> Path:
    count = 1
    path = wanted
    while True:
        # Claimed first, as a rename would overwrite what another program puts there meanwhile.
        with suppress(FileExistsError):
            path.open("xb").close()
            part.replace(path)
            return path
        if _holds(path, content):
            return path
        count += 1
        path = wanted.with_stem(f"{wanted.stem} ({count})")


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _failure(error: OSError) -> StoreError:
    code = Code.DISK_FULL if error.errno in _FULL else Code.FILE_NOT_WRITTEN
    return StoreError(code, detail=error.strerror or type(error).__name__)
