"""A reader of the feed that keeps a mirror and proves it, as a client does."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from backend.database import Database
from backend.feed.read import page


class Mirror:
    """Entities of one scope by (kind, id), with the token that goes with them."""

    def __init__(self, database: Database, scope_id: int, limit: int = 1000) -> None:
        self._database = database
        self._scope_id = scope_id
        self._limit = limit
        self.token: str | None = None
        self.rows: dict[tuple[str, str], dict[str, Any]] = {}
        self.numbers: list[int] = []
        self.head = 0
        self.count = 0
        self.digest = ""

    def step(self) -> bool:
        """Take one page; whether there is more."""
        with self._database.reading() as session:
            content = page(session, self._scope_id, self.token, self._limit).content
        answer = json.loads(content)
        for change in answer["changes"]:
            self.numbers.append(change["seq"])
            key = (change["k"], change["id"])
            if change.get("deleted"):
                self.rows.pop(key, None)
            else:
                self.rows[key] = change
        self.token = answer["next"]
        if not answer["more"]:
            self.head, self.count, self.digest = answer["seq"], answer["count"], answer["digest"]
        return bool(answer["more"])

    def pull(self) -> Mirror:
        """Take pages until the last one."""
        while self.step():
            pass
        return self

    def is_proven(self) -> bool:
        """Whether the mirror adds up to what the last page said. Written anew here, after
        docs/protocol.md and not after the backend's code."""
        keys = sorted(self.rows, key=lambda key: (key[0].encode(), key[1].encode()))
        lines = "".join(f"{kind}:{id_}:{self.rows[kind, id_]['seq']}\n" for kind, id_ in keys)
        digest = "sha256:" + hashlib.sha256(lines.encode()).hexdigest()
        return (self.count, self.digest) == (len(self.rows), digest)

    def body(self, kind: str, id_: int) -> dict[str, Any]:
        """Body of an entity."""
        body: dict[str, Any] = self.rows[kind, str(id_)]["body"]
        return body
