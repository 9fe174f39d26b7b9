"""`python -m backend reconcile`: hold a bank's daily file against the books."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from backend.banks.adapter import StatementError
from backend.banks.models import Bank
from backend.banks.registry import parser_of
from backend.clock import Clock
from backend.database import Database
from backend.migrations import upgrade
from backend.payments.reconcile import reconcile


def main(argv: Sequence[str]) -> int:
    """Take the file over and print the counts as JSON; 1 where something does not agree."""
    parser = argparse.ArgumentParser(prog="python -m backend reconcile", description=__doc__)
    parser.add_argument("--database", required=True, metavar="URL")
    parser.add_argument("--bank", required=True, metavar="CODE")
    parser.add_argument("--file", required=True, type=Path)
    parser.add_argument("--start", type=datetime.fromisoformat, metavar="TIME", help="now is this")
    arguments = parser.parse_args(argv)
    clock = Clock(arguments.start)
    database = Database(arguments.database, clock)
    try:
        upgrade(database)
        content = arguments.file.read_bytes()
        with database.writing() as session:
            bank = session.scalar(select(Bank).where(Bank.code == arguments.bank))
            if bank is None:
                sys.stderr.write(f"there is no bank {arguments.bank}\n")
                return 2
            told = reconcile(session, clock.now(), bank, list(parser_of(bank.adapter)(content)))
    except (OSError, StatementError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    finally:
        database.close()
    sys.stdout.write(json.dumps(asdict(told), ensure_ascii=False) + "\n")
    return 1 if told.differing or told.missing else 0
