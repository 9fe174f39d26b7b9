"""The office costs nothing until it is used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support.offices import an_office

PROGRAM = """
import sys
from pathlib import Path
from desktop.services.office import Office
from desktop.services.ports import Ports
from desktop.system.clock import SystemClock
from desktop.system.secrets import SystemSecrets

ports = Ports(Path(sys.argv[1]), SystemSecrets(), SystemClock(), "device")
office = Office("https://oficina.example", ports)
office.contracts, office.invoices, office.readings, office.documents, office.search, office.sync
print({"requests", "sqlalchemy", "sqlcipher3", "msgspec", "keyring"} & set(sys.modules))
office.close()
"""


def test_building_an_office_loads_nothing_heavy(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("set()\n", "")


def test_an_office_closes_unused_and_twice(tmp_path: Path) -> None:
    with an_office("https://x.example", tmp_path / "data") as office:
        office.close()
        assert office.session is office.session
    assert not (tmp_path / "data").exists()
