"""The demonstration utility's print shop: one A4 page for each invoice and note.

The page carries what a customer must be able to check: who bills whom for which meter, the two
readings and how they were taken, each line with quantity, price and exchange rate, the tax, the
total, until when to pay, thirteen months of consumption, and where to complain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.colors import Color, HexColor

from backend.demo.profile import DemoProfile
from backend.demo.sheet import (
    HEIGHT,
    INK,
    LEFT,
    PAPER,
    RIGHT,
    SOFT,
    WHITE,
    Sheet,
    day,
    figure,
    money,
)
from backend.demo.supply import Bill, Line, Supply

_TITLES = {
    "invoice": "Factura de gas",
    "credit_note": "Nota de crédito",
    "debit_note": "Nota de débito",
}
_DOCUMENTS = {"ci": "CI", "rut": "RUT", "passport": "Pasaporte", "other": "Documento"}
_QUALITIES = {
    "real": "Real",
    "customer": "Aportada por el cliente",
    "adjusted": "Ajustada",
    "calculated": "Calculada",
    "estimated": "Estimada",
    "questionable": "En verificación",
}
_MONTHS = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "set", "oct", "nov", "dic")


@dataclass(frozen=True, slots=True)
class Past:
    """One bar of the chart: the month that a period ended in."""

    month: str
    consumption: int
    is_estimated: bool


def history(supply: Supply, bill: Bill) -> tuple[Past, ...]:
    """The thirteen periods that end with this bill's, oldest first."""
    if bill.end is None:
        return ()
    periods = {
        b.end: b
        for b in supply.bills
        if b.kind == "invoice" and b.end is not None and b.end <= bill.end
    }
    return tuple(
        Past(
            f"{_MONTHS[end.month - 1]} {end:%y}",
            periods[end].consumption,
            any(s.quality == "estimated" for s in periods[end].stretches),
        )
        for end in sorted(periods)[-13:]
    )


def render(profile: DemoProfile, supply: Supply, bill: Bill) -> bytes:
    """The document of `bill`, the same bytes each time."""
    name = _TITLES[bill.kind]
    sheet = Sheet(
        title=f"{name} {bill.number}",
        author=profile.utility.name,
        subject=f"Contrato {supply.number}",
        language=profile.utility.locale,
    )
    accent = HexColor(profile.utility.accent)
    _head(sheet, profile, bill, accent)
    _holder(sheet, supply, bill)
    _figures(sheet, bill, accent)
    y = 294.0
    if bill.stretches:
        y = _readings(sheet, profile, bill, y)
    y = _lines(sheet, bill, y)
    past = history(supply, bill)
    if past:
        _chart(sheet, past, profile.unit, accent, y + 34)
    _foot(sheet, profile, bill, accent)
    return sheet.finish()


def _head(sheet: Sheet, profile: DemoProfile, bill: Bill, accent: Color) -> None:
    utility, issuer = profile.utility, profile.issuer
    sheet.box(0, 0, 600, 7, accent, 0)
    sheet.flame(LEFT, 34, 34, accent)
    sheet.text(LEFT + 42, 52, utility.name, 19, strong=True, colour=accent)
    sheet.text(LEFT + 42, 65, f"{utility.legal_name}  ·  RUT {issuer.tax_number}", 7.5, colour=SOFT)
    sheet.text(LEFT + 42, 75.5, issuer.address, 7.5, colour=SOFT)
    sheet.text(RIGHT, 47, _TITLES[bill.kind], 15, strong=True, align="right")
    sheet.text(RIGHT, 62, f"N° {bill.number}", 10, strong=True, align="right")
    sheet.text(RIGHT, 75.5, f"Emitida el {day(bill.issue)}", 8.5, colour=SOFT, align="right")
    sheet.text(
        RIGHT, 90, "Documento de demostración, sin valor fiscal", 7, colour=SOFT, align="right"
    )


def _holder(sheet: Sheet, supply: Supply, bill: Bill) -> None:
    holder = supply.holder
    meter = bill.stretches[-1].meter if bill.stretches else supply.meters[-1]
    top, middle = 104.0, 318.0
    sheet.rule(top)
    sheet.text(LEFT, top + 18, "Titular", 7.5, colour=SOFT)
    sheet.fitted(LEFT, top + 34, holder.name, middle - LEFT - 20, 13, strong=True)
    kind = _DOCUMENTS[holder.document_type]
    sheet.text(LEFT, top + 48, f"{kind} {holder.document_number}")
    sheet.text(LEFT, top + 68, "Dirección del suministro", 7.5, colour=SOFT)
    sheet.fitted(LEFT, top + 82, f"{supply.address}, Montevideo", middle - LEFT - 20, 9.5)
    rows = (
        ("N° de contrato", supply.number),
        ("N° de cuenta", supply.account),
        ("Tarifa", supply.tariff),
        ("Categoría", supply.category),
        ("Medidor", f"{meter.serial}  ({meter.size})"),
        ("Punto de suministro", f"PS-{supply.number}"),
    )
    for index, (label, value) in enumerate(rows):
        y = top + 18 + index * 14.2
        sheet.text(middle, y, label, 8, colour=SOFT)
        sheet.text(RIGHT, y, value, 8.5, strong=index < 2, align="right")


