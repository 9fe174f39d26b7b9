"""`python -m backend office`: the acts of the back office from a terminal."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import datetime

from pydantic import ValidationError

from backend.clock import Clock
from backend.database import Database
from backend.migrations import upgrade
from backend.office.acts import OfficeRefusedError, acts, do

OPERATOR = "operator"


def main(argv: Sequence[str]) -> int:
    """Do one act and print what became of it as JSON; 1 where it was refused."""
    arguments = vars(_parser().parse_args(argv))
    act = acts()[arguments.pop("act")]
    url, start = arguments.pop("database"), arguments.pop("start")
    try:
        form = act.form.model_validate({k: v for k, v in arguments.items() if v is not None})
    except ValidationError as error:
        for problem in error.errors():
            name = ".".join(str(part) for part in problem["loc"])
            sys.stderr.write(f"--{name.replace('_', '-')}: {problem['msg']}\n")
        return 2
    clock = Clock(start)
    database = Database(url, clock)
    try:
        upgrade(database)
        told = do(database, clock, OPERATOR, act, form)
    except OfficeRefusedError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    finally:
        database.close()
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m backend office", description=__doc__)
    parser.add_argument("--database", required=True, metavar="URL")
    parser.add_argument(
        "--start", type=datetime.fromisoformat, metavar="TIME", help="now is this (ISO 8601)"
    )
    commands = parser.add_subparsers(dest="act", required=True)
    for act in acts().values():
        command = commands.add_parser(act.name, help=act.about)
        for name, field in act.form.model_fields.items():
            option = f"--{name.replace('_', '-')}"
            required = field.is_required()
            command.add_argument(option, dest=name, required=required, help=field.description)
    return parser
