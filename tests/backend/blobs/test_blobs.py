"""Uploads that are cut, repeated, wrong, too large, or somebody else's."""

from __future__ import annotations

import dataclasses
import hashlib
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta

import pytest
from httpx import Client, Response
from sqlalchemy import func, select

from backend import models as m
from backend.blobs.repository import forget_abandoned
from tests.support.backend import MovableClock, RunningBackend, settings_for

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
JPEG = b"\xff\xd8\xff\xe0" + b"a photo of a dial" * 50
PDF = b"%PDF-1.7\n" + b"a bill of another company" * 50


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@dataclass
class Uploader:
    """Somebody signed in."""

    http: Client
    token: str

    def put(self, sha256: str, body: bytes, content_range: str = "") -> Response:
        headers = {"Authorization": f"Bearer {self.token}"}
        if content_range:
            headers["Content-Range"] = content_range
        return self.http.put(f"/v1/blobs/{sha256}", content=body, headers=headers)

    def part(self, content: bytes, start: int, end: int) -> Response:
        named = f"bytes {start}-{end - 1}/{len(content)}"
        return self.put(digest(content), content[start:end], named)

    def head(self, sha256: str) -> Response:
        headers = {"Authorization": f"Bearer {self.token}"}
        return self.http.head(f"/v1/blobs/{sha256}", headers=headers)

    def progress(self, sha256: str) -> tuple[str, str]:
        headers = self.head(sha256).headers
        return headers["X-Blob-Offset"], headers["X-Blob-Complete"]


@pytest.fixture
def people(server: RunningBackend, http: Client) -> Iterator[dict[str, Uploader]]:
    found = {}
    for name in ("ana", "beto"):
        server.books.user(name, "clave")
        form = {"username": name, "password": "clave", "device": "pc"}
        token = http.post("/v1/session", json=form).json()["access_token"]
        found[name] = Uploader(http, token)
    yield found


@pytest.fixture
def ana(people: dict[str, Uploader]) -> Uploader:
    return people["ana"]


def stored(server: RunningBackend) -> tuple[int, int]:
    """How many attachments and parts there are."""
    with server.database.reading() as session:
        blobs = session.scalar(select(func.count()).select_from(m.Blob))
        parts = session.scalar(select(func.count()).select_from(m.BlobPart))
    return blobs or 0, parts or 0


def problem(answer: Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(PNG, "image/png"), (JPEG, "image/jpeg"), (PDF, "application/pdf")],
)
def test_a_whole_file_is_known_by_its_content(
    ana: Uploader, content: bytes, media_type: str
) -> None:
    answer = ana.put(digest(content), content)
    assert answer.status_code == 200
    assert answer.json() == {
        "sha256": digest(content),
        "size": len(content),
        "offset": len(content),
        "complete": True,
        "media_type": media_type,
    }
    assert ana.progress(digest(content)) == (str(len(content)), "true")


def test_a_cut_upload_goes_on_where_the_server_says(server: RunningBackend, ana: Uploader) -> None:
    assert ana.head(digest(PNG)).status_code == 404
    assert ana.part(PNG, 0, 3).json()["offset"] == 3  # too little to tell the type
    assert ana.part(PNG, 3, 6000).json()["complete"] is False
    assert ana.progress(digest(PNG)) == ("6000", "false")
    gap = ana.part(PNG, 7000, len(PNG))
    assert problem(gap) == (416, "blob-offset")
    assert gap.headers["X-Blob-Offset"] == "6000"
    # The answer to a part was lost, and it comes again with more.
    assert ana.part(PNG, 3, 6000).json()["offset"] == 6000
    assert ana.part(PNG, 5000, 8000).json()["offset"] == 8000
    assert ana.part(PNG, 8000, len(PNG)).json()["complete"] is True
    assert ana.progress(digest(PNG)) == (str(len(PNG)), "true")
    with server.database.reading() as session:
        bodies = session.scalars(select(m.BlobPart.body).order_by(m.BlobPart.start))
        assert b"".join(bodies) == PNG


def test_what_is_whole_is_taken_again_without_being_kept_twice(
    server: RunningBackend, ana: Uploader
) -> None:
    first = ana.put(digest(PDF), PDF)
    assert ana.put(digest(PDF), PDF).json() == first.json()
    assert ana.part(PDF, 0, 10).json() == first.json()
    assert stored(server) == (1, 1)


def test_bytes_of_another_digest_leave_nothing_and_the_right_ones_follow(
    server: RunningBackend, ana: Uploader
) -> None:
    wrong = PNG[:-1] + b"x"
    assert problem(ana.put(digest(PNG), wrong)) == (422, "blob-digest")
    assert stored(server) == (0, 0)
    assert ana.head(digest(PNG)).status_code == 404
    # Cut after a first part that was wrong, which only the last one shows.
    spoilt = b"\x89PNG\r\n\x1a\n" + b"?" * 92
    other = digest(JPEG)
    assert ana.put(other, spoilt, f"bytes 0-99/{len(JPEG)}").status_code == 200
    assert problem(ana.part(JPEG, 100, len(JPEG))) == (422, "blob-digest")
    assert ana.part(JPEG, 0, len(JPEG)).json()["complete"] is True


def test_a_beginning_with_a_wrong_size_can_be_begun_anew(ana: Uploader) -> None:
    assert ana.put(digest(PDF), PDF[:50], "bytes 0-49/9000").json()["size"] == 9000
    assert problem(ana.part(PDF, 50, len(PDF))) == (416, "blob-offset")
    assert ana.part(PDF, 0, len(PDF)).json()["complete"] is True


