"""Every source of notices. An area that has something to tell adds its function here."""

from __future__ import annotations

from desktop.domain.notices import Source, bills, cuts, delivery, published, reading_windows
from desktop.domain.service_notices import agreements, cases, requests

SOURCES: tuple[Source, ...] = (
    cuts,
    bills,
    reading_windows,
    cases,
    agreements,
    requests,
    delivery,
    published,
)
