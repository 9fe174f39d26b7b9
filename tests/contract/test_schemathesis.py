"""Anything that the description allows, in any order, by several people at once: the service never
breaks, and nobody is shown a row of another's contract."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from pydantic import BaseModel
from schemathesis import APIOperation, Response
from schemathesis.core.result import Ok
from sqlalchemy import select

from backend import models as m
from backend.app import create_app
from backend.demo import build as demo
from backend.settings import Settings
from backend.submissions.kinds import discover
from tests.support.backend import RunningBackend, settings_for

ANA, BETO, CLERK, NOBODY = "demo", "empresa", "mostrador", ""
PASSWORD = "demo-1234"
PEOPLE = (ANA, BETO, CLERK, NOBODY)
CUSTOMERS = 5
IDS = [f"{n:08}-0000-4000-8000-000000000000" for n in range(4)]
SHA = "0" * 64
PAYLOADS = "/payload/"
Operation: TypeAlias = APIOperation[Any, Any, Any, Any]


class World:
    """A server on a copy of the demonstration, who is signed in, and what each may not see."""

    def __init__(self, template: Path, folder: Path) -> None:
        path = folder / "world.sqlite"
        shutil.copyfile(template, path)
        recipe = demo.Recipe(customers=CUSTOMERS)
        self.server = RunningBackend(settings_for(f"sqlite:///{path}"))
        self.server.movable_clock.advance(
            seconds=(recipe.start - self.server.clock.now()).total_seconds()
        )
        self.server.start()
        self.session = requests.Session()
        self.tokens = {name: self._sign_in(name) for name in PEOPLE if name}
        self.pools, self.secrets = self._look()

    def close(self) -> None:
        """End the server."""
        self.session.close()
        self.server.stop()

    def _sign_in(self, name: str) -> str:
        form = {"username": name, "password": PASSWORD, "device": "pc"}
        answer = self.session.post(f"{self.server.url}/v1/session", json=form, timeout=20)
        token: str = answer.json()["access_token"]
        return token

    def _look(self) -> tuple[dict[str, list[str]], dict[str, frozenset[str]]]:
        """Ids and numbers there are, and by person the marks of contracts that are not theirs."""
        with self.server.database.reading() as session:
            contracts = session.scalars(select(m.Contract)).all()
            links = session.execute(
                select(m.User.username, m.ContractLink.contract_id).join(
                    m.ContractLink, m.ContractLink.user_id == m.User.id
                )
            ).all()
            # What names a row of one contract alone: people, addresses and meters move on.
            marks: dict[int, set[str]] = {one.id: {one.number} for one in contracts}
            for model in (m.Invoice, m.Agreement, m.Case, m.SupplyRequest):
                for contract_id, number in session.execute(select(model.contract_id, model.number)):
                    marks[contract_id].add(number)
            pools = {
                "scope": ["G", *(f"C-{one.id}" for one in contracts)],
                "contract_id": [str(one.id) for one in contracts],
                "contract": [one.number for one in contracts],
                "document_id": _texts(session.scalars(select(m.Document.id).limit(40))),
                "request_id": _texts(session.scalars(select(m.SupplyRequest.id))),
                "invoices": _texts(session.scalars(select(m.Invoice.id).limit(60))),
                "number": [
                    number
                    for model in (m.Agreement, m.Case, m.SupplyRequest, m.Contract)
                    for number in session.scalars(select(model.number))
                ],
                "bank": _texts(session.scalars(select(m.Bank.code))),
                "username": _texts(session.scalars(select(m.User.username))),
                "op_id": IDS,
                "pay_id": IDS,
                "sha256": [SHA],
                "kind": list(discover()),
            }
        own = {name: {at for who, at in links if who == name} for name in PEOPLE}
        self.own = {name: {str(at) for at in found} for name, found in own.items()}
        secrets = {
            name: frozenset(
                mark for at, found in marks.items() if at not in own[name] for mark in found
            )
            for name in PEOPLE
        }
        return pools, secrets


def _texts(values: Iterable[Any]) -> list[str]:
    return [str(value) for value in values]


def filled(draw: Callable[..., Any], value: Any, pools: Mapping[str, list[str]], key: str) -> Any:
    """`value` with names and ids that exist in place of some that were made up."""
    if isinstance(value, dict):
        return {name: filled(draw, each, pools, name) for name, each in value.items()}
    if isinstance(value, list):
        return [filled(draw, each, pools, key) for each in value]
    if isinstance(value, str) and pools.get(key) and draw(st.integers(0, 3)):
        return draw(st.sampled_from(pools[key]))
    return value


def described() -> dict[str, Any]:
    """What the service says of itself, with every kind of submission spelt out."""
    document = create_app(Settings(database_url="sqlite:///unused.db")).openapi()
    for name, kind in discover().items():
        _describe(document, name, kind.payload)
    return document


def operations_of(document: dict[str, Any]) -> dict[str, Operation]:
    """Every operation by its method and path."""
    schema = schemathesis.openapi.from_dict(document)
    operations: dict[str, Operation] = {}
    for result in schema.get_all_operations():
        assert isinstance(result, Ok), result
        operation = result.ok()
        operations[operation.label] = operation
    return operations


def _describe(document: dict[str, Any], name: str, payload: type[BaseModel]) -> None:
    """Add a request that is a payload of this kind: the description says of submissions only that
    they have one."""
    ref = f"#/components/schemas/{name}_{{model}}"
    schema = payload.model_json_schema(ref_template=ref)
    for model, found in schema.pop("$defs", {}).items():
        document["components"]["schemas"][f"{name}_{model}"] = found
    content = {"application/json": {"schema": schema}}
    document["paths"][f"{PAYLOADS}{name}"] = {
        "post": {"requestBody": {"content": content, "required": True}, "responses": {}}
    }


def contracts_in(answer: Response) -> set[str]:
    """The contracts that rows of an answer say they are of."""
    if not answer.content or "json" not in answer.headers.get("content-type", [""])[0]:
        return set()

    def walk(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            if isinstance(value.get("contract_id"), str):
                yield value["contract_id"]
            for each in value.values():
                yield from walk(each)
        elif isinstance(value, list):
            for each in value:
                yield from walk(each)

    return set(walk(answer.json()))


def machine(template: Path, folder: Path) -> type[RuleBasedStateMachine]:
    """People who do anything that the description allows."""
    operations = operations_of(described())
    requests_of = {label: found.as_strategy() for label, found in operations.items()}
    payloads = {name: requests_of.pop(f"POST {PAYLOADS}{name}") for name in discover()}

    class People(RuleBasedStateMachine):
        """Each step is one request of one person."""

        def __init__(self) -> None:
            super().__init__()
            self.world = World(template, folder)

        def teardown(self) -> None:
            self.world.close()

        @rule(
            who=st.sampled_from(PEOPLE),
            label=st.sampled_from(sorted(requests_of)),
            data=st.data(),
        )
        def does_anything(self, who: str, label: str, data: st.DataObject) -> None:
            case = data.draw(requests_of[label])
            pools = self.world.pools
            case.path_parameters = filled(data.draw, case.path_parameters or {}, pools, "")
            case.body = filled(data.draw, case.body, pools, "")
            self._send(who, case)

        @rule(
            who=st.sampled_from((ANA, BETO)),
            kind=st.sampled_from(sorted(payloads)),
            op_id=st.sampled_from(IDS),
            data=st.data(),
        )
        def submits(self, who: str, kind: str, op_id: str, data: st.DataObject) -> None:
            payload = data.draw(payloads[kind]).body
            case = operations["PUT /v1/submissions/{op_id}"].Case(
                path_parameters={"op_id": op_id},
                body={
                    "kind": kind,
                    "schema": 1,
                    "scope": data.draw(st.sampled_from(self.world.pools["scope"])),
                    "created_at": "2026-11-16T17:00:00Z",
                    "payload": filled(data.draw, payload, self.world.pools, ""),
                },
                media_type="application/json",
            )
            self._send(who, case)

        @rule(who=st.sampled_from((ANA, BETO)), data=st.data())
        def reads_a_scope(self, who: str, data: st.DataObject) -> None:
            case = operations["GET /v1/scopes/{scope}/changes"].Case(
                path_parameters={"scope": data.draw(st.sampled_from(self.world.pools["scope"]))},
                query={"limit": 1000},
            )
            self._send(who, case)

        def _send(self, who: str, case: Any) -> None:
            headers = {}
            if who:
                headers["Authorization"] = f"Bearer {self.world.tokens[who]}"
            answer = case.call(
                base_url=self.world.server.url, session=self.world.session, headers=headers
            )
            place = f"{case.method} {case.formatted_path}"
            assert answer.status_code < 500, f"{place}: {answer.content!r}"
            if who == CLERK:
                return
            # What somebody wrote themselves may be said back to them.
            sent = json.dumps([case.body, case.path_parameters], ensure_ascii=False, default=str)
            shown = {mark for mark in self.world.secrets[who] if mark.encode() in answer.content}
            leaked = {mark for mark in shown if mark not in sent}
            leaked |= {at for at in contracts_in(answer) if at not in self.world.own[who]}
            assert not leaked, f"{who} was shown {leaked} by {place}"

    return People


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration with its accounts alone."""
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    few = dict.fromkeys((ANA, BETO, "cortado", "medidor", "nuevo"), 1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(demo, "_DOCUMENTS", few)  # printing them all takes longer than the test
        demo.build(path, demo.Recipe(customers=CUSTOMERS))
    return path


def test_nothing_breaks_and_nobody_sees_anothers_rows(template: Path, tmp_path: Path) -> None:
    run_state_machine_as_test(
        machine(template, tmp_path),
        settings=settings(
            max_examples=4,
            stateful_step_count=50,
            deadline=None,
            derandomize=True,
            # Each replay starts a server: what failed is told as it was, not in fewer steps.
            phases=(Phase.explicit, Phase.generate),
            suppress_health_check=list(HealthCheck),
        ),
    )
