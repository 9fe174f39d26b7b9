"""The words of notices: every event has some, and what others may see says little."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.domain.money import Money
from desktop.domain.notices import Event, Notice, Topic
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.notice_words import notice_words, plain_title, topic_text
from desktop.views.icons import icon
from desktop.views.tokens import Tone
from tests.support.fake_office import NOW, TODAY

FORMAT = Formatter()


def notice(event: Event, **more: object) -> Notice:
    values: dict[str, object] = {
        "amount": Money(123450, "UYU"),
        "day": date(2026, 11, 27),
        "until": NOW + timedelta(days=1),
        "name": "N-22",
        "title": "Título",
        "text": "Un texto.",
        "page": "cases",
    }
    return Notice("1", Topic.DUE_SOON, event, NOW, "7", **(values | more))  # type: ignore[arg-type]


@pytest.mark.parametrize("event", Event)
@pytest.mark.usefixtures("qapp")
def test_every_event_has_icon_words_and_a_way(event: Event) -> None:
    words = notice_words(notice(event), FORMAT, TODAY)
    assert words.title
    assert words.text
    assert words.action
    assert "{" not in words.title + words.text
    assert not icon(words.icon, Tone(words.tone.value)).isNull()


@pytest.mark.parametrize("topic", Topic)
def test_every_topic_can_be_chosen_by_its_name(topic: Topic) -> None:
    assert topic_text(topic)


def test_days_are_said_as_people_say_them() -> None:
    def text(day: date) -> str:
        return notice_words(notice(Event.DUE_SOON, day=day), FORMAT, TODAY).text

    assert text(TODAY) == "La factura N-22 de $\u00a01.234,50 vence hoy."
    assert text(TODAY + timedelta(days=1)).endswith("vence mañana.")
    assert text(TODAY + timedelta(days=5)).endswith("vence el 27/11/2026.")


def test_an_outage_says_when_it_begins_and_a_notice_without_a_page_leads_nowhere() -> None:
    words = notice_words(notice(Event.OUTAGE, page="", day=None), FORMAT, TODAY)
    assert words.text == "Desde mañana a las 14:02. Un texto."
    assert words.action == ""


@pytest.mark.parametrize("event", Event)
def test_where_others_look_too_neither_names_nor_amounts_are_told(event: Event) -> None:
    told = plain_title(notice(event))
    assert told
    for secret in ("N-22", "1.234", "Título", "texto"):
        assert secret not in told
