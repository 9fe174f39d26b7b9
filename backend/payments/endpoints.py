"""`/v1/payments/{pay_id}`, and where banks say that something moved."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response

from backend.answers import StrictRoute, body_of
from backend.banks.models import Bank
from backend.context import Context, ContextDep
from backend.payments.schemas import PayForm, PaymentAnswer
from backend.payments.service import PaymentService
from backend.problems import documented
from backend.users.rights import CallerDep

router = APIRouter(route_class=StrictRoute, tags=["payments"])

PayId = Annotated[
    str,
    Path(
        pattern="^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
        description="a UUID in lower case, made when the person pressed the button",
    ),
]


@router.put(
    "/v1/payments/{pay_id}",
    responses=documented(
        "session-expired",
        "forbidden",
        "not-found",
        "invoice-changed",
        "payment-open",
        "payment-refused",
        "key-reused",
        "too-large",
    ),
)
def pay(
    form: PayForm, pay_id: PayId, request: Request, context: ContextDep, caller: CallerDep
) -> PaymentAnswer:
    """Begin to pay through a bank. The same id and form go on with the same attempt."""
    notify = context.settings.public_url or _own_address(request)
    made = _service(context).start(caller.id, pay_id, form, notify)
    return PaymentAnswer.model_validate(made)


@router.get("/v1/payments/{pay_id}", responses=documented("session-expired", "not-found"))
def payment(pay_id: PayId, context: ContextDep, caller: CallerDep) -> PaymentAnswer:
    """How an attempt stands; the bank is asked where that is not settled."""
    return PaymentAnswer.model_validate(_service(context).look(caller.id, pay_id))


@router.post("/v1/payments/{pay_id}/cancel", responses=documented("session-expired", "not-found"))
def cancel(pay_id: PayId, context: ContextDep, caller: CallerDep) -> PaymentAnswer:
    """Give an attempt up, unless the bank has the money or is at work on it."""
    return PaymentAnswer.model_validate(_service(context).cancel(caller.id, pay_id))


@router.post("/v1/banks/{bank}/webhook", status_code=204, responses=documented("too-large"))
def webhook(
    bank: Annotated[str, Path(pattern="^[a-z0-9_]{1,24}$")],
    body: Annotated[bytes, Depends(body_of)],
    request: Request,
    context: ContextDep,
) -> Response:
    """A bank says that an order moved. Only the id is taken; what became of it is asked of the
    bank. Whoever asks learns nothing, not even whether there is such an order."""
    with context.database.reading() as session:
        row = session.query(Bank).filter_by(code=bank).one_or_none()
    adapter = context.banks.get(row.adapter) if row is not None else None
    if adapter is not None:
        order = adapter.order_of_webhook(dict(request.headers), body)
        if order is not None:
            _service(context).heard_of(bank, order)
    return Response(status_code=204)


def _service(context: Context) -> PaymentService:
    return PaymentService(context.database, context.clock, context.banks)


def _own_address(request: Request) -> str:
    # Where this request arrived, not what it says of itself: its Host header is the caller's word.
    server = request.scope.get("server")
    return f"http://{server[0]}:{server[1]}" if server and server[1] else ""
