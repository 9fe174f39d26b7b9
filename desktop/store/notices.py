"""Which notices were read, and of which the desktop has been told."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from desktop.store.database import Database
from desktop.store.schema import meta

_NAME = "notices"


@dataclass(frozen=True, slots=True)
class Seen:
    """Ids of notices."""

    read: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()


class NoticeStore:
    """Kept in the mirror's file, encrypted like it; where that has to be begun anew, notices are
    unread again. Methods raise `StoreError`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def seen(self) -> Seen:
        """What is remembered."""
        with self._database.read() as connection:
            kept = connection.execute(select(meta.c.value).where(meta.c.name == _NAME)).scalar()
        if kept is None:
            return Seen()
        fields = json.loads(kept)
        return Seen(frozenset(fields["read"]), frozenset(fields["told"]))

    def keep(self, read: Iterable[str], told: Iterable[str]) -> None:
        """Remember this in place of what was remembered."""
        value = json.dumps({"read": sorted(read), "told": sorted(told)})
        statement = insert(meta).values(name=_NAME, value=value)
        with self._database.write() as connection:
            connection.execute(
                statement.on_conflict_do_update(
                    index_elements=[meta.c.name], set_={"value": statement.excluded.value}
                )
            )
