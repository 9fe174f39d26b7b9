"""The tables that can be loaded. The operator's page is generated from these descriptions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How the text of a column is read."""

    TEXT = "text"
    INTEGER = "whole number"
    DECIMAL = "number"
    MONEY = "amount"
    DATE = "date"
    INSTANT = "date or date and time"
    BOOLEAN = "yes or no"
    WORD = "one word of a list"
    FILE = "path of a file"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `words` are the accepted values of a WORD, `default` is taken for new rows."""

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    words: tuple[str, ...] = ()
    default: str | int | bool | None = None
    longest: int = 200


@dataclass(frozen=True, slots=True)
class Table:
    """One table; two rows with equal `key` columns are the same row."""

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column | None:
        """The column called `name`, None if there is none."""
        return next((c for c in self.columns if c.name == name), None)


def _text(name: str, meaning: str, *, required: bool = False, longest: int = 200) -> Column:
    return Column(name, Kind.TEXT, meaning, required=required, longest=longest)


def _word(
    name: str, meaning: str, words: str, *, default: str | None = None, required: bool = False
) -> Column:
    return Column(
        name, Kind.WORD, meaning, words=tuple(words.split()), default=default, required=required
    )


def _of(kind: Kind, name: str, meaning: str, *, required: bool = False) -> Column:
    return Column(name, kind, meaning, required=required)


CUSTOMERS = Table(
    "customers",
    "People and companies. One with a `username` can sign in and sees the contracts it holds.",
    ("customer",),
    (
        _text("customer", "Your number or code for the customer.", required=True, longest=60),
        _text("name", "Full name, or the name of the company.", required=True, longest=160),
        _word("document_type", "Kind of identity document.", "ci rut passport other"),
        _text("document_number", "Its number, as you write it.", longest=32),
        _text("email", "Electronic mail address.", longest=254),
        _text("phone", "Telephone number.", longest=40),
        _text("username", "Name to sign in with, 4 to 40 of `a-z 0-9 . _ -`.", longest=40),
        _text("password", "First password, kept only as an argon2id hash.", longest=128),
        _word("role", "What the user is.", "customer clerk", default="customer"),
    ),
)

CONTRACTS = Table(
    "contracts",
    "Supply contracts, each with its supply point.",
    ("contract",),
    (
        _text("contract", "N° de contrato.", required=True, longest=40),
        _text("customer", "The holder, as in `customers`.", required=True, longest=60),
        _text("account_number", "N° de cuenta; the contract's number if empty.", longest=40),
        _text("alias", "The holder's own name for it ('Casa').", longest=60),
        _text("authorised", "Usernames that may see it too, separated by spaces."),
        _word("service", "What is supplied.", "gas water power", required=True),
        _word("status", "State.", "pending active cut ended", default="active"),
        _text("tariff", "Tariff code.", longest=60),
        _text("category", "Category of use.", longest=60),
        _text("address", "Address of supply.", required=True),
        _text("city", "City.", longest=80),
        _text("supply_point", "Code of the supply point; the contract's if empty.", longest=60),
        _word(
            "connected_state",
            "Physical state.",
            "connected logically_disconnected physically_disconnected",
            default="connected",
        ),
        _text("currency", "ISO 4217 code; the utility's if empty.", longest=3),
        _of(Kind.DATE, "start_date", "First day.", required=True),
        _of(Kind.DATE, "end_date", "Last day."),
        _of(Kind.DATE, "cut_since", "Cut since."),
        _word(
            "cut_reason",
            "Why it is cut.",
            "non_payment requested safety fraud unfit_installation closed_premises",
        ),
        _of(Kind.DATE, "next_read_date", "Day of the next visit."),
        _of(Kind.INSTANT, "window_opens_at", "Own readings are taken from."),
        _of(Kind.INSTANT, "window_closes_at", "Own readings are taken until."),
    ),
)

METERS = Table(
    "meters",
    "Meters, one row per dial (register).",
    ("serial", "register"),
    (
        _text("serial", "Number on the plate.", required=True, longest=40),
        Column("register", Kind.TEXT, "Name of the dial.", default="1", longest=20),
        _text("contract", "The contract it serves.", required=True, longest=40),
        _text("brand", "Maker.", longest=60),
        _text("model", "Model.", longest=60),
        _text("size", "Size (G4, DN15).", longest=20),
        _of(Kind.DATE, "installed_on", "Installed on; the contract's start if empty."),
        _of(Kind.DATE, "removed_on", "Removed on."),
        Column("telemetered", Kind.BOOLEAN, "Whether it reports by itself.", default=False),
        _text("unit", "Unit of the dial; m³, or kWh for power, if empty.", longest=12),
        Column("integer_digits", Kind.INTEGER, "Black digits; it rolls over after.", default=5),
        Column("decimal_digits", Kind.INTEGER, "Red digits.", default=0),
        Column("multiplier", Kind.DECIMAL, "Units per unit of the dial.", default=1),
    ),
)

READINGS = Table(
    "readings",
    "Values of a dial. Consumption, days and rollover are computed where the file has none.",
    ("serial", "register", "read_at", "reason"),
    (
        _text("serial", "The meter.", required=True, longest=40),
        Column("register", Kind.TEXT, "The dial.", default="1", longest=20),
        _of(Kind.INSTANT, "read_at", "When; a bare date means noon there.", required=True),
        _of(Kind.DECIMAL, "value", "What the dial showed.", required=True),
        _word(
            "quality",
            "How far to trust it.",
            "real customer adjusted calculated estimated questionable",
            default="real",
        ),
        _word(
            "source",
            "Who took it.",
            "reader telemetry customer_portal customer_phone counter inspection system",
            default="reader",
        ),
        _word("reason", "Why it was taken.", "regular installed removed", default="regular"),
        _of(Kind.DECIMAL, "consumption", "Since the reading before."),
        _of(Kind.INTEGER, "days", "Since the reading before."),
        _of(Kind.BOOLEAN, "is_rollover", "The dial passed its end."),
        _word(
            "no_read_reason",
            "Why nobody could read it.",
            "inaccessible absent not_found uninhabited meter_fault no_communication other",
        ),
        _word("method", "How it was estimated.", "same_period_last_year daily_mean"),
        _text("invoice", "Number of the invoice that charged it.", longest=40),
    ),
)

INVOICES = Table(
    "invoices",
    "Invoices and notes. The readings of an invoice are those that name it, or else those of"
    " its period.",
    ("invoice",),
    (
        _text("invoice", "Its number.", required=True, longest=40),
        _text("contract", "The contract.", required=True, longest=40),
        _word("kind", "Kind of document.", "invoice credit_note debit_note", default="invoice"),
        _text("currency", "ISO 4217 code; the contract's if empty.", longest=3),
        _of(Kind.DATE, "issue_date", "Issued on.", required=True),
        _of(Kind.DATE, "period_start", "Period from."),
        _of(Kind.DATE, "period_end", "Period to."),
        _of(Kind.DATE, "due_date", "Pay by."),
        _of(Kind.MONEY, "due_amount", "To pay by then; the total if empty."),
        _of(Kind.DATE, "due_date_2", "Second date to pay by."),
        _of(Kind.MONEY, "due_amount_2", "To pay by the second date."),
        _of(Kind.MONEY, "period_charge", "Charge of this period; the total if empty."),
        _of(Kind.MONEY, "previous_balance", "What was unpaid when it was issued."),
        _of(Kind.MONEY, "total", "Its total; negative for a credit note.", required=True),
        _of(Kind.MONEY, "paid", "Paid so far, where payments are not loaded one by one."),
        _word(
            "payment_status",
            "State in your books; pending, partially paid or paid by the amounts if empty.",
            "pending in_process partially_paid paid in_claim in_agreement compensated cancelled",
        ),
        _text("replaced_by", "Number of the invoice that replaces it.", longest=40),
        _text("agreement_number", "Payment agreement it is part of.", longest=40),
        _text("claim_number", "Claim it is part of.", longest=40),
        _of(Kind.FILE, "document", "The PDF as it was issued, a path beside the loaded file."),
    ),
)

LINES = Table(
    "lines",
    "Lines of the invoices; they must add up to the invoice's total.",
    ("invoice", "position"),
    (
        _text("invoice", "The invoice.", required=True, longest=40),
        _of(Kind.INTEGER, "position", "1 for the first line.", required=True),
        _word(
            "kind",
            "What is charged.",
            "fixed_charge usage fee interest adjustment credit tax",
            required=True,
        ),
        _text("description", "As printed.", required=True),
        _of(Kind.DECIMAL, "quantity", "How many units."),
        _text("unit", "Of what.", longest=12),
        _of(Kind.DECIMAL, "unit_price", "Price of one."),
        _text("price_currency", "Currency of the price; the invoice's if empty.", longest=3),
        _of(Kind.DECIMAL, "fx_rate", "Invoice currency per price currency."),
        _of(Kind.DECIMAL, "tax_rate", "Tax in percent."),
        _of(Kind.MONEY, "amount", "Amount of the line.", required=True),
    ),
)

PAYMENTS = Table(
    "payments",
    "Payments, one row per invoice that a payment settles. They decide what stays open.",
    ("receipt", "invoice"),
    (
        _text("receipt", "Number of the receipt.", required=True, longest=60),
        _text("invoice", "The invoice.", required=True, longest=40),
        _of(Kind.DATE, "paid_on", "When it was paid.", required=True),
        _of(Kind.MONEY, "amount", "How much of it went to this invoice.", required=True),
        _word(
            "channel",
            "How.",
            "web_bank direct_debit collection_network counter transfer card",
        ),
    ),
)

TABLES = (CUSTOMERS, CONTRACTS, METERS, READINGS, INVOICES, LINES, PAYMENTS)
"""In the order in which they must be loaded: each refers only to those before it."""

BY_NAME = {table.name: table for table in TABLES}
