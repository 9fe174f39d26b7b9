"""`python -m backend load`: a utility's files into its database.

Exit status: 0 all rows were loaded, 1 some were refused, 2 nothing could be used.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy.exc import ArgumentError, OperationalError

from backend.database import Database
from backend.loader.load import Job, UnusableError, load, manner_of
from backend.loader.mapping import (
    MappingError,
    MappingFile,
    Origin,
    Reading,
    from_options,
    plain,
    read_mapping,
    table_of_name,
)
from backend.loader.profile import ProfileError, read_profile
from backend.loader.progress import Bar
from backend.loader.report import Report
from backend.loader.sources import Sheet, SourceError, open_sheets
from backend.loader.tables import BY_NAME, TABLES
from backend.loader.write.batch import Counts
from backend.loader.writer import Writer
from backend.migrations import upgrade

ALL_GOOD, SOME_REFUSED, NOTHING_USABLE = 0, 1, 2

_SHIPPED = Path(__file__).with_name("mappings")


def main(argv: Sequence[str]) -> int:
    """Load the files; the exit status is described above."""
    arguments = _parser().parse_args(argv)
    try:
        return _run(arguments)
    except (ProfileError, MappingError, SourceError) as error:
        sys.stderr.write(f"{error}\n")
    except KeyboardInterrupt:
        sys.stderr.write("interrupted: load the same files again to go on\n")
    except ArgumentError:
        sys.stderr.write(f"{arguments.database} is no address of a database\n")
    except (OperationalError, OSError) as error:
        reason = error.orig if isinstance(error, OperationalError) else error
        sys.stderr.write(f"{reason}\n")
    return NOTHING_USABLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m backend load", description=main.__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="CSV or XLSX")
    parser.add_argument(
        "--database",
        default="sqlite:///oficina.db",
        metavar="URL",
        help="sqlite:///FILE or postgresql://... (default: %(default)s)",
    )
    parser.add_argument("--profile", type=Path, metavar="FILE", help="TOML with [utility]")
    parser.add_argument(
        "--table", choices=list(BY_NAME), help="the table, where no file name tells it"
    )
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="MAP",
        help="FILE.toml, or TABLE.COLUMN=NAME, or TABLE.COLUMN==CONSTANT; may be repeated",
    )
    parser.add_argument("--decimal", choices=[",", "."], help="the decimal mark of the files")
    parser.add_argument("--report", type=Path, metavar="FILE", help="refused rows as CSV")
    parser.add_argument("--dry-run", action="store_true", help="check everything, keep nothing")
    return parser


def _run(arguments: argparse.Namespace) -> int:
    mapping, extra = _mappings(arguments.map)
    profile = read_profile(arguments.profile) if arguments.profile else mapping.profile
    with ExitStack() as stack:
        report = stack.enter_context(Report(sys.stderr, arguments.report))
        sheets = [s for p in arguments.files for s in stack.enter_context(open_sheets(p))]
        jobs = _jobs(sheets, mapping, extra, arguments.table, report)
        database = Database(arguments.database)
        stack.callback(database.close)
        upgrade(database)
        writer = Writer(database, report.refuse, dry_run=arguments.dry_run)
        stack.callback(writer.close)
        if profile:
            writer.set_utility(profile)
        zone = writer.zone
        for job in jobs:
            bar = report.bar = Bar(sys.stderr, job.sheet.name, "rows")
            with bar:
                load(
                    job,
                    writer,
                    manner_of(job.sheet, zone, arguments.decimal),
                    report.refuse,
                    lambda done, job=job, bar=bar: bar.show(  # type: ignore[misc]
                        job.sheet.done(), job.sheet.total, done
                    ),
                )
        if any(writer.counts[name] != Counts() for name in ("invoices", "lines")):
            for words in writer.unbalanced():
                report.doubt(words)
        report.sums(writer.counts, dry_run=arguments.dry_run)
    kept = sum(writer.counts.values(), Counts())
    if not kept.created + kept.updated + kept.unchanged:
        return NOTHING_USABLE
    return SOME_REFUSED if report.is_unhappy else ALL_GOOD


def _mappings(options: Sequence[str]) -> tuple[MappingFile, dict[str, dict[str, Origin]]]:
    """The mapping file, if one is given, and the columns that are mapped one by one."""
    files = [option for option in options if option.endswith(".toml") and "=" not in option]
    if len(files) > 1:
        raise MappingError("give one mapping file")
    extra = from_options([option for option in options if option not in files])
    if not files:
        return MappingFile(), extra
    path = Path(files[0])
    shipped = _SHIPPED / path.name
    return read_mapping(shipped if not path.exists() and shipped.exists() else path), extra


def _jobs(
    sheets: Sequence[Sheet],
    mapping: MappingFile,
    extra: dict[str, dict[str, Origin]],
    table: str | None,
    report: Report,
) -> list[Job]:
    """What is to be loaded, in the order of the tables; what cannot be is reported."""
    jobs: list[Job] = []
    for sheet in sheets:
        try:
            job = Job(sheet, _readings(sheet, mapping, extra, table))
            unused = job.check()
        except UnusableError as error:
            report.skip(sheet.name, str(error))
            continue
        if unused:
            report.say(f"{sheet.name}: not used: {', '.join(unused)}")
        jobs.append(job)
    return sorted(jobs, key=_order)


def _order(job: Job) -> tuple[int, int]:
    """Tables as they refer to each other; of two sheets with customers, first the one that has
    nothing else, for the contracts of the other may name its users."""
    tables = [TABLES.index(reading.table) for reading in job.readings]
    return min(tables), max(tables)


def _readings(
    sheet: Sheet, mapping: MappingFile, extra: dict[str, dict[str, Origin]], table: str | None
) -> tuple[Reading, ...]:
    if mapped := mapping.readings(sheet.name, sheet.hint):
        return mapped
    chosen = BY_NAME[table] if table else table_of_name(sheet.hint)
    if chosen is None:
        raise UnusableError(f"does not say which table it is: --table {'|'.join(BY_NAME)}")
    return (plain(chosen, sheet.header, extra.get(chosen.name, {})),)