def test_other_types_are_refused_by_content(server: RunningBackend, ana: Uploader) -> None:
    for content in (b"MZ\x90\x00" * 30, b"<svg/>", b"%PD", b"GIF89a" * 9, b""):
        assert problem(ana.put(digest(content), content)) == (415, "blob-type")
    assert stored(server) == (0, 0)


def test_a_type_that_shows_only_after_a_tiny_first_part_leaves_nothing(
    server: RunningBackend, ana: Uploader
) -> None:
    content = b"\x89PNG is what it wanted to be" * 3
    assert ana.part(content, 0, 4).status_code == 200
    assert problem(ana.part(content, 4, len(content))) == (415, "blob-type")
    assert stored(server) == (0, 0)


def test_a_range_that_is_not_of_these_bytes(ana: Uploader) -> None:
    for named in ("0-99/100", "5-1/9", "*/10", "0-9/5", "0-9/*", "0-9", "1-10/10"):
        answer = ana.put(digest(PNG), b"%PDF-12345", f"bytes {named}")
        assert (named, *problem(answer)) == (named, 422, "invalid-request")


def test_ten_mebibytes_and_no_more(server: RunningBackend, ana: Uploader) -> None:
    limit = server.settings.blob_limit
    assert limit == 10 * 1024 * 1024
    largest = PDF + b"." * (limit - len(PDF))
    assert ana.put(digest(largest), largest).json()["complete"] is True
    larger = largest + b"."
    assert problem(ana.put(digest(larger), larger)) == (413, "too-large")
    assert problem(ana.part(larger, 0, 100)) == (413, "too-large")
    assert stored(server) == (1, 1)


def test_other_calls_keep_their_smaller_limit(ana: Uploader) -> None:
    answer = ana.http.post("/v1/session", content=b"x" * 70_000)
    assert problem(answer) == (413, "too-large")


def test_an_account_has_a_limit_too(engine_url: str, clock: MovableClock) -> None:
    settings = dataclasses.replace(settings_for(engine_url), blobs_per_user=len(PNG) + 10)
    running = RunningBackend(settings, clock)
    running.start()
    running.books.user("ana", "clave")
    form = {"username": "ana", "password": "clave", "device": "pc"}
    with Client(base_url=running.url) as http:
        ana = Uploader(http, http.post("/v1/session", json=form).json()["access_token"])
        assert ana.put(digest(PNG), PNG).status_code == 200
        assert problem(ana.put(digest(PDF), PDF)) == (413, "too-large")
        assert ana.put(digest(PNG), PNG).status_code == 200
    running.stop()


def test_another_account_sees_nothing_and_uploads_its_own(
    server: RunningBackend, people: dict[str, Uploader]
) -> None:
    assert people["ana"].put(digest(PNG), PNG).status_code == 200
    assert people["beto"].head(digest(PNG)).status_code == 404
    assert people["beto"].part(PNG, 0, 100).json()["complete"] is False
    assert people["ana"].progress(digest(PNG)) == (str(len(PNG)), "true")
    assert stored(server) == (2, 2)


def test_the_same_part_on_eight_connections_at_once_is_kept_once(
    server: RunningBackend, ana: Uploader
) -> None:
    def upload(_number: int) -> Response:
        with Client(base_url=server.url, timeout=30) as client:
            return Uploader(client, ana.token).put(digest(PNG), PNG)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(upload, range(8)))
    assert {answer.status_code for answer in answers} == {200}
    assert stored(server) == (1, 1)


def test_the_last_part_on_eight_connections_at_once_completes_it_once(
    server: RunningBackend, ana: Uploader
) -> None:
    assert ana.part(PNG, 0, 100).status_code == 200
    gate = threading.Barrier(8)

    def finish(_number: int) -> Response:
        with Client(base_url=server.url, timeout=30) as client:
            client.get("/v1/ping")  # the connection is open
            gate.wait()
            return Uploader(client, ana.token).part(PNG, 100, len(PNG))

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(finish, range(8)))
    assert [answer.json()["complete"] for answer in answers] == [True] * 8
    assert stored(server) == (1, 2)


def test_a_name_that_is_no_digest(ana: Uploader) -> None:
    for name in ("x", digest(PNG).upper(), digest(PNG)[:-1], digest(PNG) + "0"):
        assert problem(ana.put(name, PNG)) == (422, "invalid-request")


def test_what_was_abandoned_is_forgotten_and_what_is_whole_stays(
    server: RunningBackend, people: dict[str, Uploader]
) -> None:
    ana, beto = people["ana"], people["beto"]
    assert ana.part(PNG, 0, 100).status_code == 200
    assert ana.put(digest(PDF), PDF).status_code in (200, 201)
    server.movable_clock.advance(seconds=120)
    assert beto.part(JPEG, 0, 50).status_code == 200
    with server.database.writing() as session:
        before = server.movable_clock.now() - timedelta(seconds=60)
        assert forget_abandoned(session, before) == 1
    assert ana.head(digest(PNG)).status_code == 404
    assert ana.progress(digest(PDF)) == (str(len(PDF)), "true")
    assert beto.progress(digest(JPEG)) == ("50", "false"), "it is under way"
    with server.database.reading() as session:
        left = session.scalar(select(func.sum(func.length(m.BlobPart.body))))
    assert left == len(PDF) + 50
    assert ana.part(PNG, 0, 100).status_code == 200, "who comes back begins anew"
