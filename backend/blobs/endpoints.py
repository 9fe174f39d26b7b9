"""`/v1/blobs/{sha256}`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Response

from backend.answers import body_of
from backend.blobs.models import Blob
from backend.blobs.parts import part_of
from backend.blobs.schemas import BlobState
from backend.blobs.service import BlobService
from backend.context import ContextDep
from backend.feed.wire import encode
from backend.problems import documented
from backend.users.rights import CallerDep

router = APIRouter(tags=["blobs"])

Sha256 = Annotated[
    str, Path(pattern="^[0-9a-f]{64}$", description="sha256 of the whole, in lower case")
]
_BYTES = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.put(
    "/v1/blobs/{sha256}",
    response_model=BlobState,
    openapi_extra=_BYTES,
    responses=documented("session-expired", "too-large", "blob-type", "blob-offset", "blob-digest"),
)
def put_blob(
    body: Annotated[bytes, Depends(body_of)],
    sha256: Sha256,
    context: ContextDep,
    caller: CallerDep,
    content_range: Annotated[str | None, Header(max_length=80)] = None,
) -> Response:
    """Upload an attachment, or the part of it that `Content-Range` names."""
    service = BlobService(context.database, context.settings, context.clock)
    blob = service.put(caller.id, sha256, part_of(body, content_range))
    state = BlobState(
        sha256=blob.sha256,
        size=blob.size,
        offset=blob.received,
        complete=blob.complete,
        media_type=blob.media_type,
    )
    content = encode(state.model_dump())
    return Response(content, headers=_progress(blob), media_type="application/json")


@router.head(
    "/v1/blobs/{sha256}",
    response_class=Response,
    responses=documented("session-expired", "not-found"),
)
def blob_state(sha256: Sha256, context: ContextDep, caller: CallerDep) -> Response:
    """Where to go on: `X-Blob-Offset`, and in `X-Blob-Complete` whether all is there."""
    service = BlobService(context.database, context.settings, context.clock)
    return Response(headers=_progress(service.state(caller.id, sha256)))


def _progress(blob: Blob) -> dict[str, str]:
    return {
        "X-Blob-Offset": str(blob.received),
        "X-Blob-Complete": "true" if blob.complete else "false",
    }
