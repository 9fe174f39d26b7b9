"""Who sees which contract after a load."""

from __future__ import annotations

from backend.users.models import ContractLink, User
from tests.backend.loader.conftest import CONTRACTS, Office


def test_a_user_of_the_customer_sees_its_contracts_and_loses_those_of_the_next(
    office: Office,
) -> None:
    people = (
        "customer;name;username;password\n"
        "C1;Ana;ana.paz;clave-1234\nC2;Luis;luis;clave-1234\nC3;Eva;;\nC4;Mal;ana.paz;x\n"
    )
    done = office.load(customers=people, contracts=CONTRACTS)
    assert done.said[0] == "customers.csv:5: username: another customer has this username"
    assert office.rows(User, "id", "username") == [(1, "ana.paz"), (2, "luis")]
    assert office.rows(ContractLink, "user_id", "contract_id") == [(1, 1), (2, 2)]
    moved = CONTRACTS.replace("101;C1", "101;C2")
    office.load(contracts=moved)
    assert sorted(office.rows(ContractLink, "user_id", "contract_id")) == [(2, 1), (2, 2)]
    lines = moved.splitlines()
    named = [lines[0] + ";authorised", lines[1] + ";ana.paz", lines[2] + ";nobody"]
    done = office.load(contracts="\n".join(named))
    assert done.said[0] == "contracts.csv:3: authorised: there is no user nobody"
    assert office.rows(ContractLink, "user_id", "contract_id", "role")[-1] == (1, 1, "authorised")
