"""Appointments for the person's own calendar (RFC 5545)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Reminder:
    """One appointment; instants in UTC. `uid` makes a later one with the same name replace it."""

    uid: str
    start: datetime
    end: datetime
    title: str
    text: str
    made_at: datetime


def as_ics(reminder: Reminder) -> bytes:
    """The appointment as a calendar file, with an alarm when it begins."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Oficina Virtual//ES",
        "BEGIN:VEVENT",
        f"UID:{_escaped(reminder.uid)}",
        f"DTSTAMP:{_instant(reminder.made_at)}",
        f"DTSTART:{_instant(reminder.start)}",
        f"DTEND:{_instant(reminder.end)}",
        f"SUMMARY:{_escaped(reminder.title)}",
        f"DESCRIPTION:{_escaped(reminder.text)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(reminder.title)}",
        "TRIGGER:PT0M",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> str:
    """At most 75 bytes to a line, as the standard asks; the rest goes on after a blank."""
    parts, part = [], ""
    for character in line:
        if len((part + character).encode()) > 74:
            parts.append(part)
            part = ""
        part += character
    return "\r\n ".join((*parts, part))
