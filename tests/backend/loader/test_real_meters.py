"""105 real water meters become a second utility, and each opens with its real readings."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from httpx import Client

from backend.loader.command import main
from tests.support.backend import running_backend, settings_for

DATA = Path(__file__).parents[4] / "shared" / "data" / "water-meters-viet-tri.csv"
MAPPING = "water_meters_viet_tri.toml"


@pytest.mark.skipif(not DATA.exists(), reason=f"the open data set is not at {DATA}")
def test_each_of_the_real_meters_opens_with_its_real_readings(tmp_path: Path) -> None:
    with DATA.open(encoding="utf-8", newline="") as file:
        real = {row["meter_id"]: row for row in csv.DictReader(file)}
    assert len(real) == 105
    people = tmp_path / "customers.csv"
    people.write_text(
        "customer,name,username,password\nINSPECTOR,Inspector,inspector,clave-larga\n", "utf-8"
    )
    url = f"sqlite:///{tmp_path / 'water.db'}"
    assert main(["--database", url, "--map", MAPPING, str(DATA), str(people)]) == 0

    seen = 0
    with (
        running_backend(tmp_path, settings_for(url)) as server,
        Client(base_url=server.url) as http,
    ):
        assert http.get("/v1/utility").json()["zone"] == "Asia/Ho_Chi_Minh"
        signed = http.post(
            "/v1/session",
            json={"username": "inspector", "password": "clave-larga", "device": "test"},
        ).json()
        http.headers["Authorization"] = f"Bearer {signed['access_token']}"
        for scope in http.get("/v1/me").json()["scopes"]:
            if scope["kind"] != "contract":
                continue
            page = http.get(f"/v1/scopes/{scope['scope']}/changes").json()
            bodies = defaultdict(list)
            for change in page["changes"]:
                bodies[change["k"]].append(change["body"])
            (contract,), (meter,) = bodies["contract"], bodies["meter"]
            row = real[meter["serial"]]
            first, second = sorted(bodies["reading"], key=lambda r: r["read_at"])
            assert contract["number"] == row["meter_id"]
            assert contract["service"] == "water"
            assert contract["address"] == f"{row['lat']}, {row['lon']}"
            assert meter["registers"][0]["unit"] == "m³"
            assert (first["value"], second["value"]) == (row["read_old"], row["read_new"])
            used = Decimal(row["read_new"]) - Decimal(row["read_old"])
            assert (first["consumption"], second["consumption"]) == (None, f"{used}")
            assert (first["quality"], second["days"]) == ("real", 30)
            # Noon in Việt Trì is five in the morning in Greenwich.
            assert first["read_at"] == datetime(2020, 11, 1, 5, tzinfo=UTC).strftime(
                "%Y-%m-%dT%H:%M:%SZ"
            )
            seen += 1
    assert seen == 105