def _figures(sheet: Sheet, bill: Bill, accent: Color) -> None:
    """What to pay and until when: the two facts that a bill is opened for."""
    top, height = 205.0, 62.0
    sheet.box(LEFT, top, RIGHT - LEFT, height, accent, 8)
    label = "Total de esta factura" if bill.kind == "invoice" else "Total de este documento"
    columns = [(label, money(bill.total), 20.0, LEFT + 16)]
    if bill.due is not None:
        columns.append(("Vencimiento", day(bill.due), 20.0, 222.0))
    if bill.start is not None and bill.end is not None:
        columns.append(("Consumo", f"{figure(Decimal(bill.consumption), 0)} m³", 13.0, 380.0))
        days = (bill.end - bill.start).days
        columns.append(("Días facturados", str(days), 13.0, 468.0))
        period = f"Período del {day(bill.start)} al {day(bill.end)}"
        sheet.text(380, top + 52, period, 7.5, colour=WHITE)
    for name, value, size, x in columns:
        sheet.text(x, top + 18, name, 8, colour=WHITE)
        sheet.text(x, top + (42 if size > 15 else 36), value, size, strong=True, colour=WHITE)


def _readings(sheet: Sheet, profile: DemoProfile, bill: Bill, y: float) -> float:
    columns = (LEFT, 120.0, 192.0, 262.0, 334.0, 400.0, RIGHT)
    sheet.text(LEFT, y, "Lecturas", 10.5, strong=True)
    factor = f"Poder calorífico de referencia {figure(Decimal(profile.terms.calorific_value), 0)}"
    note = f"{factor} kcal/m³, factor de conversión 1"
    sheet.text(RIGHT, y, note, 7, colour=SOFT, align="right")
    names = ("Medidor", "Fecha anterior", "Lectura", "Fecha actual", "Lectura", "Tipo de lectura")
    y += 16
    for x, name in zip(columns, names, strict=False):
        sheet.text(x, y, name, 7.5, colour=SOFT)
    sheet.text(RIGHT, y, "Consumo m³", 7.5, colour=SOFT, align="right")
    sheet.rule(y + 5)
    for stretch in bill.stretches:
        y += 16
        values = (
            stretch.meter.serial,
            day(stretch.start),
            f"{stretch.previous:05}",
            day(stretch.end),
            f"{stretch.current:05}",
            _QUALITIES[stretch.quality],
        )
        for x, value in zip(columns, values, strict=False):
            sheet.text(x, y, value)
        sheet.text(RIGHT, y, figure(Decimal(stretch.consumption), 0), strong=True, align="right")
    return y + 28


def _lines(sheet: Sheet, bill: Bill, y: float) -> float:
    columns = (LEFT, 300.0, 372.0, 432.0, 474.0, RIGHT)
    sheet.text(LEFT, y, "Detalle", 10.5, strong=True)
    y += 16
    names = ("Concepto", "Cantidad", "Precio", "Cotización", "IVA", "Importe")
    for index, (x, name) in enumerate(zip(columns, names, strict=True)):
        sheet.text(x, y, name, 7.5, colour=SOFT, align="right" if index else "left")
    sheet.rule(y + 5)
    for line in bill.lines:
        if line.kind == "tax":
            continue
        y += 15
        sheet.text(LEFT, y, line.description)
        for x, value in zip(columns[1:], _cells(line), strict=True):
            sheet.text(x, y, value, align="right")
    sheet.rule(y + 7)
    net = sum((line.amount for line in bill.lines if line.kind != "tax"), Decimal(0))
    sums = [("Subtotal", net)]
    sums += [(line.description, line.amount) for line in bill.lines if line.kind == "tax"]
    for name, amount in sums:
        y += 15 if name != "Subtotal" else 20
        sheet.text(474, y, name, colour=SOFT, align="right")
        sheet.text(RIGHT, y, money(amount), align="right")
    y += 19
    sheet.text(474, y, "Total", 10.5, strong=True, align="right")
    sheet.text(RIGHT, y, money(bill.total), 10.5, strong=True, align="right")
    _beside(sheet, bill, y - 34)
    return y


