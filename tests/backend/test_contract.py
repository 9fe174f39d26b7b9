"""The published contract: it does not drift, and the service keeps it for any input."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import (
    negative_data_rejection,
    positive_data_acceptance,
)

from backend.app import create_app
from backend.openapi import as_text
from backend.settings import Settings
from tests.backend.test_rights import PUBLIC
from tests.support.backend import RunningBackend, running_backend

COMMITTED = Path(__file__).parents[2] / "backend" / "openapi.json"

# Signing in is for anybody too, and may be refused with 401.
FOR_ANYBODY = PUBLIC - {"/v1/session", "/v1/session/refresh"}

AnyCase = schemathesis.Case[Any]

schema = schemathesis.openapi.from_path(str(COMMITTED))
bounded = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def test_the_committed_document_is_what_the_app_publishes() -> None:
    app = create_app(Settings(database_url="sqlite:///never-opened.db"))
    assert COMMITTED.read_text(encoding="utf-8") == as_text(app), (
        "run `python -m backend openapi > backend/openapi.json` and say so in the changelog"
    )


def test_every_operation_documents_its_problems() -> None:
    for path, operations in (
        create_app(Settings(database_url="sqlite:///never-opened.db")).openapi()["paths"].items()
    ):
        for operation in operations.values():
            answers = operation["responses"]
            assert {"500", "503", "426"} <= set(answers)
            assert ("401" in answers) == (path not in FOR_ANYBODY)
            for status, answer in answers.items():
                if int(status) >= 400:
                    assert "application/problem+json" in answer["content"]


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBackend]:
    with running_backend(tmp_path_factory.mktemp("contract")) as server:
        server.books.utility()
        home = server.books.contract([server.books.user("ana", "secreta")])
        server.books.readings(home, 4)
        server.books.invoices(home, 2)
        yield server


@pytest.fixture(scope="module")
def token(backend: RunningBackend) -> str:
    form = {"username": "ana", "password": "secreta", "device": "pc"}
    answer = requests.post(f"{backend.url}/v1/session", json=form, timeout=10)
    access: str = answer.json()["access_token"]
    return access


@schema.parametrize()
@bounded
def test_no_input_breaks_the_contract(case: AnyCase, backend: RunningBackend, token: str) -> None:
    headers = {}
    if case.operation.label != "DELETE /v1/session":
        headers = {"Authorization": f"Bearer {token}"}
    # A name that fails five times is locked: valid data, and refused all the same.
    case.call_and_validate(
        base_url=backend.url, headers=headers, excluded_checks=[positive_data_acceptance]
    )


@schema.include(path_regex="/v1/(scopes|documents)/").parametrize()
@bounded
def test_no_query_breaks_what_the_user_may_read(
    case: AnyCase, backend: RunningBackend, token: str
) -> None:
    case.path_parameters = {"scope": "C-1", "document_id": "1"}
    # Query parameters and headers that we do not know are ignored, so that a newer client may
    # talk to this server.
    case.call_and_validate(
        base_url=backend.url,
        headers={"Authorization": f"Bearer {token}"},
        excluded_checks=[negative_data_rejection, positive_data_acceptance],
    )
