"""Appointments as other programs read them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.reminders import Reminder, as_ics

START = datetime(2026, 11, 27, 3, tzinfo=UTC)


def reminder(title: str = "Aportar lectura: Casa", text: str = "Contrato 17") -> Reminder:
    return Reminder("17-20261127@x", START, START + timedelta(days=3), title, text, START)


def unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_start_end_and_alarm_are_told_in_utc() -> None:
    lines = unfolded(as_ics(reminder()))
    assert lines[0] == "BEGIN:VCALENDAR"
    for line in ("DTSTART:20261127T030000Z", "DTEND:20261130T030000Z", "TRIGGER:PT0M"):
        assert line in lines
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_marks_of_the_format_inside_a_text_are_escaped() -> None:
    lines = unfolded(as_ics(reminder(title="Casa; fondo, 2\\3\nUID:otro")))
    assert "SUMMARY:Casa\\; fondo\\, 2\\\\3\\nUID:otro" in lines
    assert "UID:otro" not in lines


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=300))
def test_no_line_is_longer_than_others_can_read(title: str) -> None:
    content = as_ics(reminder(title=title))
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    plain = title.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert f"SUMMARY:{plain}" in unfolded(content)
