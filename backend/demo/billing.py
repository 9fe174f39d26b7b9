"""What a period costs: fixed charge, tiers, retention, interest, tax."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from backend.demo.profile import Tariff, Terms
from backend.demo.supply import Line

CENT = Decimal("0.01")


def to_cent(amount: Decimal) -> Decimal:
    """`amount` rounded half away from zero to the cent."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def charge(
    tariff: Tariff, terms: Terms, unit: str, consumption: int, fx: Decimal, interest: Decimal
) -> tuple[Line, ...]:
    """The lines of one period, the tax last. `interest` is for paying earlier bills late."""
    prices = [("fixed_charge", "Cargo fijo", Decimal(1), "mes", tariff.fixed_charge)]
    prices += [
        ("usage", description, Decimal(quantity), unit, price)
        for description, quantity, price in _tiers(tariff, unit, consumption)
    ]
    if consumption:
        quantity = Decimal(consumption)
        prices.append(("fee", f"Retención por {unit}", quantity, unit, tariff.retention))
    lines = [
        Line(
            kind=kind,
            description=description,
            amount=to_cent(quantity * price * fx),
            quantity=quantity,
            unit=of,
            unit_price=price,
            price_currency=terms.price_currency,
            fx_rate=fx,
            tax_rate=terms.tax_rate,
        )
        for kind, description, quantity, of, price in prices
    ]
    if interest:
        lines.append(Line("interest", "Recargo por mora", interest, tax_rate=terms.tax_rate))
    return with_tax(lines, terms)


def with_tax(lines: list[Line], terms: Terms) -> tuple[Line, ...]:
    """`lines` and the tax on their sum."""
    net = sum((line.amount for line in lines), Decimal(0))
    tax = to_cent(net * terms.tax_rate / 100)
    name = f"IVA {terms.tax_rate.normalize():f} %"
    return (*lines, Line("tax", name, tax, tax_rate=terms.tax_rate))


def _tiers(tariff: Tariff, unit: str, consumption: int) -> list[tuple[str, int, Decimal]]:
    """Description, quantity and price for each tier that `consumption` reaches."""
    found: list[tuple[str, int, Decimal]] = []
    below = 0
    for tier in tariff.tiers:
        top = consumption if tier.up_to is None else min(consumption, tier.up_to)
        if top > below:
            name = f"Consumo de gas, hasta {tier.up_to} {unit}"
            if tier.up_to is None:
                name = f"Consumo de gas, más de {below} {unit}"
            found.append((name, top - below, tier.price))
            below = top
    return found