def _cells(line: Line) -> Sequence[str]:
    """Quantity, price, exchange rate, tax rate and amount of a line."""
    quantity = price = rate = ""
    if line.quantity is not None and line.unit_price is not None:
        quantity = f"{figure(line.quantity, 0)} {line.unit}"
        price = f"{'US$' if line.price_currency == 'USD' else '$'} {figure(line.unit_price, 4)}"
    if line.fx_rate is not None:
        rate = figure(line.fx_rate)
    tax = f"{figure(line.tax_rate, 0)} %" if line.tax_rate is not None else ""
    return quantity, price, rate, tax, money(line.amount)


def _beside(sheet: Sheet, bill: Bill, y: float) -> None:
    """What stands left of the sums: the exchange rate's origin and what else was owed."""
    notes = []
    if any(line.fx_rate for line in bill.lines):
        notes.append("Cotización: último día del mes anterior al de la lectura.")
    if bill.previous_balance > 0:
        notes.append(f"Al emitir había un saldo anterior impago de {money(bill.previous_balance)};")
        notes.append("no está incluido en este total.")
    if bill.previous_balance < 0:
        notes.append(f"Al emitir había un saldo a su favor de {money(-bill.previous_balance)}.")
    if bill.consumption and any(s.quality == "estimated" for s in bill.stretches):
        notes.append("No se pudo leer el medidor: se ajustará con la próxima lectura real.")
    for index, note in enumerate(notes):
        sheet.text(LEFT, y + index * 11, note, 7.5, colour=SOFT)


def _chart(sheet: Sheet, past: Sequence[Past], unit: str, accent: Color, y: float) -> None:
    top, height = y + 28, 92.0
    sheet.text(LEFT, y + 6, f"Su consumo en los últimos trece períodos ({unit})", 10.5, strong=True)
    if any(p.is_estimated for p in past):
        sheet.text(RIGHT, y + 6, "Rayado: lectura estimada", 7, colour=SOFT, align="right")
    step = (RIGHT - LEFT) / 13
    most = max((p.consumption for p in past), default=1) or 1
    base = top + height
    first = LEFT + step * (13 - len(past))
    for index, one in enumerate(past):
        x = first + index * step + step * 0.19
        tall = max(1.0, height * one.consumption / most)
        _bar(sheet, x, base, step * 0.62, tall, accent, hatched=one.is_estimated)
        centre = x + step * 0.31
        is_last = index == len(past) - 1
        amount = figure(Decimal(one.consumption), 0)
        sheet.text(centre, base - tall - 3.5, amount, 7, strong=is_last, align="centre")
        colour = INK if is_last else SOFT
        sheet.text(centre, base + 10, one.month, 6.5, strong=is_last, colour=colour, align="centre")
    sheet.rule(base)


def _bar(
    sheet: Sheet,
    x: float,
    base: float,
    width: float,
    tall: float,
    colour: Color,
    *,
    hatched: bool,
) -> None:
    canvas = sheet.canvas
    bottom = HEIGHT - base
    if not hatched:
        sheet.fill(colour)
        canvas.rect(x, bottom, width, tall, stroke=0, fill=1)
        return
    canvas.saveState()
    outline = canvas.beginPath()
    outline.rect(x, bottom, width, tall)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(0.8)
    canvas.drawPath(outline, stroke=1, fill=0)
    canvas.clipPath(outline, stroke=0, fill=0)
    offset = 0.0
    while offset < tall + width:
        canvas.line(x, bottom + offset - width, x + width, bottom + offset)
        offset += 4
    canvas.restoreState()


def _foot(sheet: Sheet, profile: DemoProfile, bill: Bill, accent: Color) -> None:
    utility = profile.utility
    if bill.due is not None:
        code = f"{bill.number.replace('-', '')}{bill.due:%y%m%d}{bill.total:.2f}".replace(".", "")
        strip = Code128(code, barHeight=24, barWidth=0.86, quiet=0)
        strip.drawOn(sheet.canvas, LEFT, HEIGHT - 738)
        sheet.text(LEFT, 748, code, 6.5, colour=SOFT)
        sheet.text(
            RIGHT,
            724,
            "Pague por la oficina virtual, débito automático",
            7.5,
            colour=SOFT,
            align="right",
        )
        sheet.text(
            RIGHT, 734.5, "o en redes de cobranza con este código.", 7.5, colour=SOFT, align="right"
        )
    sheet.box(LEFT, 758, RIGHT - LEFT, 50, PAPER, 6)
    regulator, _, in_full = utility.regulator.partition(", ")
    thirds = (
        ("Olor a gas o emergencia, las 24 horas", utility.emergency_phone, ""),
        ("Consultas y reclamos", utility.customer_phone, profile.issuer.web),
        ("Si no queda conforme, puede acudir al regulador", regulator, in_full),
    )
    for x, (label, first, second) in zip((LEFT + 12, LEFT + 172, LEFT + 290), thirds, strict=True):
        sheet.text(x, 773, label, 7, colour=SOFT)
        sheet.text(x, 786, first, 9, strong=True, colour=accent)
        sheet.text(x, 798, second, 7)
