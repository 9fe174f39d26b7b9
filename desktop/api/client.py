"""The calls of `docs/protocol.md`, typed. Owns the session's tokens: the access token never leaves
memory, the refresh token is handed to `keep` before anything is done with its successor."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeVar
from urllib.parse import quote

from desktop.api import submissions, wire
from desktop.api.failures import ProblemError
from desktop.api.transport import JSON, Transport
from desktop.domain.errors import Code, RefusedError, SessionError
from desktop.domain.feed import MeUnchanged, Reset, Revoked
from desktop.domain.submissions import BlobStatus
from desktop.domain.users import Utility

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.api.transport import Answer, Limits
    from desktop.domain.feed import Me, Page
    from desktop.domain.invoices import DocumentRef
    from desktop.domain.submissions import EpochChanged, NotTaken, SubmitAnswer

T = TypeVar("T")
Method = Literal["GET", "POST", "PUT", "DELETE"]

_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Ended:
    """The tokens of a session that is over here, for telling the server."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)


class Client:
    """One server, at most one session. Thread-safe. Raises `NetworkError`, `SessionError`,
    `RefusedError`; whatever `keep` raises passes through."""

    def __init__(
        self,
        server: str,
        device: str,
        *,
        heard: Callable[[datetime], None],
        limits: Limits | None = None,
    ) -> None:
        """`heard` is told the server's time with each answer, on the caller's thread."""
        self._transport = Transport(server, limits=limits)
        self._device = device
        self._heard = heard
        self._refreshing = threading.Lock()
        self._access = ""
        self._refresh = ""
        self._stale_at = 0.0  # monotonic seconds from which the access token is not worth trying
        self.keep: Callable[[str], None] | None = None

    @property
    def refresh_token(self) -> str:
        """The token by which the session can be taken up later; empty without a session."""
        return self._refresh

    def resume(self, refresh_token: str) -> None:
        """Take up an earlier session. Nothing is asked of the server until the first call."""
        self._access, self._refresh = "", refresh_token

    def utility(self) -> Utility:
        """The utility's profile; needs no session."""
        answer = self._told(self._transport.get("/v1/utility"))
        return wire.decode(Utility, answer.body)

    def sign_in(self, username: str, password: str) -> None:
        """Begin a session. Raises BAD_CREDENTIALS, or USER_LOCKED with `until`."""
        payload = {"username": username, "password": password, "device": self._device}
        self._take(self._told(self._transport.post("/v1/session", wire.encode(payload))))

    def leave(self) -> Ended:
        """Forget the session here, at once and without the network."""
        with self._refreshing:
            ended = Ended(self._access, self._refresh)
            self._access = self._refresh = ""
            self.keep = None
        return ended

    def revoke(self, ended: Ended) -> None:
        """Tell the server that a session is over; it ends its refresh tokens too."""
        access = ended.access
        if not access and ended.refresh:
            access = self._exchange(ended.refresh).access_token
        if access:
            self._told(self._transport.delete("/v1/session", token=access))

    def me(self, etag: str | None = None) -> Me | MeUnchanged:
        """Who is signed in, and how far each scope has got; `etag` is that of the last answer."""
        answer = self._asked(
            lambda token: self._transport.get("/v1/me", token=token, etag=etag or "")
        )
        if answer.status == _NOT_MODIFIED:
            return MeUnchanged(answer.server_time)
        return wire.decode_me(answer.body, answer.etag, answer.server_time)

    def page(self, scope: str, token: str | None, limit: int = 500) -> Page | Reset | Revoked:
        """One page of the feed of `scope` from `token` on, or from the start without one."""
        path = f"/v1/scopes/{quote(scope, safe='')}/changes"
        query = {"limit": str(limit)}
        if token:
            query["token"] = token
        try:
            answer = self._asked(lambda key: self._transport.get(path, query=query, token=key))
        except ProblemError as error:
            if error.problem == "sync-reset":
                return Reset(error.reason)
            if error.problem == "scope-revoked":
                return Revoked()
            raise
        return wire.decode_page(answer.body, scope, answer.server_time)

    def document(self, ref: DocumentRef) -> bytes:
        """The bytes of a document as they came; the caller compares them with `ref`."""
        path = f"/v1/documents/{quote(ref.id, safe='')}"
        return self._asked(
            lambda token: self._transport.document(path, ref.media_type, token=token)
        ).body

    def submit(self, op_id: str, body: bytes, epoch: int) -> SubmitAnswer | EpochChanged | NotTaken:
        """Hand in a submission to the server of `epoch`; the same id and bytes as often as
        needed."""
        headers = {"If-Epoch": str(epoch), "Idempotency-Key": f'"{op_id}"'}
        try:
            answer = self._asked(
                lambda token: self._transport.put(
                    f"/v1/submissions/{op_id}",
                    body,
                    media_type=JSON,
                    headers=headers,
                    token=token,
                )
            )
        except RefusedError as error:
            return submissions.refusal(op_id, error)
        return submissions.decode_answer(answer.body, op_id, replayed=answer.is_replayed)

    def submission(self, op_id: str) -> SubmitAnswer | None:
        """What became of a submission; None where it never arrived."""
        try:
            answer = self._asked(
                lambda token: self._transport.get(f"/v1/submissions/{op_id}", token=token)
            )
        except RefusedError as error:
            if error.code is Code.NOT_FOUND:
                return None
            raise
        return submissions.decode_answer(answer.body, op_id, replayed=True)

    def blob(self, sha256: str) -> BlobStatus:
        """How much of an attachment the server has."""
        try:
            answer = self._asked(
                lambda token: self._transport.head(f"/v1/blobs/{sha256}", token=token)
            )
        except RefusedError as error:
            if error.code is Code.NOT_FOUND:
                return BlobStatus(0, False)
            raise
        return submissions.blob_status(answer.headers)

    def send_blob(
        self, sha256: str, offset: int, total: int, piece: bytes, media_type: str
    ) -> BlobStatus:
        """Send a piece of an attachment; what the server has of it then."""
        last = offset + len(piece) - 1
        headers = {"Content-Range": f"bytes {offset}-{last}/{total}"}
        path = f"/v1/blobs/{sha256}"
        try:
            answer = self._asked(
                lambda token: self._transport.put(
                    path, piece, media_type=media_type, headers=headers, token=token
                )
            )
        except ProblemError as error:
            if error.problem == "blob-offset":  # a piece that arrived twice
                return self.blob(sha256)
            raise
        return submissions.blob_status(answer.headers)

    def call(
        self, method: Method, path: str, payload: object = None, *, public: bool = False
    ) -> Answer:
        """One call that has a module of its own in `desktop/api/`; `public` ones need no session.
        Refusals without a code of their own are `ProblemError`."""
        content = b"" if payload is None else wire.encode(payload)

        def ask(token: str) -> Answer:
            transport = self._transport
            if method == "GET":
                return transport.get(path, token=token)
            if method == "DELETE":
                return transport.delete(path, token=token)
            if method == "POST":
                return transport.post(path, content, token=token)
            return transport.put(path, content, media_type=JSON, headers={}, token=token)

        return self._told(ask("")) if public else self._asked(ask)

    def cut(self) -> None:
        """End the calls under way as if offline; later ones work."""
        self._transport.cut()

    def close(self) -> None:
        """Cut what is under way. Idempotent."""
        self._transport.close()

    def _asked(self, ask: Callable[[str], Answer]) -> Answer:
        """Ask with a token; where it has expired, once more with a fresh one."""
        token = self._access
        if not token or time.monotonic() >= self._stale_at:
            token = self._renewed(token)
        try:
            return self._told(ask(token))
        except SessionError as error:
            if error.code is not Code.SESSION_EXPIRED:
                raise
        return self._told(ask(self._renewed(token)))

    def _renewed(self, used: str) -> str:
        """An access token other than `used`, however many threads ask for one at once."""
        with self._refreshing:
            if self._access and self._access != used:
                return self._access
            if not self._refresh:
                raise SessionError(Code.SESSION_EXPIRED, detail="no session")
            try:
                tokens = self._exchange(self._refresh)
            except SessionError:
                self._access = self._refresh = ""
                raise
            self._accept(tokens)
            return self._access

    def _exchange(self, refresh_token: str) -> wire.Tokens:
        payload = {"refresh_token": refresh_token, "device": self._device}
        answer = self._told(self._transport.post("/v1/session/refresh", wire.encode(payload)))
        return wire.decode_tokens(answer.body)

    def _take(self, answer: Answer) -> None:
        tokens = wire.decode_tokens(answer.body)
        with self._refreshing:
            self._accept(tokens)

    def _accept(self, tokens: wire.Tokens) -> None:
        # Kept first: a crash between the two must not leave a token that is already used up.
        self._refresh = tokens.refresh_token
        if self.keep is not None:
            self.keep(tokens.refresh_token)
        self._stale_at = time.monotonic() + tokens.expires_in
        self._access = tokens.access_token

    def _told(self, answer: Answer) -> Answer:
        self._heard(answer.server_time)
        return answer
