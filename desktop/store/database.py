"""One encrypted SQLite file: opening it, its transactions, and its failures in our own words."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from desktop.domain.errors import Code, StoreError

KEY_BYTES = 32
PAGE_BYTES = 8192  # every page is sealed: half as many seals make a first sync a sixth faster
_PLAIN_HEADER = b"SQLite format 3\x00"
_SETTINGS = (
    f"PRAGMA cipher_page_size={PAGE_BYTES}",  # first: nothing can be read before it is known
    "PRAGMA journal_mode=WAL",
    # A power cut may take the last commits of a mirror back, never half of one.
    "PRAGMA synchronous=NORMAL",
    # A first sync writes the same index pages with each page of the feed; a longer log writes
    # them to the file four times less often.
    "PRAGMA wal_autocheckpoint=4000",
    # Kibibytes of each connection; more of it made nothing faster.
    "PRAGMA cache_size=-2000",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA secure_delete=ON",
    "PRAGMA cell_size_check=ON",
)
_CODES = {
    "SQLITE_FULL": Code.DISK_FULL,
    "SQLITE_NOTADB": Code.STORE_CORRUPT,
    "SQLITE_CORRUPT": Code.STORE_CORRUPT,
    "SQLITE_IOERR_SHORT_READ": Code.STORE_CORRUPT,
    "SQLITE_IOERR": Code.DISK_FAILED,
    "SQLITE_BUSY": Code.STORE_BUSY,
    "SQLITE_LOCKED": Code.STORE_BUSY,
    "SQLITE_CANTOPEN": Code.FILE_NOT_WRITTEN,
    "SQLITE_READONLY": Code.FILE_NOT_WRITTEN,
    "SQLITE_PERM": Code.FILE_NOT_WRITTEN,
}


class Database:
    """An encrypted file at `path` under a raw 256-bit `key`; threads may share it.

    It refuses to work unencrypted (`StoreError(STORE_UNENCRYPTED)`), whatever `driver` (a DB-API
    module) is put in. `on_corrupt` hears of every damage found, on the thread that found it.
    """

    def __init__(
        self,
        path: Path,
        key: bytes,
        *,
        driver: Any = sqlcipher3.dbapi2,
        on_corrupt: Callable[[], None] = lambda: None,
        durable: bool = False,
    ) -> None:
        """`durable` files lose nothing that was committed, even when the power is cut."""
        if len(key) != KEY_BYTES:
            raise ValueError(f"a key has {KEY_BYTES} bytes")
        if os.fspath(path).startswith(("\\\\", "//")):
            # WAL keeps an index in memory that only one machine sees.
            raise StoreError(Code.FILE_NOT_WRITTEN, detail="network path")
        self.path = path
        self._key = key
        self._driver = driver
        self._on_corrupt = on_corrupt
        self._settings = (*_SETTINGS, "PRAGMA synchronous=FULL") if durable else _SETTINGS
        self._engine: Engine | None = None

    def open(self, create: Callable[[Connection], None]) -> None:
        """Open the file and let `create` make or check the schema in one transaction.

        Raises `StoreError` where the file is plain, damaged or under another key.
        """
        _refuse_plain(self.path)
        self._engine = create_engine(
            "sqlite://",
            module=self._driver,
            creator=self._connect,
            poolclass=QueuePool,
            pool_size=4,
            max_overflow=6,
            hide_parameters=True,  # a message must not carry what a row says
        )
        event.listen(self._engine, "begin", _begin)
        try:
            with self.write() as connection:
                create(connection)
            _refuse_plain(self.path)
            self._prove_that_the_key_matters()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close every idle connection; idempotent."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one moment of the file and holds nobody up."""
        with self._translated(), self._opened().connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """The one writing transaction; committed at the end, rolled back on any exception."""
        with self._translated(), self._opened().connect() as connection:
            connection = connection.execution_options(begin="BEGIN IMMEDIATE")
            with connection.begin():
                yield connection

    def check(self) -> None:
        """Verify the seal of every page of the file; raises `StoreError(STORE_CORRUPT)`."""
        with self.read() as connection:
            damage = connection.exec_driver_sql("PRAGMA cipher_integrity_check").first()
        if damage is not None:
            self._on_corrupt()
            raise StoreError(Code.STORE_CORRUPT, detail=str(damage[0]))

    def copy_to(self, path: Path) -> None:
        """Write everything committed into a new file under the same key, as of one moment."""
        with self._translated():
            connection = self._connect()
            try:
                # The new file takes the default, and would be unreadable with another than ours.
                connection.execute(f"PRAGMA cipher_default_page_size={PAGE_BYTES}")
                connection.execute("VACUUM INTO ?", (os.fspath(path),))
            finally:
                connection.close()

    def _opened(self) -> Engine:
        if self._engine is None:
            raise RuntimeError("the database is closed")
        return self._engine

    def _connect(self) -> Any:
        connection = self._driver.connect(
            os.fspath(self.path), isolation_level=None, check_same_thread=False
        )
        try:
            # Its notes on a wrong key go to stderr, where nobody can use them.
            connection.execute("PRAGMA cipher_log_level=NONE")
            version = connection.execute("PRAGMA cipher_version").fetchone()
            if version is None or not version[0]:
                raise StoreError(Code.STORE_UNENCRYPTED, detail="the driver cannot encrypt")
            connection.execute(f"PRAGMA key=\"x'{self._key.hex()}'\"")
            for setting in self._settings:
                connection.execute(setting)
        except BaseException:
            connection.close()
            raise
        return connection

    def _prove_that_the_key_matters(self) -> None:
        other = bytes(byte ^ 0xFF for byte in self._key)
        connection = self._driver.connect(os.fspath(self.path), isolation_level=None)
        try:
            connection.execute(f"PRAGMA key=\"x'{other.hex()}'\"")
            connection.execute("SELECT count(*) FROM sqlite_schema")
        except self._driver.DatabaseError as error:
            if error.sqlite_errorname != "SQLITE_NOTADB":
                raise
        else:
            raise StoreError(Code.STORE_UNENCRYPTED, detail="any key opens the file")
        finally:
            connection.close()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            failure = _failure(error.orig)
            if failure is None:
                raise
            if failure.code is Code.STORE_CORRUPT:
                self._on_corrupt()
            raise failure from error
        except self._driver.Error as error:  # from `_connect`, which SQLAlchemy does not wrap
            failure = _failure(error)
            if failure is None:
                raise
            if failure.code is Code.STORE_CORRUPT:
                self._on_corrupt()
            raise failure from error


def _begin(connection: Connection) -> None:
    # The driver's own BEGIN comes too late for reads: two of them could see two moments.
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _failure(error: BaseException | None) -> StoreError | None:
    name = str(getattr(error, "sqlite_errorname", None) or "")
    primary = "_".join(name.split("_")[:2])
    code = _CODES.get(name) or _CODES.get(primary)
    return None if code is None else StoreError(code, detail=name)


def _refuse_plain(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(len(_PLAIN_HEADER))
    except FileNotFoundError:
        return
    except IsADirectoryError as error:
        raise StoreError(Code.STORE_CORRUPT, detail="a folder stands in the way") from error
    except OSError as error:
        raise StoreError(Code.FILE_NOT_WRITTEN, detail=type(error).__name__) from error
    if header == _PLAIN_HEADER:
        raise StoreError(Code.STORE_UNENCRYPTED, detail="the file is not encrypted")
