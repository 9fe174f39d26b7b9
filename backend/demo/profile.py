"""The demonstration utility as its TOML file says it: tariffs, exchange rates, terms."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from backend.loader.profile import UtilityProfile, profile_of

PATH = Path(__file__).with_name("uy_gas.toml")


@dataclass(frozen=True, slots=True)
class Tier:
    """`price` of one m³ up to `up_to` m³ a period; the last tier has no end."""

    up_to: int | None
    price: Decimal


@dataclass(frozen=True, slots=True)
class Tariff:
    """Prices in the price currency, before tax."""

    code: str
    name: str
    fixed_charge: Decimal
    retention: Decimal
    tiers: tuple[Tier, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """How and when the utility bills. Rates are in percent, lengths in days."""

    price_currency: str
    tax_rate: Decimal
    days_to_issue: int
    days_to_pay: int
    window_days: int
    calorific_value: int
    late_interest_rate: Decimal


@dataclass(frozen=True, slots=True)
class Issuer:
    """What an invoice prints of the utility beyond its profile."""

    tax_number: str
    address: str
    web: str


@dataclass(frozen=True, slots=True)
class DemoProfile:
    """Everything about the utility that is data."""

    utility: UtilityProfile
    unit: str
    issuer: Issuer
    terms: Terms
    tariffs: dict[str, Tariff]
    fx: dict[str, Decimal]  # by YYYY-MM, of its last day

    def fx_before(self, day: date) -> Decimal:
        """The rate of the last day of the month before `day`; the nearest known one outside."""
        year, month = (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)
        wanted = f"{year:04}-{month:02}"
        return self.fx[min(max(wanted, min(self.fx)), max(self.fx))]


def read() -> DemoProfile:
    """The profile beside this module."""
    data = tomllib.loads(PATH.read_text("utf-8"))
    utility, billing = data["utility"], data["billing"]
    return DemoProfile(
        utility=profile_of(utility),
        unit=billing["unit"],
        issuer=Issuer(utility["tax_number"], utility["address"], utility["web"]),
        terms=Terms(
            price_currency=billing["price_currency"],
            tax_rate=Decimal(billing["tax_rate"]),
            days_to_issue=billing["days_to_issue"],
            days_to_pay=billing["days_to_pay"],
            window_days=billing["window_days"],
            calorific_value=int(billing["calorific_value"]),
            late_interest_rate=Decimal(billing["late_interest_rate"]),
        ),
        tariffs={
            code: Tariff(
                code=code,
                name=tariff["name"],
                fixed_charge=Decimal(tariff["fixed_charge"]),
                retention=Decimal(tariff["retention"]),
                tiers=tuple(
                    Tier(tier.get("up_to"), Decimal(tier["price"])) for tier in tariff["tiers"]
                ),
            )
            for code, tariff in data["tariffs"].items()
        },
        fx={month: Decimal(rate) for month, rate in data["fx"].items()},
    )
