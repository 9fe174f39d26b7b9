"""`python -m backend care`: what an operator does to the change feed, and each night."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from backend.blobs.repository import forget_abandoned
from backend.database import Database
from backend.feed.care import audit, bump_epoch, purge_tombstones
from backend.migrations import upgrade


def main(argv: Sequence[str]) -> int:
    """Do one thing and say what it did; 0 unless the arguments are wrong."""
    parser = argparse.ArgumentParser(prog="python -m backend care", description=__doc__)
    parser.add_argument("--database", required=True, metavar="URL")
    act = parser.add_mutually_exclusive_group(required=True)
    act.add_argument(
        "--new-epoch", action="store_true", help="after a restore: make every client read anew"
    )
    act.add_argument(
        "--purge", type=_day, metavar="DATE", help="forget deletions made before DATE (UTC)"
    )
    act.add_argument(
        "--uploads",
        type=_day,
        metavar="DATE",
        help="forget attachments that were begun before DATE (UTC) and never completed",
    )
    act.add_argument(
        "--audit", action="store_true", help="publish what was written past the service"
    )
    act.add_argument(
        "--agreements",
        action="store_true",
        help="each night: mark overdue instalments, break agreements",
    )
    arguments = parser.parse_args(argv)
    database = Database(arguments.database)
    try:
        upgrade(database)
        with database.writing() as session:
            if arguments.new_epoch:
                said = f"epoch {bump_epoch(session)}"
            elif arguments.purge is not None:
                said = f"{purge_tombstones(session, arguments.purge)} deletions forgotten"
            elif arguments.uploads is not None:
                said = f"{forget_abandoned(session, arguments.uploads)} uploads forgotten"
            elif arguments.agreements:
                said = f"{_agreements(session)} agreements changed"
            else:
                said = f"{audit(session)} changes had been missed"
    finally:
        database.close()
    sys.stdout.write(said + "\n")
    return 0


def _agreements(session: Session) -> int:
    from backend.agreements.calendar import today_of
    from backend.agreements.office import night

    changed: int = night(session, today_of(session, datetime.now(UTC)))["changed"]
    return changed


def _day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
