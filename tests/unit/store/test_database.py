"""The encrypted file: never plain, never torn between two writers, silent about wrong keys."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from desktop.domain.errors import Code, StoreError
from desktop.store.database import Database
from tests.support.stores import KEY, OTHER_KEY


def create(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS t(n INTEGER)")
    if connection.exec_driver_sql("SELECT count(*) FROM t").scalar_one() == 0:
        connection.exec_driver_sql("INSERT INTO t VALUES(0)")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = Database(path, KEY)
    database.open(create)
    yield database
    database.close()


def value(database: Database) -> int:
    with database.read() as connection:
        return int(connection.exec_driver_sql("SELECT n FROM t").scalar_one())


def test_the_file_is_not_sqlite_to_anyone_without_the_key(database: Database, path: Path) -> None:
    assert not path.read_bytes().startswith(b"SQLite format 3")
    plain = sqlite3.connect(path)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        plain.execute("SELECT * FROM t")
    plain.close()


def test_a_wrong_key_is_told_apart_and_nothing_goes_to_stderr(
    database: Database, path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    database.close()
    found: list[str] = []
    with pytest.raises(StoreError) as caught:
        Database(path, OTHER_KEY, on_corrupt=lambda: found.append("corrupt")).open(create)
    assert caught.value.code is Code.STORE_CORRUPT
    assert found == ["corrupt"]
    assert capfd.readouterr() == ("", "")


def test_a_driver_that_cannot_encrypt_is_refused(path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        Database(path, KEY, driver=sqlite3).open(create)
    assert caught.value.code is Code.STORE_UNENCRYPTED
    assert not path.exists() or path.stat().st_size == 0


def test_a_driver_that_only_claims_to_encrypt_is_refused(path: Path) -> None:
    class Pretender(sqlite3.Connection):
        def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:
            if sql == "PRAGMA cipher_version":
                sql = "SELECT '4.19.0'"
            return super().execute(sql, *parameters)  # type: ignore[arg-type]

    class Module:
        Error = sqlite3.Error
        DatabaseError = sqlite3.DatabaseError
        sqlite_version_info = sqlite3.sqlite_version_info
        paramstyle = sqlite3.paramstyle

        def __getattr__(self, name: str) -> object:
            return getattr(sqlite3, name)

        def connect(self, *arguments: object, **options: object) -> sqlite3.Connection:
            return sqlite3.connect(*arguments, factory=Pretender, **options)  # type: ignore[call-overload, no-any-return]

    with pytest.raises(StoreError) as caught:
        Database(path, KEY, driver=Module()).open(create)
    assert caught.value.code is Code.STORE_UNENCRYPTED


def test_a_plain_file_is_refused_and_left_alone(path: Path) -> None:
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE t(n)")
    plain.close()
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        Database(path, KEY).open(create)
    assert caught.value.code is Code.STORE_UNENCRYPTED
    assert path.read_bytes() == before


@pytest.mark.parametrize("network", [r"\\server\share\a.db", "//server/share/a.db"])
def test_a_network_path_is_refused(network: str) -> None:
    with pytest.raises(StoreError) as caught:
        Database(Path(network), KEY)
    assert caught.value.code is Code.FILE_NOT_WRITTEN


def test_a_short_key_is_a_bug(path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Database(path, b"short")


@pytest.mark.parametrize(
    ("pragma", "expected"),
    [
        ("page_size", 8192),
        ("journal_mode", "wal"),
        ("synchronous", 1),
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
        ("trusted_schema", 0),
        ("secure_delete", 1),
        ("cell_size_check", 1),
        ("temp_store", 0),  # the build keeps temporary data in memory unless told otherwise
        ("mmap_size", 0),
    ],
)
def test_every_connection_has_our_settings(
    database: Database, pragma: str, expected: object
) -> None:
    with database.read() as one, database.read() as other:
        for connection in (one, other):
            found = connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
            assert str(found) == str(expected)


def test_threads_that_read_and_write_lose_nothing(database: Database) -> None:
    def increment(_: int) -> None:
        with database.write() as connection:
            n = connection.exec_driver_sql("SELECT n FROM t").scalar_one()
            connection.exec_driver_sql("UPDATE t SET n = ?", (n + 1,))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(increment, range(400)))
    assert value(database) == 400


def test_a_reader_sees_one_moment_and_waits_for_nobody(database: Database) -> None:
    with database.read() as reader:
        assert reader.exec_driver_sql("SELECT n FROM t").scalar_one() == 0
        with database.write() as writer:
            writer.exec_driver_sql("UPDATE t SET n = 7")
            assert reader.exec_driver_sql("SELECT n FROM t").scalar_one() == 0
        assert reader.exec_driver_sql("SELECT n FROM t").scalar_one() == 0
    assert value(database) == 7


def test_an_exception_takes_everything_back_even_the_schema(database: Database) -> None:
    def half() -> None:
        with database.write() as connection:
            connection.exec_driver_sql("UPDATE t SET n = 9")
            connection.exec_driver_sql("CREATE TABLE half(n)")
            connection.exec_driver_sql("PRAGMA user_version=9")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert value(database) == 0
    with database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == 0
        names = connection.exec_driver_sql("SELECT name FROM sqlite_schema").scalars().all()
    assert names == ["t"]


@pytest.mark.fault(40, "X")
def test_a_file_that_another_program_holds_is_busy(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "desktop.store.database._SETTINGS",
        ("PRAGMA cipher_page_size=8192", "PRAGMA busy_timeout=0"),
    )
    one, other = Database(path, KEY), Database(path, KEY)
    one.open(create)
    other.open(create)
    with one.write(), pytest.raises(StoreError) as caught, other.write():
        raise AssertionError("two writers at once")
    assert caught.value.code is Code.STORE_BUSY
    one.close()
    other.close()


def test_our_own_mistakes_are_not_turned_into_failures_of_the_world(database: Database) -> None:
    wrong = pytest.raises(OperationalError, match="no such table")
    with wrong as caught, database.read() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere WHERE n = ?", ("secret",))
    assert "secret" not in str(caught.value)


def test_a_closed_database_says_so(database: Database) -> None:
    database.close()
    database.close()
    with pytest.raises(RuntimeError, match="closed"):
        value(database)
