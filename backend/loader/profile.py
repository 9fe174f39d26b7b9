"""The utility that a database belongs to, as a TOML file says it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from backend.policies.rules import Rules, read_rules


class ProfileError(Exception):
    """A profile cannot be used; `str(error)` says why."""


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What a customer's own reading is held against, as shares of the usual consumption, and how
    many hours after the window it may arrive."""

    soft_low: Decimal = Decimal("0.5")
    soft_high: Decimal = Decimal(2)
    hard_high: Decimal = Decimal(4)
    grace_hours: int = 0


@dataclass(frozen=True, slots=True)
class UtilityProfile:
    """What the app shows of a utility. `zone` is an IANA name, in which the dates of its files
    are meant; `currency` is ISO 4217 and stands in where a file has none; `accent` is #rrggbb."""

    id: str
    name: str
    legal_name: str
    country: str
    zone: str
    locale: str
    currency: str
    accent: str
    emergency_phone: str
    customer_phone: str
    regulator: str
    is_demo: bool
    demo_account: tuple[str, str] | None  # username, password
    estimates_in_a_row: int
    self_reading: ReadingLimits
    policies: Mapping[str, Rules]  # by area; what is not named is not offered

    @property
    def zone_info(self) -> ZoneInfo:
        """The zone in which the utility's dates are meant."""
        return ZoneInfo(self.zone)


_REQUIRED = ("id", "name", "country", "zone", "locale", "currency")


def profile_of(data: dict[str, Any]) -> UtilityProfile:
    """The profile in a TOML table; raises ProfileError where it cannot be used."""
    missing = [key for key in _REQUIRED if not data.get(key)]
    if missing:
        raise ProfileError(f"the profile lacks {', '.join(missing)}")
    try:
        ZoneInfo(data["zone"])
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ProfileError(f"unknown time zone {data['zone']!r}") from error
    account = data.get("demo_account")
    return UtilityProfile(
        id=data["id"],
        name=data["name"],
        legal_name=data.get("legal_name", data["name"]),
        country=data["country"],
        zone=data["zone"],
        locale=data["locale"],
        currency=data["currency"],
        accent=data.get("accent", "#0b5c8a"),
        emergency_phone=data.get("emergency_phone", ""),
        customer_phone=data.get("customer_phone", ""),
        regulator=data.get("regulator", ""),
        is_demo=data.get("is_demo", False),
        demo_account=(account["username"], account["password"]) if account else None,
        estimates_in_a_row=data.get("estimates_in_a_row", 3),
        self_reading=_limits(data.get("self_reading", {})),
        policies=_policies(data.get("policies", {})),
    )


def _policies(data: dict[str, Any]) -> dict[str, Rules]:
    try:
        return read_rules(data)
    except ValueError as error:
        raise ProfileError(f"policies: {error}") from error


def _limits(data: dict[str, Any]) -> ReadingLimits:
    usual = ReadingLimits()
    try:
        limits = ReadingLimits(
            soft_low=Decimal(str(data.get("soft_low", usual.soft_low))),
            soft_high=Decimal(str(data.get("soft_high", usual.soft_high))),
            hard_high=Decimal(str(data.get("hard_high", usual.hard_high))),
            grace_hours=int(data.get("grace_hours", usual.grace_hours)),
        )
        in_order = 0 <= limits.soft_low <= 1 <= limits.soft_high <= limits.hard_high
    except (InvalidOperation, ValueError) as error:
        raise ProfileError("a limit of self_reading is no number") from error
    if not in_order or not limits.hard_high.is_finite() or limits.grace_hours < 0:
        raise ProfileError("self_reading needs soft_low <= 1 <= soft_high <= hard_high")
    return limits


def read_profile(path: Path) -> UtilityProfile:
    """The `[utility]` table of the TOML file `path`; raises ProfileError."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ProfileError(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileError(f"{path}: {error}") from error
    if not isinstance(data.get("utility"), dict):
        raise ProfileError(f"{path} has no [utility] table")
    return profile_of(data["utility"])
