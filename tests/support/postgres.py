"""A PostgreSQL for tests: the one in `OFICINA_TEST_POSTGRES`, or a throwaway cluster."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import make_url


class NoPostgresError(Exception):
    """There is no server to use and none that could be started."""


class Postgres:
    """A server; `base_url` reaches its maintenance database. Makes and drops databases."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._binaries: Path | None = None
        given = os.environ.get("OFICINA_TEST_POSTGRES")
        self.base_url = given or self._start()

    def create(self, name: str, template: str = "template1") -> str:
        """A database that is a copy of `template`; returns its URL."""
        self._execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        url = make_url(self.base_url).set(database=name)
        return url.render_as_string(hide_password=False)

    def drop(self, name: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self._execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )

    def stop(self) -> None:
        """End the server if it was started here, and remove its files."""
        if self._folder is not None and self._binaries is not None:
            _run(self._binaries / "pg_ctl", "-D", str(self._folder / "data"), "-m", "fast", "stop")
            shutil.rmtree(self._folder)

    def _execute(self, statement: sql.Composed) -> None:
        url = make_url(self.base_url).set(drivername="postgresql")
        dsn = url.render_as_string(hide_password=False)
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute(statement)

    def _start(self) -> str:
        self._binaries = _installed()
        # Its own folder, not pytest's: the postgres user must be able to walk to it.
        self._folder = Path(tempfile.mkdtemp(prefix="oficina-postgres-"))
        if os.getuid() == 0:
            shutil.chown(self._folder, "postgres", "postgres")
        data = str(self._folder / "data")
        options = ("-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
        _run(self._binaries / "initdb", "-D", data, *options)
        port = _free_port()
        settings = (
            f"-p {port} -k {self._folder} -c listen_addresses=127.0.0.1 -c fsync=off "
            "-c synchronous_commit=off -c full_page_writes=off -c max_connections=200"
        )
        log = str(self._folder / "log")
        _run(self._binaries / "pg_ctl", "-w", "-D", data, "-l", log, "-o", settings, "start")
        return f"postgresql://postgres@127.0.0.1:{port}/postgres"


def _installed() -> Path:
    on_path = shutil.which("initdb")
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    if on_path:
        folders.append(Path(on_path).parent)
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise NoPostgresError("set OFICINA_TEST_POSTGRES, or install postgresql")


def _version(folder: Path) -> int:
    return int(folder.parent.name) if folder.parent.name.isdigit() else 0


def _run(program: Path, *arguments: str) -> None:
    # initdb refuses to run as root.
    prefix = ("runuser", "-u", "postgres", "--") if os.getuid() == 0 else ()
    subprocess.run(
        [*prefix, str(program), *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
