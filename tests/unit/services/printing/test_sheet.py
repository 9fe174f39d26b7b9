"""Paper: what others read in the file, and what becomes of more than a page holds."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.services.printing.barcodes import Symbology
from desktop.services.printing.fonts import cut, lines, load, width
from desktop.services.printing.letterhead import Letterhead, Stamp
from desktop.services.printing.sheet import Sheet
from desktop.services.printing.table import Column
from desktop.viewmodels.format import Formatter
from tests.support.papers import assert_in_order, pages, reader, scanned, text
from tests.support.stage import UTILITY

NOW = datetime(2026, 11, 23, 17, 2, tzinfo=UTC)
YESTERDAY = datetime(2026, 11, 22, 16, 40, tzinfo=UTC)
HEAD = Letterhead(UTILITY, "Constancia", "N° 12", "Contrato 100")
COLUMNS = (Column("Fecha", 10), Column("Concepto", 30, wraps=True), Column("Importe", 10, True))


def sheet(stamp: Stamp | None = None) -> Sheet:
    return Sheet(HEAD, stamp or Stamp(NOW), Formatter())


def test_a_paper_says_what_it_is_to_people_archives_and_screen_readers() -> None:
    paper = sheet()
    paper.pairs([("Titular", "María Ñandú"), ("Dirección", "18 de Julio 1234")])
    paper.paragraph("Se deja constancia de lo siguiente.")
    made = paper.finish()
    assert_in_order(made, "Constancia N° 12")
    written = text(made)
    for words in ("María Ñandú", "18 de Julio 1234", "No válido como factura", UTILITY.name):
        assert words in written
    assert "Página 1 de 1" in " ".join(written.split())


def test_the_stamp_says_when_it_was_made_and_how_old_its_data_are() -> None:
    made = sheet(Stamp(NOW, YESTERDAY, is_offline=True)).finish()
    stamp = "Generado sin conexión el 23/11/2026 14:02 · datos al 22/11/2026 13:40"
    assert stamp in text(made)
    metadata = reader(made).metadata
    assert metadata is not None
    assert metadata.creation_date == NOW
    online = text(sheet(Stamp(NOW, NOW)).finish())
    assert "Generado el 23/11/2026 14:02" in online
    assert "sin conexión" not in online


def test_the_same_paper_is_the_same_bytes() -> None:
    assert sheet().finish() == sheet().finish()


def test_a_table_goes_on_over_pages_with_its_titles_and_ends_with_its_total() -> None:
    paper = sheet()
    told: list[int] = []
    rows = [("23/11/2026", f"Renglón {n}", f"{n},00") for n in range(200)]
    paper.table(COLUMNS, rows, ("", "Total", "19.900,00"), told.append)
    made = paper.finish()
    shown = [page.extract_text() for page in reader(made).pages]
    assert len(shown) > 3
    for number, page in enumerate(shown, 1):
        assert "Concepto" in page
        assert f"Página {number} de {len(shown)}" in " ".join(page.split())
    written = "\n".join(shown)
    found = re.findall(r"Renglón (\d+)\b\s", written)
    assert found == [str(n) for n in range(200)]
    assert "19.900,00" in shown[-1]
    assert told[-1] == 200
    assert told == sorted(told)


def test_the_foot_ends_where_the_paper_ends_and_the_head_names_it_once() -> None:
    long = Letterhead(UTILITY, "Acuerdo de pago", "N° AC-2025-900003-8", "Acuerdo de pago y más")
    paper = Sheet(long, Stamp(NOW), Formatter())
    paper.turn()
    made = paper.finish()
    assert "Acuerdo de pago · N° AC-2025-900003-8\n" in reader(made).pages[1].extract_text() + "\n"
    for page in pages(made, dpi=72):
        foot = page.crop((page.width // 2, page.height - 30, page.width, page.height - 20))
        ink = foot.point(lambda shade: 255 if shade < 200 else 0).getbbox()
        assert ink is not None
        assert abs(page.width // 2 + ink[2] - (page.width - 42)) <= 1


def test_what_is_told_may_end_the_work() -> None:
    class StoppedError(Exception):
        pass

    def stop(_count: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        sheet().table(COLUMNS, [("", "", "")] * 500, (), stop)


def test_a_long_text_goes_on_in_the_next_line_and_amounts_end_at_one_edge() -> None:
    words = "Ajuste por lectura real del período anterior, informado por el cliente en plazo"
    paper = sheet()
    paper.table(COLUMNS, [("23/11/2026", words, "1,00"), ("23/11/2026", "Pago", "1.234,00")])
    assert words in " ".join(text(paper.finish()).split())


@pytest.mark.parametrize(
    ("symbology", "digits"),
    [
        (Symbology.CODE128, "0012345678901234567890123456789012345678"),
        (Symbology.CODE128, "A-123456"),
        (Symbology.I2OF5, "00123456789012345678901234567890123456789012345678"),
        (Symbology.QR, "https://pagos.example/c?n=0012345678901234567890"),
    ],
)
def test_a_scanner_reads_what_is_printed(qapp: object, symbology: Symbology, digits: str) -> None:
    paper = sheet()
    paper.barcode(symbology, digits)
    made = paper.finish()
    assert scanned(made) == [digits]
    if symbology is not Symbology.QR:
        assert digits in text(made)


@settings(max_examples=15, deadline=None)
@given(st.text("0123456789", min_size=3, max_size=22).map(lambda half: half + half))
def test_any_digits_come_back_as_they_were(qapp: object, digits: str) -> None:
    paper = sheet()
    paper.barcode(Symbology.CODE128, digits)
    paper.barcode(Symbology.I2OF5, digits)
    # Within longer bars there may be a short number of Interleaved 2 of 5, which is why a
    # teller's scanner is set to the length of what is printed.
    found = scanned(paper.finish())
    assert [code for code in found if len(code) >= len(digits)] == [digits, digits]


@pytest.mark.parametrize("digits", ["123", "12a4"])
def test_digits_are_never_made_to_fit(digits: str) -> None:
    with pytest.raises(ValueError, match="even count"):
        sheet().barcode(Symbology.I2OF5, digits)


def test_hostile_text_is_only_text(qapp: object) -> None:
    paper = sheet()
    name = "<b>Ana</b> & \x00\x1b[31m ) Tj \\( ￿ 😀 \n Segunda"
    paper.pairs([("Titular\x07", name)])
    paper.table(COLUMNS, [(name, name, name)], (name, name, name))
    paper.heading(name)
    paper.remark(name)
    paper.figures([(name, name)])
    made = paper.finish()
    assert "<b>Ana</b> &" in text(made)
    assert len(pages(made, 40)) == 1


@given(st.text(max_size=80), st.floats(20, 300))
def test_text_never_leaves_its_room(words: str, room: float) -> None:
    load()
    whole = "".join(words.split())
    for line in lines(words, room, 8.0):
        assert width(line, 8.0) <= room or len(line) == 1
    assert width(cut(words, room, 8.0), 8.0) <= max(room, width("…", 8.0))
    if whole.isalnum():
        assert "".join("".join(lines(words, room, 8.0)).split()) == whole
