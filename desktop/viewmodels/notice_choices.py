"""What a person wants to be told of, kept with the window's settings. Nothing here is personal."""

from __future__ import annotations

from desktop.domain.notices import USUALLY_OFF, NoticeRules, Topic
from desktop.viewmodels.settings import Settings

MOST_DAYS = 60
DAYS = ("due_days", "window_days", "instalment_days")
"""The lead days that a person may choose, as `NoticeRules` names them."""

_DESKTOP = "notices/desktop"
_NAMES = "notices/desktop-names"


def topics(settings: Settings) -> frozenset[Topic]:
    """The topics that are wanted."""
    return frozenset(t for t in Topic if wants(settings, t))


def wants(settings: Settings, topic: Topic) -> bool:
    """Whether a topic is wanted."""
    return settings.flag(f"notices/topic-{topic}", default=topic not in USUALLY_OFF)


def want(settings: Settings, topic: Topic, wanted: bool) -> None:
    """Be told of a topic, or no more."""
    settings.set_flag(f"notices/topic-{topic}", wanted)


def days(settings: Settings) -> dict[str, int]:
    """The lead days that were chosen; the utility decides the others."""
    found = {name: settings.text(f"notices/{name}") for name in DAYS}
    return {n: min(int(t), MOST_DAYS) for n, t in found.items() if t.isdecimal()}


def lead(settings: Settings, rules: NoticeRules, name: str) -> int:
    """Days beforehand, chosen or the utility's."""
    usual: int = getattr(rules, name)
    return days(settings).get(name, usual)


def set_lead(settings: Settings, name: str, value: int) -> None:
    """Be told that many days before."""
    settings.set_text(f"notices/{name}", str(value))


def wants_desktop(settings: Settings) -> bool:
    """Whether the desktop is told too; it is not unless the person asked for it."""
    return settings.flag(_DESKTOP)


def want_desktop(settings: Settings, wanted: bool) -> None:
    """Tell the desktop, or no more."""
    settings.set_flag(_DESKTOP, wanted)


def shows_details(settings: Settings) -> bool:
    """Whether what the desktop shows may name contracts and amounts: others may see it."""
    return settings.flag(_NAMES)


def show_details(settings: Settings, wanted: bool) -> None:
    """Name contracts and amounts on the desktop, or no more."""
    settings.set_flag(_NAMES, wanted)
