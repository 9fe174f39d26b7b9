"""The demonstration lets its customers read their own meters."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import pytest
from httpx import Client

from backend.clock import iso
from tests.backend.demo.conftest import SMALL
from tests.support.backend import MovableClock, RunningBackend, running_backend, settings_for


@pytest.fixture
def server(demo_file: Path, tmp_path: Path) -> Iterator[RunningBackend]:
    copy = tmp_path / "demo.sqlite"
    shutil.copyfile(demo_file, copy)
    clock = MovableClock(SMALL.start)
    with running_backend(tmp_path, settings_for(f"sqlite:///{copy}"), clock) as running:
        yield running


def bodies(http: Client, scope: str, kind: str) -> list[dict[str, Any]]:
    changes = http.get(f"/v1/scopes/{scope}/changes?limit=1000").json()["changes"]
    return [change["body"] for change in changes if change["k"] == kind]


def test_the_household_gives_a_reading_after_four_estimates(server: RunningBackend) -> None:
    with Client(base_url=server.url) as http:
        form = {"username": "demo", "password": "demo-1234", "device": "pc"}
        token = http.post("/v1/session", json=form).json()["access_token"]
        http.headers["Authorization"] = f"Bearer {token}"
        scopes = [s["scope"] for s in http.get("/v1/me").json()["scopes"] if s["alias"] == "Casa"]
        (home,) = scopes
        (meter,) = bodies(http, home, "meter")
        readings = sorted(bodies(http, home, "reading"), key=lambda r: r["read_at"])
        last = int(readings[-1]["value"])

        def send(value: int) -> dict[str, Any]:
            (register,) = meter["registers"]
            payload = {
                "meter_id": meter["id"],
                "values": [{"register_id": register["id"], "value": f"{value:05}"}],
                "read_at": iso((SMALL.start - timedelta(minutes=5)).astimezone(UTC)),
            }
            body = {"kind": "self_reading", "schema": 1, "scope": home, "payload": payload}
            answer = http.put(
                f"/v1/submissions/{uuid.uuid4()}", json=body | {"created_at": iso(SMALL.start)}
            )
            told: dict[str, Any] = answer.json()
            return told

        much = send(last + 5_000)
        assert (much["reason"], much["data"]["needs_photo"]) == ("plausibility", True)
        usual = (int(much["data"]["low"]) + int(much["data"]["high"])) // 2
        told = send(last + usual)
        assert told["state"] == "accepted" and told["result"]["review"] == []
        (mine,) = [r for r in bodies(http, home, "reading") if r["origin_op_id"]]
        assert (mine["value"], mine["origin_op_id"]) == (str(last + usual), told["op_id"])
