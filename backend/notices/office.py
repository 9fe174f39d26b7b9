"""What the utility's people publish, and the end of a reading window."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from backend.clock import iso
from backend.notices.models import Notice, NoticeKind
from backend.office.acts import Act, Desk, OfficeRefusedError
from backend.office.lookup import contract_by_number

# Far from the ends of the calendar, where another zone would fall off it.
When = Annotated[
    AwareDatetime,
    Field(
        ge=datetime(2000, 1, 1, tzinfo=UTC),
        le=datetime(2200, 1, 1, tzinfo=UTC),
        description="ISO 8601",
    ),
]
# PostgreSQL keeps no NUL, and a line has no control characters.
_LINE, _TEXT = r"^[^\x00-\x1f\x7f]*$", r"^[^\x00]*$"
_Contract = Annotated[
    str, Field(max_length=40, pattern=_LINE, description="number of the contract")
]


class NoticeForm(BaseModel):
    """A notice for everybody, or for one contract."""

    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, Field(min_length=3, max_length=120, pattern=_LINE)]
    text: Annotated[str, Field(min_length=3, max_length=2000, pattern=_TEXT)]
    kind: Annotated[NoticeKind, Field(description="outage, service or news")] = NoticeKind.NEWS
    contract: Annotated[
        str, Field(max_length=40, pattern=_LINE, description="its number; empty is all")
    ] = ""
    page: Annotated[str, Field(pattern="^[a-z_]{0,40}$", description="key of a page")] = ""
    starts_at: When | None = None
    ends_at: When | None = None


class NumberForm(BaseModel):
    """The notice to take away."""

    model_config = ConfigDict(extra="forbid")

    number: Annotated[int, Field(ge=1, le=2**53, description="as publish-notice told it")]


class WindowForm(BaseModel):
    """Whose reading window."""

    model_config = ConfigDict(extra="forbid")

    contract: _Contract


class OpenWindowForm(WindowForm):
    """A reading window that is open from now on."""

    closes_at: When


def publish(desk: Desk, form: NoticeForm) -> dict[str, Any]:
    """Show a notice."""
    ends: datetime | None = form.ends_at
    if ends is not None and ends <= (form.starts_at or desk.now):
        raise OfficeRefusedError("ends-before-it-starts")
    contract = contract_by_number(desk, form.contract) if form.contract else None
    notice = Notice(
        contract_id=None if contract is None else contract.id,
        kind=form.kind,
        title=form.title,
        text=form.text,
        page=form.page,
        published_at=desk.now,
        starts_at=form.starts_at,
        ends_at=ends,
    )
    desk.session.add(notice)
    desk.session.flush()
    return {"number": notice.id}


def withdraw(desk: Desk, form: NumberForm) -> dict[str, Any]:
    """Take a notice away."""
    notice = desk.session.get(Notice, form.number)
    if notice is None:
        raise OfficeRefusedError("unknown-notice", str(form.number))
    desk.session.delete(notice)
    return {"number": form.number}


def close_window(desk: Desk, form: WindowForm) -> dict[str, Any]:
    """Take no more readings of this period from the customer."""
    contract = contract_by_number(desk, form.contract)
    opens, closes = contract.window_opens_at, contract.window_closes_at
    if opens is None or closes is None or not opens <= desk.now < closes:
        raise OfficeRefusedError("no-open-window", form.contract)
    contract.window_closes_at = desk.now
    return {"contract": contract.number, "closed_at": iso(desk.now)}


def open_window(desk: Desk, form: OpenWindowForm) -> dict[str, Any]:
    """Take readings from the customer from now on."""
    contract = contract_by_number(desk, form.contract)
    if form.closes_at <= desk.now:
        raise OfficeRefusedError("ends-before-it-starts")
    contract.window_opens_at, contract.window_closes_at = desk.now, form.closes_at
    return {"contract": contract.number, "closes_at": iso(form.closes_at)}


ACTS = (
    Act("publish-notice", NoticeForm, publish, "publish a notice"),
    Act("withdraw-notice", NumberForm, withdraw, "take a notice away"),
    Act("close-window", WindowForm, close_window, "end a contract's reading window now"),
    Act("open-window", OpenWindowForm, open_window, "begin a contract's reading window now"),
)
